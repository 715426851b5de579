"""The verb that tells the doses that still await reporting, the most pressing first."""

from datetime import date
from typing import TYPE_CHECKING

import click

from immtrac_desk.cli.doorway import answer, json_option, staff_option, vault_option
from immtrac_desk.cli.law_verbs import IsoDate
from immtrac_desk.cli.record_verbs import opened
from immtrac_desk.domain.ids import OrganizationId

if TYPE_CHECKING:
    from immtrac_desk.desk.registry_pictures import DoseLine


@click.command()
@vault_option
@click.option("--on", type=IsoDate(), help="The day asked about; by default today.")
@click.option("--site", metavar="ID", help="One site; by default all of them.")
@staff_option
@json_option
def doses(vault: str, on: date | None, site: str | None, staff: str | None, as_json: bool) -> None:
    """Tell every dose that somebody still has to report, and what the registry would name."""
    desk = opened(vault, staff)
    try:
        day = on or desk.today()
        lines = desk.doses.to_report(day, OrganizationId(site) if site else None)
    finally:
        desk.close()
    told = [_dose(line, day) for line in lines]
    keys = ("due", "due_state", "state", "dose", "client")
    answer(told, as_json, lambda: ["  ".join(str(one[k] or "-") for k in keys) for one in told])


def _dose(line: "DoseLine", on: date) -> dict[str, object]:
    dose, verdict = line.dose, line.verdict
    due_on = verdict.duty.due_on
    return {
        "dose": dose.id,
        "client": line.client_id,
        "given": dose.given_on.isoformat(),
        "cvx": dose.cvx or None,
        "vaccine": line.vaccine_name or None,
        "state": verdict.state.value,
        "must_report": verdict.duty.must_report,
        "due": due_on.isoformat() if due_on else None,
        "due_state": verdict.duty.state(on).value,
        "row": verdict.row,
        "citation": verdict.citation,
        "faults": [fault.code for fault in line.faults],
        "missing": line.missing,
    }
