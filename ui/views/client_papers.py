"""The right-hand side of a client: what is to do, drafts, documents, people, merged records."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.document import Attachment, Document
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.task import Task
from ui.presenters.act_forms import About
from ui.presenters.client import ClientPresenter, Offer
from ui.presenters.client_registry import ClientRegistryPresenter
from ui.presenters.evidence import EvidencePresenter
from ui.shell.house import House
from ui.views.client_record import RecordCard, ShowsPaper
from ui.views.client_registry import registry_cards
from ui.views.offers import offer_words
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, Said, plain
from ui.wording import tr


class Acts(ShowsPaper, Protocol):
    """What this pane asks of the room around it."""

    def do_offer(self, offer: Offer) -> None: ...
    def open_form(self, form_id: str, about: About, **facts: object) -> None: ...


class ClientPapers(QWidget):
    """Only sections that hold something are shown, but documents and people always are."""

    def __init__(self, house: House, room: Acts) -> None:
        super().__init__()
        self.house, self.room = house, room
        self.cards = QVBoxLayout(self)
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.cards.setSpacing(12)
        self.record: RecordCard | None = None

    def show_file(self, presenter: ClientPresenter) -> None:
        empty(self.cards)
        self.presenter = presenter
        file = presenter.file
        self._card("tasks", [self._task(task) for task in presenter.tasks()])
        self._card("drafts", [self._draft(index) for index in range(len(file.drafts))])
        papers = [self._document(document) for document in file.documents]
        self._card("documents", papers + [self._file(a) for a in file.attachments], "no_documents")
        for card in self._registry(presenter):
            self.cards.addWidget(card)
        self._card("people", [self._person(p) for p in file.responsible], "no_people")
        self._card("merged", [self._merged(client) for client in file.merged])
        evidence = EvidencePresenter(presenter.desk)
        self.record = None
        if evidence.may_give:
            self.record = RecordCard(self.house, self.room, evidence, presenter.id)
            self.cards.addWidget(self.record)

    def stand_at_record(self) -> None:
        """Bring the card of the whole record into sight, with the focus on its first link."""
        if self.record is not None:
            self.record.summary.setFocus()

    def _registry(self, presenter: ClientPresenter) -> tuple[Card, Card]:
        """Doses, and what the registry has."""
        shown = ClientRegistryPresenter(presenter.desk, tr, presenter.id)
        return registry_cards(self.house, self.room, shown)

    def _card(self, code: str, lines: list[QWidget], nothing: str = "") -> None:
        if not lines and not nothing:
            return
        rest = lines or [Said(f"client_room.{nothing}", role="muted")]
        self.cards.addWidget(Card(Said(f"client_room.{code}", role="section"), *rest, space=10))

    # -- lines -----------------------------------------------------------------------------

    def _task(self, task: Task) -> QWidget:
        what, note = self.presenter.task_line(task)
        done = task.closed_at is not None
        noted = (plain(note, role="caption"),) if note else ()
        words = boxed(column(plain(what, role="muted" if done else "body"), *noted, space=0))
        if done or not may(self.house.desk.actor.role, "close_task"):
            return words
        about = About(client_id=self.presenter.id, task_id=task.id)
        press = self._opening("close_task", about)
        return _line(words, _link("client_room.close_task", press, what))

    def _draft(self, index: int) -> QWidget:
        kept = self.presenter.file.drafts[index]
        words = plain(tr.say(f"form_name.{kept.draft.form.value}"))
        press = lambda: self.house.go("consent", draft=kept.draft)  # noqa: E731
        return _line(words, _link("client_room.resume", press, words.text()))

    def _document(self, document: Document) -> QWidget:
        head, under = self.presenter.document_line(document)
        times = self.house.desk.papers.times_printed(document.id)
        if times:
            under = f"{under} · {tr.say(_printed_code(times), times=times)}"
        words = column(plain(head, role="strong"), plain(under, role="caption"), space=0)
        links = []
        if document.digest:
            links.append(_link("client_room.open", lambda: self.open_document(document), head))
            links.append(_link("client_room.reprint", lambda: self._reprint(document), head))
        for offer in self.presenter.document_offers(document):
            links.append(_link(offer_words(offer), self._doing(offer), head))
        return boxed(column(boxed(words), _flowing(links), space=0))

    def _file(self, attachment: Attachment) -> QWidget:
        what = tr.say(f"act_form.attach.whats.{attachment.what}")
        size = f"{max(1, attachment.size // 1024):,} KB"
        words = plain(f"{what} · {size}", role="caption")
        look = _link("client_room.open", lambda: self._open_file(attachment, what), what)
        return _line(words, look)

    def _person(self, person: ResponsiblePerson) -> QWidget:
        said = [person.relation, person.phone if isinstance(person.phone, str) else ""]
        if person.primary:
            said.append(tr.say("client_room.primary"))
        if person.until is not None:
            said.append(tr.say("client_room.until", until=tr.short_date(person.until)))
        under = " · ".join(part for part in said if part)
        return boxed(column(plain(person.name.shown), plain(under, role="caption"), space=0))

    def _merged(self, client: Client) -> QWidget:
        words = plain(f"{client.name.shown} · {tr.short_date(client.born_on)}")
        if not may(self.house.desk.actor.role, "merge"):
            return words
        about = About(client_id=self.presenter.id, other_id=client.id)
        press = self._opening("unmerge", about)
        return _line(words, _link("client_room.unmerge", press, words.text()))

    # -- acts ------------------------------------------------------------------------------

    def _opening(self, form_id: str, about: About) -> Callable[[], None]:
        return lambda: self.room.open_form(form_id, about)

    def _doing(self, offer: Offer) -> Callable[[], None]:
        return lambda: self.room.do_offer(offer)

    def open_document(self, document: Document) -> None:
        """Look at the filed sheet; the look is logged, and a print is counted."""
        title, _ = self.presenter.document_line(document)
        pdf = self.house.desk.papers.pdf(document.id)
        self.room.show_paper(title, pdf, lambda: self._reprint(document))

    def _open_file(self, attachment: Attachment, title: str) -> None:
        self.room.show_paper(title, self.house.desk.papers.attachment(attachment.id))

    def _reprint(self, document: Document) -> None:
        """The same bytes again, logged, and counted once a printer took them."""
        papers = self.house.desk.papers
        if self.house.print_pdf(papers.reprint(document.id)):
            papers.note_printed(document.id)


def _flowing(links: list[Button]) -> QWidget:
    box = QWidget()
    flow = Flow(box, gap=4)
    for link in links:
        flow.addWidget(link)
    return box


def _line(words: QWidget, link: QWidget) -> QWidget:
    return boxed(row(words, link, space=8, shares=(1,)))


def _link(code: str, press: Callable[[], object], about: str) -> Button:
    button = Button(code, press, kind="link")
    button.setAccessibleName(f"{button.text()}: {about}")
    return button


def _printed_code(times: int) -> str:
    return "client_room.printed_once" if times == 1 else "client_room.printed_times"
