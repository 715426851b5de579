"""The form of one report of a catalogue: its texts, whether its name was seen, when it came."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from immtrac_desk.errors import InputError
from ui.presenters.catalogue import TEXTS, CataloguePresenter, EntryTyped
from ui.presenters.form_keeper import FormKeeper
from ui.shell.house import House
from ui.views.kept_strip import KeptStrip
from ui.widgets.card import Card
from ui.widgets.checks import Checks
from ui.widgets.choice import Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.framed import Framed
from ui.widgets.layouts import row
from ui.widgets.text_area import TextArea
from ui.widgets.words import Button

if TYPE_CHECKING:
    from immtrac_desk.domain.registry_report import CatalogueEntry

ROOM = "catalogue"
"""Under which half-typed entries are kept."""
_CONFIRMED = "confirmed"


class EntryForm(Card):
    """The form of an entry; `saved` is called once it is kept, `closed` when it is let go."""

    def __init__(
        self,
        house: House,
        presenter: CataloguePresenter,
        entry: "CatalogueEntry",
        shown: tuple[str, ...],
        saved: Callable[[], object],
        closed: Callable[[], object],
    ) -> None:
        super().__init__(margin=14)
        self._presenter, self._entry, self._shown = presenter, entry, shown
        self._saved, self._closed = saved, closed
        parse = house.desk.people.parse_date
        self.kept_strip = KeptStrip(house, self.typing, self._put_back)
        self.name = Field("catalogue_page.name", name="name")
        self.what_for = TextArea("catalogue_page.what_for", name="what_for", lines=2)
        self.sent_by = Field("catalogue_page.sent_by", name="sent_by")
        self.frequency = Field("catalogue_page.frequency", name="frequency")
        self.what_we_do = TextArea("catalogue_page.what_we_do", name="what_we_do", lines=2)
        self.received = DateField("catalogue_page.received", parse, name="last_received_on")
        self.sure = Checks("catalogue_page.name_is", [Option(_CONFIRMED, "catalogue_page.seen")])
        self.texts: tuple[Field | TextArea, ...] = (
            self.name,
            self.what_for,
            self.sent_by,
            self.frequency,
            self.what_we_do,
        )
        self._fill()
        for field in (*self.texts, self.received, self.sure):
            field.changed.connect(self.kept_strip.typed)
        about = entry.id if any(shown) else f"new.{presenter.kind.value}"
        self.kept_strip.begin(FormKeeper(house.desk, ROOM, about, EntryTyped))
        self._lay()

    def save(self) -> None:
        """Keep what is typed, or say beside its field what cannot stand."""
        asked: tuple[Framed, ...] = (*self.texts, self.received)
        for field in asked:
            field.show_findings(())
        try:
            self.received.need_day()
            self._presenter.save(self._entry, self.typing(), self._shown)
        except InputError as error:
            at = next((one for one in asked if one.name == error.field), self.name)
            at.refuse(error)
            at.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.kept_strip.leave(saved=True)
            self._saved()

    def close_form(self) -> None:
        """Give up what was typed."""
        self.kept_strip.leave(saved=False)
        self._closed()

    def typing(self) -> EntryTyped:
        """What stands in the form now."""
        return EntryTyped(
            texts=tuple(field.text() for field in self.texts),
            confirmed=bool(self.sure.values()),
            last_received_on=self.received.day(),
        )

    def _put_back(self, typed: EntryTyped) -> None:
        for field, text in zip(self.texts, typed.texts, strict=True):
            if isinstance(field, TextArea):
                field.set_text(text)
            else:
                field.set_value(text)
        self.received.set_day(typed.last_received_on)
        self.sure.set_values((_CONFIRMED,) if typed.confirmed else ())

    def _fill(self) -> None:
        entry = self._entry
        begun = EntryTyped(
            texts=self._shown,
            confirmed=entry.confirmed,
            last_received_on=entry.last_received_on,
        )
        self._put_back(begun)

    def _lay(self) -> None:
        save = Button("catalogue_page.save", self.save, kind="primary")
        self.add(
            self.kept_strip,
            self.name,
            self.what_for,
            fields(self.sent_by, self.frequency),
            self.what_we_do,
            fields(self.received, self.sure, shares=(1, 2)),
            row(save, Button("catalogue_page.close", self.close_form, kind="quiet"), None, space=8),
        )


def empty_texts() -> tuple[str, ...]:
    """The form of a new entry: nothing is said of it yet."""
    return ("",) * len(TEXTS)
