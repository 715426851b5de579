"""What the registry might have answered about practice doses: messages, a table, a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.values import said

TORN = "ERR||RXA^1^9|101^Req\x00\x1b\ufffd"
"""A line that was cut off on its way: it is named by its number and nothing is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One code about a client, and about one dose where it names one."""

    code: str
    severity: str
    client: Client
    dose: Dose | None = None


def acknowledgement(remarks: Sequence[Remark], on: date, torn: bool = False) -> str:
    """Return one message for each client, with every error that is about it."""
    clients = {remark.client.id: remark.client for remark in remarks}
    text = ""
    for number, client in enumerate(clients.values(), start=1):
        own = [remark for remark in remarks if remark.client.id == client.id]
        text += "".join(f"{line}\r" for line in _message(client, own, on, number))
    return text + (f"{TORN}\r" if torn else "")


def table(remarks: Sequence[Remark]) -> str:
    """Return the rows of a page of the portal, as they are copied."""
    lines = ["Chart number\tCode\tSeverity\tCVX\tDate given\tNote"]
    for remark in remarks:
        dose = remark.dose
        told = (dose.cvx, dose.given_on.isoformat()) if dose else ("", "")
        cells = (remark.client.chart_no, remark.code, remark.severity, *told, "practice")
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def note(remarks: Sequence[Remark]) -> str:
    """Return a message in words: it names nobody by number, so somebody must say whose it is."""
    lines = [f"{said(r.client.name.last)}: {r.code}, please correct" for r in remarks]
    return "From the registry (practice):\n" + "\n".join(lines) + "\n"


def _message(client: Client, remarks: Sequence[Remark], on: date, number: int) -> tuple[str, ...]:
    control = f"PR{on:%Y%m%d}{number:02d}"
    doses = list(dict.fromkeys(remark.dose for remark in remarks if remark.dose))
    name = f"{said(client.name.last)}^{said(client.name.first)}"
    errors = (_error(remark, doses) for remark in remarks)
    given = (
        f"RXA|0|1|{dose.given_on:%Y%m%d}||{dose.cvx}^{dose.trade_name}^CVX|1" for dose in doses
    )
    return (
        f"MSH|^~\\&|IMMTRAC2|TXIIS|DESK|PRACTICE|{on:%Y%m%d}||ACK^V04^ACK|A{control}|P|2.5.1",
        f"MSA|AE|{control}",
        *errors,
        f"PID|1||{client.chart_no}^^^PRACTICE^MR||{name}||{client.born_on:%Y%m%d}",
        *given,
    )


def _error(remark: Remark, doses: Sequence[Dose]) -> str:
    place = f"RXA^{doses.index(remark.dose) + 1}^5" if remark.dose else "PID^1^11"
    told = f"{remark.code}^practice"
    return f"ERR||{place}|207^Application error^HL70357|{remark.severity}|{told}"
