"""Blank sheets for the counter, the sheet of a pack to be read, and a sample."""

from dataclasses import dataclass

from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.words import FormKind
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.paperwork.answers import letterhead
from immtrac_desk.paperwork.blank import Empty, draw_blank, draw_sample
from immtrac_desk.paperwork.packs import built_in_packs
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.packs import all_packs, pack_in_force, serves
from immtrac_desk.store.unit_of_work import UnitOfWork

MOST_COPIES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """Which blank form, and how many copies in one file."""

    form: FormKind
    language: str
    copies: int = 1


def print_blank(command: Blank, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the copies; nothing is counted before a printer took them (`note_blank_printed`).

    Raises InputError `blank.copies`; RefusedError `pack.none`, `pack.not_verified` (a blank is
    signed at the counter, so its pack must serve there).
    """
    pack = _serving(command, uow, occasion)
    return Outcome(draw_blank(_empty(pack, occasion, verified=True), command.copies))


def note_blank_printed(command: Blank, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Log that a printer took the copies. Raises as `print_blank`."""
    pack = _serving(command, uow, occasion)
    line = entry(
        occasion,
        "blank_printed",
        form=pack.stock_no,
        language=pack.language,
        revision=pack.revision,
        copies=command.copies,
    )
    return Outcome(None, (line,))


def _serving(command: Blank, uow: UnitOfWork, occasion: Occasion) -> FormPack:
    if not 1 <= command.copies <= MOST_COPIES:
        raise InputError("blank.copies", "copies", most=MOST_COPIES)
    packs = all_packs(uow)
    pack = pack_in_force(command.form, command.language, occasion.today, packs)
    if pack is None:
        raise RefusedError("pack.none")
    if not serves(pack, occasion):
        raise RefusedError("pack.not_verified")
    return pack


def pack_sheet(pack: FormPack, occasion: Occasion) -> bytes:
    """Return the sheet of a pack; one that nobody verified says so across itself."""
    return draw_blank(_empty(pack, occasion, verified=pack.verified_on is not None), 1)


def sample_sheet(form: FormKind, language: str, occasion: Occasion) -> bytes:
    """Return the sheet filled for an invented client."""
    pack = pack_in_force(form, language, occasion.today, built_in_packs())
    if pack is None:
        raise RefusedError("pack.none")
    return draw_sample(_empty(pack, occasion, verified=True))


def _empty(pack: FormPack, occasion: Occasion, *, verified: bool) -> Empty:
    return Empty(
        form=FormKind(pack.stock_no),
        language=pack.language,
        revision=pack.revision,
        letterhead=letterhead(occasion.settings),
        practice=occasion.practice,
        not_verified=not verified and not occasion.practice,
    )
