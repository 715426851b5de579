"""The table of acts: one id, one key, and words in both languages for each."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from immtrac_desk.domain.words import Role
from immtrac_desk.sayings import LANGUAGES
from ui.shell.actions import ACTIONS, BY_ID, MENUS, for_role
from ui.shell.rooms import ROOMS
from ui.wording import Wording


def test_ids_and_keys_are_given_once() -> None:
    ids = [act.id for act in ACTIONS]
    keys = [act.keys for act in ACTIONS if act.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", ACTIONS, ids=lambda a: a.id)
def test_every_act_has_a_name_and_a_help_line(language: str, act) -> None:  # type: ignore[no-untyped-def]
    words = Wording(language)
    assert words.has(f"action.{act.id}")
    assert words.has(f"action.{act.id}.help")


def test_every_key_is_one_that_qt_knows(qapp: QApplication) -> None:
    for act in ACTIONS:
        if act.keys:
            assert not QKeySequence(act.keys).isEmpty(), act.id


def test_acts_lead_into_rooms_that_exist() -> None:
    rooms = {spec.id for spec in ROOMS}
    assert {act.room for act in ACTIONS if act.room} <= rooms


def test_every_act_stands_in_a_menu() -> None:
    assert {act.menu for act in ACTIONS} == set(MENUS)


def test_an_auditor_is_not_offered_what_writes() -> None:
    offered = {act.id for act in for_role(Role.AUDITOR)}
    assert offered.isdisjoint({"record", "affirm", "withdraw", "new_client", "staff"})
    assert {"find", "history", "print", "lock"} <= offered


def test_a_supervisor_is_offered_everything() -> None:
    assert for_role(Role.SUPERVISOR) == ACTIONS


def test_locking_works_while_the_client_has_the_screen() -> None:
    assert BY_ID["lock"].alone
    assert not BY_ID["find"].alone


def test_every_front_room_has_an_act_of_its_name() -> None:
    assert all(BY_ID[spec.id].room == spec.id for spec in ROOMS if spec.front)
