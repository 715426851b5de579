"""What is half typed as the lock falls: offered back to who typed it, never put in silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.bootstrap import open_vault
from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import FormKind, Role
from tests.journeys.conftest import Counter
from tests.office import BOSS, CLERK, PASSPHRASE
from tests.ui.rooms.locking import lock_and_unlock
from ui.presenters.client_typing import ClientTyping
from ui.shell.crash import CrashPage
from ui.views.client import ClientView
from ui.views.client_form import ClientForm
from ui.views.clients import ClientsView
from ui.views.existing import ExistingView
from ui.widgets.field import Field
from ui.wording import tr


def new_form(counter: Counter, add: str = "Vega, Lucía") -> ClientForm:
    room = counter.go("clients", add=add)
    assert isinstance(room, ClientsView)
    assert room.form is not None
    return room.form


def edit_form(counter: Counter, client_id: str) -> ClientForm:
    room = counter.go("client", client_id=client_id)
    assert isinstance(room, ClientView)
    room._edit()
    assert room.edit is not None
    counter.app.processEvents()
    return room.edit


def line(form: ClientForm, name: str) -> Field:
    field = form.set.fields[name]
    assert isinstance(field, Field)
    return field


def half_type(counter: Counter, form: ClientForm) -> None:
    counter.type_in(line(form, "client.middle_name"), "María")
    counter.type_in(line(form, "client.born_on"), "03/10/20")
    counter.type_in(line(form, "client.phone"), "512 555")
    form.presenter.put("client.mother_maiden_name", Explicit.UNKNOWN)
    form.contacts.add()
    counter.type_in(form.contacts.fields["contact.0.first"], "Rosa")


def shown(form: ClientForm) -> bool:
    return not form.kept_strip.isHidden()


def told(form: ClientForm) -> str:
    return form.kept_strip.accessibleName()


def test_a_new_client_typed_before_the_lock_is_offered_back_saved_and_gone(
    counter: Counter,
) -> None:
    half_type(counter, new_form(counter))
    lock_and_unlock(counter)
    form = new_form(counter, "")
    assert told(form) == "You were typing here: today 09:30. It was kept for you."
    assert line(form, "client.middle_name").text() == "", "never silently"
    form.kept_strip.go_on.click()
    assert not shown(form)
    assert line(form, "client.last_name").text() == "Vega"
    assert line(form, "client.middle_name").text() == "María"
    assert line(form, "client.phone").text() == "512 555", "half a number is kept too"
    assert form.presenter.answer("client.mother_maiden_name") is Explicit.UNKNOWN
    assert form.contacts.fields["contact.0.first"].text() == "Rosa"
    counter.type_in(line(form, "client.phone"), "512 555 0142")
    counter.type_in(line(form, "client.born_on"), "03/10/2020")
    form.save()
    (match,) = counter.office.desk.people.find("Vega")
    file = counter.office.desk.people.file(match.id)
    assert file.client.mother_maiden_name is Explicit.UNKNOWN
    assert [person.name.first for person in file.responsible] == ["Rosa"]
    assert not shown(new_form(counter, ""))


def test_half_a_birth_date_is_kept_as_it_was_typed(counter: Counter) -> None:
    counter.type_in(line(new_form(counter), "client.born_on"), "13/")
    lock_and_unlock(counter)
    form = new_form(counter, "")
    form.kept_strip.go_on.click()
    assert line(form, "client.born_on").text() == "13/"
    assert not form.presenter.can_save


def test_another_person_is_not_offered_it(counter: Counter) -> None:
    counter.office.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    half_type(counter, new_form(counter))
    lock_and_unlock(counter, CLERK)
    assert not shown(new_form(counter, ""))
    lock_and_unlock(counter, BOSS)
    assert shown(new_form(counter, ""))


def test_what_is_discarded_is_offered_no_more(counter: Counter) -> None:
    half_type(counter, new_form(counter))
    lock_and_unlock(counter)
    form = new_form(counter, "")
    form.kept_strip.discard.click()
    assert not shown(form)
    assert not shown(new_form(counter, ""))
    acts = [one.act for one in counter.office.desk.book.history(limit=3)]
    assert "form_discarded" in acts


def test_a_form_nobody_typed_in_is_not_kept(counter: Counter) -> None:
    new_form(counter, "Vega, Lucía")
    lock_and_unlock(counter)
    assert not shown(new_form(counter, ""))


def test_what_is_typed_over_an_offer_is_not_lost_either(counter: Counter) -> None:
    half_type(counter, new_form(counter))
    lock_and_unlock(counter)
    form = new_form(counter, "Ruiz, Eva")
    counter.type_in(line(form, "client.middle_name"), "Inés")
    form.kept_strip.go_on.click()
    assert line(form, "client.last_name").text() == "Vega"
    form = new_form(counter, "")
    form.kept_strip.discard.click()
    assert shown(form), "the other one is offered in its turn"
    form.kept_strip.go_on.click()
    assert form.presenter.client.name.shown in ("Ruiz, Eva Inés", "Vega, Lucía María")


def test_cancelling_gives_up_what_was_kept(counter: Counter) -> None:
    half_type(counter, new_form(counter))
    lock_and_unlock(counter)
    form = new_form(counter, "")
    form.kept_strip.go_on.click()
    form._cancel()
    assert not shown(new_form(counter, ""))


def test_going_to_another_room_and_a_fault_keep_it_as_the_lock_does(counter: Counter) -> None:
    half_type(counter, new_form(counter))
    counter.go("today")
    form = new_form(counter, "")
    assert shown(form)
    form.kept_strip.discard.click()
    counter.type_in(line(form, "client.last_name"), "Olmos")
    counter.window.broke("a report")
    assert isinstance(counter.window.crash, CrashPage)
    (kept,) = counter.office.desk.forms.kept("client_form", "", ClientTyping)
    assert kept.typed.client.name.last == "Olmos"


def test_a_correction_comes_back_over_what_a_colleague_corrected_meanwhile(
    counter: Counter,
) -> None:
    client = counter.office.client(date(2015, 3, 10))
    counter.type_in(line(edit_form(counter, client.id), "client.mother_first_name"), "Elena")
    counter.window.lock()
    office = counter.office
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
    office.desk.people.save(replace(client, name=PersonName(last="Olmos", first="Ana")))
    counter.window.enter(office.desk, office.path)
    assert not shown(new_form(counter, "")), "a correction is offered on its own client only"
    form = edit_form(counter, client.id)
    form.kept_strip.go_on.click()
    assert line(form, "client.last_name").text() == "Olmos"
    assert line(form, "client.mother_first_name").text() == "Elena"
    form.save()
    assert office.desk.people.file(client.id).client.mother_first_name == "Elena"
    assert not shown(edit_form(counter, client.id))


@pytest.mark.parametrize(("language", "go_on"), [("en", "Go on"), ("es", "Continuar")])
def test_the_strip_turns_with_the_language(counter: Counter, language: str, go_on: str) -> None:
    half_type(counter, new_form(counter))
    lock_and_unlock(counter)
    form = new_form(counter, "")
    tr.use(language)
    counter.window.retell()
    assert form.kept_strip.go_on.text() == go_on
    assert tr.say("kept_form.says", at="").split(":")[0] in told(form)


# Record an existing consent


def existing(counter: Counter, client_id: str) -> ExistingView:
    room = counter.go("existing", client_id=client_id)
    assert isinstance(room, ExistingView)
    return room


def half_record(counter: Counter, room: ExistingView) -> None:
    room.form.set_value(FormKind.MINOR.value)
    room.form.changed.emit()
    room.source.set_value("paper")
    room.source.changed.emit()
    counter.type_in(room.where, "Chart 12")
    counter.type_in(room.signed_on, "13/")
    counter.type_in(room.signer_name, "Eva Ruiz")
    room.who.set_value("mother")
    room.who.changed.emit()


def test_an_existing_consent_is_offered_back_recorded_and_gone(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    half_record(counter, existing(counter, client.id))
    lock_and_unlock(counter)
    room = existing(counter, client.id)
    assert not room.kept_strip.isHidden()
    assert room.where.text() == "", "never silently"
    room.kept_strip.go_on.click()
    assert room.kept_strip.isHidden()
    assert (room.form.value(), room.source.value()) == (FormKind.MINOR.value, "paper")
    assert (room.where.text(), room.signed_on.line.text()) == ("Chart 12", "13/")
    assert (room.signer_name.text(), room.who.value()) == ("Eva Ruiz", "mother")
    counter.type_in(room.signed_on, "10/01/2026")
    room.record()
    (document,) = counter.office.desk.people.file(client.id).documents
    assert document.signer_name == "Eva Ruiz"
    assert existing(counter, client.id).kept_strip.isHidden()


def test_an_existing_consent_is_offered_on_its_own_client_to_its_own_clerk(
    counter: Counter,
) -> None:
    client, other = counter.office.client(date(2015, 3, 10)), counter.office.client()
    counter.office.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    half_record(counter, existing(counter, client.id))
    lock_and_unlock(counter, CLERK)
    assert existing(counter, client.id).kept_strip.isHidden()
    lock_and_unlock(counter)
    assert existing(counter, other.id).kept_strip.isHidden()
    room = existing(counter, client.id)
    room.kept_strip.discard.click()
    assert room.kept_strip.isHidden()
    assert existing(counter, client.id).kept_strip.isHidden()


def test_a_scan_is_not_kept_and_that_is_said(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    room = existing(counter, client.id)
    room.scan.set_data(b"%PDF-1.7")
    room.scan.changed.emit()
    lock_and_unlock(counter)
    room = existing(counter, client.id)
    room.kept_strip.go_on.click()
    assert room.scan.data() is None
    assert "The scan was not kept" in counter.inside.notice.text


def test_cancelling_an_existing_consent_gives_it_up(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    counter.go("client", client_id=client.id)
    room = existing(counter, client.id)
    half_record(counter, room)
    room.keep()
    room._cancel()
    assert existing(counter, client.id).kept_strip.isHidden()
