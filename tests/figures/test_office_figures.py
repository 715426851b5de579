"""What is counted of answers, of the book and of sites."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from immtrac_desk.domain.answer import AnswerItem
from immtrac_desk.domain.ids import AnswerId, AnswerItemId, ClientId, OrganizationId
from immtrac_desk.figures.cross import WHOLE
from immtrac_desk.figures.replies import MOST_CODES, Came, replies
from immtrac_desk.figures.sites import SiteStands, Trained, sites
from immtrac_desk.figures.staff import Line, staff
from tests.figures.telling import NOVEMBER

FIRST, LAST = NOVEMBER.first, NOVEMBER.last


def came(code: str, on: date = FIRST, at: int = 0) -> Came:
    item = AnswerItem(
        id=AnswerItemId(f"{code}{on}{at}"),
        answer_id=AnswerId("answer"),
        same=f"{code}{at}",
        code=code,
        client_id=ClientId("client"),
    )
    return Came(item, on, None)


def test_answers_by_month_and_code_the_most_frequent_first() -> None:
    [table] = replies([came("CLR-101"), came("IEE-413", at=1), came("IEE-413", LAST, 2)], NOVEMBER)
    assert table.columns == ("IEE-413", "CLR-101")
    assert (table.rows, table.count("2026-11", "IEE-413")) == (("2026-11",), 2)
    assert table.behind("2026-11", "CLR-101")[0].what == "CLR-101"


def test_an_answer_of_another_period_is_not_counted() -> None:
    outside = [came("A", FIRST - timedelta(1)), came("A", LAST + timedelta(1))]
    assert replies(outside, NOVEMBER)[0].count(WHOLE, WHOLE) == 0


def test_rare_codes_are_counted_together_and_none_is_lost() -> None:
    found = [came(f"IEE-{n}", at=k) for n in range(100, 112) for k in range(120 - n)]
    [table] = replies(found, NOVEMBER)
    assert len(table.columns) == MOST_CODES + 1
    assert table.columns[-1] == "other"
    assert table.count(WHOLE, WHOLE) == len(found)


def line(actor: str, act: str, on: date = FIRST) -> Line:
    return Line(actor, on, datetime(on.year, on.month, on.day, 15, tzinfo=UTC), act, None)


def test_work_is_counted_by_person_and_looking_is_none() -> None:
    lines = [
        line("Marta", "consent_granted"),
        line("Marta", "consent_affirmed", LAST),
        line("dan", "letter_made"),
        line("dan", "client_looked_at"),
        line("Marta", "vault_opened"),
        line("Marta", "letter_made", LAST + timedelta(1)),
    ]
    by_month, by_act = staff(lines, NOVEMBER)
    assert by_month.rows == ("dan", "Marta")
    assert [by_month.count(who, "2026-11") for who in by_month.rows] == [1, 2]
    assert by_act.count("Marta", "consent_granted") == 1
    assert by_act.count(WHOLE, WHOLE) == by_month.count(WHOLE, WHOLE) == 3
    assert not any(one.client_id for one in by_month.behind(WHOLE, WHOLE)), "no client is named"


def test_sites_by_training_and_by_agreement() -> None:
    here = OrganizationId("here")
    trained = Trained("Nuñez, Rosa", "done", FIRST, None)
    owing = Trained("Ortega, Luis", "overdue", None, LAST)
    stands = [
        SiteStands(
            here,
            "Oak Street",
            "OVERDUE",
            FIRST,
            (trained, owing),
        ),
        SiteStands(OrganizationId("there"), "Elm Street", "NONE", None, ()),
    ]
    training, agreements = sites(stands)
    assert (training.count("here", "done"), training.count("here", "overdue")) == (1, 1)
    assert training.behind("here", "overdue")[0].alarm == "red"
    assert training.count("there", WHOLE) == 0
    assert agreements.rows == ("OVERDUE", "NONE")
    assert agreements.behind("OVERDUE", "sites")[0].name == "Oak Street"
