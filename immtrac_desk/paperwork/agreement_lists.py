"""Roster, role history and renewal calendar: records to printed lists, stamped in practice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from forms.agreement_lists_entries import CalendarEntry, HeldEntry, ListHead, RosterEntry
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole
from immtrac_desk.domain.values import plain_letters
from immtrac_desk.paperwork.glyphs import lacking

_ORDER = {role: number for number, role in enumerate(SiteRole)}
_UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPaper:
    """Whose list, of which day, in which language; `organization` None is all of them."""

    language: str
    on: date
    organization: Organization | None
    practice: bool
    copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPerson:
    """Somebody of the roster with the roles held that day.

    `state` is the HB 300 clock's (`none`, `open`, `due`, `overdue`, `done`), `account` one of
    `none`, `active`, `disable`, `disabled`.
    """

    person: SitePerson
    roles: tuple[RoleHeld, ...]
    hb300_on: date | None
    supervisor_on: date | None
    state: str
    due: date | None
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMark:
    """A day on which something falls due at a site.

    `kind` is `agreement`, `rung` (with the `days` before the due date), `tvfc`, `training`,
    `role_end`, `task` or `application`.
    """

    on: date
    kind: str
    organization_id: OrganizationId
    organization: str
    who: str = ""
    days: int = 0


def draw_roster(paper: ListPaper, people: Sequence[RosterPerson]) -> bytes:
    """Return the roster as a PDF, in the order given."""
    from forms.agreement_lists import render_roster

    entries = [
        RosterEntry(
            name=_drawable(one.person.shown),
            title=_drawable(one.person.title),
            roles=tuple((held.role.value, held.from_on) for held in _ordered(one.roles)),
            email=_drawable(one.person.email),
            phone=_drawable(one.person.phone),
            user_name=_drawable(one.person.registry_user),
            hb300_on=one.hb300_on,
            supervisor_on=one.supervisor_on,
            state=one.state,
            due=one.due,
            account=one.account,
        )
        for one in people
    ]
    return render_roster(_head(paper), entries)


def draw_role_history(
    paper: ListPaper, held: Iterable[tuple[RoleHeld, SitePerson, Organization]]
) -> bytes:
    """Return who held which role, by role, the latest first and of one day by name."""
    from forms.agreement_lists import render_history

    named = sorted(held, key=lambda one: (plain_letters(one[1].shown), one[0].id))
    latest = sorted(named, key=lambda one: one[0].from_on, reverse=True)
    entries = [
        HeldEntry(
            role=role.role.value,
            name=_drawable(person.shown),
            site=_drawable(site.name),
            from_on=role.from_on,
            until_on=role.until_on,
        )
        for role, person, site in sorted(latest, key=lambda one: _ORDER[one[0].role])
    ]
    return render_history(_head(paper), entries)


def draw_calendar(paper: ListPaper, marks: Iterable[CalendarMark]) -> bytes:
    """Return the 24 months from `paper.on` on."""
    from forms.agreement_lists import render_calendar

    entries = [
        CalendarEntry(
            on=one.on,
            kind=one.kind,
            site=_drawable(one.organization),
            who=_drawable(one.who),
            days=one.days,
        )
        for one in marks
    ]
    return render_calendar(_head(paper), entries)


def _head(paper: ListPaper) -> ListHead:
    wanted = {"practice": paper.practice, "copy": paper.copy}
    return ListHead(
        language=paper.language,
        organization=_drawable(paper.organization.name) if paper.organization else "",
        on=paper.on,
        stamps=tuple(stamp for stamp, asked in wanted.items() if asked),
    )


def _ordered(roles: Iterable[RoleHeld]) -> list[RoleHeld]:
    return sorted(roles, key=lambda one: (_ORDER[one.role], one.from_on))


def _drawable(text: str) -> str:
    """A letter that the typeface lacks is shown as one: a list must never fail for a name."""
    return "".join(_UNKNOWN if lacking(char) else char for char in text)
