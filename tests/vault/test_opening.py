"""Opening: by passphrase, by the printed code; a wrong one changes `attempts` and no more."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import FrameType

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from immtrac_desk.errors import VaultError
from immtrac_desk.vault import naming, recovery, safe, slot_changes, staff, stretching
from immtrac_desk.vault.recovery import RecoveryCode
from tests.vault.factory import NAME, NOW, PASSPHRASE, Vault

WRONG = "mustard lanterns under eight bridges"


def refusal(opening: Callable[[], object]) -> VaultError:
    with pytest.raises(VaultError) as caught:
        opening()
    return caught.value


def open_by(vault: Vault, code: RecoveryCode) -> safe.Opened:
    opened = safe.open_by_recovery(vault.folder, code, NOW)
    vault.later.append(opened)
    return opened


def test_the_right_passphrase_opens_the_same_key(vault: Vault) -> None:
    opened = vault.open()
    assert opened.data_key.secret == vault.created.data_key.secret
    assert (opened.vault_id, opened.slot_id) == (vault.created.vault_id, vault.created.slot_id)
    assert (opened.practice, opened.failures, opened.head.seq) == (False, (), 0)
    assert opened.versions == vault.folder.read_slots().versions


def test_opening_changes_nothing_but_attempts(vault: Vault) -> None:
    before = vault.others()
    vault.open()
    assert vault.others() == before


@pytest.mark.parametrize("name", ["INÉS ÑUÑEZ", "ines nunez", " Inés  Ñuñez ", "Ine\u0301s Ñuñez"])
def test_a_name_is_known_without_case_accents_or_spare_spaces(vault: Vault, name: str) -> None:
    assert vault.open(name).slot_id == vault.created.slot_id


def test_without_a_name_the_oldest_slot_is_meant(vault: Vault) -> None:
    slot_changes.add_slot(
        vault.folder,
        vault.created.data_key,
        "Rosa Vidal",
        "sixty paper boats at noon",
        terms=vault.terms,
    )
    assert vault.open(None).slot_id == vault.created.slot_id
    vault.close()
    told = refusal(lambda: vault.open(None, "sixty paper boats at noon"))
    assert told.code == "vault.wrong_passphrase"


def test_a_passphrase_is_the_same_in_every_normal_form(vault: Vault) -> None:
    typed = "ñandú ﬁve quiet bridges ½"
    slot_changes.add_slot(
        vault.folder, vault.created.data_key, "Rosa Vidal", typed, terms=vault.terms
    )
    same = "n\u0303andu\u0301 five quiet bridges 1\u20442"
    assert vault.open("Rosa Vidal", same).slot_id


@pytest.mark.parametrize("passphrase", [WRONG, "", PASSPHRASE + " ", PASSPHRASE.upper(), "\ud800"])
def test_a_wrong_passphrase_changes_attempts_alone(vault: Vault, passphrase: str) -> None:
    before = vault.others()
    told = refusal(lambda: vault.open(passphrase=passphrase))
    assert (told.code, told.facts) == ("vault.wrong_passphrase", {"failures": 1, "seconds": 0})
    assert vault.others() == before
    assert vault.folder.attempts.failures() == (NOW,)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=50))
@example(PASSPHRASE[:-1])
def test_no_other_text_opens(vault: Vault, passphrase: str) -> None:
    vault.folder.attempts.path.write_bytes(b"")
    assert stretching.normal(passphrase) != PASSPHRASE
    assert refusal(lambda: vault.open(passphrase=passphrase)).code == "vault.wrong_passphrase"


def stretched(action: Callable[[], object]) -> int:
    """How often a passphrase was really stretched while `action` ran."""
    count = 0

    def watch(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and frame.f_code is stretching.staff_key.__code__

    sys.setprofile(watch)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


def test_an_unknown_name_is_refused_in_the_same_words_after_the_same_work(vault: Vault) -> None:
    own = naming.bucket(vault.folder.read_slots().salt, NAME)
    names = (f"Nadie {n}" for n in range(10_000))
    unknown = next(n for n in names if naming.bucket(vault.folder.read_slots().salt, n) != own)
    told = []
    work = [
        stretched(lambda name=name: told.append(refusal(lambda: vault.open(name, WRONG))))  # type: ignore[misc]
        for name in (NAME, unknown)
    ]
    assert work == [1, 1]
    assert [one.code for one in told] == ["vault.wrong_passphrase"] * 2
    assert [one.facts["failures"] for one in told] == [1, 2]


def test_a_name_that_shares_the_bucket_and_passphrase_has_no_slot(vault: Vault) -> None:
    salt = vault.folder.read_slots().salt
    own = naming.bucket(salt, NAME)
    twin = next(n for n in (f"Rosa {n}" for n in range(10_000)) if naming.bucket(salt, n) == own)
    assert refusal(lambda: vault.open(twin)).code == "vault.wrong_passphrase"
    slot = slot_changes.add_slot(
        vault.folder, vault.created.data_key, twin, PASSPHRASE, terms=vault.terms
    )
    assert vault.open(twin).slot_id == slot
    vault.close()
    assert vault.open().slot_id == vault.created.slot_id


def test_every_detail_of_a_slot_is_bound_to_its_key(vault: Vault) -> None:
    slots = vault.folder.read_slots()
    place, slot, claim = staff.Place.of(slots), slots.staff[0], staff.Claim(NAME, PASSPHRASE)
    assert staff.try_open(place, slot, claim)
    changed = (
        replace(slot, slot_id="00"),  # type: ignore[arg-type]
        replace(slot, bucket=slot.bucket ^ 1),
        replace(slot, device_check="00"),
        replace(slot, salt=b"x" * 16),
        replace(slot, cost=stretching.Cost(9, 1, 1)),
        replace(slot, wrapped=slot.wrapped[::-1]),
    )
    assert [staff.try_open(place, one, claim) for one in changed] == [None] * 6
    assert staff.try_open(replace(place, vault_id="00"), slot, claim) is None


def test_failures_are_told_to_the_next_who_opens_and_then_forgotten(vault: Vault) -> None:
    for minute in range(3):
        refusal(lambda at=NOW + timedelta(minutes=minute): vault.open(passphrase=WRONG, now=at))  # type: ignore[misc]
    opened = vault.open(now=NOW + timedelta(hours=1))
    assert [moment - NOW for moment in opened.failures] == [
        timedelta(minutes=minute) for minute in range(3)
    ]
    opened.close()
    assert vault.open(now=NOW + timedelta(hours=2)).failures == ()


def test_a_check_that_tells_nobody_leaves_the_failures_for_the_next(vault: Vault) -> None:
    refusal(lambda: vault.open(passphrase=WRONG))
    checked = safe.open_by_passphrase(
        vault.folder, NAME, PASSPHRASE, NOW + timedelta(hours=1), telling=False
    )
    checked.close()
    assert vault.folder.attempts.failures() == (NOW,)
    assert vault.open(now=NOW + timedelta(hours=2)).failures == (NOW,)
    assert vault.folder.attempts.failures() == ()


def test_while_waiting_even_the_right_passphrase_is_not_tried(vault: Vault) -> None:
    for _ in range(5):
        told = refusal(lambda: vault.open(passphrase=WRONG))
    assert told.facts == {"failures": 5, "seconds": 2}
    assert stretched(lambda: refusal(vault.open)) == 0
    waiting = refusal(vault.open)
    assert (waiting.code, waiting.facts) == ("vault.locked_out", {"seconds": 2, "failures": 5})
    assert len(vault.folder.attempts.failures()) == 5
    assert vault.open(now=NOW + timedelta(seconds=2)).slot_id


def test_after_a_hundred_failures_only_the_recovery_code_opens(vault: Vault) -> None:
    for _ in range(100):
        vault.folder.attempts.note(NOW)
    told = refusal(lambda: vault.open(now=NOW + timedelta(days=400)))
    assert told.code == "vault.recovery_only"
    opened = open_by(vault, vault.created.recovery_code)
    assert len(opened.failures) == 100
    opened.close()
    assert vault.open(now=NOW + timedelta(days=400)).slot_id


def test_the_recovery_code_opens_as_nobody(vault: Vault) -> None:
    code = recovery.parse(vault.created.recovery_code.printed.lower())
    opened = open_by(vault, code)
    assert opened.slot_id is None
    assert opened.data_key.secret == vault.created.data_key.secret


def test_another_vaults_code_is_wrong_and_counted(vault: Vault) -> None:
    before = vault.others()
    told = refusal(lambda: open_by(vault, recovery.generate()))
    assert told.code == "vault.wrong_recovery"
    assert vault.others() == before
    assert len(vault.folder.attempts.failures()) == 1


def test_the_recovery_code_never_waits(vault: Vault) -> None:
    for _ in range(20):
        refusal(lambda: open_by(vault, recovery.generate()))
    assert open_by(vault, vault.created.recovery_code).data_key


def test_opening_closes_the_files_to_others_again(vault: Vault) -> None:
    vault.folder.path.chmod(0o755)
    vault.folder.database.chmod(0o644)
    vault.folder.slots.chmod(0o666)
    vault.open()
    modes = {file.stat().st_mode & 0o777 for file in vault.folder.path.iterdir()}
    assert modes == {0o600}
    assert vault.folder.path.stat().st_mode & 0o777 == 0o700


def test_opening_clears_away_what_a_crash_left(vault: Vault) -> None:
    leftover = vault.folder.path / "slots.new"
    leftover.write_bytes(b"half a file")
    refusal(lambda: vault.open(passphrase=WRONG))
    assert leftover.exists()
    vault.open()
    assert not leftover.exists()


def test_what_was_opened_shows_no_key(vault: Vault) -> None:
    opened = vault.open()
    assert repr(opened.data_key.secret) not in repr(opened)
    assert "mustard" not in repr(staff.Claim(NAME, PASSPHRASE))
    assert "Inés" not in repr(staff.Claim(NAME, PASSPHRASE))


def test_a_refusal_names_neither_name_nor_passphrase(vault: Vault) -> None:
    told = refusal(lambda: vault.open(passphrase=WRONG))
    said = f"{told!r} {told} {told.args} {told.facts}"
    assert "mustard" not in said
    assert "Inés" not in said
