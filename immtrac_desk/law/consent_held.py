"""The consent that would be sent with a dose, and whether one is held, from a client's acts."""

from collections.abc import Sequence
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import FormKind, Has, Status
from immtrac_desk.law.attributes import disaster_grants
from immtrac_desk.law.consent_code import ConsentShown
from immtrac_desk.law.history import counting
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.reporting import Held
from immtrac_desk.law.reporting_faults import ConsentHeld
from immtrac_desk.law.standing import Standing

_SHOWN = {FormKind.MINOR: ConsentShown.MINOR, FormKind.ADULT: ConsentShown.ADULT}
_EFFECT = (ActKind.CONSENT_AFFIRMED, ActKind.RECEIPT_CONFIRMED)
_REFUSED = frozenset({Status.WITHDRAWN, Status.DECLINED, Status.LAPSED})


def held_of(standing: Standing, acts: Sequence[Act], on: date) -> Held:
    """Return whether a standard consent is held on `on` (DT-19, column standard consent).

    YES for one in effect and for a signed paper still to be affirmed: it is in the clinic's hands.
    NO where it was refused, withdrawn or has lapsed, or where the latest search in ImmTrac2 found
    nobody; else UNKNOWN. A client who was found there has a consent that nobody has seen here:
    until it is recorded, that too is UNKNOWN.
    """
    lapsed = standing.status is Status.LAPSED and standing.has is not Has.ADULT
    if standing.standard_in_effect or (standing.has is not Has.NONE and not lapsed):
        return Held.YES
    if standing.status in _REFUSED:
        return Held.NO
    searches = [act for act in counting(acts, on) if act.kind is ActKind.SEARCH_NOTED]
    last = max(searches, key=lambda act: (act.on, act.at), default=None)
    nobody = last is not None and last.facts.get("outcome") == "not_found"
    return Held.NO if nobody else Held.UNKNOWN


def consent_held(
    standing: Standing, acts: Sequence[Act], born_on: date, on: date, settings: LawSettings
) -> ConsentHeld | None:
    """Return the consent that would be sent on `on`: the standard one, else a disaster consent."""
    counted = counting(acts, on)
    if standing.effective_document is not None:
        return _held(standing.effective_document, counted)
    return _disaster(counted, born_on, on, settings)


def _held(document: DocumentId, counted: Sequence[Act]) -> ConsentHeld | None:
    own = [act for act in counted if act.document_id == document]
    made = next((act for act in own if act.kind is ActKind.CONSENT_GRANTED), None)
    if made is None or made.form not in _SHOWN:
        return None
    effect = [act.on for act in own if act.kind in _EFFECT]
    return ConsentHeld(_SHOWN[made.form], made.on, min(effect, default=None))


def _disaster(
    counted: Sequence[Act], born_on: date, on: date, settings: LawSettings
) -> ConsentHeld | None:
    grants = disaster_grants(counted, born_on, on, settings)
    if not grants:
        return None
    return ConsentHeld(ConsentShown.DISASTER, grants[-1].act.on, grants[-1].in_effect_on)
