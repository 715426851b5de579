"""Every code that an act around consents may say has its sentence in both languages."""

import ast
from collections.abc import Iterator
from datetime import date

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.law.tables import rows
from immtrac_desk.sayings import LANGUAGES, Sayings
from tools.house import SourceFile, source_files

RAISERS = {"RefusedError", "InputError", "DeskError", "Finding"}
ROOMS = ("immtrac_desk.services", "immtrac_desk.paperwork", "immtrac_desk.desk")
FILES = [file for file in source_files("immtrac_desk") if file.name.startswith(ROOMS)]
SAID_BY_TABLES = {
    "document.in_error",
    "document.invalidated",
    "document.replaced",
    "affirm.conflict",
    "affirm.deceased",
    "undo.of_undo",
    "undo.already",
    "code.practice",
    "code.other_vault",
    "begin.already_consented",
    *(f"begin.{note}" for row in rows(date.max) if row.id.startswith("DT-1.")
      for note in row.words("notes")
      if not row.text("form")),
}  # fmt: skip


def calls(file: SourceFile, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def constant(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def codes() -> set[str]:
    found = set(SAID_BY_TABLES)
    for file in FILES:
        for call in calls(file, RAISERS):
            named = [word.value for word in call.keywords if word.arg == "code"]
            found.add(constant(call.args[0] if call.args else (named or [None])[0]))
    return found - {""}


def acts() -> set[str]:
    entered = {
        constant(call.args[1]) for file in FILES for call in calls(file, {"entry"}) if call.args[1:]
    }
    lines = {
        constant(call.args[0]) for file in FILES for call in calls(file, {"_line"}) if call.args
    }
    return ({kind.value for kind in ActKind} | entered | lines) - {""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_said(language: str) -> None:
    sayings = Sayings.load(language)
    assert len(codes()) > 80
    assert sorted(code for code in codes() if not sayings.has(code)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_book_has_its_name(language: str) -> None:
    sayings = Sayings.load(language)
    assert {"printed", "reprinted", "override_used", "consent_granted"} <= acts()
    assert sorted(act for act in acts() if not sayings.has(f"audit.{act}")) == []


def test_both_languages_ask_for_the_same_facts() -> None:
    english, spanish = Sayings.load("en"), Sayings.load("es")
    differing = {code for code in codes() if english.holes(code) != spanish.holes(code)}
    assert differing == set()
