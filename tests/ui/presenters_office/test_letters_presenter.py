"""Letters to a list: who is left out and why, a run that is whole, a run that was stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Address, PersonName
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import DeskError, RefusedError
from tests.office import AUDITOR, BOSS, Office, open_office
from ui.presenters.letter_runs import LetterRunsPresenter
from ui.presenters.letters import LettersPresenter
from ui.wording import Wording

SOON = date(2008, 12, 10)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("letters"), verified=False)
    yield made
    made.desk.close()


@pytest.fixture(scope="module")
def clients(office: Office) -> tuple[ClientId, ...]:
    """One to write to, and one for each reason not to."""
    young = date(2015, 5, 4)
    return (
        office.client(SOON, name=PersonName(last="Uno", first="Ana")).id,
        office.client(SOON, name=PersonName(last="Dos", first="Ben"), contact_opt_out=True).id,
        office.client(SOON, name=PersonName(last="Tres", first="Cam"), address=Address()).id,
        office.client(young, name=PersonName(last="Four", first="Dan")).id,
    )


@pytest.fixture
def letters(office: Office, clients: tuple[ClientId, ...]) -> LettersPresenter:
    made = LettersPresenter(office.desk, Wording("en"))
    made.begin("turning_18", clients)
    made.take(made.plan())
    return made


def made_letters(office: Office, client: ClientId) -> int:
    lines = office.desk.book.history(client, acts=(ActKind.LETTER_MADE.value,))
    return len(lines)


def test_the_plan_counts_and_names_each_reason(letters: LettersPresenter) -> None:
    assert letters.count == 1
    assert {(one.name, one.why) for one in letters.left_out()} == {
        ("Dos, Ben", "asked for no reminders or letters"),
        ("Tres, Cam", "no whole address"),
        ("Four, Dan", "not on the list of this letter"),
    }
    assert letters.headline() == "1 letter will be made. 3 are left out."


def test_a_letter_that_somebody_had_not_long_ago_is_told_before_another(
    letters: LettersPresenter, office: Office, clients: tuple[ClientId, ...]
) -> None:
    assert letters.planned is not None
    letters.take(replace(letters.planned, lately=0))
    assert "client's language" in letters.noted()
    letters.take(replace(letters.planned, lately=1))
    assert letters.noted() == "Note: 1 client got the same letter in the last 30 days."
    letters.take(replace(letters.planned, lately=2))
    assert letters.noted().startswith("Note: 2 clients got")


def test_a_stopped_run_leaves_nothing(
    letters: LettersPresenter, office: Office, clients: tuple[ClientId, ...]
) -> None:
    with pytest.raises(DeskError):
        letters.writing(lambda done, of: letters.stop())()
    assert letters.stopped
    assert letters.run is None
    assert made_letters(office, clients[0]) == 0


@pytest.mark.parametrize(("envelopes", "pages"), [(False, 1), (True, 2)])
def test_a_whole_run_is_kept_to_be_printed_and_noted_once_for_each(
    letters: LettersPresenter,
    office: Office,
    clients: tuple[ClientId, ...],
    envelopes: bool,
    pages: int,
) -> None:
    before, told = made_letters(office, clients[0]), []
    letters.envelopes = envelopes
    letters.keep(letters.writing(lambda done, of: told.append((done, of)))())
    assert letters.run is not None
    assert letters.run.pdf.startswith(b"%PDF-")
    assert letters.run.pages == pages
    assert told, "progress is told"
    assert all(0 <= done <= of for done, of in told)
    assert made_letters(office, clients[0]) == before + 1
    assert [made_letters(office, one) for one in clients[1:]] == [0, 0, 0]


def test_a_run_that_was_stopped_before_its_first_letter_draws_none(
    letters: LettersPresenter, office: Office, clients: tuple[ClientId, ...]
) -> None:
    before = made_letters(office, clients[0])
    work = letters.writing(lambda *_: None)
    letters.stop()
    with pytest.raises(DeskError):
        work()
    assert made_letters(office, clients[0]) == before


def test_a_run_can_be_begun_again_after_it_was_stopped(letters: LettersPresenter) -> None:
    letters.stop()
    letters.keep(letters.writing(lambda *_: None)())
    assert not letters.stopped


def test_the_file_is_called_by_letter_and_day(letters: LettersPresenter) -> None:
    assert letters.file_name() == "turning_18-2026-11-22.pdf"


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_letter_and_every_reason_has_its_words(
    letters: LettersPresenter, language: str
) -> None:
    voice = Wording(language)
    wanted = [f"letters.kind.{one}" for one in letters.letters()]
    reasons = ("died", "opt_out", "not_on_list", "no_address")
    wanted += [f"letters.left_out.{why}" for why in reasons]
    assert [code for code in wanted if not voice.has(code)] == []


def test_runs_are_listed_with_their_letter_their_count_and_who_made_them(
    office: Office, clients: tuple[ClientId, ...]
) -> None:
    run = office.desk.letters.write("turning_18", clients)
    presenter = LetterRunsPresenter(office.desk, Wording("en"))
    row = presenter.read()[0]
    assert presenter.at(run.id) == 0
    assert row.cells[1:] == ("Turning 18", "1", "2", BOSS)
    assert presenter.headline(row).startswith("Turning 18 · ")
    assert presenter.file_name(row.run) == f"turning_18-{office.desk.today().isoformat()}.pdf"
    assert presenter.look(row.run) == presenter.again(row.run) == run.pdf
    assert presenter.may_hand_out


def test_an_auditor_reads_a_run_and_hands_none_out(
    office: Office, clients: tuple[ClientId, ...]
) -> None:
    run = office.desk.letters.write("turning_18", clients)
    presenter = LetterRunsPresenter(office.as_(AUDITOR, Role.AUDITOR), Wording("es"))
    row = presenter.read()[presenter.at(run.id)]
    assert presenter.look(row.run) == run.pdf
    assert not presenter.may_hand_out
    with pytest.raises(RefusedError):
        presenter.again(row.run)
    office.as_(BOSS)
