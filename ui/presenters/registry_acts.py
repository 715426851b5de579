"""The small forms of the registry room: doses reported, answers closed, the schedule read."""

from typing import TYPE_CHECKING

from immtrac_desk.domain.dose import ReportMethod
from ui.presenters.form_values import Values, day_of, text_of
from ui.presenters.sheet_fields import Asked, Kind
from ui.presenters.small_form import About, SmallForm

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

STOPS = ("portal_down", "candidates", "no_match", "locked_out", "consent_refused", "other")
"""What may stop somebody on the registry's screens."""
YES_NO = ("yes", "no")


def _report(desk: "Desk", about: About, values: Values) -> None:
    method = ReportMethod(text_of(values, "method"))
    desk.doses.report(about.dose_ids, day_of(values), method, text_of(values, "registry_user"))


def _set_aside(desk: "Desk", about: About, values: Values) -> None:
    desk.doses.set_aside(about.dose_ids[0], text_of(values, "reason"))


def _void(desk: "Desk", about: About, values: Values) -> None:
    desk.doses.void(about.dose_ids[0], text_of(values, "reason"))


def _undo_step(desk: "Desk", about: About, values: Values) -> None:
    desk.doses.undo_step(about.step_id, text_of(values, "reason"))


def _close(desk: "Desk", about: About, values: Values) -> None:
    desk.answers.close(about.item_id, text_of(values, "note"))


def _email(desk: "Desk", about: About, values: Values) -> None:
    desk.answers.email_dshs(about.item_id, text_of(values, "note"))


def _reopen(desk: "Desk", about: About, values: Values) -> None:
    desk.answers.reopen(about.item_id, text_of(values, "note"))


def _stop(desk: "Desk", about: About, values: Values) -> None:
    desk.entry.stop(about.client_id, text_of(values, "reason"), text_of(values, "note"))


def _schedule(desk: "Desk", about: About, values: Values) -> None:
    told = {name: text_of(values, name) == "yes" for name in ("reaction", "not_valid")}
    desk.entry.note_schedule(about.client_id, day_of(values), text_of(values, "text"), **told)


_ON, _USER = Asked("on", Kind.DATE), Asked("registry_user")
_METHOD = Asked("method", Kind.CHOICE, options=tuple(method.value for method in ReportMethod))
_REASON, _NOTE = (Asked("reason", Kind.LONG_TEXT),), (Asked("note", Kind.LONG_TEXT),)

TABLE = (
    SmallForm(
        "report_doses",
        "report_dose",
        (_ON, _METHOD, _USER),
        _report,
        ("on", "method", "registry_user"),
    ),
    SmallForm("set_aside_dose", "report_dose", _REASON, _set_aside, ("reason",)),
    SmallForm("void_dose", "save_dose", _REASON, _void, ("reason",)),
    SmallForm("undo_dose_step", "undo_own", _REASON, _undo_step, ("reason",)),
    SmallForm("close_answer", "close_answer", _NOTE, _close, ("note",)),
    SmallForm("email_answer", "close_answer", _NOTE, _email),
    SmallForm("reopen_answer", "close_answer", _NOTE, _reopen, ("note",)),
    SmallForm(
        "stop_entry",
        "finish_entry",
        (Asked("reason", Kind.CHOICE, options=STOPS), *_NOTE),
        _stop,
        ("reason",),
    ),
    SmallForm(
        "note_schedule",
        "note_schedule",
        (
            _ON,
            Asked("text", Kind.LONG_TEXT),
            Asked("reaction", Kind.CHOICE, options=YES_NO),
            Asked("not_valid", Kind.CHOICE, options=YES_NO),
        ),
        _schedule,
        ("on", "text"),
    ),
)
"""One act each; its words stand in `ui/i18n/*/registry.toml`."""
