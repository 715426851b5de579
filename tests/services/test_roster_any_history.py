"""Whatever is done to roles in whatever order, no day has a role twice and none ends too early."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.ids import OrganizationId, PersonId, new_id
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole
from immtrac_desk.errors import InputError
from immtrac_desk.services.roster_left import LeftClinic, left_clinic
from immtrac_desk.services.roster_person import SavePerson, save_person
from immtrac_desk.services.roster_roles import (
    EndRole,
    GiveRole,
    TakeBackRole,
    end_role,
    give_role,
    take_back_role,
)
from immtrac_desk.services.roster_site import SaveOrganization, save_organization
from immtrac_desk.store.engine import close, create_database, open_engine
from immtrac_desk.store.unit_of_work import Filing
from tests.services.counter import SAM, Counter

KEY = bytes(range(32))
FIRST = date(2026, 2, 1)
SPAN = [FIRST + timedelta(n) for n in range(30)]
DAYS = st.sampled_from(SPAN)
ROLES = st.sampled_from([SiteRole.SIGNER, SiteRole.PRESCRIBER, SiteRole.FULL_ACCESS])
STEPS = st.one_of(
    st.tuples(st.just("give"), ROLES, DAYS),
    st.tuples(st.just("end"), st.integers(0, 5), DAYS),
    st.tuples(st.just("take back"), st.integers(0, 5), DAYS),
    st.tuples(st.just("left"), st.none(), DAYS),
    st.tuples(st.just("come back"), st.none(), DAYS),
)


@pytest.fixture(scope="module")
def boss(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    place: Path = tmp_path_factory.mktemp("roster") / "desk.db"
    create_database(place, KEY)
    engine = open_engine(place, KEY)
    filing = Filing(engine)
    with filing.writing() as uow:
        uow.staff.put(SAM)
        uow.commit()
    counter = Counter(filing)
    counter.member = SAM
    yield counter
    close(engine)


def begin(boss: Counter) -> tuple[Organization, SitePerson]:
    site = Organization(id=OrganizationId(new_id()), name="Elm", org_type="lhd")
    person = SitePerson(
        id=PersonId(new_id()), first_name="Rosa", last_name="Nuñez", email=f"{new_id()}@example.org"
    )
    boss.do(save_organization, SaveOrganization(organization=site))
    return site, boss.do(save_person, SavePerson(person=person, email_again=person.email))


def step(boss: Counter, site: Organization, person: SitePerson, wanted: tuple) -> None:  # type: ignore[type-arg]
    what, of, day = wanted
    held = boss.read(lambda uow: uow.roles.of_site(site.id))
    if what == "give":
        give = GiveRole(person_id=person.id, organization_id=site.id, role=of, from_on=day)
        boss.do(give_role, give)
    elif what == "left":
        boss.do(left_clinic, LeftClinic(person_id=person.id, on=day))
    elif what == "come back":
        boss.do(save_person, SavePerson(person=person))
    elif of < len(held):
        role_id = held[of].id
        if what == "end":
            boss.do(end_role, EndRole(role_id=role_id, until_on=day))
        else:
            boss.do(take_back_role, TakeBackRole(role_id=role_id, reason="mistaken"))


def twice(held: tuple[RoleHeld, ...], day: date) -> bool:
    roles = [role.role for role in held if role.holds(day)]
    return len(roles) != len(set(roles))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, max_size=9))
def test_no_day_has_a_role_twice_and_nothing_is_held_after_leaving(
    boss: Counter,
    steps: list[tuple],  # type: ignore[type-arg]
) -> None:
    site, person = begin(boss)
    for wanted in steps:
        with suppress(InputError):
            step(boss, site, person, wanted)
        held = boss.read(lambda uow: uow.roles.of_site(site.id))
        assert [day for day in SPAN if twice(held, day)] == []
        assert all(role.until_on is None or role.until_on >= role.from_on for role in held)
        kept = boss.read(lambda uow: uow.site_people.get(person.id))
        if kept.left_on is not None:
            assert [role for role in held if role.holds(kept.left_on + timedelta(1))] == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(since=DAYS, last=DAYS)
def test_a_role_is_held_on_exactly_its_days(boss: Counter, since: date, last: date) -> None:
    site, person = begin(boss)
    role = boss.do(
        give_role,
        GiveRole(
            person_id=person.id,
            organization_id=site.id,
            role=SiteRole.PRESCRIBER,
            from_on=since,
        ),
    )
    if last < since:
        with pytest.raises(InputError):
            boss.do(end_role, EndRole(role_id=role.id, until_on=last))
        return
    ended = boss.do(end_role, EndRole(role_id=role.id, until_on=last))
    held = [day for day in SPAN if ended.holds(day)]
    assert (held[0], held[-1], len(held)) == (since, last, (last - since).days + 1)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(until=DAYS)
def test_a_directors_change_is_told_thirty_days_after_it(boss: Counter, until: date) -> None:
    site, person = begin(boss)
    give = GiveRole(
        person_id=person.id,
        organization_id=site.id,
        role=SiteRole.MEDICAL_DIRECTOR,
        from_on=date(2025, 1, 1),
    )
    role = boss.do(give_role, give)
    boss.do(end_role, EndRole(role_id=role.id, until_on=until))
    tasks = boss.read(lambda uow: uow.office_tasks.of_site(site.id))
    assert [task.due_on for task in tasks] == [
        date(2025, 1, 31),
        until + timedelta(days=31),
    ]
