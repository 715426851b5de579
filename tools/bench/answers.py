"""The bare finder: a regular expression over the same bytes, and no reading of what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from immtrac_desk.responses import read
from immtrac_desk.services.response_items import response_items

MESSAGES = 10_000
_CODES = re.compile(rb"(?:CLR|IMR|IEE|FIR|MER)-\d{3}")
_SAID = ("IMR-111", "IEE-526", "CLR-100", "IMR-109", "IEE-413")
_ON = date(2026, 5, 1)


def batch() -> bytes:
    """The answers of one upload: ten thousand messages of five segments, one code in each."""
    return "".join(map(_message, range(MESSAGES))).encode()


def _message(number: int) -> str:
    code = _SAID[number % len(_SAID)]
    return (
        f"MSH|^~\\&|IMMTRAC2|TXIIS|DESK|ELM|20260502||ACK^V04^ACK|A{number}|P|2.5.1\r"
        f"MSA|AE|C{number}\r"
        f"ERR||RXA^1^5|207^Application error^HL70357|W|{code}^told|||{code} told in words\r"
        f"PID|1||{number // 2}^^^ELM^MR||LOPEZ^ANA||20160203|F\r"
        "RXA|0|1|20260501||08^HepB^CVX|1\r"
    )


def reading(data: bytes) -> Callable[[], object]:
    """Work that reads the bytes to rows with their owners."""
    return lambda: response_items(read(data), _ON)


def bare_pass(data: bytes) -> Callable[[], object]:
    """Work that finds the codes in the bytes."""
    return lambda: _CODES.findall(data)
