"""The verbs of the site agreement: is it in force, until when, who holds which role."""

from datetime import date
from typing import TYPE_CHECKING

import click

from immtrac_desk.cli.doorway import answer, json_option, staff_option, vault_option
from immtrac_desk.cli.law_verbs import IsoDate
from immtrac_desk.cli.record_verbs import opened
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import InputError
from immtrac_desk.law.agreement_triggers import IEE_526

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import RoleLine, Standing

_DAY = IsoDate()


@click.group()
def agreement() -> None:
    """Say whether a site agreement is in force, and until when (DT-12, DT-13)."""


@agreement.command("status")
@vault_option
@click.option("--on", type=_DAY, help="The day asked about; by default today.")
@click.option("--organization", metavar="NAME", help="One site, by its name; by default all.")
@staff_option
@json_option
def status(
    vault: str, on: date | None, organization: str | None, staff: str | None, as_json: bool
) -> None:
    """Tell the state of the agreement of one site, or of each."""
    desk = opened(vault, staff)
    try:
        told = [_standing(desk.agreement.standing(one, on)) for one in _sites(desk, organization)]
    finally:
        desk.close()
    whole = told[0] if len(told) == 1 else told
    answer(whole, as_json, lambda: [line(one) for one in told])


@agreement.command("due")
@click.option("--approved", required=True, type=_DAY, help="The day DSHS approved it.")
@click.option("--on", required=True, type=_DAY, help="The day asked about.")
@click.option("--months", type=click.IntRange(1, 240), help="The period; by default the setting's.")
@json_option
def due(approved: date, on: date, months: int | None, as_json: bool) -> None:
    """Say when an agreement is due, and how it stands on a day; needs no vault."""
    from immtrac_desk.law.agreement_state import due_only

    if approved > on:
        raise InputError("agreement.approved_after", "--approved")
    verdict = due_only(approved, on, months)
    told: dict[str, object] = {
        "state": verdict.state.value,
        "row": verdict.row,
        "due": verdict.due.isoformat() if verdict.due else None,
        "days_left": verdict.days_left,
    }
    answer(told, as_json, lambda: [line(told)])


@click.command()
@vault_option
@click.option("--on", required=True, type=_DAY, help="The day asked about.")
@staff_option
@json_option
def roles(vault: str, on: date, staff: str | None, as_json: bool) -> None:
    """Tell who held which role at which site on a day, both ends included."""
    desk = opened(vault, staff)
    try:
        told = [_role(line) for line in desk.roster.held_on(on)]
    finally:
        desk.close()
    answer(told, as_json, lambda: [line(one) for one in told])


def _sites(desk: "Desk", name: str | None) -> list[OrganizationId]:
    wanted = name.casefold() if name is not None else None
    sites = desk.roster.organizations()
    found = [site.id for site in sites if wanted in (None, site.name.casefold())]
    if not found and name is not None:
        raise InputError("organization.unknown", "--organization")
    return found


def _standing(standing: "Standing") -> dict[str, object]:
    return {
        "organization": standing.organization.name,
        "state": standing.state.value,
        "row": standing.row,
        "due": standing.due.isoformat() if standing.due else None,
        "days_left": standing.days_left,
        "triggers": [
            {
                "code": one.code,
                "since": one.since.isoformat(),
                "who": one.who or None,
                "what": one.field or ("IEE-526" if one.code == IEE_526 else None),
            }
            for one in standing.triggers
        ],
        "applications": [
            {"id": one.application.id, "kind": one.application.kind.value, "state": one.state.value}
            for one in standing.applications
        ],
    }


def _role(line: "RoleLine") -> dict[str, object]:
    return {
        "organization": line.organization.name,
        "role": line.held.role.value,
        "last_name": line.person.last_name,
        "first_name": line.person.first_name,
        "from": line.held.from_on.isoformat(),
        "until": line.held.until_on.isoformat() if line.held.until_on else None,
    }


def line(told: dict[str, object]) -> str:
    """Return an answer as a line for a person: values side by side, lists with semicolons."""
    return "  ".join(_said(value) for value in told.values())


def _said(value: object) -> str:
    if isinstance(value, list):
        each = (" ".join(str(v) for v in one.values() if v is not None) for one in value)
        return "; ".join(each) or "-"
    return "-" if value is None else str(value)
