"""What the builder takes from the machine: its clock, its keychain, the cost of a guess."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from immtrac_desk.vault.device import NO_KEYCHAIN, Keychain
from immtrac_desk.vault.making import Terms
from immtrac_desk.vault.stretching import Cost

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """Return the clinic's local time, aware of its zone."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the builder takes from the machine: its clock, its keychain, the cost of Argon2id."""

    clock: Clock = local_now
    keychain: Keychain = NO_KEYCHAIN
    cost: Cost | None = None

    def terms(self, practice: bool, clinic: str = "") -> Terms:
        chain = NO_KEYCHAIN if practice else self.keychain
        words = tuple(clinic.split())
        return Terms(keychain=chain, cost=self.cost, clinic_words=words)


USUAL = Surroundings()


def machine() -> Surroundings:
    """Return what the real program takes: the local clock and the trusted keychain."""
    return Surroundings(keychain=Keychain())
