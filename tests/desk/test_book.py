"""The book: settings, events, backup and restore, verification, lists of today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import ByCode, ByPassphrase, open_vault, restore_vault, verify_vault
from immtrac_desk.domain.audit import first_break
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import InputError, RefusedError, VaultError
from immtrac_desk.law import tables
from immtrac_desk.practice.signing import decline_on_screen
from tests.office import BOSS, CLERK, PASSPHRASE, Office


def test_an_unconfirmed_setting_says_so_until_somebody_confirms_it(office: Office) -> None:
    def line(key: str) -> bool:
        return next(s.unconfirmed for s in office.desk.book.settings() if s.key == key)

    assert line("consent.late_minor")
    office.desk.book.change_setting(
        "consent.late_minor", "too_late", "DSHS by telephone", date(2026, 11, 20), confirmed=True
    )
    assert not line("consent.late_minor")
    assert not line("lists.declined_again_months"), "our own choices are not open questions"


def test_a_confirmation_without_a_source_is_refused(office: Office) -> None:
    with pytest.raises(InputError) as refused:
        office.desk.book.change_setting("age.feb29", "mar1", confirmed=True)
    assert refused.value.field == "source"


def test_front_desk_changes_no_setting(office: Office) -> None:
    desk = office.as_(CLERK, Role.FRONT_DESK)
    with pytest.raises(RefusedError):
        desk.book.change_setting("lock.idle_minutes", 1)


def test_a_changed_setting_holds_at_once_and_after_reopening(office: Office) -> None:
    office.desk.book.change_setting("lock.idle_minutes", 9)
    assert office.desk.book.setting("lock.idle_minutes") == 9
    assert office.reopen().book.setting("lock.idle_minutes") == 9


def test_the_covid_row_is_seeded_and_not_confirmed(office: Office) -> None:
    covid = office.desk.book.events()[0]
    assert (covid.ended_on, covid.confirmed) == (date(2023, 6, 15), False)


def test_an_end_date_needs_its_source(office: Office) -> None:
    flood = replace(office.desk.book.new_event(), name="Flood", ended_on=date(2026, 11, 22))
    with pytest.raises(InputError) as refused:
        office.desk.book.save_event(flood)
    assert refused.value.field == "end_source"
    kept = office.desk.book.save_event(replace(flood, end_source="posted by DSHS"))
    assert kept in office.desk.book.events()


def test_a_backup_is_reopened_kept_and_restored_whole(office: Office, tmp_path: Path) -> None:
    client = office.client()
    made = office.desk.book.back_up()
    assert made.path.is_file()
    last = office.desk.book.last_backup()
    assert last is not None
    assert last.path.name == made.path.name
    office.desk.close()
    again = tmp_path / "again"
    restore_vault(made.path, again, ByPassphrase(BOSS, PASSPHRASE), office.around)
    desk = open_vault(again, BOSS, PASSPHRASE, office.around)
    assert desk.people.file(client.id).client == client
    assert [line.act for line in desk.book.loud()] == ["vault_restored"]
    desk.close()


def test_a_backup_is_restored_elsewhere_with_the_printed_code(
    office: Office, tmp_path: Path
) -> None:
    made = office.desk.book.back_up()
    way = ByCode(office.recovery_code, BOSS, "eleven patient cranes rest")
    restore_vault(made.path, tmp_path / "again", way, office.around)
    desk = open_vault(tmp_path / "again", BOSS, "eleven patient cranes rest", office.around)
    assert {line.act for line in desk.book.loud()} == {"vault_restored", "recovery_code_used"}
    desk.close()


def test_older_slots_put_back_are_a_loud_line(office: Office) -> None:
    """An old `slots` would revive an old passphrase; the file of the vault is ahead of it."""
    office.desk.close()
    old = (office.path / "slots").read_bytes()
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
    office.clock.tick(minutes=1)
    office.client()
    office.desk.close()
    (office.path / "slots").write_bytes(old)
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
    assert [line.act for line in office.desk.book.loud()] == ["slots_behind"]


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_copy_that_is_cancelled_between_its_steps_leaves_nothing(
    office: Office, steps: int
) -> None:
    left = iter([True] * steps + [False])
    with pytest.raises(VaultError) as refused:
        office.desk.book.back_up(go_on=lambda: next(left))
    assert refused.value.code == "backup.stopped"
    assert list((office.path.parent / "backups").iterdir()) == []
    assert office.desk.book.last_backup() is None


def test_the_last_seven_backups_are_kept(office: Office) -> None:
    for _ in range(9):
        office.clock.tick(minutes=1)
        office.desk.book.back_up()
    kept = list((office.path.parent / "backups").iterdir())
    assert len(kept) == 7


def test_a_backup_holds_no_name_in_the_clear(office: Office) -> None:
    office.client()
    made = office.desk.book.back_up()
    data = made.path.read_bytes()
    assert "García".encode() not in data
    assert BOSS.encode() not in data


def test_no_backup_folder_is_said_and_nothing_breaks(office: Office) -> None:
    office.desk.book.change_setting("backup.folder", "")
    with pytest.raises(VaultError) as refused:
        office.desk.book.back_up()
    assert refused.value.code == "backup.no_folder"


def test_a_file_that_is_no_backup_is_refused(office: Office, tmp_path: Path) -> None:
    fake = tmp_path / "fake"
    fake.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(VaultError) as refused:
        restore_vault(fake, tmp_path / "again", ByPassphrase(BOSS, PASSPHRASE), office.around)
    assert refused.value.code == "backup.not_ours"
    assert not (tmp_path / "again").exists()


def test_a_damaged_backup_is_never_laid_down(office: Office, tmp_path: Path) -> None:
    made = office.desk.book.back_up()
    office.desk.close()
    data = bytearray(made.path.read_bytes())
    data[len(data) // 2] ^= 1
    made.path.write_bytes(data)
    with pytest.raises(VaultError) as refused:
        restore_vault(made.path, tmp_path / "again", ByPassphrase(BOSS, PASSPHRASE), office.around)
    assert refused.value.code in ("backup.not_ours", "backup.not_good")
    assert not (tmp_path / "again").exists()


def test_a_vault_is_never_restored_over_another(office: Office, tmp_path: Path) -> None:
    made = office.desk.book.back_up()
    with pytest.raises(VaultError) as refused:
        restore_vault(made.path, office.path, ByPassphrase(BOSS, PASSPHRASE), office.around)
    assert refused.value.code == "vault.exists"


def test_an_untouched_vault_verifies_open_and_closed(office: Office) -> None:
    office.client()
    assert office.desk.book.verify() == ()
    office.desk.close()
    assert verify_vault(office.path, BOSS, PASSPHRASE, office.around) == ()


@pytest.mark.parametrize("name", ["desk.db", "slots"])
@pytest.mark.parametrize("part", [0.0, 0.31, 0.62, 0.999])
def test_one_flipped_byte_is_found_and_its_file_named(
    office: Office, name: str, part: float
) -> None:
    office.client()
    office.desk.close()
    target = office.path / name
    data = bytearray(target.read_bytes())
    data[int(part * len(data))] ^= 0x10
    target.write_bytes(data)
    problems = verify_vault(office.path, BOSS, PASSPHRASE, office.around)
    assert {problem.file for problem in problems} == {name}


def test_a_vault_put_back_to_yesterday_is_noticed(office: Office) -> None:
    """The file alone rolled back: the sealed head names an entry the file does not hold."""
    office.desk.close()
    yesterday = (office.path / "desk.db").read_bytes()
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
    office.client()
    office.desk.close()
    (office.path / "desk.db").write_bytes(yesterday)
    with pytest.raises(VaultError) as refused:
        open_vault(office.path, BOSS, PASSPHRASE, office.around)
    assert refused.value.code == "vault.entries_missing"
    problems = verify_vault(office.path, BOSS, PASSPHRASE, office.around)
    assert [problem.what for problem in problems] == ["entries_missing"]


def test_the_chain_of_the_book_holds_from_the_first_line(office: Office) -> None:
    office.client()
    lines = office.desk.book.history(limit=1000)
    assert first_break(reversed(lines)) is None
    assert lines[-1].act == "vault_created"


def test_the_clock_set_back_is_noted_in_the_book(office: Office) -> None:
    """E3."""
    office.client()
    office.clock.tick(hours=-5)
    office.client(date(2014, 1, 1))
    assert office.desk.book.history(limit=1)[0].facts["clock_behind"] is True


def test_a_check_goes_on_to_its_end_or_ends_at_the_step_where_somebody_stops_it(
    office: Office,
) -> None:
    for year in range(3):
        decline_on_screen(office.desk, office.client(date(2015 + year, 1, 1)), "García María")
    asked: list[int] = []

    def until(step: int) -> Callable[[], bool]:
        asked.clear()
        return lambda: asked.append(1) or len(asked) < step  # type: ignore[func-returns-value]

    assert office.desk.book.verify(until(10_000)) == ()
    steps = len(asked)
    assert steps > 3, "asked between the papers too"
    for step in range(1, steps + 1):
        with pytest.raises(VaultError) as stopped:
            office.desk.book.verify(until(step))
        assert (stopped.value.code, len(asked)) == ("verify.stopped", step)


def test_why_names_an_open_setting_until_somebody_confirms_it(office: Office) -> None:
    assert office.desk.book.law_row("DT-4.2").setting == "consent.late_minor"
    office.desk.book.change_setting(
        "consent.late_minor", "too_late", "DSHS by telephone", date(2026, 11, 20), confirmed=True
    )
    assert office.desk.book.law_row("DT-4.2").setting == ""


def test_why_shows_the_law_of_today_and_not_a_row_entered_ahead(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date(2026, 11, 20)
    today = tables.row("DT-1.1", day)
    coming = replace(today, what="Another rule.", since=office.desk.today() + timedelta(1))
    monkeypatch.setattr(tables, "_timelines", lambda: tables._lines([today, coming]))
    assert office.desk.book.law_row("DT-1.1").what == today.what
    assert office.desk.book.law_tables() == (1, today.since)
    office.clock.tick(hours=24)
    assert office.desk.book.law_row("DT-1.1").what == "Another rule."
    assert office.desk.book.law_row("DT-1.1", coming.since).what == "Another rule."
    assert office.desk.book.law_row("DT-1.1", coming.since - timedelta(1)).what == today.what
    assert office.desk.book.law_row("DT-1.1", date(1950, 1, 1)).what == today.what
    assert office.desk.book.law_tables() == (1, coming.since)


def test_why_answers_with_the_row_and_its_basis(office: Office) -> None:
    row = office.desk.book.law_row("DT-1.1")
    assert "161.007" in row.citation
    assert row.said("en").startswith("Under 18, nothing on file")
    assert row.said("es").startswith("Menor de 18 años, sin nada registrado")
    assert row.said("fr") == row.what
    with pytest.raises(RefusedError):
        office.desk.book.law_row("E1")
