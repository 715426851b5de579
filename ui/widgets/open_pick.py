"""One of many, or what is typed: a list that may lag behind what stands on a vial."""

from collections.abc import Callable, Sequence

from ui.widgets.choice import Option
from ui.widgets.pick import Pick


class OpenPick(Pick):
    """`read(typed)` turns text that is no word of the list into a value, "" where it cannot be.

    Digits mean a code: they find the option of that value and never a word they are part of.
    """

    def __init__(
        self,
        code: str,
        options: Sequence[Option] = (),
        *,
        name: str = "",
        read: Callable[[str], str] = str,
    ) -> None:
        self._read = read
        super().__init__(code, options, name=name, typing=True)

    def set_value(self, value: object) -> None:
        """Show a value; one that the list lacks is put under it."""
        text = str(value or "")
        if text and text not in {option.value for option in self._options}:
            self._options = (*self._options, Option(text, text))
            self._fill()
        super().set_value(text)

    def offer(self, options: Sequence[Option]) -> None:
        """Replace the options; what was picked or typed stays."""
        picked = self.value()
        self._options = tuple(options)
        self._fill()
        self.set_value(picked)

    def _meant(self, typed: str) -> int | None:
        if typed.isdecimal():
            found = (i for i, o in enumerate(self._options) if _same_code(o.value, typed))
            return next(found, None)
        return super()._meant(typed)

    def _settle_typed(self) -> None:
        typed = self.combo.currentText().strip()
        value = self._read(typed) if typed and self._meant(typed) is None else ""
        if not value:
            super()._settle_typed()
        elif value != self.value():
            self.set_value(value)
            self._picked()


def _same_code(code: str, typed: str) -> bool:
    return code.isdecimal() and int(code) == int(typed)
