"""What the program names is said, and what is said is named: no code without words, nor back."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from immtrac_desk.sayings import LANGUAGES, Sayings
from immtrac_desk.settings import table
from tools.house import ROOT, source_files

CODE = re.compile(r"[a-z_0-9]+(?:\.[A-Za-z_0-9\-]+)+")
FIELDS = ("client.", "release.", "signer.name", "signer.relation", "signer.who")
"""Names of what is typed, which begin as sentences do."""
FILES = {"record.json", "shell.toml"}
BUILT = ("access_age.", "entity.", "purpose.", "dose_due.")
"""Sentences whose code is put together from a variable and another."""


@cache
def sayings(language: str) -> Sayings:
    return Sayings.load(language, ROOT / "ui" / "i18n")


@cache
def strings() -> dict[str, list[ast.Constant | ast.JoinedStr]]:
    """By file of the street, every text in it, f-strings whole."""
    kinds = (ast.Constant, ast.JoinedStr)
    return {
        file.name: [node for node in ast.walk(file.tree) if isinstance(node, kinds)]
        for file in source_files()
    }


def literals(street: str = "") -> Iterator[str]:
    for name, nodes in strings().items():
        for node in nodes if name.startswith(street) else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@cache
def named() -> frozenset[str]:
    """Every code in the window's source, whole or the beginning of one."""
    heads = {code.split(".")[0] for code in sayings("en").codes()}
    found = {text for text in literals("ui") if CODE.fullmatch(text)}
    found = {text for text in found if text.split(".")[0] in heads}
    return frozenset(one for one in found - FILES - set(table()) if not one.startswith(FIELDS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_the_window_names_has_its_sentence(language: str) -> None:
    known = sayings(language).codes()
    assert len(named()) > 900
    lacking = {code for code in named() if not sayings(language).has(code)}
    assert {code for code in lacking if not any(one.startswith(code) for one in known)} == set()


def patterns() -> re.Pattern[str]:
    """One pattern of every code that an f-string of the source can make."""
    made = set()
    for node in (one for nodes in strings().values() for one in nodes):
        if isinstance(node, ast.JoinedStr):
            fixed = [p.value if isinstance(p, ast.Constant) else None for p in node.values]
            text = "".join(".+" if part is None else re.escape(str(part)) for part in fixed)
            if re.match(r"[a-z_0-9]{3}|\.\+\\?[._a-z]{3}", text) and " " not in text:
                made.add(text)
    # A code's words stand after a stem that is joined to them ("audit." + act).
    stems = {text for text in literals() if re.fullmatch(r"[a-z_.]+\.", text)}
    return re.compile("|".join((*made, *(f"{re.escape(stem)}.+" for stem in stems))))


def test_every_sentence_is_named_somewhere() -> None:
    texts = set(literals())
    for data in (*ROOT.glob("immtrac_desk/**/*.toml"), *ROOT.glob("ui/**/*.toml")):
        if not {"i18n", "words"} & set(data.parts):
            texts |= set(re.findall(r'"([^"\n]*)"', data.read_text(encoding="utf-8")))
    made = patterns()
    idle = (code for code in sayings("en").codes() - texts if not code.startswith(BUILT))
    assert sorted(code for code in idle if not made.fullmatch(code)) == []
