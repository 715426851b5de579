"""The drawing table: pictures are read and drawn off the event loop, one after the other."""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage
from shiboken6 import isValid

from immtrac_desk.errors import DeskError
from ui import background
from ui.presenters.report_drawing import Drawn, draw
from ui.presenters.reports import ReportsPresenter
from ui.shell.theme import theme
from ui.widgets.busy_bar import BusyBar
from ui.widgets.picture import Picture, rendered

if TYPE_CHECKING:
    from forms.charts.chart import Chart
    from immtrac_desk.desk.report_pictures import ReportAsked, ReportPicture

T = TypeVar("T")
Take = Callable[["ReportPicture"], object]


class ReportDrawer(BusyBar):
    """`read` gives a picture's numbers, `draw` puts a chart onto a `Picture`.

    What comes back for a question that nobody asks any longer is dropped.
    """

    def __init__(self, presenter: ReportsPresenter, failed: Callable[[DeskError], object]) -> None:
        super().__init__()
        self._presenter, self._tell_failed = presenter, failed
        self._known: dict[ReportAsked, ReportPicture] = {}
        self._waiting: deque[Callable[[], background.Running]] = deque()
        self._running: background.Running | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is being drawn and nothing waits for it."""
        return self._running is None and not self._waiting

    def forget(self) -> None:
        """What was read is out of date; what still waits is not wanted any longer."""
        self._known.clear()
        self._waiting.clear()

    def read(self, name: str, take: Take) -> None:
        """Hand the numbers of a picture to `take`, at once where they were read already."""
        asked = self._presenter.asked(name)
        if asked in self._known:
            take(self._known[asked])
            return

        def done(picture: "ReportPicture") -> None:
            self._known[asked] = picture
            if asked == self._presenter.asked(name):
                take(picture)

        self._line_up(lambda: self._presenter.picture(asked), done)

    def draw(self, chart: "Chart", onto: Picture) -> None:
        """Draw a chart for the pixels on which `onto` stands now, and show it there."""
        wide, looks, dots = onto.points_wide, onto.looks, onto.dots_wide
        ground, dark = theme.tokens.surface, theme.tokens.name == "dark"

        def work() -> tuple[QImage, Drawn]:
            drawn = draw(chart, wide, dark=dark)
            size = QSize(dots, round(dots * drawn.high / drawn.wide))
            return rendered(drawn.pdf, size, ground), drawn

        def done(made: tuple[QImage, Drawn]) -> None:
            image, drawn = made
            if isValid(onto) and onto.looks == looks:
                onto.show_image(image, chart.alt, _shares(drawn))

        self._line_up(work, done)

    # -- one after the other ---------------------------------------------------------------

    def _line_up(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        def heard(value: T) -> None:
            if isValid(self):
                self._running = None
                done(value)
                self._next()

        self._waiting.append(lambda: background.run(work, heard, self._broke))
        self._next()

    def _next(self) -> None:
        if self._running is not None:
            return
        if not self._waiting:
            self.end()
            return
        self.begin("reports_room.drawing")
        self._running = self._waiting.popleft()()

    def _broke(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._running = None
        self._next()
        if not isinstance(error, DeskError):
            raise error
        self._tell_failed(error)


def _shares(drawn: Drawn) -> tuple[tuple[str, QRectF], ...]:
    """Where each number stands, as shares of the picture from its upper left corner."""
    wide, high = drawn.wide, drawn.high
    return tuple(
        (
            one.key,
            QRectF(
                one.x0 / wide,
                1 - one.y1 / high,
                (one.x1 - one.x0) / wide,
                (one.y1 - one.y0) / high,
            ),
        )
        for one in drawn.spots
    )
