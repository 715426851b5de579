"""The people of a site: a table by role at the left, one person at the right."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QCheckBox, QStackedLayout, QVBoxLayout, QWidget

from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.domain.site_person import SitePerson
from ui.presenters.roster import RosterPresenter
from ui.presenters.roster_person import PersonFormPresenter
from ui.shell.house import House
from ui.views.agreement_page import AgreementPage, Turns
from ui.views.beside import Beside
from ui.views.line_table import LineTable
from ui.views.narrowing import scrolled
from ui.views.reading_order import as_read
from ui.views.roster_file import PersonPane
from ui.views.roster_person import PersonForm
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import boxed, column, empty, row
from ui.widgets.words import Button, Said
from ui.wording import tr

_COLUMNS = (
    ("roster.role", 4),
    ("roster.name", 5),
    ("roster.held", 4),
    ("roster.training", 5),
    ("roster.account", 4),
)


class FormerBox(QCheckBox):
    """Whether those who are gone are shown too."""

    def __init__(self) -> None:
        super().__init__()
        self.retell()

    def retell(self) -> None:
        self.setText(tr.say("roster.former"))


class RosterPage(AgreementPage):
    """What is half typed at the right is kept when another person is opened."""

    def __init__(self, house: House, room: Turns) -> None:
        super().__init__(house, room)
        self.presenter: RosterPresenter | None = None
        self.person = PersonId("")
        self.form: PersonForm | None = None
        self.pane = PersonPane(house, self.read, self.correct)
        self.former = FormerBox()
        self.former.clicked.connect(self.read)
        self.add_button = Button("roster.add", self.add)
        self.table = LineTable("roster.title", _COLUMNS, self._opened)
        self._none = Said("roster.choose", role="muted")
        self._lay()

    # -- the page --------------------------------------------------------------------------

    def show_site(self, site: OrganizationId, **about: object) -> None:
        """`person_id` opens somebody, `add` a blank form."""
        turned = site != self.site
        super().show_site(site)
        self.presenter = RosterPresenter(self.house.desk, tr, site)
        self.add_button.setVisible(self.presenter.may_manage)
        if turned:
            self._clear()
        self._read_table()
        if about.get("add"):
            self.add()
        elif about.get("person_id"):
            self.open_person(PersonId(str(about["person_id"])))

    def start(self) -> None:
        if self.form is None:
            (self.table if self.presenter and self.presenter.rows else self.add_button).setFocus()

    def read(self) -> None:
        self._read_table()
        if self.form is None and self.person:
            self.pane.show_person(self.person, self.site)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.form is not None:
            return {"record": self.form.save, "keep": self.form.save}
        if self.pane.form is not None:
            return {"record": self.pane.form.submit}
        manages = self.presenter is not None and self.presenter.may_manage
        return {"correct": self.correct} if self.person and manages else {}

    def keep(self) -> None:
        self.pane.over.keep()
        if self.form is not None:
            self.form.kept_strip.keep()

    def retell(self) -> None:
        super().retell()
        if self.form is not None:
            self.form.retell()
        self.read()

    # -- one person ------------------------------------------------------------------------

    def open_person(self, person: PersonId) -> None:
        """Show somebody at the right."""
        self.keep()
        self._drop_form()
        self.pane.over.fold()
        self.person = person
        self.pane.show_person(person, self.site)
        self._show_right(self.pane)
        self._light()
        self.beside.turn()

    def add(self) -> None:
        """A blank form for somebody new."""
        self._edit(self.house.desk.roster.new_person(), new=True)

    def correct(self) -> None:
        """The form of whoever is shown."""
        if self.person:
            self._edit(self.house.desk.roster.person_file(self.person).person, new=False)

    def _edit(self, person: SitePerson, *, new: bool) -> None:
        self.keep()
        self._drop_form()
        presenter = PersonFormPresenter(self.house.desk, self.site, person, new=new)
        self.form = PersonForm(self.house, presenter, self._saved, self._cancelled)
        self._editor.addWidget(self.form)
        self._show_right(self._editing)
        self.form.show()
        self.beside.turn()
        self.form.start()
        as_read(self)
        self.house.acts_changed()

    def _saved(self, person: PersonId, give_role: bool) -> None:
        self._drop_form()
        self.house.tell(tr.say("roster.saved"), tone="good")
        self._read_table()
        self.open_person(person)
        if give_role:
            self.pane.give_role()
        else:
            self.pane.start()
        self.house.acts_changed()

    def _cancelled(self) -> None:
        self._drop_form()
        self._show_right(self.pane if self.person else self._none_box)
        self.beside.turn_back()
        self.house.acts_changed()

    def _opened(self, at: int) -> None:
        if self.presenter is not None and 0 <= at < len(self.presenter.rows):
            self.open_person(self.presenter.rows[at].person_id)
            self.pane.start()

    # -- what is shown ---------------------------------------------------------------------

    def _read_table(self) -> None:
        if self.presenter is None:
            return
        rows = self.presenter.read(former=self.former.isChecked())
        loud = [at for at, line in enumerate(rows) if line.loud]
        self.table.show_lines([line.cells for line in rows], loud)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._light()

    def _light(self) -> None:
        at = self.presenter.at(self.person) if self.presenter and self.person else -1
        if at >= 0:
            self.table.setCurrentCell(at, 0)

    def _clear(self) -> None:
        self._drop_form()
        self.pane.clear()
        self.person = PersonId("")
        self._show_right(self._none_box)

    def _drop_form(self) -> None:
        empty(self._editor)
        self.form = None

    def _show_right(self, widget: QWidget) -> None:
        self._right.setCurrentWidget(widget)

    def _lay(self) -> None:
        listed, right = QWidget(), QWidget()
        self._stack, self._right = QStackedLayout(listed), QStackedLayout(right)
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("roster.add_first", "roster.add_first_says"))
        bar = row(self.add_button, None, self.former, space=12)
        left = boxed(column(bar, listed, space=8))
        self._editor = QVBoxLayout()
        self._editing = boxed(self._editor)
        self._none_box = scrolled(column(self._none, None))
        for widget in (self._none_box, self.pane, self._editing):
            self._right.addWidget(widget)
        self.beside = Beside(left, right, (6, 4), back="roster.back", returned=self.table.setFocus)
        self.setLayout(column(self.beside))
