"""Every setting, act and state of the office manager's rooms has its words in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import immtrac_desk
from immtrac_desk.domain.rights import RIGHTS
from immtrac_desk.domain.words import Manner, Role
from immtrac_desk.settings import Setting, table
from ui.presenters.help import HelpPresenter
from ui.presenters.history import ACTS
from ui.presenters.settings_pages import PAGES, keys_of
from ui.shell.theme import SIZES, Mode
from ui.wording import Wording

ROOT = Path(__file__).parents[3]
EN, ES = Wording("en"), Wording("es")
BOTH = pytest.mark.parametrize("voice", [EN, ES], ids=["en", "es"])
_WRITTEN = re.compile(r'(?:entry\(\s*occasion,|_line\()\s*"(\w+)"|act = "(\w+)"')


@BOTH
def test_every_setting_has_its_name_its_help_and_its_choices(voice: Wording) -> None:
    wanted = []
    for key, setting in table().items():
        wanted += [f"setting_name.{key}", f"setting_help.{key}"]
        wanted += [f"setting_choice.{key}.{choice}" for choice in _choices(setting)]
        wanted += [f"open_question.{setting.oq}"] if setting.oq else []
    assert [code for code in wanted if not voice.has(code)] == []


def _choices(setting: Setting) -> tuple[str, ...]:
    known = setting.default if isinstance(setting.default, tuple) else ()
    return (*setting.choices, *known)


def test_every_setting_stands_on_exactly_one_page() -> None:
    placed = [key for page in PAGES for key in keys_of(page)]
    assert sorted(placed) == sorted(table())


@BOTH
def test_every_page_and_group_has_its_words(voice: Wording) -> None:
    wanted = [f"settings.{part}.{page}" for page in PAGES for part in ("nav", "page", "about")]
    groups = {group.code for page in PAGES.values() for group in page if group.code}
    wanted += [f"settings.group.{code}" for code in groups]
    wanted += [f"computer.themes.{mode.value}" for mode in Mode]
    wanted += [f"computer.sizes.{size}" for size in SIZES]
    wanted += [f"staff_page.can.{role.value}" for role in Role]
    wanted += [f"{room}.manner.{m.value}" for m in Manner for room in ("documents", "history_room")]
    assert [code for code in wanted if not voice.has(code)] == []


def written_acts() -> set[str]:
    """Every act name that the office's source writes into the book."""
    office = Path(immtrac_desk.__file__).parent
    found: set[str] = set()
    for folder in ("services", "desk"):
        for module in (office / folder).glob("*.py"):
            text = module.read_text(encoding="utf-8")
            found |= {name for pair in _WRITTEN.findall(text) for name in pair if name}
    return found


def test_every_act_that_the_office_writes_is_known_to_the_filter() -> None:
    written = written_acts()
    assert {"setting_changed", "reprinted", "vault_opened"} <= written
    assert written - set(ACTS) == set()


@BOTH
def test_every_act_of_the_book_has_its_words(voice: Wording) -> None:
    assert [act for act in ACTS if not voice.has(f"audit.{act}")] == []


@BOTH
def test_every_right_that_can_be_refused_has_its_words(voice: Wording) -> None:
    refused = [right for right, roles in RIGHTS.items() if roles != frozenset(Role)]
    assert [r for r in refused if not voice.has(f"history_room.right.{r}")] == []


def test_every_licence_on_the_help_page_stands_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    parts = [name.strip() for part, _ in HelpPresenter.licences() for name in part.split(",")]
    assert len(parts) > 15
    assert [name for name in parts if name not in notice] == []
