"""Failed tries: counted, slowed, stopped at a hundred, and never forgotten by a clock."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.errors import VaultError
from immtrac_desk.vault.attempts import MOST_FAILURES, Attempts, wait_after
from tests.vault.factory import NOW


@pytest.fixture
def attempts(tmp_path: Path) -> Attempts:
    return Attempts(tmp_path / "attempts")


def fail(attempts: Attempts, times: int, now: datetime = NOW) -> None:
    for _ in range(times):
        attempts.note(now)


def refusal(attempts: Attempts, now: datetime) -> VaultError:
    with pytest.raises(VaultError) as caught:
        attempts.admit(now)
    return caught.value


def admitted(attempts: Attempts, now: datetime) -> bool:
    attempts.admit(now)
    return True


def test_without_failures_the_next_try_is_free(attempts: Attempts) -> None:
    assert attempts.failures() == ()
    assert admitted(attempts, NOW)
    assert not attempts.path.exists()


def test_four_failures_are_free_and_the_fifth_costs_two_seconds(attempts: Attempts) -> None:
    fail(attempts, 4)
    assert admitted(attempts, NOW)
    fail(attempts, 1)
    told = refusal(attempts, NOW)
    assert (told.code, told.facts) == ("vault.locked_out", {"seconds": 2, "failures": 5})


@pytest.mark.parametrize(("failures", "seconds"), [(5, 2), (6, 4), (8, 16), (12, 256), (13, 300)])
def test_the_wait_ends_when_it_says(attempts: Attempts, failures: int, seconds: int) -> None:
    fail(attempts, failures)
    last_moment = NOW + timedelta(seconds=seconds) - timedelta(milliseconds=1)
    assert refusal(attempts, NOW).facts["seconds"] == seconds
    assert refusal(attempts, last_moment).facts["seconds"] == 1
    assert admitted(attempts, NOW + timedelta(seconds=seconds))


@given(st.integers(0, 10_000))
def test_the_wait_grows_and_stays_below_five_minutes(failures: int) -> None:
    assert wait_after(failures) <= wait_after(failures + 1) <= timedelta(minutes=5)


def test_the_hundredth_failure_leaves_only_the_recovery_code(attempts: Attempts) -> None:
    years_later = NOW + timedelta(days=4000)
    fail(attempts, MOST_FAILURES - 1)
    assert admitted(attempts, years_later)
    fail(attempts, 1)
    told = refusal(attempts, years_later)
    assert (told.code, told.facts) == ("vault.recovery_only", {"failures": 100})


@given(st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=4000)))
def test_a_clock_that_went_back_neither_resets_nor_waits_for_years(
    tmp_path_factory: pytest.TempPathFactory, back: timedelta
) -> None:
    attempts = Attempts(tmp_path_factory.mktemp("clock") / "attempts")
    fail(attempts, 10)
    told = refusal(attempts, NOW - back)
    assert told.facts == {"seconds": 64, "failures": 10}
    assert len(attempts.failures()) == 10
    assert refusal(attempts, NOW - back + timedelta(seconds=62)).facts["failures"] == 10
    assert admitted(attempts, NOW - back + timedelta(seconds=64))


def test_success_forgets_the_failures(attempts: Attempts) -> None:
    fail(attempts, 50)
    attempts.clear()
    assert attempts.failures() == ()
    assert attempts.path.read_bytes() == b""


def test_the_file_holds_moments_in_utc_and_nothing_else(attempts: Attempts) -> None:
    attempts.note(datetime(2026, 11, 22, 3, 0, 5, tzinfo=timezone(timedelta(hours=-6))))
    assert attempts.path.read_bytes() == b"2026-11-22T09:00:05+00:00\n"
    assert attempts.failures() == (datetime(2026, 11, 22, 9, 0, 5, tzinfo=UTC),)


def test_a_later_program_run_still_counts_them(attempts: Attempts) -> None:
    fail(attempts, 7)
    assert refusal(Attempts(attempts.path), NOW).facts["failures"] == 7


@pytest.mark.parametrize("line", [b"rubbish", b"\xff\xfe", b"9999-99-99", b"0001-01-01T00:00:00"])
def test_a_spoilt_line_counts_as_a_try(attempts: Attempts, line: bytes) -> None:
    attempts.path.write_bytes(b"\n".join([line] * 100) + b"\n")
    assert refusal(attempts, NOW).code == "vault.recovery_only"


def test_a_swollen_file_is_not_read_whole(attempts: Attempts) -> None:
    attempts.path.write_bytes(b"x" * 10 + b"\n" + b"y" * 1_000_000)
    assert len(attempts.failures()) == 2


def test_a_try_that_cannot_be_counted_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError) as caught:
        Attempts(tmp_path / "gone" / "attempts").note(NOW)
    assert (caught.value.code, caught.value.facts) == ("vault.unwritable", {"file": "attempts"})
