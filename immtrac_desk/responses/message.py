"""One message of HL7 version 2, split only as far as its errors need: tolerant of every damage."""

import re
from dataclasses import dataclass, field

from immtrac_desk.responses.codes import at_place, codes, has_broken
from immtrac_desk.responses.found import Findings, Severity, Sighting
from immtrac_desk.responses.segments import Place, Told, field_of, fields_of

_HEADER = re.compile(r"MSH(?:\||([^A-Za-z0-9\s])[^A-Za-z0-9\s]{3,5}\1)")
_NAME = re.compile(r"[A-Z][A-Z0-9]{2}")
_BATCH = ("FHS", "BHS", "BTS", "FTS")
_GLUED = re.compile(r"\s(?=(?:MSA|ERR|PID|QAK|QPD|ORC|RXA|RXR|NK1|NTE)\|)")
_HEADS = re.compile(r"\s(?=MSH\|)")
_HEADLESS = ("MSA", "ERR", "PID", "QAK", "QPD", "ORC", "RXA", "NK1")
_SEVERITIES = {
    "E": Severity.ERROR,
    "F": Severity.ERROR,
    "W": Severity.WARNING,
    "I": Severity.INFORMATION,
}
_TAKEN = ("AA", "CA")
_REFUSED = ("AE", "AR", "CE", "CR")
_COMPONENTS = "^&~@#$%!*+;:"
"""What may divide components; a damaged header must not make a code's hyphen one."""
_HEAD = ("MSH", "MSA")
"""They speak for every person of a message."""
MOST_SEGMENTS = 20_000
"""No message is longer; what goes on after as many is taken as another that lost its head."""
_OF_CLIENT = ("PID", "PD1", "NK1")
_SPOKEN = ("MSA", "NTE", "QAK")

Numbered = tuple[int, str]
"""A segment and the line on which it stands."""


def apart(text: str) -> list[str]:
    """Return the messages that were pasted into one line, mostly the line alone."""
    return _HEADS.split(text) if "MSH|" in text[1:] else [text]


def begins(text: str) -> bool:
    """True for the header of a message."""
    return text.startswith("MSH") and _HEADER.match(text) is not None


def batch(text: str) -> bool:
    """True for the first and last lines of a file or batch, which say nothing of their own."""
    return text[:3] in _BATCH and text[3:4] == "|" and not codes(text)


def headless(text: str) -> bool:
    """True for a segment that may open a file whose beginning was lost."""
    return text[:3] in _HEADLESS and text[3:4] == "|"


@dataclass(slots=True)
class Message:
    """The segments of one message, each with its line; judged when the message ends."""

    line: int
    divider: str = "|"
    component: str = "^"
    segments: list[Numbered] = field(default_factory=list)

    @classmethod
    def at(cls, line: int, text: str) -> "Message":
        """Begin with a header, or with whatever segment the file begins with."""
        own = text[4:5] if text.startswith("MSH") else ""
        begun = cls(line, text[3], own if own and own in _COMPONENTS else "^")
        begun.add(line, text)
        return begun

    def takes(self, text: str) -> bool:
        """True for a segment of this message, by the divider of its header or the usual one."""
        torn = text == "ERR"
        return torn or (text[3:4] in (self.divider, "|") and _NAME.match(text) is not None)

    def add(self, line: int, text: str) -> None:
        """Take the next segment, or several that were pasted into one line."""
        glued = " ERR|" in text or " MSA|" in text
        if self.component != "^":
            text = text.replace(self.component, "^")
        parts = _GLUED.split(text) if glued else [text]
        self.segments += [(line, part) for part in parts]

    def over(self, text: str) -> bool:
        """True if `text` belongs to a next message that lost its head: a second answer, no end."""
        second = text.startswith("MSA") and any(t.startswith("MSA") for _, t in self.segments)
        return second or len(self.segments) >= MOST_SEGMENTS

    def mends(self, text: str) -> bool:
        """True for the rest of an error segment that somebody's mail broke into two lines."""
        last = self.segments[-1][1]
        return last.startswith("ERR") and not codes(last) and bool(codes(text))

    def mend(self, text: str) -> None:
        """Put the rest of a broken segment back."""
        line, last = self.segments.pop()
        self.segments.append((line, f"{last}{text}"))

    def close(self, findings: Findings) -> None:
        """Judge the message: its codes, and what of it could not be read."""
        findings.messages += 1
        told = Told.of(self.segments)
        head = [entry for entry in self.segments[:2] if entry[1].startswith(_HEAD)]
        said: set[str] = set()
        for part in self._parts(told):
            whom = told if part is self.segments else Told.of([*head, *part])
            for line, text in part:
                if text.startswith("ERR"):
                    said |= _error(whom, line, text, findings)
        for line, text in self.segments:
            if not text.startswith("ERR"):
                said |= _aside(told, line, text, said, findings)
        if not said and not any(text.startswith("ERR") for _, text in self.segments):
            self._silent(told, findings)

    def _parts(self, told: Told) -> list[list[Numbered]]:
        """Return a part for each person who has errors below, mostly the message as one."""
        if len(told.people) < 2:
            return [self.segments]
        names = [text[:3] for _, text in self.segments]
        people = [place for place, name in enumerate(names) if name == "PID"]
        if "ERR" not in names or "ERR" in names[: people[0]]:
            return [self.segments]
        ends = [*people[1:], len(names)]
        return [self.segments[a:b] for a, b in zip(people, ends, strict=True)]

    def _silent(self, told: Told, findings: Findings) -> None:
        """A message without an error and without a code: taken, cut off, or of another kind."""
        if told.ack in _TAKEN:
            findings.accepted += 1
        elif told.ack in _REFUSED:
            findings.name(told.ack_line, "no_code")
        elif told.kind and not told.kind.startswith(("ACK", "RSP")):
            findings.name(self.line, "other_message")
        else:
            findings.name(self.line, "half_written")


def _error(told: Told, line: int, text: str, findings: Findings) -> set[str]:
    """An error segment: its codes once each, with its own severity and place."""
    fields = fields_of(text)
    location = field_of(fields, 2) or field_of(fields, 1)
    severity = _SEVERITIES.get(field_of(fields, 4).upper())
    found = {code for code, _ in codes(text)}
    field_meant = at_place(location)
    if has_broken(text):
        findings.name(line, "broken_code")
    elif not found and field_meant:
        found = {field_meant}
    elif not found:
        findings.name(line, "no_code")
    if found:
        _see(told, sorted(found), Place(location, line, text), severity, findings)
    return found


def _aside(told: Told, line: int, text: str, said: set[str], findings: Findings) -> set[str]:
    """Codes outside the error segments: only those that no error segment says already."""
    found = {code for code, _ in codes(text)}
    if found - said:
        _see(told, sorted(found - said), Place("", line, ""), None, findings)
    if text[:3] in _SPOKEN and has_broken(text):
        findings.name(line, "broken_code")
    return found


def _see(
    told: Told, found: list[str], place: Place, severity: Severity | None, findings: Findings
) -> None:
    vaccine, given_on = told.dose(place)
    whose = told.whose(place)
    who = whose.key if whose else ()
    named = who and vaccine and given_on
    # Where the answer names no dose, its place in the message that was answered tells apart.
    rest: tuple[object, ...] = (vaccine, given_on) if named else (told.control, place.key)
    for code in found:
        sighting = Sighting(
            code=code,
            whose=whose,
            vaccine=vaccine,
            given_on=given_on,
            of_client=place.segment in _OF_CLIENT,
            severity=severity,
            control=told.control,
            lines=[place.line],
        )
        findings.add((code, who, *rest), sighting)
