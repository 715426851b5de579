"""How a site agreement is said: its state, its countdown, what changed, who it names."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import AgreementState, ApplicationState
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import NamedPerson, SiteRole
from ui.presenters.roster_words import role_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import Rung, Trigger, TvfcLine

TONES = {
    AgreementState.CLOSED: "quiet",
    AgreementState.NONE: "warn",
    AgreementState.OVERDUE: "bad",
    AgreementState.CHANGE_DUE: "warn",
    AgreementState.DUE_NOW: "warn",
    AgreementState.DUE_SOON: "accent",
    AgreementState.CURRENT: "good",
}
APPLICATION_TONES = {
    ApplicationState.APPROVED: "good",
    ApplicationState.REFUSED: "bad",
    ApplicationState.ABANDONED: "quiet",
    ApplicationState.SUBMITTED: "accent",
    ApplicationState.DRAFT: "quiet",
    ApplicationState.READY_TO_SIGN: "accent",
    ApplicationState.SIGNED_NOT_SENT: "accent",
}


def countdown(days_left: int | None, tr: Wording) -> str:
    """`70 days left`, `due today`, `3 days overdue`; "" where no day is known."""
    if days_left is None:
        return ""
    if days_left == 0:
        return tr.say("agreement_days.today")
    side = "left" if days_left > 0 else "over"
    days = abs(days_left)
    return tr.say(f"agreement_days.{side}_{'1' if days == 1 else 'n'}", days=days)


def trigger_words(trigger: "Trigger", tr: Wording) -> tuple[str, str]:
    """What changed, who or what it is about; and since when."""
    what = tr.say(f"trigger.{trigger.code}")
    about = trigger.who
    said = tr.say("trigger_line.about", what=what, who=about) if about else what
    return said, tr.say("trigger_line.since", since=tr.short_date(trigger.since))


def rung_words(rung: "Rung | None", code: str, tr: Wording) -> str:
    """A rung of the reminder ladder; "" where there is none."""
    if rung is None:
        return ""
    before = "before_1" if rung.days == 1 else "before_n"
    days = tr.say(f"agreement_rung.{before}", days=rung.days)
    return tr.say(f"agreement_rung.{code}", before=days, on=tr.short_date(rung.on))


def tvfc_words(line: "TvfcLine", tr: Wording) -> tuple[str, str, str]:
    """The yearly TVFC/ASN row: its sentence, what is beside it, and its tone."""
    code, left = "over" if line.days_left < 0 else "due", countdown(line.days_left, tr)
    said = tr.say(f"agreement_tvfc.{code}", due=tr.long_date(line.due), left=left)
    beside = [rung_words(line.rung, "reached", tr), rung_words(line.next_rung, "next", tr)]
    if not line.typed and line.enrolled_on is not None:
        beside.append(tr.say("agreement_tvfc.reckoned", on=tr.short_date(line.enrolled_on)))
    if line.window:
        beside.append(tr.say("agreement_tvfc.window", window=line.window))
    tone = "bad" if line.days_left < 0 else "warn" if line.days_left <= 30 else "quiet"
    return said, " ".join(one for one in beside if one), tone


def named_facts(
    people: Sequence[NamedPerson], signer: str, tr: Wording
) -> tuple[tuple[str, str], ...]:
    """Who an agreement names, by role in the order of the roles: label and names. `signer` is
    what a site of its kind calls the signer (DT-14)."""
    facts = []
    for role in SiteRole:
        names = [_named(one) for one in people if role in one.roles]
        if names:
            facts.append((role_words(role, tr, signer), "; ".join(names)))
    return tuple(facts)


def under_name(site: Organization, parent: str, tr: Wording) -> str:
    """What tells a site apart: its type, its numbers, the site above it."""
    parts = [org_type_words(site.org_type, tr)]
    if site.tx_iis_id:
        parts.append(tr.say("agreement_room.tx_iis_id", number=site.tx_iis_id))
    if site.org_code:
        parts.append(tr.say("agreement_room.org_code", number=site.org_code))
    if parent:
        parts.append(tr.say("agreement_room.part_of", parent=parent))
    return " · ".join(part for part in parts if part)


def org_type_words(word: str, tr: Wording) -> str:
    """A type of site; one of the clinic's own is shown as it was typed."""
    code = f"setting_choice.lists.org_type.{word}"
    return tr.say(code) if word and tr.has(code) else word


def day_or_nothing(day: date | None, tr: Wording) -> str:
    return tr.short_date(day) if day is not None else ""


def _named(one: NamedPerson) -> str:
    return f"{one.shown} ({one.title})" if one.title else one.shown
