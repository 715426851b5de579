"""Form packs: which sheets there are, and which of them the office manager has verified."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.rights import may
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRow:
    """One sheet in words."""

    pack: FormPack
    form: str
    language: str
    under: str
    state: str
    pill: str
    tone: str
    may_verify: bool


class PacksPresenter:
    """A sheet is read before it is verified; that it was is the supervisor's word."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self.practice = desk.practice
        self.may_verify = may(desk.actor.role, "verify_pack") and not desk.practice

    def rows(self) -> tuple[PackRow, ...]:
        return tuple(self._row(pack) for pack in self._desk.papers.packs())

    def pdf(self, pack: FormPack) -> bytes:
        """The sheet as it will be printed; one that nobody verified says so."""
        return self._desk.papers.pack_pdf(pack)

    def verify(self, pack: FormPack) -> str:
        """Verify, by name and day, and say so. Raises RefusedError."""
        self._desk.papers.verify_pack(pack.stock_no, pack.language, pack.revision)
        row = self._row(pack)
        return self._tr.say("pack_page.verified_done", form=row.form, language=row.language)

    def left(self) -> tuple[str, str]:
        """How many sheets wait, and the tone of saying so."""
        if self.practice:
            return self._tr.say("pack_page.not_needed"), "info"
        count = sum(row.pack.verified_on is None for row in self.rows())
        code = {0: "left_0", 1: "left_1"}.get(count, "left_n")
        return self._tr.say(f"pack_page.{code}", count=count), "warn" if count else "good"

    def _row(self, pack: FormPack) -> PackRow:
        pill, tone = self._pill(pack)
        return PackRow(
            pack=pack,
            form=self._tr.say(f"form_name.{pack.stock_no}"),
            language=self._tr.say(f"option.language.{pack.language}"),
            under=self._under(pack),
            state=self._state(pack),
            pill=self._tr.say(f"pack_page.{pill}"),
            tone=tone,
            may_verify=self.may_verify and pack.verified_on is None,
        )

    def _pill(self, pack: FormPack) -> tuple[str, str]:
        if self.practice:
            return "practice", "quiet"
        return ("verified", "good") if pack.verified_on else ("not_verified", "warn")

    def _state(self, pack: FormPack) -> str:
        if self.practice:
            return ""
        if pack.verified_on is None:
            return self._tr.say("pack_page.waits")
        on = self._tr.long_date(pack.verified_on)
        return self._tr.say("pack_page.by", name=pack.verified_by, on=on)

    def _under(self, pack: FormPack) -> str:
        since = self._tr.short_date(pack.effective_from)
        if pack.effective_to is None:
            return self._tr.say("pack_page.revision", revision=pack.revision, since=since)
        until = self._tr.short_date(pack.effective_to)
        return self._tr.say(
            "pack_page.revision_until", revision=pack.revision, since=since, until=until
        )
