"""The small forms of a client's acts: what each asks and the one call that each makes."""

from immtrac_desk.desk import Desk
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Responder
from ui.presenters import registry_acts
from ui.presenters.form_values import Value, Values, bytes_of, day_of, need, text_of
from ui.presenters.sheet_fields import Asked, Kind
from ui.presenters.small_form import About, SmallForm

__all__ = ["About", "SmallForm"]


def form(form_id: str) -> SmallForm:
    """The small form called `form_id`; KeyError for an unknown one."""
    return _FORMS[form_id]


def forms() -> tuple[SmallForm, ...]:
    return tuple(_FORMS.values())


def starting_values(form_id: str, desk: Desk) -> dict[str, Value]:
    """Today where a day is asked, the actor's own registry user where an affirmation is."""
    values: dict[str, Value] = {}
    for asked in form(form_id).asked:
        values[asked.name] = desk.today() if asked.kind is Kind.DATE else _BLANK[asked.kind]
    if "registry_user" in values:
        values["registry_user"] = registry_user(desk)
    return values


def registry_user(desk: Desk) -> str:
    """The actor's user name in ImmTrac2, `""` if none is on record."""
    mine = [person for person in desk.staff.all() if person.id == desk.actor.id]
    return mine[0].registry_user if mine else ""


def submit(form_id: str, desk: Desk, about: About, values: Values) -> None:
    """Do the act. Raises InputError for the first empty field, else whatever the desk raises."""
    need(values, form(form_id).needed)
    form(form_id).do(desk, about, values)


def _affirm(desk: Desk, about: About, values: Values) -> None:
    user = text_of(values, "registry_user")
    desk.consents.affirm(about.document_id, day_of(values), user)


def _send(desk: Desk, about: About, values: Values) -> None:
    channel, detail = text_of(values, "channel"), text_of(values, "detail")
    desk.consents.send(about.document_id, day_of(values), channel, detail)


def _receipt(desk: Desk, about: About, values: Values) -> None:
    desk.consents.confirm_receipt(about.document_id, day_of(values), text_of(values, "how"))


def _withdrawal(desk: Desk, about: About, values: Values) -> None:
    desk.consents.confirm_withdrawal(about.document_id, day_of(values), bytes_of(values))


def _invalidate(desk: Desk, about: About, values: Values) -> None:
    desk.consents.invalidate(about.document_id, text_of(values, "note"))


def _settle(desk: Desk, about: About, values: Values) -> None:
    prevails = DocumentId(text_of(values, "prevails"))
    seen = text_of(values, "seen")
    desk.consents.settle_conflict(about.client_id, prevails, seen, day_of(values))


def _answer(desk: Desk, about: About, values: Values) -> None:
    given, to, how = (text_of(values, name) for name in ("given", "to", "how"))
    desk.consents.answer_release(about.document_id, day_of(values), given, to, how)


def _undo(desk: Desk, about: About, values: Values) -> None:
    desk.consents.undo(about.act_id, text_of(values, "reason"))


def _death(desk: Desk, about: About, values: Values) -> None:
    desk.people.record_death(about.client_id, day_of(values), text_of(values, "source"))


def _search(desk: Desk, about: About, values: Values) -> None:
    outcome, number = text_of(values, "outcome"), text_of(values, "immtrac2_id")
    desk.people.note_search(about.client_id, outcome, day_of(values), number)


def _responder(desk: Desk, about: About, values: Values) -> None:
    desk.people.note_responder(about.client_id, Responder(text_of(values, "responder")))


def _task(desk: Desk, about: About, values: Values) -> None:
    desk.people.close_task(about.task_id, text_of(values, "note"))


def _attach(desk: Desk, about: About, values: Values) -> None:
    data = bytes_of(values)
    assert data is not None
    desk.papers.attach(about.act_id, text_of(values, "what"), data)


def _merge(desk: Desk, about: About, values: Values) -> None:
    desk.people.merge(about.client_id, about.other_id, text_of(values, "reason"))


def _unmerge(desk: Desk, about: About, values: Values) -> None:
    desk.people.unmerge(about.client_id, about.other_id, text_of(values, "reason"))


_ON = Asked("on", Kind.DATE)
_REASON = (Asked("reason", Kind.LONG_TEXT),)
_CHANNELS = ("mail", "fax", "courier", "email", "hand_over")
_OUTCOMES = ("found", "candidates", "not_found")
_WHATS = ("scan", "dshs_confirmation", "court_order", "other")
_BLANK: dict[Kind, Value] = {
    Kind.TEXT: "",
    Kind.LONG_TEXT: "",
    Kind.CHOICE: "",
    Kind.LIST: "",
    Kind.TOGGLE: False,
    Kind.FILE: None,
}

_TABLE = (
    SmallForm("affirm", "affirm", (_ON, Asked("registry_user")), _affirm, ("on", "registry_user")),
    SmallForm(
        "send",
        "send",
        (_ON, Asked("channel", Kind.CHOICE, options=_CHANNELS), Asked("detail")),
        _send,
        ("on", "channel"),
    ),
    SmallForm("confirm_receipt", "confirm", (_ON, Asked("how")), _receipt, ("on", "how")),
    SmallForm(
        "confirm_withdrawal", "confirm", (_ON, Asked("file", Kind.FILE)), _withdrawal, ("on",)
    ),
    SmallForm("invalidate", "invalidate", (Asked("note", Kind.LONG_TEXT),), _invalidate, ("note",)),
    SmallForm(
        "settle_conflict",
        "settle_conflict",
        (Asked("prevails", Kind.CHOICE), Asked("seen"), _ON),
        _settle,
        ("prevails", "seen", "on"),
    ),
    SmallForm(
        "answer_release",
        "answer_release",
        (_ON, Asked("given"), Asked("to"), Asked("how")),
        _answer,
        ("on", "given", "to"),
    ),
    SmallForm("undo", "undo_own", _REASON, _undo, ("reason",)),
    SmallForm("record_death", "record_death", (_ON, Asked("source")), _death, ("on", "source")),
    SmallForm(
        "note_search",
        "note_search",
        (Asked("outcome", Kind.CHOICE, options=_OUTCOMES), _ON, Asked("immtrac2_id")),
        _search,
        ("outcome", "on"),
    ),
    SmallForm(
        "note_responder",
        "note_responder",
        (Asked("responder", Kind.CHOICE),),
        _responder,
        ("responder",),
    ),
    SmallForm("close_task", "close_task", (Asked("note", Kind.LONG_TEXT),), _task, ("note",)),
    SmallForm(
        "attach",
        "attach",
        (Asked("what", Kind.CHOICE, options=_WHATS), Asked("file", Kind.FILE)),
        _attach,
        ("what", "file"),
    ),
    SmallForm("merge", "merge", _REASON, _merge, ("reason",)),
    SmallForm("unmerge", "merge", _REASON, _unmerge, ("reason",)),
)
_FORMS = {one.id: one for one in (*_TABLE, *registry_acts.TABLE)}
