"""The drawers around a site agreement: put, found, listed, refused, and read for all at once."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings

from immtrac_desk.domain.agreement import AgreementApplication, StepKind
from immtrac_desk.domain.ids import OrganizationId, new_id
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.question import QuestionSet
from immtrac_desk.domain.site_person import NamedPerson, SiteRole
from immtrac_desk.errors import DeskError
from immtrac_desk.store import codec
from immtrac_desk.store.rows import metadata
from immtrac_desk.store.unit_of_work import Filing
from immtrac_desk.store.verify import BLOBS
from tests.store.records import NOW, PDF, STAFF, any_record
from tests.store.site_records import (
    ANSWERS,
    DAY,
    NAMED,
    a_duty,
    a_file,
    a_packet,
    a_person,
    a_question_set,
    a_role,
    a_site,
    a_step,
    a_task,
    a_training,
    an_agreement,
    an_application,
)

SITE = a_site(tx_iis_id="0001112000", tvfc=True, assigned_counties=("Travis", "Hays"))
ROSA = a_person()


@pytest.fixture
def room(filing: Filing) -> Filing:
    with filing.writing() as work:
        work.organizations.put(SITE, DAY)
        work.site_people.put(ROSA)
        work.commit()
    return filing


@pytest.fixture
def statements(engine: sa.Engine) -> list[str]:
    """What the file is asked from here on."""
    heard: list[str] = []

    def hear(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        heard.append(statement)

    sa.event.listen(engine, "before_cursor_execute", hear)
    return heard


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_record(Organization))
def test_a_site_comes_out_as_it_went_in(room: Filing, site: Organization) -> None:
    site = replace(site, id=OrganizationId(new_id()), parent_id=SITE.id)
    with room.writing() as work:
        work.organizations.put(site, DAY)
        assert work.organizations.get(site.id) == site
        assert work.organizations.versions(site.id)[0].organization == site


@pytest.mark.parametrize("kind", [NamedPerson, AgreementApplication, QuestionSet])
def test_a_record_with_answers_is_the_same_after_json(kind: type) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(any_record(kind))
    def same(record: object) -> None:
        assert codec.restored(kind, codec.plain(record)) == record

    same()


def test_the_day_a_field_last_changed_is_kept_apart_for_each(room: Filing) -> None:
    later, last = DAY + timedelta(days=10), DAY + timedelta(days=20)
    with room.writing() as work:
        work.organizations.put(replace(SITE, npi="1234567893"), later)
        work.organizations.put(replace(SITE, npi="1234567893", tvfc=None), last)
        drawer = work.organizations
        assert [v.version for v in drawer.versions(SITE.id)] == [1, 2, 3]
        assert [v.changed_on for v in drawer.versions(SITE.id)] == [DAY, later, last]
        assert drawer.changed_on(SITE.id, "name") == DAY
        assert drawer.changed_on(SITE.id, "npi") == later
        assert drawer.changed_on(SITE.id, "tvfc") == last
        assert drawer.changed_on(SITE.id, "fax") is None
        assert drawer.changes() == {
            SITE.id: {
                field: day
                for field in ("id", "name", "org_type", "npi", "tvfc", "tx_iis_id", "state",
                              "assigned_counties")
                if (day := drawer.changed_on(SITE.id, field))
            }
        }  # fmt: skip


def test_a_site_is_not_its_own_parent_and_its_parent_is_on_file(room: Filing) -> None:
    for parent, rule in ((SITE.id, "ck_organizations_parent"), ("NOBODY", "FOREIGN KEY")):
        with room.writing() as work, pytest.raises(DeskError) as caught:
            work.organizations.put(replace(SITE, parent_id=cast("Any", parent)), DAY)
        assert rule in str(caught.value.facts["rule"])


def test_a_role_that_ends_before_it_begins_is_refused_by_the_file_too(room: Filing) -> None:
    role = a_role(ROSA, SITE)
    with room.writing() as work:
        work.roles.put(role)
        work.roles.put(replace(role, until_on=DAY))
        assert work.roles.get(role.id).until_on == DAY
        with pytest.raises(DeskError) as caught:
            work.roles.put(replace(role, until_on=DAY - timedelta(days=1)))
    assert caught.value.facts["rule"] == "CHECK constraint failed: ck_roles_held_until_on"


def test_roles_are_found_by_site_and_by_person_the_earliest_first(room: Filing) -> None:
    other, branch = a_person(first_name="Bo"), a_site(parent_id=SITE.id)
    second = a_role(ROSA, SITE, role=SiteRole.PRESCRIBER, from_on=DAY + timedelta(days=1))
    first, away = a_role(ROSA, SITE), a_role(ROSA, branch, from_on=DAY - timedelta(days=9))
    with room.writing() as work:
        work.organizations.put(branch, DAY)
        work.site_people.put(other)
        for role in (second, first, away):
            work.roles.put(role)
        assert work.roles.of_site(SITE.id) == (first, second)
        assert work.roles.of_person(ROSA.id) == (away, first, second)
        assert work.roles.all() == (away, first, second)
        assert work.site_people.many((ROSA.id, cast("Any", "x"))) == {ROSA.id: ROSA}


def test_trainings_tasks_and_duties_are_kept_in_order(room: Filing) -> None:
    new, old = a_training(ROSA), a_training(ROSA, on=DAY - timedelta(days=400))
    soon, late = a_task(SITE, due_on=DAY, person_id=ROSA.id), a_task(SITE)
    with room.writing() as work:
        for training in (new, old):
            work.trainings.add(training)
        for task in (late, soon):
            work.office_tasks.put(task)
        assert work.trainings.of_person(ROSA.id) == work.trainings.all() == (old, new)
        assert work.office_tasks.unfinished() == work.office_tasks.of_site(SITE.id) == (soon, late)
        assert work.office_tasks.of_person(ROSA.id) == (soon,)
        done = replace(soon, closed_on=DAY, closed_by=STAFF.id)
        work.office_tasks.put(done)
        assert work.office_tasks.unfinished() == (late,)
        assert work.office_tasks.of_site(SITE.id) == (done, late)
        work.duties.add(a_duty(SITE, on=DAY - timedelta(days=1)))
        work.duties.add(a_duty(SITE, note="read with everybody"))
        assert work.duties.latest(SITE.id)["confidentiality"].note == "read with everybody"
        with pytest.raises(DeskError):
            work.office_tasks.put(replace(late, closed_on=DAY))


def test_an_application_keeps_its_answers_and_its_people_at_every_pause(room: Filing) -> None:
    first, second = an_application(SITE), an_application(SITE, begun_on=DAY + timedelta(days=1))
    kept = replace(first, answers={**ANSWERS, "intent": "both", "public": False}, people=())
    with room.writing() as work:
        for application in (second, first, kept):
            work.applications.put(application)
        assert work.applications.get(first.id) == kept
        assert work.applications.get(second.id).people == (NAMED,)
        assert work.applications.of_site(SITE.id) == work.applications.all() == (kept, second)


def test_steps_are_read_as_they_were_entered(room: Filing) -> None:
    one, two = an_application(SITE), an_application(SITE)
    begun = [a_step(application) for application in (one, two)]
    sent = a_step(one, kind=StepKind.SENT, facts={"confirmation_no": "77"})
    undone = a_step(one, kind=StepKind.ENTERED_IN_ERROR, reverses=sent.id)
    with room.writing() as work:
        work.applications.put(one)
        work.applications.put(two)
        for step in (*begun, sent, undone):
            work.application_steps.add(step)
        assert work.application_steps.of_application(one.id) == (begun[0], sent, undone)
        assert work.application_steps.all_by_application() == {
            one.id: (begun[0], sent, undone),
            two.id: (begun[1],),
        }
        with pytest.raises(DeskError) as caught:
            work.application_steps.add(a_step(one, reverses=sent.id))
    assert caught.value.facts["rule"].endswith("ck_application_steps_reverses")  # type: ignore[union-attr]


def test_the_agreement_in_force_is_the_last_one_that_was_not_undone(room: Filing) -> None:
    application = an_application(SITE)
    entered = an_agreement(SITE, approved_on=date(2024, 1, 31))
    older = an_agreement(SITE, approved_on=date(2022, 1, 31))
    approved = an_agreement(SITE, application_id=application.id, entered_at=NOW)
    approval = a_step(application, kind=StepKind.APPROVED, at=NOW)
    undone = a_step(application, kind=StepKind.ENTERED_IN_ERROR, reverses=approval.id)
    later = NOW + timedelta(minutes=5)
    again = replace(approved, id=cast("Any", new_id()), entered_at=later)
    with room.writing() as work:
        work.applications.put(application)
        work.application_steps.add(approval)
        for agreement in (entered, older, approved):
            work.agreements.add(agreement)
        assert work.agreements.of_site(SITE.id) == (older, entered, approved)
        work.application_steps.add(undone)
        assert work.agreements.of_site(SITE.id) == (older, entered)
        assert work.agreements.latest_all() == {SITE.id: entered}
        assert work.agreements.get(approved.id) == approved
        work.application_steps.add(a_step(application, kind=StepKind.APPROVED, at=later))
        work.agreements.add(again)
        assert work.agreements.latest_all() == {SITE.id: again}


def test_an_agreement_needs_a_day(room: Filing) -> None:
    with room.writing() as work, pytest.raises(DeskError) as caught:
        work.agreements.add(an_agreement(SITE, approved_on=None))
    assert caught.value.facts["rule"] == "CHECK constraint failed: ck_agreements_dated"


def test_packets_and_files_are_proven_by_their_digest(room: Filing) -> None:
    application = an_application(SITE)
    packet = a_packet(application, ROSA)
    beside = a_file(SITE, PDF, application_id=application.id)
    of_rosa = a_file(SITE, PDF, person_id=ROSA.id, attached_at=NOW + timedelta(minutes=1))
    with room.writing() as work:
        work.applications.put(application)
        work.agreement_papers.add(packet, PDF)
        work.agreement_files.add(beside, PDF)
        work.agreement_files.add(of_rosa, PDF)
        papers, files = work.agreement_papers, work.agreement_files
        assert papers.get(packet.id) == packet
        assert papers.content(packet.id) == files.content(beside.id) == PDF
        assert papers.of_application(application.id) == papers.of_site(SITE.id) == (packet,)
        assert files.of_site(SITE.id) == (beside, of_rosa)
        assert files.of_application(application.id) == (beside,)
        assert files.of_person(ROSA.id) == (of_rosa,)
        with pytest.raises(DeskError) as caught:
            papers.add(replace(packet, id=cast("Any", "P")), PDF + b" ")
        assert caught.value.code == "agreement_paper.digest_differs"
        with pytest.raises(DeskError) as caught:
            files.add(replace(beside, id=cast("Any", "F")), PDF + b" ")
        assert caught.value.code == "agreement_file.digest_differs"


def test_questions_are_kept_in_versions(room: Filing) -> None:
    first, second = a_question_set(), a_question_set()
    with room.writing() as work:
        assert work.question_sets.latest() is None
        work.question_sets.add(first)
        work.question_sets.add(second)
        assert work.question_sets.latest() == second
        assert work.question_sets.get(first.id) == first
        assert list(work.question_sets.all()) == [first.id, second.id]


@pytest.mark.parametrize(
    ("drawer", "code"),
    [
        ("organizations", "organization.unknown"),
        ("site_people", "person.unknown"),
        ("roles", "role.unknown"),
        ("applications", "application.unknown"),
        ("application_steps", "application_step.unknown"),
        ("agreements", "agreement.unknown"),
        ("agreement_papers", "agreement_paper.unknown"),
        ("agreement_files", "agreement_file.unknown"),
        ("office_tasks", "office_task.unknown"),
        ("question_sets", "question_set.unknown"),
    ],
)
def test_what_is_not_there_is_refused(room: Filing, drawer: str, code: str) -> None:
    with room.reading() as work, pytest.raises(DeskError) as caught:
        getattr(work, drawer).get("x")
    assert caught.value.code == code


@pytest.mark.parametrize("drawer", ["agreement_papers", "agreement_files"])
def test_bytes_that_are_not_there_are_refused(room: Filing, drawer: str) -> None:
    with room.reading() as work, pytest.raises(DeskError) as caught:
        getattr(work, drawer).content("x")
    assert caught.value.code == f"{drawer.removesuffix('s')}.unknown"


def test_five_hundred_sites_are_read_in_as_many_statements_as_one(
    room: Filing, statements: list[str]
) -> None:
    with room.writing() as work:
        for _ in range(500):
            site = a_site(parent_id=SITE.id)
            work.organizations.put(site, DAY)
            work.roles.put(a_role(ROSA, site))
            work.agreements.add(an_agreement(site))
        work.commit()
    with room.reading() as work:
        statements.clear()
        assert len(work.organizations.all()) == 501
        assert len(work.organizations.changes()) == 501
        assert len(work.agreements.latest_all()) == 500
        assert len(work.roles.all()) == 500
        work.site_people.all()
        work.trainings.all()
        work.applications.all()
        work.application_steps.all_by_application()
        work.office_tasks.unfinished()
    assert len(statements) == 9


def test_an_email_is_found_in_whatever_letter_case(room: Filing) -> None:
    ana, bo = a_person(email="Ñandú@oak.example.org"), a_person(email="bo@oak.example.org")
    with room.writing() as work:
        for person in (ana, bo):
            work.site_people.put(person)
        assert work.site_people.with_email(" ñANDÚ@OAK.example.org ") == (ana,)
        assert work.site_people.with_email("") == (), "nobody shares having none"
        assert work.site_people.with_email("ana@oak.example.org") == ()


def test_roles_and_trainings_of_many_people_are_read_at_once(
    room: Filing, statements: list[str]
) -> None:
    people = [a_person() for _ in range(501)]
    with room.writing() as work:
        for person in people:
            work.site_people.put(person)
            work.roles.put(a_role(person, SITE))
            work.trainings.add(a_training(person))
        ids = [person.id for person in people]
        statements.clear()
        assert len(work.roles.of_people((*ids, *ids))) == 501
        assert len(work.trainings.of_people(ids)) == 501
        assert work.roles.of_people(()) == ()
    assert len(statements) == 4


def test_every_filed_byte_is_proven_by_the_check_of_everything() -> None:
    blobs = {
        column
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, sa.LargeBinary)
    }
    assert {blob for _, _, blob in BLOBS} == blobs
