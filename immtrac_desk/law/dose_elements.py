"""What a dose lacks before it is reported (handbook, reporting 2), and what will not pass."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.finding import Finding, FindingFact
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson
from immtrac_desk.domain.values import answered, fold, said
from immtrac_desk.domain.words import Severity
from immtrac_desk.errors import InputError
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.citations import citation
from immtrac_desk.law.dose_state import in_event
from immtrac_desk.law.eligibility import misfit
from immtrac_desk.law.identity_rules import is_placeholder
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.reporting import DoseFacts, refuse_impossible
from immtrac_desk.law.tables import row
from immtrac_desk.vaccines import body_sites, manufacturer, plain_cvx, routes, vaccine

MISSING = "element.missing"
LEVELS = ("law", "record", "disaster", "practice")
"""How bad it is that an element is missing, the gravest first."""

_NO_SITE = frozenset({"PO", "NS"})
"""Routes that leave no body site to name."""

_FOREARMS = frozenset({"LLFA", "RLFA"})
"""Body sites without a muscle to inject into: they are for what goes into the skin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementFacts:
    """A dose with everything that is reported with it; None: not known, or not there.

    `listed`: the prescriber is on the agreement's list on the day. `consent`: one is held or none
    is needed. `others`: the client's other doses that were not voided.
    """

    dose: Dose
    client: Client
    responsible: Sequence[ResponsiblePerson] = ()
    consent: bool = False
    prescriber: SitePerson | None = None
    listed: bool = False
    organization: Organization | None = None
    event: DisasterEvent | None = None
    others: Sequence[Dose] = ()
    died_on: date | None = None


def missing_elements(facts: ElementFacts, on: date, settings: LawSettings) -> tuple[Finding, ...]:
    """Return the elements that are missing, the gravest level first, then what will not pass.

    A missing one is `element.missing` with its `level` (one of LEVELS) and its name as `field`.
    Nothing here stops a dose from being kept; an impossible day alone is an error.
    """
    missing = [_missing(field, level) for field, level in _levels(facts, settings)]
    missing.sort(key=lambda one: LEVELS.index(str(one.facts["level"])))
    if facts.dose.historical:
        missing = [one for one in missing if one.field in ("cvx", "name")]
    return (*missing, *_day(facts, on), *_misfits(facts, on, settings))


def _levels(facts: ElementFacts, settings: LawSettings) -> Iterator[tuple[str, str]]:
    """Yield every element that is missing with the level that asks for it first."""
    found: dict[str, str] = {}
    parts = (_law(facts), _record(facts), _disaster(facts), _practice(facts, settings))
    for level, part in zip(LEVELS, parts, strict=True):
        for field, there in part.items():
            if not there:
                found.setdefault(field, level)
    return iter(found.items())


def _law(facts: ElementFacts) -> dict[str, bool]:
    dose, who, site = facts.dose, facts.prescriber, facts.organization
    return {
        "cvx": bool(dose.cvx),
        "manufacturer": bool(dose.manufacturer),
        "lot": bool(dose.lot),
        "prescriber_id": who is not None,
        "prescriber_title": who is None or bool(who.title),
        "site_address": site is None or bool(site.street and site.city),
    }


def _record(facts: ElementFacts) -> dict[str, bool]:
    name = facts.client.name
    return {"name": answered(name.last) and answered(name.first)}


def _disaster(facts: ElementFacts) -> dict[str, bool]:
    client = facts.client
    if not in_event(facts.dose, facts.event):
        return {}
    return {
        "race": bool(client.race),
        "ethnicity": answered(client.ethnicity),
        "county": bool(said(client.address.county)),
    }


def _practice(facts: ElementFacts, settings: LawSettings) -> dict[str, bool]:
    dose, client, who = facts.dose, facts.client, facts.prescriber
    minor = is_minor(client.born_on, dose.given_on, settings)
    standing = [one for one in facts.responsible if one.until is None or one.until > dose.given_on]
    return {
        "consent": facts.consent,
        "street": bool(said(client.address.street)),
        "city": bool(said(client.address.city)),
        "gender": answered(client.gender),
        "phone": bool(said(client.phone)),
        "ethnicity": answered(client.ethnicity),
        "race": bool(client.race),
        "responsible": bool(standing) or not minor,
        "eligibility": bool(dose.eligibility),
        "body_site": bool(dose.body_site) or dose.route in _NO_SITE,
        "route": bool(dose.route),
        "trade_name": bool(dose.trade_name),
        "prescriber_licence": who is None or bool(who.licence_no or who.npi),
    }


def _day(facts: ElementFacts, on: date) -> Iterator[Finding]:
    born_on, given_on = facts.client.born_on, facts.dose.given_on
    try:
        refuse_impossible(DoseFacts(born_on=born_on, given_on=given_on, died_on=facts.died_on), on)
    except InputError as error:
        yield Finding(code=error.code, field="given_on")


def _misfits(facts: ElementFacts, on: date, settings: LawSettings) -> Iterator[Finding]:
    dose, client = facts.dose, facts.client
    yield from _codes(dose)
    yield from _name(client)
    if dose.event_id is not None and not in_event(dose, facts.event):
        yield _warn("dose.outside_event", "event_id", row("DT-19.7", on).id)
    if dose.eligibility and not dose.historical:
        deputized = facts.organization is None or facts.organization.deputizing
        found = misfit(
            dose.eligibility,
            client.born_on,
            dose.given_on,
            deputized=deputized,
            settings=settings,
        )
        if found is not None:
            told = {"rejected_as": found.rejected_as}
            yield _warn("dose.eligibility_misfit", "eligibility", found.row, **told)
    if facts.prescriber is not None and not facts.listed and not dose.historical:
        yield _warn("dose.prescriber_not_listed", "prescriber_id", "DT-13.4")
    yield from _way(dose)
    yield from _beside_others(dose, facts.others)


def _codes(dose: Dose) -> Iterator[Finding]:
    if dose.cvx and vaccine(dose.cvx) is None:
        yield _warn("dose.cvx_unknown", "cvx")
    if dose.manufacturer and manufacturer(dose.manufacturer) is None:
        yield _warn("dose.manufacturer_unknown", "manufacturer")
    if dose.route and dose.route not in {one.code for one in routes()}:
        yield _warn("dose.route_unknown", "route")
    if dose.body_site and dose.body_site not in {one.code for one in body_sites()}:
        yield _warn("dose.body_site_unknown", "body_site")


def _name(client: Client) -> Iterator[Finding]:
    """One letter, or BABY and its kin: answered by the registry as a fault of PID-5."""
    parts = [said(part) for part in (client.name.last, client.name.first) if said(part)]
    if any(len(fold(part)) == 1 or is_placeholder(part) for part in parts):
        yield _warn("dose.placeholder_name", "name", "DT-24.2")


def _way(dose: Dose) -> Iterator[Finding]:
    """A route and a body site that do not go together: a house rule, and no more than a warning."""
    if dose.body_site and dose.route in _NO_SITE:
        yield _warn("dose.route_has_no_site", "body_site")
    elif dose.route == "IM" and dose.body_site in _FOREARMS:
        yield _warn("dose.site_without_muscle", "body_site")


def _beside_others(dose: Dose, others: Sequence[Dose]) -> Iterator[Finding]:
    same_day = [one for one in others if one.id != dose.id and one.given_on == dose.given_on]
    cvx = plain_cvx(dose.cvx)
    if cvx and any(plain_cvx(one.cvx) == cvx for one in same_day):
        yield _warn("dose.entered_twice", "cvx", "DT-24.5")
    elif dose.body_site and any(one.body_site == dose.body_site for one in same_day):
        yield _warn("dose.same_body_site", "body_site")


def _missing(field: str, level: str) -> Finding:
    return Finding(
        code=MISSING,
        field=field,
        severity=Severity.WARNING,
        citation=citation(BASIS[level]).text,
        facts={"level": level},
    )


def _warn(code: str, field: str, row_id: str = "", **facts: FindingFact) -> Finding:
    return Finding(code=code, field=field, severity=Severity.WARNING, row=row_id, facts=facts)


BASIS = {
    "law": "element-law",
    "record": "element-record",
    "disaster": "element-disaster",
    "practice": "practice",
}
