"""The field one stands in, by the name that findings and the handbook speak of."""

from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.framed import Framed


def field_in_hand(room: QWidget | None) -> str:
    """The name of the field that has the focus within `room`; where none has, `section.…` of a
    room with sections, else "".

    A list of fields says itself which one is in hand (`field_in_hand()`).
    """
    widget = QApplication.focusWidget()
    if room is None:
        return ""
    if widget is None or not room.isAncestorOf(widget):
        return _section_of(room)
    while widget is not None and widget is not room:
        listed = getattr(widget, "field_in_hand", None)
        if callable(listed):
            return str(listed())
        if isinstance(widget, Framed):
            return widget.name
        widget = widget.parentWidget()
    return _section_of(room)


def _section_of(room: QWidget) -> str:
    section = getattr(room, "section", "")
    return f"section.{section}" if section and isinstance(section, str) else ""
