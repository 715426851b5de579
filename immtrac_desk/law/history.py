"""The acts that count: up to a day, without those undone or whose document was invalidated."""

from collections.abc import Iterable
from datetime import date, time

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, DocumentId
from immtrac_desk.domain.words import FormKind, Scope

SIGNATURES = {
    ActKind.CONSENT_GRANTED: 0,
    ActKind.CONSENT_DECLINED: 1,
    ActKind.CONSENT_WITHDRAWN: 2,
}
"""Acts that a signer signed; the number breaks a full tie, where the withdrawal wins (DT-6.7)."""


def counting(acts: Iterable[Act], on: date) -> tuple[Act, ...]:
    """Return the acts that count on the day `on` (DT-5, text above the rows), by entry time.

    An undo marks one act, an invalidation every act of its document.
    """
    known = sorted((act for act in acts if act.on <= on), key=lambda act: (act.at, act.id))
    undone = _undone(known)
    standing = [act for act in known if act.id not in undone]
    invalid = {act.document_id for act in standing if act.kind is ActKind.DOCUMENT_INVALIDATED}
    return tuple(act for act in standing if not _void(act, invalid))


def standard_acts(counted: Iterable[Act]) -> tuple[Act, ...]:
    """Return the signed acts about the standard consent, in the order of DT-5 and DT-6.7."""
    return in_order(act for act in counted if act.kind in SIGNATURES and _is_standard(act))


def disaster_acts(counted: Iterable[Act]) -> tuple[Act, ...]:
    """Return the signed acts about disaster information retention, in order."""
    return in_order(act for act in counted if act.kind in SIGNATURES and _is_disaster(act))


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Return signed acts by signature date, signature time, entry time; last comes the winner.

    Where one of a day's signatures has no time, entry time decides the whole day.
    """
    signed = tuple(acts)
    untimed = {act.on for act in signed if act.signed_at is None}

    def turn(act: Act) -> tuple[object, ...]:
        at_time = time.min if act.on in untimed or act.signed_at is None else act.signed_at
        return (act.on, at_time, act.at, SIGNATURES[act.kind], act.id)

    return tuple(sorted(signed, key=turn))


def _undone(known: list[Act]) -> set[ActId]:
    """Latest first, so that an undo which was itself undone marks nothing."""
    undone: set[ActId] = set()
    for act in reversed(known):
        if act.kind is ActKind.ENTERED_IN_ERROR and act.reverses and act.id not in undone:
            undone.add(act.reverses)
    return undone


def _void(act: Act, invalid: set[DocumentId | None]) -> bool:
    about_it = act.document_id is not None and act.document_id in invalid
    return about_it and act.kind is not ActKind.DOCUMENT_INVALIDATED


def _is_standard(act: Act) -> bool:
    if act.kind is ActKind.CONSENT_WITHDRAWN:
        return act.scope is not Scope.DISASTER
    return act.form is not FormKind.DISASTER


def _is_disaster(act: Act) -> bool:
    if act.kind is ActKind.CONSENT_WITHDRAWN:
        return act.scope in (Scope.DISASTER, Scope.BOTH, None)
    return act.form is FormKind.DISASTER
