"""Clients and their acts for the figures' tests, told in a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, OrganizationId, StaffId
from immtrac_desk.domain.words import FormKind
from immtrac_desk.figures.people import Period, Told

NOVEMBER = Period(first=date(2026, 11, 1), last=date(2026, 11, 30), today=date(2026, 11, 30))
CHILD = date(2015, 5, 4)
GROWN = date(1990, 1, 2)


def client(
    number: str, born_on: date = CHILD, *acts: Act, site: OrganizationId | None = None
) -> Told:
    """A client with acts, in the order given."""
    person = Client(
        id=ClientId(number),
        name=PersonName(last="Doe", first=number),
        born_on=born_on,
        site_id=site,
    )
    return Told(person, tuple(acts))


def act(
    kind: ActKind,
    on: date,
    paper: str = "",
    form: FormKind | None = None,
    *,
    late: int = 0,
    reverses: str = "",
) -> Act:
    """An act entered on its day, `late` hours after noon."""
    return Act(
        id=ActId(f"{kind.value}-{on}-{paper}-{late}"),
        client_id=ClientId("any"),
        kind=kind,
        on=on,
        at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC) + timedelta(hours=late),
        by=StaffId("clerk"),
        document_id=DocumentId(paper) if paper else None,
        form=form,
        reverses=ActId(reverses) if reverses else None,
    )


def granted(on: date, form: FormKind = FormKind.MINOR, paper: str = "paper") -> Act:
    """A consent signed on a day."""
    return act(ActKind.CONSENT_GRANTED, on, paper, form)


def affirmed(on: date, paper: str = "paper") -> Act:
    """The affirmation of that paper."""
    return act(ActKind.CONSENT_AFFIRMED, on, paper, late=1)


def written_to(on: date, letter: str = "turning_18") -> Act:
    """A letter."""
    return replace(act(ActKind.LETTER_MADE, on), facts={"letter": letter})
