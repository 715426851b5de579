"""The vocabulary of a form: frozen blocks, in the order in which they stand on the sheet."""

from dataclasses import dataclass
from datetime import date
from functools import cache

COLUMNS = 12
"""A row of fields is divided into this many columns."""


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled box, for one line of text or several.

    With `options` a blank one shows boxes to tick instead of a line.
    """

    key: str
    span: int
    options: tuple[str, ...] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Fields:
    """A row of fields; the spans add up to `COLUMNS`."""

    cells: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """A question answered by ticking; `key` names the answer, each option is a Word.

    `columns` is how many boxes stand beside each other where the question needs more than a row.
    """

    key: str
    options: tuple[str, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over what follows; never the last thing on a page."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences set as one paragraph."""

    sentences: tuple[str, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences set as a list."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The signer's choice: two options, neither preset; each is the sentence `choice.<option>`."""

    options: tuple[str, str]


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Signature and date, who signs and as what, witness, interpreter and who received it."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """The lines by which DSHS is reached; printed only as far as they were answered."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A bordered box: a title, paragraphs, bullets and lines to be filled in by hand."""

    title: str
    sentences: tuple[str, ...]
    lines: tuple[str, ...] = ()


Prose = Heading | Paragraph | Bullets | Panel


@dataclass(frozen=True, slots=True)
class Columns:
    """What is read, set in two columns of even height: down the left one, then the right one."""

    blocks: tuple[Prose, ...]


Block = Prose | Columns | Fields | Ticks | Choice | SignatureLine | Contacts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FormSpec:
    """One revision of one form; there is one object for each, so that it is quick to look up.

    `stock_no` is DSHS's stock number whose elements it carries; `folder` holds its wording;
    `revision` is printed in the footer; it may be signed from `effective_from` on.
    """

    stock_no: str
    revision: str
    folder: str
    effective_from: date
    blocks: tuple[Block, ...]


def sentences_of(spec: FormSpec) -> tuple[str, ...]:
    """Return the key of every sentence that stands on the sheet, in reading order."""
    return tuple(key for block in spec.blocks for key in _sentences(block))


@cache
def answers_of(spec: FormSpec) -> dict[str, tuple[str, ...]]:
    """Return the key of every answer that has a place on the sheet, with its options."""
    found: dict[str, tuple[str, ...]] = {}
    for block in spec.blocks:
        found |= _answers(block)
    return found


def _sentences(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(sentence):
            return (sentence,)
        case Paragraph(sentences) | Bullets(sentences):
            return sentences
        case Choice(options):
            return tuple(f"choice.{option}" for option in options)
        case Panel(title, sentences, lines):
            return (title, *sentences, *lines)
        case Columns(blocks):
            return tuple(key for one in blocks for key in _sentences(one))
        case _:
            return ()


def _answers(block: Block) -> dict[str, tuple[str, ...]]:
    match block:
        case Fields(cells):
            return {cell.key: cell.options for cell in cells}
        case Ticks(key, options):
            return {key: options}
        case Choice(options):
            return {"choice": options}
        case SignatureLine():
            return dict.fromkeys(SIGNING, ())
        case Contacts():
            return dict.fromkeys(CONTACTS, ())
        case _:
            return {}


SIGNERS = (Field("signer.name", 5), Field("signer.capacity", 4), Field("signer.relation", 3))
BYSTANDERS = (Field("interpreter.name", 3), Field("received_by", 3), Field("witness.name", 3))
"""The last three columns of their row are for the witness to sign."""
SIGNING = tuple(field.key for field in (*SIGNERS, *BYSTANDERS))
CONTACTS = tuple(
    f"contact.{part}" for part in ("mail", "courier", "phone", "fax", "email", "checked_on")
)
