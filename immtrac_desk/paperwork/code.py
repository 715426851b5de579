"""The code on a sheet: which paper it is, and whether a desk of this vault printed it."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass

from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.errors import InputError
from immtrac_desk.vault.base32 import tidy

_MARK = "IMMTRAC-DESK/1"
_PRACTICE = "PRACTICE"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCode:
    """What a sheet's QR code says; no person's data."""

    stock_no: str
    language: str
    revision: str
    record_id: DocumentId
    practice: bool


def read_code(text: str, paper_check: Callable[[str], str], practice: bool) -> PaperCode:
    """Return what `text`, scanned or typed, says, once its keyed check was found right.

    The check is read as tolerantly as the recovery code, and compared in constant time.

    Raises InputError `code.not_ours`, `code.practice` (a practice paper at a real desk),
    `code.other_vault` (its check was not made with this vault's key).
    """
    parts = text.strip().split("|")
    is_practice = _PRACTICE in parts
    parts = [part for part in parts if part != _PRACTICE]
    if len(parts) != 6 or parts[0] != _MARK:
        raise InputError("code.not_ours", "code")
    if is_practice is not practice:
        raise InputError("code.practice" if is_practice else "code.other_vault", "code")
    _, stock_no, language, revision, record_id, check = parts
    covered = "|".join((stock_no, language, revision, record_id))
    if not hmac.compare_digest(paper_check(covered).encode(), tidy(check).encode()):
        raise InputError("code.other_vault", "code")
    return PaperCode(
        stock_no=stock_no,
        language=language,
        revision=revision,
        record_id=DocumentId(record_id),
        practice=is_practice,
    )
