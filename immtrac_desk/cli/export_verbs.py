"""The verbs by which one client's data leave as a file: evidence of a consent."""

import hashlib

import click

from immtrac_desk.cli.doorway import Place, answer, json_option, staff_option, vault_option
from immtrac_desk.cli.out_file import OutFile
from immtrac_desk.cli.record_verbs import opened
from immtrac_desk.domain.ids import DocumentId

out_option = click.option(
    "--out", required=True, type=Place(dir_okay=False, writable=True), help="The file to write."
)


@click.group()
def export() -> None:
    """Write what the vault holds of one client as a file for another program."""


@export.command()
@vault_option
@click.argument("consent")
@out_option
@staff_option
@json_option
def fhir(vault: str, consent: str, out: str, staff: str | None, as_json: bool) -> None:
    """Write the evidence of one paper as a FHIR R4 bundle, checked before it is written.

    CONSENT is the record id printed on the paper. The file is readable by its owner alone.
    """
    with OutFile(out) as file:
        desk = opened(vault, staff)
        try:
            made = desk.evidence.bundle(DocumentId(consent.strip().upper()))
        finally:
            desk.close()
        file.write(made)
    told = {
        "file": out,
        "consent": consent.strip().upper(),
        "bytes": len(made),
        "digest": hashlib.sha256(made).hexdigest(),
    }
    answer(told, as_json, lambda: [out])
