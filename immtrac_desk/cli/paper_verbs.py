"""The verb that prints a sheet: blank, or filled for an invented client."""

from pathlib import Path

import click

from immtrac_desk.cli.doorway import Place, answer, json_option
from immtrac_desk.cli.out_file import refuse_vault
from immtrac_desk.domain.words import FormKind
from immtrac_desk.errors import InputError


@click.command()
@click.argument("stock", type=click.Choice([form.stock_no for form in FormKind]))
@click.option("--language", required=True, type=click.Choice(["en", "es"]))
@click.option("--out", required=True, type=Place(dir_okay=False, writable=True))
@click.option("--sample", is_flag=True, help="Fill it for the invented sample client.")
@json_option
def sheet(stock: str, language: str, out: str, sample: bool, as_json: bool) -> None:
    """Write one sheet as a PDF; a blank one is marked as not verified."""
    from immtrac_desk.paperwork import blank_sheet, sample_sheet

    form = FormKind(stock)
    pdf = sample_sheet(form, language) if sample else blank_sheet(form, language)
    written(pdf, out)
    told = {"file": out, "stock": stock, "language": language, "bytes": len(pdf)}
    answer(told, as_json, lambda: [out])


def written(pdf: bytes, out: str) -> None:
    """Write the sheet. Raises InputError beside `--out`, as OutFile does."""
    target = Path(out)
    if not target.absolute().parent.is_dir():
        raise InputError("file.no_folder", "--out")
    refuse_vault(target)
    try:
        target.write_bytes(pdf)
    except OSError:
        raise InputError("file.not_written", "--out") from None
