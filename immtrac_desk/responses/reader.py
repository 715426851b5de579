"""The walk through an answer: messages, tables and prose in one file, each line accounted for."""

from collections.abc import Iterator

from immtrac_desk.responses import message as hl7
from immtrac_desk.responses.found import Findings, Reply
from immtrac_desk.responses.letters import Line, lines
from immtrac_desk.responses.plain import PlainText

MOST_BYTES = 32 * 1024 * 1024
"""What is read of one file; about fifty thousand messages. The rest is named, not dropped."""

_FRAME = " \t\x0b\x0c\x1a\x1c\x1d\x1e\x1f\x00"
"""Around a segment these only frame it."""


def read(data: bytes) -> Reply:
    """Return what `data` says, whatever it is: text, HL7, damaged, cut off, or no letters at all.

    Never raises. Line numbers count from 1, by CR LF, CR or LF.
    """
    return _Walk().through(lines(data[:MOST_BYTES]), cut=len(data) > MOST_BYTES)


def read_text(text: str) -> Reply:
    """Return what pasted text says; as `read`."""
    return read(text.encode("utf-8", "replace"))


class _Walk:
    """Which message is open, and what plain lines stand for."""

    def __init__(self) -> None:
        self.findings = Findings()
        self.plain = PlainText(self.findings)
        self.open: hl7.Message | None = None
        self.after_blank = False

    def through(self, found: Iterator[Line], *, cut: bool) -> Reply:
        """Take every line; `cut`: there is more that nobody reads."""
        something, last = False, 1
        for line in found:
            last = line.number
            text = line.text.strip(_FRAME)
            if line.flaw:
                self.findings.name(line.number, line.flaw)
            something = something or bool(text)
            for piece in hl7.apart(text):
                self._step(line.number, piece, line.flaw)
        self._close()
        if cut:
            self.findings.name(last, "too_long")
        elif not something and not self.findings.runs:
            self.findings.name(1, "empty")
        return self.findings.reply()

    def _step(self, number: int, text: str, flaw: str) -> None:
        if not text:
            self.plain.blank()
        elif hl7.begins(text) or hl7.batch(text) or (not self.open and hl7.headless(text)):
            self._close()
            self.plain.blank()
            self.open = None if hl7.batch(text) else hl7.Message.at(number, text)
        elif self.open and self.open.takes(text):
            if self.open.over(text):
                self._close()
                self.open = hl7.Message.at(number, text)
            else:
                self.open.add(number, text)
        elif self.open and not self.after_blank and self.open.mends(text):
            self.open.mend(text)
        else:
            if self.after_blank:
                self._close()
            self.plain.read(number, text, flaw=flaw, stray=self.open is not None)
        self.after_blank = not text

    def _close(self) -> None:
        if self.open:
            self.open.close(self.findings)
        self.open = None
