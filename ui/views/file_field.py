"""A file to attach that says beneath itself why it was refused, until another one is chosen."""

from immtrac_desk.domain.finding import Finding
from immtrac_desk.errors import DeskError
from ui.views.file_pick import FilePick
from ui.widgets.finding_line import FindingLine


class FileField(FilePick):
    """`name` is the field that refusals speak of."""

    def __init__(self, code: str, *, name: str = "file") -> None:
        super().__init__(code)
        self.name = name
        self.findings: tuple[Finding, ...] = ()
        self._refused = FindingLine()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._refused)
        self.changed.connect(lambda: self.show_findings(()))

    def refuse(self, error: DeskError) -> None:
        """Say what the desk told by the file's content."""
        facts = {k: v for k, v in error.facts.items() if isinstance(v, str | int)}
        self.show_findings((Finding(code=error.code, field=self.name, facts=facts),))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show those that name this file; the others are not ours."""
        self.findings = tuple(one for one in findings if one.field == self.name)
        self._refused.tell(self.findings)

    def set_data(self, data: bytes | None) -> None:
        super().set_data(data)
        self.show_findings(())

    def retell(self) -> None:
        super().retell()
        self._refused.tell(self.findings)
