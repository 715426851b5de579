"""Reports at the counter: the number, the list behind it, paper and files; TIPS, catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from immtrac_desk.desk.report_pictures import ReportAsked, ReportPicture
from immtrac_desk.desk.tips import number_in
from immtrac_desk.domain.ids import ClientId, OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.registry_report import Catalogue
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Choice, Role
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.law.report_catalogue import built_in_reports, levers
from tests.desk.rostered import a_site, give, someone
from tests.desk.signing import begin, sign
from tests.desk.sites import entered_site
from tests.office import AUDITOR, Office, open_office

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
NAMES = ("coverage", "birthdays", "funnel", "aging", "responses", "staff", "sites")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Two sites; at the first a trained user, at the second three children and a birthday."""
    made = open_office(tmp_path_factory.mktemp("reports"))
    desk = made.desk
    head = a_site(desk)
    give(desk, someone(desk), head, SiteRole.FULL_ACCESS)
    annex = a_site(desk, name="Elm Street Annex", parent_id=head.id, org_code="ELM1", tx_iis_id="")
    for day in (1, 2, 3):
        child = made.client(born_on=date(2016, 5, day), site_id=annex.id)
        if day < 3:
            document = sign(made, begin(made, child, choice=Choice.GRANT)).document
            if day == 1:
                desk.consents.affirm(document.id, desk.today(), "mrobles")
    made.client(born_on=date(2008, 11, 25), site_id=annex.id)
    made.client(born_on=date(1970, 1, 1))
    yield made
    made.desk.close()


def sites(office: Office) -> tuple[Organization, Organization]:
    head, annex = office.desk.roster.organizations()
    return head, annex


def picture(office: Office, name: str, site: OrganizationId | None = None) -> ReportPicture:
    return office.desk.reports.picture(ReportAsked(name, FIRST, LAST, site))


def cell(shown: ReportPicture, row: str, column: str) -> object:
    [table] = [one for one in shown.tables if one.id == shown.name]
    at = table.heads.index(column)
    return next(line[at].value for line in table.rows if line[0].value == row)


def test_the_seven_reports_have_a_picture_and_a_table_in_both_languages(office: Office) -> None:
    assert office.desk.reports.names() == NAMES
    for name in NAMES:
        for language in ("en", "es"):
            shown = office.desk.reports.picture(ReportAsked(name, FIRST, LAST, None, language))
            assert shown.charts
            assert shown.tables
            texts = [shown.title, *shown.notes, *(chart.alt for chart in shown.charts)]
            texts += [head for table in shown.tables for head in table.heads]
            texts += [label for chart in shown.charts for label in chart.labels]
            assert all(texts)
            assert not [text for text in texts if text.startswith("report.")], "a code, not words"


def test_behind_every_number_stand_as_many_lines(office: Office) -> None:
    asked = 0
    for name in NAMES:
        for table in picture(office, name).tables:
            for one in (one for row in table.rows for one in row if one.key):
                lines = office.desk.reports.behind(ReportAsked(name, FIRST, LAST), one.key)
                assert lines
                if isinstance(one.value, int):
                    assert len(lines) == one.value
                asked += 1
    assert asked > 20
    assert office.desk.reports.behind(ReportAsked("coverage", FIRST, LAST), "no|such|key") == ()


def test_behind_every_number_of_a_picture_stand_as_many_lines_too(office: Office) -> None:
    for name in NAMES:
        for chart in picture(office, name).charts:
            found = [p for one in chart.series for p in zip(one.keys, one.values, strict=True)]
            found += [(day.key, float(day.count)) for day in chart.days]
            for key, value in found:
                assert len(office.desk.reports.behind(ReportAsked(name, FIRST, LAST), key)) == value


def test_the_site_narrows_and_the_clinic_itself_has_those_whose_site_nobody_said(
    office: Office,
) -> None:
    head, annex = sites(office)
    assert cell(picture(office, "coverage"), "All", "All") == 5
    assert cell(picture(office, "coverage", annex.id), "All", "All") == 4
    assert cell(picture(office, "coverage", head.id), "All", "Nothing on file") == 1
    assert picture(office, "coverage", annex.id).site == "Elm Street Annex"
    assert cell(picture(office, "coverage", annex.id), "6 to 12", "Signed, not in effect") == 1
    with pytest.raises(DeskError) as unknown:
        picture(office, "coverage", OrganizationId("NOWHERE"))
    assert unknown.value.code == "organization.unknown"


def test_the_list_behind_a_number_names_the_clients_and_staff_work_names_none(
    office: Office,
) -> None:
    [birthday] = office.desk.reports.behind(
        ReportAsked("birthdays", FIRST, LAST), "birthdays|*|without"
    )
    assert (birthday.name, birthday.born_on) == ("García-López, Ana Sofía", date(2008, 11, 25))
    assert birthday.since == date(2026, 11, 25)
    work = office.desk.reports.behind(ReportAsked("staff", FIRST, LAST), "staff|Marta Robles|*")
    assert {line.name for line in work} == {"Marta Robles"}
    assert {line.client_id for line in work} == {None}


def test_an_act_is_counted_at_once(office: Office) -> None:
    before = cell(picture(office, "aging"), "All", "Minor form")
    client = office.client(born_on=date(2017, 1, 1))
    assert cell(picture(office, "aging"), "All", "Minor form") == before
    made = sign(office, begin(office, client, choice=Choice.GRANT))
    assert cell(picture(office, "aging"), "All", "Minor form") == 1 + int(str(before))
    [act] = [a.act for a in office.desk.people.file(client.id).acts if a.act.document_id]
    assert act.document_id == made.document.id
    office.desk.consents.undo(act.id, "wrong client")
    assert cell(picture(office, "aging"), "All", "Minor form") == before


@pytest.mark.parametrize(
    ("name", "first", "last", "code"),
    [
        ("weather", FIRST, LAST, "report.unknown"),
        ("coverage", LAST, FIRST, "report_period.wrong"),
        ("coverage", date(1, 1, 1), LAST, "report_period.wrong"),
    ],
)
def test_what_no_report_can_answer_is_refused(
    office: Office, name: str, first: date, last: date, code: str
) -> None:
    for ask in (office.desk.reports.picture, office.desk.reports.pdf, office.desk.reports.sheet):
        with pytest.raises(InputError) as refused:
            ask(ReportAsked(name, first, last))
        assert refused.value.code == code


def test_a_report_on_paper_is_logged_and_says_what_the_screen_says(office: Office) -> None:
    pdf = office.desk.reports.pdf(ReportAsked("coverage", FIRST, LAST, sites(office)[1].id))
    line = office.desk.book.history(limit=1)[0]
    assert (line.act, line.facts["report"], line.facts["media"]) == (
        "report_exported", "coverage", "pdf",
    )  # fmt: skip
    opened = pypdfium2.PdfDocument(pdf)
    text = " ".join(str(page.get_textpage().get_text_range()) for page in opened)
    for said in ("Consents by age", "Elm Street Annex", "11/01/2026", "Marta Robles"):
        assert said in text
    assert "García-López" not in text, "a report names nobody"


def test_a_spreadsheet_holds_numbers_and_days_as_such(office: Office) -> None:
    made = office.desk.reports.sheet(ReportAsked("sites", FIRST, LAST, language="es"), kind="xlsx")
    book = openpyxl.load_workbook(BytesIO(made))
    assert len(book.sheetnames) == 2
    first = book.worksheets[0]
    assert [type(one.value) for one in first[2]][1:] == [int] * (first.max_column - 1)
    text = office.desk.reports.sheet(ReportAsked("coverage", FIRST, LAST), kind="csv").decode(
        "utf-8-sig"
    )
    assert text.splitlines()[0].startswith("Age,")
    with pytest.raises(InputError):
        office.desk.reports.sheet(ReportAsked("coverage", FIRST, LAST), kind="exe")


def test_a_picture_is_drawn_for_light_and_for_dark(office: Office) -> None:
    [chart] = picture(office, "coverage").charts
    light = office.desk.reports.chart_page(chart, 400, 300)
    dark = office.desk.reports.chart_page(chart, 400, 300, dark=True)
    assert light[:5] == dark[:5] == b"%PDF-"
    assert light != dark
    assert light == office.desk.reports.chart_page(chart, 400, 300)


def test_an_empty_clinic_has_its_pictures_too(tmp_path: Path) -> None:
    empty = open_office(tmp_path)
    for name in NAMES:
        shown = empty.desk.reports.picture(ReportAsked(name, FIRST, LAST))
        assert all(chart.empty for chart in shown.charts)
        empty.desk.reports.pdf(ReportAsked(name, FIRST, LAST, language="es"))
        empty.desk.reports.sheet(ReportAsked(name, FIRST, LAST), kind="csv")
        empty.desk.reports.sheet(ReportAsked(name, FIRST, LAST))
    empty.desk.close()


class TestTips:
    def test_a_figure_stays_as_printed_and_a_second_takes_its_place(self, office: Office) -> None:
        site = sites(office)[0].id
        desk = office.desk.reports
        fresh = replace(desk.new_tips(site), measure="Coverage", value="87,5 %", rating="B")
        kept = desk.keep_tips(replace(fresh, month=date(2026, 10, 17)))
        assert (kept.month, kept.value) == (date(2026, 10, 1), "87,5 %")
        again = replace(desk.new_tips(site), month=date(2026, 10, 1), measure="coverage")
        other = desk.keep_tips(replace(again, value="no rating yet"))
        assert [one.id for one in desk.tips(site)] == [other.id]
        assert desk.tips_charts(site) == (), "what is no number is not drawn"
        desk.keep_tips(replace(again, id=desk.new_tips(site).id, value="1,204"))
        [chart] = desk.tips_charts(site, "es")
        assert chart.series[0].values == (1204.0,)
        for one in desk.tips(site):
            desk.void_tips(one.id)
        assert desk.tips(site) == ()
        with pytest.raises(RefusedError) as refused:
            desk.void_tips(kept.id)
        assert refused.value.code == "tips.voided"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"measure": " "}, "measure"),
            ({"value": ""}, "value"),
            ({"month": date(2026, 12, 1)}, "month"),
            ({"rating": "x" * 301}, "rating"),
        ],
    )
    def test_what_is_missing_is_refused_beside_its_field(
        self, office: Office, changes: dict[str, object], field: str
    ) -> None:
        fresh = office.desk.reports.new_tips(sites(office)[0].id)
        whole = replace(fresh, measure="Coverage", value="1")
        with pytest.raises(InputError) as refused:
            office.desk.reports.keep_tips(replace(whole, **changes))  # type: ignore[arg-type]
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("text", "number"),
        [("87 %", 87), ("87,5", 87.5), ("1,204", 1204), ("-3.5", -3.5), ("A+", None), ("", None)],
    )
    def test_the_number_a_printed_figure_begins_with(self, text: str, number: object) -> None:
        assert number_in(text) == number

    def test_a_lever_is_confirmed_with_who_and_when(self, office: Office) -> None:
        site, today = sites(office)[0].id, office.desk.today()
        assert [line.duty.id for line in office.desk.reports.levers(site)] == [
            one.id for one in levers()
        ]
        office.desk.reports.confirm_lever(site, "tips.historical", today, "looked at twenty")
        done = {x.duty.id: x.confirmed for x in office.desk.reports.levers(site) if x.confirmed}
        assert set(done) == {"tips.historical"}
        assert done["tips.historical"].by_name == "Marta Robles"
        with pytest.raises(DeskError):
            office.desk.reports.confirm_lever(site, "tips.magic", today)
        with pytest.raises(InputError):
            office.desk.reports.confirm_lever(site, "tips.historical", today + timedelta(1))


class TestCatalogue:
    def test_the_built_in_ones_speak_both_languages_and_say_how_sure_they_are(
        self, office: Office
    ) -> None:
        for kind in Catalogue:
            english = office.desk.reports.catalogue(kind)
            spanish = office.desk.reports.catalogue(kind, "es")
            known = [one.id for one in built_in_reports() if one.catalogue is kind]
            assert [line.entry.id for line in english if line.built_in] == known
            for one, other in zip(english, spanish, strict=True):
                assert one.name
                assert not one.name.startswith("catalogue_words")
                assert one.what_we_do != other.what_we_do
        marks = {
            line.entry.id: line.mark for line in office.desk.reports.catalogue(Catalogue.REGISTRY)
        }
        assert marks["registry.benchmark"] == "unconfirmed"
        assert marks["registry.coverage_rate"] == "confirmed (help)"

    def test_the_clinics_own_words_stand_over_ours_and_empty_gives_ours_back(
        self, office: Office
    ) -> None:
        desk = office.desk.reports
        [line] = [
            x for x in desk.catalogue(Catalogue.RESPONSIBLE_ENTITY) if x.entry.id == "re.tips"
        ]
        desk.save_entry(replace(line.entry, name="Our TIPS", what_we_do="Read it on Mondays"))
        [own] = [x for x in desk.catalogue(Catalogue.RESPONSIBLE_ENTITY) if x.entry.id == "re.tips"]
        assert (own.name, own.what_we_do, own.sent_by) == (
            "Our TIPS", "Read it on Mondays", line.sent_by,
        )  # fmt: skip
        desk.received("re.tips", office.desk.today())
        desk.save_entry(replace(own.entry, name="", what_we_do=""))
        [back] = [
            x for x in desk.catalogue(Catalogue.RESPONSIBLE_ENTITY) if x.entry.id == "re.tips"
        ]
        assert back.name == line.name

    def test_one_of_our_own_is_added_received_and_put_away(self, office: Office) -> None:
        desk, today = office.desk.reports, office.desk.today()
        fresh = desk.new_entry(Catalogue.REGISTRY)
        with pytest.raises(InputError) as nameless:
            desk.save_entry(fresh)
        assert nameless.value.code == "catalogue.name"
        kept = desk.save_entry(replace(fresh, name="Monthly list"))
        assert desk.received(kept.id, today).last_received_on == today
        with pytest.raises(InputError):
            desk.received(kept.id, today + timedelta(1))
        with pytest.raises(DeskError):
            desk.received("nobody", today)
        desk.retire(kept.id)
        shown = [x.entry.id for x in desk.catalogue(Catalogue.REGISTRY)]
        assert kept.id not in shown
        away = [x.entry.id for x in desk.catalogue(Catalogue.REGISTRY, retired=True)]
        assert kept.id in away
        desk.retire(kept.id, retired=False)
        assert kept.id in [x.entry.id for x in desk.catalogue(Catalogue.REGISTRY)]


def test_an_auditor_sees_the_numbers_and_takes_none_away(tmp_path: Path) -> None:
    made = open_office(tmp_path)
    child = made.client()
    desk = made.as_(AUDITOR, Role.AUDITOR)
    [line] = desk.reports.behind(ReportAsked("coverage", FIRST, LAST), "coverage|*|none")
    assert line.client_id == ClientId(child.id)
    with pytest.raises(RefusedError) as refused:
        desk.reports.sheet(ReportAsked("coverage", FIRST, LAST))
    assert refused.value.code == "right.missing"
    made.desk.close()


def test_a_day_gone_by_has_the_agreement_that_was_in_force_then(tmp_path: Path) -> None:
    made = open_office(tmp_path)
    made.clock.on(date(2026, 11, 22))
    entered_site(made, approved_on=date(2026, 6, 1))
    june, may = date(2026, 6, 30), date(2026, 5, 31)

    def state(last: date) -> object:
        shown = made.desk.reports.picture(ReportAsked("sites", date(2026, 5, 1), last))
        [table] = [one for one in shown.tables if one.id == "agreements"]
        [row] = table.rows
        return row[1].value, row[2].value

    assert state(june)[1] == date(2028, 6, 1)  # type: ignore[index]
    assert state(may) == ("No agreement", None)
    [mark] = made.desk.reports.picture(ReportAsked("sites", june, june)).charts[1].marks
    assert mark.on == date(2028, 6, 1)
    made.desk.close()
