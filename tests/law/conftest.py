"""The case book: sentences of the law with facts and answers, read from cases/*.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, StaffId
from immtrac_desk.domain.words import FormKind, Scope, Who
from immtrac_desk.law.parameters import LawSettings

CASES = Path(__file__).parent / "cases"
_CLERK = StaffId("clerk")
_ROWS = frozenset({"row", "not_rows"})
_KINDS = {
    "granted": ActKind.CONSENT_GRANTED,
    "refused": ActKind.CONSENT_DECLINED,
    "refusal noted": ActKind.REFUSAL_NOTED,
    "withdrawn": ActKind.CONSENT_WITHDRAWN,
    "affirmed": ActKind.CONSENT_AFFIRMED,
    "sent": ActKind.PAPER_SENT,
    "received": ActKind.RECEIPT_CONFIRMED,
    "withdrawal confirmed": ActKind.WITHDRAWAL_CONFIRMED,
    "replaced": ActKind.DOCUMENT_REPLACED,
    "invalidated": ActKind.DOCUMENT_INVALIDATED,
    "undone": ActKind.ENTERED_IN_ERROR,
    "settled": ActKind.CONFLICT_SETTLED,
    "died": ActKind.DEATH_RECORDED,
    "responder noted": ActKind.RESPONDER_NOTED,
    "searched": ActKind.SEARCH_NOTED,
}


@dataclass(frozen=True)
class Case:
    """One sentence of a case file on one day: the facts, the day, the rows, the answers."""

    book: str
    says: str
    on: date
    facts: dict[str, Any]
    rows: tuple[str, ...]
    not_rows: tuple[str, ...]
    expect: dict[str, Any]
    turning: bool
    """One of the days around a date on which the row turns."""

    def wanted(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """What the case expects of `answers`; a word that nothing answers is a slip of the case."""
        told = {key: value for key, value in self.expect.items() if key not in _ROWS}
        assert told.keys() <= answers.keys()
        return told

    @property
    def settings(self) -> LawSettings:
        """The defaults, changed where the case says so."""
        return LawSettings(**self.facts.get("settings", {}))

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts of the case, entered in the order in which they are written."""
        told = list(self.facts.get("acts", []))
        if "paper_of" in self.facts:
            signed = self.facts["signed"]
            told.append({"on": signed, "act": "granted", "form": self.facts["paper_of"]})
        if "sent_on" in self.facts:
            told.append({"on": self.facts["sent_on"], "act": "sent", "paper": "a"})
        return tuple(_act(entry, n) for n, entry in enumerate(told))


def _act(entry: dict[str, Any], number: int) -> Act:
    """`paper` names the document, `signer` tells one representative from another."""
    on: date = entry["on"]
    entered = entry.get("entered", on)
    at = datetime.combine(entered, time(12), UTC) + timedelta(seconds=entry.get("second", number))
    return Act(
        id=ActId(entry.get("id", f"act-{number}")),
        client_id=ClientId("client"),
        kind=_KINDS[entry["act"]],
        on=on,
        at=at,
        by=_CLERK,
        document_id=DocumentId(entry["paper"]) if "paper" in entry else None,
        form=FormKind(entry["form"]) if "form" in entry else None,
        scope=Scope(entry["scope"]) if "scope" in entry else None,
        signed_at=entry.get("time"),
        signer=entry.get("signer", ""),
        capacity=Who(entry["as"]) if "as" in entry else None,
        reverses=ActId(entry["undoes"]) if "undoes" in entry else None,
        facts=entry.get("facts", {}),
    )


def read_book(book: str) -> Iterator[Case]:
    """Yield the cases of `cases/<book>.toml`; `days` stands for one case a day; `turns` for
    the date of the case that the days move, today where it is not given."""
    for entry in tomllib.loads((CASES / f"{book}.toml").read_text("utf-8"))["case"]:
        days = entry.get("days")
        if days is None:
            yield _case(book, entry, entry["on"], entry, turning=False)
            continue
        for day, answer in days.items():
            told = {"row": answer} if isinstance(answer, str) else answer
            turned = entry.get("turns", "on")
            facts = {**entry, turned: date.fromisoformat(day)}
            yield _case(book, facts, facts["on"], told, turning=True)


def _case(book: str, entry: dict[str, Any], on: date, told: dict[str, Any], turning: bool) -> Case:
    row = told.get("row", [])
    return Case(
        book=book,
        says=entry["says"],
        on=on,
        facts=entry,
        rows=(row,) if isinstance(row, str) else tuple(row),
        not_rows=tuple(told.get("not_rows", [])),
        expect={**entry.get("expect", {}), **(told.get("expect", told) if turning else {})},
        turning=turning,
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test with a `case` argument the cases of its module's BOOK."""
    if "case" in metafunc.fixturenames:
        cases = list(read_book(metafunc.module.BOOK))
        names = [f"{'+'.join(c.rows) or 'none'}-{c.on}-{c.says[:60]}" for c in cases]
        metafunc.parametrize("case", cases, ids=names)


@pytest.fixture(scope="session")
def all_cases() -> list[Case]:
    """Every case of every book."""
    return [case for book in sorted(CASES.glob("*.toml")) for case in read_book(book.stem)]
