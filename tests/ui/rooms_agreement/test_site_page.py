"""The record of an organization: every field with its rule, saved once, kept over a lock."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from immtrac_desk.bootstrap import open_vault
from immtrac_desk.domain.organization import ASKED, Organization
from tests.journeys.conftest import Counter
from tests.office import BOSS, PASSPHRASE
from tests.ui.rooms.locking import lock_and_unlock
from tests.ui.rooms_agreement.sites import room, site_with
from tests.ui.rooms_office import desks
from ui.presenters.site_fields import SITE, asked
from ui.views.site_counties import SiteCounties
from ui.views.site_form import SiteForm, SitePage
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.wording import tr


def form(counter: Counter, site: Organization | None = None) -> SiteForm:
    about: dict[str, object] = {"organization_id": site.id} if site else {"new": True}
    page = room(counter, section="site", **about).page
    assert isinstance(page, SitePage)
    return page.form


def fill(counter: Counter, entered: SiteForm, **texts: str) -> None:
    for name, text in texts.items():
        counter.type_in(entered.set.fields[name], text)


def choose(entered: SiteForm, name: str, value: str) -> None:
    field = entered.set.fields[name]
    assert isinstance(field, Choice)
    field.set_value(value)
    field.changed.emit()


def codes(entered: SiteForm, name: str) -> list[str]:
    return [finding.code for finding in entered.set.fields[name].findings]


def text(entered: SiteForm, name: str) -> str:
    field = entered.set.fields[name]
    assert isinstance(field, Field)
    return field.text()


def test_every_field_of_the_record_is_asked_once() -> None:
    names = [one.name for one in asked(SITE)]
    assert len(names) == len(set(names))
    by_hand = {"tvfc_enrolled_on", "tvfc_due_on", "tvfc_window", "tvfc_pin_again"}
    assert set(names) == set(ASKED) | by_hand
    assert {f.name for f in fields(Organization)} - set(names) == {"id", "closed_on"}


def test_a_new_organization_is_saved_and_its_registration_begun(counter: Counter) -> None:
    entered = form(counter)
    fill(counter, entered, name="Willow School")
    kind = entered.set.fields["org_type"]
    kind.set_value("school")  # type: ignore[attr-defined]
    kind.changed.emit()
    entered.register()
    counter.settle()
    (site,) = counter.office.desk.roster.organizations()
    assert (site.name, site.org_type) == ("Willow School", "school")
    assert counter.inside.stage.room_id == "application"


def test_a_zip_proposes_city_and_county_but_never_over_typed_text(counter: Counter) -> None:
    entered = form(counter)
    fill(counter, entered, city="Bee Cave", zip_code="78701")
    assert text(entered, "city") == "Bee Cave"
    assert entered.presenter.record.county == "Travis"


def test_the_city_of_a_zip_stands_there_before_one_tabs_to_it(counter: Counter) -> None:
    entered = form(counter)
    zip_code = entered.set.fields["zip_code"]
    assert isinstance(zip_code, Field)
    zip_code.line.setText("7870")
    zip_code.line.textEdited.emit("7870")
    assert (text(entered, "city"), codes(entered, "zip_code")) == ("", [])
    zip_code.line.setText("78701")
    zip_code.line.textEdited.emit("78701")
    assert text(entered, "city") == "Austin"


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("npi", "1234567890", "id.npi"),
        ("tin", "12-34", "id.tin"),
        ("tx_iis_id", "1112000", "id.tx_iis_id_zeros"),
        ("zip_code", "787", "id.zip"),
        ("phone", "1111111111", "id.phone"),
    ],
)
def test_what_dt_15_says_stands_beside_its_field_once_one_moves_on(
    counter: Counter, name: str, typed: str, code: str
) -> None:
    entered = form(counter)
    assert codes(entered, name) == [], "an untouched field is not spoken against"
    fill(counter, entered, **{name: typed})
    assert codes(entered, name) == [code]
    assert text(entered, name) == typed


def test_a_name_of_300_letters_is_shown_whole_and_never_widens_the_window(
    counter: Counter,
) -> None:
    site = site_with(counter.office.desk)
    entered = form(counter, site)
    fill(counter, entered, name="N" * 300)
    entered.save()
    width = counter.window.width()
    counter.settle()
    assert counter.window.width() == width


def test_what_a_yes_opens_is_shown_and_keeps_its_answer_when_closed(counter: Counter) -> None:
    entered = form(counter)
    pin = entered.set.fields["tvfc_pin"]
    assert pin.isHidden()
    choose(entered, "tvfc", "yes")
    assert not pin.isHidden()
    fill(counter, entered, tvfc_pin="AB12")
    choose(entered, "tvfc", "no")
    assert pin.isHidden()
    choose(entered, "tvfc", "yes")
    assert text(entered, "tvfc_pin") == "AB12"


def test_counties_are_picked_one_by_one_and_taken_out_again(counter: Counter) -> None:
    entered = form(counter)
    choose(entered, "county_organization", "yes")
    counties = entered.set.fields["assigned_counties"]
    assert isinstance(counties, SiteCounties)
    for county in ("Travis", "Bexar"):
        counties.pick.set_value(county)
        counties.pick.changed.emit()
    assert entered.presenter.record.assigned_counties == ("Bexar", "Travis")
    counties._flow.itemAt(0).widget().click()  # type: ignore[union-attr]
    assert entered.presenter.record.assigned_counties == ("Travis",)


def test_a_change_counts_from_the_day_that_is_typed(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk)
    entered = form(counter, site)
    fill(counter, entered, street="99 New Street")
    counter.type_in(entered.changed_on, "11/01/2026")
    entered.save()
    (trigger,) = desk.agreement.standing(site.id).triggers
    assert (trigger.code, trigger.since) == ("address_changed", date(2026, 11, 1))


def test_a_parent_is_picked_and_a_circle_is_refused(counter: Counter) -> None:
    desk = counter.office.desk
    parent = site_with(desk)
    below = desk.roster.new_organization(parent.id)
    below = desk.roster.save_organization(
        replace(parent, id=below.id, name="Elm Annex", parent_id=parent.id)
    )
    entered = form(counter, below)
    pick = entered.set.fields["parent_id"]
    assert pick.value() == parent.id  # type: ignore[attr-defined]
    offered = [value for value, _ in form(counter, parent).presenter.options("parent_id", tr)]
    assert offered == [""], "neither itself nor what stands below it"


def test_half_a_record_is_offered_back_after_the_lock(counter: Counter) -> None:
    entered = form(counter)
    fill(counter, entered, name="Willow School", tvfc_enrolled_on="13/")
    lock_and_unlock(counter)
    entered = form(counter)
    assert text(entered, "name") == "", "never silently"
    entered.kept_strip.go_on.click()
    assert text(entered, "name") == "Willow School"
    assert text(entered, "tvfc_enrolled_on") == "13/"


def test_a_correction_comes_back_over_what_a_colleague_corrected(counter: Counter) -> None:
    office = counter.office
    site = site_with(office.desk)
    fill(counter, form(counter, site), hours="8 to 5")
    counter.window.lock()
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
    office.desk.roster.save_organization(replace(site, fax="(512) 555-0199"))
    counter.window.enter(office.desk, office.path)
    entered = form(counter, site)
    entered.kept_strip.go_on.click()
    assert (text(entered, "hours"), text(entered, "fax")) == ("8 to 5", "(512) 555-0199")


def test_who_only_reads_cannot_type(counter: Counter) -> None:
    site = site_with(counter.office.desk)
    desks.auditor(counter)
    entered = form(counter, site)
    assert not entered.set.fields["name"].isEnabled()
    assert not entered.save_button.isVisible()
    assert room(counter, organization_id=site.id, section="site").page.handlers() == {}


def test_what_stood_against_it_is_said_again_after_the_lock(counter: Counter) -> None:
    entered = form(counter)
    fill(counter, entered, name="Willow School", npi="1234567890")
    lock_and_unlock(counter)
    entered = form(counter)
    assert codes(entered, "npi") == []
    entered.kept_strip.go_on.click()
    assert (codes(entered, "npi"), codes(entered, "org_type")) == (["id.npi"], [])
