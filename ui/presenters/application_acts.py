"""The small forms after signing: sent, what DSHS answered, given up, undone, a file attached."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import ApplicationState, ApplicationStep, StepKind
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ApplicationId, OrganizationId, StepId
from ui.presenters.form_values import Values, bytes_of, day_of, need, text_of
from ui.presenters.sheet_fields import Asked, Kind

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import ApplicationPicture

WHATS = ("agreement", "confidentiality", "confirmation", "scan", "other")
"""What a file attached to an application can be."""
IDS = ("org_code", "tx_iis_id")
"""Numbers that DSHS gives with its approval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutApplication:
    """What a small form is about: always an application, sometimes one of its steps."""

    application_id: ApplicationId
    organization_id: OrganizationId
    step_id: StepId | None = None


Do = Callable[["Desk", AboutApplication, Values], None]


@dataclass(frozen=True, slots=True)
class ApplicationAct:
    """One act: the right it needs, its fields, what it does. Words are `act_form.<id>.…`."""

    id: str
    right: str
    asked: tuple[Asked, ...]
    needed: tuple[str, ...]
    do: Do


def act(act_id: str) -> ApplicationAct:
    """The act called so; KeyError for an unknown one."""
    return _ACTS[act_id]


def acts() -> tuple[ApplicationAct, ...]:
    return tuple(_ACTS.values())


def offered(state: ApplicationState) -> tuple[str, ...]:
    """The acts that the state allows, the one that usually comes next first."""
    return _OFFERED.get(state, ())


def starting(act_id: str, picture: "ApplicationPicture", desk: "Desk") -> dict[str, str]:
    """What is known before anybody types: who sends, and the IDs that stand already."""
    answers = picture.application.answers
    known = {
        "sent_by": desk.actor.name,
        "org_code": str(answers.get("org_code") or ""),
        "tx_iis_id": str(answers.get("tx_iis_id") or ""),
    }
    return {one.name: known[one.name] for one in act(act_id).asked if one.name in known}


def submit(act_id: str, desk: "Desk", about: AboutApplication, values: Values) -> None:
    """Do the act. InputError beside the first empty field, else whatever the desk raises."""
    need(values, act(act_id).needed)
    act(act_id).do(desk, about, values)


def said_of_ids(
    desk: "Desk", about: AboutApplication, values: Values
) -> dict[str, tuple[Finding, ...]]:
    """What DT-15 says of the numbers of an approval, by field, before they become the record."""
    if not set(IDS) <= set(values):
        return {}
    site = desk.roster.organization(about.organization_id)
    org_code, tx_iis_id = (text_of(values, name) for name in IDS)
    found = desk.roster.check_organization(replace(site, org_code=org_code, tx_iis_id=tx_iis_id))
    return {name: tuple(one for one in found if one.field == name) for name in IDS}


def undoable(steps: tuple[ApplicationStep, ...]) -> frozenset[StepId]:
    """The step that may be taken back now: the last one that stands, if it is one that can."""
    undone = {step.reverses for step in steps if step.reverses is not None}
    live = [
        step
        for step in steps
        if step.id not in undone and step.kind is not StepKind.ENTERED_IN_ERROR
    ]
    return frozenset(step.id for step in live[-1:] if step.kind not in _STAYS)


def _send(desk: "Desk", about: AboutApplication, values: Values) -> None:
    number, file = text_of(values, "confirmation_no"), bytes_of(values)
    by = text_of(values, "sent_by")
    desk.agreement.send(about.application_id, day_of(values, "sent_on"), by, number, file)


def _approve(desk: "Desk", about: AboutApplication, values: Values) -> None:
    due = values.get("due_on")
    desk.agreement.approve(
        about.application_id,
        day_of(values),
        due_on=due if isinstance(due, date) else None,
        org_code=text_of(values, "org_code"),
        tx_iis_id=text_of(values, "tx_iis_id"),
        file=bytes_of(values),
    )


def _returned(desk: "Desk", about: AboutApplication, values: Values) -> None:
    desk.agreement.returned(about.application_id, day_of(values), text_of(values, "reason"))


def _refuse(desk: "Desk", about: AboutApplication, values: Values) -> None:
    desk.agreement.refuse(about.application_id, day_of(values), text_of(values, "reason"))


def _abandon(desk: "Desk", about: AboutApplication, values: Values) -> None:
    desk.agreement.abandon(about.application_id, text_of(values, "reason"))


def _undo(desk: "Desk", about: AboutApplication, values: Values) -> None:
    assert about.step_id is not None
    desk.agreement.undo_step(about.step_id, text_of(values, "reason"))


def _attach(desk: "Desk", about: AboutApplication, values: Values) -> None:
    data = bytes_of(values)
    assert data is not None
    what = text_of(values, "what")
    desk.agreement.attach(about.organization_id, about.application_id, what, data)


_STAYS = frozenset({StepKind.BEGUN, StepKind.SIGNATURE_DROPPED})
"""What begins is given up, not taken back; a dropped signature is given anew."""
_ON = Asked("on", Kind.DATE)
_REASON = Asked("reason", Kind.LONG_TEXT)
_FILE = Asked("file", Kind.FILE)

_TABLE = (
    ApplicationAct(
        "application_send",
        "send_agreement",
        (Asked("sent_on", Kind.DATE), Asked("sent_by"), Asked("confirmation_no"), _FILE),
        ("sent_on", "sent_by"),
        _send,
    ),
    ApplicationAct(
        "application_approve",
        "send_agreement",
        (_ON, Asked("due_on", Kind.DATE), Asked("org_code"), Asked("tx_iis_id"), _FILE),
        ("on",),
        _approve,
    ),
    ApplicationAct(
        "application_return", "send_agreement", (_ON, _REASON), ("on", "reason"), _returned
    ),
    ApplicationAct(
        "application_refuse", "send_agreement", (_ON, _REASON), ("on", "reason"), _refuse
    ),
    ApplicationAct("application_abandon", "manage_agreement", (_REASON,), ("reason",), _abandon),
    ApplicationAct("application_undo", "manage_agreement", (_REASON,), ("reason",), _undo),
    ApplicationAct(
        "application_attach",
        "manage_agreement",
        (Asked("what", Kind.CHOICE, options=WHATS), _FILE),
        ("what", "file"),
        _attach,
    ),
)
_ACTS = {one.id: one for one in _TABLE}
_OFFERED = {
    ApplicationState.DRAFT: ("application_abandon",),
    ApplicationState.READY_TO_SIGN: ("application_abandon",),
    ApplicationState.SIGNED_NOT_SENT: ("application_send", "application_abandon"),
    ApplicationState.SUBMITTED: (
        "application_approve",
        "application_return",
        "application_refuse",
        "application_abandon",
    ),
}
