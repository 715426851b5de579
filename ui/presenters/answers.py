"""What came back, as a list of things to do: whose work each is, where it leads, what mended it."""

from typing import TYPE_CHECKING

from immtrac_desk.desk.registry_pictures import Owner
from immtrac_desk.domain.answer import ItemState
from immtrac_desk.domain.client import ClientMatch
from immtrac_desk.domain.ids import AnswerItemId, ClientId, DoseId
from immtrac_desk.domain.rights import may
from ui.presenters.answer_words import (
    ItemSaid,
    about_words,
    by_words,
    dose_words,
    grave_words,
    meaning_words,
    said,
)
from ui.presenters.dose_words import short_line
from ui.presenters.leads import Way, way
from ui.presenters.table_row import TableRow, loud
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.registry_pictures import AnswerCounts, ItemLine

LETTERS = 16
"""What a row has room for of a vaccine's name, beside the day."""

SHOWS = ("open", "done", "hidden", "all")
EVERYBODY = ""
OWNERS = (
    "desk",
    "nurse",
    "data-staff",
    "office-manager",
    "dshs",
    "owner-organization",
    "review",
)
"""Whose work may be on the list, in the order of the table; nobody's is hidden."""
BY_HAND = ("hand", "email_dshs")
IN_PLACE = ("match", "note", "dshs")
"""Leads that are done beside the list itself."""


class AnswersPresenter:
    """Items are read page by page, as the table asks for them."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self.desk, self.tr = desk, tr
        self.show, self.owner = SHOWS[0], EVERYBODY
        self.counts: AnswerCounts = desk.answers.counts()
        self._seen: dict[str, ItemLine] = {}

    @property
    def may_take(self) -> bool:
        return may(self.desk.actor.role, "take_answer")

    @property
    def may_close(self) -> bool:
        return may(self.desk.actor.role, "close_answer")

    @property
    def mixed(self) -> bool:
        """Whether rows of several states are shown, so that each must say its own."""
        return self.show not in (SHOWS[0], SHOWS[2])

    def first_of(self, answer_id: str) -> str:
        """The key of the first row that was read of an answer; "" where it left nothing to do."""
        seen = self._seen.items()
        return next((key for key, line in seen if line.answer.id == answer_id), "")

    def read(self) -> None:
        """Count anew; the rows are read as they are shown."""
        self.counts = self.desk.answers.counts()
        self._seen = {}

    @property
    def any(self) -> bool:
        """Whether anything ever came back."""
        counts = self.counts
        return bool(sum(counts.open.values()) or counts.hidden or counts.mended or counts.closed)

    def rows(self, offset: int, limit: int) -> list[TableRow]:
        """So many rows from an offset on."""
        found = self._page(offset, limit)
        self._seen.update({line.item.id: line for line in found})
        return [self._row(line) for line in found]

    def owner_words(self) -> tuple[tuple[str, str], ...]:
        """Every owner who has something open, with how much; everybody first."""
        tr, open_by = self.tr, {o.value: n for o, n in self.counts.open.items()}
        listed = [one for one in OWNERS if open_by.get(one)]
        every = (EVERYBODY, tr.say("answers_page.everybody", count=sum(open_by.values())))
        return (
            every,
            *(
                (one, f"{tr.say(f'response_owner.{one}')} · {open_by[one]}")
                for one in dict.fromkeys([*listed, *([self.owner] if self.owner else [])])
                if one in open_by
            ),
        )

    def count_words(self) -> str:
        """How much is hidden and how much was mended: the count stays (DT-24.4)."""
        counts = self.counts
        done = counts.mended + counts.closed
        return self.tr.say("answers_page.counts", hidden=counts.hidden, done=done)

    def line(self, key: str) -> "ItemLine | None":
        """The item of a row that was read."""
        return self._seen.get(key)

    def take_in_hand(self, key: str) -> None:
        """Read one item again: only then it leads to the very paper that waits."""
        if key in self._seen:
            self._seen[key] = self.desk.answers.item(AnswerItemId(key))

    def mended(self, key: str) -> str:
        """What to say of an item that was led away to be mended; "" where it is still open."""
        line = self.desk.answers.item(AnswerItemId(key))
        if line.state is not ItemState.MENDED:
            return ""
        return self.tr.say(
            "answers_page.was_mended", which=line.item.code, by=by_words(line, self.tr)
        )

    def said(self, key: str) -> ItemSaid | None:
        line = self._seen.get(key)
        return said(line, self.desk.now(), self.tr) if line is not None else None

    # -- where it leads --------------------------------------------------------------------

    def lead(self, key: str) -> str:
        """The kind of act that mends it; "" where there is none, or it is done."""
        line = self._seen.get(key)
        if line is None or line.state in (ItemState.MENDED, ItemState.CLOSED):
            return ""
        return "" if line.leads_to.kind == "none" else str(line.leads_to.kind)

    def way(self, key: str) -> Way | None:
        """The room in which it is mended; None where it is done beside the list."""
        line, kind = self._seen.get(key), self.lead(key)
        if line is None or not kind or kind in IN_PLACE:
            return None
        lead = line.leads_to
        return way(
            kind,
            client_id=lead.client_id,
            document_id=lead.document_id,
            dose_id=lead.dose_id,
            org_id=lead.organization_id,
            field=FIELDS.get(line.code.action, ""),
        )

    def reopens(self, key: str) -> bool:
        """Whether it was closed by hand: what an act mended is opened by undoing the act."""
        line = self._seen.get(key)
        return line is not None and line.by in BY_HAND

    def find(self, text: str) -> tuple[ClientMatch, ...]:
        """Clients whose item it may be."""
        return self.desk.people.find(text, 8) if text.strip() else ()

    def hint(self, key: str) -> str:
        """What to search a client by: the name that the answer gives, else its number."""
        line = self._seen.get(key)
        return " ".join((line.item.name or line.item.ref).split("^")) if line is not None else ""

    def match_words(self, key: str) -> str:
        """What stands in the way of a match: no number at all, one of nobody's, or the dose."""
        line = self._seen.get(key)
        if line is not None and line.client is not None:
            return "which_dose"
        return "says" if line is not None and line.item.ref else "no_number"

    def doses(self, key: str) -> tuple[tuple[DoseId, str], ...]:
        """The doses of which it may speak, once its client is known."""
        line = self._seen.get(key)
        if line is None or line.client is None:
            return ()
        found = self.desk.doses.of_client(line.client.id)
        return tuple((one.dose.id, short_line(one.dose, one.vaccine, self.tr)) for one in found)

    def match(self, key: str, client_id: str, dose_id: str = "") -> None:
        """Say whose it is: a person's act, never the desk's guess."""
        dose = DoseId(dose_id) if dose_id else None
        self.desk.answers.match(AnswerItemId(key), ClientId(client_id), dose)

    def _page(self, offset: int, limit: int) -> "list[ItemLine]":
        """What is open stands owner by owner; of the rest the newest stands first."""
        if self.owner:
            return self._of(Owner(self.owner), offset, limit)
        if self.show != SHOWS[0]:
            return self._of(None, offset, limit)
        found: list[ItemLine] = []
        for owner in (Owner(one) for one in (*OWNERS, Owner.NONE.value)):
            held = self.counts.open.get(owner, 0)
            if offset < held and len(found) < limit:
                found += self._of(owner, offset, limit - len(found))
            offset = max(offset - held, 0)
        return found

    def _of(self, owner: Owner | None, offset: int, limit: int) -> "list[ItemLine]":
        items = self.desk.answers.items
        return [*items(show=self.show, owner=owner, limit=limit, offset=offset)]

    def _row(self, line: "ItemLine") -> TableRow:
        tr, open_one = self.tr, line.state is ItemState.OPEN
        tone = "bad" if open_one and line.item.severity == "error" else ""
        state, dose = tr.say(f"item_state.{line.state.value}"), dose_words(line, tr, LETTERS)
        return TableRow(
            key=line.item.id,
            cells=(
                line.item.code,
                meaning_words(line.item.code, tr),
                "\n".join(part for part in (about_words(line, tr), dose) if part),
                tr.say(f"response_owner.{line.code.owner.value}"),
                loud(grave_words(line, tr), tone),
                state if open_one else f"✓ {state}",
            ),
        )


FIELDS = {
    "fix_ethnicity": "client.ethnicity",
    "fix_race": "client.race",
    "fix_phone": "client.phone",
    "fix_address": "client.address.street",
    "fix_name": "client.last_name",
    "fix_birth_date": "client.born_on",
    "get_consent": "client.last_name",
}
"""Which field of the client an action speaks of."""
