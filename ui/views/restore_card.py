"""The form of a restore: which copy, where to, and who opens it."""

from collections.abc import Callable, Sequence

from immtrac_desk.errors import DeskError, InputError
from ui.presenters.backup import RestoreAnswers
from ui.shell.front import told_apart
from ui.views.slow_work import SlowWork
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.field_row import fields
from ui.widgets.layouts import row
from ui.widgets.path_field import PathField
from ui.widgets.secret_field import SecretField
from ui.widgets.words import Button, Said
from ui.wording import tr

COPIES = "*.immtrac-backup"


class RestoreCard(Card):
    """The open vault stays as it is; the copy goes into a folder of its own."""

    def __init__(self, restore: Callable[[], object], name: str) -> None:
        super().__init__()
        self.slow, self.outcome = SlowWork(), Banner("good")
        self.source = PathField("backup_page.source", name="source", kind="file", pattern=COPIES)
        self.place = PathField("backup_page.place", name="place")
        self.name = Field("backup_page.name", name="name")
        self.name.set_value(name)
        self.passphrase = SecretField("backup_page.passphrase", name="passphrase")
        self.button = Button("backup_page.restore_do", restore)
        self.add(
            Said("backup_page.restore", role="section"),
            Said("backup_page.restore_says", role="muted"),
            self.source,
            self.place,
            fields(self.name, self.passphrase),
            row(self.button, None),
            self.slow,
            self.outcome,
        )

    def asked(self) -> RestoreAnswers:
        return RestoreAnswers(
            source=self.source.text(),
            place=self.place.text(),
            name=self.name.text(),
            passphrase=self.passphrase.text(),
        )

    def show_refused(self, refused: Sequence[InputError]) -> None:
        for field in (self.passphrase, self.name, self.place, self.source):
            own = [error for error in refused if error.field == field.name]
            field.show_findings(())
            if own:
                field.refuse(own[0])
                field.setFocus()

    def restored(self, words: str) -> None:
        self.passphrase.clear()
        self.outcome.tell(*told_apart(words), tone="good")

    def failed(self, error: DeskError) -> None:
        self.outcome.tell(*told_apart(tr.refusal(error)), tone="bad")
