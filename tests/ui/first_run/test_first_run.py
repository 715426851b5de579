"""The first run: everything asked, nothing preset, the code printed and typed back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pypdfium2
import pytest

from immtrac_desk.bootstrap import Surroundings
from immtrac_desk.desk import Desk
from tests.office import BOSS, CHEAP, PASSPHRASE, Clock, open_office
from tests.ui.at_once import at_once
from ui.presenters.first_run import (
    Answers,
    FirstRunPresenter,
    FirstRunState,
    Page,
    Restore,
    missing_answers,
)
from ui.presenters.shell_doors import Doors


@dataclass
class Newcomer:
    """Somebody before a fresh machine."""

    home: Path
    shown: list[FirstRunState] = field(default_factory=list)
    entered: list[tuple[Desk, Path]] = field(default_factory=list)

    def __post_init__(self) -> None:
        doors = Doors(Surroundings(clock=Clock(), cost=CHEAP))
        self.run = FirstRunPresenter(
            doors,
            at_once,
            self.shown.append,
            lambda desk, place: self.entered.append((desk, place)),
        )

    @property
    def answers(self) -> Answers:
        return Answers(
            clinic="Oak Street Clinic",
            registered=True,
            staff_name=BOSS,
            passphrase=PASSPHRASE,
            again=PASSPHRASE,
            place=str(self.home / "vault"),
            backup_folder=str(self.home / "copies"),
        )

    @property
    def refused(self) -> list[tuple[str, str]]:
        return [(error.field, error.code) for error in self.run.state.refused]


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Newcomer]:
    made = Newcomer(tmp_path)
    yield made
    made.run.abandon()
    for desk, _ in made.entered:
        desk.close()


def test_it_begins_with_a_welcome_and_presets_nothing(newcomer: Newcomer) -> None:
    assert newcomer.run.state.page is Page.WELCOME
    assert Answers().registered is None


def test_an_empty_form_says_beside_each_field_what_it_wants(newcomer: Newcomer) -> None:
    newcomer.run.create(Answers())
    assert [name for name, _ in newcomer.refused] == [
        "clinic",
        "registered",
        "staff_name",
        "passphrase",
        "place",
        "backup_folder",
    ]
    assert list(newcomer.home.iterdir()) == []


def test_yes_and_no_are_both_answers(newcomer: Newcomer) -> None:
    for registered in (True, False):
        assert missing_answers(replace(newcomer.answers, registered=registered)) == ()


def test_a_copy_inside_the_vault_s_folder_is_refused(newcomer: Newcomer) -> None:
    inside = str(newcomer.home / "vault" / "copies")
    newcomer.run.create(replace(newcomer.answers, backup_folder=inside))
    assert newcomer.refused == [("backup_folder", "first_run.backup_inside")]


def test_two_different_passphrases_are_refused(newcomer: Newcomer) -> None:
    newcomer.run.create(replace(newcomer.answers, again="another one entirely"))
    assert newcomer.refused == [("again", "passphrase.differs")]


def test_a_weak_passphrase_is_refused_and_nothing_is_left_behind(newcomer: Newcomer) -> None:
    newcomer.run.create(replace(newcomer.answers, passphrase="short", again="short"))
    assert newcomer.refused == [("passphrase", "passphrase.short")]
    assert not (newcomer.home / "vault" / "slots").exists()


def test_a_folder_with_a_vault_in_it_is_left_alone(newcomer: Newcomer, tmp_path: Path) -> None:
    office = open_office(tmp_path, verified=False)
    before = (office.path / "slots").read_bytes()
    newcomer.run.create(replace(newcomer.answers, place=str(office.path)))
    assert newcomer.refused == [("place", "vault.exists")]
    assert (office.path / "slots").read_bytes() == before
    office.desk.close()


def test_a_good_form_makes_the_vault_and_shows_the_code_once(newcomer: Newcomer) -> None:
    newcomer.run.create(newcomer.answers)
    assert newcomer.run.state.page is Page.CODE
    assert len(newcomer.run.state.code.replace("-", "")) == 28
    assert newcomer.entered == []


def test_the_code_is_on_the_printed_page(newcomer: Newcomer) -> None:
    newcomer.run.create(newcomer.answers)
    page = pypdfium2.PdfDocument(newcomer.run.sheet("es"))[0].get_textpage().get_text_bounded()
    for group in newcomer.run.state.code.split("-"):
        assert group in page


def test_a_wrong_last_group_keeps_the_door_shut(newcomer: Newcomer) -> None:
    newcomer.run.create(newcomer.answers)
    newcomer.run.type_back(newcomer.run.state.code[:4])
    assert newcomer.refused == [("last_group", "recovery.last_group")]
    assert newcomer.entered == []


@pytest.mark.parametrize("spell", [str.lower, str.upper, lambda t: f" {t[:2]} {t[2:]}-"])
def test_the_last_group_opens_the_desk_however_it_is_spelled(
    newcomer: Newcomer, spell: Callable[[str], str]
) -> None:
    newcomer.run.create(newcomer.answers)
    newcomer.run.type_back(spell(newcomer.run.state.code[-4:]))
    ((desk, place),) = newcomer.entered
    assert (desk.actor.name, desk.clinic, place) == (
        BOSS,
        "Oak Street Clinic",
        newcomer.home / "vault",
    )
    assert desk.book.setting("backup.folder") == str(newcomer.home / "copies")
    assert newcomer.run.state.code == ""


def test_closing_half_way_closes_the_vault(newcomer: Newcomer) -> None:
    newcomer.run.create(newcomer.answers)
    newcomer.run.abandon()
    again = Doors(Surroundings(clock=Clock(), cost=CHEAP))
    desk = again.open(newcomer.home / "vault", BOSS, PASSPHRASE)
    assert desk.actor.name == BOSS
    desk.close()


def test_the_practice_clinic_is_one_step_and_is_practice_for_ever(newcomer: Newcomer) -> None:
    newcomer.run.practise(newcomer.home / "practice")
    desk, place = newcomer.entered.pop()
    assert desk.practice
    assert desk.people.find("a") != ()
    desk.close()
    newcomer.run.practise(place)
    assert newcomer.entered[0][0].practice


def test_a_copy_is_restored_into_a_new_folder_and_opened(
    newcomer: Newcomer, tmp_path: Path
) -> None:
    office = open_office(tmp_path, verified=False)
    client = office.client()
    copy = office.desk.book.back_up().path
    office.desk.close()
    asked = Restore(source=str(copy), place=str(tmp_path / "new"), name=BOSS, passphrase=PASSPHRASE)
    newcomer.run.restore(asked)
    assert newcomer.run.state.error is None
    assert [m.id for m in newcomer.entered[0][0].people.find("garcia")] == [client.id]


def test_something_that_is_no_copy_is_refused_in_words(newcomer: Newcomer) -> None:
    wrong = newcomer.home / "holiday.jpg"
    wrong.write_bytes(b"\xff\xd8")
    asked = Restore(
        source=str(wrong), place=str(newcomer.home / "new"), name=BOSS, passphrase=PASSPHRASE
    )
    newcomer.run.restore(asked)
    assert newcomer.run.state.error is not None
    assert newcomer.run.state.error.code == "backup.not_ours"
    assert not (newcomer.home / "new").exists()


def test_a_restore_asks_for_everything_first(newcomer: Newcomer) -> None:
    newcomer.run.restore(Restore())
    assert [name for name, _ in newcomer.refused] == ["source", "place", "name", "passphrase"]
