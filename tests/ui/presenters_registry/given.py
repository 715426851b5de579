"""Doses and answers made through the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.dose import Dose
from tests.office import Office

TODAY = date(2026, 11, 22)
_NUMBERS = count(70001)


def somebody(office: Office, born_on: date = date(2015, 5, 4), **changes: object) -> Client:
    """A client of this test alone, with a chart number of their own."""
    number = next(_NUMBERS)
    name = PersonName(last=f"Okafor{number}", first="Ngozi")
    return office.client(born_on, **{"name": name, "chart_no": str(number), **changes})


def dose(office: Office, client: Client, on: date = TODAY, **facts: object) -> Dose:
    """A dose on record."""
    doses = office.desk.doses
    made = replace(doses.new_dose(client.id), given_on=on, **{"cvx": "115", **facts})  # type: ignore[arg-type]
    return doses.save(made)


def answered(office: Office, client: Client, *codes: str, severity: str = "E") -> None:
    """The registry answers about a client."""
    errors = "\r".join(f"ERR|||101|{severity}||||{code} text" for code in codes)
    said = next(_NUMBERS)
    text = (
        f"MSH|^~\\&|T|T|||20261121||ACK^V04^ACK|{said}|P|2.5.1\rMSA|AE|{said}\r"
        f"PID|1||{client.chart_no}^^^^MR||Okafor^Ngozi||20150504\r{errors}\r"
    )
    office.desk.answers.take(text, AnswerSource.PASTED)
