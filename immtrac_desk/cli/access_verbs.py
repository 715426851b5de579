"""The verbs that ask about access and breaches: who may see what, who must be told by when."""

from datetime import UTC, date, datetime

import click

from immtrac_desk.cli.doorway import answer, json_option, spoken
from immtrac_desk.cli.law_verbs import IsoDate
from immtrac_desk.domain.words import Status
from immtrac_desk.errors import InputError
from immtrac_desk.law.access import RELEASED, Entity, Purpose, may_see
from immtrac_desk.law.breach import BreachClock, BreachFacts, clocks
from immtrac_desk.law.parameters import LawSettings

_DAY = IsoDate()
_OPTIONS = {"texans": "--texans", "determined_on": "--determined"}


@click.command("may-see")
@click.option("--entity", required=True, type=click.Choice([e.value for e in Entity]))
@click.option("--purpose", required=True, type=click.Choice([p.value for p in Purpose]))
@click.option("--adult", is_flag=True, help="It is an adult's record.")
@click.option("--minor", is_flag=True, help="It is a minor's record; without an age it is unknown.")
@click.option(
    "--status",
    type=click.Choice([s.value for s in Status]),
    default=RELEASED,
    help="The record's status; by default one that is released.",
)
@json_option
def may_see_what(
    entity: str, purpose: str, adult: bool, minor: bool, status: str, as_json: bool
) -> None:
    """Say whether somebody may see a record, by which row (DT-17). Nobody may by default."""
    if adult and minor:
        raise click.UsageError("--adult and --minor exclude each other")
    known = adult if adult or minor else None
    verdict = may_see(Entity(entity), Purpose(purpose), known, status, LawSettings(), _today())
    told: dict[str, object] = {
        "allowed": verdict.allowed,
        "row": verdict.row or None,
        "citation": verdict.citation or None,
    }
    answer(told, as_json, lambda: [f"{key}: {value}" for key, value in told.items()])


@click.command()
@click.option("--affected", required=True, type=click.IntRange(0), help="How many people.")
@click.option("--texans", required=True, type=click.IntRange(0), help="How many live in Texas.")
@click.option("--discovered", required=True, type=_DAY, help="The day it was discovered.")
@click.option("--determined", type=_DAY, help="The day it was found to be a breach.")
@json_option
def breach(
    affected: int, texans: int, discovered: date, determined: date | None, as_json: bool
) -> None:
    """Say who must be told of a breach and by when (DT-18). An aid: confirm with counsel."""
    facts = BreachFacts(
        affected=affected, texans=texans, discovered_on=discovered, determined_on=determined
    )
    told = [
        {
            "row": clock.row,
            "whom": clock.whom,
            "needed": clock.needed,
            "due": clock.due_on.isoformat() if clock.due_on and clock.needed else None,
            "citation": clock.citation,
            "confirmed": clock.confirmed,
            "note": _note(clock),
        }
        for clock in _clocks(facts)
    ]
    answer(told, as_json, lambda: ["  ".join(map(str, one.values())) for one in told])


def _clocks(facts: BreachFacts) -> tuple[BreachClock, ...]:
    """The clocks; a refusal names the option as it was typed."""
    try:
        return clocks(facts, _today())
    except InputError as error:
        raise InputError(error.code, _OPTIONS.get(error.field, error.field)) from None


def _note(clock: BreachClock) -> str:
    """That a clock is an aid, and what it could not count, in the language of the terminal."""
    codes = ["breach.counsel", *(["breach.elsewhere"] if clock.elsewhere else [])]
    sayings = spoken()
    return " ".join(sayings.say(code) for code in codes)


def _today() -> date:
    """The terminal's own day: rows of law are dated."""
    return datetime.now(tz=UTC).astimezone().date()
