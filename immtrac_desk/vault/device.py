"""The device secret: the part of a staff slot's key that stays in this machine's keychain."""

import base64
import binascii
import hashlib
import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from immtrac_desk.vault.keys import KEY_BYTES

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "immtrac-desk"
# One trusted store per system. KWallet and libsecret have back-ends of their own in `keyring`,
# but a machine that switches between two doors to its keychain loses the secret; both also
# answer behind the Secret Service.
TRUSTED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)
_CHAINER = "keyring.backends.chainer.ChainerBackend"


@dataclass(frozen=True, slots=True)
class Keychain:
    """The machine's keychain, asked only through a back-end on the list, and never for long.

    `trusted` names classes (module and class name); `backend` stands in for the one that
    `keyring` picks; a hung keychain counts as none after `patience` seconds. None of the
    methods raises: a keychain that fails is a keychain that is not there.
    """

    trusted: frozenset[str] = TRUSTED
    backend: "KeyringBackend | None" = field(default=None, repr=False)
    patience: float = 2.0

    def find(self, vault_id: str) -> bytes:
        """The 32-byte secret kept for the vault on this machine; empty if there is none."""
        return self._ask(lambda backend: _kept(backend, vault_id))

    def find_or_make(self, vault_id: str) -> bytes:
        """The secret kept for the vault, made if missing; empty if it cannot be kept here."""
        return self._ask(lambda backend: _kept(backend, vault_id) or _made(backend, vault_id))

    def _ask(self, question: Callable[["KeyringBackend"], bytes]) -> bytes:
        answers: list[bytes] = []

        def ask() -> None:
            # Back-ends raise whatever their system raises, from D-Bus errors to import errors.
            try:
                backend = self._trusted_backend()
                answers.append(question(backend) if backend else b"")
            except Exception:
                answers.append(b"")

        if not self.trusted:
            return b""
        # A daemon thread: a keychain that never answers must not keep the program from ending.
        asking = threading.Thread(target=ask, name="keychain", daemon=True)
        asking.start()
        asking.join(self.patience)
        return answers[0] if answers else b""

    def _trusted_backend(self) -> "KeyringBackend | None":
        chosen = self.backend
        if chosen is None:
            import keyring  # slow to load, and a practice vault never needs it

            chosen = keyring.get_keyring()
        # The chainer would write to the first store that takes it, trusted or not.
        chained = _name(chosen) == _CHAINER
        offered: Iterable[KeyringBackend] = (
            getattr(chosen, "backends", ()) if chained else (chosen,)
        )
        return next((backend for backend in offered if _name(backend) in self.trusted), None)


NO_KEYCHAIN = Keychain(trusted=frozenset())


def recognizer(device_secret: bytes) -> str:
    """16 hex digits by which a slot knows its device secret again; empty for an empty secret."""
    if not device_secret:
        return ""
    return hashlib.sha256(b"immtrac-desk/device/v1" + device_secret).hexdigest()[:16]


def _kept(backend: "KeyringBackend", vault_id: str) -> bytes:
    try:
        kept = base64.b64decode(backend.get_password(_SERVICE, vault_id) or "", validate=True)
    except (binascii.Error, ValueError):
        return b""
    return kept if len(kept) == KEY_BYTES else b""


def _made(backend: "KeyringBackend", vault_id: str) -> bytes:
    made = secrets.token_bytes(KEY_BYTES)
    backend.set_password(_SERVICE, vault_id, base64.b64encode(made).decode())
    # Some back-ends take everything and keep nothing; only what comes back may become a key.
    return made if _kept(backend, vault_id) == made else b""


def _name(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"
