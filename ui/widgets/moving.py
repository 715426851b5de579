"""Enter moves on: from one field to the next, past its small toggles, and never submits."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def move_on(frame: QWidget) -> None:
    """Put the focus on the next thing after `frame` that Tab would reach outside of it."""
    at = frame.focusWidget() or frame
    following = at.nextInFocusChain()
    while following is not None and following is not at:
        if not frame.isAncestorOf(following) and following is not frame and _reachable(following):
            following.setFocus(Qt.FocusReason.TabFocusReason)
            return
        following = following.nextInFocusChain()


def _reachable(widget: QWidget) -> bool:
    takes_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    shown = widget.isEnabled() and widget.isVisible()
    return bool(takes_tab) and shown and not _is_aside(widget)


def _is_aside(widget: QWidget) -> bool:
    """Toggles and links stand beside the way: Enter passes by."""
    return str(widget.property("kind")) in ("toggle", "link")


class EnterMovesOn(QObject):
    """Watches the editors of one frame for a plain Enter."""

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame

    def watch(self, editor: QWidget) -> None:
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if event.key() in _ENTER and plain and not _list_open(watched):
                move_on(self._frame)
                return True
        return super().eventFilter(watched, event)


def _list_open(watched: QObject) -> bool:
    return isinstance(watched, QComboBox) and watched.view().isVisible()


class PressOnEnter(QObject):
    """The exception: in the last field of a door, Enter presses its button."""

    def __init__(self, owner: QWidget, press: Callable[[], object]) -> None:
        super().__init__(owner)
        self._press = press

    def watch(self, *editors: QWidget) -> None:
        # Installed last, so it is asked before the frame that would move on.
        for editor in editors:
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = event if isinstance(event, QKeyEvent) else None
        if key is None or event.type() is not QEvent.Type.KeyPress or key.key() not in _ENTER:
            return super().eventFilter(watched, event)
        if not key.modifiers() & _CHORD:
            self._press()
            return True
        return super().eventFilter(watched, event)
