"""DT-6.4, E22: beside a consent in effect another representative refuses, in the real window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.words import Choice, Status
from tests.desk.signing import grant
from tests.journeys.conftest import Counter
from tests.journeys.test_other_forms import recorded, sign_on_screen
from ui.views.client import ClientView
from ui.views.consent import ConsentView
from ui.views.no_form import NoForm
from ui.views.signer import SignerView
from ui.widgets.banner import Banner
from ui.widgets.words import Button
from ui.wording import Wording, tr

SOON_18 = date(2009, 1, 10)
"""Turns 18 within half a year of the desk's day, so that the band would be due."""


@pytest.fixture
def consented(counter: Counter) -> Client:
    """The mother is on file and signed; the consent is affirmed."""
    office = counter.office
    client = office.client(SOON_18)
    mother = office.desk.people.new_responsible(client.id)
    name = PersonName(last="García", first="María")
    mother = replace(mother, name=name, relation="mother", primary=True)
    office.desk.people.save(client, (mother,))
    document = grant(office, client).document
    office.desk.consents.affirm(document.id, office.clock().date(), "mrobles")
    return client


def refusing(counter: Counter, client: Client) -> ConsentView:
    """The key for a new consent, then what is offered in its stead."""
    counter.go("client", client_id=client.id)
    room = counter.act("new_consent")
    assert isinstance(room, ConsentView)
    offer = room.findChild(NoForm)
    assert offer is not None
    words = tr.say("consent.despite")
    next(b for b in offer.findChildren(Button) if b.text() == words).click()
    assert room.consent is not None
    return room


def by_father(room: ConsentView) -> None:
    assert room.consent is not None
    room.consent.put("signer.name", "Luis López")
    room.consent.choose_capacity("father")


def status(counter: Counter, client: Client) -> Status:
    return counter.office.desk.people.file(client.id).standing.status


def test_the_sheet_begins_empty_of_a_signer_and_says_who_may_sign(
    counter: Counter, consented: Client
) -> None:
    room = refusing(counter, consented)
    assert room.consent is not None
    assert room.fields is not None
    assert (room.consent.draft.signer_name, room.consent.draft.who) == ("", None)
    told = room.head.banner.accessibleName()
    assert "refuse" in told
    assert "nobody" not in told
    strips = [one.accessibleName() for one in room.fields.findChildren(Banner)]
    assert [said for said in strips if "already on file" in said], "it is still said"
    assert not [said for said in strips if "Turns 18" in said]


def test_the_father_refuses_on_the_screen_and_it_is_a_conflict(
    counter: Counter, consented: Client
) -> None:
    room = refusing(counter, consented)
    by_father(room)
    room = sign_on_screen(counter, room, Choice.DECLINE)
    view = recorded(counter)
    assert view.presenter is not None
    assert status(counter, consented) is Status.CONFLICT


def test_the_father_refuses_on_paper(counter: Counter, consented: Client) -> None:
    room = refusing(counter, consented)
    by_father(room)
    room.print_for_ink()
    assert len(counter.printed) == 1
    assert room.fields is not None
    ink = room.fields.ink
    counter.type_in(ink.on, "11/22/2026")
    ink.choice.button("decline").click()
    ink.done.click()
    recorded(counter)
    assert status(counter, consented) is Status.CONFLICT


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_second_yes_is_not_offered_and_the_signer_is_told_why(
    counter: Counter, consented: Client, language: str
) -> None:
    room = refusing(counter, consented)
    by_father(room)
    assert room.consent is not None
    room.consent.choose_language(language)
    room.hand()
    signer = counter.room
    assert isinstance(signer, SignerView)
    yes, no = signer.choices[Choice.GRANT], signer.choices[Choice.DECLINE]
    assert (yes.isEnabled(), no.isEnabled()) == (False, True)
    why = Wording(language).say("signer.refused.form.already_consented")
    assert yes.accessibleDescription() == why
    assert why in [label.text() for label in signer.findChildren(QLabel) if label.isVisible()]
    yes.click()
    assert signer.presenter is not None
    assert signer.presenter.choice is None
    no.click()
    assert signer.presenter.choice is Choice.DECLINE


def test_a_first_yes_is_offered_and_nothing_is_said_against_it(counter: Counter) -> None:
    room = counter.go("consent", client_id=counter.office.client(SOON_18).id)
    assert isinstance(room, ConsentView)
    by_father(room)
    room.hand()
    signer = counter.room
    assert isinstance(signer, SignerView)
    assert all(button.isEnabled() for button in signer.choices.values())
    assert all(button.accessibleDescription() == "" for button in signer.choices.values())


def test_a_yes_on_paper_is_not_recorded_and_one_may_be_asked_again(
    counter: Counter, consented: Client
) -> None:
    room = refusing(counter, consented)
    by_father(room)
    room.print_for_ink()
    assert room.fields is not None
    ink = room.fields.ink
    counter.type_in(ink.on, "11/22/2026")
    ink.choice.button("grant").click()
    ink.done.click()
    assert counter.act("record") is room
    assert status(counter, consented) is Status.CONSENTED_MINOR
    room.hand()
    assert isinstance(counter.room, SignerView), "no dead end"


def test_it_is_offered_among_the_acts_of_the_client(counter: Counter, consented: Client) -> None:
    view = counter.go("client", client_id=consented.id)
    assert isinstance(view, ClientView)
    assert view.presenter is not None
    offer = next(one for one in view.presenter.offers() if one.id == "refuse")
    view.do_offer(offer)
    room = counter.room
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    assert room.consent.beside_consent


def test_an_adult_has_no_second_representative(counter: Counter) -> None:
    client = counter.office.client(date(1985, 3, 10))
    view = counter.go("client", client_id=client.id)
    assert isinstance(view, ClientView)
    assert view.presenter is not None
    assert "refuse" not in [one.id for one in view.presenter.offers()]
