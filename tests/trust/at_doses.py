"""A dose and an answer of the registry for the trust tables: what writes, and with which right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from immtrac_desk.desk import Desk
from immtrac_desk.desk.registry_pictures import ItemLine
from immtrac_desk.domain.answer import Answer, AnswerSource
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import Dose, DoseStep, ReportMethod

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
