"""The papers of the house: every path, verb, option, room and name that they tell of exists."""

import re
from pathlib import Path

import click
import pytest

from immtrac_desk.cli import main
from immtrac_desk.desk import Desk
from tools.house import ROOT, source_files

PAPERS = sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
SHELVES = (ROOT, *(ROOT / one for one in ("immtrac_desk", "immtrac_desk/law", "ui", "forms")))
"""Where a path may begin: the office's rooms are called by their own names."""
MADE = {".venv/bin/immtrac", "out/", "day.json", "dt18.toml"}
"""What the program makes, and the end of a list of tables."""
WORDING = {"en.toml", "es.toml"}
ELSEWHERE = {"AssertionError", "IndexError", "helpers"}
"""Names of other programs, and a name that nothing here has."""
_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w*./-]+/[\w*./-]*|[\w*-]+\.(?:py|toml|md|json|txt|sql|sh|csv)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z_.]*[A-Za-z]")
_VERB = re.compile(r"^    immtrac (.+?)(?:   .*)?$", re.MULTILINE)


def text(paper: Path) -> str:
    return paper.read_text(encoding="utf-8")


def called() -> set[str]:
    """What stands in code quotes."""
    return {one for paper in PAPERS for one in _CODE.findall(text(paper))}


def paths() -> list[str]:
    found = {one.removesuffix("...") for one in called() if _PATH.fullmatch(one)}
    return sorted(found - MADE - WORDING)


@pytest.mark.parametrize("path", paths())
def test_every_path_that_is_named_is_there(path: str) -> None:
    assert any(list(shelf.glob(path.rstrip("/"))) for shelf in SHELVES)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda one: one.name)
def test_every_link_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", text(paper))
    assert [link for link in links if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda one: one.name)
def test_no_paper_points_at_one_that_is_not_here(paper: Path) -> None:
    named = set(re.findall(r"\b[\w-]+\.md\b", text(paper)))
    assert named <= {one.name for one in PAPERS}


def test_every_verb_of_make_is_one() -> None:
    verbs = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    told = {one.split()[1] for one in called() if one.startswith("make ")}
    told |= {m for p in PAPERS for m in re.findall(r"^    make (\w+)", text(p), re.MULTILINE)}
    assert {"run", "test", "bench"} <= told <= verbs


@pytest.mark.parametrize("line", _VERB.findall(text(ROOT / "README.md")))
def test_every_verb_of_the_back_door_is_one_with_these_options(line: str) -> None:
    verb: click.Command = main
    words = line.split()
    while isinstance(verb, click.Group) and not words[0].startswith("--"):
        verb = verb.commands[words.pop(0)]
    options = {name for one in (*verb.params, *main.params) for name in one.opts}
    assert {word for word in words if word.startswith("--")} <= options | {"--help"}


def test_every_verb_in_code_quotes_is_one() -> None:
    told = [one.split()[1:] for one in called() if one.startswith("immtrac ")]
    verbs = {words[0] for words in told if not words[0].startswith("-")}
    assert {"verify", "letters-again"} <= verbs <= set(main.commands)


def test_the_rooms_of_the_desk_are_all_told() -> None:
    [told] = re.findall(r"the counter: (.+?)\n  services/", text(ROOT / "ARCHITECTURE.md"), re.S)
    rooms = {one for one in Desk.__annotations__ if one not in ("corridor", "opened", "shut")}
    assert set(re.findall(r"\w+", told)) == {one for one in rooms if not one.startswith("_")}


def test_every_name_of_the_code_is_in_the_code() -> None:
    files = (*source_files(), *source_files("tools"))
    known = {word for file in files for word in re.findall(r"\w+", file.text)}
    tables = (*ROOT.glob("*.toml"), *ROOT.glob("immtrac_desk/**/*.toml"), ROOT / "Makefile")
    known |= {word for table in tables for word in re.findall(r"\w+", text(table))}
    names = {one for one in called() if _NAME.fullmatch(one)}
    lacking = {one for one in names if not set(one.split(".")) <= known}
    assert {one for one in lacking if not one.startswith("test_")} == ELSEWHERE
