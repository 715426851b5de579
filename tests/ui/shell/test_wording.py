"""The voice: one sentence for a code, days said aloud, in both languages."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from immtrac_desk.errors import DeskError
from immtrac_desk.sayings import LANGUAGES, Sayings
from ui.wording import DOOR, PAGES, Wording

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "long", "short", "weekday"),
    [
        ("en", "22 November 2026", "22 Nov 2026", "Sunday, 22 November"),
        ("es", "22 de noviembre de 2026", "22 nov 2026", "Domingo 22 de noviembre"),
    ],
)
def test_days_are_said_in_the_language(language: str, long: str, short: str, weekday: str) -> None:
    words = Wording(language)
    assert (words.long_date(DAY), words.short_date(DAY)) == (long, short)
    assert words.weekday_date(DAY) == weekday


def test_a_moment_has_its_clock() -> None:
    assert Wording().moment(datetime(2026, 11, 22, 7, 58)) == "22 Nov 2026, 07:58"  # noqa: DTZ001


def test_the_voice_turns_at_once() -> None:
    words = Wording()
    words.use("es")
    assert words.say("action.clients") == "Clientes"
    words.use("xx")
    assert words.language == "es"


def test_a_refusal_is_filled_with_its_facts() -> None:
    assert "90 seconds" in Wording().refusal(DeskError("vault.locked_out", seconds=90))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_hangs_on_a_sentence_of_the_door_stands_on_its_page(language: str) -> None:
    door = Sayings.of_page(language, PAGES / language / DOOR)
    whole = Sayings.load(language, PAGES)
    for code in whole.codes():
        if door.has(code) or door.has(code.rpartition(".")[0]):
            assert door.has(code), code
            assert door.say(code) == whole.say(code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_is_enough_until_a_room_speaks(language: str) -> None:
    voice = Wording(language)
    assert voice.say("lock.title") != "lock.title"
    assert not voice.has("lock.open.no_such_tip")
    assert not voice._sayings
    assert voice.say("today.drafts") != "today.drafts"
    assert set(voice._sayings) == {language}
