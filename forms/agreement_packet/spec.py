"""What one revision of the packet is made of: its boxes, its lists, its duties, in their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from forms.spec import FormSpec, Paragraph

STOCK_NO = "AGREEMENT"
"""What the code on the packet says instead of a stock number: DSHS has none for it."""
KINDS = ("registration", "renewal", "change")
STEPS = ("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8")


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketSpec:
    """One revision. `form` is how the wording and its digest know it.

    `site` is rows of (question, columns); `named`, `users` and `prescribers` are the roles that
    each list of people shows; `facts` ask nothing of the site; `doubtful`
    are the questions that DSHS has not confirmed.
    """

    form: FormSpec
    site: tuple[tuple[tuple[str, int], ...], ...]
    named: tuple[str, ...]
    users: tuple[str, ...]
    prescribers: tuple[str, ...]
    duties: tuple[str, ...]
    facts: tuple[str, ...]
    signing: tuple[str, ...]
    doubtful: frozenset[str]


def form_of(
    revision: str, folder: str, effective_from: date, sentences: Mapping[str, tuple[str, ...]]
) -> FormSpec:
    """Return the revision as its wording is checked: every sentence it prints."""
    return FormSpec(
        stock_no=STOCK_NO,
        revision=revision,
        folder=folder,
        effective_from=effective_from,
        blocks=tuple(Paragraph(keys) for keys in sentences.values()),
    )
