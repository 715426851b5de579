"""Lines that are no message: portal text, mail, pasted notes. Whom and which dose they mean."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from immtrac_desk.responses.codes import codes, has_broken, places
from immtrac_desk.responses.found import Findings, Severity, Sighting, Whose
from immtrac_desk.responses.table import Columns, columns

_WORD = r"(?:chart|expediente|clients?|cliente|patient|paciente|ImmTrac2?)"
_TO = r"[\s:#=\"']"
_UNMISTAKABLE = r"(?=[A-Za-z]{1,4}-[0-9]{3}|(?!(?:19|20)[0-9]{6}\b)[A-Za-z]{0,2}[0-9]{5})"
"""What is a number of somebody with no more than a space before it: no age, year, day or dose."""
_REFERENCE = re.compile(
    rf"(?<![A-Za-z])(?:MRN{_TO}{{0,4}}|chart{_TO}{{1,4}}|PID-3\s?[:=]\s?"
    rf"|{_WORD}[\"']?\s?[:#=]{_TO}{{0,3}}"
    rf"|{_WORD}[ _-]?(?:id|no\.?|num|number|n[uú]mero){_TO}{{1,4}}|{_WORD}\s{_UNMISTAKABLE})"
    r"(?=[A-Za-z]{0,4}-?[0-9])([A-Za-z0-9][A-Za-z0-9._-]{0,39})(?![A-Za-z0-9_/-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?=.*[0-9])[A-Za-z0-9._-]{1,40}")
_SOCIAL_SECURITY = re.compile(r"[0-9]{3}-[0-9]{2}-[0-9]{4}")
_ISO = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_US = re.compile(r"(?<![0-9])([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9])")
_CVX = re.compile(r"(?<![A-Za-z])CVX[\s:#=]{0,3}([0-9]{1,3})(?![0-9])", re.IGNORECASE)


@dataclass(slots=True)
class PlainText:
    """Reads line after line. A reference alone on its line holds for the lines below it, up to a
    blank one or one with a reference of its own."""

    findings: Findings
    whose: Whose | None = None
    header: Columns | None = None

    def blank(self) -> None:
        """A blank line ends what a reference or a head of columns stood for."""
        self.whose = None
        self.header = None

    def read(self, line: int, text: str, *, flaw: str, stray: bool) -> None:
        """Read one line: its codes, or what stands for the codes below, or name it unread."""
        found = codes(text)
        broken = has_broken(text)
        if not found and not broken:
            found = places(text)
        if found:
            self._codes(line, text, found)
        if broken:
            self.findings.name(line, "broken_code")
        elif not found and not self._context(text) and not flaw:
            self.findings.name(line, "stray" if stray else "no_code")

    def _context(self, text: str) -> bool:
        """True for a line that says whom or what the next lines mean."""
        header = columns(text)
        if header:
            self.header = header
            return True
        refs = references(text)
        if refs:
            self.whose = refs[-1][0]
        return bool(refs)

    def _codes(self, line: int, text: str, found: list[tuple[str, int]]) -> None:
        cells = self.header.cells(text) if self.header else None
        refs = references(text)
        if cells and cells.client:
            client = _client(cells.client)
            refs = [(client, 0)] if client else []
        told = one_day(text)
        vaccine, given_on = one_vaccine(text), told
        if cells:
            vaccine, given_on = cells.vaccine or vaccine, one_day(cells.given) or told
        seen = blake2b(" ".join(text.split()).encode("utf-8", "replace"), digest_size=12).digest()
        severity = cells.severity if cells else None
        told_of = [(code, _nearest(refs, place) or self.whose) for code, place in found]
        for code, whose in dict.fromkeys(told_of):
            self._see(code, whose, vaccine, given_on, severity, seen, line)
        if refs:
            # Lines that name their own client are no heading: the next one without is nobody's.
            self.whose = None

    def _see(
        self,
        code: str,
        whose: Whose | None,
        vaccine: str,
        given_on: date | None,
        severity: Severity | None,
        seen: bytes,
        line: int,
    ) -> None:
        who = whose.key if whose else ()
        known = who and vaccine and given_on
        key = (code, who, vaccine, given_on) if known else (code, who, seen)
        sighting = Sighting(
            code=code,
            whose=whose,
            vaccine=vaccine,
            given_on=given_on,
            of_client="-" not in code or code.startswith("PID"),
            severity=severity,
            lines=[line],
        )
        self.findings.add(key, sighting)


def references(text: str) -> list[tuple[Whose, int]]:
    """Return the chart numbers or ids that a line names, with their places."""
    found = []
    for one in _REFERENCE.finditer(text):
        ref = one[1].rstrip("._-")
        if not (has_broken(ref) or codes(ref) or _ISO.match(ref) or is_social_security(ref)):
            found.append((Whose(ref), one.start()))
    return found


def is_social_security(text: str) -> bool:
    """True for a number that is never kept, wherever it stands."""
    return _SOCIAL_SECURITY.match(text) is not None


def _client(cell: str) -> Whose | None:
    """Read a cell of the client's column; what is no number is a name and stays in memory."""
    if is_social_security(cell):
        return None
    return Whose(cell) if _NUMBER.fullmatch(cell) else Whose(name=cell)


def one_day(text: str) -> date | None:
    """Return the only day that stands in a line; None for none, several, or an impossible one."""
    told = {(int(y), int(m), int(d)) for y, m, d in _ISO.findall(text)}
    told |= {(int(y), int(m), int(d)) for m, d, y in _US.findall(text)}
    if len(told) != 1:
        return None
    try:
        return date(*told.pop())
    except ValueError:
        return None


def one_vaccine(text: str) -> str:
    """Return the only CVX number of a line, "" for none or several."""
    told = {number.zfill(2) for number in _CVX.findall(text)}
    return told.pop() if len(told) == 1 else ""


def _nearest(refs: list[tuple[Whose, int]], place: int) -> Whose | None:
    """Return the reference before a code, else the first one of its line."""
    if not refs:
        return None
    after = bisect_right(refs, place, key=lambda ref: ref[1])
    return refs[max(after - 1, 0)][0]
