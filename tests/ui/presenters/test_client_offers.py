"""What is offered to a client: by where they stand, by the clinic's kind, by the role."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.words import FormKind, Role
from tests.office import AUDITOR, Office, open_office
from tests.seen import seen_paper, signed_paper
from ui.presenters.client import ClientPresenter
from ui.presenters.client_form import ClientFormPresenter
from ui.presenters.clients import ClientsPresenter
from ui.presenters.today import TodayPresenter
from ui.wording import Wording

EN = Wording("en")


def offered(office: Office, client_id: str) -> list[str]:
    presenter = ClientPresenter(office.desk, EN, client_id)  # type: ignore[arg-type]
    return [offer.id for offer in presenter.offers()]


def test_a_registered_clinic_affirms(office: Office) -> None:
    client = office.client(date(2015, 3, 10))
    signed_paper(office.desk, client, date(2026, 11, 18))
    assert offered(office, client.id)[0] == "affirm"
    assert "send" not in offered(office, client.id)


def test_any_other_clinic_sends_and_then_waits_for_the_receipt(tmp_path: Path) -> None:
    office = open_office(tmp_path, registered=False)
    client = office.client(date(2015, 3, 10))
    signed_paper(office.desk, client, date(2026, 11, 18))
    assert offered(office, client.id)[0] == "send"
    document = office.desk.people.file(client.id).documents[0]
    office.desk.consents.send(document.id, date(2026, 11, 20), "fax", "confirmation 12")
    assert offered(office, client.id)[0] == "confirm_receipt"
    office.desk.close()


def test_a_new_consent_comes_first_only_where_the_law_gives_a_form(office: Office) -> None:
    nobody = office.client(date(2015, 3, 10))
    consented = office.client(date(2014, 3, 10), name=PersonName(last="Vega", first="Luz"))
    seen_paper(office.desk, consented, FormKind.MINOR, date(2020, 5, 5))
    first = {
        client.id: ClientPresenter(office.desk, EN, client.id).offers()[0]
        for client in (nobody, consented)
    }
    assert (first[nobody.id].id, first[nobody.id].first) == ("join", True)
    assert not first[consented.id].first


def test_the_dead_are_asked_nothing(office: Office) -> None:
    client = office.client(date(1950, 3, 10))
    office.desk.people.record_death(client.id, date(2026, 11, 1), "family")
    assert offered(office, client.id) == ["copy", "whole_record"]


def test_an_auditor_is_offered_nothing(office: Office) -> None:
    client = office.client(date(2015, 3, 10))
    office.as_(AUDITOR, Role.AUDITOR)
    assert offered(office, client.id) == []


def test_somebody_alike_is_told_while_one_types_and_twins_are_asked(office: Office) -> None:
    office.client(date(2015, 3, 10))
    made = ClientsPresenter(office.desk, EN)
    made.search("Garcia Lopez, Ana Sofia")
    form = ClientFormPresenter(office.desk, made.begin())
    assert form.alike == ()
    form.put_born_on("3/10/2015")
    assert len(form.alike) == 1
    form.put("client.first_name", "Luis")
    form.put("client.address.street", "12 Oak Street")
    assert [one.ask_birth_order for one in form.alike] == [True]
    form.put_birth_order(2)
    assert form.save().birth_order == 2


def test_today_says_the_oldest_and_what_is_red(office: Office) -> None:
    soon = office.client(date(2008, 12, 4), name=PersonName(last="Nguyễn", first="Hường"))
    signed_paper(office.desk, soon, date(2026, 11, 16))
    cards = TodayPresenter(office.desk, EN).cards()
    assert cards[0].code == "to_affirm"
    assert cards[0].tone == "bad"
    assert cards[0].sentence.startswith("Oldest 6 days: Nguyễn, Hường.")
    assert "18th birthday" in cards[0].sentence


@pytest.mark.parametrize("text", ["garcia ana", "3/10/2015", "Ana Sofía García-López"])
def test_a_client_is_found_in_any_order_and_by_birth_date(office: Office, text: str) -> None:
    client = office.client(date(2015, 3, 10))
    clients = ClientsPresenter(office.desk, EN)
    assert [match.id for match in clients.search(text)] == [client.id]
    assert clients.search("") == ()
