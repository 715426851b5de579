"""Doses at the counter: entered, listed, reported, set aside, voided, undone, merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import Dose, DoseState, ReportMethod
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import FormKind, Role
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.law.reporting import DueState
from tests.desk.dosing import affirm, consent, enter, report, state, take
from tests.desk.sites import entered_site
from tests.office import BOSS, CLERK, PASSPHRASE, Office, open_office

TODAY = date(2026, 11, 22)
ADULT = date(1990, 2, 3)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One vault for the file; each test brings clients of its own."""
    made = open_office(tmp_path_factory.mktemp("doses"))
    made.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    yield made
    made.desk.close()


@pytest.fixture(autouse=True)
def today(office: Office) -> None:
    office.clock.on(TODAY)


@pytest.fixture
def client(office: Office) -> Client:
    return office.client()


def flood(office: Office, **changes: Any) -> DisasterEvent:
    made = replace(office.desk.book.new_event(), name="Flood", started_on=TODAY - timedelta(30))
    return office.desk.book.save_event(replace(made, **changes))


def listed(office: Office, client: Client, **asked: Any) -> list[Dose]:
    lines = office.desk.doses.to_report(**asked)
    return [line.dose for line in lines if line.client_id == client.id]


class TestEntering:
    def test_a_dose_is_kept_as_it_was_typed_but_tidy(self, office: Office, client: Client) -> None:
        typed = {"cvx": " 3", "manufacturer": "msd", "route": "sc", "lot": " x  1 "}
        kept = enter(office, client, **typed)
        assert (kept.cvx, kept.manufacturer, kept.route, kept.lot) == ("03", "MSD", "SC", "x 1")
        assert (kept.version, kept.entered_by) == (1, office.desk.actor.id)
        line = office.desk.book.history(client.id, limit=1)[0]
        assert (line.act, line.facts["dose"]) == ("dose_entered", kept.id)

    @pytest.mark.parametrize(
        ("changes", "code", "field"),
        [
            ({"cvx": ""}, "dose.no_vaccine", "cvx"),
            ({"given_on": date(2015, 5, 3)}, "dose.before_birth", "given_on"),
            ({"given_on": TODAY + timedelta(1)}, "dose.in_future", "given_on"),
            ({"lot": "x\u202e1"}, "text.bidi", "lot"),
            ({"lot": "x" * 41}, "text.too_long", "lot"),
        ],
    )
    def test_what_cannot_be_is_refused_beside_its_field(
        self, office: Office, client: Client, changes: dict[str, Any], code: str, field: str
    ) -> None:
        with pytest.raises(InputError) as refused:
            enter(office, client, **changes)
        assert (refused.value.code, refused.value.field) == (code, field)
        assert office.desk.doses.of_client(client.id) == ()

    def test_the_day_of_birth_and_today_are_days_of_a_dose(
        self, office: Office, client: Client
    ) -> None:
        for day in (client.born_on, TODAY):
            assert enter(office, client, given_on=day).given_on == day

    def test_a_dose_after_death_is_refused_and_one_of_that_day_is_not(
        self, office: Office, client: Client
    ) -> None:
        died = TODAY - timedelta(10)
        office.desk.people.record_death(client.id, died, "notice")
        with pytest.raises(InputError, match=r"dose\.after_death"):
            enter(office, client, given_on=died + timedelta(1))
        last = enter(office, client, given_on=died)
        assert state(office, last) is DoseState.WAITING, "the duty outlives the client"

    def test_an_unknown_code_is_kept_and_named(self, office: Office, client: Client) -> None:
        kept = enter(office, client, cvx="999")
        told = office.desk.doses.assess(kept)
        assert told.vaccine is None
        assert "dose.cvx_unknown" in {one.code for one in told.missing}

    def test_whoever_is_named_must_be_there(self, office: Office, client: Client) -> None:
        for field in ("prescriber_id", "organization_id", "event_id"):
            with pytest.raises(DeskError, match=r"\.unknown"):
                enter(office, client, **{field: "NOBODY"})

    def test_a_correction_is_a_new_version_and_no_change_is_none(
        self, office: Office, client: Client
    ) -> None:
        first = enter(office, client)
        assert office.desk.doses.save(first) == first
        again = office.desk.doses.save(replace(first, lot="Y9"))
        assert (again.version, again.lot) == (2, "Y9")
        with pytest.raises(DeskError, match=r"dose\.changed_meanwhile"):
            office.desk.doses.save(replace(first, lot="Z"))

    def test_a_dose_stays_with_its_client(self, office: Office, client: Client) -> None:
        kept = enter(office, client)
        with pytest.raises(RefusedError, match=r"dose\.other_client"):
            office.desk.doses.save(replace(kept, client_id=office.client().id))

    def test_the_next_dose_of_a_visit_begins_with_what_is_the_same(
        self, office: Office, client: Client
    ) -> None:
        day = TODAY - timedelta(3)
        first = enter(office, client, given_on=day)
        fresh = office.desk.doses.new_dose(client.id, like=first.id)
        assert (fresh.given_on, fresh.eligibility, fresh.route) == (day, "private", "SC")
        assert (fresh.cvx, fresh.lot, fresh.version) == ("", "", 1)
        assert fresh.id != first.id


class TestDisasters:
    def test_a_dose_inside_the_event_ticks_it_at_the_client(
        self, office: Office, client: Client
    ) -> None:
        event = flood(office, report_days=1, vaccines=("03",))
        kept = enter(office, client, event_id=event.id)
        assert office.desk.people.file(client.id).client.disaster_events == (event.id,)
        told = office.desk.doses.assess(kept)
        assert (told.verdict.row, told.faults) == ("DT-19.7", ())
        assert told.verdict.duty.due_on == TODAY + timedelta(1)
        acts = [line.act for line in office.desk.book.history(client.id, limit=3)]
        assert acts == ["client_looked_at", "client_corrected", "dose_entered"]

    def test_one_outside_is_named_and_ticks_nothing(self, office: Office, client: Client) -> None:
        event = flood(office, vaccines=("208",))
        told = office.desk.doses.assess(enter(office, client, event_id=event.id))
        assert "dose.outside_event" in {one.code for one in told.missing}
        assert [fault.code for fault in told.faults] == ["IMR-133"]
        assert office.desk.people.file(client.id).client.disaster_events == ()

    def test_the_events_of_a_day_are_offered(self, office: Office) -> None:
        over = flood(office, name="Over", ended_on=TODAY - timedelta(1), end_source="dshs")
        names = {event.name for event in office.desk.doses.events(TODAY)}
        assert "Flood" in names
        assert "Over" not in names
        assert over.id in {event.id for event in office.desk.doses.events(TODAY - timedelta(1))}


class TestConsent:
    @pytest.mark.parametrize(
        ("signed_on", "given_on", "faults"),
        [
            (None, TODAY, ["CLR-100"]),
            (TODAY - timedelta(1), TODAY, ["CLR-105"]),
            (TODAY, TODAY, ["CLR-105"]),
            (TODAY, TODAY - timedelta(1), ["CLR-105", "CLR-106"]),
        ],
    )
    def test_what_the_registry_would_name_is_named_first(
        self,
        office: Office,
        client: Client,
        signed_on: date | None,
        given_on: date,
        faults: list[str],
    ) -> None:
        if signed_on is not None:
            consent(office, client, signed_on, FormKind.MINOR)
        kept = enter(office, client, given_on=given_on)
        assert [one.code for one in office.desk.doses.assess(kept).faults] == faults

    def test_an_affirmed_consent_leaves_no_fault(self, office: Office, client: Client) -> None:
        affirm(office, consent(office, client, TODAY - timedelta(2), FormKind.MINOR))
        told = office.desk.doses.assess(enter(office, client))
        assert (told.faults, told.verdict.row) == ((), "DT-19.1")

    def test_an_adult_is_searched_for_before_anything_is_reported(self, office: Office) -> None:
        grown = office.client(born_on=ADULT)
        kept = enter(office, grown)
        assert state(office, kept) is DoseState.SEARCH_FIRST
        office.desk.people.note_search(grown.id, "not_found", TODAY)
        assert state(office, kept) is DoseState.NOT_DUE
        assert listed(office, grown) == []
        consent(office, grown, TODAY, FormKind.ADULT)
        assert state(office, kept) is DoseState.WAITING
        assert listed(office, grown) == [kept]

    def test_a_childs_consent_on_a_grown_client_is_the_wrong_type(self, office: Office) -> None:
        born = date(2008, 11, 22)
        child = office.client(born_on=born)
        affirmed = consent(office, child, TODAY - timedelta(30), FormKind.MINOR)
        office.clock.on(TODAY - timedelta(1))
        office.desk.consents.affirm(affirmed.id, TODAY - timedelta(1), "mrobles")
        office.clock.on(TODAY)
        before = enter(office, child, given_on=TODAY - timedelta(1))
        after = enter(office, child, given_on=TODAY)
        told = {one.dose.id: one.faults for one in office.desk.doses.of_client(child.id)}
        assert told[before.id] == ()
        assert [fault.code for fault in told[after.id]] == ["CLR-101"]


class TestList:
    def test_the_most_pressing_stands_first(self, office: Office, client: Client) -> None:
        days = {"late": 31, "soon": 25, "new": 1}
        made = {
            name: enter(office, client, given_on=TODAY - timedelta(n), cvx=cvx)
            for (name, n), cvx in zip(days.items(), ("03", "21", "94"), strict=True)
        }
        lines = [one for one in office.desk.doses.to_report() if one.client_id == client.id]
        assert [one.dose.id for one in lines] == [made[n].id for n in ("late", "soon", "new")]
        loud = [one.verdict.due_state for one in lines]
        assert loud == [DueState.OVERDUE, DueState.AMBER, DueState.PLAIN]
        assert (lines[0].client_name, lines[0].vaccine_name) == ("García-López, Ana Sofía", "MMR")

    @pytest.mark.parametrize("back", ["03", "21"])
    def test_of_one_day_what_came_back_stands_before_what_waits(
        self, office: Office, back: str
    ) -> None:
        client = office.client(chart_no=f"BCK-{back}")
        made = {cvx: enter(office, client, cvx=cvx) for cvx in ("03", "21")}
        report(office, made[back])
        take(office, f"MRN BCK-{back} IMR-111 CVX {back} {TODAY.isoformat()}")
        lines = [one for one in office.desk.doses.to_report() if one.client_id == client.id]
        assert len(lines) == 2
        assert lines[0].dose.cvx == back

    def test_it_can_be_asked_for_another_day(self, office: Office, client: Client) -> None:
        enter(office, client)
        on = TODAY + timedelta(31)
        lines = office.desk.doses.to_report(on)
        assert {one.verdict.due_state for one in lines if one.client_id == client.id} == {
            DueState.OVERDUE
        }

    def test_it_follows_every_act_on_the_client(self, office: Office, client: Client) -> None:
        kept = enter(office, client)
        assert listed(office, client) == [kept]
        report(office, kept)
        assert listed(office, client) == []
        again = office.desk.doses.save(replace(kept, lot="Y"))
        assert listed(office, client) == [again], "a correction is reported again"
        assert state(office, again) is DoseState.TO_RESEND
        report(office, again)
        assert state(office, again) is DoseState.REPORTED

    def test_a_history_given_elsewhere_waits_for_nobody(
        self, office: Office, client: Client
    ) -> None:
        kept = enter(office, client, historical=True)
        assert state(office, kept) is DoseState.NOT_DUE
        assert listed(office, client) == []

    def test_a_merged_client_is_listed_under_the_one_that_stays(
        self, office: Office, client: Client
    ) -> None:
        gone = office.client()
        kept = enter(office, gone)
        office.desk.people.merge(client.id, gone.id, "same person")
        assert listed(office, client) == [kept]
        assert listed(office, gone) == []
        assert [one.dose for one in office.desk.doses.of_client(gone.id)] == [kept]
        office.desk.people.unmerge(client.id, gone.id, "other person")
        assert listed(office, gone) == [kept]


class TestReporting:
    def test_several_are_one_act_with_a_line_for_each(self, office: Office, client: Client) -> None:
        doses = [enter(office, client), enter(office, client, cvx="21")]
        ids = [dose.id for dose in doses]
        steps = office.desk.doses.report(ids, TODAY, ReportMethod.BATCH, " mrobles ")
        assert [(one.dose_id, one.registry_user) for one in steps] == [(i, "mrobles") for i in ids]
        lines = office.desk.book.history(client.id, limit=2)
        assert {line.act for line in lines} == {"dose_reported"}
        assert {line.facts["dose"] for line in lines} == set(ids)
        assert lines[0].facts["method"] == "batch"

    @pytest.mark.parametrize(
        ("on", "user", "code", "field"),
        [
            (TODAY + timedelta(1), "m", "date.future", "on"),
            (TODAY - timedelta(6), "m", "dose.reported_before_given", "on"),
            (TODAY, " ", "dose.report_user", "registry_user"),
        ],
    )
    def test_what_cannot_be_is_refused_and_nothing_is_noted(
        self, office: Office, client: Client, on: date, user: str, code: str, field: str
    ) -> None:
        fine = enter(office, client, given_on=TODAY - timedelta(7))
        kept = enter(office, client, given_on=TODAY - timedelta(5), cvx="21")
        with pytest.raises(InputError) as refused:
            office.desk.doses.report([fine.id, kept.id], on, ReportMethod.ONLINE, user)
        assert (refused.value.code, refused.value.field) == (code, field)
        assert len(listed(office, client)) == 2, "none of them"

    def test_the_day_it_was_given_is_a_day_to_report_it(
        self, office: Office, client: Client
    ) -> None:
        kept = enter(office, client, given_on=TODAY - timedelta(5))
        report(office, kept, on=TODAY - timedelta(5))
        assert state(office, kept) is DoseState.REPORTED

    def test_no_dose_is_reported_twice_and_none_that_was_never_given(
        self, office: Office, client: Client
    ) -> None:
        kept, voided = enter(office, client), enter(office, client, cvx="21")
        report(office, kept)
        office.desk.doses.void(voided.id, "wrong chart")
        for dose, code in ((kept, "dose.reported_already"), (voided, "dose.voided")):
            with pytest.raises(RefusedError) as refused:
                report(office, dose)
            assert refused.value.code == code
        with pytest.raises(InputError, match=r"dose\.nothing_chosen"):
            report(office)
        with pytest.raises(RefusedError, match=r"dose\.voided"):
            office.desk.doses.save(replace(voided, lot="Z"))


class TestUndo:
    def test_a_step_is_taken_back_with_a_reason(self, office: Office, client: Client) -> None:
        kept = enter(office, client)
        with pytest.raises(InputError, match=r"reason\.missing"):
            office.desk.doses.set_aside(kept.id, " ")
        step = office.desk.doses.set_aside(kept.id, "the other clinic reports it")
        assert state(office, kept) is DoseState.SET_ASIDE
        with pytest.raises(InputError, match=r"reason\.missing"):
            office.desk.doses.undo_step(step.id, "")
        mark = office.desk.doses.undo_step(step.id, "it does not")
        assert state(office, kept) is DoseState.WAITING
        for wrong, code in ((step, "undo.already"), (mark, "undo.of_undo")):
            with pytest.raises(RefusedError) as refused:
                office.desk.doses.undo_step(wrong.id, "x")
            assert refused.value.code == code
        told = office.desk.doses.dose(kept.id).steps
        assert [(one.undone, one.can_undo) for one in told] == [(False, False), (True, False)]

    def test_the_front_desk_takes_back_its_own_of_the_day(
        self, office: Office, client: Client
    ) -> None:
        kept = enter(office, client)
        theirs = office.desk.doses.set_aside(kept.id, "x")
        desk = office.as_(CLERK)
        try:
            [line] = desk.doses.dose(kept.id).steps
            assert not line.can_undo
            with pytest.raises(RefusedError) as refused:
                desk.doses.undo_step(theirs.id, "x")
            assert refused.value.facts["right"] == "undo_any"
            mine = desk.doses.set_aside(kept.id, "y")
            desk.doses.undo_step(mine.id, "x")
            other = desk.doses.void(kept.id, "z")
            office.clock.tick(days=1)
            with pytest.raises(RefusedError, match=r"right\.missing"):
                desk.doses.undo_step(other.id, "x")
        finally:
            office.as_(BOSS)
        office.desk.doses.undo_step(other.id, "x")


def test_who_prescribes_is_taken_from_the_agreements_list(office: Office, client: Client) -> None:
    site = entered_site(office)
    desk = office.desk
    assert desk.doses.prescribers(TODAY) == desk.doses.prescribers(TODAY, site.organization.id)
    assert [one.id for one in desk.doses.prescribers(TODAY)] == [site.signer.id]
    assert desk.doses.prescribers(date(2024, 5, 31)) == ()
    new = site.hires("Olga", SiteRole.PRESCRIBER)
    assert [one.id for one in desk.doses.prescribers(TODAY)] == [site.signer.id]
    listed_one = enter(office, client, prescriber_id=site.signer.id)
    not_yet = enter(office, client, prescriber_id=new.id, cvx="21", body_site="RA")
    told = {one.dose.id: {f.code for f in one.missing} for one in desk.doses.of_client(client.id)}
    assert "dose.prescriber_not_listed" not in told[listed_one.id]
    assert "dose.prescriber_not_listed" in told[not_yet.id], "the agreement does not carry her yet"
    assert desk.doses.new_dose(client.id).organization_id == site.organization.id


def test_an_answer_about_a_dose_is_shown_with_it(office: Office) -> None:
    client = office.client(chart_no="SHW-1")
    kept, other = enter(office, client), enter(office, client, cvx="21")
    report(office, kept, other)
    take(office, f"MRN SHW-1 IMR-111 CVX 03 {TODAY.isoformat()}")
    told = {one.dose.id: one for one in office.desk.doses.of_client(client.id)}
    assert [line.item.code for line in told[kept.id].items] == ["IMR-111"]
    assert told[other.id].items == ()
    assert told[kept.id].verdict.state is DoseState.REJECTED
