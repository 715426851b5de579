"""Lists of a site or of all: the roster, the role history and the renewal calendar, printed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.agreement_pictures import AgreementToday, RosterLine, TimeMark
from immtrac_desk.desk.agreement_time import DatedMark, dated_marks
from immtrac_desk.desk.agreement_today import today_lines
from immtrac_desk.desk.consent_view import pure_occasion
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.roster_view import (
    read_roles,
    read_roster_of,
    role_lines,
    roster_lines,
)
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.words import Role
from immtrac_desk.paperwork.agreement_lists import (
    CalendarMark,
    ListPaper,
    RosterPerson,
    draw_calendar,
    draw_role_history,
    draw_roster,
)
from immtrac_desk.paperwork.calendar_ics import calendar_ics
from immtrac_desk.services.agreement_all import AllSites, read_all_sites
from immtrac_desk.services.agreement_print import PrepareList, prepare_list
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.unit_of_work import UnitOfWork

MONTHS = 24
"""How far ahead a calendar looks."""


@dataclass(slots=True)
class AgreementLists:
    """What is read or printed of many days and people at once."""

    corridor: Corridor
    _every: tuple[date, AllSites] | None = None
    """Every site as read last, until one of them or a setting changes."""
    _told: tuple[AllSites, tuple[AgreementToday, ...]] | None = None
    """What Today says of them, until they are read anew."""
    _bells: int = 0

    def __post_init__(self) -> None:
        self.corridor.keepers.append(self._forget)

    def timeline(
        self, months: int = MONTHS, organization_id: OrganizationId | None = None
    ) -> tuple[TimeMark, ...]:
        """Return the marks of the next months, by day, of one site or of all."""
        now = pure_occasion(self.corridor)

        def look(uow: UnitOfWork) -> tuple[TimeMark, ...]:
            every = self._all_sites(uow, now.today)
            found = dated_marks(every, months, now.today, now, organization_id)
            return tuple(one.mark for one in found)

        return self.corridor.read(look)

    def today_lines(self) -> tuple[AgreementToday, ...]:
        """Return what the Today page says of site agreements."""
        now = pure_occasion(self.corridor)

        def look(uow: UnitOfWork) -> tuple[AgreementToday, ...]:
            every, told = self._all_sites(uow, now.today), self._told
            if told is None or told[0] is not every:
                self._told = told = (every, today_lines(every, now.today, now))
            return told[1]

        return self.corridor.read(look)

    def roster_sheet(
        self, organization_id: OrganizationId, language: str, on: date | None = None
    ) -> bytes:
        """Return the roster of a site on a day as a PDF, and log it."""

        def draw(uow: UnitOfWork, occasion: Occasion) -> bytes:
            day = on or occasion.today
            read = read_roster_of(organization_id, uow)
            lines = roster_lines(read, organization_id, day, False, occasion.law)
            paper = _paper(organization_id, language, day, uow, occasion)
            return draw_roster(paper, [_printed(line) for line in lines])

        return self._prepared("roster", language, organization_id, draw)

    def history_sheet(self, organization_id: OrganizationId, language: str) -> bytes:
        """Return who ever held which role at a site as a PDF, and log it."""

        def draw(uow: UnitOfWork, occasion: Occasion) -> bytes:
            lines = role_lines(read_roles(organization_id, uow), lambda held: True)
            paper = _paper(organization_id, language, occasion.today, uow, occasion)
            return draw_role_history(paper, [(x.held, x.person, x.organization) for x in lines])

        return self._prepared("history", language, organization_id, draw)

    def calendar_sheet(self, language: str, organization_id: OrganizationId | None = None) -> bytes:
        """Return the next 24 months of one site or of all as a PDF, and log it.

        What is past and still open stands first.
        """

        def draw(uow: UnitOfWork, occasion: Occasion) -> bytes:
            paper = _paper(organization_id, language, occasion.today, uow, occasion)
            return draw_calendar(paper, _calendar(uow, occasion, organization_id))

        return self._prepared("calendar", language, organization_id, draw)

    def calendar_ics(self, language: str, organization_id: OrganizationId | None = None) -> bytes:
        """Return the same months as an .ics file, and log it. InputError `calendar.empty`."""

        def draw(uow: UnitOfWork, occasion: Occasion) -> bytes:
            every = _calendar(uow, occasion, organization_id)
            marks = [one for one in every if one.on >= occasion.today]
            return calendar_ics(marks, language, occasion.now, occasion.law.agreement_reminders)

        return self._prepared("ics", language, organization_id, draw)

    def _all_sites(self, uow: UnitOfWork, today: date) -> AllSites:
        if self._every is None or self._every[0] != today:
            rung = self._bells
            every = read_all_sites(uow, today)
            if rung != self._bells:  # somebody wrote meanwhile: true for this answer alone
                return every
            self._every = (today, every)
        return self._every[1]

    def _forget(self, changes: Changes) -> None:
        if changes.organizations or changes.settings:
            self._bells += 1
            self._every = self._told = None

    def _prepared(
        self,
        which: str,
        language: str,
        organization_id: OrganizationId | None,
        draw: Callable[[UnitOfWork, Occasion], bytes],
    ) -> bytes:
        command = PrepareList(
            which=which, language=language, organization_id=organization_id, draw=draw
        )
        return self.corridor.perform("reprint", prepare_list, command)


def _paper(
    organization_id: OrganizationId | None,
    language: str,
    on: date,
    uow: UnitOfWork,
    occasion: Occasion,
) -> ListPaper:
    site = uow.organizations.get(organization_id) if organization_id else None
    copy = occasion.actor.role is Role.AUDITOR
    return ListPaper(
        language=language, on=on, organization=site, practice=occasion.practice, copy=copy
    )


def _printed(line: RosterLine) -> RosterPerson:
    return RosterPerson(
        person=line.person,
        roles=line.roles,
        hb300_on=line.training.trained_on,
        supervisor_on=line.supervisor_trained_on,
        state=line.training.state,
        due=line.training.due,
        account=line.account,
    )


def _calendar(
    uow: UnitOfWork, occasion: Occasion, organization_id: OrganizationId | None
) -> list[CalendarMark]:
    every, today = read_all_sites(uow, occasion.today), occasion.today
    found = dated_marks(every, MONTHS, today, occasion, organization_id)
    return [_mark(one) for one in found]


def _mark(one: DatedMark) -> CalendarMark:
    mark = one.mark
    return CalendarMark(
        on=mark.on,
        kind=mark.kind,
        organization_id=mark.organization.id,
        organization=mark.organization.name,
        who=mark.who,
        days=one.days,
    )
