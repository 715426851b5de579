"""docs/sources.md: every edge case and every open question that the program names is told there."""

import re
from typing import Any

import pytest

from immtrac_desk.settings import table
from tools.house import ROOT, source_files

TOLD = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
LINES = {m[1]: m[0] for m in re.finditer(r"^\| ((?:E|OQ-)\d+) \|.*$", TOLD, re.MULTILINE)}
OPEN = [one for one in table().values() if one.oq]
PAPERS = {one.name for one in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))}


def test_every_edge_case_has_its_line() -> None:
    assert [name for name in LINES if name.startswith("E")] == [f"E{n}" for n in range(1, 36)]


@pytest.mark.parametrize("one", OPEN, ids=lambda one: one.key)
def test_the_open_question_of_a_setting_names_it(one: Any) -> None:
    line = LINES[one.oq]
    assert f"`{one.key}`" in line or f"`{one.key.split('.')[0]}.*`" in line


def test_every_edge_case_and_question_that_the_source_names_is_told() -> None:
    texts = [file.text for file in source_files()]
    named = {name for text in texts for name in re.findall(r"\b(?:E|OQ-)\d{1,2}\b", text)}
    assert named <= set(LINES)


def test_no_source_points_at_a_paper_that_is_not_here() -> None:
    files = [(file.name, file.text) for file in (*source_files(), *source_files("tests", "tools"))]
    files += [(one.name, one.read_text("utf-8")) for one in ROOT.glob("immtrac_desk/**/*.toml")]
    named = {name: re.findall(r"\b[\w-]+\.md\b", text) for name, text in files}
    assert {name: told for name, told in named.items() if not set(told) <= PAPERS} == {}
