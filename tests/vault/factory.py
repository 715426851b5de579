"""What the tests of the safe are made with: a cheap cost, a real vault, a keychain in memory."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from keyring.backend import KeyringBackend

from immtrac_desk.vault import making, safe
from immtrac_desk.vault.device import Keychain
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.making import Created, Terms
from immtrac_desk.vault.slots import Versions
from immtrac_desk.vault.stretching import Cost

CHEAP = Cost(memory_kib=8, iterations=1, lanes=1)
NAME = "Inés Ñuñez"
PASSPHRASE = "mustard lanterns under seven bridges"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class MemoryKeyring(KeyringBackend):
    """A real back-end that keeps its secrets in memory. Never picked by itself."""

    priority = -1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def trusting(backend: KeyringBackend, patience: float = 5.0) -> Keychain:
    """A keychain that trusts the class of `backend` and nothing else."""
    name = f"{type(backend).__module__}.{type(backend).__qualname__}"
    return Keychain(frozenset({name}), backend, patience)


@dataclass
class Vault:
    """A vault on the disk with a stand-in database, closed, and what its owner knows."""

    folder: VaultFolder
    created: Created
    terms: Terms
    later: list[safe.Opened] = field(default_factory=list)

    def open(
        self,
        name: str | None = NAME,
        passphrase: str = PASSPHRASE,
        now: datetime = NOW,
        keychain: Keychain | None = None,
    ) -> safe.Opened:
        opened = safe.open_by_passphrase(
            self.folder, name, passphrase, now, keychain or self.terms.keychain
        )
        self.later.append(opened)
        return opened

    def close(self) -> None:
        for opened in self.later:
            opened.close()

    def others(self) -> dict[str, bytes]:
        """The bytes of every file but `attempts`."""
        files = self.folder.path.iterdir()
        return {file.name: file.read_bytes() for file in files if file.name != "attempts"}


def make_vault(path: Path, *, practice: bool = False, terms: Terms | None = None) -> Vault:
    folder = VaultFolder(path, newest_schema=3)
    terms = terms or Terms(cost=CHEAP)
    created = making.create(
        folder, NAME, PASSPHRASE, versions=Versions(3, "0.1.0"), practice=practice, terms=terms
    )
    folder.database.write_bytes(b"\xa5" * 8192)
    created.close()
    return Vault(folder, created, terms)
