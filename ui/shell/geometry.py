"""Where the window stood: remembered on this machine, put back where a screen still is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

FRAME = QSize(16, 40)
"""Pixels that systems put around a window; how many is known only once it is shown."""


def place_of(window: QMainWindow) -> tuple[int, ...]:
    """x, y, width, height, and 1 where the window is maximised."""
    box = window.normalGeometry()
    return (box.x(), box.y(), box.width(), box.height(), int(window.isMaximized()))


def first_size(window: QMainWindow, usual: tuple[int, int]) -> QSize:
    """The usual size, or what the screen has room for, frame and title bar counted."""
    return QSize(*usual).boundedTo(window.screen().availableGeometry().size() - FRAME)


def put_back(window: QMainWindow, place: Sequence[int]) -> bool:
    """Put the window where it stood; False where nothing is known or that screen is gone."""
    if len(place) != 5:
        return False
    box = QRect(*place[:4])
    rooms = [s.availableGeometry() for s in QApplication.screens()]
    room = next((one for one in rooms if one.intersects(box)), None)
    if room is None:
        return False
    # Sideways it may reach over two screens; its foot must stand on this one.
    box.setHeight(min(box.height(), (room.size() - FRAME).height()))
    window.setGeometry(box)
    if place[4]:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    return True
