"""Tidy what was typed on a draft: NFC and single spaces, or refuse beside the field."""

from dataclasses import replace
from typing import Any

from immtrac_desk.domain.draft import ConsentDraft, Override, PaperSeen, ReleaseTo
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import InputError
from immtrac_desk.services.tidy_client import tidy_client

TYPED = {
    "signer_name": "signer.name",
    "relation": "signer.relation",
    "witness_name": "witness_name",
    "interpreter_name": "interpreter_name",
    "received_by": "received_by",
    "replacement_reason": "replacement_reason",
}
"""Typed texts of a draft, and the field beside which their sentence belongs."""


def tidy_draft(draft: ConsentDraft) -> ConsentDraft:
    """Return the draft with every typed text cleaned. Raises InputError (see `clean`)."""
    texts: dict[str, Any] = {
        name: clean(getattr(draft, name), field) for name, field in TYPED.items()
    }
    return replace(
        draft,
        client=tidy_client(draft.client),
        paper_seen=_paper_seen(draft.paper_seen),
        release_to=_release(draft.release_to),
        override=tidy_override(draft.override),
        **texts,
    )


def tidied(draft: ConsentDraft) -> tuple[ConsentDraft, tuple[Finding, ...]]:
    """As `tidy_draft`, but what cannot stand comes back as a finding beside the draft as typed."""
    try:
        return tidy_draft(draft), ()
    except InputError as error:
        facts = {k: v for k, v in error.facts.items() if isinstance(v, str | int) and k != "field"}
        return draft, (Finding(code=error.code, field=error.field, facts=facts),)


def _paper_seen(paper: PaperSeen) -> PaperSeen:
    return replace(
        paper,
        what=clean(paper.what, "paper.what"),
        county=clean(paper.county, "paper.county"),
        cause_no=clean(paper.cause_no, "paper.cause_no"),
    )


def _release(to: ReleaseTo) -> ReleaseTo:
    return ReleaseTo(
        requester=clean(to.requester, "release.requester"),
        relation=clean(to.relation, "release.relation"),
        address=clean(to.address, "release.address"),
        fax=clean(to.fax, "release.fax"),
    )


def tidy_override(override: Override | None) -> Override | None:
    """Return the override with its grounds cleaned."""
    if override is None:
        return None
    return replace(
        override,
        reason=clean(override.reason, "override.reason"),
        seen=clean(override.seen, "override.seen"),
    )
