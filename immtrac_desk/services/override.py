"""A supervisor's override: whose it is, with a reason and what was seen; always loud."""

from immtrac_desk.domain.act import Act
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.draft import Override
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, entry


def refuse_false_override(override: Override | None, occasion: Occasion) -> None:
    """Refuse an override that is not the acting supervisor's own, or that gives no grounds.

    Who opened the safe is who signs the log, so nobody overrides in another's name. Raises
    RefusedError `right.missing` or `override.not_own`; InputError `override.reason`, `.seen`.
    """
    if override is None:
        return
    occasion.need("override")
    if override.by != occasion.actor.id:
        raise RefusedError("override.not_own")
    if not override.reason.strip():
        raise InputError("override.reason", "override.reason")
    if not override.seen.strip():
        raise InputError("override.seen", "override.seen")


def override_line(override: Override, act: Act, occasion: Occasion) -> AuditEntry:
    """Return the loud line of the book that tells of the override."""
    facts = {"reason": override.reason, "seen": override.seen}
    return entry(occasion, "override_used", about=act, loud=True, **facts)
