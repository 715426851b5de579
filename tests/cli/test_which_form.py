"""`which-form` on the days that matter, and calls that are wrong."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from immtrac_desk.cli import main
from immtrac_desk.domain.words import Who


def ask(*words: str) -> tuple[int, dict[str, object], str]:
    done = CliRunner().invoke(main, ["which-form", *words, "--json"])
    return done.exit_code, json.loads(done.stdout) if done.exit_code == 0 else {}, done.stderr


@pytest.mark.parametrize(
    ("on", "has", "form", "row"),
    [
        ("2026-03-09", "none", "C-7", "DT-1.1"),
        ("2026-03-10", "none", "F11-13366", "DT-1.3"),
        ("2026-03-11", "none", "F11-13366", "DT-1.3"),
        ("2026-03-09", "minor", None, "DT-1.2"),
        ("2026-03-10", "minor", "F11-13366", "DT-1.4"),
        ("2034-03-09", "minor", "F11-13366", "DT-1.4"),
        ("2034-03-10", "minor", "F11-13366", "DT-1.5"),
        ("2034-03-11", "minor", "F11-13366", "DT-1.5"),
        ("2034-03-11", "adult", None, "DT-1.6"),
    ],
)
def test_which_form_around_the_18th_and_26th_birthdays(
    on: str, has: str, form: str | None, row: str
) -> None:
    code, told, _ = ask("--birth", "2008-03-10", "--on", on, "--has", has)
    assert (code, told["form"], told["row"]) == (0, form, row)
    assert told["citation"]
    assert (told["signer"] is None) == (form is None)


@pytest.mark.parametrize(
    ("intent", "form"),
    [("leave", "C-8"), ("keep-disaster", "F11-12956"), ("copy", "F11-11406")],
)
def test_other_intents_have_their_own_form(intent: str, form: str) -> None:
    assert ask("--birth", "1990-01-01", "--on", "2026-11-22", "--intent", intent)[1]["form"] == form


@pytest.mark.parametrize(
    ("who", "may", "row"),
    [
        ("parent", "yes", "DT-2.1"),
        ("guardian", "yes", "DT-2.2"),
        ("grandparent", "no", "DT-2.5"),
        ("delegate", "override", "DT-2.6"),
        ("foster-parent", "override", "DT-2.8"),
        ("self", "no", "DT-2.9"),
        ("minor-parent", "yes", "DT-2.10"),
        ("emancipated", "refer", "DT-2.11"),
        ("parent-terminated", "no", "DT-2.13"),
    ],
)
def test_who_may_sign_for_a_minor(who: str, may: str, row: str) -> None:
    told = ask("--birth", "2015-05-04", "--on", "2026-11-22", "--as", who)[1]
    assert (told["may_sign"], told["signer_row"]) == (may, row)


@pytest.mark.parametrize("who", [who.value for who in Who])
@pytest.mark.parametrize("birth", ["2015-05-04", "1990-01-01"])
def test_everybody_named_gets_an_answer(who: str, birth: str) -> None:
    code, told, _ = ask("--birth", birth, "--on", "2026-11-22", "--as", who)
    assert code == 0
    assert told["may_sign"] in ("yes", "no", "refer", "override")


@pytest.mark.parametrize(
    "words",
    [
        ("--birth", "2026-11-23", "--on", "2026-11-22"),
        ("--birth", "2026-02-30", "--on", "2026-11-22"),
        ("--birth", "03/10/2008", "--on", "2026-11-22"),
        ("--birth", "20080310", "--on", "2026-11-22"),
        ("--birth", "2008-W10-1", "--on", "2026-11-22"),
        ("--birth", "٢٠٠٨-٠٣-١٠", "--on", "2026-11-22"),
        ("--birth", "2008-03-10"),
        ("--birth", "2008-03-10", "--on", "2026-11-22", "--as", "neighbor"),
        ("--birth", "2008-03-10", "--on", "2026-11-22", "--has", "both"),
    ],
)
def test_a_wrong_call_ends_in_2_with_a_sentence_and_no_traceback(words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, ["which-form", *words])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr
