"""The printer: PDF bytes to paper, without a file of ours in between."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from immtrac_desk.errors import DeskError
from ui.shell.wardrobe import dress

JOB = "ImmTrac Desk"
"""The title of every job: a queue shows titles to everybody, so it names nobody."""
_DOTS = 300


def a_printer() -> QPrinter:
    """A printer set to letter paper, edge to edge: the sheet carries its own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB)
    printer.setCreator(JOB)
    printer.setResolution(_DOTS)
    printer.setFullPage(True)
    _set_page(printer, QPageSize(QPageSize.PageSizeId.Letter).size(QPageSize.Unit.Point))
    return printer


def ask_and_print(pdf: bytes, parent: QWidget, *, copies: int = 1) -> bool:
    """Let the person choose a printer and print; False if they thought better of it.

    DeskError `print.no_printer` where the machine knows none, `print.failed` where the job
    could not be begun, `print.unreadable` where these are no PDF bytes.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise DeskError("print.no_printer")
    printer = a_printer()
    printer.setCopyCount(copies)
    dialog = QPrintDialog(printer, parent)
    dress(dialog)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_on(printer, pdf)
    return True


def print_on(printer: QPrinter, pdf: bytes) -> int:
    """Put every page on the printer at its true size and return how many there were.

    The paper is asked for page by page: an envelope after its letter is asked for as an envelope.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = int(document.pageCount())
    if pages < 1:
        raise DeskError("print.unreadable")
    _set_page(printer, document.pagePointSize(0))
    painter = QPainter()
    if not painter.begin(printer):
        raise DeskError("print.failed")
    for page in range(pages):
        if page:
            _set_page(printer, document.pagePointSize(page))
        if page and not printer.newPage():
            painter.end()
            raise DeskError("print.failed")
        _put(painter, printer, document, page)
    painter.end()
    document.close()
    return pages


def _set_page(printer: QPrinter, points: QSizeF) -> None:
    """Ask for paper of this size, the short side across for the printer to turn."""
    wide = points.width() > points.height()
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    upright = QSizeF(min(points.toTuple()), max(points.toTuple()))
    # fuzzy, so that a size of the standard keeps its name and its tray
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))


def _put(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    scale = printer.resolution() / 72
    place = QRectF(0, 0, points.width() * scale, points.height() * scale)
    dots = QSize(round(points.width() * _DOTS / 72), round(points.height() * _DOTS / 72))
    image = QImage(dots, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    over = QPainter(image)
    over.drawImage(0, 0, document.render(page, dots))
    over.end()
    painter.drawImage(place, image)
