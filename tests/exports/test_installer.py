"""The installer's list of FHIR models is what a bundle is made of, no less and no more."""

from __future__ import annotations

import ast
import subprocess
import sys

from tools.house import ROOT

MAKES = """
import importlib.util, sys
from dataclasses import replace
found = importlib.util.spec_from_file_location("told", "tests/exports/test_fhir_check.py")
told = importlib.util.module_from_spec(found)
found.loader.exec_module(told)
from immtrac_desk.exports.fhir_bundle import bundle_bytes
bundle_bytes(replace(told.evidence(), practice=True))
print(*(name for name in sys.modules if name.startswith("fhir.resources.R4B.")))
"""


def listed() -> set[str]:
    """The names in FHIR of installer.spec."""
    tree = ast.parse((ROOT / "installer.spec").read_text(encoding="utf-8"))
    [value] = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == "FHIR"
    ]
    return {
        one.value
        for one in ast.walk(value)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def test_the_list_is_what_a_bundle_loads() -> None:
    """In a process of its own: other tests load other models."""
    done = subprocess.run(
        [sys.executable, "-c", MAKES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {name.rpartition(".")[2] for name in done.stdout.split()} == listed()
