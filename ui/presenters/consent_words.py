"""The sentences of the consent screen: head, banner, warnings, what is still missing."""

from dataclasses import dataclass

from immtrac_desk.desk import Desk
from immtrac_desk.desk.pictures import Standing
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.words import FormKind, MaySign, Severity
from immtrac_desk.errors import DeskError
from ui.presenters import telling
from ui.presenters.consent import ConsentPresenter
from ui.presenters.headline import TONES
from ui.presenters.why import law_words
from ui.wording import Wording

SOON = 183
"""Days before the 18th birthday from which a minor's form says so."""


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """What the head of the screen says."""

    name: str
    age: str
    pill: str
    tone: str
    form: str
    basis: str
    form_tone: str
    source: str


def head_words(consent: ConsentPresenter, standing: Standing | None, tr: Wording) -> ConsentWords:
    """Name, age, standing, and the banner: form, signer, citation and the row behind 'why?'."""
    born = consent.born_on()
    age = telling.age_words(born, consent.desk.today(), tr) if born else ""
    status = standing.status if standing else None
    form = tr.say(f"form_name.{consent.draft.form.value}")
    row = _row_of(consent)
    return ConsentWords(
        name=consent.draft.client.name.shown or tr.say("client_form.title_new"),
        age=age,
        pill=tr.say(f"status.{status.value}") if status else "",
        tone=TONES[status] if status else "quiet",
        form=_form_words(consent, form, tr),
        basis=tr.cited(consent.desk.book.law_row(row).citation) if row else "",
        form_tone="info",
        source=law_words(consent.desk, row, tr) if row else "",
    )


def _row_of(consent: ConsentPresenter) -> str:
    """The row of the form; beside a consent on file, that of the second paper."""
    if consent.beside_consent:
        return "DT-6.4"
    advice = consent.assessment.advice
    replacing = consent.draft.replaces is not None and advice is not None and advice.form is None
    return "DT-6.3" if replacing else advice.row if advice else ""


def _form_words(consent: ConsentPresenter, form: str, tr: Wording) -> str:
    """The form and who signs it; a second paper is signed by whom the first one is."""
    advice = consent.assessment.advice
    if advice is None:
        return form
    if consent.beside_consent:
        return tr.say("consent.banner.beside", form=form)
    minor = "lar_of_minor" if consent.minor else "adult_or_lar"
    who = minor if _row_of(consent) == "DT-6.3" else advice.signer
    return tr.say("consent.banner.form", form=form, signer=tr.say(f"consent.signer.{who}"))


def signer_words(consent: ConsentPresenter, tr: Wording) -> tuple[str, str, str]:
    """What DT-2 or DT-3 says of who signs: sentence, tone and law; empty when all is well."""
    verdict = consent.assessment.signer
    if verdict is None or verdict.may is MaySign.YES:
        return "", "", ""
    told = tr.say(verdict.explain)
    tone = "bad" if verdict.may is MaySign.NO else "warn"
    return told, tone, law_words(consent.desk, verdict.row, tr)


def needs_words(consent: ConsentPresenter, tr: Wording) -> str:
    """Which paper must have been seen before this person signs."""
    verdict = consent.assessment.signer
    needs = verdict.needs if verdict else ()
    return " ".join(tr.say(f"consent.paper.{need}") for need in needs)


def missing_words(consent: ConsentPresenter, tr: Wording) -> str:
    """`Still missing: county, choice, signature`."""
    names = [tr.say(f"field.{name}").lower() for name in consent.missing()]
    if not names:
        return tr.say("consent.nothing_missing")
    return tr.say("consent.missing", fields=", ".join(dict.fromkeys(names)))


def turning_words(consent: ConsentPresenter, tr: Wording) -> str:
    """How soon a minor turns 18: the registry must have the consent before (DT-4)."""
    born_on = consent.born_on()
    if born_on is None or consent.draft.form is not FormKind.MINOR or consent.beside_consent:
        return ""
    day = consent.desk.people.adult_on(born_on)
    days = (day - consent.desk.today()).days
    if not 0 < days <= SOON:
        return ""
    left = telling.days_words(days, tr)
    return tr.say("consent.turns_18", day=tr.long_date(day), left=left)


def finding_words(finding: Finding, desk: Desk, tr: Wording) -> tuple[str, str, str]:
    """A finding that stands in the strip: sentence, tone, law for 'why?'."""
    tones = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "info"}
    source = tr.cited(finding.citation)
    if finding.row.startswith("DT-"):
        source = law_words(desk, finding.row, tr)
    return tr.say(finding.code, **finding.facts), tones[finding.severity], source


def refusal_words(error: DeskError, tr: Wording) -> str:
    """A refusal with its findings, each in words, none twice."""
    told = [tr.say(error.code, **error.facts)]
    for finding in getattr(error, "findings", ()):
        facts = getattr(finding, "facts", {})
        told.append(tr.say(finding.code, **facts))
    return " ".join(dict.fromkeys(told))


def signed_words(consent: ConsentPresenter, tr: Wording) -> str:
    """`Signed on screen: grants. Record it now.`, `""` while nobody signed."""
    signed, choice = consent.signed, consent.draft.choice
    if signed is None or choice is None:
        return ""
    told = tr.say(f"option.choice.{choice.value}").lower()
    if signed.print is None:
        return tr.say("consent.signed_screen", choice=told)
    day = tr.short_date(signed.signature.signed_on)
    return tr.say("consent.signed_ink", choice=told, day=day)
