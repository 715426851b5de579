"""The verbs that ask about reporting: must a dose be reported, and under which consent code."""

from datetime import UTC, date, datetime

import click

from immtrac_desk.cli.doorway import answer, json_option
from immtrac_desk.cli.law_verbs import IsoDate
from immtrac_desk.law.consent_code import ConsentShown
from immtrac_desk.law.consent_code import consent_code as code_for
from immtrac_desk.law.reporting import DoseFacts, DoseKind, Held
from immtrac_desk.law.reporting import report_due as due_for

_DAY = IsoDate()


@click.command("report-due")
@click.option("--birth", required=True, type=_DAY, help="The client's birth date.")
@click.option("--given", required=True, type=_DAY, help="The day of the dose.")
@click.option("--kind", required=True, type=click.Choice([kind.value for kind in DoseKind]))
@click.option(
    "--consent",
    type=click.Choice([held.value for held in Held]),
    default=Held.UNKNOWN.value,
    help="Whether a standard consent is held.",
)
@click.option("--responder", is_flag=True, help="A first responder or household adult asks.")
@click.option(
    "--report-days",
    type=click.IntRange(0, 3650),
    help="An event's own days; fewer than the law's count, and for a disaster dose only.",
)
@click.option("--on", type=_DAY, help="The day asked about; by default today.")
@json_option
def report_due(
    birth: date,
    given: date,
    kind: str,
    consent: str,
    responder: bool,
    report_days: int | None,
    on: date | None,
    as_json: bool,
) -> None:
    """Say whether a dose must be reported, by when, and how loud the day is (DT-19)."""
    dose = DoseFacts(
        born_on=birth,
        given_on=given,
        kind=DoseKind(kind),
        consent=Held(consent),
        responder=responder,
        report_days=report_days,
    )
    day = on or _today()
    duty = due_for(dose, day)
    told: dict[str, object] = {
        "must_report": duty.must_report,
        "due": duty.due_on.isoformat() if duty.due_on else None,
        "state": duty.state(day).value,
        "row": duty.row,
        "citation": duty.citation,
    }
    answer(told, as_json, lambda: [f"{key}: {value}" for key, value in told.items()])


@click.command("consent-code")
@click.option("--birth", required=True, type=_DAY, help="The client's birth date.")
@click.option("--on", required=True, type=_DAY, help="The day asked about.")
@click.option(
    "--consent",
    required=True,
    type=click.Choice([shown.value for shown in ConsentShown]),
    help="The consent that is held.",
)
@json_option
def consent_code(birth: date, on: date, consent: str, as_json: bool) -> None:
    """Say which Texas consent code stands for a consent on a day, if any (DT-20)."""
    found = code_for(ConsentShown(consent), birth, on)
    told: dict[str, object] = {"code": found.code, "row": found.row}
    answer(told, as_json, lambda: [f"{key}: {value}" for key, value in told.items()])


def _today() -> date:
    """The terminal's own day."""
    return datetime.now(tz=UTC).astimezone().date()
