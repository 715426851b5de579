"""The book: numbered, chained, filtered, and the same after it lay in the vault."""

from datetime import datetime, timedelta, timezone

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.audit import GENESIS, AuditEntry, first_break
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import NOW, an_entry, any_record

TEXAS = timezone(timedelta(hours=-6))


def test_lines_are_numbered_and_chained(filing: Filing) -> None:
    with filing.writing() as work:
        assert work.audit.last() is None
        first = work.audit.append(an_entry())
        second = work.audit.append(an_entry())
        work.commit()
    assert (first.seq, first.previous) == (1, GENESIS)
    assert (second.seq, second.previous) == (2, first.digest)
    with filing.reading() as work:
        assert work.audit.last() == second
        assert work.audit.digest_at(1) == first.digest
        assert work.audit.digest_at(3) == ""
        assert list(work.audit.all()) == [first, second]
        assert first_break(work.audit.all()) is None


def test_a_line_not_committed_leaves_no_gap(filing: Filing) -> None:
    with filing.writing() as work:
        work.audit.append(an_entry())
    with filing.writing() as work:
        assert work.audit.append(an_entry()).seq == 1


def test_a_moment_of_another_zone_keeps_the_chain(filing: Filing) -> None:
    local = datetime(2026, 11, 22, 9, 30, tzinfo=TEXAS)
    with filing.writing() as work:
        line = work.audit.append(an_entry(at=local))
        assert line.at == local
        assert line.at.isoformat() == "2026-11-22T15:30:00+00:00"
        assert list(work.audit.all()) == [line]
        assert first_break(work.audit.all()) is None


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(any_record(AuditEntry, document_digest=st.just("")), max_size=4))
def test_any_lines_come_back_chained(filing: Filing, entries: list[AuditEntry]) -> None:
    with filing.writing() as work:
        sealed = [work.audit.append(entry) for entry in entries]
        assert list(work.audit.all()) == sealed
        assert first_break(work.audit.all()) is None


def test_a_page_shows_what_was_asked_newest_first(filing: Filing) -> None:
    with filing.writing() as work:
        lines = [
            work.audit.append(entry)
            for entry in (
                an_entry("looked", client_id="A"),
                an_entry("reprinted", client_id="A", document_id="D", at=NOW + timedelta(hours=1)),
                an_entry("reprinted", client_id="B", actor_id="OTHER"),
                an_entry("recovery_used", loud=True),
            )
        ]

        def seen(**wanted: object) -> list[int]:
            asked = AuditFilter(**wanted)  # type: ignore[arg-type]
            page = [entry.seq for entry in work.audit.page(asked)]
            assert work.audit.count(asked) == len(page)
            return page

        assert seen() == [4, 3, 2, 1]
        assert seen(client_ids=("A",)) == [2, 1]
        assert seen(client_ids=("A", "B"), acts=("reprinted",)) == [3, 2]
        assert seen(document_id="D") == [2]
        assert seen(actor_id="OTHER") == [3]
        assert seen(loud=True) == [4]
        assert seen(before_seq=3) == [2, 1]
        assert seen(since=NOW + timedelta(hours=1)) == [2]
        assert seen(until=NOW + timedelta(hours=1)) == [4, 3, 1]
        assert work.audit.page(AuditFilter(), limit=1) == (lines[3],)
