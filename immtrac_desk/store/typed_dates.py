"""Typed dates: birth dates as people at a counter write them, found inside a search text."""

import re
from collections.abc import Iterator
from datetime import date

from immtrac_desk.domain.values import fold

MONTHS = {
    "JAN": 1, "ENE": 1, "FEB": 2, "MAR": 3, "APR": 4, "ABR": 4, "MAY": 5, "JUN": 6, "JUL": 7,
    "AUG": 8, "AGO": 8, "SEP": 9, "OCT": 10, "NOV": 11, "DEC": 12, "DIC": 12,
}  # fmt: skip

_WORD = r"(?P<word>[^\W\d_]{3,12})\.?"
_SHAPES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})[-/.](?P<y>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<m>\d{2})(?P<d>\d{2})(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?!\d)"),
    re.compile(rf"\b{_WORD}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)", re.I),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})[\s-]+(?:de\s+)?{_WORD}[\s-]+(?:del?\s+)?(?P<y>\d{{4}})(?!\d)",
        re.I,
    ),
)
_YEAR = re.compile(r"(?<!\S)(?:19|20)[0-9]{2}(?=[\s,]|$)")
CENTURIES = (1900, 2000)
"""What a year of two digits may mean; a search may ask for both."""


def taken(text: str) -> tuple[tuple[date, ...], str]:
    """Return the dates that the first date written in `text` may mean, and the text without it.

    Month first, as in Texas; day first where the month would be above 12, or is a word.
    """
    for shape in _SHAPES:
        for found in shape.finditer(text):
            days = tuple(_days(found.groupdict()))
            if days:
                return days, f"{text[: found.start()]} {text[found.end() :]}"
    return (), text


def year_taken(text: str) -> tuple[int, str]:
    """Return the one year of birth that stands in `text` as a word, and the text without it.

    0 where there is none, or more than one word could be it.
    """
    found = list(_YEAR.finditer(text))
    if len(found) != 1:
        return 0, text
    return int(found[0].group()), f"{text[: found[0].start()]} {text[found[0].end() :]}"


def _days(parts: dict[str, str]) -> Iterator[date]:
    day, month = int(parts["d"]), _month(parts)
    year = int(parts["y"])
    years = [year] if len(parts["y"]) == 4 else [c + year for c in CENTURIES]
    if month > 12 >= day and "word" not in parts:
        day, month = month, day
    for each in years:
        try:
            yield date(each, month, day)
        except ValueError:
            continue


def _month(parts: dict[str, str]) -> int:
    return MONTHS.get(fold(parts["word"])[:3], 0) if "word" in parts else int(parts["m"])
