"""The surveyor: reads the source as syntax trees and measures it; it imports none of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STREET = ("ui", "immtrac_desk", "forms")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class SourceFile:
    """One Python file: where it lies, its dotted name, its text."""

    path: Path
    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree; SyntaxError where it has none."""
        return ast.parse(self.text, filename=str(self.path))

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self.text.splitlines())

    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node


def source_files(*folders: str, root: Path = ROOT) -> list[SourceFile]:
    """The Python files under the folders (the street's by default), in the order of their paths."""
    found = []
    for folder in folders or STREET:
        for path in sorted((root / folder).rglob("*.py")):
            parts = list(path.relative_to(root).with_suffix("").parts)
            if parts[-1] == "__init__":
                parts.pop()
            found.append(SourceFile(path, ".".join(parts), path.read_text(encoding="utf-8")))
    return found


def length(function: Function) -> int:
    """Lines from `def` to the last of the body, without the docstring: a promise is not a step."""
    first = function.body[0]
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return total
    return total - ((first.end_lineno or first.lineno) - first.lineno + 1)


def imported(file: SourceFile, known: frozenset[str]) -> frozenset[str]:
    """The known modules this file imports, at its top or inside a function."""
    wanted: set[str] = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Import):
            wanted.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                wanted.add(inner if inner in known else node.module)
    return frozenset(wanted & known) - {file.name}


def import_graph(files: list[SourceFile]) -> dict[str, frozenset[str]]:
    """Module name to the names of the modules it imports, among these files."""
    known = frozenset(file.name for file in files)
    return {file.name: imported(file, known) for file in files}


def circles(graph: dict[str, frozenset[str]]) -> list[list[str]]:
    """Every set of modules that reach each other by their imports; empty in a sound house."""

    def reach(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for name in graph[waiting.pop()] - seen:
                seen.add(name)
                waiting.append(name)
        return seen

    reached = {name: reach(name) for name in graph}
    found = {
        frozenset(other for other in reached[name] if name in reached[other])
        for name in graph
        if name in reached[name]
    }
    return sorted(sorted(circle) for circle in found)
