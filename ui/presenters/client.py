"""What the room of one client knows: the file, the headline, the acts that can be done now."""

from dataclasses import dataclass, replace

from immtrac_desk.desk import Desk
from immtrac_desk.desk.pictures import ActLine, ClientFile
from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.task import Task
from immtrac_desk.domain.words import Choice, FormKind, Intent, Status
from ui.presenters import telling
from ui.presenters.act_forms import About, form
from ui.presenters.consent_start import refusable
from ui.presenters.headline import Headline, headline
from ui.presenters.history_facts import FactWords
from ui.presenters.why import law_words
from ui.wording import Wording

_RIGHT_OF_ROOM = {"existing": "record_existing", "dose": "save_dose", "entry": "finish_entry"}
"""What one must be allowed to do for an offer that opens a room to stand there."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One act on offer. `form` is a small form; `intent` begins a sheet; `room` opens a room."""

    id: str
    about: About
    form: str = ""
    intent: Intent | None = None
    room: str = ""
    card: bool = False
    """Leads to a card further down in this same room."""
    first: bool = False
    """Among the buttons under the headline; the others stand in the menu."""


class ClientPresenter:
    """One client's file, read again by `read`."""

    def __init__(self, desk: Desk, tr: Wording, client_id: ClientId) -> None:
        self.desk = desk
        self.tr = tr
        self.file: ClientFile = desk.people.file(client_id)

    @property
    def id(self) -> ClientId:
        return self.file.client.id

    @property
    def about(self) -> About:
        return About(client_id=self.id)

    def read(self) -> None:
        self.file = self.desk.people.file(self.id)

    # -- the head --------------------------------------------------------------------------

    def headline(self) -> Headline:
        kept_until = self.desk.people.kept_until(self.file.client.born_on)
        return headline(self.file.client, self.file.standing, kept_until, self.tr)

    def under_name(self) -> str:
        """Born, age, chart number, registry number, former names."""
        client = self.file.client
        age = telling.age_words(client.born_on, self.desk.today(), self.tr)
        born = self.tr.long_date(client.born_on)
        said = [self.tr.say("client_room.born", born=born, age=age)]
        if client.chart_no:
            said.append(self.tr.say("client_room.numbers", chart=client.chart_no))
        if client.immtrac2_id:
            said.append(self.tr.say("client_room.immtrac2", number=client.immtrac2_id))
        if client.former_names:
            names = "; ".join(name.shown for name in client.former_names)
            said.append(self.tr.say("client_room.former", names=names))
        return " · ".join(said)

    def law(self) -> str:
        """Row, basis and mark of the status, for 'why?'."""
        standing = self.file.standing
        return law_words(self.desk, standing.row, self.tr)

    # -- the acts --------------------------------------------------------------------------

    def offers(self) -> tuple[Offer, ...]:
        """Everything this staff member may do to this client now, the likely ones first."""
        record = Offer("whole_record", self.about, card=True)
        found = [*self._paper_offers(), *self._sheet_offers(), *self._note_offers(), record]
        allowed = [offer for offer in found if self._may(offer)]
        firsts = [offer for offer in allowed if offer.first]
        return tuple(firsts + [offer for offer in allowed if not offer.first])

    def _may(self, offer: Offer) -> bool:
        right = form(offer.form).right if offer.form else "record_consent"
        if offer.form == "undo":
            return True
        if offer.card:
            right = "give_record"
        if offer.room:
            right = _RIGHT_OF_ROOM.get(offer.room, "save_client")
        return may(self.desk.actor.role, right)

    def _paper_offers(self) -> list[Offer]:
        """What a signed paper waits for: affirm or send, receipt, confirmation, answer."""
        standing = self.file.standing
        registered = bool(self.desk.book.setting("clinic.registered_provider"))
        offers: list[Offer] = []
        for waiting in standing.to_affirm:
            about = self._of(waiting.document_id)
            if registered:
                frozen = standing.status is Status.CONFLICT
                offers += [] if frozen else [Offer("affirm", about, form="affirm", first=True)]
            elif waiting.sent_on is None:
                offers.append(Offer("send", about, form="send", first=True))
            else:
                offers.append(Offer("confirm_receipt", about, form="confirm_receipt", first=True))
        return offers + self._withdrawal_offers() + self._release_offers()

    def _withdrawal_offers(self) -> list[Offer]:
        offers = []
        for waiting in self.file.standing.open_withdrawals:
            about = self._of(waiting.document_id)
            sent = self._has(ActKind.PAPER_SENT, waiting.document_id)
            if waiting.document_id and not sent:
                offers.append(Offer("send", about, form="send", first=True))
            elif waiting.document_id:
                offers.append(
                    Offer("confirm_withdrawal", about, form="confirm_withdrawal", first=True)
                )
        return offers

    def _release_offers(self) -> list[Offer]:
        open_ones = [
            document
            for document in self.file.documents
            if document.form is FormKind.RELEASE
            and document.choice is Choice.RELEASE
            and not self._has(ActKind.RELEASE_ANSWERED, document.id)
        ]
        return [
            Offer("answer_release", self._of(document.id), form="answer_release", first=True)
            for document in open_ones
        ]

    def _sheet_offers(self) -> list[Offer]:
        """A new sheet for each thing a person may want (DT-1); the law says which form."""
        if self.file.standing.status is Status.DECEASED:
            return [Offer("copy", self.about, intent=Intent.COPY)]
        asked = self.desk.consents.advise(self.file.client, Intent.JOIN).form is not None
        beside = [Offer("refuse", self.about, intent=Intent.JOIN)] * refusable(self.desk, self.file)
        return [
            Offer("join", self.about, intent=Intent.JOIN, first=asked),
            *beside,
            Offer("leave", self.about, intent=Intent.LEAVE),
            Offer("keep-disaster", self.about, intent=Intent.KEEP_DISASTER),
            Offer("copy", self.about, intent=Intent.COPY),
            Offer("existing", self.about, room="existing"),
            Offer("sibling", self.about, room="clients"),
        ]

    def _note_offers(self) -> list[Offer]:
        """What is noted beside the sheets; a dead client needs none of it."""
        offers = [Offer(name, self.about, form=name) for name in ("note_search", "note_responder")]
        if self.file.standing.disagreement:
            offers.insert(
                0, Offer("settle_conflict", self.about, form="settle_conflict", first=True)
            )
        if self.file.standing.status is Status.DECEASED:
            return []
        registry = [
            Offer("new_dose", self.about, room="dose"),
            Offer("enter", self.about, room="entry"),
            Offer("note_schedule", self.about, form="note_schedule"),
        ]
        return [*offers, *registry, Offer("record_death", self.about, form="record_death")]

    def document_offers(self, document: Document) -> tuple[Offer, ...]:
        """What can be done to one document: invalidate it, or replace it."""
        about = self._of(document.id)
        offers = [Offer("invalidate", about, form="invalidate")]
        if document.choice is Choice.GRANT and document.form is not FormKind.DISASTER:
            offers.append(Offer("replace", about, intent=Intent.JOIN))
        gone = self._has(ActKind.DOCUMENT_INVALIDATED, document.id)
        return () if gone else tuple(offer for offer in offers if self._may(offer))

    def acts(self) -> tuple[ActLine, ...]:
        """The time line, newest first; of what was entered together, the later day first."""
        lines = self.file.acts
        return tuple(sorted(lines, key=lambda line: (line.act.at, line.act.on), reverse=True))

    # -- lines -----------------------------------------------------------------------------

    def act_line(self, line: ActLine) -> tuple[str, str, str]:
        """The day, what happened in words, and by whom and when it was entered."""
        act = line.act
        told = self.tr.say(f"audit.{act.kind.value}")
        if act.form is not None:
            told = f"{told} · {self.tr.say(f'form_name.{act.form.value}')}"
        at = telling.moment_words(act.at, self.desk.now(), self.tr)
        by = self.tr.say("client_room.by", who=line.by_name, at=at)
        if line.undone:
            by = f"{by} · {self.tr.say('client_room.undone')}"
        return self.tr.short_date(act.on), told, by

    def fact_words(self, act: Act) -> str:
        """What was typed or chosen when the act was entered: `Result: Found · …`; "" if nothing."""
        facts = FactWords(self.desk, self.tr).of_act(act)
        return " · ".join(f"{label}: {value}" for label, value in facts)

    def document_line(self, document: Document) -> tuple[str, str]:
        """Form, language and choice; signed when and by whom."""
        form_name = self.tr.say(f"form_name.{document.form.value}")
        choice = self.tr.say(f"option.choice.{document.choice.value}")
        language = self.tr.say(f"option.language.{document.language}")
        signed = self.tr.short_date(document.signed_on)
        return f"{form_name} · {choice}", f"{signed} · {document.signer_name} · {language}"

    def task_line(self, task: Task) -> tuple[str, str]:
        """What is to do, or was done and when; and what was noted of it."""
        what = self.tr.say(f"task_name.{task.what}")
        if task.closed_at is None:
            return what, task.note
        at = telling.moment_words(task.closed_at, self.desk.now(), self.tr)
        return self.tr.say("client_room.task_done", what=what, at=at), task.note

    def tasks(self) -> tuple[Task, ...]:
        """Those still to do first, then those that are done, as they were opened."""
        return tuple(sorted(self.file.tasks, key=lambda task: task.closed_at is not None))

    def undo_about(self, line: ActLine) -> About:
        return replace(self.about, act_id=line.act.id)

    def conflict_choices(self) -> tuple[Document, ...]:
        """The documents of which one prevails when a disagreement is settled."""
        wanted = self.file.standing.conflict_documents
        return tuple(document for document in self.file.documents if document.id in wanted)

    def _of(self, document_id: DocumentId | None) -> About:
        return replace(self.about, document_id=document_id or DocumentId(""))

    def _has(self, kind: ActKind, document_id: DocumentId | None) -> bool:
        return any(
            line.act.kind is kind and line.act.document_id == document_id and not line.undone
            for line in self.file.acts
        )
