"""The roster: sites, people, roles from and until a day, trainings, accounts, left the clinic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from immtrac_desk.desk.agreement_pictures import EnterExisting
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson, SiteRole, TrainingKind
from immtrac_desk.domain.words import Role, Severity
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.sayings import LANGUAGES, Sayings
from tests.desk.rostered import PNG, a_site, give, someone, train
from tests.office import AUDITOR, Office

DAY = timedelta(days=1)


@pytest.fixture
def site(office: Office) -> Organization:
    return a_site(office.desk)


def line(office: Office) -> AuditEntry:
    return office.desk.book.history(limit=1)[0]


class TestSites:
    def test_a_site_is_kept_and_found_again_with_its_zeros(self, office: Office) -> None:
        site = a_site(office.desk, assigned_counties=("Travis", "Hays"), county_organization=True)
        kept = office.reopen().roster.organization(site.id)
        assert kept == site
        assert kept.tx_iis_id == "0001112000"

    def test_parents_stand_before_their_sub_sites_each_by_name(self, office: Office) -> None:
        desk = office.desk
        oak, elm = a_site(desk, name="oak"), a_site(desk, name="Elm")
        sub = [a_site(desk, name=name, parent_id=oak.id) for name in ("West", "east")]
        below = a_site(desk, name="Room 2", parent_id=sub[1].id)
        names = [found.name for found in desk.roster.organizations()]
        assert names == [elm.name, oak.name, sub[1].name, below.name, sub[0].name]

    def test_an_unchanged_site_writes_nothing_and_a_changed_one_says_which_field(
        self, office: Office, site: Organization
    ) -> None:
        before = line(office)
        office.desk.roster.save_organization(site)
        assert line(office) == before
        office.desk.roster.save_organization(replace(site, street="9 Elm Road", zip_code="78702"))
        told = line(office)
        assert told.act == "organization_saved"
        assert told.facts["fields"] == "street, zip_code"
        assert told.facts["organization"] == site.id

    def test_a_change_is_dated_today_or_earlier_never_ahead(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        desk.roster.save_organization(replace(site, npi=""), desk.today() - 3 * DAY)
        kept = desk.corridor.read(lambda uow: uow.organizations.changed_on(site.id, "npi"))
        assert kept == desk.today() - 3 * DAY
        with pytest.raises(InputError) as refused:
            desk.roster.save_organization(replace(site, npi=""), desk.today() + DAY)
        assert (refused.value.code, refused.value.field) == ("date.future", "changed_on")

    @pytest.mark.parametrize(
        ("changes", "field", "code"),
        [
            ({"name": " "}, "name", "organization.name_missing"),
            ({"name": "--"}, "name", "organization.name_missing"),
            ({"name": "x" * 301}, "name", "text.too_long"),
            ({"org_type": ""}, "org_type", "organization.type_missing"),
            ({"npi": "1234567894"}, "npi", "id.npi"),
            ({"tin": "12-345678"}, "tin", "id.tin"),
            ({"zip_code": "7870"}, "zip_code", "id.zip"),
            ({"phone": "(111) 111-1111"}, "phone", "id.phone"),
            ({"org_code": "Herons!2026a"}, "org_code", "person.looks_like_password"),
            ({"parent_id": "NOBODY"}, "parent_id", "organization.parent_unknown"),
            ({"street": "a\u202eb"}, "street", "text.bidi"),
            ({"assigned_counties": ("Tra\nvis",)}, "assigned_counties", "text.control"),
        ],
    )
    def test_a_field_that_cannot_stand_is_refused_beside_it(
        self, office: Office, site: Organization, changes: dict[str, Any], field: str, code: str
    ) -> None:
        wrong = replace(site, **changes)
        said = {(f.field, f.code) for f in office.desk.roster.check_organization(wrong)}
        assert (field, code) in said
        with pytest.raises(InputError) as refused:
            office.desk.roster.save_organization(wrong)
        assert (refused.value.field, refused.value.code) == (field, code)
        assert office.desk.roster.organization(site.id) == site

    def test_an_id_that_lost_its_zeros_is_kept_with_a_warning(
        self, office: Office, site: Organization
    ) -> None:
        lost = replace(site, tx_iis_id="1112000")
        [found] = office.desk.roster.check_organization(lost)
        assert (found.field, found.severity) == ("tx_iis_id", Severity.WARNING)
        assert found.facts["padded"] == "0001112000"
        assert office.desk.roster.save_organization(lost).tx_iis_id == "1112000"

    def test_a_free_text_that_looks_like_a_password_is_kept_with_a_warning(
        self, office: Office, site: Organization
    ) -> None:
        odd = replace(site, hours="Mon-Fri:8to5")
        [found] = office.desk.roster.check_organization(odd)
        assert (found.field, found.code) == ("hours", "person.looks_like_password")
        assert found.severity is Severity.WARNING
        assert office.desk.roster.save_organization(odd).hours == "Mon-Fri:8to5"
        assert office.desk.roster.check_organization(replace(site, hours="Mon-Fri 8 to 5")) == ()

    def test_no_site_stands_above_itself(self, office: Office, site: Organization) -> None:
        sub = a_site(office.desk, name="West", parent_id=site.id)
        for parent in (site.id, sub.id):
            with pytest.raises(InputError) as refused:
                office.desk.roster.save_organization(replace(site, parent_id=parent))
            assert refused.value.code == "organization.parent_circle"

    def test_closed_once_and_open_once(self, office: Office, site: Organization) -> None:
        desk, yesterday = office.desk, office.desk.today() - DAY
        assert desk.roster.close_organization(site.id, yesterday).closed_on == yesterday
        assert line(office).act == "organization_closed"
        desk.roster.save_organization(replace(site, hours="8 to 5"))
        assert desk.roster.organization(site.id).closed_on == yesterday, "saving opens nothing"
        for act, code in (
            (
                lambda: desk.roster.close_organization(site.id, yesterday),
                "organization.closed_already",
            ),
            (lambda: desk.roster.close_organization(site.id, desk.today() + DAY), "date.future"),
        ):
            with pytest.raises(DeskError) as refused:
                act()
            assert refused.value.code == code
        assert desk.roster.reopen_organization(site.id).closed_on is None
        with pytest.raises(RefusedError) as again:
            desk.roster.reopen_organization(site.id)
        assert again.value.code == "organization.open_already"


class TestPeople:
    @pytest.mark.parametrize(
        ("changes", "again", "field", "code"),
        [
            ({"first_name": "R" * 21}, "", "first_name", "person.too_long"),
            ({"last_name": "N" * 300}, "", "last_name", "person.too_long"),
            ({"last_name": "N" * 301}, "", "last_name", "text.too_long"),
            ({"middle_initial": "AB"}, "", "middle_initial", "person.too_long"),
            ({"last_name": ""}, "", "last_name", "person.last_name_missing"),
            ({"email": "rosa.oak"}, "rosa.oak", "email", "person.email_shape"),
            (
                {"email": "r@oak.example.org"},
                "t@oak.example.org",
                "email_again",
                "person.email_differs",
            ),
            ({"email": "r@oak.example.org"}, "", "email_again", "person.email_differs"),
            ({"title": "Herons!2026a"}, "", "title", "person.looks_like_password"),
            ({"registry_user": "Herons!2026a"}, "", "registry_user", "person.looks_like_password"),
            ({"first_name": "Herons!2026a"}, "", "first_name", "person.looks_like_password"),
            ({"last_name": "Herons!2026a"}, "", "last_name", "person.looks_like_password"),
            ({"npi": "1234567890"}, "", "npi", "id.npi"),
            ({"phone": "555"}, "", "phone", "id.phone"),
            ({"first_name": "a\x00b"}, "", "first_name", "text.control"),
        ],
    )
    def test_a_field_that_cannot_stand_is_refused_beside_it(
        self,
        office: Office,
        site: Organization,
        changes: dict[str, Any],
        again: str,
        field: str,
        code: str,
    ) -> None:
        person = someone(office.desk)
        wrong = replace(person, **changes)
        said = office.desk.roster.check_person(wrong, site.id, again)
        assert (field, code) in {(f.field, f.code) for f in said}
        with pytest.raises(InputError) as refused:
            office.desk.roster.save_person(wrong, again)
        assert (refused.value.field, refused.value.code) == (field, code)
        assert office.desk.roster.person_file(person.id).person == person

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("512.555.0142", "(512) 555-0142"),
            ("+1 512 555 0142", "(512) 555-0142"),
            ("", ""),
        ],
    )
    def test_a_telephone_is_kept_in_its_usual_shape(
        self, office: Office, typed: str, kept: str
    ) -> None:
        person = replace(someone(office.desk), phone=typed)
        assert office.desk.roster.save_person(person).phone == kept

    def test_an_email_is_typed_twice_only_when_it_is_new(self, office: Office) -> None:
        person = someone(office.desk)
        moved = replace(person, title="MD")
        assert office.desk.roster.save_person(moved) == moved
        other = replace(moved, email="rosa.n@oakstreet.example.org")
        assert office.desk.roster.save_person(other, " Rosa.N@OakStreet.example.org ") == other

    def test_two_active_users_never_share_an_email_in_whatever_letter_case(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa = someone(desk)
        give(desk, rosa, site, SiteRole.FULL_ACCESS)
        luis = someone(desk, "Luis", "Ortega", email="ROSA@oakstreet.example.org")
        [warned] = desk.roster.check_person(luis, site.id)
        assert (warned.code, warned.severity) == ("person.email_twice", Severity.WARNING)
        with pytest.raises(InputError) as refused:
            give(desk, luis, site, SiteRole.VIEW_ONLY)
        assert (refused.value.code, refused.value.field) == ("person.email_twice", "email")
        assert [one.person for one in desk.roster.lines(site.id)] == [rosa]
        give(desk, luis, site, SiteRole.PRESCRIBER)
        desk.roster.left_clinic(rosa.id, desk.today() - DAY)
        give(desk, luis, site, SiteRole.VIEW_ONLY)

    def test_an_active_user_cannot_take_anothers_email(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa, luis = someone(desk), someone(desk, "Luis", "Ortega")
        for person in (rosa, luis):
            give(desk, person, site, SiteRole.FULL_ACCESS)
        taken = replace(luis, email=rosa.email.upper())
        with pytest.raises(InputError) as refused:
            desk.roster.save_person(taken, taken.email)
        assert refused.value.code == "person.email_twice"

    def test_saving_says_nothing_of_leaving_or_the_account_but_that_somebody_came_back(
        self, office: Office, site: Organization
    ) -> None:
        desk, today = office.desk, office.desk.today()
        rosa = someone(desk)
        kept = desk.roster.save_person(
            replace(rosa, left_on=today, account_made_on=today, account_disabled_on=today, npi="")
        )
        assert kept == rosa
        desk.roster.left_clinic(rosa.id, today)
        gone = desk.roster.person_file(rosa.id).person
        assert desk.roster.save_person(replace(gone, left_on=today + DAY)).left_on == today
        assert desk.roster.save_person(replace(gone, left_on=None)).left_on is None
        assert line(office).facts["came_back"] is True

    def test_whoever_came_back_has_no_account_to_be_disabled(
        self, office: Office, site: Organization
    ) -> None:
        """Left by mistake, or back again: disabling the account would now be the mistake."""
        desk = office.desk
        rosa = someone(desk)
        give(desk, rosa, site, SiteRole.FULL_ACCESS)
        desk.roster.left_clinic(rosa.id, desk.today())
        assert [task.what for task in desk.roster.tasks()] == ["disable_account"]
        gone = desk.roster.person_file(rosa.id).person
        back = desk.roster.save_person(replace(gone, left_on=None))
        assert (desk.roster.tasks(), back.account_disabled_on) == ((), None)

    def test_nobody_is_named_in_the_book(self, office: Office, site: Organization) -> None:
        desk = office.desk
        rosa = someone(desk, last="Nuñez-Canary")
        give(desk, rosa, site, SiteRole.FULL_ACCESS)
        desk.roster.note_account(rosa.id, made_on=desk.today())
        desk.roster.left_clinic(rosa.id, desk.today())
        told = [str(entry) for entry in desk.book.history(limit=100)]
        assert [text for text in told if "Canary" in text or "rosa@" in text] == []

    def test_everybody_is_on_the_list_of_people_with_a_role_or_without(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa, ana = someone(desk), someone(desk, "Ana", "Abbott")
        give(desk, rosa, site, SiteRole.SIGNER)
        assert desk.roster.people() == (ana, rosa)


class TestRoles:
    def test_both_days_of_a_role_count(self, office: Office, site: Organization) -> None:
        desk, first, last = office.desk, date(2026, 3, 2), date(2026, 5, 29)
        rosa = someone(desk)
        role = give(desk, rosa, site, SiteRole.PRESCRIBER, first)
        ended = desk.roster.end_role(role.id, last)

        def held(day: date) -> list[SitePerson]:
            return [found.person for found in desk.roster.held_on(day, site.id)]

        assert [held(d) for d in (first - DAY, first, last, last + DAY)] == [[], [rosa], [rosa], []]
        assert [one.held for one in desk.roster.role_history(site.id)] == [ended]
        assert desk.roster.lines(site.id) == ()
        [former] = desk.roster.lines(site.id, former=True)
        assert former.roles == (ended,)

    def test_a_role_never_ends_before_it_begins(self, office: Office, site: Organization) -> None:
        role = give(office.desk, someone(office.desk), site, SiteRole.SIGNER, date(2026, 3, 2))
        with pytest.raises(InputError) as refused:
            office.desk.roster.end_role(role.id, date(2026, 3, 1))
        assert (refused.value.code, refused.value.field) == ("role.ends_before_begin", "until_on")
        assert office.desk.roster.end_role(role.id, date(2026, 3, 2)).until_on == date(2026, 3, 2)

    def test_the_same_role_is_held_once_on_any_day(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa, sub = someone(desk), a_site(desk, name="West", parent_id=site.id)
        first = give(desk, rosa, site, SiteRole.SIGNER, date(2026, 3, 2))
        for since in (date(2026, 1, 1), date(2026, 3, 2), date(2026, 9, 9)):
            with pytest.raises(InputError) as refused:
                give(desk, rosa, site, SiteRole.SIGNER, since)
            assert (refused.value.code, refused.value.field) == ("role.held_already", "from_on")
        give(desk, rosa, site, SiteRole.PRESCRIBER, date(2026, 3, 2))
        give(desk, rosa, sub, SiteRole.SIGNER, date(2026, 3, 2))
        desk.roster.end_role(first.id, date(2026, 4, 1))
        with pytest.raises(InputError):
            give(desk, rosa, site, SiteRole.SIGNER, date(2026, 4, 1))
        give(desk, rosa, site, SiteRole.SIGNER, date(2026, 4, 2))
        with pytest.raises(InputError) as back:
            desk.roster.end_role(first.id, date(2026, 4, 2))
        assert (back.value.code, back.value.field) == ("role.held_already", "until_on")

    def test_a_supervisor_is_trained_first(self, office: Office, site: Organization) -> None:
        desk = office.desk
        rosa = someone(desk)
        with pytest.raises(InputError) as refused:
            give(desk, rosa, site, SiteRole.SUPERVISOR)
        assert refused.value.code == "person.supervisor_untrained"
        train(desk, rosa.id, date(2026, 6, 1))
        give(desk, rosa, site, SiteRole.SUPERVISOR)
        assert desk.roster.lines(site.id)[0].supervisor_trained_on == date(2026, 6, 1)

    def test_a_role_noted_by_mistake_is_taken_back_with_a_reason(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        role = give(desk, someone(desk), site, SiteRole.SIGNER)
        with pytest.raises(InputError) as refused:
            desk.roster.take_back_role(role.id, " ")
        assert refused.value.code == "reason.missing"
        desk.roster.take_back_role(role.id, "another Rosa was meant")
        assert desk.roster.role_history(site.id) == ()
        acts = [entry.act for entry in desk.book.history(limit=2)]
        assert acts == ["role_taken_back", "role_given"]
        with pytest.raises(DeskError) as gone:
            desk.roster.end_role(role.id, desk.today())
        assert gone.value.code == "role.unknown"

    def test_screens_hear_which_site_to_read_again(
        self, office: Office, site: Organization
    ) -> None:
        heard: list[Changes] = []
        rosa = someone(office.desk)
        office.desk.listen(heard.append)
        give(office.desk, rosa, site, SiteRole.SIGNER)
        office.desk.roster.save_person(replace(rosa, title="MD"))
        assert [changes.organizations for changes in heard] == [{site.id}, {site.id}]


class TestDirectorOfAHealthDepartment:
    @pytest.fixture
    def department(self, office: Office) -> Organization:
        return a_site(office.desk, name="County Health", org_type="lhd")

    @pytest.mark.parametrize(
        ("until", "due"),
        [(date(2026, 3, 31), date(2026, 5, 1)), (date(2026, 1, 30), date(2026, 3, 2))],
    )
    def test_an_end_is_told_within_30_days_of_the_change(
        self, office: Office, department: Organization, until: date, due: date
    ) -> None:
        desk = office.desk
        role = give(desk, someone(desk), department, SiteRole.MEDICAL_DIRECTOR, date(2025, 1, 1))
        [begun] = desk.roster.tasks()
        desk.roster.close_task(begun.id, "told by letter")
        desk.roster.end_role(role.id, until)
        [task] = desk.roster.tasks(department.id)
        assert (task.what, task.due_on) == ("tell_dshs_director", due)

    def test_one_change_is_one_task_and_its_corrected_day_moves_it(
        self, office: Office, department: Organization
    ) -> None:
        desk = office.desk
        old, new = someone(desk), someone(desk, "Luis", "Ortega")
        role = give(desk, old, department, SiteRole.MEDICAL_DIRECTOR, date(2025, 1, 1))
        desk.roster.close_task(desk.roster.tasks()[0].id)
        desk.roster.end_role(role.id, date(2026, 3, 31))
        give(desk, new, department, SiteRole.MEDICAL_DIRECTOR, date(2026, 4, 1))
        [task] = desk.roster.tasks()
        assert task.due_on == date(2026, 5, 1)
        desk.roster.end_role(role.id, date(2026, 4, 9))
        [moved] = desk.roster.tasks()
        assert (moved.id, moved.due_on) == (task.id, date(2026, 5, 10))

    def test_a_director_noted_by_mistake_is_nothing_to_tell(
        self, office: Office, department: Organization
    ) -> None:
        desk = office.desk
        old, new = someone(desk), someone(desk, "Luis", "Ortega")
        role = give(desk, old, department, SiteRole.MEDICAL_DIRECTOR, date(2025, 1, 1))
        assert len(desk.roster.tasks()) == 1
        desk.roster.take_back_role(role.id, "another site's")
        assert desk.roster.tasks() == ()
        role = give(desk, old, department, SiteRole.MEDICAL_DIRECTOR, date(2025, 1, 1))
        desk.roster.close_task(desk.roster.tasks()[0].id)
        desk.roster.end_role(role.id, date(2026, 3, 31))
        later = give(desk, new, department, SiteRole.MEDICAL_DIRECTOR, date(2026, 4, 1))
        desk.roster.take_back_role(later.id, "not yet")
        [task] = desk.roster.tasks()
        assert task.due_on == date(2026, 5, 1), "the old one is gone all the same"
        desk.roster.take_back_role(role.id, "another site's too")
        assert desk.roster.tasks() == ()

    def test_another_organization_tells_nobody(self, office: Office, site: Organization) -> None:
        give(office.desk, someone(office.desk), site, SiteRole.MEDICAL_DIRECTOR)
        assert office.desk.roster.tasks() == ()


class TestLeftTheClinic:
    def test_one_act_ends_every_role_and_opens_one_task_for_the_account(
        self, office: Office, site: Organization
    ) -> None:
        desk, today = office.desk, office.desk.today()
        sub = a_site(desk, name="West", parent_id=site.id)
        rosa = someone(desk)
        give(desk, rosa, sub, SiteRole.FULL_ACCESS, date(2026, 2, 1))
        give(desk, rosa, site, SiteRole.VIEW_ONLY, date(2026, 3, 1))
        give(desk, rosa, site, SiteRole.PRESCRIBER, date(2026, 3, 1))
        give(desk, rosa, site, SiteRole.SIGNER, today + DAY)
        before = line(office).seq
        [task] = desk.roster.left_clinic(rosa.id, today)
        assert (task.what, task.due_on, task.organization_id) == ("disable_account", today, site.id)
        assert line(office).seq == before + 1
        assert line(office).facts["roles"] == 4
        held = desk.roster.person_file(rosa.id).roles
        assert {one.held.until_on for one in held} == {today}
        assert len(held) == 3, "the role that would have begun tomorrow never was"
        assert [len(desk.roster.held_on(day)) for day in (today, today + DAY)] == [3, 0]
        [row] = desk.roster.lines(sub.id, today)
        assert (row.account, row.person.left_on) == ("disable", today)

    def test_without_an_account_there_is_nothing_to_disable(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa = someone(desk)
        give(desk, rosa, site, SiteRole.PRESCRIBER)
        assert desk.roster.left_clinic(rosa.id, desk.today()) == ()

    def test_an_account_that_is_disabled_already_needs_no_task(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa = someone(desk)
        give(desk, rosa, site, SiteRole.FULL_ACCESS, desk.today() - DAY)
        desk.roster.note_account(rosa.id, disabled_on=desk.today())
        assert desk.roster.left_clinic(rosa.id, desk.today()) == ()

    @pytest.mark.parametrize(
        ("on", "code"),
        [(date(2026, 1, 14), "person.left_before_hired"), (date(2026, 1, 15), "")],
    )
    def test_nobody_leaves_before_they_came(
        self, office: Office, site: Organization, on: date, code: str
    ) -> None:
        rosa = someone(office.desk)
        if not code:
            office.desk.roster.left_clinic(rosa.id, on)
            assert office.desk.roster.person_file(rosa.id).person.left_on == on
            return
        with pytest.raises(InputError) as refused:
            office.desk.roster.left_clinic(rosa.id, on)
        assert (refused.value.code, refused.value.field) == (code, "on")
        assert office.desk.roster.person_file(rosa.id).person == rosa

    def test_who_has_left_leaves_no_second_time_and_takes_no_role(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa = someone(desk)
        desk.roster.left_clinic(rosa.id, desk.today())
        for act in (
            lambda: desk.roster.left_clinic(rosa.id, desk.today()),
            lambda: give(desk, rosa, site, SiteRole.SIGNER),
        ):
            with pytest.raises(InputError) as refused:
                act()
            assert refused.value.code == "person.left_already"

    def test_no_role_outlasts_the_last_day(self, office: Office, site: Organization) -> None:
        desk, last = office.desk, date(2026, 3, 31)
        rosa = someone(desk)
        role = give(desk, rosa, site, SiteRole.PRESCRIBER, date(2026, 2, 1))
        desk.roster.left_clinic(rosa.id, last)
        with pytest.raises(InputError) as refused:
            desk.roster.end_role(role.id, last + DAY)
        assert (refused.value.code, refused.value.field) == ("role.after_leaving", "until_on")
        assert desk.roster.end_role(role.id, last - DAY).until_on == last - DAY

    def test_a_director_who_leaves_is_told_to_dshs_too(self, office: Office) -> None:
        desk = office.desk
        department = a_site(desk, name="County Health", org_type="lhd")
        rosa = someone(desk)
        give(desk, rosa, department, SiteRole.MEDICAL_DIRECTOR, date(2026, 2, 1))
        give(desk, rosa, department, SiteRole.FULL_ACCESS, date(2026, 2, 1))
        desk.roster.close_task(desk.roster.tasks()[0].id)
        opened = desk.roster.left_clinic(rosa.id, date(2026, 3, 31))
        assert {(task.what, task.due_on) for task in opened} == {
            ("disable_account", date(2026, 3, 31)),
            ("tell_dshs_director", date(2026, 5, 1)),
        }


class TestAccounts:
    def test_a_disabled_account_closes_its_task(self, office: Office, site: Organization) -> None:
        desk, today = office.desk, office.desk.today()
        rosa = someone(desk)
        give(desk, rosa, site, SiteRole.FULL_ACCESS)
        assert desk.roster.lines(site.id)[0].account == "unnoted"
        desk.roster.note_account(rosa.id, made_on=today)
        assert desk.roster.lines(site.id)[0].account == "active"
        desk.roster.left_clinic(rosa.id, today)
        desk.roster.note_account(rosa.id, disabled_on=today)
        assert desk.roster.tasks() == ()
        assert desk.roster.person_file(rosa.id).account == "disabled"

    def test_a_user_name_in_immtrac2_tells_of_an_account_and_a_role_alone_does_not(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa = someone(desk)
        assert desk.roster.person_file(rosa.id).account == "none"
        give(desk, rosa, site, SiteRole.FULL_ACCESS)
        assert desk.roster.person_file(rosa.id).account == "unnoted"
        desk.roster.save_person(replace(rosa, registry_user="rosa.one"), rosa.email)
        assert desk.roster.person_file(rosa.id).account == "active"

    def test_closing_the_task_counts_as_disabling(self, office: Office, site: Organization) -> None:
        desk = office.desk
        rosa = someone(desk)
        give(desk, rosa, site, SiteRole.FULL_ACCESS)
        [task] = desk.roster.left_clinic(rosa.id, desk.today())
        done = desk.roster.close_task(task.id, "by the supervisor")
        assert (done.closed_on, done.note) == (desk.today(), "by the supervisor")
        assert desk.roster.person_file(rosa.id).person.account_disabled_on == desk.today()
        with pytest.raises(RefusedError) as refused:
            desk.roster.close_task(task.id)
        assert refused.value.code == "office_task.closed_already"

    @pytest.mark.parametrize(
        ("made", "disabled", "field", "code"),
        [
            (None, None, "made_on", "date.missing"),
            (1, None, "made_on", "date.future"),
            (None, 1, "disabled_on", "date.future"),
            (-1, -2, "disabled_on", "account.disabled_before_made"),
        ],
    )
    def test_days_that_cannot_be_are_refused_beside_them(
        self, office: Office, made: int | None, disabled: int | None, field: str, code: str
    ) -> None:
        desk = office.desk
        days = [None if n is None else desk.today() + n * DAY for n in (made, disabled)]
        with pytest.raises(InputError) as refused:
            desk.roster.note_account(someone(desk).id, days[0], days[1])
        assert (refused.value.field, refused.value.code) == (field, code)

    def test_an_account_made_anew_is_in_use_again(self, office: Office) -> None:
        desk, today = office.desk, office.desk.today()
        rosa = someone(desk)
        desk.roster.note_account(rosa.id, made_on=today - 9 * DAY, disabled_on=today - DAY)
        assert desk.roster.person_file(rosa.id).account == "disabled"
        desk.roster.note_account(rosa.id, made_on=today)
        assert desk.roster.person_file(rosa.id).account == "active"


class TestTrainings:
    @pytest.mark.parametrize(
        ("day", "state"),
        [(date(2026, 4, 14), "open"), (date(2026, 4, 15), "open"), (date(2026, 4, 16), "overdue")],
    )
    def test_the_privacy_training_is_due_90_days_after_the_hire(
        self, office: Office, site: Organization, day: date, state: str
    ) -> None:
        desk = office.desk
        give(desk, someone(desk), site, SiteRole.VIEW_ONLY, date(2026, 1, 15))
        verdict = desk.roster.lines(site.id, day)[0].training
        assert (verdict.state, verdict.due, verdict.row) == (state, date(2026, 4, 15), "DT-16.1")

    def test_a_training_is_filed_with_its_signed_proof(
        self, office: Office, site: Organization
    ) -> None:
        desk, today = office.desk, office.desk.today()
        rosa = someone(desk)
        give(desk, rosa, site, SiteRole.VIEW_ONLY)
        made = desk.roster.note_training(
            rosa.id, TrainingKind.HB300, today, signed=True, note="in person", proof=PNG
        )
        file = desk.roster.person_file(rosa.id)
        assert (file.trainings, file.training.state) == ((made,), "done")
        [proof] = file.files
        assert (proof.id, proof.what, proof.media_type) == (
            made.proof_id,
            "training_proof",
            "image/png",
        )

    @pytest.mark.parametrize(
        ("changes", "field", "code"),
        [
            ({"days": 1}, "on", "training.in_future"),
            ({"note": "Herons!2026a"}, "note", "person.looks_like_password"),
            ({"proof": b"no picture"}, "proof", "attach.kind"),
            ({"proof": b"%PDF-1.7 no pdf"}, "proof", "attach.unreadable"),
            ({"proof": PNG, "role": False}, "proof", "person.no_site"),
        ],
    )
    def test_what_cannot_be_filed_is_refused_beside_its_field(
        self, office: Office, site: Organization, changes: dict[str, Any], field: str, code: str
    ) -> None:
        desk = office.desk
        rosa = someone(desk)
        if changes.pop("role", True):
            give(desk, rosa, site, SiteRole.VIEW_ONLY)
        on = desk.today() + changes.pop("days", 0) * DAY
        with pytest.raises(InputError) as refused:
            desk.roster.note_training(rosa.id, TrainingKind.SUPERVISOR, on, True, **changes)
        assert (refused.value.field, refused.value.code) == (field, code)
        file = desk.roster.person_file(rosa.id)
        assert (file.trainings, file.files) == ((), ())

    def test_a_statement_is_kept_beside_its_person(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        rosa = someone(desk)
        kept = desk.roster.attach_to_person(site.id, rosa.id, "confidentiality", PNG)
        assert desk.roster.person_file(rosa.id).files == (kept,)
        assert line(office).document_digest == kept.digest
        with pytest.raises(InputError) as refused:
            desk.roster.attach_to_person(site.id, rosa.id, "recipe", PNG)
        assert (refused.value.field, refused.value.code) == ("what", "attach.what")


class TestDuties:
    def test_the_latest_confirmation_of_each_duty_is_shown(
        self, office: Office, site: Organization
    ) -> None:
        desk = office.desk
        first = desk.duties.lines(site.id)[0].duty
        desk.duties.confirm(site.id, first.id, desk.today() - DAY)
        latest = desk.duties.confirm(site.id, first.id, desk.today(), "read with everybody")
        lines = desk.duties.lines(site.id)
        assert lines[0].confirmed == latest
        assert latest.by_name == desk.actor.name
        assert {one.confirmed for one in lines[1:]} == {None}
        assert desk.duties.duty(first.id) == first

    @pytest.mark.parametrize(
        ("duty", "days", "note", "code"),
        [
            ("nothing", 0, "", "duty.unknown"),
            ("", 1, "", "date.future"),
            ("", 0, "Herons!2026a", "person.looks_like_password"),
            ("", 0, "a\nb", "text.control"),
        ],
    )
    def test_what_cannot_be_confirmed_is_refused(
        self, office: Office, site: Organization, duty: str, days: int, note: str, code: str
    ) -> None:
        desk = office.desk
        known = duty or desk.duties.lines(site.id)[0].duty.id
        with pytest.raises(DeskError) as refused:
            desk.duties.confirm(site.id, known, desk.today() + days * DAY, note)
        assert refused.value.code == code
        assert {one.confirmed for one in desk.duties.lines(site.id)} == {None}


def test_who_is_nobody_is_refused(office: Office) -> None:
    desk = office.desk
    for ask, code in (
        (lambda: desk.roster.organization(OrganizationId("x")), "organization.unknown"),
        (lambda: desk.roster.person_file(PersonId("x")), "person.unknown"),
        (lambda: desk.roster.left_clinic(PersonId("x"), desk.today()), "person.unknown"),
        (lambda: desk.duties.lines(OrganizationId("x")), "organization.unknown"),
    ):
        with pytest.raises(DeskError) as refused:
            ask()
        assert refused.value.code == code


def test_an_auditor_reads_the_roster_and_changes_nothing(office: Office) -> None:
    site, rosa = a_site(office.desk), someone(office.desk)
    give(office.desk, rosa, site, SiteRole.SIGNER)
    desk = office.as_(AUDITOR, Role.AUDITOR)
    assert desk.roster.lines(site.id)[0].person == rosa
    assert desk.roster.held_on(desk.today())[0].organization == site
    with pytest.raises(RefusedError) as refused:
        desk.roster.save_person(replace(rosa, title="MD"))
    assert refused.value.code == "right.missing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_the_roster_writes_has_its_name(office: Office, language: str) -> None:
    desk, sayings = office.desk, Sayings.load(language)
    site, rosa = a_site(desk), someone(desk)
    role = give(desk, rosa, site, SiteRole.FULL_ACCESS)
    desk.roster.save_organization(replace(site, hours="8 to 5"))
    desk.roster.save_person(replace(rosa, title="MD"))
    desk.roster.take_back_role(give(desk, rosa, site, SiteRole.SIGNER).id, "no")
    desk.roster.end_role(role.id, desk.today() + DAY)
    train(desk, rosa.id)
    desk.roster.note_account(rosa.id, made_on=desk.today())
    desk.roster.attach_to_person(site.id, rosa.id, "scan", PNG)
    [task] = desk.roster.left_clinic(rosa.id, desk.today())
    desk.roster.close_task(task.id)
    desk.duties.confirm(site.id, desk.duties.lines(site.id)[0].duty.id, desk.today())
    desk.roster.close_organization(site.id, desk.today())
    desk.roster.reopen_organization(site.id)
    acts = {entry.act for entry in desk.book.history(limit=200)}
    assert len({act for act in acts if not act.startswith(("pack", "vault"))}) == 15
    assert [act for act in acts if not sayings.has(f"audit.{act}")] == []


def test_an_accent_moves_nobody_to_the_end_of_the_people(office: Office) -> None:
    for number, name in enumerate(("Zamora", "Ávila", "Núñez", "nash")):
        someone(office.desk, f"P{number}", name)
    named = [one.last_name for one in office.desk.roster.people()]
    assert named == ["Ávila", "nash", "Núñez", "Zamora"]


class TestYearsThatWereMeantOtherwise:
    """A slip of the hand in the year: refused beside the day, and the list of people goes on."""

    FAR = (date(1899, 12, 31), date(2200, 1, 1), date.max)

    @pytest.mark.parametrize("day", FAR)
    def test_no_day_of_a_person_or_role_lies_in_another_century(
        self, office: Office, site: Organization, day: date
    ) -> None:
        desk = office.desk
        rosa = someone(desk)
        role = give(desk, rosa, site, SiteRole.FULL_ACCESS, date(1900, 1, 1))
        asked: dict[str, Callable[[], object]] = {
            "hired_on": lambda: desk.roster.save_person(replace(rosa, hired_on=day), rosa.email),
            "from_on": lambda: give(desk, rosa, site, SiteRole.PRESCRIBER, day),
            "until_on": lambda: desk.roster.end_role(role.id, day),
            "on": lambda: desk.roster.left_clinic(rosa.id, day),
        }
        for field, act in asked.items():
            with pytest.raises(InputError) as refused:
                act()
            assert (refused.value.code, refused.value.field) == ("date.other_century", field)
        assert [line.person for line in desk.roster.lines(site.id)] == [rosa]

    @pytest.mark.parametrize("day", FAR)
    def test_no_day_of_a_site_or_agreement_does(
        self, office: Office, site: Organization, day: date
    ) -> None:
        enrolled = replace(site, tvfc=True, tvfc_enrolled_on=day)
        due = replace(site, tvfc=True, tvfc_due_on=day)
        for field, typed in (("tvfc_enrolled_on", enrolled), ("tvfc_due_on", due)):
            with pytest.raises(InputError) as refused:
                office.desk.roster.save_organization(typed)
            assert (refused.value.code, refused.value.field) == ("date.other_century", field)
        command = EnterExisting(
            organization=site, approved_on=None, due_on=day, people=(), roles_from=date(2026, 1, 1)
        )
        with pytest.raises(InputError) as refused:
            office.desk.agreement.enter_existing(command)
        assert (refused.value.code, refused.value.field) == ("date.other_century", "due_on")
