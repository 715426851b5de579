"""Every section and state of the registry room: named, large enough, uncut, up to 200 %."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.client import Client
from tests.journeys.conftest import Counter
from tests.seen import signed_paper
from tests.ui.accessibility import look
from tests.ui.presenters_registry.given import TODAY, answered, dose, somebody
from tests.ui.rooms_agreement.sites import site_with
from tests.ui.rooms_registry.at_the_registry import section
from ui.shell.theme import theme
from ui.views.entry import EntryView
from ui.views.registry_answers import AnswersPage
from ui.views.registry_doses import DosesPage
from ui.views.registry_waiting import WaitingPage
from ui.wording import tr

LOOKS = [("en", 100), ("es", 200)]
TEXT = "IEE-998 address\nIMR-110 duplicate\nXYZ-9 what\n"


@pytest.fixture(scope="module")
def client(window_of_file: Counter) -> Client:
    """A client with a consent that waits, eight doses, and answers of each kind."""
    office = window_of_file.office
    site_with(office.desk)
    made = somebody(office, gender="")
    signed_paper(office.desk, made, date(2026, 11, 18))
    office.desk.entry.stop(made.id, "candidates", "twins?")
    for day in range(8):
        dose(office, made, TODAY - timedelta(day * 6), cvx="207")
    answered(office, made, "CLR-100", "IEE-413", "IEE-571")
    answered(office, made, "IEE-521", severity="W")
    text = "\n".join(("IEE-296 name", "IEE-777 what", "IMR-110 again"))
    office.desk.answers.take(text, AnswerSource.PASTED)
    office.desk.entry.note_schedule(made.id, TODAY, "MMR: NOT VALID", reaction=True, not_valid=True)
    return made


@pytest.fixture
def at_ease(window_of_file: Counter) -> Iterator[Counter]:
    yield window_of_file
    window_of_file.window.looks.wear(percent=100)
    window_of_file.window.looks.speak("en")


def _waiting(counter: Counter, client: Client) -> None:
    section(counter, "entry", WaitingPage)


def _report(counter: Counter, client: Client) -> None:
    section(counter, "doses", DosesPage).report()


def _answers(counter: Counter, client: Client) -> None:
    section(counter, "answers", AnswersPage).beside.turn_back()


def _match(counter: Counter, client: Client) -> None:
    page = section(counter, "answers", AnswersPage)
    rows = page.table.rows.rows
    page.table.take(next(i for i, row in enumerate(rows) if row.cells[0] == "IEE-571"))
    page.lead()


def _close(counter: Counter, client: Client) -> None:
    page = section(counter, "answers", AnswersPage)
    page.open_form("close_answer")
    page.beside.turn()


def _preview(counter: Counter, client: Client) -> None:
    page = section(counter, "answers", AnswersPage)
    page.paste()
    page.take.box.setPlainText(TEXT)
    page.take.read_pasted()


def _entry(counter: Counter, client: Client) -> None:
    counter.go("entry", client_id=client.id)


def _stop(counter: Counter, client: Client) -> None:
    room = counter.go("entry", client_id=client.id)
    assert isinstance(room, EntryView)
    room._stop()
    room.beside.turn()


def _dose(counter: Counter, client: Client) -> None:
    counter.go("dose", client_id=client.id)


def _client(counter: Counter, client: Client) -> None:
    counter.go("client", client_id=client.id)


STATES: tuple[Callable[[Counter, Client], None], ...] = (
    *(_waiting, _report, _answers, _match, _close, _preview),
    *(_entry, _stop, _dose, _client),
)


@pytest.mark.parametrize(("language", "percent"), LOOKS)
def test_nothing_is_nameless_small_or_cut(
    at_ease: Counter, client: Client, language: str, percent: int
) -> None:
    counter = at_ease
    counter.window.looks.wear(percent=percent)
    counter.window.looks.speak(language)
    complaints = {}
    for state in STATES:
        state(counter, client)
        counter.settle()
        assert (tr.language, theme.percent) == (language, percent)
        complaints[state.__name__] = look.everything(counter.inside, counter.app)
    assert {state: told for state, told in complaints.items() if told} == {}


def test_tab_goes_as_one_reads(at_ease: Counter, client: Client) -> None:
    counter = at_ease
    counter.go("dose", client_id=client.id)
    counter.settle()
    room = counter.room
    assert look.out_of_order(room.fields) == []  # type: ignore[attr-defined]
    counter.go("entry", client_id=client.id)
    counter.settle()
    room = counter.room
    assert isinstance(room, EntryView)
    assert room.form is not None
    assert look.out_of_order(room.form) == []
