"""The surveyor's measures, on small pieces of source."""

from __future__ import annotations

from pathlib import Path

from tools.bars import LIMITS, measures
from tools.house import SourceFile, imported, length, source_files


def source(text: str) -> SourceFile:
    return SourceFile(Path("piece.py"), "house.piece", text)


def test_a_function_is_measured_without_its_docstring() -> None:
    plain = source("def one() -> int:\n    a = 1\n    return a\n")
    told = source(
        'def one() -> int:\n    """Say it.\n\n    At length.\n    """\n    a = 1\n    return a\n'
    )
    assert [length(node) for file in (plain, told) for node in file.functions()] == [3, 3]


def test_methods_and_nested_functions_are_measured() -> None:
    text = "class A:\n    def b(self) -> None:\n        def c() -> None: ...\n        c()\n"
    assert sorted(node.name for node in source(text).functions()) == ["b", "c"]


def test_an_import_inside_a_function_counts() -> None:
    known = frozenset({"house.piece", "house.late", "house"})
    assert imported(source("def f() -> None:\n    from house import late\n"), known) == {
        "house.late"
    }


def test_an_import_of_something_foreign_does_not_count() -> None:
    assert (
        imported(source("import json\nfrom os import path\n"), frozenset({"house"})) == frozenset()
    )


def test_files_are_named_as_they_are_imported(tmp_path: Path) -> None:
    (tmp_path / "house" / "room").mkdir(parents=True)
    for name in ("__init__.py", "room/__init__.py", "room/door.py"):
        (tmp_path / "house" / name).write_text("")
    found = [file.name for file in source_files("house", root=tmp_path)]
    assert found == ["house", "house.room", "house.room.door"]


def test_every_limit_is_measured() -> None:
    assert set(LIMITS) <= {what for what, *_ in measures()}
