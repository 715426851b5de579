"""The form packs: those built in, with the office manager's verification where it was given."""

from datetime import date

from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.words import FormKind
from immtrac_desk.paperwork.packs import built_in_packs
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.store.unit_of_work import UnitOfWork


def all_packs(uow: UnitOfWork) -> tuple[FormPack, ...]:
    """Return every pack, built in or kept. A verification counts for the bytes that were read."""
    kept = {_key(pack): pack for pack in uow.packs.all()}
    mine = tuple(_verified(pack, kept.pop(_key(pack), None)) for pack in built_in_packs())
    return (*mine, *kept.values())


def pack_in_force(
    form: FormKind, language: str, on: date, packs: tuple[FormPack, ...]
) -> FormPack | None:
    """Return the one revision that serves for `form` in `language` on `on`, None if none does.

    The latest that has begun; the earliest holds for all earlier days.
    """
    wanted = (form.stock_no, language)
    own = [
        pack
        for pack in packs
        if (pack.stock_no, pack.language) == wanted
        and (pack.effective_to is None or on < pack.effective_to)
    ]
    own.sort(key=lambda pack: pack.effective_from)
    begun = [pack for pack in own if pack.effective_from <= on]
    return begun[-1] if begun else next(iter(own), None)


def serves(pack: FormPack | None, occasion: Occasion) -> bool:
    """True if the pack may be signed: verified, or in a practice vault, where none need be."""
    if pack is None:
        return False
    needed = not occasion.practice and bool(occasion.settings["forms.require_verified_pack"])
    return pack.verified_on is not None or not needed


def _verified(pack: FormPack, kept: FormPack | None) -> FormPack:
    return kept if kept is not None and kept.sha256 == pack.sha256 else pack


def _key(pack: FormPack) -> tuple[str, str, str]:
    return pack.stock_no, pack.language, pack.revision
