"""The verb that prints the handbook; it needs no vault."""

import click

from immtrac_desk.cli.doorway import Place, answer, json_option
from immtrac_desk.cli.out_file import OutFile
from immtrac_desk.sayings import LANGUAGES


@click.command()
@click.option("--language", required=True, type=click.Choice(list(LANGUAGES)))
@click.option("--out", required=True, type=Place(dir_okay=False, writable=True))
@json_option
def handbook(language: str, out: str, as_json: bool) -> None:
    """Write the handbook as a PDF: what the registry is, its rules, and how to work with it."""
    from immtrac_desk.paperwork.handbook import handbook_pdf

    with OutFile(out) as file:
        made = handbook_pdf(language)
        file.write(made)
    told = {"file": out, "language": language, "bytes": len(made)}
    answer(told, as_json, lambda: [out])
