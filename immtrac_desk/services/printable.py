"""What the sheet's font cannot draw: refused beside the field, naming the letter."""

import unicodedata
from collections.abc import Iterable, Iterator

from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.finding import Finding
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.glyphs import lacking
from immtrac_desk.services.client_shape import typed_fields
from immtrac_desk.services.tidy_draft import TYPED

_RELEASE = ("requester", "relation", "address", "fax")


def unprintable(draft: ConsentDraft) -> tuple[Finding, ...]:
    """Return one finding for each printed field with a letter that the font lacks."""
    return _lacking(printed_fields(draft))


def refuse_unprintable(draft: ConsentDraft) -> None:
    """Raise InputError `text.not_on_sheet` beside the first field that cannot be printed."""
    _refuse(unprintable(draft))


def refuse_unprintable_people(client: Client, people: Iterable[ResponsiblePerson]) -> None:
    """Raise InputError `text.not_on_sheet` for a client or signer whose name no sheet can print.

    Former names and the name as written are kept for finding, never printed.
    """
    _refuse(_lacking(_of_client(client)))
    for person in people:
        parts = (("last_name", person.name.last), ("first_name", person.name.first))
        more = (("middle_name", person.name.middle), ("relation", person.relation))
        texts = ((f"responsible.{part}", text) for part, text in (*parts, *more))
        _refuse(_lacking((field, text) for field, text in texts if isinstance(text, str)))


def refuse_unprintable_texts(texts: Iterable[tuple[str, str]]) -> None:
    """Raise InputError `text.not_on_sheet` for the first (field, text) that cannot be printed."""
    _refuse(_lacking(texts))


def printed_fields(draft: ConsentDraft) -> Iterator[tuple[str, str]]:
    """Yield every text that goes onto the sheet, with the name of its field."""
    yield from _of_client(draft.client)
    for name, field in TYPED.items():
        yield field, getattr(draft, name)
    for part in _RELEASE:
        yield f"release.{part}", getattr(draft.release_to, part)


def _of_client(client: Client) -> Iterator[tuple[str, str]]:
    for field, answer in typed_fields(client):
        if isinstance(answer, str) and not field.startswith("client.former_names"):
            yield field, answer


def _lacking(texts: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    found = []
    for field, text in texts:
        letters = lacking(text)
        if letters:
            facts = {"character": f"U+{ord(letters[0]):04X} {unicodedata.name(letters[0], '')}"}
            found.append(Finding(code="text.not_on_sheet", field=field, facts=facts))
    return tuple(found)


def _refuse(found: Iterable[Finding]) -> None:
    for finding in found:
        raise InputError(finding.code, finding.field, **finding.facts)
