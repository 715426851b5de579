"""Blank forms: which sheet, in which language, how many; and whether it may be printed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.words import FormKind
from immtrac_desk.errors import InputError
from ui.presenters.packs import PackRow, PacksPresenter
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankChoice:
    """What is to be printed, as chosen."""

    form: FormKind
    language: str
    copies: str = "1"


class BlankFormsPresenter:
    """The sheet is shown before it is printed; what may serve the desk decides."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self._packs = PacksPresenter(desk, tr)
        self.may_print = may(desk.actor.role, "print_blank")

    def pack(self, choice: BlankChoice) -> PackRow | None:
        """The sheet that is in force for the choice."""
        wanted = (choice.form.stock_no, choice.language)
        rows = [r for r in self._packs.rows() if (r.pack.stock_no, r.pack.language) == wanted]
        begun = [r for r in rows if r.pack.effective_from <= self._desk.today()]
        return max(begun, key=lambda r: r.pack.effective_from, default=None)

    def serves(self, row: PackRow | None) -> bool:
        """Whether the sheet may be handed out; the desk asks the same again."""
        if row is None or not self.may_print:
            return False
        needed = bool(self._desk.book.setting("forms.require_verified_pack"))
        return self._desk.practice or not needed or row.pack.verified_on is not None

    def preview(self, pack: FormPack) -> bytes:
        return self._desk.papers.pack_pdf(pack)

    def print_bytes(self, choice: BlankChoice) -> bytes:
        """The copies in one file. InputError beside `copies`; RefusedError `pack.*`."""
        if not choice.copies.strip().isdecimal():
            raise InputError("setting.not_a_number", "copies")
        return self._desk.papers.blank(choice.form, choice.language, int(choice.copies))

    def note_printed(self, choice: BlankChoice, *, taken: bool) -> None:
        """Count the copies as printed, if a printer took them."""
        if taken:
            copies = int(choice.copies)
            self._desk.papers.note_blank_printed(choice.form, choice.language, copies)

    def explain(self, row: PackRow | None) -> str:
        """Why a sheet cannot be printed, or what it is."""
        if row is None:
            return self._tr.say("blanks.no_sheet")
        if not self.may_print:
            return self._tr.say("blanks.no_right")
        if not self.serves(row):
            return self._tr.say("blanks.not_verified")
        return row.under
