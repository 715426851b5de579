"""Assess a draft: everything text, law and packs say about it, on the day it is signed."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.draft import ConsentDraft, Print
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import fold, said
from immtrac_desk.domain.words import Choice, FormKind, Intent, Severity
from immtrac_desk.law.desk_context import DeskContext
from immtrac_desk.law.forms import FormAdvice, FormFacts, which_form
from immtrac_desk.law.preflight import assess, missing
from immtrac_desk.law.signers import SignerFacts, SignerVerdict, may_sign
from immtrac_desk.law.standing import Standing
from immtrac_desk.services.ground import Ground
from immtrac_desk.services.local_day import local_day
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.packs import pack_in_force, serves
from immtrac_desk.services.printable import unprintable
from immtrac_desk.services.tidy_draft import tidied

INTENTS = {
    FormKind.MINOR: Intent.JOIN,
    FormKind.ADULT: Intent.JOIN,
    FormKind.DISASTER: Intent.KEEP_DISASTER,
    FormKind.WITHDRAWAL: Intent.LEAVE,
    FormKind.RELEASE: Intent.COPY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is said about a draft, most weighty first; `missing` are the fields still empty.

    `advice` and `signer` are None while the birth date, or who signs, is not known.
    """

    findings: tuple[Finding, ...]
    advice: FormAdvice | None
    signer: SignerVerdict | None
    missing: tuple[str, ...]
    standing: Standing | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def can_record(self) -> bool:
        """True if nothing but the signature is wanting."""
        return not self.errors and "choice" not in self.missing and "scope" not in self.missing

    @property
    def row(self) -> str:
        """The row by which the form is signed; for a refusal that is a note, the signer's."""
        return self.advice.row if self.advice else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """How a draft is being signed: on which day, on which print, whether it is recorded now."""

    on: date
    printed: Print | None = None
    recording: bool = False


def assess_draft(
    draft: ConsentDraft, ground: Ground, occasion: Occasion, signing: Signing
) -> Assessment:
    """Return the assessment of `draft`. Pure: the same draft, ground and day say the same."""
    draft, malformed = tidied(draft)
    day = min(signing.on, occasion.today)
    if not date.min < draft.client.born_on <= day:
        return _without_birth_date(draft, ground, occasion, signing, malformed)
    standing = ground.standing(draft, day, occasion)
    context = _context(draft, ground, occasion, signing)
    found = assess(draft, standing, context, occasion.today, occasion.law)
    cutoff = _before_cutoff(ground, occasion, signing)
    return Assessment(
        findings=(*malformed, *unprintable(draft), *_pack(draft, ground, day), *cutoff, *found),
        advice=_advice(draft, standing, day, occasion),
        signer=_signer(draft, standing, day, occasion),
        missing=missing(draft, day, occasion.law),
        standing=standing,
    )


def _without_birth_date(
    draft: ConsentDraft,
    ground: Ground,
    occasion: Occasion,
    signing: Signing,
    malformed: tuple[Finding, ...],
) -> Assessment:
    day = occasion.today
    if draft.client.born_on == date.min:
        found: tuple[Finding, ...] = (Finding(code="date.missing", field="client.born_on"),)
    else:
        context = _context(draft, ground, occasion, signing)
        standing = ground.standing(draft, day, occasion)
        found = assess(draft, standing, context, day, occasion.law)
    absent = ("client.born_on", *missing(draft, day, occasion.law))
    return Assessment(findings=(*malformed, *found), advice=None, signer=None, missing=absent)


def _context(
    draft: ConsentDraft, ground: Ground, occasion: Occasion, signing: Signing
) -> DeskContext:
    pack = pack_in_force(draft.form, draft.language, signing.on, ground.packs)
    english = pack_in_force(draft.form, "en", signing.on, ground.packs)
    printed = signing.printed
    return DeskContext(
        practice=occasion.practice,
        recording=signing.recording,
        pack_available=pack is not None,
        pack_verified=serves(pack, occasion),
        pack_older_than_english=_older(pack, english),
        pack_superseded=printed is not None and (not pack or pack.revision != printed.revision),
        search_noted_on=ground.searched_on,
        signed_on=signing.on,
        printed_on=local_day(ground.prints[0].printed_at, occasion) if ground.prints else None,
        responsible_names=_names(ground),
    )


def _pack(draft: ConsentDraft, ground: Ground, day: date) -> tuple[Finding, ...]:
    """Without a pack there is no sheet to read; the law's warning offers the English one (E24)."""
    if ground.pack(draft, day) is not None:
        return ()
    return (Finding(code="pack.none", field="pack", row="E24"),)


def _before_cutoff(ground: Ground, occasion: Occasion, signing: Signing) -> tuple[Finding, ...]:
    """E29: a revision printed before the clinic's cut-off day is accepted with a warning."""
    cutoff, printed = str(occasion.settings["forms.cutoff_on"]), signing.printed
    if not cutoff or printed is None:
        return ()
    begun = {pack.revision: pack.effective_from for pack in ground.packs}
    if begun.get(printed.revision, date.max) >= date.fromisoformat(cutoff):
        return ()
    warn = Severity.WARNING
    return (Finding(code="pack.before_cutoff", field="pack", severity=warn, row="E29"),)


def _older(pack: FormPack | None, english: FormPack | None) -> bool:
    both = pack is not None and english is not None
    return both and pack.effective_from < english.effective_from  # type: ignore[union-attr]


def _names(ground: Ground) -> frozenset[str]:
    """Folded `first last` of the responsible persons who still are."""
    still = (person.name for person in ground.responsible if person.until is None)
    return frozenset(fold(f"{said(name.first)}{said(name.last)}") for name in still)


def _advice(draft: ConsentDraft, standing: Standing, day: date, occasion: Occasion) -> FormAdvice:
    facts = FormFacts(
        born_on=draft.client.born_on,
        has=standing.has,
        intent=INTENTS[draft.form],
        responder=draft.responder,
        died=standing.died_on is not None,
    )
    return which_form(facts, day, occasion.law)


def _signer(
    draft: ConsentDraft, standing: Standing, day: date, occasion: Occasion
) -> SignerVerdict | None:
    if draft.who is None:
        return None
    facts = SignerFacts(
        born_on=draft.client.born_on,
        who=draft.who,
        guardianship_recorded=draft.client.guardianship_recorded,
        disagreement=standing.disagreement and draft.choice is Choice.GRANT,
    )
    return may_sign(facts, day, occasion.law)
