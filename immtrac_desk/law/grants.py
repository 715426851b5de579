"""Grants: each signed consent that counts, when it took effect, and whether it came too late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, DocumentId
from immtrac_desk.domain.words import FormKind
from immtrac_desk.law.age import majority
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.timing import minor_consent

_EFFECT = (ActKind.CONSENT_AFFIRMED, ActKind.RECEIPT_CONFIRMED)
"""Either counts at any clinic: a consent seen in ImmTrac2 was affirmed by somebody, and a clinic
that becomes registered does not undo what DSHS has received."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A consent as signed. `form` is MINOR, ADULT or DISASTER.

    `late` is DT-4.2: derived, the paper stays. `may_be_early`: sent before D by a clinic that is
    not registered, receipt unknown; DSHS may still show an earlier receipt (DT-5.8b).
    """

    act: Act
    form: FormKind
    in_effect_on: date | None
    sent_on: date | None
    replaced: bool
    sent_unregistered: bool = False
    """The clinic was not a registered provider when it sent the paper, whatever it is now."""
    late: bool = False
    may_be_early: bool = False

    @property
    def document_id(self) -> DocumentId | None:
        """The signed paper, where it has a number here."""
        return self.act.document_id

    def in_effect(self, on: date) -> bool:
        """True from the affirm date or receipt (DT-5, "in effect")."""
        return self.in_effect_on is not None and self.in_effect_on <= on


def grants_of(
    signed: Sequence[Act], counted: Sequence[Act], born_on: date, on: date, settings: LawSettings
) -> dict[ActId, Grant]:
    """Return the grants among `signed` by act, leaving out those invalid from the start.

    Invalid: signed before birth, a minor form from D on (DT-4.3), an adult form before D.
    """
    found: dict[ActId, Grant] = {}
    for act in signed:
        if act.kind is not ActKind.CONSENT_GRANTED or act.on < born_on:
            continue
        minor_then = act.on < majority(born_on, act.on, settings)
        form = act.form or (FormKind.MINOR if minor_then else FormKind.ADULT)
        if form is not FormKind.DISASTER and (form is FormKind.MINOR) is not minor_then:
            continue
        found[act.id] = _timed(_grant(act, form, counted), born_on, on, settings)
    return found


def _grant(act: Act, form: FormKind, counted: Sequence[Act]) -> Grant:
    own = [other for other in counted if act.document_id and other.document_id == act.document_id]
    effect = [other.on for other in own if other.kind in _EFFECT and other.on >= act.on]
    sendings = [o for o in own if o.kind is ActKind.PAPER_SENT and o.on >= act.on]
    return Grant(
        act=act,
        form=form,
        in_effect_on=min(effect, default=None),
        sent_on=min((sending.on for sending in sendings), default=None),
        sent_unregistered=any(sending.facts.get("registered") is False for sending in sendings),
        replaced=any(other.kind is ActKind.DOCUMENT_REPLACED for other in own),
    )


def _timed(grant: Grant, born_on: date, on: date, settings: LawSettings) -> Grant:
    if grant.form is not FormKind.MINOR:
        return grant
    verdict = minor_consent(born_on, grant.act.on, grant.in_effect_on, on, settings)
    if verdict.result != "too_late":
        return grant
    d = majority(born_on, on, settings)
    sent_in_time = grant.sent_on is not None and grant.sent_on < d
    elsewhere = grant.sent_unregistered or not settings.registered_provider
    early = sent_in_time and grant.in_effect_on is None and elsewhere
    return replace(grant, late=not early, may_be_early=early)
