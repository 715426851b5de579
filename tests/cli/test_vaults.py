"""The verbs for vaults: practice, verify, clients, history, backup, restore."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import open_vault
from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.words import Status
from immtrac_desk.practice import PracticePlan, begin
from immtrac_desk.practice.invented import lists
from tests.cli.conftest import PASSPHRASE, Said

Call = Callable[..., Said]


def statuses(vault: Path) -> set[Status]:
    """What every client of a practice vault shows, asked through the desk."""
    desk = open_vault(vault, None, PASSPHRASE)
    try:
        found = [m for last in lists()["last"] for m in desk.people.find(last)]
        return {desk.people.status(match.id) for match in found}
    finally:
        desk.close()


def test_a_practice_clinic_shows_every_status(practice_vault: Path) -> None:
    assert statuses(practice_vault) == set(Status)


def test_fewer_clients_than_statuses_is_a_wrong_call(call: Call, tmp_path: Path) -> None:
    said = call("practice", "--vault", str(tmp_path / "v"), "--clients", "11")
    assert (said.code, said.out) == (2, "")
    assert not (tmp_path / "v").exists()


def test_the_same_seed_makes_the_same_people(call: Call, tmp_path: Path) -> None:
    names = []
    for place in ("one", "two"):
        vault = str(tmp_path / place)
        assert call("practice", "--vault", vault, "--clients", "12", "--seed", "3").code == 0
        found = call("clients", "--vault", vault, "P-00003").json
        names.append([(one["last_name"], one["birth_date"]) for one in found])
    assert names[0] == names[1] != []


def test_verify_is_good_on_the_vault_and_on_a_copy_elsewhere(
    call: Call, practice_vault: Path, vault_copy: Path
) -> None:
    for vault in (practice_vault, vault_copy):
        said = call("verify", "--vault", str(vault), "--json")
        assert (said.code, said.err) == (0, "")
        assert said.json == {"ok": True, "problems": [], "warnings": []}


@pytest.mark.parametrize("name", ["desk.db", "slots"])
@pytest.mark.parametrize("part", [0.0, 0.5, 0.9999])
def test_verify_names_the_place_of_one_flipped_byte(
    call: Call, vault_copy: Path, name: str, part: float
) -> None:
    target = vault_copy / name
    data = bytearray(target.read_bytes())
    data[int(part * len(data))] ^= 1
    target.write_bytes(data)
    said = call("verify", "--vault", str(vault_copy))
    assert said.code == 1
    assert said.json["ok"] is False
    assert said.json["problems"][0]["file"] == name
    assert said.json["problems"][0]["place"]


def test_a_file_that_is_no_part_of_the_vault_is_told_and_is_no_error(
    call: Call, vault_copy: Path
) -> None:
    (vault_copy / "letter.pdf").write_bytes(b"%PDF-1.7")
    (vault_copy / "old").mkdir()
    said = call("verify", "--vault", str(vault_copy))
    assert (said.code, said.json["ok"], said.json["problems"]) == (0, True, [])
    assert said.json["warnings"] == [
        {"file": name, "place": "folder", "what": "foreign"} for name in ("letter.pdf", "old")
    ]
    assert "letter.pdf lies in the folder" in said.err


def test_junk_beside_a_closed_vault_in_place_of_its_log_is_an_error(
    call: Call, vault_copy: Path
) -> None:
    (vault_copy / "desk.db-wal").write_bytes(b"junk" * 3000)
    said = call("verify", "--vault", str(vault_copy))
    problem = {"file": "desk.db-wal", "place": "header", "what": "log_damaged"}
    assert (said.code, said.json["problems"]) == (1, [problem])
    assert said.json["warnings"] == []
    assert said.err.startswith("1 thing is not as it was left.")
    assert call("clients", "--vault", str(vault_copy), "a").code == 0, "nothing else was touched"


@pytest.mark.parametrize("name", ["slots", "desk.db"])
def test_damage_is_told_in_words_too(call: Call, vault_copy: Path, name: str) -> None:
    data = bytearray((vault_copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (vault_copy / name).write_bytes(data)
    said = call("verify", "--vault", str(vault_copy))
    code = said.json["problems"][0]["what"]
    words = "vault.slots_damaged: The file with the keys" if name == "slots" else "1 thing is not"
    assert (said.code, code) == (1, "vault.slots_damaged" if name == "slots" else "page_damaged")
    assert said.err.startswith(words)
    assert len(said.err.splitlines()) == 1


def _plain(vault: Path) -> None:
    (vault / "desk.db").unlink()
    with sqlite3.connect(vault / "desk.db") as plain:
        plain.execute("CREATE TABLE t (a)")
        plain.executemany("INSERT INTO t VALUES (?)", [("x" * 4000,)] * 9)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_plain, "vault.plain"),
        (lambda vault: (vault / "desk.db").write_bytes(b""), "vault.db_emptied"),
        (lambda vault: (vault / "desk.db").unlink(), "vault.db_missing"),
        (lambda vault: (vault / "slots").unlink(), "vault.slots_missing"),
    ],
)
def test_a_vault_that_cannot_open_ends_in_3_with_its_code(
    call: Call, vault_copy: Path, spoil: Callable[[Path], object], code: str
) -> None:
    spoil(vault_copy)
    opened = call("clients", "--vault", str(vault_copy), "-", lines=(PASSPHRASE, "a"))
    assert (opened.code, opened.out) == (3, "")
    assert opened.err.startswith(f"{code}: ")
    verified = call("verify", "--vault", str(vault_copy))
    assert verified.code == 3
    assert verified.json["problems"][0]["what"] == code


def test_a_wrong_passphrase_changes_only_the_attempts(call: Call, vault_copy: Path) -> None:
    before = {p.name: p.read_bytes() for p in vault_copy.iterdir()}
    said = call("clients", "--vault", str(vault_copy), "a", lines=("not the one at all",))
    after = {p.name: p.read_bytes() for p in vault_copy.iterdir()}
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("vault.wrong_passphrase: ")
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"attempts"}


def test_text_may_be_read_after_the_passphrase(call: Call, practice_vault: Path) -> None:
    by_word = call("clients", "--vault", str(practice_vault), "P-00001")
    by_line = call("clients", "--vault", str(practice_vault), "-", lines=(PASSPHRASE, "P-00001"))
    assert by_word.json == by_line.json != []


def test_a_clients_history_tells_acts_rows_and_digests(call: Call, practice_vault: Path) -> None:
    found = call("clients", "--vault", str(practice_vault), "P-00007").json
    declined = found[0]
    assert declined["status"] == "DECLINED"
    told = call("history", "--vault", str(practice_vault), declined["id"]).json
    acts = [line["act"] for line in told]
    assert acts[0] == "client_added"
    line = next(line for line in told if line["act"] == "consent_declined")
    assert line["row"].startswith("DT-")
    assert len(line["digest"]) == 64
    assert [line["at"] for line in told] == sorted(line["at"] for line in told)


def test_the_history_of_nobody_is_a_wrong_call(call: Call, practice_vault: Path) -> None:
    said = call("history", "--vault", str(practice_vault), "NOBODY")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("client.unknown")


def test_a_folder_that_is_not_there_is_a_wrong_call(call: Call, tmp_path: Path) -> None:
    said = call("clients", "--vault", str(tmp_path / "no"), "a")
    assert said.code == 2
    assert not (tmp_path / "no").exists()


def test_a_backup_is_restored_into_a_new_folder(
    call: Call, vault_copy: Path, tmp_path: Path
) -> None:
    made = call("backup", "--vault", str(vault_copy), "--to", str(tmp_path / "kept"), "--json")
    assert made.code == 0, made.err
    again = str(tmp_path / "again")
    restored = call("restore", "--from", made.json["file"], "--vault", again)
    assert restored.code == 0, restored.err
    assert call("verify", "--vault", again).json["ok"] is True
    twice = call("restore", "--from", made.json["file"], "--vault", again)
    assert twice.code == 2
    assert twice.err.startswith("vault.exists")


def test_a_place_that_will_not_do_is_a_wrong_call(
    call: Call, vault_copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    below = str(tmp_path / "file" / "below")
    there = call("practice", "--vault", str(vault_copy))
    assert (there.code, there.out) == (2, "")
    assert there.err.startswith("vault.exists: ")
    nowhere = call("backup", "--vault", str(vault_copy), "--to", below)
    assert (nowhere.code, nowhere.out) == (2, "")
    assert nowhere.err.startswith("backup.folder_unusable: ")
    for inside in (vault_copy, vault_copy / "copies"):
        beside = call("backup", "--vault", str(vault_copy), "--to", str(inside))
        assert (beside.code, beside.out) == (2, "")
        assert beside.err.startswith("backup.inside (folder): ")
    assert {one.name for one in vault_copy.iterdir()} == {"desk.db", "slots", "attempts"}


def test_more_clients_than_a_screen_holds_are_all_told(call: Call, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    desk = begin(PracticePlan(path=vault, passphrase=PASSPHRASE))
    for number in range(60):
        name = PersonName(last="Quintanilla", first=f"Ana {number}")
        desk.people.save(replace(desk.people.new(), name=name, born_on=date(1990, 1, 1)))
    desk.close()
    assert len(call("clients", "--vault", str(vault), "quintanilla").json) == 60


def test_help_names_every_verb_and_needs_no_vault(call: Call) -> None:
    said = call("--help")
    assert said.code == 0
    for verb in (
        "practice", "verify", "which-form", "sheet", "clients", "history", "backup", "restore",
    ):  # fmt: skip
        assert verb in said.out
