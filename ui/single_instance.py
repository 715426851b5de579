"""One window: a second start raises the first and goes away."""

import getpass
import hashlib

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ui.machine import config_folder

_PATIENCE = 400


class SingleInstance(QObject):
    """`first()` says whether this start may open the window; `called` rings when another came."""

    called = Signal()

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name = name or _own_name()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def first(self) -> bool:
        """True after taking the place; False after waking the one that has it."""
        caller = QLocalSocket()
        caller.connectToServer(self._name)
        if caller.waitForConnected(_PATIENCE):
            caller.disconnectFromServer()
            return False
        # What a crash left behind would keep everybody out.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def leave(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        caller = self._server.nextPendingConnection()
        if caller is not None:
            caller.deleteLater()
        self.called.emit()


def _own_name() -> str:
    """One name per person and configuration, without showing either."""
    seed = f"{getpass.getuser()}\n{config_folder()}"
    return f"immtrac-desk-{hashlib.sha256(seed.encode()).hexdigest()[:16]}"
