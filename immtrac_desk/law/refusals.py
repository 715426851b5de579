"""Refusals: whose refusal counts, and when it takes back a paper that is not yet in effect."""

from datetime import date

from immtrac_desk.domain.act import Act
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.grants import Grant
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.signers import ADULTS_VOICE, REPRESENTATIVES_OF_MINOR


def is_lawful(act: Act, born_on: date, settings: LawSettings) -> bool:
    """True if the refuser may sign; anybody else's refusal is a note, not DECLINED (DT-5)."""
    if act.capacity is None or act.facts.get("override"):
        return True
    minor = is_minor(born_on, act.on, settings)
    return act.capacity in (REPRESENTATIVES_OF_MINOR if minor else ADULTS_VOICE)


def takes_back(refusal: Act, grant: Grant, born_on: date, settings: LawSettings) -> bool:
    """True if `refusal` counts as a withdrawal of `grant` (DT-5, text below the rows).

    So it does when the grant is not in effect and its signer, or the client now 18, refuses.
    """
    void_then = grant.late and not is_minor(born_on, refusal.on, settings)
    if void_then or grant.in_effect(refusal.on):
        return False
    same = bool(refusal.signer) and refusal.signer == grant.act.signer
    return same or is_own_voice(refusal, born_on, settings)


def is_own_voice(act: Act, born_on: date, settings: LawSettings) -> bool:
    """True for an act of a client of 18 or older, or of who speaks for that adult."""
    return act.capacity in ADULTS_VOICE and not is_minor(born_on, act.on, settings)
