"""The entry card: every answer as text to copy into the portal, in the order of its steps."""

from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import ApplicationId
from immtrac_desk.domain.question import QuestionKind
from ui.presenters.application_words import label_words, option_words
from ui.presenters.telling import voice_of
from ui.presenters.ticked_rows import CardRow, Digits, TickedRows
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import CardLine

PORTAL_SPEAKS = "en"


class EntryCardPresenter(TickedRows):
    """The card of one application."""

    def __init__(self, desk: "Desk", application_id: ApplicationId, tr: Wording) -> None:
        super().__init__(desk, "entry_card", application_id)
        self.application_id, self.tr = application_id, tr

    def read(self) -> None:
        lines = self.desk.agreement.entry_card(self.application_id)
        self.rows = tuple(_rows(lines, self.tr))


def _rows(lines: "tuple[CardLine, ...]", tr: Wording) -> list[CardRow]:
    rows: list[CardRow] = []
    english = tr if tr.language == PORTAL_SPEAKS else voice_of(PORTAL_SPEAKS)
    digits = Digits()
    for line in lines:
        group = _group(line, tr)
        rows.append(
            CardRow(
                key=_key(line),
                group=group,
                label=_label(line, tr),
                value=", ".join(_word(line, value, english) for value in line.values),
                digit=digits.next(group),
                about=line.question.id,
            )
        )
    return rows


def _word(line: "CardLine", value: str, english: Wording) -> str:
    """A word as the portal says it, which speaks English whatever the screen speaks."""
    kind = line.question.kind
    if line.person is not None:
        said = {"roles": f"site_role.{value}", "supervisor": f"application_room.{value}"}
        return english.say(said[line.field]) if line.field in said else value
    if line.question.id == "registration_type":
        return english.say(f"application_kind.{value}")
    if kind is QuestionKind.YES_NO:
        return english.say(f"application_room.{value}")
    offered = kind in (QuestionKind.CHOICE, QuestionKind.WORDS)
    return option_words(line.question, value, english) if offered else value


def _key(line: "CardLine") -> str:
    person = line.person.person_id if line.person is not None else ""
    return f"{line.question.id}/{person}/{line.field}"


def _group(line: "CardLine", tr: Wording) -> str:
    """`A3 Organization`, and for people also as what and who."""
    step = tr.say(f"application_room.step.{line.step}")
    if line.person is None:
        return step
    return f"{step} · {label_words(line.question, tr)} · {line.person.shown}"


def _label(line: "CardLine", tr: Wording) -> str:
    if line.person is None or not line.field:
        return label_words(line.question, tr)
    if line.field == "supervisor":
        return tr.say("site_role.supervisor")
    return tr.say(f"entry_card.field.{line.field}")
