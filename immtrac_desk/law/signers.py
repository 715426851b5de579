"""DT-2 and DT-3: who may sign for the client; whoever is not named may not."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.words import MaySign, Who
from immtrac_desk.errors import InputError
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import Row, first_row, row

REPRESENTATIVES_OF_MINOR = frozenset(
    {
        Who.PARENT,
        Who.GUARDIAN,
        Who.MANAGING_CONSERVATOR,
        Who.DFPS_WORKER,
        Who.MINOR_PARENT,
        Who.DISAGREEING_PARENT,
    }
)
"""Those whose disagreement is one in law (DT-6.4)."""

ADULTS_VOICE = frozenset({Who.SELF, Who.EMANCIPATED, Who.GUARDIAN, Who.AGENT})
"""Those who speak for a client of 18 or older (DT-3.1 to 3.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerFacts:
    """Who wants to sign, as what; `disagreement`: an open one is on record (DT-6.4)."""

    born_on: date
    who: Who
    guardianship_recorded: bool = False
    disagreement: bool = False


@dataclass(frozen=True, slots=True)
class SignerVerdict:
    """The answer; `needs` is what must be seen, `explain` the code of a sentence for a parent."""

    row: str
    may: MaySign
    citation: str
    mark: str
    needs: tuple[str, ...]
    explain: str


def may_sign(facts: SignerFacts, on: date, settings: LawSettings) -> SignerVerdict:
    """Return whether the person may sign on the day `on` (DT-2 under 18, DT-3 from 18).

    InputError `date.before_birth` if the client is born after `on`.
    """
    if facts.born_on > on:
        raise InputError("date.before_birth", "on")
    minor = is_minor(facts.born_on, on, settings)
    found = _for_minor(facts, on) if minor else _for_adult(facts, on)
    may = MaySign(found.text("may"))
    if may is MaySign.REFER and minor and settings.minor_exceptions == "block":
        may = MaySign.NO
    return SignerVerdict(
        found.id, may, found.citation, found.mark, found.words("needs"), found.text("explain")
    )


def mark_row(minor: bool, on: date = date.max) -> Row:
    """Return the row for an allowed signer who cannot write: DT-2.14 or DT-3.6."""
    return row("DT-2.14" if minor else "DT-3.6", on)


def _for_minor(facts: SignerFacts, on: date) -> Row:
    disagrees = facts.who is Who.DISAGREEING_PARENT or (
        facts.disagreement and facts.who in REPRESENTATIVES_OF_MINOR
    )
    return first_row("DT-2", {"who": facts.who.value, "disagrees": disagrees}, on)


def _for_adult(facts: SignerFacts, on: date) -> Row:
    # Who came of age by a court signs from 18 on like any other adult.
    adult_self = facts.who in (Who.SELF, Who.EMANCIPATED)
    return first_row(
        "DT-3",
        {
            "who": facts.who.value,
            "guardianship": facts.guardianship_recorded,
            "adult_self": adult_self,
        },
        on,
    )
