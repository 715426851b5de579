"""The dose form: what it offers on its day, what it proposes, what it refuses and keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.domain.organization import Organization
from immtrac_desk.errors import InputError
from tests.office import Office
from tests.ui.presenters_registry.given import TODAY, dose, somebody
from tests.ui.rooms_agreement.sites import person_of, site_with
from ui.presenters.dose import DosePresenter
from ui.wording import Wording

EN = Wording("en")


@pytest.fixture(scope="module")
def site(office: Office) -> Organization:
    return site_with(office.desk)


def begun(office: Office, born_on: date = date(2015, 5, 4)) -> DosePresenter:
    return DosePresenter.begin(office.desk, EN, somebody(office, born_on).id)


def test_a_dose_begins_today_at_its_client(office: Office) -> None:
    form = begun(office)
    assert (form.record.given_on, form.record.cvx, form.new) == (TODAY, "", True)
    assert form.heading()[1] == "born 4 May 2015 · 11 y 6 m on the day"


def test_a_vaccine_is_found_by_code_by_name_and_by_trade_name(office: Office) -> None:
    named = dict(begun(office).choices.vaccines())
    assert named["115"] == "115 · Tdap (Adacel, Boostrix)"


def test_vaccines_on_a_vial_are_offered_before_those_of_old_records(office: Office) -> None:
    flu = [value for value, said in begun(office).choices.vaccines() if "Influenza" in said]
    assert flu.index("140") < flu.index("15")
    assert flu.index("111") < flu.index("140")
    assert {"15", "16", "88", "140"} <= set(flu)


def test_a_trade_name_brings_its_maker_and_never_over_one_that_was_typed(office: Office) -> None:
    form = begun(office)
    form.put("cvx", "115")
    form.put("trade_name", "Boostrix")
    assert form.record.manufacturer == "SKB"
    form.put("manufacturer", "PMC")
    form.put("trade_name", "Adacel")
    assert form.record.manufacturer == "PMC"


@pytest.mark.parametrize(
    ("given", "offered"),
    [
        (date(2026, 5, 9), {"private", "medicaid"}),
        (date(2026, 5, 10), {"completing_series", "adult_private"}),
    ],
)
def test_only_codes_that_fit_the_age_are_offered(
    office: Office, given: date, offered: set[str]
) -> None:
    form = begun(office, date(2007, 5, 10))
    codes = {value for value, _ in form.choices.eligibility(given)}
    assert offered <= codes
    assert ("private" in codes) is (given < date(2026, 5, 10))


def test_a_code_of_another_age_goes_with_the_day_that_it_fitted(office: Office) -> None:
    form = begun(office, date(2007, 5, 10))
    form.put("given_on", date(2026, 5, 9))
    form.put("eligibility", "medicaid")
    form.put("given_on", date(2026, 5, 8))
    assert form.record.eligibility == "medicaid"
    form.put("given_on", date(2026, 5, 10))
    assert form.record.eligibility == ""


def test_prescribers_are_those_of_the_agreement_on_that_day(
    office: Office, site: Organization
) -> None:
    form = begun(office)
    ana = person_of(office.desk, site, "Ana")
    assert (ana.id, "LopezOak, Ana, MD") in form.choices.prescribers(TODAY)
    assert form.choices.prescribers(date(2020, 1, 1)) == ()
    form.put("prescriber_id", ana.id)
    form.put("given_on", date(2020, 1, 1))
    assert form.record.prescriber_id is None


def test_the_panel_follows_each_keystroke_and_writes_nothing(office: Office) -> None:
    form = begun(office)
    assert form.said().due == "Report by 22 December 2026, in 30 days."
    form.put("given_on", date(2026, 10, 1))
    assert form.said().due == "Overdue since 31 October 2026, by 22 days."
    before = dict(form.said().missing)["The law asks for"]
    form.put("lot", "A1")
    assert "Lot number" in before
    assert "Lot number" not in dict(form.said().missing)["The law asks for"]
    assert office.desk.doses.of_client(form.client.id) == ()


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("given_on", date(2015, 5, 3), "dose.before_birth"),
        ("given_on", date(2026, 11, 23), "dose.in_future"),
        ("cvx", "", "dose.no_vaccine"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_stays_typed(
    office: Office, name: str, value: object, code: str
) -> None:
    form = begun(office)
    form.put("cvx", "115")
    form.put(name, value)  # type: ignore[arg-type]
    with pytest.raises(InputError) as refused:
        form.save()
    assert form.refuse(refused.value) == name
    assert [finding.code for finding in form.findings(name)] == [code]
    assert form.value(name) == value


def test_a_dose_after_the_death_is_refused(office: Office) -> None:
    client = somebody(office)
    office.desk.people.record_death(client.id, date(2026, 11, 1), "family")
    form = DosePresenter.begin(office.desk, EN, client.id)
    form.put("cvx", "115")
    form.put("given_on", date(2026, 11, 2))
    with pytest.raises(InputError, match="after_death"):
        form.save()


def test_a_day_that_nobody_can_read_is_asked_for(office: Office) -> None:
    form = begun(office)
    form.put("cvx", "115")
    form.put("given_on", None)
    with pytest.raises(InputError) as refused:
        form.save()
    assert refused.value.field == "given_on"


def test_a_code_that_our_table_lacks_is_warned_of_and_kept(office: Office) -> None:
    form = begun(office)
    form.put("cvx", "999")
    assert form.findings("cvx") != ()
    assert form.save().cvx == "999"


def test_the_next_dose_keeps_what_belongs_to_the_visit(office: Office, site: Organization) -> None:
    client = somebody(office)
    ana = person_of(office.desk, site, "Ana")
    first = dose(office, client, lot="A1", route="IM", prescriber_id=ana.id, eligibility="medicaid")
    after = DosePresenter.begin(office.desk, EN, client.id, like=first.id).record
    assert (after.prescriber_id, after.eligibility, after.cvx) == (ana.id, "medicaid", "")
    assert after.id != first.id


def test_a_correction_keeps_the_version_before_and_what_a_colleague_changed(
    office: Office,
) -> None:
    kept = dose(office, somebody(office), lot="A1")
    form = DosePresenter.of(office.desk, EN, kept.id)
    form.put("lot", "B2")
    typed = form.typing({})
    office.desk.doses.save(replace(kept, route="IM"))
    again = DosePresenter.of(office.desk, EN, kept.id)
    again.put_back(typed)
    assert (again.record.lot, again.record.route) == ("B2", "IM")
    assert again.save().version > kept.version


def test_a_prescriber_who_left_the_list_is_shown_and_not_silently_dropped(
    office: Office, site: Organization
) -> None:
    ana = person_of(office.desk, site, "Ana")
    kept = dose(office, somebody(office), date(2020, 1, 1), prescriber_id=ana.id)
    form = DosePresenter.of(office.desk, EN, kept.id)
    assert form.choices.prescribers(kept.given_on) == ()
    assert form.prescribers() == ((ana.id, ana.shown),)
    form.put("lot", "A1")
    form.put("cvx", "62")
    assert form.record.prescriber_id == ana.id


def test_a_code_that_does_not_fit_is_shown_with_its_warning(office: Office) -> None:
    kept = dose(office, somebody(office), eligibility="adult_private")
    form = DosePresenter.of(office.desk, EN, kept.id)
    assert ("adult_private", "Adult, private insurance") in form.eligibility()
    assert "adult_private" not in dict(form.choices.eligibility(kept.given_on))
    assert form.said().warnings != ()
