"""TIPS as printed, its levers; the catalogues in the desk's words and in the clinic's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from immtrac_desk.domain.registry_report import Catalogue
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import DeskError, InputError
from tests.office import AUDITOR, Office, open_office
from tests.ui.rooms_agreement.sites import site_with
from ui.presenters.catalogue import CataloguePresenter, EntryTyped, shown_texts
from ui.presenters.tips import TipsPresenter, TipsTyped, parse_month
from ui.wording import Wording


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("tips"), verified=False)
    site_with(made.desk)
    yield made
    made.desk.close()


@pytest.fixture
def tips(office: Office) -> Iterator[TipsPresenter]:
    made = TipsPresenter(office.desk, Wording("en"))
    made.site = office.desk.roster.organizations()[0].id
    yield made
    for row in made.read():
        made.void(row.id)


def typed(month: str = "10/2026", value: str = "87 %", measure: str = "4 DTaP") -> TipsTyped:
    return TipsTyped(month=month, measure=measure, value=value, rating="3 stars")


@pytest.mark.parametrize("text", ["10/2026", "2026-10", " 10.26 ", "10 2026"])
def test_a_month_is_understood_as_people_write_it(text: str) -> None:
    assert parse_month(text) == date(2026, 10, 1)


@pytest.mark.parametrize("text", ["", "October", "13/2026", "10/1999", "2026", "10/2101", "0/26"])
def test_what_is_no_month_is_refused_beside_its_field(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_month(text)
    assert refused.value.field == "month"


def test_a_figure_stands_as_it_was_printed(tips: TipsPresenter) -> None:
    tips.save(typed(value=" 87.5 % of 200 "))
    assert [row.cells for row in tips.read()] == [
        ("Oct 2026", "4 DTaP", "87.5 % of 200", "3 stars")
    ]


def test_the_newest_month_comes_first_and_a_mistake_goes(tips: TipsPresenter) -> None:
    for month in ("8/2026", "10/2026", "9/2026"):
        tips.save(typed(month))
    assert [row.cells[0] for row in tips.read()] == ["Oct 2026", "Sep 2026", "Aug 2026"]
    tips.void(tips.read()[0].id)
    assert [row.cells[0] for row in tips.read()] == ["Sep 2026", "Aug 2026"]


def test_a_measure_is_drawn_over_its_months_and_words_are_not(tips: TipsPresenter) -> None:
    tips.save(typed("9/2026", "84 %"))
    tips.save(typed("10/2026", "87 %"))
    tips.save(typed("10/2026", "good", measure="In words"))
    tips.read()
    chart = tips.chart("4 dtap")
    assert chart is not None
    assert [one for one in chart.series[0].values if one is not None] == [84, 87]
    assert tips.chart("In words") is None


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (typed("12/2026"), "month"),
        (typed(measure=" "), "measure"),
        (typed(value=""), "value"),
    ],
    ids=["still to come", "no measure", "no value"],
)
def test_what_cannot_stand_is_refused_beside_its_field(
    tips: TipsPresenter, given: TipsTyped, field: str
) -> None:
    with pytest.raises(InputError) as refused:
        tips.save(given)
    assert refused.value.field == field
    assert tips.read() == ()


def test_a_lever_that_was_found_done_says_by_whom(tips: TipsPresenter) -> None:
    before = tips.levers()
    assert len(before) == 7
    assert not any(one.confirmed for one in before)
    tips.confirm(before[0].id)
    after = tips.levers()[0]
    assert after.confirmed
    assert "Marta Robles" in after.done


# -- catalogues ---------------------------------------------------------------------------


@pytest.fixture
def entity(office: Office) -> CataloguePresenter:
    return CataloguePresenter(office.desk, Wording("en"), Catalogue.RESPONSIBLE_ENTITY)


def test_what_nobody_has_seen_is_marked_until_somebody_has(entity: CataloguePresenter) -> None:
    line = next(one for one in entity.lines() if one.entry.id == "re.provider_activity")
    assert entity.pill(line)[1] == "warn"
    texts = shown_texts(line)
    entity.save(line.entry, EntryTyped(texts=texts, confirmed=True, last_received_on=None), texts)
    line = next(one for one in entity.lines() if one.entry.id == "re.provider_activity")
    assert entity.pill(line)[1] == "good"


def test_texts_left_as_they_are_stay_the_desks_own_in_both_languages(
    entity: CataloguePresenter, office: Office
) -> None:
    line = next(one for one in entity.lines() if one.entry.id == "re.consent_accepted")
    shown = shown_texts(line)
    own = (*shown[:4], "We frame it.")
    entity.save(line.entry, EntryTyped(texts=own, confirmed=False, last_received_on=None), shown)
    spanish = CataloguePresenter(office.desk, Wording("es"), Catalogue.RESPONSIBLE_ENTITY)
    again = next(one for one in spanish.lines() if one.entry.id == "re.consent_accepted")
    assert again.what_we_do == "We frame it."
    assert again.what_for != line.what_for, "still said in Spanish"
    listed = [one.entry.id for one in entity.lines()]
    assert len(set(listed)) == len(listed), "written over, not listed twice"


def test_a_report_of_ones_own_needs_a_name_and_can_be_put_away(entity: CataloguePresenter) -> None:
    new = entity.new()
    nothing = ("",) * 5
    with pytest.raises(InputError) as refused:
        entity.save(new, EntryTyped(texts=nothing, confirmed=False, last_received_on=None), nothing)
    assert refused.value.field == "name"
    named = EntryTyped(
        texts=("Monthly mail", "", "", "", ""), confirmed=True, last_received_on=None
    )
    entity.save(new, named, nothing)
    assert [one.name for one in entity.lines() if not one.built_in] == ["Monthly mail"]
    entity.retire(new.id)
    assert [one.name for one in entity.lines() if not one.built_in] == []
    entity.retire(new.id, retired=False)
    assert [one.name for one in entity.lines() if not one.built_in] == ["Monthly mail"]


def test_a_report_that_came_says_when(entity: CataloguePresenter) -> None:
    line = entity.lines()[0]
    assert entity.received_words(line) == "Not received yet."
    entity.received_today(line.entry.id)
    assert "22 November 2026" in entity.received_words(entity.lines()[0])


def test_the_two_catalogues_are_apart(office: Office, entity: CataloguePresenter) -> None:
    registry = CataloguePresenter(office.desk, Wording("en"), Catalogue.REGISTRY)
    ours = {line.entry.id for line in entity.lines()}
    theirs = {line.entry.id for line in registry.lines()}
    assert ours
    assert theirs
    assert ours.isdisjoint(theirs)


def test_an_auditor_may_read_and_keep_nothing(office: Office) -> None:
    office.as_(AUDITOR, Role.AUDITOR)
    try:
        entity = CataloguePresenter(office.desk, Wording("en"), Catalogue.RESPONSIBLE_ENTITY)
        assert entity.lines()
        assert not entity.may_edit
        with pytest.raises(DeskError):
            entity.received_today(entity.lines()[0].entry.id)
        assert not TipsPresenter(office.desk, Wording("en")).may_keep
    finally:
        office.as_("Marta Robles")
