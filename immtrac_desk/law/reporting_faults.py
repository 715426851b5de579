"""The six consent faults, found before the registry names them (reporting, DT-24)."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.law.age import is_minor
from immtrac_desk.law.consent_code import ConsentShown
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.reporting import DoseFacts, DoseKind
from immtrac_desk.law.tables import row

NO_CONSENT = "CLR-100"
WRONG_TYPE = "CLR-101"
NOT_AFFIRMED = "CLR-105"
CONSENT_AFTER_VISIT = "CLR-106"
ONLY_DISASTER = "IMR-132"
NO_DISASTER = "IMR-133"

_ROWS = {
    NO_CONSENT: "DT-19.2",
    NOT_AFFIRMED: "DT-8.1",
    CONSENT_AFTER_VISIT: "DT-24.2",
    ONLY_DISASTER: "DT-6.6",
    NO_DISASTER: "DT-19.7",
}
_OF_CHILD = frozenset({ConsentShown.MINOR})
_OF_ADULT = frozenset({ConsentShown.ADULT, ConsentShown.RESPONDER})
_DEFAULTS = LawSettings()


@dataclass(frozen=True, slots=True)
class ConsentHeld:
    """A consent as it would be sent: its kind, the later of obtained and changed, the affirmation.

    `affirmed_on` None: nobody affirmed it in ImmTrac2 yet.
    """

    shown: ConsentShown
    consent_on: date
    affirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConsentFault:
    """`code` as the registry would answer; its words are those of the registry's codes."""

    code: str
    row: str
    citation: str


def consent_faults(
    dose: DoseFacts,
    held: ConsentHeld | None,
    on: date,
    settings: LawSettings = _DEFAULTS,
    *,
    in_event: bool = False,
) -> tuple[ConsentFault, ...]:
    """Return what the registry would reject if `dose` were sent on `on`, none if nothing.

    `held` is the consent that would be sent with it, None where there is none; `in_event`: vaccine
    and day of the dose are both part of an active disaster.
    """
    if dose.kind is DoseKind.DISASTER and in_event:
        return ()
    minor = is_minor(dose.born_on, dose.given_on, settings)
    if held is None or held.shown is ConsentShown.DISASTER:
        return (_fault(_without_standard(dose, held), on, minor=minor),)
    wrong = held.shown in (_OF_ADULT if minor else _OF_CHILD)
    affirmed = held.affirmed_on
    checks = (
        (WRONG_TYPE, wrong),
        (NOT_AFFIRMED, affirmed is None or not held.consent_on <= affirmed <= on),
        (CONSENT_AFTER_VISIT, held.consent_on > dose.given_on),
    )
    return tuple(_fault(code, on, minor=minor) for code, holds in checks if holds)


def _without_standard(dose: DoseFacts, held: ConsentHeld | None) -> str:
    if dose.kind is DoseKind.DISASTER:
        return NO_DISASTER
    return NO_CONSENT if held is None else ONLY_DISASTER


def _fault(code: str, on: date, *, minor: bool) -> ConsentFault:
    kind = "DT-20.2" if minor else "DT-20.1"
    found = row(_ROWS.get(code, kind), on)
    return ConsentFault(code, found.id, found.citation)
