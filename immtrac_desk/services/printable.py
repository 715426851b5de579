"""What of a draft the sheet's font cannot draw: refused beside the field, naming the letter."""

import unicodedata
from collections.abc import Iterator

from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.finding import Finding
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.glyphs import lacking
from immtrac_desk.services.client_shape import typed_fields
from immtrac_desk.services.tidy_draft import TYPED

_RELEASE = ("requester", "relation", "address", "fax")


def unprintable(draft: ConsentDraft) -> tuple[Finding, ...]:
    """Return one finding for each printed field with a letter that the font lacks."""
    found = []
    for field, text in printed_fields(draft):
        letters = lacking(text)
        if letters:
            facts = {"character": f"U+{ord(letters[0]):04X} {unicodedata.name(letters[0], '')}"}
            found.append(Finding(code="text.not_on_sheet", field=field, facts=facts))
    return tuple(found)


def refuse_unprintable(draft: ConsentDraft) -> None:
    """Raise InputError `text.not_on_sheet` beside the first field that cannot be printed."""
    for finding in unprintable(draft):
        raise InputError(finding.code, finding.field, **finding.facts)


def printed_fields(draft: ConsentDraft) -> Iterator[tuple[str, str]]:
    """Yield every text that goes onto the sheet, with the name of its field."""
    for field, answer in typed_fields(draft.client):
        if isinstance(answer, str) and not field.startswith("client.former_names"):
            yield field, answer
    for name, field in TYPED.items():
        yield field, getattr(draft, name)
    for part in _RELEASE:
        yield f"release.{part}", getattr(draft.release_to, part)
