"""The list of doses to report: how loud each is, what stands against it, what it is narrowed to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from immtrac_desk.domain.dose import ReportMethod
from tests.office import Office
from tests.ui.presenters_registry.given import TODAY, answered, dose, somebody
from ui.presenters.dose_words import MENDED_BY, due_words, pill_tone
from ui.presenters.doses import DISASTER, OVERDUE, DosesPresenter
from ui.wording import Wording

EN = Wording("en")


def listed(office: Office, state: str = "all") -> DosesPresenter:
    presenter = DosesPresenter(office.desk, EN)
    presenter.state = state
    presenter.read()
    return presenter


@pytest.mark.parametrize(
    ("given", "mark", "late"),
    [
        (date(2026, 10, 22), "● ", True),
        (date(2026, 10, 23), "▲ ", False),
        (date(2026, 10, 30), "▲ ", False),
        (date(2026, 10, 31), "", False),
    ],
)
def test_a_clock_is_marked_by_a_sign_and_not_by_colour(
    office: Office, given: date, mark: str, late: bool
) -> None:
    one = dose(office, somebody(office), given)
    row = next(row for row in listed(office).rows(0, 500) if row.key == one.id)
    due = EN.short_date(given + timedelta(30))
    assert row.cells[2] == f"{mark}{due}\nTo report"
    assert row.strong is late
    assert (one.id in listed(office, OVERDUE).lines) is late


def test_a_dose_without_consent_names_the_fault_before_the_registry_does(office: Office) -> None:
    one = dose(office, somebody(office))
    presenter = listed(office)
    row = next(row for row in presenter.rows(0, 500) if row.key == one.id)
    assert row.cells[3].startswith("no consent\n")
    said = presenter.said(one.id)
    assert said is not None
    assert [(fault.code, fault.leads) for fault in said.faults] == [("CLR-100", "consent")]
    assert said.faults[0].text.startswith("No consent can be sent with this dose")


def test_what_is_missing_stands_by_its_level_the_law_first(office: Office) -> None:
    one = dose(office, somebody(office), lot="A1")
    said = listed(office).said(one.id)
    assert said is not None
    assert [level for level, _ in said.missing] == ["The law asks for", "Else it may be rejected"]
    assert "Manufacturer (MVX)" in said.missing[0][1]
    assert "Lot number" not in said.missing[0][1]


def test_a_reported_dose_leaves_the_list_and_a_rejected_one_comes_back(office: Office) -> None:
    client = somebody(office)
    one = dose(office, client)
    office.desk.doses.report((one.id,), TODAY, ReportMethod.ONLINE, "mrobles")
    assert one.id not in listed(office).lines
    office.clock.tick(minutes=1)
    answered(office, client, "CLR-100")
    assert one.id in listed(office, "REJECTED").lines
    said = listed(office).said(one.id)
    assert said is not None
    assert (said.pill, said.tone) == ("Rejected", "bad")
    assert said.answers[0].startswith("CLR-100 · ")


def test_doses_of_disasters_stand_alone_and_by_their_event(office: Office) -> None:
    book, client = office.desk.book, somebody(office)
    early, flood, fire = (
        book.save_event(
            replace(book.new_event(), name=name, started_on=date(2026, 9, 1), end_source="press")
        )
        for name in ("Zulu storm", "Gulf flood", "Bastrop fire")
    )
    given = [dose(office, client, event_id=one.id) for one in (early, flood, fire)]
    plain = dose(office, client)
    rows = listed(office, DISASTER).rows(0, 500)
    assert [row.key for row in rows] == [one.id for one in reversed(given)]
    assert [row.cells[0].split("\n")[1] for row in rows] == [
        "Bastrop fire",
        "Gulf flood",
        "Zulu storm",
    ]
    assert plain.id in listed(office).lines
    told, bare = listed(office, DISASTER).said(given[0].id), listed(office).said(plain.id)
    assert told is not None
    assert bare is not None
    rows = ("DT-19.7", "DT-19.11", "DT-19.8", "DT-19.9")
    assert [line.partition(" ")[0] for line in told.why.split("\n")] == list(rows)
    assert not set(rows) & {line.partition(" ")[0] for line in bare.why.split("\n")}


def test_nothing_in_hand_says_nothing(office: Office) -> None:
    assert listed(office).said("") is None


def test_pages_are_cut_from_one_order(office: Office) -> None:
    presenter = listed(office)
    whole = [row.key for row in presenter.rows(0, 500)]
    assert [row.key for row in presenter.rows(1, 2)] == whole[1:3]


@pytest.mark.parametrize(
    ("must", "due", "said"),
    [
        ("no", None, "Need not be reported."),
        ("yes", date(2026, 11, 24), "Report by 24 November 2026, in 2 days."),
        ("yes", date(2026, 11, 23), "Report by 23 November 2026, tomorrow."),
        ("yes", TODAY, "Report today: it is the last day."),
        ("yes", date(2026, 11, 21), "Overdue since 21 November 2026, by one day."),
        ("yes", date(2026, 11, 12), "Overdue since 12 November 2026, by 10 days."),
        (
            "search-first",
            date(2026, 12, 22),
            "Search and ask first; report by 22 December 2026, in 30 days.",
        ),
    ],
)
def test_the_clock_in_words(must: str, due: date | None, said: str) -> None:
    assert due_words(must, due, TODAY, EN) == said


@pytest.mark.parametrize(
    ("state", "due", "tone"),
    [
        ("WAITING", "overdue", "bad"),
        ("WAITING", "amber", "warn"),
        ("WAITING", "plain", "quiet"),
        ("REJECTED", "plain", "bad"),
        ("REPORTED", "overdue", "good"),
        ("SET_ASIDE", "overdue", "quiet"),
    ],
)
def test_how_loud_a_dose_is(state: str, due: str, tone: str) -> None:
    assert pill_tone(state, due) == tone


def test_every_consent_fault_has_words_and_a_way(voice: Wording) -> None:
    for code, leads in MENDED_BY.items():
        assert voice.has(f"dose_fault.{code}")
        assert voice.has(f"dose_fault_short.{code}")
        assert voice.has(f"dose_panel.mend.{leads}")
    assert len(MENDED_BY) == 6
