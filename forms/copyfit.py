"""Copyfitting: the roomiest setting that brings a form onto one page, signed beside its text."""

from functools import lru_cache

from forms.blocks import pieces_of
from forms.filling import Filling
from forms.flow import flow, runs
from forms.furniture import head_bottom
from forms.page import Piece
from forms.setting import LADDER, Setting
from forms.signing import contacts
from forms.spec import Contacts, FormSpec, SignatureLine
from forms.wording import Wording, wording


def setting_for(spec: FormSpec, filling: Filling) -> Setting:
    """Return the setting of a sheet.

    It does not depend on what was typed, only on the form, its language and how many lines the
    contacts take: the boxes are as high when they are empty.
    """
    high = sum(piece.height for piece in contacts(filling))
    return _fitting(spec, filling.wording.language, round(high, 2))


@lru_cache(maxsize=64)
def _fitting(spec: FormSpec, language: str, contacts_high: float) -> Setting:
    words = wording(spec, language)
    fits = [(_pages(spec, words, setting, contacts_high), setting) for setting in LADDER]
    for wanted in ((1, 1), (2, 1)):
        for pages, setting in fits:
            if pages == wanted:
                return setting
    return LADDER[-1]


def _pages(
    spec: FormSpec, words: Wording, setting: Setting, contacts_high: float
) -> tuple[int, int]:
    """Return how many pages the form takes, and on which it is signed (from 1)."""
    filling = Filling(words, {}, setting)
    pieces: list[Piece] = []
    signed = 0
    for block in spec.blocks:
        if isinstance(block, Contacts):
            pieces.append(Piece(contacts_high, lambda pen, top: None))
            continue
        signed = len(pieces) if isinstance(block, SignatureLine) else signed
        pieces += pieces_of(block, filling)
    placed = flow(runs(pieces), head_bottom(filling) - 1)
    return placed[-1].page + 1, placed[signed].page + 1
