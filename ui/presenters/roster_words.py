"""How a person of a site is said: roles held, training (DT-16), the account in ImmTrac2."""

from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.site_person import RoleHeld, SitePerson, SiteRole, Training
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import TrainingVerdict

TRAINING_TONES = {"none": "quiet", "open": "quiet", "due": "warn", "overdue": "bad", "done": "good"}
ACCOUNT_TONES = {
    "none": "quiet",
    "unnoted": "quiet",
    "active": "good",
    "disable": "bad",
    "disabled": "quiet",
}


def role_words(role: SiteRole, tr: Wording, signer: str = "") -> str:
    """A role; `signer` is what a site of its kind calls the signer (DT-14)."""
    if role is SiteRole.SIGNER and signer:
        return tr.say(f"site_signer.{signer}")
    return tr.say(f"site_role.{role.value}")


def held_words(held: RoleHeld, tr: Wording) -> str:
    """`since 3 Nov 2026`, or both days of a role that ends."""
    start = tr.short_date(held.from_on)
    if held.until_on is None:
        return tr.say("roster.since", on=start)
    return tr.say("roster.from_until", start=start, end=tr.short_date(held.until_on))


def held_cell(held: RoleHeld, tr: Wording) -> str:
    """The same for a table, whose heading says the rest."""
    start = tr.short_date(held.from_on)
    return start if held.until_on is None else held_words(held, tr)


def training_words(verdict: "TrainingVerdict", tr: Wording) -> str:
    """Where the privacy training of HB 300 stands, with its day where there is one."""
    due = tr.short_date(verdict.due) if verdict.due else ""
    on = tr.short_date(verdict.trained_on) if verdict.trained_on else ""
    again = "_again" if verdict.state == "done" and due else ""
    return tr.say(f"roster_training.{verdict.state}{again}", due=due, on=on)


def supervisor_words(trained_on: date | None, tr: Wording) -> str:
    """When a supervisor was trained; without a day he may not be one (DT-16.4)."""
    if trained_on is None:
        return tr.say("roster_training.supervisor_none")
    return tr.say("roster_training.supervisor_on", on=tr.short_date(trained_on))


def account_words(account: str, tr: Wording) -> str:
    return tr.say(f"roster_account.{account}")


def training_line(training: Training, kept_until: date, tr: Wording) -> str:
    """One training that was completed, and until when its signed proof is kept (DT-16.2)."""
    what = tr.say(f"training_kind.{training.kind.value}")
    code = "signed" if training.signed else "unsigned"
    said = tr.say(f"roster.trained_{code}", what=what, on=tr.short_date(training.on))
    kept = tr.say("roster.proof_kept", on=tr.short_date(kept_until)) if training.signed else ""
    return " ".join(part for part in (said, kept, training.note) if part)


def person_facts(person: SitePerson, tr: Wording) -> tuple[tuple[str, str], ...]:
    """What is known of somebody: label and value, without what is not there."""
    extension = tr.say("roster.extension", number=person.extension) if person.extension else ""
    days = {
        name: tr.short_date(day)
        for name in ("hired_on", "left_on", "account_made_on", "account_disabled_on")
        if (day := getattr(person, name)) is not None
    }
    facts = {
        "email": person.email,
        "phone": " ".join(part for part in (person.phone, extension) if part),
        "licence_no": person.licence_no,
        "npi": person.npi,
        "registry_user": person.registry_user,
        **days,
    }
    return tuple((tr.say(f"site_field.{name}"), text) for name, text in facts.items() if text)


def signed(words: str, *, loud: bool) -> str:
    """A sign before what must be seen: never by colour alone."""
    return f"▲ {words}" if loud else words
