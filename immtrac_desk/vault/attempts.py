"""Failed tries to open: when each was, and how long the next one has to wait."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from immtrac_desk.errors import VaultError

# NIST SP 800-63B-4, 3.2.2: no more than 100 failures in a row on one account.
MOST_FAILURES = 100
_FREE_TRIES = 4
_LONGEST_WAIT = timedelta(minutes=5)
# Far more than a hundred lines; the rest of a swollen file would change nothing.
_MOST_READ = 64 * 1024
_UNREADABLE = datetime(1970, 1, 1, tzinfo=UTC)


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row: none for four, then doubling to 5 min."""
    if failures <= _FREE_TRIES:
        return timedelta(0)
    return min(_LONGEST_WAIT, timedelta(seconds=2 ** min(failures - _FREE_TRIES, 16)))


@dataclass(frozen=True, slots=True)
class Attempts:
    """The file `attempts`: one moment (ISO 8601, UTC) per line for each try since the last
    success. It can be read by anybody who can read the folder, so it holds nothing else."""

    path: Path

    def failures(self) -> tuple[datetime, ...]:
        """The failed tries since the last success. A spoilt line still counts as a try."""
        try:
            with self.path.open(encoding="ascii", errors="replace") as file:
                lines = file.read(_MOST_READ).split("\n")
        except FileNotFoundError:
            return ()
        return tuple(_moment(line) for line in lines if line.strip())

    def admit(self, now: datetime) -> None:
        """Let a passphrase be tried, or VaultError `vault.locked_out` (seconds, failures) or
        `vault.recovery_only` (failures)."""
        failures = self.failures()
        if len(failures) >= MOST_FAILURES:
            raise VaultError("vault.recovery_only", failures=len(failures))
        if failures and max(failures) > now:
            failures = self._restart_wait(failures, now)
        remaining = max(failures, default=now) + wait_after(len(failures)) - now
        if remaining > timedelta(0):
            seconds = -(-remaining // timedelta(seconds=1))
            raise VaultError("vault.locked_out", seconds=seconds, failures=len(failures))

    def note(self, now: datetime) -> None:
        """Add one try, before it is made: ending the program half-way must not make it free.

        Written in place, because the lock hangs on this very file. VaultError `vault.unwritable`
        (file): a try that cannot be counted is not made.
        """
        try:
            with self.path.open("a", encoding="ascii", newline="\n") as file:
                file.write(_line(now))
        except OSError:
            raise VaultError("vault.unwritable", file=self.path.name) from None

    def clear(self) -> None:
        """Forget the failures: somebody got in, and is told of them."""
        self.keep(())

    def keep(self, failures: tuple[datetime, ...]) -> None:
        """Let exactly these stand in the file."""
        with self.path.open("r+b") as file:
            file.write("".join(map(_line, failures)).encode())
            file.truncate()

    def _restart_wait(self, failures: tuple[datetime, ...], now: datetime) -> tuple[datetime, ...]:
        """The clock went back: keep the count and begin the full wait again from now.

        Waiting for the old time could take years; forgetting it would make tries free.
        """
        kept = tuple(min(moment, now) for moment in failures)
        self.keep(kept)
        return kept


def _moment(line: str) -> datetime:
    try:
        return datetime.fromisoformat(line).astimezone(UTC)
    except (ValueError, OverflowError):
        return _UNREADABLE


def _line(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds") + "\n"
