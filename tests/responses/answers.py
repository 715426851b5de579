"""Invented answers of the registry, as messages and as text."""

from __future__ import annotations

from collections.abc import Sequence


def err(code: str = "IEE-526", severity: str = "W", at: str = "RXA^1^5") -> str:
    """An error segment that says its code where the registry does."""
    return f"ERR||{at}|207^Application error^HL70357|{severity}|{code}^told|||{code} told in words"


def dose(vaccine: str = "08", given: str = "20260501") -> str:
    return f"RXA|0|1|{given}||{vaccine}^HepB^CVX|1"


def ack(
    control: str = "C1",
    errors: Sequence[str] = (),
    *,
    said: str = "AE",
    chart: str = "",
    name: str = "LOPEZ^ANA",
    doses: Sequence[str] = (),
    end: str = "\r",
) -> str:
    """One acknowledgement; the person stands in it where `chart` is given."""
    lines = [
        f"MSH|^~\\&|IMMTRAC2|TXIIS|DESK|ELM|20260502||ACK^V04^ACK|A{control}|P|2.5.1",
        f"MSA|{said}|{control}",
        *errors,
    ]
    if chart:
        lines.append(f"PID|1||{chart}^^^ELM^MR||{name}||20160203|F")
    return "".join(f"{line}{end}" for line in (*lines, *doses))
