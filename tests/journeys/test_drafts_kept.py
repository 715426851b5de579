"""Drafts keep themselves, and are offered back by name and time to whoever wrote them."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from immtrac_desk.domain.words import Role
from tests.journeys.conftest import Counter
from tests.office import CLERK
from ui.views import consent as consent_view
from ui.views.consent import ConsentView
from ui.views.today import TodayView
from ui.views.today_rows import DraftRow


def begun(counter: Counter) -> ConsentView:
    client = counter.office.client(date(2015, 3, 10))
    room = counter.go("consent", client_id=client.id)
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    room.consent.put("signer.name", "María García")
    return room


def draft_rows(counter: Counter) -> list[DraftRow]:
    today = counter.go("today")
    assert isinstance(today, TodayView)
    return today.findChildren(DraftRow)


def test_a_draft_keeps_itself_once_the_typing_rests(counter: Counter, qtbot: QtBot) -> None:
    room = begun(counter)
    assert counter.office.desk.consents.drafts() == ()
    drafts = counter.office.desk.consents.drafts
    qtbot.waitUntil(lambda: bool(drafts()), timeout=consent_view.KEEP_AFTER + 30_000)
    kept = counter.office.desk.consents.drafts()
    assert [one.draft.signer_name for one in kept] == ["María García"]
    assert room.consent is not None
    assert room.consent.kept


def test_leaving_the_screen_keeps_what_was_typed(counter: Counter) -> None:
    begun(counter)
    rows = draft_rows(counter)
    assert len(rows) == 1
    rows[0].go_on.click()
    room = counter.room
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    assert room.consent.draft.signer_name == "María García"


def test_locking_keeps_the_draft_and_leaves_nothing_in_the_window(counter: Counter) -> None:
    begun(counter)
    counter.window.lock()
    assert counter.window.inside is None
    reopened = counter.office.reopen()
    assert [one.draft.signer_name for one in reopened.consents.drafts()] == ["María García"]


def test_after_a_crash_only_its_writer_is_offered_the_draft(counter: Counter) -> None:
    room = begun(counter)
    room.keep()
    inside = counter.inside
    counter.window.idle.rest()
    inside.leave()
    counter.window.inside = None
    clerk = counter.office.as_(CLERK, Role.FRONT_DESK)
    assert clerk.consents.drafts() == ()
    counter.window.enter(clerk, counter.office.path)
    assert draft_rows(counter) == []


def test_what_could_not_be_read_is_not_lost_and_is_not_kept(counter: Counter) -> None:
    room = begun(counter)
    assert room.fields is not None
    assert room.consent is not None
    field = room.fields.set.fields["client.last_name"]
    counter.type_in(field, "García\u200b")
    assert field.findings[0].code == "text.zero_width"
    assert field.editor.text() == "García\u200b"  # type: ignore[attr-defined]
    assert room.consent.draft.client.name.last == "García-López"
    room.hand()
    assert counter.room is room
    counter.type_in(field, "García")
    assert not field.findings
    assert room.consent.draft.client.name.last == "García"
