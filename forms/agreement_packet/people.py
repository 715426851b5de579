"""The people by role: who signs and is reached, who has an account, who prescribes."""

from collections.abc import Iterable

from forms.agreement_packet.packet import Packet, Person
from forms.agreement_packet.sheet_words import DOUBT, role
from forms.agreement_packet.spec import PacketSpec
from forms.filling import Filling
from forms.flow import Run, runs
from forms.page import LEFT, Piece
from forms.pen import Pen
from forms.prose import heading
from forms.spec import Heading
from forms.tables import Cell, Row, Table, table_runs
from forms.wording import Wording

_ALWAYS = ("signer", "point_of_contact")
"""A packet names these two even where there is nobody yet."""


def people(packet: Packet, spec: PacketSpec, filling: Filling) -> tuple[Run, ...]:
    """Return the three lists of people; long ones go on with their heads."""
    words = filling.wording
    return (
        *runs(heading(Heading("head.people"), filling)),
        *_list("people.named", _named(packet, spec, words), words),
        *_list("people.users", _users(packet, spec, words), words),
        *_list("people.prescribers", _prescribers(packet, spec, words), words),
    )


def titled(person: Person) -> str:
    """Return the name, with the title where there is one."""
    return f"{person.name}, {person.title}" if person.title else person.name


def _named(packet: Packet, spec: PacketSpec, words: Wording) -> Table:
    rows = []
    for word in spec.named:
        label = role(word, words) + (DOUBT if word in spec.doubtful else "")
        found = _with(packet.people, (word,))
        if not found and word in _ALWAYS:
            rows.append(_row(label, words.word("role", "nobody"), "", ""))
        rows += [_row(label, titled(one), one.email, one.phone) for one in found]
    heads = tuple(words.label(f"col.{part}") for part in ("role", "person", "email", "phone"))
    return Table(heads, (0.27, 0.29, 0.27, 0.17), tuple(rows))


def _users(packet: Packet, spec: PacketSpec, words: Wording) -> Table:
    rows = [
        Row(
            (
                Cell(one.name, bold=True, under=one.title),
                Cell(", ".join(role(word, words) for word in one.roles if word in spec.users)),
                Cell(one.email, under=one.phone),
                Cell(one.user_name),
                Cell(one.trained_on),
            )
        )
        for one in _with(packet.people, spec.users)
    ]
    heads = tuple(
        words.label(f"col.{part}") for part in ("person", "roles", "email", "user", "trained")
    )
    return Table(heads, (0.23, 0.22, 0.25, 0.13, 0.17), tuple(rows))


def _prescribers(packet: Packet, spec: PacketSpec, words: Wording) -> Table:
    rows = [
        _row(one.name, one.title, one.licence_no, one.npi)
        for one in _with(packet.people, spec.prescribers)
    ]
    heads = tuple(words.label(f"col.{part}") for part in ("name", "title", "licence", "npi"))
    return Table(heads, (0.36, 0.2, 0.24, 0.2), tuple(rows))


def _list(title: str, table: Table, words: Wording) -> tuple[Run, ...]:
    head = _subheading(words.sentence(title))
    if not table.rows:
        return runs((head, _line(words.word("role", "nobody"))))
    return (Run(head), *table_runs(table))


def _with(people: Iterable[Person], roles: Iterable[str]) -> list[Person]:
    wanted = set(roles)
    return [one for one in people if not wanted.isdisjoint(one.roles)]


def _row(first: str, *rest: str) -> Row:
    return Row((Cell(first, bold=True), *(Cell(text) for text in rest)))


def _subheading(text: str) -> Piece:
    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 15, text, 8.8, bold=True)

    return Piece(19, draw, keeps=True)


def _line(text: str) -> Piece:
    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top - 9, text, 8.4)

    return Piece(13, draw)
