"""One window: a second start raises the first and goes away."""

import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

from ui.machine import config_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 400
_STARTING_S = 3.0
"""How long one who holds the place is called: it may not have begun to listen."""


class SingleInstance(QObject):
    """`first()` says whether this start may open the window; after `listen()` `called` rings
    when another came. The network of Qt is loaded by whoever calls or listens, not before."""

    called = Signal()

    def __init__(self, name: str = "") -> None:
        super().__init__()
        # Whole paths, for the place of temporary files moves while the program runs.
        place = QDir.temp().filePath(name or _own_name())
        self._name = place if sys.platform != "win32" else QDir(place).dirName()
        self._lock = QLockFile(f"{place}.lock")
        # A living holder stays one however old its file; a dead one's is taken over at once.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def first(self) -> bool:
        """True after taking the place; False after waking the one that has it."""
        if self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        # A window that is only busy keeps its place, though it may come to the front late.
        self._wake()
        return False

    def listen(self) -> None:
        """Hear from now on who comes after."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # What a crash left behind would keep everybody out.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def leave(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _wake(self) -> None:
        """Call the holder, who may only just have started, until it hears."""
        from PySide6.QtNetwork import QLocalSocket

        until = time.monotonic() + _STARTING_S
        caller = QLocalSocket()
        while time.monotonic() < until:
            caller.connectToServer(self._name)
            if caller.waitForConnected(_PATIENCE_MS):
                caller.disconnectFromServer()
                return
            time.sleep(0.05)

    def _answer(self) -> None:
        caller = self._server.nextPendingConnection() if self._server is not None else None
        if caller is not None:
            caller.deleteLater()
        self.called.emit()


def _own_name() -> str:
    """One name per person and configuration, without showing either."""
    person = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    seed = f"{person}\n{config_folder()}".encode()
    digest = QCryptographicHash.hash(seed, QCryptographicHash.Algorithm.Sha256)
    return f"immtrac-desk-{digest.toHex().toStdString()[:16]}"
