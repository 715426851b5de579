"""The pages of the first run: welcome, the clinic, the printed code, a restored copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.first_run import Answers, Restore
from ui.widgets.choice import Choice, Option
from ui.widgets.field import Field
from ui.widgets.layouts import row, rule
from ui.widgets.path_field import PathField
from ui.widgets.secret_field import SecretField
from ui.widgets.section import Section
from ui.widgets.words import Button, KeyHint, Said, plain

Press = Callable[[], object]
_GROUPS_IN_A_ROW = 4
COPIES = "*.immtrac-backup"


class WelcomePage(QWidget):
    """Three ways in, and the practice clinic by one key."""

    def __init__(self, practise: Press, begin: Press, existing: Press, restore: Press) -> None:
        super().__init__()
        self.practise = Button("first_run.practise", practise, kind="primary")
        self.begin = Button("first_run.begin", begin)
        self.existing = Button("first_run.existing", existing)
        self.restore = Button("first_run.restore", restore)
        page = _page(self)
        page.addWidget(Said("first_run.welcome", role="title"))
        page.addWidget(Said("first_run.what", role="muted"))
        for button, key, help_code in (
            (self.practise, "Ctrl+Shift+P", "first_run.practise_help"),
            (self.begin, "", "first_run.begin_help"),
            (self.existing, "", "first_run.existing_help"),
            (self.restore, "", "first_run.restore_help"),
        ):
            page.addWidget(rule())
            page.addLayout(row(button, *((KeyHint(key),) if key else ()), None))
            page.addWidget(Said(help_code, role="caption"))


class ClinicPage(QWidget):
    """Everything the first run asks, on one page that scrolls."""

    def __init__(self, create: Press, back: Press) -> None:
        super().__init__()
        self.clinic = Field("first_run.clinic", name="clinic")
        self.registered = Choice(
            "first_run.registered",
            (Option("yes", "first_run.yes"), Option("no", "first_run.no")),
            name="registered",
        )
        self.staff_name = Field("first_run.staff_name", name="staff_name")
        self.passphrase = SecretField("first_run.passphrase", name="passphrase")
        self.again = SecretField("first_run.again", name="again")
        self.place = PathField("first_run.place", name="place")
        self.backup_folder = PathField("first_run.backup_folder", name="backup_folder")
        self.finish = Button("first_run.create", create, kind="primary")
        page = _page(self)
        page.addWidget(Said("first_run.clinic_title", role="title"))
        page.addWidget(Section("first_run.section_clinic", self.clinic, self.registered))
        page.addWidget(
            Section(
                "first_run.section_you",
                Said("first_run.you_help", role="caption"),
                self.staff_name,
                self.passphrase,
                self.again,
            )
        )
        page.addWidget(Section("first_run.section_place", self.place, self.backup_folder))
        page.addLayout(
            row(self.finish, KeyHint("Ctrl+Return"), None, Button("first_run.back", back))
        )

    def fields(self) -> tuple[Field | Choice, ...]:
        return (
            self.clinic,
            self.registered,
            self.staff_name,
            self.passphrase,
            self.again,
            self.place,
            self.backup_folder,
        )

    def propose(self, place: Path) -> None:
        self.place.set_value(str(place))

    def answers(self) -> Answers:
        said = self.registered.value()
        return Answers(
            clinic=self.clinic.text(),
            registered=None if said is None else said == "yes",
            staff_name=self.staff_name.text(),
            passphrase=self.passphrase.text(),
            again=self.again.text(),
            place=self.place.text(),
            backup_folder=self.backup_folder.text(),
        )


class CodePage(QWidget):
    """The recovery code: shown once, printed, its last group typed back."""

    def __init__(self, print_it: Press, done: Press) -> None:
        super().__init__()
        self.code = plain(role="mono", wrap=False)
        self.print_it = Button("first_run.print_code", print_it)
        self.last_group = Field("first_run.last_group", name="last_group", letters=8)
        self.done = Button("first_run.done", done, kind="primary")
        page = _page(self)
        page.addWidget(Said("first_run.code_title", role="title"))
        page.addWidget(Said("first_run.code_help", role="muted"))
        page.addWidget(self.code)
        page.addLayout(row(self.print_it, KeyHint("Ctrl+P"), None))
        page.addWidget(Said("first_run.code_keep", role="caption"))
        page.addWidget(self.last_group)
        page.addLayout(row(self.done, None))

    def show_code(self, code: str) -> None:
        groups = code.split("-")
        rows = (groups[:_GROUPS_IN_A_ROW], groups[_GROUPS_IN_A_ROW:])
        self.code.setText("-\n".join("-".join(row) for row in rows if row))
        self.code.setAccessibleName(" ".join(code))


class RestorePage(QWidget):
    """A copy laid into a new folder."""

    def __init__(self, restore: Press, back: Press) -> None:
        super().__init__()
        self.source = PathField("first_run.source", name="source", kind="file", pattern=COPIES)
        self.place = PathField("first_run.restore_place", name="place")
        self.name = Field("first_run.restore_name", name="name")
        self.code = Field("first_run.restore_code", name="recovery_code")
        self.passphrase = SecretField("first_run.restore_passphrase", name="passphrase")
        self.restore = Button("first_run.restore_now", restore, kind="primary")
        page = _page(self)
        page.addWidget(Said("first_run.restore_title", role="title"))
        page.addWidget(Said("first_run.restore_what", role="muted"))
        for field in self.fields():
            page.addWidget(field)
        page.addLayout(row(self.restore, None, Button("first_run.back", back)))

    def fields(self) -> tuple[Field, ...]:
        return (self.source, self.place, self.name, self.code, self.passphrase)

    def asked(self) -> Restore:
        return Restore(
            source=self.source.text(),
            place=self.place.text(),
            name=self.name.text(),
            code=self.code.text(),
            passphrase=self.passphrase.text(),
        )


def _page(owner: QWidget) -> QVBoxLayout:
    page = QVBoxLayout(owner)
    page.setContentsMargins(0, 0, 0, 0)
    page.setSpacing(14)
    return page
