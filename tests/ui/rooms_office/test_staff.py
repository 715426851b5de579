"""Staff: added, re-roled, disabled, given passphrases; the recovery code shown once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from immtrac_desk.bootstrap import open_vault
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import VaultError
from tests.journeys.conftest import Counter
from tests.office import BOSS, PASSPHRASE
from tests.ui.rooms_office import desks
from ui.views.member_card import MemberCard
from ui.views.settings import SettingsView
from ui.views.staff_page import StaffPage

NEW = "five gentle otters drift"


@pytest.fixture
def page(counter: Counter) -> StaffPage:
    return staff(counter)


def staff(counter: Counter) -> StaffPage:
    room = counter.go("staff")
    assert isinstance(room, SettingsView)
    assert isinstance(room.page, StaffPage)
    return room.page


def add(counter: Counter, page: StaffPage, name: str, role: Role, phrase: str = NEW) -> None:
    counter.type_in(page.new.name, name)
    page.new.role.set_value(role.value)
    counter.type_in(page.new.passphrase, phrase)
    counter.type_in(page.new.again, phrase)
    page.new.button.click()
    counter.settle()


def card_of(page: StaffPage, name: str) -> MemberCard:
    return next(card for card in page.cards if card.member.name == name)


def opens(counter: Counter, name: str, phrase: str) -> bool:
    """Whether the closed vault opens for somebody; the window's own desk is closed first."""
    counter.office.desk.close()
    counter.window.idle.rest()
    counter.window.inside = None
    try:
        open_vault(counter.office.path, name, phrase, counter.office.around).close()
    except VaultError:
        return False
    return True


def test_a_member_is_added_and_can_open_the_vault(counter: Counter, page: StaffPage) -> None:
    add(counter, page, "Dan Whitaker", Role.FRONT_DESK)
    assert [c.member.name for c in page.cards] == ["Dan Whitaker", BOSS]
    assert page.new.name.text() == ""
    assert page.new.passphrase.text() == ""
    assert page.new.role.value() is None
    assert opens(counter, "Dan Whitaker", NEW)


def test_what_is_missing_is_said_beside_each_field(counter: Counter, page: StaffPage) -> None:
    page.new.button.click()
    assert page.new.name.findings[0].code == "staff.name_missing"
    assert page.new.role.findings[0].code == "staff_page.role_missing"
    assert page.new.passphrase.findings[0].code == "passphrase.empty"
    counter.type_in(page.new.passphrase, NEW)
    page.new.button.click()
    assert page.new.again.findings[0].code == "passphrase.differs"
    assert len(counter.office.desk.staff.all()) == 1


@pytest.mark.parametrize(
    ("name", "phrase", "code"),
    [("Dan Whitaker", "short one", "passphrase.short"), (BOSS, NEW, "staff.name_taken")],
)
def test_what_the_desk_refuses_loses_nothing_typed(
    counter: Counter, page: StaffPage, name: str, phrase: str, code: str
) -> None:
    add(counter, page, name, Role.AUDITOR, phrase)
    fields = (page.new.name, page.new.passphrase)
    assert [f.findings[0].code for f in fields if f.findings] == [code]
    assert page.new.name.text() == name
    assert page.new.passphrase.text() == phrase


def test_a_role_is_changed_in_place(counter: Counter, page: StaffPage) -> None:
    add(counter, page, "Dan Whitaker", Role.FRONT_DESK)
    card = card_of(page, "Dan Whitaker")
    card.buttons["set_role"].click()
    assert card.role is not None
    card.role.set_value("auditor")
    page.set_role(card, card.role.value() or "")
    assert "auditor" in card._under.text()
    assert {m.name: m.role for m in counter.office.desk.staff.all()}["Dan Whitaker"] is Role.AUDITOR


def test_a_disabled_member_stands_at_the_end_without_keys(
    counter: Counter, page: StaffPage
) -> None:
    add(counter, page, "Dan Whitaker", Role.FRONT_DESK)
    page.disable(card_of(page, "Dan Whitaker"))
    last = page.cards[-1]
    assert last.member.name == "Dan Whitaker"
    assert last.buttons == {}
    assert not opens(counter, "Dan Whitaker", NEW)


def test_nobody_is_offered_to_disable_or_rerole_themself(counter: Counter, page: StaffPage) -> None:
    assert card_of(page, BOSS).buttons == {}


def test_a_supervisor_resets_a_passphrase(counter: Counter, page: StaffPage) -> None:
    add(counter, page, "Dan Whitaker", Role.FRONT_DESK)
    card = card_of(page, "Dan Whitaker")
    card.buttons["reset"].click()
    assert card.passphrase is not None
    counter.type_in(card.passphrase.new, "eight slow barges turn")
    counter.type_in(card.passphrase.again, "eight slow barges turn")
    card.passphrase.submit()
    counter.settle()
    assert card.form.isHidden()
    assert opens(counter, "Dan Whitaker", "eight slow barges turn")


@pytest.mark.parametrize("sit", [None, desks.clerk, desks.auditor])
def test_everybody_changes_their_own_passphrase(
    counter: Counter, sit: Callable[[Counter], None] | None
) -> None:
    if sit is not None:
        sit(counter)
    name, page = counter.office.desk.actor.name, staff(counter)
    counter.type_in(page.own.current, "not this one at all")
    counter.type_in(page.own.new, NEW)
    counter.type_in(page.own.again, NEW)
    page.own.submit()
    counter.settle()
    assert page.own.current.findings[0].code == "vault.wrong_passphrase"
    counter.type_in(page.own.current, PASSPHRASE)
    page.own.submit()
    counter.settle()
    assert page.own.new.text() == ""
    assert opens(counter, name, NEW)


@pytest.mark.parametrize("sit", [desks.clerk, desks.auditor])
def test_others_see_who_works_here_and_change_nobody(
    counter: Counter, sit: Callable[[Counter], None]
) -> None:
    sit(counter)
    page = staff(counter)
    assert len(page.cards) == 2
    assert all(card.buttons == {} for card in page.cards)
    assert not page.new.isVisible()
    assert not page.recovery.isVisible()


def test_a_new_recovery_code_is_shown_printed_and_put_away(
    counter: Counter, page: StaffPage
) -> None:
    page.recovery.make.click()
    assert counter.office.desk.book.history(acts=("recovery_code_made",)) == ()
    page.recovery.now.click()
    counter.settle()
    code = page.recovery.shown.text()
    assert code != counter.office.recovery_code
    assert len(code.replace("-", "").replace(" ", "")) == 28
    page.recovery.print_it.click()
    assert counter.printed[0].startswith(b"%PDF")
    page.recovery.away.click()
    assert page.recovery.shown.text() == ""
    assert page.recovery.shown.accessibleName() == ""
    assert counter.office.desk.book.loud()[0].act == "recovery_code_made"
