"""Adult, disaster, wet ink, refusal, withdrawal, existing, undo: in the real window."""

from __future__ import annotations

from datetime import date

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import Choice, FormKind, Intent, Manner, Scope, Status
from tests.journeys.conftest import Counter
from tests.office import PASSPHRASE
from ui.views.client import ClientView
from ui.views.consent import ConsentView
from ui.views.existing import ExistingView
from ui.views.signer import SignerView


def consent_room(counter: Counter, client: Client, intent: Intent = Intent.JOIN) -> ConsentView:
    room = counter.go("consent", client_id=client.id, intent=intent)
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    return room


def by_mother(room: ConsentView) -> None:
    assert room.consent is not None
    room.consent.put("signer.name", "María García")
    room.consent.choose_capacity("mother")


def sign_on_screen(counter: Counter, room: ConsentView, choice: Choice) -> ConsentView:
    room.hand()
    signer = counter.room
    assert isinstance(signer, SignerView)
    signer.choices[choice].click()
    counter.draw_on(signer.pad)
    signer.done.click()
    signer.back.passphrase.setText(PASSPHRASE)
    signer.back.check()
    counter.settle()
    back = counter.room
    assert isinstance(back, ConsentView)
    return back


def recorded(counter: Counter) -> ClientView:
    counter.act("record")
    counter.settle()
    room = counter.room
    assert isinstance(room, ClientView)
    assert room.presenter is not None
    return room


def test_an_adult_signs_for_themself_with_everything_filled_in(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10))
    room = consent_room(counter, client)
    assert room.consent is not None
    assert room.consent.draft.form is FormKind.ADULT
    assert room.consent.capacity == "self"
    assert room.consent.missing() == ("choice", "signature")
    room = sign_on_screen(counter, room, Choice.GRANT)
    view = recorded(counter)
    assert view.presenter is not None
    assert view.presenter.file.standing.status is Status.SIGNED_TO_AFFIRM
    assert view.aside.paper is not None, "the sheet is shown as it was filed"
    counter.act("print")
    assert len(counter.printed) == 1, "the signer was given a copy"
    document = view.presenter.file.documents[0]
    assert counter.printed[0] == counter.office.desk.papers.pdf(document.id)


def test_a_disaster_consent_stands_beside_the_standard_one(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10))
    room = sign_on_screen(
        counter, consent_room(counter, client, Intent.KEEP_DISASTER), Choice.GRANT
    )
    assert room.consent is not None
    view = recorded(counter)
    assert view.presenter is not None
    standing = view.presenter.file.standing
    assert standing.status is Status.NONE_ADULT
    assert view.presenter.file.documents[0].form is FormKind.DISASTER
    assert [one.form for one in standing.to_affirm] == [FormKind.DISASTER]


def test_printed_for_ink_and_signed_three_days_later(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    room = consent_room(counter, client)
    by_mother(room)
    room.print_for_ink()
    assert len(counter.printed) == 1
    counter.go("today")
    counter.office.clock.on(date(2026, 11, 25))
    room = consent_room(counter, client)
    assert room.consent is not None
    assert room.consent.printed is not None, "the print is found again with its draft"
    assert room.fields is not None
    ink = room.fields.ink
    counter.type_in(ink.on, "11/24/2026")
    ink.done.click()
    assert ink.choice.findings, "what the paper says is asked, never guessed"
    ink.choice.button("grant").click()
    ink.done.click()
    assert room.consent.signed is not None
    assert room.consent.signed.signature.manner is Manner.WET_INK
    view = recorded(counter)
    assert view.presenter is not None
    document = view.presenter.file.documents[0]
    assert document.signed_on == date(2026, 11, 24)
    assert counter.office.desk.papers.pdf(document.id) == counter.printed[0]


def test_an_edit_after_printing_makes_the_paper_stale(counter: Counter) -> None:
    room = consent_room(counter, counter.office.client(date(2015, 3, 10)))
    by_mother(room)
    room.print_for_ink()
    assert room.consent is not None
    assert room.fields is not None
    assert room.fields.ink.done.isEnabled()
    room.consent.put("client.address.street", "14 Oak Street")
    assert not room.fields.ink.done.isEnabled()
    room.print_for_ink()
    assert room.fields.ink.done.isEnabled()
    assert counter.printed[0] != counter.printed[1]


def test_a_refusal_is_recorded_and_nothing_is_sent(counter: Counter) -> None:
    room = consent_room(counter, counter.office.client(date(2015, 3, 10)))
    by_mother(room)
    room = sign_on_screen(counter, room, Choice.DECLINE)
    view = recorded(counter)
    assert view.presenter is not None
    assert view.presenter.file.standing.status is Status.DECLINED
    assert "vaccination goes on" in counter.inside.notice.text
    assert not [offer for offer in view.presenter.offers() if offer.form in ("send", "affirm")]


def test_a_withdrawal_asks_what_ends_and_waits_for_dshs(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10))
    room = consent_room(counter, client, Intent.LEAVE)
    assert room.consent is not None
    assert room.consent.draft.scope is None, "what ends is never preset"
    room.consent.put("scope", "standard")
    room = sign_on_screen(counter, room, Choice.WITHDRAW)
    view = recorded(counter)
    assert view.presenter is not None
    standing = view.presenter.file.standing
    assert standing.status is Status.WITHDRAWN
    assert view.presenter.file.acts[0].act.scope is Scope.STANDARD
    first = view.presenter.offers()[0]
    assert first.form == "send"


def test_an_existing_consent_needs_no_sheet_of_ours(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10))
    room = counter.go("existing", client_id=client.id)
    assert isinstance(room, ExistingView)
    room.record()
    assert room.form.findings, "the first empty field says so"
    room.form.button("F11-13366").click()
    room.source.button("immtrac2").click()
    counter.type_in(room.where, "Edit Consent screen")
    counter.type_in(room.signed_on, "5/5/2020")
    counter.type_in(room.affirmed_by, "mrobles")
    counter.type_in(room.affirmed_on, "5/6/20200")
    room.record()
    assert [one.code for one in room.affirmed_on.findings] == ["date.unreadable"]
    assert counter.office.desk.people.file(client.id).documents == ()
    counter.type_in(room.affirmed_on, "5/6/2020")
    assert not room.signer_name.isVisible()
    counter.act("record")
    view = counter.room
    assert isinstance(view, ClientView)
    assert view.presenter is not None
    assert view.presenter.file.standing.status is Status.CONSENTED_ADULT
    assert view.presenter.file.documents[0].digest == ""


def test_a_slip_is_undone_and_the_form_is_offered_again(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10))
    sign_on_screen(counter, consent_room(counter, client), Choice.GRANT)
    view = recorded(counter)
    counter.act("undo")
    assert view.form is not None
    assert view.form.form_id == "undo"
    view.form.submit()
    assert view.form.editors["reason"].findings, "an undo wants its reason"  # type: ignore[union-attr]
    view.form.editors["reason"].set_text("wrong client at the counter")  # type: ignore[union-attr]
    counter.act("record")
    counter.settle()
    assert view.presenter is not None
    file = view.presenter.file
    assert file.standing.status is Status.NONE_ADULT
    assert {line.act.kind for line in file.acts} >= {ActKind.ENTERED_IN_ERROR}
    counter.act("undo")
    again = counter.room
    assert isinstance(again, ConsentView)
    assert again.consent is not None
    assert again.consent.draft.choice is None
    assert again.consent.draft.signer_name


def test_a_consent_on_file_gives_no_second_form_and_says_why(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10))
    sign_on_screen(counter, consent_room(counter, client), Choice.GRANT)
    recorded(counter)
    room = counter.go("consent", client_id=client.id)
    assert isinstance(room, ConsentView)
    assert room.consent is None
    assert not room.foot.isVisible()


@pytest.mark.parametrize(("who", "blocked"), [("grandparent", True), ("mother", False)])
def test_a_grandparent_is_told_why_and_may_not_sign(
    counter: Counter, who: str, blocked: bool
) -> None:
    room = consent_room(counter, counter.office.client(date(2015, 3, 10)))
    assert room.consent is not None
    assert room.fields is not None
    room.consent.put("signer.name", "María García")
    room.consent.choose_capacity(who)
    room.hand()
    assert (counter.room is room) is blocked
    assert bool(room.fields.who.verdict.accessibleName()) is blocked


def test_a_supervisor_overrides_an_existing_paper_of_a_foster_parent(counter: Counter) -> None:
    client = counter.office.client(date(2015, 3, 10))
    room = counter.go("existing", client_id=client.id)
    assert isinstance(room, ExistingView)
    room.form.button("C-7").click()
    room.source.button("paper").click()
    counter.type_in(room.where, "chart")
    counter.type_in(room.signed_on, "5/5/2020")
    counter.type_in(room.signer_name, "Ruth Whitfield")
    room.who.set_value("foster-parent")
    assert not room.reason.isVisible()
    room.record()
    assert room.who.findings, "why not, beside who"
    assert room.reason.isVisible()
    counter.type_in(room.reason, "designation of the court")
    counter.type_in(room.seen, "form 2085")
    room.record()
    view = counter.room
    assert isinstance(view, ClientView)
    assert view.presenter is not None
    assert view.presenter.file.standing.status is Status.SIGNED_TO_AFFIRM
