"""Reading what people type: dates and telephone numbers in the shapes they come in."""

import re
from datetime import date

from immtrac_desk.errors import InputError

_SHAPES = (
    re.compile(r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})"),
    re.compile(r"(?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})[-/. ](?P<y>\d{4}|\d{2})"),
    re.compile(r"(?P<m>\d{2})(?P<d>\d{2})(?P<y>\d{4}|\d{2})"),
)


def read_date(text: str, today: date, field: str = "date") -> date:
    """Return the day meant by `1/2/90`, `01021990`, `1-2-1990` or `1990-01-02`, month first.

    Two digits of a year mean the latest such year that is not after `today`. Raises InputError
    `date.missing`, `date.unreadable` or `date.impossible`.
    """
    typed = text.strip()
    if not typed:
        raise InputError("date.missing", field)
    for shape in _SHAPES:
        found = shape.fullmatch(typed)
        if found and typed.isascii():
            return _day(found, today, field)
    raise InputError("date.unreadable", field)


def _day(found: "re.Match[str]", today: date, field: str) -> date:
    year = int(found["y"])
    if len(found["y"]) == 2:
        year += today.year // 100 * 100
        if (year, int(found["m"]), int(found["d"])) > (today.year, today.month, today.day):
            year -= 100
    try:
        return date(year, int(found["m"]), int(found["d"]))
    except ValueError:
        raise InputError("date.impossible", field) from None


def read_phone(text: str, field: str = "phone") -> str:
    """Return a number as `(512) 555-0142`, or with its country code if it is not American.

    Raises InputError `phone.invalid`. The rules are the phone library's.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException:
        raise InputError("phone.invalid", field) from None
    if not phonenumbers.is_possible_number(number):
        raise InputError("phone.invalid", field)
    home = number.country_code == 1
    shape = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(number, shape.NATIONAL if home else shape.INTERNATIONAL))
