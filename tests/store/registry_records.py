"""Valid records of doses, answers and reports, and one of each in every drawer of theirs."""

import dataclasses
import typing
from typing import Any

from immtrac_desk.domain.answer import (
    Answer,
    AnswerItem,
    AnswerSource,
    AnswerStep,
    AnswerStepKind,
    UnreadLines,
)
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import Dose, DoseStep, DoseStepKind, ReportMethod
from immtrac_desk.domain.ids import new_id
from immtrac_desk.domain.letter_run import KeptRun
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.registry_report import Catalogue, CatalogueEntry, TipsReading
from immtrac_desk.store.unit_of_work import UnitOfWork
from tests.store.records import NOW, PDF, STAFF, sha

DAY = NOW.date()
ACK = b"MSH|^~\\&|IMMTRAC2\rMSA|AE|1\rERR||PID^1|101^Required^HL70357|E||||CLR-100\r"


def a_dose(client: Client, **changes: Any) -> Dose:
    made = Dose(
        id=typing.cast("Any", new_id()),
        client_id=client.id,
        given_on=DAY,
        cvx="03",
        manufacturer="MSD",
        lot="A1234",
        route="SC",
        body_site="LA",
        eligibility="medicaid",
        entered_at=NOW,
        entered_by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def a_dose_step(dose: Dose, **changes: Any) -> DoseStep:
    made = DoseStep(
        id=typing.cast("Any", new_id()),
        dose_id=dose.id,
        kind=DoseStepKind.REPORTED,
        on=DAY,
        at=NOW,
        by=STAFF.id,
        method=ReportMethod.ONLINE,
        registry_user="aruiz",
    )
    return dataclasses.replace(made, **changes)


def an_answer(content: bytes = ACK, **changes: Any) -> Answer:
    made = Answer(
        id=typing.cast("Any", new_id()),
        received_on=DAY,
        at=NOW,
        by=STAFF.id,
        source=AnswerSource.PASTED,
        size=len(content),
        digest=sha(content),
        messages=2,
        items=1,
        unread=(UnreadLines(line=4, last=6, what="not_a_segment"),),
    )
    return dataclasses.replace(made, **changes)


def an_item(answer: Answer, **changes: Any) -> AnswerItem:
    made = AnswerItem(
        id=typing.cast("Any", new_id()),
        answer_id=answer.id,
        same=f"same-{new_id()}",
        code="CLR-100",
        severity="error",
        ref="CH-1",
        count=2,
        lines=(3, 9),
    )
    return dataclasses.replace(made, **changes)


def an_answer_step(item: AnswerItem, **changes: Any) -> AnswerStep:
    made = AnswerStep(
        id=typing.cast("Any", new_id()),
        item_id=item.id,
        kind=AnswerStepKind.CLOSED,
        on=DAY,
        at=NOW,
        by=STAFF.id,
        note="told on the telephone",
    )
    return dataclasses.replace(made, **changes)


def a_run(pdf: bytes = PDF, **changes: Any) -> KeptRun:
    made = KeptRun(
        id=typing.cast("Any", new_id()),
        letter="turning_18",
        letters=2,
        pages=4,
        envelopes=True,
        made_at=NOW,
        by=STAFF.id,
        digest=sha(pdf),
    )
    return dataclasses.replace(made, **changes)


def an_entry_of_the_catalogue(**changes: Any) -> CatalogueEntry:
    made = CatalogueEntry(
        id=new_id(),
        catalogue=Catalogue.REGISTRY,
        name="Reminder list",
        what_for="whom to call",
        last_received_on=DAY,
    )
    return dataclasses.replace(made, **changes)


def a_reading(site: Organization, **changes: Any) -> TipsReading:
    made = TipsReading(
        id=typing.cast("Any", new_id()),
        organization_id=site.id,
        month=DAY.replace(day=1),
        measure="Doses in time",
        value="93 %",
        rating="Good",
        noted_at=NOW,
        by=STAFF.id,
    )
    return dataclasses.replace(made, **changes)


def fill_registry(work: UnitOfWork, client: Client, site: Organization) -> None:
    """A row in every drawer of doses, answers and reports, under ids that never change."""
    named = typing.cast("Any", str)
    dose = work.doses.put(a_dose(client, id=named("DOSE-1"), organization_id=site.id))
    work.doses.put(dataclasses.replace(dose, lot="A1235"))
    work.dose_steps.add(a_dose_step(dose, id=named("DOSE-STEP-1")))
    answer = an_answer(id=named("ANSWER-1"), organization_id=site.id)
    item = an_item(answer, id=named("ITEM-1"), same="same-1", client_id=client.id, dose_id=dose.id)
    work.answers.add(answer, ACK)
    work.answer_items.add_all((item,))
    work.answer_steps.add(an_answer_step(item, id=named("ITEM-STEP-1")))
    work.letter_runs.add(a_run(id=named("RUN-1")), PDF)
    work.catalogue.put(an_entry_of_the_catalogue(id="ENTRY-1"))
    work.tips.put(a_reading(site, id=named("TIPS-1")))
