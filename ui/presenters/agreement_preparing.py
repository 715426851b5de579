"""Applications in preparation and ended ones, as they are said beside the agreement in force."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import ApplicationState
from immtrac_desk.domain.ids import ApplicationId
from ui.presenters import agreement_words as words
from ui.presenters.why import law_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import ApplicationLine

GO_ON = {
    ApplicationState.DRAFT: "go_on",
    ApplicationState.READY_TO_SIGN: "sign",
    ApplicationState.SIGNED_NOT_SENT: "send",
    ApplicationState.SUBMITTED: "answer",
}
"""What comes next for an application in preparation, from its first state to its last."""


@dataclass(frozen=True, slots=True)
class Preparing:
    """One application in words; `about` says where it stands and since when."""

    id: ApplicationId
    title: str
    pill: str
    tone: str
    about: str
    law: str


def in_preparation(lines: "tuple[ApplicationLine, ...]") -> "tuple[ApplicationLine, ...]":
    """Applications that are not ended, the furthest on its way first."""
    order = list(GO_ON)
    live = [one for one in lines if one.state in GO_ON]
    return tuple(sorted(live, key=lambda one: -order.index(one.state)))


def ended(lines: "tuple[ApplicationLine, ...]") -> "tuple[ApplicationLine, ...]":
    """Applications that came to an end, the latest first."""
    found = [one for one in lines if one.state not in GO_ON]
    return tuple(sorted(found, key=lambda one: one.application.begun_on, reverse=True))


def preparing(line: "ApplicationLine", desk: "Desk", tr: Wording) -> Preparing:
    """Say one application: what it is, its state (DT-12), and what happened to it."""
    kind, state = line.application.kind.value, tr.say(f"application_state.{line.state.value}")
    back = line.returned and line.state in GO_ON
    return Preparing(
        id=line.application.id,
        title=tr.say(f"application_kind.{kind}"),
        pill=tr.say("application_line.returned", state=state) if back else state,
        tone="warn" if line.amber or back else words.APPLICATION_TONES[line.state],
        about=_about(line, tr),
        law=law_words(desk, line.row, tr),
    )


def _about(line: "ApplicationLine", tr: Wording) -> str:
    begun = tr.short_date(line.application.begun_on)
    said = [tr.say("application_line.begun", on=begun)]
    if line.sent_on is not None:
        code = "amber" if line.amber else "sent"
        said.append(tr.say(f"application_line.{code}", on=tr.short_date(line.sent_on)))
    if line.reason:
        said.append(tr.say("application_line.reason", reason=line.reason))
    return " ".join(said)
