"""What a packet shows: flat texts and words of the packet, nothing that must be looked up."""

from dataclasses import dataclass, field
from typing import Literal

from forms.answers import Answer, Answers
from forms.sheet import Stamp, Stroke

Kind = Literal["registration", "renewal", "change"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question with its answer, in the order of the portal.

    `key` is its label in the wording (`q.<key>`), unless the clinic has given it its own `label`.
    `was` is the former answer of one that changed, `""` where there was none.
    """

    key: str
    step: str
    answer: Answer = ""
    label: str = ""
    changed: bool = False
    was: Answer = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom the packet names, with their roles as words (`role.<word>`)."""

    name: str
    roles: tuple[str, ...]
    title: str = ""
    email: str = ""
    phone: str = ""
    user_name: str = ""
    licence_no: str = ""
    npi: str = ""
    trained_on: str = ""
    """The supervisor training, as it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is not as the agreement in force had it.

    The words of `what` are labels of the wording; those of `before` and `after` answers to `key`.
    """

    what: Answer
    key: str = ""
    before: Answer = ""
    after: Answer = ""
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs, as far as it is known before the signing; `label` is a word (`signer.<word>`)."""

    label: str
    name: str = ""
    title: str = ""
    licence_no: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketMarks:
    """What the signing adds; nothing of the packet as it was read moves.

    Name, title and licence are drawn only where the packet as read has none.
    """

    manner: Literal["ink", "wet", "mark"]
    strokes: tuple[Stroke, ...] = ()
    signed_text: str = ""
    name: str = ""
    title: str = ""
    licence_no: str = ""
    seen_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """One packet. `site` holds what is known of the organization, by question.

    `check` is the keyed check of its QR code, made by the desk; `former` says whether an
    agreement was in force before.
    """

    kind: Kind
    revision: str
    language: str
    record_id: str
    check: str
    organization: str
    site: Answers = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    asked: tuple[Asked, ...] = ()
    changes: tuple[Change, ...] = ()
    former: bool = False
    signer: Signer
    stamps: tuple[Stamp, ...] = ()
    marks: PacketMarks | None = None
