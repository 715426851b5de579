"""How an application is said: its state, its questions, their answers, what was changed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.agreement import ApplicationState, StepKind
from immtrac_desk.domain.organization import AnswerValue
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.words import Severity
from ui.presenters.application_people import people_before_and_now
from ui.presenters.telling import shortened
from ui.presenters.why import law_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import ApplicationPicture

Sites = Callable[[], Mapping[str, str]]
"""Names of this vault's organizations by id: there may be hundreds, so only when needed."""
YES, NO = "yes", "no"
MISSING = "question.missing"
"""The finding that an answer is not there yet."""
MOST, LONGEST = 80, 24
"""Letters of a value, and of one word of it, that are told beside or beneath it."""
TONES = {
    ApplicationState.DRAFT: "quiet",
    ApplicationState.READY_TO_SIGN: "accent",
    ApplicationState.SIGNED_NOT_SENT: "warn",
    ApplicationState.SUBMITTED: "accent",
    ApplicationState.APPROVED: "good",
    ApplicationState.REFUSED: "bad",
    ApplicationState.ABANDONED: "quiet",
}
_STRIPS = {"quiet": "info", "accent": "info"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StateWords:
    """A pill, one sentence about today, and the row behind `why?`."""

    pill: str
    tone: str
    says: str
    strip: str
    source: str


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that differs from the last approved agreement."""

    question_id: str
    label: str
    before: str
    now: str


_DOUBTS = {
    "lists.org_type": ("org_type",),
    "lists.manner_of_usage": ("manner_of_usage", "manner_note"),
    "lists.contact_roles": ("primary_contact", "exchange_contact"),
}
"""Settings that stand behind an open point, and the questions that hang on each."""
DOUBT = "°"
"""The sign of such a question, on the screen as in the packet."""
_OPEN = (ApplicationState.DRAFT, ApplicationState.READY_TO_SIGN, ApplicationState.SIGNED_NOT_SENT)
"""Here the next step is the clinic's own."""


def title_words(picture: "ApplicationPicture", tr: Wording) -> str:
    """`Renewal · Oak Street Clinic`."""
    kind = tr.say(f"application_kind.{picture.application.kind.value}")
    name = str(picture.application.answers.get("name") or picture.organization.name)
    return f"{kind} · {name}" if name else kind


def state_words(picture: "ApplicationPicture", desk: "Desk", tr: Wording) -> StateWords:
    """What is true of the application today (DT-12)."""
    state = picture.state
    tone = "warn" if picture.amber or picture.returned else TONES[state]
    return StateWords(
        pill=_pill(picture, tr),
        tone=tone,
        says=_says(picture, desk.today(), tr),
        strip=_STRIPS.get(tone, tone),
        source=law_words(desk, picture.row, tr) if picture.row else "",
    )


def _pill(picture: "ApplicationPicture", tr: Wording) -> str:
    """The state, and that DSHS returned it until it is sent again or ends."""
    said = tr.say(f"application_state.{picture.state.value}")
    back = picture.returned and picture.state in _OPEN
    return tr.say("application_line.returned", state=said) if back else said


def _says(picture: "ApplicationPicture", today: date, tr: Wording) -> str:
    state, facts = picture.state, _facts(picture, today, tr)
    code = f"application_room.says.{state.value}"
    if state is ApplicationState.SUBMITTED and picture.amber:
        code = "application_room.says.waiting_long"
    elif state is ApplicationState.SUBMITTED and not facts["days"]:
        code = "application_room.says.sent_today"
    if picture.returned and state is ApplicationState.SIGNED_NOT_SENT:
        word = "signed_again" if _signed_since_return(picture) else "returned_signed"
        code = f"application_room.says.{word}"
    said = tr.say(code, **facts)
    if picture.returned:
        reason = picture.reason.rstrip(" .")
        return f"{tr.say('application_room.says.returned', reason=reason)} {said}"
    return said


def _signed_since_return(picture: "ApplicationPicture") -> bool:
    """Whether the signature that stands is younger than DSHS's return."""
    undone = {step.reverses for step in picture.steps if step.reverses is not None}
    asked = (StepKind.RETURNED, StepKind.SIGNED)
    kinds = [s.kind for s in picture.steps if s.id not in undone and s.kind in asked]
    return bool(kinds) and kinds[-1] is StepKind.SIGNED


def _facts(picture: "ApplicationPicture", today: date, tr: Wording) -> dict[str, object]:
    sent = picture.sent_on
    return {
        "sent": tr.long_date(sent) if sent else "",
        "days": (today - sent).days if sent else 0,
        "reason": picture.reason,
        "missing": len({*missing_of(picture), *wrong_of(picture)}),
    }


def wrong_of(picture: "ApplicationPicture") -> tuple[str, ...]:
    """Ids of questions whose answer is refused, each once."""
    errors = (f for f in picture.findings if f.severity is Severity.ERROR and f.field)
    return tuple(dict.fromkeys(f.field for f in errors if f.code != MISSING))


def missing_of(picture: "ApplicationPicture") -> tuple[str, ...]:
    """Ids of questions that still want an answer, in their order, each once."""
    found = (f.field for f in picture.findings if f.code == MISSING)
    return tuple(dict.fromkeys(found))


def label_code(question: Question) -> str:
    """The code of the question's label; for one of the clinic's own, its own words."""
    return question.label or f"asked.{question.id}"


def label_words(question: Question, tr: Wording) -> str:
    return tr.say(label_code(question))


def help_words(question: Question, tr: Wording) -> str:
    """A sentence beneath the label, "" where none is needed."""
    code = f"asked.{question.id}.help"
    return tr.say(code) if not question.label and tr.has(code) else ""


def option_code(question: Question, word: str, tr: Wording) -> str:
    """The code of an option's word; a word of the clinic's own list is its own code."""
    own = f"asked_option.{question.id}.{word}"
    listed = f"setting_choice.{question.options_from}.{word}"
    return next((code for code in (own, listed) if tr.has(code)), word)


def words_kept(answer: AnswerValue | None, offered: Iterable[str]) -> tuple[str, ...]:
    """The words of an answer that are not offered any more."""
    given = (answer,) if isinstance(answer, str) else answer if isinstance(answer, tuple) else ()
    return tuple(word for word in given if word and word not in offered)


def option_words(question: Question, word: str, tr: Wording) -> str:
    return tr.say(option_code(question, word, tr))


def doubtful(desk: "Desk") -> frozenset[str]:
    """The questions of which nobody has confirmed that they are asked, or with which choices
    (OQ-37, OQ-39, OQ-40)."""
    open_ones = {one.key: one for one in desk.book.settings() if one.unconfirmed}
    found = [_DOUBTS[key] for key in _DOUBTS if key in open_ones]
    optional = open_ones.get("agreement.optional_fields")
    named = optional.default if optional and isinstance(optional.default, tuple) else ()
    return frozenset({*(name for names in found for name in names), *map(str, named)})


def answer_words(
    question: Question,
    value: AnswerValue | None,
    sites: Sites,
    tr: Wording,
) -> str:
    """An answer as people read it; `sites` is asked for names of organizations where one is."""
    if value is None or value in ("", ()):
        return tr.say("application_room.not_answered")
    if isinstance(value, bool):
        return tr.say(f"application_room.{YES if value else NO}")
    if isinstance(value, tuple):
        return ", ".join(option_words(question, word, tr) for word in value)
    if question.kind is QuestionKind.SITE:
        return sites().get(value, value)
    if question.kind is QuestionKind.DAY:
        return _day_words(value, tr)
    return option_words(question, value, tr) if question.kind is QuestionKind.CHOICE else value


def changes_of(picture: "ApplicationPicture", sites: Sites, tr: Wording) -> tuple[Change, ...]:
    """What differs from the last approved agreement, in the order of the questions."""
    changes = (_change(one, picture, sites, tr) for one in picture.questions)
    return tuple(one for one in changes if one is not None)


def _change(
    question: Question, picture: "ApplicationPicture", sites: Sites, tr: Wording
) -> Change | None:
    label = label_words(question, tr)
    if question.kind is QuestionKind.PEOPLE and picture.application.base_id is not None:
        before, now = people_before_and_now(picture, question, tr)
        return Change(question.id, label, before, now) if before != now else None
    if not differs(question, picture):
        return None
    was, is_now = picture.was.get(question.id), picture.application.answers.get(question.id)
    return Change(
        question.id,
        label,
        answer_words(question, was, sites, tr),
        answer_words(question, is_now, sites, tr),
    )


def differs(question: Question, picture: "ApplicationPicture") -> bool:
    """Whether an answer differs from the last agreement; one typed twice is told once."""
    return question.id in picture.changed and not question.check.startswith("again:")


def brief(text: str) -> str:
    """A value as a line or two hold it; the whole stands in its field."""
    return " ".join(shortened(word, LONGEST) for word in shortened(text, MOST).split())


def day_of(text: str) -> date | None:
    """The day of an answer, None where nothing readable stands."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def by_step(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions of each step, in their order."""
    steps: dict[str, list[Question]] = {}
    for question in questions:
        steps.setdefault(question.step, []).append(question)
    return steps


def _day_words(text: str, tr: Wording) -> str:
    day = day_of(text)
    return tr.long_date(day) if day else text
