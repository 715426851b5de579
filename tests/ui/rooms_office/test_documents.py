"""Documents: found, looked at and printed as filed, each look and print in the book."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import FormKind
from immtrac_desk.errors import DeskError
from tests.journeys.conftest import Counter
from tests.seen import signed_paper
from tests.ui.rooms_office import desks
from ui import printing
from ui.views.documents import BLANK, DocumentsView


def documents(counter: Counter, **about: object) -> DocumentsView:
    room = counter.go("documents", **about)
    assert isinstance(room, DocumentsView)
    return room


def looks(counter: Counter, act: str) -> int:
    return len(counter.office.desk.book.history(acts=(act,)))


def test_the_list_shows_papers_and_logs_no_look_until_one_is_opened(counter: Counter) -> None:
    paper = desks.filed(counter)
    room = documents(counter)
    assert [row.document.id for row in room.presenter.rows] == [paper.id]
    assert looks(counter, "document_looked_at") == 0
    room.table.setFocus()
    room.table.setCurrentCell(0, 0)
    QTest.keyClick(room.table, Qt.Key.Key_Return)
    assert looks(counter, "document_looked_at") == 1
    assert room.pane.preview.pages() >= 1
    assert "García-López" in room.pane.preview.text()


def test_a_reprint_is_the_filed_bytes_and_is_counted(counter: Counter) -> None:
    paper = desks.filed(counter)
    room = documents(counter, document_id=paper.id)
    counter.act("print")
    counter.act("print")
    desk = counter.office.desk
    assert counter.printed == [desk.papers.pdf(paper.id)] * 2
    assert desk.papers.times_printed(paper.id) == 2
    printed = dict(room.pane.facts.facts)["Printed"]
    assert printed == "2 times"


def test_what_is_frozen_on_the_paper_stands_beside_it(counter: Counter) -> None:
    paper = desks.filed(counter)
    room = documents(counter, document_id=paper.id)
    facts = dict(room.pane.facts.facts)
    assert facts["Choice"] == "Declines"
    assert facts["Signed by"] == "García María, mother"
    assert facts["Record id"] == paper.id
    assert facts["Digest of the filed paper"] == paper.digest


@pytest.mark.parametrize("asked", ["garcia", "C-7", "record id"])
def test_a_paper_is_found_by_client_stock_number_or_record_id(counter: Counter, asked: str) -> None:
    paper = desks.filed(counter)
    room = documents(counter)
    counter.type_in(room.line, paper.id if asked == "record id" else asked)
    room.ask()
    assert room.presenter.row_of(paper.id) == 0
    counter.type_in(room.line, "Nobody Atall")
    room.ask()
    assert room.presenter.rows == ()


def scanned_text(counter: Counter, paper: Document) -> str:
    covered = "|".join((paper.stock_no, paper.language, paper.revision, paper.id))
    return f"IMMTRAC-DESK/1|{covered}|{counter.office.desk.corridor.paper_check(covered)}"


def test_a_scanned_sheet_opens_its_document_and_a_forged_one_does_not(counter: Counter) -> None:
    paper = desks.filed(counter)
    text = scanned_text(counter, paper)
    room = documents(counter)
    counter.type_in(room.line, text[:-1] + ("0" if text[-1] != "0" else "1"))
    QTest.keyClick(room.line, Qt.Key.Key_Return)
    assert room.pane.row is None
    assert counter.inside.notice.text
    counter.type_in(room.line, text)
    QTest.keyClick(room.line, Qt.Key.Key_Return)
    assert room.pane.row is not None
    assert room.pane.row.document.id == paper.id


def test_a_reprint_one_thought_better_of_is_not_counted(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = desks.filed(counter)
    room = documents(counter, document_id=paper.id)
    monkeypatch.setattr(printing, "ask_and_print", lambda *_, **__: False)
    counter.act("print")
    assert counter.office.desk.papers.times_printed(paper.id) == 0
    assert dict(room.pane.facts.facts)["Printed"] == "never"


def test_a_paper_seen_elsewhere_has_no_sheet_and_cannot_be_reprinted(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    signed_paper(counter.office.desk, client, date(2026, 11, 16))
    room = documents(counter)
    room.table.cellClicked.emit(0, 0)
    counter.app.processEvents()
    assert not room.pane.can_print()
    assert "print" not in room.handlers()
    assert dict(room.pane.facts.facts)["Where it was seen"] == "Signed on paper · chart"


def test_an_attached_scan_is_listed_and_opens_in_place(counter: Counter) -> None:
    paper = desks.filed(counter)
    desk = counter.office.desk
    act = desk.people.file(paper.client_id).acts[-1].act
    desk.papers.attach(act.id, "court_order", desk.papers.pdf(paper.id))
    room = documents(counter, document_id=paper.id)
    words, attachment = room.presenter.attachments(paper)[0]
    assert words.startswith("Court order")
    room.pane._opening(words, attachment)()
    assert looks(counter, "attachment_looked_at") == 1


def test_blank_forms_print_with_one_key_in_either_language(counter: Counter) -> None:
    room = documents(counter)
    counter.act("blank_forms")
    assert room.kind.value() == BLANK
    room.blanks.copies.set_value("3")
    counter.act("print")
    counter.act("sheet_language")
    room.blanks.choose(FormKind.WITHDRAWAL)
    counter.act("print")
    lines = counter.office.desk.book.history(acts=("blank_printed",))
    told = [(x.facts["form"], x.facts["language"], x.facts["copies"]) for x in lines]
    assert told == [("C-8", "es", 3), ("C-7", "en", 3)]
    assert len(counter.printed) == 2


def test_blank_forms_that_no_printer_took_are_not_counted(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person thinks better of it in the printer's own window, then not."""
    room = documents(counter, act="blank_forms")
    assert room.blanks.presenter.may_print
    with monkeypatch.context() as changed:
        changed.setattr(printing, "ask_and_print", lambda *_, **__: False)
        counter.act("print")
    assert counter.office.desk.book.history(acts=("blank_printed",)) == ()
    counter.act("print")
    assert len(counter.office.desk.book.history(acts=("blank_printed",))) == 1


@pytest.mark.parametrize("copies", ["0", "101", "many", ""])
def test_a_wrong_number_of_copies_is_refused_beside_the_field(
    counter: Counter, copies: str
) -> None:
    room = documents(counter, act="blank_forms")
    room.blanks.copies.set_value(copies)
    room.blanks.print_it()
    assert room.blanks.copies.findings
    assert counter.printed == []


def test_an_auditor_reprints_a_copy_and_prints_no_blank(counter: Counter) -> None:
    paper = desks.filed(counter)
    as_filed = counter.office.desk.papers.pdf(paper.id)
    desks.auditor(counter)
    room = documents(counter, document_id=paper.id)
    counter.act("print")
    assert counter.printed[0] != as_filed
    counter.act("blank_forms")
    assert not room.blanks.print.isEnabled()
    assert "print" not in room.handlers()


def test_the_newest_paper_stands_first(counter: Counter) -> None:
    older = desks.filed(counter)
    counter.office.clock.tick(minutes=5)
    newer = desks.filed(counter)
    room = documents(counter)
    assert [row.document.id for row in room.presenter.rows] == [newer.id, older.id]


def test_an_empty_list_says_what_will_stand_there_and_leads_to_the_clients(
    counter: Counter,
) -> None:
    room = documents(counter)
    shown = room._list.currentWidget()
    assert shown is not None
    words = [label.text() for label in shown.findChildren(QLabel)]
    assert "No papers yet" in words
    shown.findChildren(QPushButton)[0].click()
    assert counter.inside.stage.room_id == "clients"


def test_a_printer_that_nobody_chose_leaves_the_paper_open(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = desks.filed(counter)
    room = documents(counter, document_id=paper.id)

    def no_printer(*_: object, **__: object) -> bool:
        raise DeskError("print.no_printer")

    monkeypatch.setattr(printing, "ask_and_print", no_printer)
    counter.act("print")
    assert "has no printer" in counter.inside.notice.text
    assert room.pane.row is not None
