"""A sheet counts as printed once a printer took it, and never because somebody asked for one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from immtrac_desk.domain.ids import DocumentId
from tests.journeys.conftest import Counter
from tests.journeys.test_other_forms import by_mother, consent_room
from tests.ui.rooms_office import desks
from ui import printing
from ui.views.consent import ConsentView
from ui.wording import tr


def ready(counter: Counter) -> tuple[ConsentView, DocumentId]:
    room = consent_room(counter, counter.office.client(date(2015, 3, 10)))
    by_mother(room)
    assert room.consent is not None
    return room, room.consent.draft.record_id


def test_a_sheet_for_ink_that_the_printer_took_counts(counter: Counter) -> None:
    room, record_id = ready(counter)
    room.print_for_ink()
    assert counter.office.desk.papers.times_printed(record_id) == 1


def test_a_sheet_for_ink_that_was_cancelled_is_kept_and_does_not_count(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ask_and_print", lambda *_, **__: False)
    room, record_id = ready(counter)
    room.print_for_ink()
    desk = counter.office.desk
    assert room.consent is not None
    assert desk.consents.last_print(room.consent.draft.id) is not None
    assert desk.papers.times_printed(record_id) == 0
    assert "printed" not in [line.act for line in desk.book.history(limit=20)]


def said_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.mark.parametrize(
    ("language", "once", "twice"),
    [
        ("en", "printed once", "printed 2 times"),
        ("es", "se imprimió una vez", "se imprimió 2 veces"),
    ],
)
def test_once_is_not_said_as_a_number_of_times(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, language: str, once: str, twice: str
) -> None:
    monkeypatch.setattr(tr, "language", language)
    paper = desks.filed(counter)
    papers = counter.office.desk.papers
    for words in (once, twice):
        papers.note_printed(paper.id)
        counter.settle()
        room = counter.go("client", client_id=paper.client_id)
        assert words in said_in(room)
