"""Reports without a window: periods, numbers with keys, the lists behind, drawings, files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from forms.charts.chart import Chart, Series
from immtrac_desk.desk.report_pictures import ReportCell, ReportTable
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.words import Role
from tests.office import AUDITOR, Office
from tests.ui.reported import SOON, reported
from ui.presenters.report_drawing import draw
from ui.presenters.report_numbers import numbers_of
from ui.presenters.report_period import Period, period_of
from ui.presenters.reports import ReportsPresenter
from ui.wording import Wording


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = reported(tmp_path_factory.mktemp("reports"))
    yield made
    made.desk.close()


@pytest.fixture
def reports(office: Office) -> ReportsPresenter:
    return ReportsPresenter(office.desk, Wording("en"))


@pytest.mark.parametrize(
    ("kind", "today", "first", "last"),
    [
        ("month", date(2026, 11, 22), date(2026, 11, 1), date(2026, 11, 30)),
        ("month", date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29)),
        ("month", date(2027, 2, 28), date(2027, 2, 1), date(2027, 2, 28)),
        ("quarter", date(2026, 9, 30), date(2026, 7, 1), date(2026, 9, 30)),
        ("quarter", date(2026, 10, 1), date(2026, 10, 1), date(2026, 12, 31)),
        ("year", date(2026, 12, 31), date(2026, 1, 1), date(2026, 12, 31)),
        ("own", date(2026, 11, 22), date(2026, 11, 1), date(2026, 11, 30)),
    ],
)
def test_a_period_takes_in_both_its_ends(kind: str, today: date, first: date, last: date) -> None:
    assert period_of(kind, today) == Period(first, last)


def test_days_of_ones_own_count_only_where_they_are_asked_for(reports: ReportsPresenter) -> None:
    reports.own = Period(date(2026, 2, 3), date(2026, 2, 4))
    assert reports.period.first == date(2026, 10, 1)
    reports.kind = "own"
    assert reports.period == reports.own


def test_the_same_question_is_the_same_picture_and_another_is_not(
    reports: ReportsPresenter,
) -> None:
    asked = reports.asked("coverage")
    assert asked == reports.asked("coverage")
    reports.site = OrganizationId("ELSEWHERE")
    assert asked != reports.asked("coverage")


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_report_has_a_title_a_question_a_picture_and_a_table(
    office: Office, language: str
) -> None:
    voice = Wording(language)
    reports = ReportsPresenter(office.desk, voice)
    assert len(reports.names) == 7
    for name in reports.names:
        assert voice.has(f"report.title.{name}"), name
        assert voice.has(f"reports_room.answers.{name}"), name
        shown = reports.picture(reports.asked(name))
        assert shown.charts, name
        assert all(chart.alt for chart in shown.charts), "whoever cannot see it is told"
        assert all(numbers_of(table, voice).heads for table in shown.tables)


def test_behind_each_number_of_a_report_stand_as_many_lines(reports: ReportsPresenter) -> None:
    asked = reports.asked("coverage")
    table = numbers_of(reports.picture(asked).tables[0], Wording("en"))
    counted = [cell for line in table.lines for cell in line if cell.key]
    assert counted
    for cell in counted:
        assert len(reports.behind(asked, cell.key)) == int(cell.text), cell.key


def test_the_list_behind_a_number_is_said_with_who_and_when(reports: ReportsPresenter) -> None:
    asked = reports.asked("birthdays")
    day = next(one for one in reports.picture(asked).charts[0].days if one.count)
    rows = reports.rows(reports.behind(asked, day.key), day.key)
    assert [row.cells[0] for row in rows] == ["García, Ana"]
    assert rows[0].client_id is not None
    assert rows[0].cells[2] == "28 Nov 2026"


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_behind_a_number_is_said_as_a_bare_code(office: Office, language: str) -> None:
    voice = Wording(language)
    reports = ReportsPresenter(office.desk, voice)
    reports.kind = "year"
    for name in reports.names:
        asked = reports.asked(name)
        found = reports.picture(asked)
        for key in (cell.key for table in found.tables for row in table.rows for cell in row):
            lines = reports.behind(asked, key) if key else ()
            said = [row.cells[3] for row in reports.rows(lines, key)]
            codes = {line.what for line in lines if line.what and not line.what.startswith("CLR")}
            assert codes.isdisjoint(said), (name, key)
            assert not key or reports.number_words(found, key), "which number it is"


def test_numbers_days_and_words_are_written_as_people_do() -> None:
    row = (ReportCell("Oak"), ReportCell(1204, "k"), ReportCell(2.5), ReportCell(SOON))
    table = ReportTable(id="t", title="T", heads=("a", "b", "c", "d"), rows=((*row,),))
    [line] = numbers_of(table, Wording("en")).lines
    assert [cell.text for cell in line] == ["Oak", "1,204", "2.5", "28 Nov 2008"]
    assert [cell.key for cell in line] == ["", "k", "", ""]
    assert [cell.word for cell in line] == [True, False, False, False]


def test_a_number_that_is_not_known_is_not_called_nothing() -> None:
    table = ReportTable(id="t", title="T", heads=("a",), rows=((ReportCell(None),),))
    assert numbers_of(table, Wording("en")).lines[0][0].text == "–"


def test_a_drawing_is_as_wide_as_asked_and_says_where_its_numbers_stand() -> None:
    chart = Chart(
        id="x",
        kind="bars",
        title="A title that the screen says itself",
        alt="x",
        labels=("a", "b", "c"),
        series=(Series(name="n", values=(3, 5, 0), keys=("three", "five", "nothing")),),
    )
    light, dark = draw(chart, 300, dark=False), draw(chart, 300, dark=True)
    assert light.pdf.startswith(b"%PDF-")
    assert light.pdf != dark.pdf
    assert {spot.key for spot in light.spots} == {"three", "five"}
    assert all(0 <= s.x0 < s.x1 <= 300 and 0 <= s.y0 < s.y1 <= light.high for s in light.spots)
    assert draw(chart, 300, dark=False).pdf == light.pdf


def test_pages_and_numbers_leave_as_files_that_name_nobody(reports: ReportsPresenter) -> None:
    asked = reports.asked("coverage")
    assert reports.pdf(asked).startswith(b"%PDF-")
    assert reports.sheet(asked, "xlsx").startswith(b"PK")
    assert b"\r\n" in reports.sheet(asked, "csv")
    assert reports.file_name("coverage", "pdf") == "coverage-2026-10-01-2026-12-31.pdf"


def test_an_auditor_looks_and_takes_nothing_out(office: Office) -> None:
    office.as_(AUDITOR, Role.AUDITOR)
    try:
        reports = ReportsPresenter(office.desk, Wording("en"))
        assert reports.picture(reports.asked("aging")).charts
        assert not reports.may_export
    finally:
        office.as_("Marta Robles")
