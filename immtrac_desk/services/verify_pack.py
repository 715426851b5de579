"""Verify a form pack: the office manager has read the sheet, name and day on record (OQ-1)."""

from dataclasses import dataclass, replace

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.document import FormPack
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.packs import all_packs
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyPack:
    """Which sheet was read: stock number, language and revision as printed on it."""

    stock_no: str
    language: str
    revision: str


def verify_pack(command: VerifyPack, uow: UnitOfWork, occasion: Occasion) -> Outcome[FormPack]:
    """Let the pack serve at the counter. Raises RefusedError `pack.unknown`."""
    wanted = (command.stock_no, command.language, command.revision)
    pack = next((p for p in all_packs(uow) if _key(p) == wanted), None)
    if pack is None:
        raise RefusedError("pack.unknown")
    read = replace(pack, verified_by=occasion.actor.name, verified_on=occasion.today)
    uow.packs.put(read)
    line = entry(
        occasion,
        "pack_verified",
        document_digest=read.sha256,
        stock_no=read.stock_no,
        language=read.language,
        revision=read.revision,
    )
    return Outcome(read, (line,), Changes(settings=True))


def _key(pack: FormPack) -> tuple[str, str, str]:
    return pack.stock_no, pack.language, pack.revision
