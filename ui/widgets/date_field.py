"""A date as people type it, shown back as it was understood."""

from collections.abc import Callable
from datetime import date

from immtrac_desk.errors import DeskError, InputError
from ui.widgets.field import Field
from ui.wording import tr


class DateField(Field):
    """`parse` turns 1/2/90, 01021990 or 1990-01-02 into a day, or refuses with a DeskError."""

    def __init__(self, code: str, parse: Callable[[str], date], *, name: str = "") -> None:
        self._parse = parse
        self._day: date | None = None
        super().__init__(code, name=name, letters=12)
        self.line.editingFinished.connect(self._settle)

    def day(self) -> date | None:
        """The day as understood; None while nothing readable stands there."""
        return self._day

    def unread(self) -> bool:
        """Whether something stands there that is no day."""
        return self._day is None and bool(self.text().strip())

    def need_day(self) -> date | None:
        """The day, None for an empty line; half a day is not no day: InputError
        `date.unreadable`, said beside the field too."""
        if self.unread():
            refusal = InputError("date.unreadable", self.name)
            self.refuse(refusal)
            raise refusal
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day without ringing `changed`."""
        self._day = day
        self.set_value(f"{day:%m/%d/%Y}" if day else "")
        self._show_back()

    def _typed(self) -> None:
        self._day, self._findings = self._understand()[0], ()
        self._show_back()
        super()._typed()

    def _settle(self) -> None:
        day, refusal = self._understand()
        if refusal is not None:
            self.refuse(refusal)
        elif day is not None and self.line.text() != f"{day:%m/%d/%Y}":
            self.line.setText(f"{day:%m/%d/%Y}")

    def _understand(self) -> tuple[date | None, DeskError | None]:
        typed = self.line.text().strip()
        if not typed:
            return None, None
        try:
            return self._parse(typed), None
        except DeskError as refusal:
            return None, refusal

    def _show_back(self) -> None:
        day = self._day
        self.note((lambda: tr.long_date(day)) if day else None)
