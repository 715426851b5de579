"""What changed since the approval: each trigger names who or what, and since when (DT-13.4)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from immtrac_desk.domain.agreement import OfficeTask, SiteAgreement
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.organization import Answers, Organization, answers_of
from immtrac_desk.domain.site_person import USERS, RoleHeld, SitePerson, SiteRole
from immtrac_desk.law.agreement_signer import signer_roles
from immtrac_desk.law.tables import row

IEE_526 = "iee_526"
"""The office's task, and the trigger, of a prescriber whom the registry does not know."""
PEOPLE_CODES = (
    *("signer_ended", "prescriber_added", "prescriber_removed", "poc_changed"),
    *("user_added", "user_left"),
)
"""Triggers that name a person."""
_FIELDS = {
    "address_changed": (
        *("street", "unit", "city", "state", "zip_code", "county", "other_address"),
    ),
    "tin_changed": ("tin",),
    "npi_changed": ("npi",),
    "name_changed": ("name",),
    "parent_changed": ("parent_id",),
}
CODES = (*PEOPLE_CODES, IEE_526, *_FIELDS)
_NUMBERS = frozenset({"tin", "npi", "zip_code"})
"""Compared without spaces and hyphens."""

ChangedOn = Callable[[str], date | None]
"""The day on which a field of the organization last changed, None if it never did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A change that makes a renewal due. `who` is "" where it is a `field` that changed."""

    code: str
    since: date
    who: str = ""
    person_id: PersonId | None = None
    field: str = ""
    row: str = ""
    citation: str = ""


def triggers(
    agreement: SiteAgreement | None,
    organization: Organization,
    people: Sequence[SitePerson],
    roles: Sequence[RoleHeld],
    tasks: Sequence[OfficeTask],
    changed_on: ChangedOn,
    on: date,
) -> tuple[Trigger, ...]:
    """Return every trigger that is open on `on`, the oldest first; none without an agreement.

    People, roles and tasks of other sites are left aside.
    """
    if agreement is None:
        return ()
    own = tuple(one for one in roles if one.organization_id == organization.id)
    found = [
        *_of_people(agreement, organization, own, on),
        *_of_fields(agreement, organization, changed_on, on),
        *_of_tasks(organization, tasks, on),
    ]
    told = _with_names(found, agreement, people)
    return tuple(sorted(told, key=lambda one: (one.since, CODES.index(one.code), one.who)))


def _of_people(
    agreement: SiteAgreement,
    organization: Organization,
    roles: Sequence[RoleHeld],
    on: date,
) -> Iterator[Trigger]:
    signing = signer_roles(organization.org_type)
    for group, added, removed in (
        (signing, "", "signer_ended"),
        (frozenset({SiteRole.PRESCRIBER}), "prescriber_added", "prescriber_removed"),
        (frozenset({SiteRole.POINT_OF_CONTACT}), "poc_changed", "poc_changed"),
        (USERS, "user_added", "user_left"),
    ):
        there = _Roll(agreement, frozenset(group), roles, on)
        come = [_trigger(added, there.since(one), on, one) for one in there.come if added]
        gone = [_trigger(removed, there.ended(one), on, one) for one in there.gone]
        # Of a new contact in the place of another one line is enough: the new one.
        yield from come or gone if added == removed else (*come, *gone)


class _Roll:
    """Who held a group of roles by the agreement, and who holds one today."""

    def __init__(
        self,
        agreement: SiteAgreement,
        group: frozenset[SiteRole],
        roles: Sequence[RoleHeld],
        on: date,
    ) -> None:
        self._roles = [one for one in roles if one.role in group]
        self._on, self._from = on, agreement.since
        today = {one.person_id for one in self._roles if one.holds(on)}
        carried = {one.person_id for one in agreement.people if group & set(one.roles)}
        self.come = sorted(today - carried)
        self.gone = sorted(carried - today)

    def since(self, person: PersonId) -> date:
        """The first of the days in a row, up to today, on which a role of the group was held."""
        own = (one for one in self._roles if one.person_id == person)
        first = self._on
        for one in sorted(own, key=lambda role: role.from_on, reverse=True):
            joins = one.until_on is None or (first - one.until_on).days <= 1
            if one.from_on <= first and joins:
                first = one.from_on
        return first

    def ended(self, person: PersonId) -> date:
        """The day after the last day of the role; the approval where the roster knows none."""
        last = [
            one.until_on
            for one in self._roles
            if one.person_id == person and one.until_on and one.until_on < self._on
        ]
        return max(last) + timedelta(1) if last else self._from


def _of_fields(
    agreement: SiteAgreement, organization: Organization, changed_on: ChangedOn, on: date
) -> Iterator[Trigger]:
    today = answers_of(organization)
    for code, fields in _FIELDS.items():
        other = [name for name in fields if not _same(name, agreement.answers, today)]
        days = [changed_on(name) or agreement.since for name in other]
        if days and min(days) <= on:
            first = other[days.index(min(days))]
            yield _trigger(code, min(days), on, field=first)


def _of_tasks(
    organization: Organization, tasks: Sequence[OfficeTask], on: date
) -> Iterator[Trigger]:
    for task in tasks:
        open_on = task.opened_on <= on and (task.closed_on is None or on < task.closed_on)
        if task.what == IEE_526 and task.organization_id == organization.id and open_on:
            yield _trigger(IEE_526, task.opened_on, on, task.person_id)


def _same(name: str, carried: Answers, today: Answers) -> bool:
    spare = "TX" if name == "state" else ""
    return _plain(name, carried.get(name, spare)) == _plain(name, today.get(name, spare))


def _plain(name: str, value: object) -> str:
    text = " ".join(str(value).split())
    return "".join(filter(str.isalnum, text)) if name in _NUMBERS else text


def _with_names(
    found: Sequence[Trigger], agreement: SiteAgreement, people: Sequence[SitePerson]
) -> Sequence[Trigger]:
    """Say who it is, as the roster writes the name today, else as the agreement carried it."""
    wanted = {one.person_id for one in found if one.person_id is not None}
    if not wanted:
        return found
    names = {one.person_id: one.shown for one in agreement.people if one.person_id in wanted}
    names |= {one.id: one.shown for one in people if one.id in wanted}
    return [
        replace(one, who=names.get(one.person_id, "")) if one.person_id else one for one in found
    ]


def _trigger(
    code: str, since: date, on: date, person_id: PersonId | None = None, field: str = ""
) -> Trigger:
    found = row("DT-13.4", on)
    return Trigger(
        code=code,
        since=since,
        person_id=person_id,
        field=field,
        row=found.id,
        citation=found.citation,
    )
