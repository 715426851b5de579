"""The small forms of a site and its people: give a role, note a training, left the clinic."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import OfficeTaskId, OrganizationId, PersonId, RoleId
from immtrac_desk.domain.site_person import SiteRole, TrainingKind
from immtrac_desk.errors import InputError
from ui.presenters.form_values import Values, bytes_of, day_of, need, text_of
from ui.presenters.sheet_fields import Asked, Kind

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

NO_PERSON, NO_ROLE, NO_TASK = PersonId(""), RoleId(""), OfficeTaskId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAbout:
    """What a small form is about: a site, often one person, role or task of it."""

    site: OrganizationId
    person: PersonId = NO_PERSON
    role: RoleId = NO_ROLE
    task: OfficeTaskId = NO_TASK

    @property
    def record(self) -> str:
        """What keeps two openings of one form apart."""
        return self.role or self.task or self.person


Do = Callable[["Desk", SiteAbout, Values], object]


@dataclass(frozen=True, slots=True)
class SiteAct:
    """One act: the right it needs, its fields, what it does. Words are `site_act.<id>.…`."""

    id: str
    right: str
    asked: tuple[Asked, ...]
    do: Do
    needed: tuple[str, ...] = ("on",)


def site_act(act_id: str) -> SiteAct:
    """The act called `act_id`; KeyError for an unknown one."""
    return _ACTS[act_id]


def site_acts() -> tuple[SiteAct, ...]:
    return tuple(_ACTS.values())


def opens_on(act_id: str, desk: "Desk", about: SiteAbout) -> date:
    """The day a form opens with: today, and for somebody's first role the day they were hired."""
    today = desk.today()
    if act_id != "give_role" or not about.person:
        return today
    file = desk.roster.person_file(about.person)
    hired = file.person.hired_on
    return hired if hired and hired <= today and not file.roles else today


def submit(act_id: str, desk: "Desk", about: SiteAbout, values: Values) -> None:
    """Do the act. Raises InputError for the first empty field, else whatever the desk raises."""
    act = site_act(act_id)
    need(values, act.needed)
    try:
        act.do(desk, about, values)
    except InputError as error:
        if error.field not in _SAME_DAY:
            raise
        facts = {name: fact for name, fact in error.facts.items() if name != "field"}
        raise InputError(error.code, "on", **facts) from None


def _give(desk: "Desk", about: SiteAbout, values: Values) -> None:
    role = SiteRole(text_of(values, "role"))
    desk.roster.give_role(about.person, about.site, role, day_of(values))


def _end(desk: "Desk", about: SiteAbout, values: Values) -> None:
    desk.roster.end_role(about.role, day_of(values))


def _take_back(desk: "Desk", about: SiteAbout, values: Values) -> None:
    desk.roster.take_back_role(about.role, text_of(values, "reason"))


def _left(desk: "Desk", about: SiteAbout, values: Values) -> None:
    desk.roster.left_clinic(about.person, day_of(values))


def _train(desk: "Desk", about: SiteAbout, values: Values) -> None:
    kind, signed = TrainingKind(text_of(values, "kind")), text_of(values, "signed") == "yes"
    note, proof = text_of(values, "note"), bytes_of(values, "proof")
    desk.roster.note_training(about.person, kind, day_of(values), signed, note, proof)


def _made(desk: "Desk", about: SiteAbout, values: Values) -> None:
    desk.roster.note_account(about.person, made_on=day_of(values))


def _disabled(desk: "Desk", about: SiteAbout, values: Values) -> None:
    desk.roster.note_account(about.person, disabled_on=day_of(values))


def _close(desk: "Desk", about: SiteAbout, values: Values) -> None:
    desk.roster.close_task(about.task, text_of(values, "note"))


def _refused(desk: "Desk", about: SiteAbout, values: Values) -> None:
    desk.agreement.note_iee526(about.site, day_of(values), text_of(values, "note"))


def _shut(desk: "Desk", about: SiteAbout, values: Values) -> None:
    desk.roster.close_organization(about.site, day_of(values))


def _attach(desk: "Desk", about: SiteAbout, values: Values) -> None:
    data = bytes_of(values)
    assert data is not None
    desk.agreement.attach(about.site, None, text_of(values, "what"), data)


def _statement(desk: "Desk", about: SiteAbout, values: Values) -> None:
    data = bytes_of(values)
    assert data is not None
    desk.roster.attach_to_person(about.site, about.person, text_of(values, "what"), data)


_SAME_DAY = frozenset({"from_on", "until_on", "made_on", "disabled_on", "left_on", "closed_on"})
"""What the office calls the one day of a small form."""
_ON = Asked("on", Kind.DATE)
_NOTE = Asked("note", Kind.LONG_TEXT)
_FILE = Asked("file", Kind.FILE)
_TRAININGS = tuple(kind.value for kind in TrainingKind)

_TABLE = (
    SiteAct("give_role", "manage_roster", (Asked("role", Kind.LIST), _ON), _give, ("role", "on")),
    SiteAct("end_role", "manage_roster", (_ON,), _end),
    SiteAct("take_back", "manage_roster", (Asked("reason"),), _take_back, ("reason",)),
    SiteAct("left", "manage_roster", (_ON,), _left),
    SiteAct(
        "training",
        "manage_roster",
        (
            Asked("kind", Kind.CHOICE, options=_TRAININGS),
            _ON,
            Asked("signed", Kind.CHOICE, options=("yes", "no")),
            Asked("note"),
            Asked("proof", Kind.FILE),
        ),
        _train,
        ("kind", "on", "signed"),
    ),
    SiteAct("account_made", "manage_roster", (_ON,), _made),
    SiteAct("account_disabled", "manage_roster", (_ON,), _disabled),
    SiteAct(
        "statement",
        "manage_roster",
        (Asked("what", Kind.CHOICE, options=("confidentiality", "other")), _FILE),
        _statement,
        ("what", "file"),
    ),
    SiteAct("close_task", "manage_roster", (_NOTE,), _close, ()),
    SiteAct("iee526", "manage_agreement", (_ON, _NOTE), _refused),
    SiteAct("close_site", "manage_agreement", (_ON,), _shut),
    SiteAct(
        "attach",
        "manage_agreement",
        (Asked("what", Kind.CHOICE, options=("agreement", "other")), _FILE),
        _attach,
        ("what", "file"),
    ),
)
_ACTS = {act.id: act for act in _TABLE}
