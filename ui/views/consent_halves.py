"""The halves of the consent screen: the fields with head and foot, and the sheet beside them."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.shell.theme import theme
from ui.views.consent_fields import ConsentFields
from ui.views.consent_foot import ConsentFoot
from ui.views.consent_head import ConsentHead
from ui.views.sheet_pane import SheetPane
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pieces import Pieces

PINNED_TO = 125
"""Percent of text size up to which the head stays in sight while the form scrolls."""
LOW = 680
"""Pixels of height under which nothing but the foot stays in sight."""


class ConsentHalves:
    """`body` is what the screen shows; `fields` and `sheet` are None while there is no form."""

    def __init__(self, head: ConsentHead, foot: ConsentFoot) -> None:
        self.head, self.foot = head, foot
        self.fields: ConsentFields | None = None
        self.sheet: SheetPane | None = None
        self._alone: QWidget | None = None
        self._middle, self._right = column(), column()
        self._left = column(head, boxed(self._middle), foot, space=12)
        self._left.setStretch(1, 1)
        self._shares = row(boxed(self._left), boxed(self._right), space=24, shares=(5, 4))
        self.body = boxed(self._shares)
        self._pieces = Pieces(self.body)
        # Seen when it has something to say: what is told out of sight is laid out only once.
        self.body.hide()

    def put(self, fields: ConsentFields, sheet: SheetPane, height: int) -> None:
        """Show one form, filled in, in place of what was here, on a screen of this height."""
        self.clear()
        self.fields, self.sheet = fields, sheet
        self._middle.addWidget(fields)
        self.place_head(height)
        self.foot.show()
        for part in (self.body, fields):
            part.show()  # only what is shown can take the focus
        # What one types into first is there at once; the rest follows between two keys.
        self._pieces.begin([*fields.to_come(), lambda: self._put_beside(sheet)])

    def put_alone(self, page: QWidget) -> None:
        """Show a page where there is no form, hence no sheet and no foot."""
        self.clear()
        self.foot.hide()
        self._alone = page
        self._middle.addWidget(page)
        self.body.show()

    def place_head(self, height: int) -> None:
        """Pinned above the fields; where room is scarce it scrolls with them."""
        large = theme.percent > PINNED_TO
        cramped = large or height < LOW
        self._shares.setStretch(0, 2 if large else 5)
        self._shares.setStretch(1, 1 if large else 4)
        if self.fields is not None:
            self.fields.cramp(cramped)
        if self.fields is not None and cramped:
            self.fields.inner.insertWidget(0, self.head)
        else:
            self._left.insertWidget(0, self.head)

    def clear(self) -> None:
        """Put away what is here; the head stays."""
        self._pieces.drop()
        self._left.insertWidget(0, self.head)
        for layout, old in ((self._middle, self.fields or self._alone), (self._right, self.sheet)):
            if old is not None:
                _put_away(layout, old)
        self.fields = self.sheet = self._alone = None

    def _put_beside(self, sheet: SheetPane) -> None:
        self._right.addWidget(sheet)
        sheet.show()
        sheet.begin()


def _put_away(layout: QBoxLayout, old: QWidget) -> None:
    """Out of sight now, gone with the next turn of the loop.

    It keeps its parent until then: to take that away would style all of it once more.
    """
    old.hide()
    layout.removeWidget(old)
    old.deleteLater()
