"""What refusals may carry: facts by name, each looked at once, none of them a person's."""

from __future__ import annotations

import ast

from tools.house import source_files

ERRORS = {"DeskError", "InputError", "RefusedError", "VaultError"}
HARMLESS = {
    # numbers
    "bytes", "days", "errno", "failures", "found", "high", "known", "least", "length", "limit",
    "low", "megabytes", "megapixels", "most", "read", "sealed", "seconds", "stored", "typed",
    "expected", "given",
    # days of an act of the desk
    "on",
    # words of the program's own
    "citation", "core", "file", "kind", "mark", "part", "place", "program", "right", "role", "row",
    "rule", "state", "table", "values", "what", "written_by",
    # identifiers, and one character by its number and name
    "application", "draft", "run", "character",
}  # fmt: skip
"""Before a name is added here: could its value ever be what somebody typed about a person?"""


def facts_of_errors() -> dict[str, str]:
    """Return each fact's name, and one place that gives it."""
    return {
        keyword.arg: f"{file.name}:{call.lineno}"
        for file in source_files()
        for call in ast.walk(file.tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ERRORS
        for keyword in call.keywords
        if keyword.arg
    }


def test_every_fact_of_a_refusal_was_looked_at() -> None:
    facts = facts_of_errors()
    assert {name: place for name, place in facts.items() if name not in HARMLESS} == {}
    assert len(facts) > 20


def test_a_refusal_begins_with_a_code_and_never_with_a_sentence() -> None:
    """So that no text is put together where names are at hand."""
    built = [
        f"{file.name}:{call.lineno}"
        for file in source_files("immtrac_desk")
        for call in ast.walk(file.tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ERRORS
        and call.args
        for part in ast.walk(call.args[0])
        if isinstance(part, ast.Constant) and " " in str(part.value)
    ]
    assert built == []


def test_nothing_is_printed_or_logged_past_the_log() -> None:
    """The office says things by raising and answering; only the back door writes."""
    spoken = [
        f"{file.name}:{call.lineno}"
        for file in source_files("immtrac_desk", "forms", "ui")
        for call in ast.walk(file.tree)
        if isinstance(call, ast.Call)
        and (
            (isinstance(call.func, ast.Name) and call.func.id in ("print", "pprint", "breakpoint"))
            or (
                isinstance(call.func, ast.Attribute)
                and isinstance(call.func.value, ast.Name)
                and call.func.value.id in ("logging", "warnings", "traceback", "logger", "log")
                and call.func.attr not in ("extract_tb", "catch_warnings", "simplefilter")
            )
        )
        and file.name != "immtrac_desk.logs"
    ]
    assert spoken == []
