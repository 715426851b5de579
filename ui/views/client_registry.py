"""In the client's room: the doses given, and what the registry was seen to have."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.presenters.act_forms import About
from ui.presenters.client_registry import ClientRegistryPresenter, DoseEntry, Reading
from ui.shell.house import House
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layouts import boxed, column, row
from ui.widgets.status_pill import StatusPill
from ui.widgets.words import Button, Said, plain


class OpensForms(Protocol):
    """What these cards ask of the room around them."""

    def open_form(self, form_id: str, about: About, **facts: object) -> None: ...


def registry_cards(
    house: House, room: OpensForms, presenter: ClientRegistryPresenter
) -> tuple[Card, Card]:
    """The two cards of one client, as things stand now."""
    return DosesCard(house, room, presenter), SeenCard(house, room, presenter)


class DosesCard(Card):
    """Every dose with what it waits for."""

    def __init__(self, house: House, room: OpensForms, presenter: ClientRegistryPresenter) -> None:
        super().__init__(space=10)
        self._house, self._room, self._presenter = house, room, presenter
        self.add(Said("registry_seen.doses", role="section"))
        entries = presenter.doses()
        if not entries:
            self.add(Said("registry_seen.no_doses", role="muted"))
        for entry in entries:
            self.add(self._line(entry))
        if presenter.may("save_dose"):
            new = partial(house.go, "dose", client_id=presenter.client_id)
            self.add(_flowing([Button("registry_seen.new_dose", new, kind="link")]))

    def _line(self, entry: DoseEntry) -> QWidget:
        words = column(
            plain(entry.title, role="strong" if entry.open else "body"),
            *([plain(entry.under, role="caption")] if entry.under else []),
            space=0,
        )
        pill = StatusPill(entry.pill, entry.tone)
        top = row(boxed(words), pill, space=8, shares=(1,))
        top.setAlignment(pill, Qt.AlignmentFlag.AlignTop)
        return boxed(column(boxed(top), _flowing(self._links(entry)), space=0))

    def _links(self, entry: DoseEntry) -> list[Button]:
        about = {"dose_id": entry.id, "then_back": True}
        links = [_link("registry_seen.open", partial(self._house.go, "dose", **about), entry)]
        if not self._presenter.may("report_dose"):
            return links
        if entry.open:
            links.append(_link("registry_seen.report", partial(self._report, entry), entry))
        if entry.step is not None:
            links.append(_link("registry_seen.undo", partial(self._undo, entry), entry))
        return links

    def _report(self, entry: DoseEntry) -> None:
        about = About(client_id=self._presenter.client_id, dose_ids=(entry.id,))
        self._room.open_form("report_doses", about, count=1)

    def _undo(self, entry: DoseEntry) -> None:
        assert entry.step is not None
        about = About(client_id=self._presenter.client_id, step_id=entry.step)
        self._room.open_form("undo_dose_step", about)


class SeenCard(Card):
    """The search, the number, and what was read off the schedule, each with its day."""

    def __init__(self, house: House, room: OpensForms, presenter: ClientRegistryPresenter) -> None:
        super().__init__(space=10)
        self._room, self._presenter = room, presenter
        self._enter = partial(house.go, "entry", client_id=presenter.client_id)
        self.add(Said("registry_seen.title", role="section"))
        self.add(_pair("registry_seen.number", presenter.number()))
        self.add(_pair("registry_seen.search", presenter.search_words()))
        for text in (presenter.not_found_words(), *presenter.stops()):
            if text:
                self.add(plain(text, role="caption"))
        readings = presenter.readings()
        if not readings:
            self.add(Said("registry_seen.no_readings", role="muted"))
        for reading in readings:
            self.add(_reading(reading))
        self.how = Said("registry_seen.how", role="caption")
        self.how.hide()
        self.add(_flowing(self._links()), self.how)

    def _links(self) -> list[Button]:
        links = [Button("registry_seen.enter", self._enter, kind="link")]
        if self._presenter.may("note_schedule"):
            links.append(Button("registry_seen.note", self._note, kind="link"))
        return [*links, Button("registry_seen.how_link", self._unfold, kind="link")]

    def _note(self) -> None:
        self._room.open_form("note_schedule", About(client_id=self._presenter.client_id))

    def _unfold(self) -> None:
        self.how.setVisible(self.how.isHidden())


def _reading(reading: Reading) -> QWidget:
    notes = [plain(note, role="caption") for note in reading.notes]
    text = plain(reading.text)
    text.setAccessibleName(f"{reading.head}: {reading.text}")
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return boxed(column(plain(reading.head, role="caption"), text, *notes, space=2))


def _pair(code: str, text: str) -> QWidget:
    return boxed(column(Said(code, role="caption"), plain(text), space=0))


def _link(code: str, press: Callable[[], object], entry: DoseEntry) -> Button:
    button = Button(code, press, kind="link")
    button.setAccessibleName(f"{button.text()}: {entry.title}")
    return button


def _flowing(links: list[Button]) -> QWidget:
    box = QWidget()
    flow = Flow(box, gap=4)
    for link in links:
        flow.addWidget(link)
    return box
