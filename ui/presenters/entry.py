"""A client's entry card: the registry's screens in their order, each value ready to copy."""

from typing import TYPE_CHECKING

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.domain.rights import may
from ui.presenters import telling
from ui.presenters.history_facts import FactWords
from ui.presenters.ticked_rows import CardRow, Digits, TickedRows
from ui.presenters.why import law_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.entry_pictures import EntryCardPicture, EntryLine, EntryStep

NO_DOCUMENT = DocumentId("")


class EntryPresenter(TickedRows):
    """The card of one client; `read` takes it anew from the desk."""

    def __init__(
        self, desk: "Desk", tr: Wording, client_id: ClientId, document_id: DocumentId = NO_DOCUMENT
    ) -> None:
        super().__init__(desk, "registry_card", client_id)
        self.tr, self.client_id = tr, client_id
        self._document_id = document_id or None
        self.card: EntryCardPicture = desk.entry.card(client_id, self._document_id)
        self._lay()

    def read(self) -> None:
        self.card = self.desk.entry.card(self.client_id, self._document_id)
        self._lay()

    @property
    def may_finish(self) -> bool:
        return may(self.desk.actor.role, "finish_entry")

    def name(self) -> str:
        return self.card.client.name.shown

    def under_name(self) -> str:
        """Born, age, the clinic's number and the registry's."""
        client, tr = self.card.client, self.tr
        born = tr.long_date(client.born_on)
        age = telling.age_words(client.born_on, self.desk.today(), tr)
        said = [tr.say("client_room.born", born=born, age=age)]
        if client.chart_no:
            said.append(tr.say("client_room.numbers", chart=client.chart_no))
        if client.immtrac2_id:
            said.append(tr.say("client_room.immtrac2", number=client.immtrac2_id))
        return " · ".join(said)

    # -- what stands beside the card -------------------------------------------------------

    def findings(self) -> tuple[tuple[str, Finding], ...]:
        """What the registry's search would refuse, in words, and the field that mends it."""
        tr = self.tr
        return tuple(
            (f"{field_words(one.field, tr)}: {tr.say(one.code, **one.facts)}", one)
            for one in self.card.findings
        )

    def code_words(self) -> tuple[str, str, str]:
        """The Texas consent code, what it stands on with its date, and the law behind it."""
        card, tr = self.card, self.tr
        if card.code is None or card.document is None:
            return tr.say("entry_room.no_consent"), tr.say("entry_room.no_consent_says"), ""
        form = tr.say(f"form_name.{card.document.form.value}")
        on = tr.long_date(card.consent_on) if card.consent_on else ""
        said = tr.say("entry_room.consent", form=form, on=on)
        head = card.code.code or tr.say("entry_room.no_code")
        return head, said, law_words(self.desk, card.code.row, tr)

    def alike_lines(self) -> tuple[tuple[ClientId, str], ...]:
        """Others of ours who may be the same person (DT-22): screen 5 asks about them."""
        return tuple(
            (one.match.id, f"{one.match.name.shown} · {self.tr.short_date(one.match.born_on)}")
            for one in self.card.look_alikes
        )

    def stopped_words(self) -> str:
        """Where the last try ended; "" where none is open."""
        last, tr = self.card.stopped_last, self.tr
        if last is None:
            return ""
        facts = FactWords(self.desk, tr).of_act(last.act)
        why = " · ".join(text for _, text in facts)
        on = tr.short_date(last.act.on)
        return tr.say("entry_room.stopped", on=on, who=last.by_name, why=why)

    # -- the rows --------------------------------------------------------------------------

    def _lay(self) -> None:
        digits = Digits()
        self.rows = tuple(
            self._row(step, line, digits) for step in self.card.steps for line in step.lines
        )

    def _row(self, step: "EntryStep", line: "EntryLine", digits: Digits) -> CardRow:
        group = self._group(step, line)
        copies = line.kind == "copy" and bool(line.value)
        return CardRow(
            key=line.key,
            group=group,
            label=field_words(line.field, self.tr),
            value=line.value or self.tr.say("entry_room.nothing"),
            digit=digits.next(group) if copies else 0,
            copies=copies,
            about=f"entry.{step.id}.{line.field}",
        )

    def _group(self, step: "EntryStep", line: "EntryLine") -> str:
        """The screen; of the doses also which page, and which row of the page."""
        words = f"{step.no} {self.tr.say(f'entry_step.{step.id}')}"
        if not step.page:
            return words
        pages = max(one.page for one in self.card.steps)
        words = f"{words} · {self.tr.say('entry_room.page', page=step.page, of=pages)}"
        doses = dict.fromkeys(_dose_of(one) for one in step.lines if _dose_of(one))
        mine = _dose_of(line)
        at = [*doses].index(mine) + 1 if mine else 0
        return f"{words} · {self.tr.say('entry_room.dose', number=at)}" if at else words


def _dose_of(line: "EntryLine") -> str:
    """Which dose a line of the sixth screen is about; "" for a button."""
    return "" if line.field.startswith("button") else line.key.rpartition(".")[2]


def field_words(field: str, tr: Wording) -> str:
    """What a value is called on the card; the client's own fields are called as everywhere."""
    codes = (f"entry_line.{field.partition('.')[0]}", f"field.{field}")
    code = next((one for one in codes if tr.has(one)), "")
    return tr.say(code) if code else field
