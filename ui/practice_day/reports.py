"""Reports and the handbook in pictures: every picture, a list behind one, TIPS, a chapter."""

from PySide6.QtCore import Qt

from immtrac_desk.desk.handbook import PRIVACY
from ui.practice_day.hands import Hands
from ui.views.handbook import HandbookView
from ui.views.report_pictures import PicturesPage
from ui.views.reports import ReportsView

BESIDE = ("tips", "re", "registry")


def look_at_reports(hands: Hands) -> None:
    """A still of all pictures, of each with its numbers, of a list behind one, and of the rest."""
    page = hands.go("reports", ReportsView, section="pictures").page
    assert isinstance(page, PicturesPage)
    page.filters.kind.set_value("year")
    page.filters.kind.changed.emit()
    page.to_grid()
    hands.rest()
    hands.still("reports")
    for name in page.presenter.names[: 1 if hands.quick else None]:
        page.to_one(name)
        hands.rest()
        hands.still(f"report-{name}")
    page.to_one(page.presenter.names[0])
    hands.rest()
    page.to_behind(_key(page))
    hands.rest()
    hands.still("report-behind")
    page.to_grid()
    for section in BESIDE:
        hands.go("reports", ReportsView, section=section)
        hands.rest()
        hands.still(f"reports-{section}")


def look_at_handbook(hands: Hands) -> None:
    """A still of the first chapter, of one with its check, and of the record to be signed."""
    room = hands.go("handbook", HandbookView)
    chapters = hands.desk.handbook.chapters("en")
    room.turn_to(chapters[0].id)
    hands.still("handbook")
    room.turn_to("confidentiality")
    hands.rest()
    bar = room.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    hands.still("handbook-check")
    room.sign_record()
    hands.still("handbook-training")


def sign_training(hands: Hands) -> None:
    """Answer the checks of the privacy training, and sign the record with the mouse."""
    room = hands.go("handbook", HandbookView)
    for chapter in PRIVACY:
        room.turn_to(chapter)
        assert room.check is not None
        for box, question in zip(
            room.check.questions, hands.desk.handbook.questions(chapter, "en"), strict=True
        ):
            box.buttons[question.right].click()
    room.sign_record()
    card = room.training
    assert card is not None
    card.person.set_value(card.signing.people()[0].id)
    card.person.changed.emit()
    hands.rest()
    hands.sign(card.pad)
    hands.still("handbook-signed")
    card.file.click()
    hands.rest()
    inside = hands.window.inside
    assert inside is not None
    inside.notice.put_away()


def _key(page: PicturesPage) -> str:
    """The first number with somebody behind it."""
    for part in page.one.parts:
        items = (
            part.table.item(down, across)
            for down in range(part.table.rowCount())
            for across in range(part.table.columnCount())
        )
        keys = (str(item.data(Qt.ItemDataRole.UserRole) or "") for item in items if item)
        if found := next((key for key in keys if key), ""):
            return found
    raise RuntimeError("nobody stands behind any number")
