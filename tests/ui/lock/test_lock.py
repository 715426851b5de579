"""The lock: the right name and passphrase open; each refusal has its place and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from immtrac_desk.desk import Desk
from immtrac_desk.domain.words import Role
from tests.office import BOSS, CLERK, PASSPHRASE, Office, open_office
from tests.ui.at_once import at_once
from ui.presenters.lock import LockPresenter, LockState, Way
from ui.presenters.shell_doors import Doors

NEW = "nine copper kettles sing"


@dataclass
class Door:
    """A locked office, its presenter, and what it showed."""

    office: Office
    shown: list[LockState] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)

    def __post_init__(self) -> None:
        doors = Doors(self.office.around)
        self.lock = LockPresenter(doors, at_once, self.shown.append, self.desks.append)
        self.lock.stand_before(self.office.path)

    @property
    def codes(self) -> tuple[str, ...]:
        state = self.lock.state
        above = (state.error.code,) if state.error else ()
        return above + tuple(error.code for error in state.refused)


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    office = open_office(tmp_path, verified=False)
    office.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    office.desk.close()
    made = Door(office)
    yield made
    for desk in made.desks:
        desk.close()


def test_the_right_name_and_passphrase_open(door: Door) -> None:
    door.lock.open(BOSS, PASSPHRASE)
    assert [desk.actor.name for desk in door.desks] == [BOSS]
    assert door.codes == ()


def test_a_name_is_found_without_capitals_and_accents(door: Door) -> None:
    door.lock.open("  dan WHITAKER ", PASSPHRASE)
    assert [desk.actor.name for desk in door.desks] == [CLERK]


@pytest.mark.parametrize("name", [BOSS, "Nobody Here"])
def test_a_wrong_passphrase_and_an_unknown_name_say_the_same(door: Door, name: str) -> None:
    door.lock.open(name, "not the passphrase")
    assert door.codes == ("vault.wrong_passphrase",)
    assert door.desks == []


@pytest.mark.parametrize(
    ("name", "word", "codes"),
    [
        ("", "", ("lock.missing.name", "lock.missing.passphrase")),
        ("  ", "x", ("lock.missing.name",)),
        (BOSS, "", ("lock.missing.passphrase",)),
    ],
)
def test_what_is_missing_is_asked_for_before_a_try_is_spent(
    door: Door, name: str, word: str, codes: tuple[str, ...]
) -> None:
    door.lock.open(name, word)
    assert door.codes == codes
    assert not any(state.busy for state in door.shown)


def test_it_is_busy_while_it_opens_and_not_afterwards(door: Door) -> None:
    door.lock.open(BOSS, PASSPHRASE)
    assert any(state.busy for state in door.shown)
    assert not door.lock.state.busy


def test_a_second_press_while_it_opens_does_nothing(tmp_path: Path, door: Door) -> None:
    begun: list[int] = []
    lock = LockPresenter(
        Doors(door.office.around),
        lambda work, done, failed: begun.append(1),
        door.shown.append,
        door.desks.append,
    )
    lock.stand_before(door.office.path)
    lock.open(BOSS, PASSPHRASE)
    lock.open(BOSS, PASSPHRASE)
    assert begun == [1]


def test_a_vault_that_is_open_elsewhere_says_so(door: Door) -> None:
    other = Doors(door.office.around).open(door.office.path, BOSS, PASSPHRASE)
    door.lock.open(BOSS, PASSPHRASE)
    assert door.codes == ("vault.in_use",)
    other.close()


def test_a_missing_folder_says_so(door: Door, tmp_path: Path) -> None:
    door.lock.stand_before(tmp_path / "nowhere")
    door.lock.open(BOSS, PASSPHRASE)
    assert door.codes == ("vault.missing",)
    assert not (tmp_path / "nowhere").exists()


def test_the_printed_code_opens_and_gives_a_new_passphrase(door: Door) -> None:
    door.lock.take(Way.CODE)
    door.lock.recover(door.office.recovery_code, BOSS, NEW, NEW)
    assert [desk.actor.name for desk in door.desks] == [BOSS]
    door.desks.pop().close()
    door.lock.open(BOSS, PASSPHRASE)
    assert door.codes == ("vault.wrong_passphrase",)
    door.lock.open(BOSS, NEW)
    assert len(door.desks) == 1


def test_a_slip_in_the_code_stands_beside_the_code(door: Door) -> None:
    code = door.office.recovery_code
    slip = code[:-1] + ("A" if code[-1] != "A" else "B")
    door.lock.recover(slip, BOSS, NEW, NEW)
    assert [(e.code, e.field) for e in door.lock.state.refused] == [
        ("recovery.check", "recovery_code")
    ]


def test_two_different_new_passphrases_are_refused_beside_the_second(door: Door) -> None:
    door.lock.recover(door.office.recovery_code, BOSS, NEW, NEW + "!")
    assert [(e.code, e.field) for e in door.lock.state.refused] == [("passphrase.differs", "again")]


def test_a_weak_new_passphrase_is_refused_and_the_vault_stays_shut(door: Door) -> None:
    door.lock.recover(door.office.recovery_code, BOSS, "short", "short")
    assert door.codes == ("passphrase.short",)
    assert door.desks == []


def test_the_code_does_not_open_for_somebody_who_is_no_supervisor(door: Door) -> None:
    door.lock.recover(door.office.recovery_code, CLERK, NEW, NEW)
    assert door.codes == ("vault.no_such_supervisor",)


def test_the_other_way_forgets_what_was_said(door: Door) -> None:
    door.lock.open(BOSS, "wrong")
    door.lock.take(Way.CODE)
    assert door.codes == ()
    assert door.lock.state.way is Way.CODE
