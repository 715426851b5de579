"""The house rules that a reader would otherwise have to remember."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.house import ROOT, STREET, SourceFile, length, source_files

STREET_FILES = source_files()
WRITTEN = [file for file in STREET_FILES if file.text.strip()]
FUNCTIONS = [(file, node) for file in STREET_FILES for node in file.functions()]
TEST_FILES = [file for file in source_files("tests") if file.path.name.startswith("test_")]
JUNK_DRAWERS = {"utils", "common", "helpers", "misc", "manager", "util", "helper"}
TIMELESS = (
    "immtrac_desk.domain",
    "immtrac_desk.law",
    "immtrac_desk.services",
    "immtrac_desk.store",
    "immtrac_desk.paperwork",
    "immtrac_desk.responses",
    "immtrac_desk.exports",
    "immtrac_desk.figures",
    "immtrac_desk.vaccines",
    "forms",
)
CLOCKS = {
    *("today", "now", "utcnow", "time", "time_ns", "monotonic", "monotonic_ns"),
    *("perf_counter", "perf_counter_ns", "localtime", "gmtime", "ctime"),
}
HANDED_IN = {"occasion", "command", "self", "period", "chart"}
"""What carries a moment that somebody above read from the clock."""

NETWORK = {
    *("socket", "socketserver", "ssl", "select", "selectors", "asyncio", "urllib", "urllib3"),
    *("http", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "xmlrpc"),
    *("requests", "httpx", "aiohttp", "websockets", "webbrowser"),
}
LOCAL_SOCKET = {"QLocalServer", "QLocalSocket"}
"""All that is taken from QtNetwork: one window asks another on the same computer to come up."""

# Written backwards, so that this list does not find itself.
NOT_OURS = tuple(
    word[::-1]
    for word in (
        *("gro.ipyp", "detsohnohtyp", "gro.sjmpn", "yalpmetsys"),
        *("edualc", "ciporhtna", "tpgtahc", "ianepo", "tolipoc", "ledom egaugnal", "tnegabus"),
        *("detareneg-ia", "krow/derahs/", "ngised/derahs"),
    )
)
MACHINE_PATH = re.compile(r"(?<![\w.$}{-])/(?:work|root)/|/home/(?!clerk|\*)\w+/")


def named(file: SourceFile) -> str:
    return str(file.path.relative_to(ROOT))


def tracked_texts() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    ).stdout.split("\0")
    paths = [ROOT / name for name in listed if name] or [file.path for file in STREET_FILES]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8192]]


def test_no_module_is_a_junk_drawer() -> None:
    assert [f.name for f in STREET_FILES if not JUNK_DRAWERS.isdisjoint(f.name.split("."))] == []


def test_a_module_is_at_most_300_lines() -> None:
    assert {file.name: file.lines for file in STREET_FILES if file.lines > 300} == {}


def test_a_function_is_at_most_40_lines() -> None:
    found = ((file.name, node.name, length(node)) for file, node in FUNCTIONS)
    assert [one for one in found if one[2] > 40] == []


def test_a_module_says_in_one_line_which_room_it_is() -> None:
    said = {file.name: ast.get_docstring(file.tree) or "" for file in WRITTEN}
    assert [name for name, text in said.items() if not text.split("\n")[0].endswith(".")] == []


def test_every_function_says_what_it_returns() -> None:
    assert [(file.name, node.name) for file, node in FUNCTIONS if node.returns is None] == []


def test_imports_are_absolute() -> None:
    relative = [
        (file.name, node.lineno)
        for file in STREET_FILES
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_the_office_never_reads_the_clock() -> None:
    read = [
        (file.name, node.lineno)
        for file in STREET_FILES
        if file.name.startswith(TIMELESS)
        for node in clocks_read(file.tree)
    ]
    assert read == []


def clocks_read(tree: ast.AST) -> list[ast.expr | ast.ImportFrom]:
    """Where a tree reads a clock, however it spells the module; a moment handed in is not one."""
    found: list[ast.expr | ast.ImportFrom] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            found.append(node)
        elif isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            base = node.value
            if not (isinstance(base, ast.Name) and base.id in HANDED_IN):
                found.append(node)
    return found


@pytest.mark.parametrize(
    "text",
    [
        *("date.today()", "datetime.date.today()", "dt.datetime.now(UTC)", "datetime.utcnow()"),
        *("time.time()", "from time import monotonic", "clock.monotonic()", "f(key=date.today)"),
    ],
)
def test_a_clock_is_seen_however_it_is_spelt(text: str) -> None:
    assert len(clocks_read(ast.parse(text))) == 1


@pytest.mark.parametrize("text", ["occasion.now", "self.now", "command.now", "birth.on", "time(9)"])
def test_a_moment_that_was_handed_in_is_no_clock(text: str) -> None:
    assert clocks_read(ast.parse(text)) == []


def test_nothing_on_the_street_can_speak_to_a_network() -> None:
    found = {(file.name, name) for file in STREET_FILES for name in lines_out(file.tree)}
    assert found == set()


def lines_out(tree: ast.AST) -> set[str]:
    """The modules and names a tree imports that could reach another computer."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
        else:
            continue
        found |= {name for name in names if name.split(".")[0] in NETWORK}
        found |= {name for name in names if name.startswith("PySide6.QtNetwork.")}
        found |= names & {"PySide6.QtNetwork"} if isinstance(node, ast.Import) else set()
        found |= {name for name in names if name.startswith("PySide6.QtWeb")}
    return found - {f"PySide6.QtNetwork.{name}" for name in LOCAL_SOCKET}


@pytest.mark.parametrize(
    "text",
    [
        *("import socket", "import urllib.request as net", "from http import client"),
        *("from PySide6.QtNetwork import QNetworkAccessManager", "import PySide6.QtNetwork"),
    ],
)
def test_a_line_out_of_the_house_is_seen(text: str) -> None:
    assert lines_out(ast.parse(text)) != set()


def test_the_local_socket_of_the_one_window_is_allowed() -> None:
    assert lines_out(ast.parse("from PySide6.QtNetwork import QLocalServer, QLocalSocket")) == set()


def test_no_file_of_ui_shadows_a_standard_module() -> None:
    names = {path.stem for path in (ROOT / "ui").glob("*.py")} - {"__init__", "__main__"}
    assert names.isdisjoint(sys.stdlib_module_names)


def asserting(file: SourceFile) -> set[str]:
    """The functions of a file that assert, themselves or through another function of the file."""
    said = {"raises", "warns", "fail"}
    nodes = list(file.functions())
    found = {node.name for node in nodes if any(isinstance(n, ast.Assert) for n in ast.walk(node))}
    for _ in nodes:
        for node in nodes:
            called = {
                call.func.attr
                if isinstance(call.func, ast.Attribute)
                else getattr(call.func, "id", "")
                for call in ast.walk(node)
                if isinstance(call, ast.Call)
            }
            if called & (found | said) or any(re.match(r"assert|check|expect", c) for c in called):
                found.add(node.name)
    return found


def test_no_test_without_an_assertion() -> None:
    silent = {
        named(file): sorted(
            {node.name for node in file.functions() if node.name.startswith("test_")}
            - asserting(file)
        )
        for file in TEST_FILES
    }
    assert {name: tests for name, tests in silent.items() if tests} == {}


def test_nothing_that_can_be_run_is_mocked() -> None:
    mocking = re.compile(r"^\s*(?:from|import) (?:unittest\.mock|mock|pytest_mock)\b", re.MULTILINE)
    assert [named(file) for file in TEST_FILES if mocking.search(file.text)] == []


def test_tracked_files_name_no_registry_no_machine_and_no_maker() -> None:
    found = {}
    for path in tracked_texts():
        text = path.read_text(encoding="utf-8", errors="replace").lower()
        words = [word for word in NOT_OURS if word in text]
        words += [match.group() for match in MACHINE_PATH.finditer(text)]
        if words:
            found[str(path.relative_to(ROOT))] = words
    assert found == {}


def test_the_street_is_the_three_packages_of_the_distribution() -> None:
    assert tuple(STREET) == ("ui", "immtrac_desk", "forms")
