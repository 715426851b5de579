"""A small form half filled in as the lock falls: offered back on its own record, to its clerk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import Role, Status
from tests.journeys.conftest import Counter
from tests.office import CLERK
from tests.seen import signed_paper
from tests.ui.rooms.locking import lock_and_unlock
from ui.presenters import act_forms
from ui.presenters.act_forms import About
from ui.presenters.sheet_fields import Kind
from ui.views.act_editors import Editor, put_line, value_of
from ui.views.act_form import ActForm
from ui.views.client import ClientView
from ui.views.consent import ConsentView
from ui.views.file_pick import FilePick
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.wording import tr

TEXT = "Robert'); DROP TABLE\n<b>Ñ</b>"


def small_form(
    counter: Counter, client_id: str, form_id: str, about: About | None = None
) -> ActForm:
    room = counter.go("client", client_id=client_id)
    assert isinstance(room, ClientView)
    assert room.presenter is not None
    room.open_form(form_id, about or room.presenter.about, act="x")
    assert room.form is not None
    counter.app.processEvents()
    return room.form


def a_paper(counter: Counter, client: Client) -> Document:
    desk = counter.office.desk
    signed_paper(desk, client, date(2026, 11, 10))
    (document,) = desk.people.file(client.id).documents
    return document


def offered(form: ActForm) -> bool:
    return not form.kept_strip.isHidden()


def line(form: ActForm, name: str) -> Field:
    editor = form.editors[name]
    assert isinstance(editor, Field)
    return editor


def filled(editor: Editor, kind: Kind, options: tuple[str, ...]) -> None:
    if kind is Kind.CHOICE:
        put_line(editor, options[-1])
    elif kind is Kind.DATE:
        put_line(editor, "11/20/2026")
    elif kind is not Kind.FILE:
        put_line(editor, TEXT if kind is Kind.LONG_TEXT else "Eva Ruiz")


@pytest.mark.parametrize("form_id", [one.id for one in act_forms.forms()])
def test_every_small_form_comes_back_after_the_lock(counter: Counter, form_id: str) -> None:
    paper = a_paper(counter, counter.office.client())
    about = About(client_id=paper.client_id, document_id=paper.id)
    form = small_form(counter, paper.client_id, form_id, about)
    assert not offered(form)
    for asked in act_forms.form(form_id).asked:
        editor = form.editors[asked.name]
        shown = tuple(editor._buttons) if isinstance(editor, Choice) else ()
        if asked.kind is not Kind.CHOICE or shown:
            filled(editor, asked.kind, shown)
    typed = form.values()
    lock_and_unlock(counter)
    form = small_form(counter, paper.client_id, form_id, about)
    assert offered(form)
    assert form.values() != typed, "never silently"
    form.kept_strip.go_on.click()
    assert form.values() == typed
    assert not offered(form)


def test_half_a_day_is_kept_as_it_was_typed_and_today_is_always_today(counter: Counter) -> None:
    client = counter.office.client()
    form = small_form(counter, client.id, "record_death")
    counter.type_in(line(form, "source"), "the family")
    counter.office.clock.tick(days=1)
    lock_and_unlock(counter)
    form = small_form(counter, client.id, "record_death")
    form.kept_strip.go_on.click()
    day = form.editors["on"]
    assert isinstance(day, DateField)
    assert day.day() == counter.office.desk.today(), "nobody had said yesterday"
    counter.type_in(day, "13/")
    lock_and_unlock(counter)
    form = small_form(counter, client.id, "record_death")
    form.kept_strip.go_on.click()
    assert line(form, "on").text() == "13/"
    assert form.values()["on"] is None


def test_it_is_offered_on_its_own_record_only(counter: Counter) -> None:
    client, other = counter.office.client(), counter.office.client(date(2014, 1, 2))
    first, second = a_paper(counter, client), a_paper(counter, other)
    form = small_form(counter, client.id, "send", About(client_id=client.id, document_id=first.id))
    counter.type_in(line(form, "detail"), "tray 3")
    lock_and_unlock(counter)
    about = About(client_id=other.id, document_id=second.id)
    assert not offered(small_form(counter, other.id, "send", about))
    about = About(client_id=client.id, document_id=first.id)
    assert not offered(small_form(counter, client.id, "confirm_receipt", about))
    assert offered(small_form(counter, client.id, "send", about))


def test_it_is_offered_to_its_own_clerk_only(counter: Counter) -> None:
    counter.office.desk.staff.add(CLERK, Role.FRONT_DESK, "seven quiet herons wade")
    client = counter.office.client()
    form = small_form(counter, client.id, "note_search")
    counter.type_in(line(form, "immtrac2_id"), "77")
    lock_and_unlock(counter, CLERK)
    assert not offered(small_form(counter, client.id, "note_search"))
    lock_and_unlock(counter)
    assert offered(small_form(counter, client.id, "note_search"))


def test_the_act_done_takes_what_was_kept_away(counter: Counter) -> None:
    client = counter.office.client()
    form = small_form(counter, client.id, "record_death")
    counter.type_in(line(form, "source"), "the family")
    lock_and_unlock(counter)
    form = small_form(counter, client.id, "record_death")
    form.kept_strip.go_on.click()
    form.submit()
    desk = counter.office.desk
    assert desk.people.file(client.id).standing.status is Status.DECEASED
    assert not offered(small_form(counter, client.id, "record_death"))


def test_an_act_refused_keeps_it(counter: Counter) -> None:
    client = counter.office.client()
    form = small_form(counter, client.id, "record_death")
    counter.type_in(line(form, "source"), "the family")
    tomorrow = counter.office.desk.today() + timedelta(days=1)
    counter.type_in(line(form, "on"), f"{tomorrow:%m/%d/%Y}")
    form.submit()
    lock_and_unlock(counter)
    assert offered(small_form(counter, client.id, "record_death"))


def _escape(form: ActForm) -> None:
    QTest.keyClick(form, Qt.Key.Key_Escape)


def _cancel(form: ActForm) -> None:
    form.cancel_button.click()


@pytest.mark.parametrize("leave", [_escape, _cancel])
def test_cancel_and_escape_give_it_up(counter: Counter, leave: Callable[[ActForm], None]) -> None:
    client = counter.office.client()
    form = small_form(counter, client.id, "note_search")
    counter.type_in(line(form, "immtrac2_id"), "77")
    form.keep()
    leave(form)
    assert not offered(small_form(counter, client.id, "note_search"))


def test_going_away_and_opening_another_form_keep_it_too(counter: Counter) -> None:
    client = counter.office.client()
    form = small_form(counter, client.id, "note_search")
    counter.type_in(line(form, "immtrac2_id"), "77")
    room = counter.room
    assert isinstance(room, ClientView)
    room.open_form("record_death", About(client_id=client.id))
    form = small_form(counter, client.id, "note_search")
    assert offered(form)
    form.kept_strip.discard.click()
    counter.type_in(line(form, "immtrac2_id"), "78")
    counter.go("today")
    assert offered(small_form(counter, client.id, "note_search"))


def test_a_form_nobody_typed_in_is_not_kept(counter: Counter) -> None:
    client = counter.office.client()
    small_form(counter, client.id, "note_search")
    lock_and_unlock(counter)
    assert not offered(small_form(counter, client.id, "note_search"))


def test_a_file_is_not_kept_and_that_is_said(counter: Counter) -> None:
    paper = a_paper(counter, counter.office.client())
    (act,) = counter.office.desk.people.file(paper.client_id).acts
    about = About(client_id=paper.client_id, act_id=act.act.id)
    form = small_form(counter, paper.client_id, "attach", about)
    pick = form.editors["file"]
    assert isinstance(pick, FilePick)
    pick.set_data(b"%PDF-1.7")
    pick.changed.emit()
    lock_and_unlock(counter)
    form = small_form(counter, paper.client_id, "attach", about)
    form.kept_strip.go_on.click()
    assert value_of(form.editors["file"]) is None
    assert counter.inside.notice.text == "The file was not kept: choose it again."


def test_the_strip_turns_with_the_language(counter: Counter) -> None:
    client = counter.office.client()
    form = small_form(counter, client.id, "note_search")
    counter.type_in(line(form, "immtrac2_id"), "77")
    lock_and_unlock(counter)
    form = small_form(counter, client.id, "note_search")
    tr.use("es")
    counter.window.retell()
    assert form.kept_strip.accessibleName().startswith("Usted estaba escribiendo aquí")


# The lock falls whatever cannot be kept


def test_half_a_letter_in_a_draft_does_not_hold_up_the_lock(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    room = counter.go("consent", client_id=client.id)
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    room.consent.put("signer.name", "María García")
    room.keep()
    room.consent.draft = replace(room.consent.draft, signer_name="María Garc\ud800")
    room.consent.kept = False
    lock_and_unlock(counter)
    (kept,) = counter.office.desk.consents.drafts()
    assert kept.draft.signer_name == "María García", "what could be kept before is still there"
    assert counter.inside.notice.text == tr.say("shell.not_kept")
