"""DT-6: several acts and several signers; when a second paper may be signed at all."""

from collections.abc import Sequence
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import Choice, Severity
from immtrac_desk.law.story import Story
from immtrac_desk.law.tables import row


def grounds(on: date) -> tuple[str, ...]:
    """Return the grounds of a replacement on `on`: `lost`, `illegible`, `wrong_person` (DT-6.3)."""
    return row("DT-6.3", on).words("grounds")


def assess_second_grant(
    replaces: DocumentId | None, reason: str, on: date, choice: Choice | None = Choice.GRANT
) -> tuple[Finding, ...]:
    """Return what is wrong with a second paper while a grant is valid (DT-6.3).

    `reason` is one of `grounds(on)`, or one of them, a colon and words of the clerk's own.
    Another representative's refusal is no grant (DT-6.4): nothing is said against it, and while
    the choice is open, so that it can be signed at all, DT-6.3 only warns.
    """
    if choice is Choice.DECLINE:
        return ()
    found, severity = row("DT-6.3", on), Severity.ERROR
    if replaces is None:
        code, field = "form.already_consented", "form"
        severity = Severity.WARNING if choice is None else severity
    elif reason.split(":")[0].strip() not in grounds(on):
        code, field = "replacement.reason", "replacement_reason"
    else:
        return ()
    return (
        Finding(code=code, field=field, severity=severity, row=found.id, citation=found.citation),
    )


def rules_of(story: Story, counted: Sequence[Act], conflict: bool) -> tuple[str, ...]:
    """Return the rows of DT-6 that shaped the standard status, in their order."""
    withdrawals = [act for act in story.signed if act.kind is ActKind.CONSENT_WITHDRAWN]
    granted = [grant.act for grant in story.grants.values() if not grant.late]
    settlements = any(act.kind is ActKind.CONFLICT_SETTLED for act in counted)
    same_day = {act.on for act in withdrawals} & {act.on for act in granted}
    held = {
        "DT-6.1": bool(withdrawals) and bool(granted) and not story.live and not conflict,
        "DT-6.2": story.withdrawn is not None and bool(story.live),
        "DT-6.3": any(grant.replaced for grant in story.grants.values()),
        "DT-6.4": conflict,
        "DT-6.5": settlements,
        "DT-6.7": bool(same_day),
    }
    return tuple(name for name, holds in held.items() if holds)
