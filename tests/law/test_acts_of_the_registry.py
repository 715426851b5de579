"""What was seen in the registry or written to a client changes no status (DT-5)."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, StaffId
from immtrac_desk.domain.words import FormKind
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.status import derive

NOTES = (
    ActKind.SEARCH_NOTED,
    ActKind.ENTRY_STOPPED,
    ActKind.SCHEDULE_READ,
    ActKind.LETTER_MADE,
)
CHANGING = (
    ActKind.CONSENT_GRANTED,
    ActKind.CONSENT_DECLINED,
    ActKind.CONSENT_WITHDRAWN,
    ActKind.CONSENT_AFFIRMED,
)
ON, BORN = date(2026, 11, 22), date(2004, 2, 29)


def acts(kinds: tuple[ActKind, ...]) -> st.SearchStrategy[list[Act]]:
    """Acts of these kinds on any day of some years, on one of two papers."""
    days = st.dates(date(2020, 1, 1), ON)
    told = st.tuples(st.sampled_from(kinds), days, st.sampled_from(["p", "q"]))
    return st.lists(told, max_size=5).map(lambda several: [_act(*one) for one in several])


def _act(kind: ActKind, on: date, paper: str) -> Act:
    minor = on < date(2022, 3, 1)
    return Act(
        id=ActId(f"{kind.value}{on}{paper}"),
        client_id=ClientId("client"),
        kind=kind,
        on=on,
        at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
        by=StaffId("clerk"),
        document_id=DocumentId(paper) if kind in CHANGING else None,
        form=(FormKind.MINOR if minor else FormKind.ADULT) if kind in CHANGING else None,
    )


@given(happened=acts(CHANGING), noted=acts(NOTES))
def test_a_note_changes_no_status(happened: list[Act], noted: list[Act]) -> None:
    without = derive(BORN, happened, ON, LawSettings())
    assert derive(BORN, [*happened, *noted], ON, LawSettings()) == without
