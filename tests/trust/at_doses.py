"""Doses and answers of the registry for the trust tables: what writes, what is typed, a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from immtrac_desk.desk import Desk
from immtrac_desk.desk.handbook import PRIVACY, ChapterDone
from immtrac_desk.desk.registry_pictures import ItemLine
from immtrac_desk.domain.answer import Answer, AnswerSource
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import Dose, DoseStep, ReportMethod
from immtrac_desk.domain.site_person import SiteRole, TrainingKind
from immtrac_desk.practice.signing import scribble
from tests.desk.rostered import give, someone
from tests.responses.answers import ack, err
from tests.trust.canaries import BORN_ON, canary

Typed = Callable[[Desk, Any, str], object]
DoseAsk = Callable[["DoseGround", Desk], object]


@dataclass
class DoseGround:
    """A dose that somebody set aside, and an answer with one thing to do in it."""

    dose: Dose
    step: DoseStep
    answer: Answer
    item: ItemLine


def dose_ground(desk: Desk, client: Client) -> DoseGround:
    """Enter a dose and take an answer in at a supervisor's desk."""
    dose = desk.doses.save(replace(desk.doses.new_dose(client.id), cvx="03"))
    step = desk.doses.set_aside(dose.id, "elsewhere")
    answer = desk.answers.take("IMR-100 MRN 77-1", AnswerSource.PASTED)
    return DoseGround(dose, step, answer, desk.answers.items()[0])


DOSE_WRITING: dict[str, tuple[str, DoseAsk]] = {
    "doses.save": ("save_dose", lambda g, d: d.doses.save(replace(g.dose, lot="L7"))),
    "doses.report": (
        "report_dose",
        lambda g, d: d.doses.report((g.dose.id,), d.today(), ReportMethod.ONLINE, "x"),
    ),
    "doses.set_aside": ("report_dose", lambda g, d: d.doses.set_aside(g.dose.id, "x")),
    "doses.void": ("save_dose", lambda g, d: d.doses.void(g.dose.id, "x")),
    "doses.undo_step": ("undo_any", lambda g, d: d.doses.undo_step(g.step.id, "x")),
    "answers.take": (
        "take_answer",
        lambda g, d: d.answers.take("IMR-111 MRN 77-2", AnswerSource.PASTED),
    ),
    "answers.content": ("look", lambda g, d: d.answers.content(g.answer.id)),
    "answers.match": (
        "close_answer",
        lambda g, d: d.answers.match(g.item.item.id, g.dose.client_id),
    ),
    "answers.close": ("close_answer", lambda g, d: d.answers.close(g.item.item.id, "x")),
    "answers.email_dshs": ("close_answer", lambda g, d: d.answers.email_dshs(g.item.item.id, "x")),
    "answers.reopen": ("close_answer", lambda g, d: d.answers.reopen(g.item.item.id, "x")),
}
"""Every method of the two rooms that writes: the right it must ask for, and a call of it."""


def _dose(field: str) -> Typed:
    def ask(desk: Desk, child: Any, text: str) -> object:
        typed: Any = {"cvx": "03", field: text}
        return desk.doses.save(replace(desk.doses.new_dose(child.id), **typed))

    return ask


def _kept(ask: Callable[[Desk, Dose, str], object]) -> Typed:
    return lambda desk, child, text: ask(desk, desk.doses.of_client(child.id)[0].dose, text)


def _item(ask: Callable[[Desk, Any, str], object]) -> Typed:
    return lambda desk, _, text: ask(desk, desk.answers.items()[0].item.id, text)


def _undo(desk: Desk, child: Any, text: str) -> object:
    [step, *_] = desk.doses.of_client(child.id)[0].steps
    return desk.doses.undo_step(step.step.id, text)


DOSE_TYPED: dict[str, Typed] = {
    **{
        f"dose.{name}": _dose(name)
        for name in (
            *("cvx", "trade_name", "manufacturer", "lot", "route", "body_site", "eligibility"),
        )
    },
    "dose.registry_user": _kept(
        lambda d, dose, t: d.doses.report((dose.id,), d.today(), ReportMethod.ONLINE, t)
    ),
    "dose.set_aside": _kept(lambda d, dose, t: d.doses.set_aside(dose.id, t)),
    "dose.void": _kept(lambda d, dose, t: d.doses.void(dose.id, t)),
    "dose.undo": _undo,
    "answer.close": _item(lambda d, item, t: d.answers.close(item, t)),
    "answer.email": _item(lambda d, item, t: d.answers.email_dshs(item, t)),
    "answer.reopen": _item(lambda d, item, t: d.answers.reopen(item, t)),
    "record.language": lambda d, c, t: d.evidence.record_summary(c.id, t),
}
"""Every field around a dose and an answer that somebody types into, through the desk."""


def told_of(client: Client, *codes: str) -> bytes:
    """What the registry might say of a client: number, name, birth date and more in the clear."""
    errors = [err(code, "E") for code in codes]
    name = f"{client.name.last}^{client.name.first}"
    return (
        ack("C1", errors, chart=client.chart_no, name=name)
        + ack("C2", errors, chart=canary("number"), name=f"{canary()}^{canary()}")
        + f"PID|2||{canary()}^^^ELM^MR||{canary()}||{BORN_ON:%Y%m%d}|F||||||||||||123-45-6789\r"
    ).encode()


def live_with_doses(desk: Desk, client: Client) -> None:
    """Enter, report and take back doses, take an answer in and mend it, every text a canary."""
    today, kept = desk.today(), []
    for number in range(3):
        fresh = desk.doses.new_dose(client.id)
        told: dict[str, Any] = {
            "lot": canary(),
            "trade_name": canary("trade"),
            "eligibility": canary(),
        }
        kept.append(desk.doses.save(replace(fresh, cvx=f"0{number + 1}", **told)))
    first, second, third = kept
    desk.doses.save(replace(first, lot=canary("lot")))
    [sent] = desk.doses.report((first.id,), today, ReportMethod.ONLINE, canary("user"))
    desk.doses.undo_step(sent.id, canary("undone"))
    desk.doses.set_aside(second.id, canary("aside"))
    desk.doses.void(third.id, canary("void"))
    data = told_of(client, "IMR-132", "IMR-109", "IEE-296")
    assert desk.answers.read(data).rows
    taken = desk.answers.take(data, AnswerSource.DROPPED)
    desk.answers.content(taken.id)
    [item, other, *_] = [line.item for line in desk.answers.items(answer_id=taken.id)]
    desk.answers.match(item.id, client.id)
    desk.answers.close(other.id, canary("closed"))
    desk.answers.reopen(other.id, canary("open again"))
    assert desk.answers.item(item.id)


def live_with_files(desk: Desk, client: Client) -> None:
    """Hand out what may be handed out about a client, and file a training that was signed."""
    for paper in desk.people.file(client.id).documents:
        desk.evidence.bundle(paper.id)
    for language in ("en", "es"):
        desk.evidence.record_summary(client.id, language)
    desk.evidence.record_file(client.id)
    person = someone(desk, canary(), canary(), email=f"{canary()}@example.org")
    give(desk, person, desk.roster.organizations()[0], SiteRole.FULL_ACCESS)
    done = [
        ChapterDone(
            chapter_id=chapter,
            answers=tuple(one.right for one in desk.handbook.questions(chapter, "es")),
            on=desk.today(),
        )
        for chapter in PRIVACY
    ]
    desk.handbook.record_training(person.id, TrainingKind.HB300, done, scribble(), "es")
