"""The verb that writes one report of a period: as pages with its pictures, or as tables."""

import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from immtrac_desk.cli.doorway import answer, json_option, staff_option, vault_option
from immtrac_desk.cli.export_verbs import out_option
from immtrac_desk.cli.law_verbs import IsoDate
from immtrac_desk.cli.out_file import OutFile
from immtrac_desk.cli.record_verbs import opened
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.errors import InputError
from immtrac_desk.sayings import LANGUAGES

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.report_pictures import ReportAsked

KINDS = ("pdf", "xlsx", "csv")
_DAY = IsoDate()


@click.command()
@click.argument("name")
@vault_option
@click.option("--from", "first", required=True, type=_DAY, help="First day of the period.")
@click.option("--to", "last", required=True, type=_DAY, help="Last day of the period.")
@out_option
@click.option("--site", metavar="ID", help="One site; by default the whole clinic.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="en")
@staff_option
@json_option
def report(
    name: str,
    vault: str,
    first: date,
    last: date,
    out: str,
    site: str | None,
    language: str,
    staff: str | None,
    as_json: bool,
) -> None:
    """Write a report of a period: a PDF with its pictures, or its tables as .xlsx or .csv.

    NAME is coverage, birthdays, funnel, aging, responses, staff or sites. The ending of --out says
    which kind of file; a .csv holds the first table.
    """
    kind = Path(out).suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise InputError("file_out.kind", "--out")
    from immtrac_desk.desk.report_pictures import ReportAsked  # the print shop: not at start

    place = OrganizationId(site) if site else None
    asked = ReportAsked(name, first, last, place, language)
    with OutFile(out) as file:
        desk = opened(vault, staff)
        try:
            made = _made(desk, kind, asked)
        finally:
            desk.close()
        file.write(made)
    told = {
        "file": out,
        "report": name,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "site": site,
        "language": language,
        "bytes": len(made),
        "digest": hashlib.sha256(made).hexdigest(),
    }
    answer(told, as_json, lambda: [out])


def _made(desk: "Desk", kind: str, asked: "ReportAsked") -> bytes:
    return desk.reports.pdf(asked) if kind == "pdf" else desk.reports.sheet(asked, kind)
