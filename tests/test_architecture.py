"""The floor plan, run with every test: contracts, circles, and one place for the three houses."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tools.house import ROOT, STREET, SourceFile, circles, import_graph, source_files


def test_every_contract_of_the_floor_plan_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    # Its way of setting up logging disables every logger there is, our own among them.
    monkeypatch.setattr("importlinter.cli._configure_logging", lambda verbose: None)
    broken = lint_imports(no_cache=True)
    assert not broken, capsys.readouterr().out


def test_no_circle_of_files() -> None:
    assert circles(import_graph(source_files())) == []


def test_a_circle_is_seen(tmp_path: Path) -> None:
    texts = {
        "one": "from house import two\n",
        "two": "def late():\n    import house.three\n",
        "three": "from house.one import thing\n",
        "four": "import house.one\n",
    }
    files = [SourceFile(tmp_path / f"{n}.py", f"house.{n}", text) for n, text in texts.items()]
    assert circles(import_graph(files)) == [["house.one", "house.three", "house.two"]]


def test_the_three_packages_come_from_one_place() -> None:
    places = {name: importlib.import_module(name).__path__ for name in STREET}
    assert {Path(next(iter(place))).parent for place in places.values()} == {ROOT}


@pytest.mark.parametrize("name", STREET)
def test_a_house_has_its_own_init(name: str) -> None:
    assert (ROOT / name / "__init__.py").is_file()
