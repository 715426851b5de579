"""Staff: who may come in, as what; the last supervisor stays; the recovery code is loud."""

from __future__ import annotations

import pytest

from immtrac_desk.bootstrap import open_vault, open_with_recovery
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import InputError, RefusedError, VaultError
from tests.office import BOSS, CLERK, PASSPHRASE, Office

NEW = "eleven patient cranes rest"


def test_a_new_clerk_opens_the_vault_under_their_own_name(office: Office) -> None:
    desk = office.as_(CLERK, Role.FRONT_DESK)
    assert (desk.actor.name, desk.actor.role) == (CLERK, Role.FRONT_DESK)


def test_two_people_of_one_name_are_refused(office: Office) -> None:
    with pytest.raises(InputError) as refused:
        office.desk.staff.add("marta  ROBLES", Role.FRONT_DESK, PASSPHRASE)
    assert refused.value.code == "staff.name_taken"


def test_a_weak_passphrase_leaves_nobody_half_added(office: Office) -> None:
    with pytest.raises(InputError):
        office.desk.staff.add(CLERK, Role.FRONT_DESK, "short")
    assert [member.name for member in office.desk.staff.all()] == [BOSS]


def test_the_last_supervisor_can_neither_be_disabled_nor_demoted(office: Office) -> None:
    boss = office.desk.staff.all()[0]
    for act in (
        lambda: office.desk.staff.disable(boss.id),
        lambda: office.desk.staff.set_role(boss.id, Role.FRONT_DESK),
    ):
        with pytest.raises(RefusedError) as refused:
            act()
        assert refused.value.code == "staff.last_supervisor"


def test_one_of_two_supervisors_can_be_disabled_and_no_longer_opens(office: Office) -> None:
    other = office.desk.staff.add(CLERK, Role.SUPERVISOR, PASSPHRASE)
    office.desk.staff.disable(other.id)
    office.desk.close()
    with pytest.raises(VaultError) as refused:
        open_vault(office.path, CLERK, PASSPHRASE, office.around)
    assert refused.value.code == "vault.wrong_passphrase"


def test_front_desk_manages_nobody(office: Office) -> None:
    desk = office.as_(CLERK, Role.FRONT_DESK)
    with pytest.raises(RefusedError) as refused:
        desk.staff.add("Somebody Else", Role.FRONT_DESK, PASSPHRASE)
    assert refused.value.code == "right.missing"


def test_changing_ones_passphrase_needs_the_current_one(office: Office) -> None:
    with pytest.raises(VaultError):
        office.desk.staff.change_passphrase("not the right one at all", NEW)
    office.desk.staff.change_passphrase(PASSPHRASE, NEW)
    office.desk.close()
    office.desk = open_vault(office.path, BOSS, NEW, office.around)
    assert office.desk.actor.name == BOSS


def test_the_printed_code_opens_remakes_the_slot_and_is_loud(office: Office) -> None:
    office.desk.close()
    desk = open_with_recovery(office.path, office.recovery_code, BOSS, NEW, office.around)
    assert [line.act for line in desk.book.loud()] == ["recovery_code_used"]
    desk.book.seen(desk.book.loud()[0].seq)
    assert desk.book.loud() == ()
    desk.close()
    office.desk = open_vault(office.path, BOSS, NEW, office.around)
    assert office.desk.actor.role is Role.SUPERVISOR


def test_the_printed_code_with_a_poor_new_passphrase_leaves_the_file_closed(
    office: Office,
) -> None:
    office.desk.close()
    with pytest.raises(InputError) as refused:
        open_with_recovery(office.path, office.recovery_code, BOSS, "short", office.around)
    assert refused.value.code == "passphrase.short"
    assert {path.name for path in office.path.iterdir()} == {"desk.db", "slots", "attempts"}
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)


def test_the_printed_code_makes_no_clerk_a_supervisor(office: Office) -> None:
    office.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    office.desk.close()
    with pytest.raises(VaultError) as refused:
        open_with_recovery(office.path, office.recovery_code, CLERK, NEW, office.around)
    assert refused.value.code == "vault.no_such_supervisor"
    office.desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)


def test_a_new_code_voids_the_old_paper(office: Office) -> None:
    new = office.desk.staff.new_recovery_code()
    office.desk.close()
    with pytest.raises(VaultError) as refused:
        open_with_recovery(office.path, office.recovery_code, BOSS, NEW, office.around)
    assert refused.value.code == "vault.wrong_recovery"
    office.desk = open_with_recovery(office.path, new, BOSS, NEW, office.around)
    assert office.desk.opened.by_recovery


def test_the_screen_is_given_back_only_to_the_clerks_own_passphrase(office: Office) -> None:
    assert office.desk.staff.unlocks(PASSPHRASE)
    assert not office.desk.staff.unlocks(NEW)
