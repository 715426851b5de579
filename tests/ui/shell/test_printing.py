"""The printer: every page at its true size, under a title that names nobody."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.pdfgen.canvas import Canvas

from immtrac_desk.errors import DeskError
from ui.printing import JOB, a_printer, ask_and_print, print_on


def sheet(pages: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    for _ in range(pages):
        canvas.rect(0, 0, 306, 396, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_pages_come_out_at_true_size_and_place(dressed: QApplication, tmp_path: Path) -> None:
    printer = a_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_on(printer, sheet(2)) == 2
    made = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(made) == 2
    assert made[0].get_size() == pytest.approx((612, 792), abs=1)
    image = made[0].render(scale=0.5).to_pil().convert("L")
    assert image.getpixel((76, 297)) < 60
    assert image.getpixel((230, 297)) > 200
    assert image.getpixel((76, 99)) > 200


def test_an_envelope_after_its_letter_is_asked_for_as_an_envelope(
    dressed: QApplication, tmp_path: Path
) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    canvas.showPage()
    canvas.setPageSize((684, 297))
    canvas.rect(0, 0, 342, 148, fill=1)
    canvas.showPage()
    canvas.save()
    printer = a_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_on(printer, out.getvalue()) == 2
    made = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert made[0].get_size() == pytest.approx((612, 792), abs=1)
    assert made[1].get_size() == pytest.approx((684, 297), abs=2)
    image = made[1].render(scale=0.5).to_pil().convert("L")
    assert image.getpixel((40, 130)) < 60
    assert image.getpixel((300, 130)) > 200
    assert image.getpixel((40, 20)) > 200


def test_the_job_s_title_names_nobody(dressed: QApplication) -> None:
    assert a_printer().docName() == JOB == "ImmTrac Desk"


def test_what_is_no_sheet_is_refused(dressed: QApplication) -> None:
    with pytest.raises(DeskError) as refused:
        print_on(a_printer(), b"not a sheet")
    assert refused.value.code == "print.unreadable"


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="a printer is set up here")
def test_a_machine_without_a_printer_says_so(dressed: QApplication) -> None:
    with pytest.raises(DeskError) as refused:
        ask_and_print(sheet(1), QWidget())
    assert refused.value.code == "print.no_printer"
