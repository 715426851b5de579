"""What the segments of a message say beside its errors: kind, answer, person and doses."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from immtrac_desk.responses.found import Whose
from immtrac_desk.responses.plain import is_social_security, references

_SPEAKING = ("MSH", "MSA", "PID", "QPD", "RXA")
_CHART = ("MR", "PI", "PT", "PN", "LR", "SR")
"""Types of an identifier (HL7 table 0203), the clinic's own before the registry's."""
_NEVER = ("SS", "SSN", "DL", "MA", "MC", "PPN")
"""Numbers that identify a person elsewhere; they are not looked at."""


@dataclass(slots=True)
class Told:
    """Read once for each message. `ack_line` is the line of MSA, the first line without one."""

    kind: str = ""
    ack: str = ""
    ack_line: int = 0
    control: str = ""
    people: list[Whose] = field(default_factory=list)
    doses: list[tuple[str, date | None]] = field(default_factory=list)
    asked: str = ""

    @classmethod
    def of(cls, segments: Sequence[tuple[int, str]]) -> "Told":
        """Read the segments, each with its line."""
        told, own = cls(ack_line=segments[0][0]), ""
        for line, text in segments:
            name = text[:3]
            if name not in _SPEAKING:
                continue
            fields = fields_of(text)
            if name == "MSH":
                # MSH-1 is the separator itself, so the fields stand one place further left.
                told.kind, own = field_of(fields, 8), field_of(fields, 9)
            elif name == "MSA":
                told.ack, told.ack_line = field_of(fields, 1).upper(), line
                told.control = field_of(fields, 2)
            elif name == "PID":
                told.people += _whose(fields)
            elif name == "QPD" and not told.people:
                told.asked = _identifier(field_of(fields, 3))
            elif name == "RXA":
                told.doses.append((_part(field_of(fields, 5)), day(field_of(fields, 3)[:8])))
        told.control = told.control or own or digest("\r".join(t for _, t in segments))
        return told

    def whose(self, place: "Place") -> Whose | None:
        """Return the person: the only one, the one that ERR-2 counts to, or one the text names."""
        if len(self.people) == 1:
            return self.people[0]
        if self.people:
            counted = place.segment == "PID" and 0 < place.number <= len(self.people)
            return self.people[place.number - 1] if counted else None
        named = [whose for whose, _ in references(place.text)]
        return named[0] if named else Whose(self.asked) if self.asked else None

    def dose(self, place: "Place") -> tuple[str, date | None]:
        """Return vaccine and day of the dose that ERR-2 means; the only one where it is silent."""
        if place.segment in ("RXA", "ORC", "RXR") and place.number:
            counted = place.number <= len(self.doses)
            return self.doses[place.number - 1] if counted else ("", None)
        return self.doses[0] if len(self.doses) == 1 else ("", None)


class Place:
    """Where an error stands (`line`, `text`) and what of the message it means (ERR-2)."""

    __slots__ = ("line", "number", "segment", "text")

    def __init__(self, location: str, line: int, text: str) -> None:
        """Read segment and sequence of a location such as `RXA^2^5`; 0 where it has none."""
        parts = location.split("^", 2)
        number = parts[1] if len(parts) > 1 else ""
        counted = number.isascii() and number.isdigit() and len(number) < 6
        self.segment, self.number = parts[0], int(number) if counted else 0
        self.line, self.text = line, text

    @property
    def key(self) -> tuple[str, int] | str:
        """What tells two places of one message apart: the location, else the words."""
        return (self.segment, self.number) if self.number else digest(self.text)


def day(text: str) -> date | None:
    """Return the day of eight digits, None if it is none."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def fields_of(text: str) -> list[str]:
    """Return the fields of a segment, its name first; the separator is the segment's own."""
    return text.split(text[3]) if len(text) > 3 else [text]


def field_of(fields: Sequence[str], number: int) -> str:
    """Return one field of a segment, "" where it is cut off."""
    return fields[number].strip() if number < len(fields) else ""


def _part(text: str, number: int = 0) -> str:
    parts = text.split("^")
    return parts[number].strip() if number < len(parts) else ""


def _whose(fields: Sequence[str]) -> list[Whose]:
    """Read PID-3 (the chart number first), PID-2 where it is empty, PID-5 and PID-7."""
    ref = _identifier(field_of(fields, 3)) or _identifier(field_of(fields, 2))
    name, born = field_of(fields, 5).strip("^ "), field_of(fields, 7)[:8]
    return [Whose(ref, name, born)] if ref or name else []


def _identifier(text: str) -> str:
    found = [(_part(one), _part(one, 4).upper()) for one in text.split("~")]
    kept = [
        one for one in found if one[0] and one[1] not in _NEVER and not is_social_security(one[0])
    ]
    ranked = sorted(kept, key=lambda one: _CHART.index(one[1]) if one[1] in _CHART else len(_CHART))
    return ranked[0][0] if ranked else ""


def digest(text: str) -> str:
    """Return what stands for a text where it is only compared, so that nothing of it is kept."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()
