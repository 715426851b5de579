"""Doses and answers for the counter's tests: a whole dose, a consent, what came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from immtrac_desk.desk.registry_pictures import ItemLine
from immtrac_desk.domain.answer import Answer, AnswerSource
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.dose import Dose, DoseState, ReportMethod
from immtrac_desk.domain.words import FormKind
from tests.office import Office
from tests.seen import seen_paper

WHOLE: dict[str, Any] = {
    "cvx": "03",
    "trade_name": "M-M-R II",
    "manufacturer": "MSD",
    "lot": "X123",
    "route": "SC",
    "body_site": "LA",
    "eligibility": "private",
}


def enter(office: Office, client: Client, **changes: Any) -> Dose:
    """A dose of today with its vaccine and vial; a minute passes."""
    fresh = office.desk.doses.new_dose(client.id)
    kept = office.desk.doses.save(replace(fresh, **(WHOLE | changes)))
    office.clock.tick(minutes=1)
    return kept


def report(office: Office, *doses: Dose, on: date | None = None) -> None:
    """Doses typed in ImmTrac2; a minute passes."""
    ids = [dose.id for dose in doses]
    day = on or office.desk.today()
    office.desk.doses.report(ids, day, ReportMethod.ONLINE, "mrobles")
    office.clock.tick(minutes=1)


def consent(office: Office, client: Client, signed_on: date, form: FormKind) -> Document:
    """A signed paper seen in the chart, not affirmed yet; a minute passes."""
    paper = seen_paper(office.desk, client, form, signed_on, affirmed=False)
    office.clock.tick(minutes=1)
    return paper


def affirm(office: Office, paper: Document) -> None:
    """The consent was affirmed in ImmTrac2 today; a minute passes."""
    office.desk.consents.affirm(paper.id, office.desk.today(), "mrobles")
    office.clock.tick(minutes=1)


def take(office: Office, text: str | bytes, **given: Any) -> Answer:
    """An answer that came just now; a minute passes."""
    answer = office.desk.answers.take(text, AnswerSource.PASTED, **given)
    office.clock.tick(minutes=1)
    return answer


def state(office: Office, dose: Dose) -> DoseState:
    return office.desk.doses.dose(dose.id).verdict.state


def items(office: Office, show: str = "all", **asked: Any) -> dict[str, ItemLine]:
    """The items by code; each code stands once in these tests."""
    return {line.item.code: line for line in office.desk.answers.items(show=show, **asked)}
