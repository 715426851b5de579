"""The people of a site by role, with training and account; who held what on any day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.site_person import SUPERVISORS, SiteRole
from immtrac_desk.domain.values import plain_letters
from ui.presenters.roster_words import (
    account_words,
    held_cell,
    role_words,
    signed,
    supervisor_words,
    training_words,
)
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import RoleLine, RosterLine

ROLES = tuple(SiteRole)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person in one role; `cells` stand in the order of the table's columns."""

    person_id: PersonId
    cells: tuple[str, ...]
    loud: bool
    """Training overdue, or an account that must be disabled."""


class RosterPresenter:
    """Reads the people of one site at each `read`."""

    def __init__(self, desk: "Desk", tr: Wording, site: OrganizationId) -> None:
        self.desk, self.tr, self.site = desk, tr, site
        self.former = False
        self._signer = ""
        self.rows: tuple[RosterRow, ...] = ()

    @property
    def may_manage(self) -> bool:
        return may(self.desk.actor.role, "manage_roster")

    def read(self, *, former: bool = False) -> tuple[RosterRow, ...]:
        """Everybody by role; `former` adds those whose roles have ended."""
        self.former = former
        roster = self.desk.roster
        self._signer = roster.signer_label(roster.organization(self.site))
        lines = roster.lines(self.site, former=former)
        found = [(role, line) for line in lines for role in _roles(line)]
        found.sort(key=lambda pair: (_place(pair[0]), plain_letters(pair[1].person.shown)))
        self.rows = tuple(self._row(role, line) for role, line in found)
        return self.rows

    def at(self, person_id: PersonId) -> int:
        """The first row of a person; -1 where there is none."""
        return next((i for i, row in enumerate(self.rows) if row.person_id == person_id), -1)

    def held_on(self, on: date | None) -> tuple[tuple[str, ...], ...]:
        """Who held which role on a day, or the whole history without one: cells of a table."""
        roster = self.desk.roster
        lines = roster.held_on(on, self.site) if on else roster.role_history(self.site)
        ordered = sorted(
            lines, key=lambda one: (_place(one.held.role), plain_letters(one.person.shown))
        )
        return tuple(self._held(line) for line in ordered)

    def _row(self, role: SiteRole | None, line: "RosterLine") -> RosterRow:
        tr, person = self.tr, line.person
        held = next((one for one in line.roles if one.role is role), None)
        training = training_words(line.training, tr)
        if role in SUPERVISORS:
            training = f"{training} · {supervisor_words(line.supervisor_trained_on, tr)}"
        loud = line.training.state == "overdue" or line.account == "disable"
        cells = (
            role_words(role, tr, self._signer) if role else tr.say("roster.no_role"),
            " · ".join(part for part in (person.shown or "…", person.title) if part),
            held_cell(held, tr) if held else "",
            signed(training, loud=line.training.state == "overdue"),
            signed(account_words(line.account, tr), loud=line.account == "disable"),
        )
        return RosterRow(person.id, cells, loud)

    def _held(self, line: "RoleLine") -> tuple[str, ...]:
        tr = self.tr
        until = line.held.until_on
        return (
            role_words(line.held.role, tr, self.desk.roster.signer_label(line.organization)),
            line.person.shown,
            line.person.title,
            tr.short_date(line.held.from_on),
            tr.short_date(until) if until else tr.say("roster.still"),
        )


def _roles(line: "RosterLine") -> tuple[SiteRole | None, ...]:
    """The roles of a line, each once; somebody without any is listed too, at the end."""
    return tuple(dict.fromkeys(one.role for one in line.roles)) or (None,)


def _place(role: SiteRole | None) -> int:
    return ROLES.index(role) if role else len(ROLES)
