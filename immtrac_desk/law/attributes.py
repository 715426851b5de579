"""The two dimensions beside the standard consent: first responder and disaster retention."""

from collections.abc import Sequence
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.words import DisasterRetention, Responder
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.grants import Grant, grants_of
from immtrac_desk.law.history import disaster_acts
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.refusals import takes_back

_CARRIES_FR = (ActKind.RESPONDER_NOTED, ActKind.CONSENT_GRANTED)
_WORDS = {word.value: word for word in Responder}


def responder(counted: Sequence[Act], born_on: date, settings: LawSettings) -> Responder:
    """Return `fr` as last noted. F and A need 18 or more on that day, M needs less."""
    found = Responder.NONE
    for act in sorted(counted, key=lambda act: (act.on, act.at, act.id)):
        noted = _WORDS.get(str(act.facts.get("fr", "")))
        if act.kind in _CARRIES_FR and noted and _fits(noted, act.on, born_on, settings):
            found = noted
    return found


def disaster_grants(
    counted: Sequence[Act], born_on: date, on: date, settings: LawSettings
) -> tuple[Grant, ...]:
    """Return the disaster consents that stand, in order, the latest last."""
    signed = disaster_acts(counted)
    grants = grants_of(signed, counted, born_on, on, settings)
    standing: list[Grant] = []
    for act in signed:
        if act.kind is ActKind.CONSENT_WITHDRAWN:
            standing = []
        elif act.kind is ActKind.CONSENT_DECLINED:
            standing = [one for one in standing if not takes_back(act, one, born_on, settings)]
        elif act.id in grants:
            standing.append(grants[act.id])
    return tuple(standing)


def retention(standing: Sequence[Grant], born_on: date, settings: LawSettings) -> DisasterRetention:
    """Return `dir` from the disaster consents that stand: M if signed under 18, else Y."""
    if not standing:
        return DisasterRetention.NONE
    minor = is_minor(born_on, standing[-1].act.on, settings)
    return DisasterRetention.MINOR if minor else DisasterRetention.ADULT


def _fits(noted: Responder, on: date, born_on: date, settings: LawSettings) -> bool:
    if noted is Responder.NONE:
        return True
    return (noted is Responder.MINOR_FAMILY) is is_minor(born_on, on, settings)
