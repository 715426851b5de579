"""The sentence at the head of a client, one for each status, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from immtrac_desk.domain.words import FormKind
from tests.office import Office, open_office
from tests.seen import seen_paper
from ui.presenters.client import ClientPresenter
from ui.wording import Wording


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return open_office(Path(tmp_path_factory.mktemp("office")))


def sentence(office: Office, client_id: str, language: str = "en") -> str:
    presenter = ClientPresenter(office.desk, Wording(language), client_id)  # type: ignore[arg-type]
    return presenter.headline().sentence


def test_a_consented_minor_is_told_until_when_and_what_then(office: Office) -> None:
    client = office.client(date(2016, 3, 10))
    seen_paper(office.desk, client, FormKind.MINOR, date(2020, 5, 5))
    assert sentence(office, client.id) == (
        "Consented as a minor, kept until 10 Mar 2042, "
        "not released from 10 Mar 2034 without her own consent."
    )
    assert "10 mar 2042" in sentence(office, client.id, "es")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 3, 9), "not released from 10 Mar 2026"),
        (date(2026, 3, 10), "not released since 10 Mar 2026"),
        (date(2026, 3, 11), "not released since 10 Mar 2026"),
        (date(2034, 3, 9), "kept until 10 Mar 2034"),
        (date(2034, 3, 10), "lapsed on 10 Mar 2034"),
        (date(2034, 3, 11), "lapsed on 10 Mar 2034"),
    ],
)
def test_the_sentence_turns_on_the_birthday_itself(tmp_path: Path, on: date, words: str) -> None:
    office = open_office(tmp_path)
    client = office.client(date(2008, 3, 10))
    seen_paper(office.desk, client, FormKind.MINOR, date(2020, 5, 5))
    office.clock.on(on)
    assert words in sentence(office, client.id)
    office.desk.close()


def test_nothing_on_file_says_who_can_sign(office: Office) -> None:
    minor = office.client(date(2019, 1, 2), gender="male")
    adult = office.client(date(1989, 1, 2), gender="")
    assert sentence(office, minor.id).endswith("can sign for him.")
    assert sentence(office, adult.id) == "No consent on file. The client can sign for themself."


def test_a_withdrawal_a_death_and_a_waiting_paper_say_their_day(office: Office) -> None:
    gone = office.client(date(1950, 1, 2))
    office.desk.people.record_death(gone.id, date(2026, 11, 1), "family")
    assert "1 Nov 2026" in sentence(office, gone.id)
    waiting = office.client(date(2012, 1, 2))
    seen_paper(office.desk, waiting, FormKind.MINOR, date(2026, 11, 18), affirmed=False)
    assert "Signed on 18 Nov 2026" in sentence(office, waiting.id)
    assert "before the 18th birthday, 2 Jan 2030" in sentence(office, waiting.id)
