"""What the palette offers: acts by their words, clients by their names."""

from __future__ import annotations

import pytest

from ui.presenters.shell_palette import Offer, Palette
from ui.shell.actions import ACTIONS
from ui.wording import Wording

ACTS = (
    Offer("act", "new_consent", "New consent", "Ctrl N"),
    Offer("act", "new_client", "Add a client", ""),
    Offer("act", "withdraw", "Retirar", ""),
    Offer("act", "find", "Búsqueda", ""),
)


def palette(asked: list[str]) -> Palette:
    def find(text: str, most: int) -> tuple[Offer, ...]:
        asked.append(text)
        return (Offer("client", "c1", "García, Ana", "1 Jan 2010"),)

    return Palette(find)


def titles(text: str) -> list[str]:
    return [offer.id for offer in palette([]).offers(text, ACTS)]


def test_nothing_typed_offers_every_act_and_asks_for_nobody() -> None:
    asked: list[str] = []
    assert palette(asked).offers("", ACTS) == ACTS
    assert asked == []


def test_each_typed_word_begins_a_word_of_the_act() -> None:
    assert titles("con ne") == ["new_consent", "c1"]
    assert "new_consent" not in titles("onsent")


def test_accents_and_capitals_do_not_matter() -> None:
    assert titles("BUSQ") == ["find", "c1"]


def test_two_letters_ask_for_clients_too() -> None:
    asked: list[str] = []
    offers = palette(asked).offers(" ga ", ACTS)
    assert asked == ["ga"]
    assert offers[-1].kind == "client"


def test_one_letter_asks_for_nobody() -> None:
    asked: list[str] = []
    palette(asked).offers("g", ACTS)
    assert asked == []


@pytest.mark.parametrize(
    ("language", "typed", "act"),
    [
        ("en", "verify", "packs"),
        ("en", "ink", "print"),
        ("en", "paper", "record_existing"),
        ("en", "form", "new_consent"),
        ("es", "verificar", "packs"),
        ("es", "tinta", "print"),
        ("es", "papel", "record_existing"),
        ("es", "formulario", "new_consent"),
    ],
)
def test_an_act_is_found_by_the_words_people_have_for_it(
    language: str, typed: str, act: str
) -> None:
    words = Wording(language)
    acts = [
        Offer("act", a.id, words.say(f"action.{a.id}"), "", words.say(f"action.{a.id}.also"))
        for a in ACTIONS
        if words.has(f"action.{a.id}.also")
    ]
    assert act in [offer.id for offer in palette([]).offers(typed, acts)]
    assert act not in [offer.id for offer in palette([]).offers(f"{typed} xyzzy", acts)]


def test_what_is_typed_may_also_be_looked_for_in_the_handbook_last_of_all() -> None:
    offered = Palette(lambda *_: (), lambda text: Offer("handbook", text, text, ""))
    assert [one.kind for one in offered.offers(" consent ", ACTS)] == ["act", "handbook"]
    assert offered.offers(" xyzzy ", ACTS)[-1].id == "xyzzy"
    assert all(one.kind == "act" for one in offered.offers("c", ACTS)), "one letter is no word"
