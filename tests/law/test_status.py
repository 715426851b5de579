"""DT-5: the standard status, derived by the case book."""

from datetime import date
from typing import Any

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId
from immtrac_desk.domain.words import FormKind, Status, Who
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.status import derive
from tests.law.site_cases import CLERK, at

BOOK = "dt05"


def act(kind: ActKind, on: date, form: FormKind) -> Act:
    """One act of a client who signs for herself, or whose mother does; its paper named by form."""
    return Act(
        id=ActId(f"{kind.value}-{form.value}"),
        client_id=ClientId("client"),
        kind=kind,
        on=on,
        at=at(on),
        by=CLERK,
        document_id=DocumentId(form.value),
        form=form if kind is ActKind.CONSENT_GRANTED else None,
        signer="EVA",
        capacity=Who.PARENT if form is FormKind.MINOR else Who.SELF,
    )


def test_the_status_is_what_the_case_says(case: Any) -> None:
    standing = derive(case.facts["birth"], case.acts, case.on, case.settings)
    assert (standing.row,) == case.rows
    assert standing.row not in case.not_rows
    answers = {
        "status": standing.status.value,
        "kept": standing.kept,
        "released": standing.released,
        "flag": standing.flag,
        "has": standing.has.value,
        "waiting": [one.document_id for one in standing.to_affirm],
        "fr": standing.fr.value,
        "fr_review": standing.fr_review,
        "dir": standing.dir.value,
        "dir_review": standing.dir_review,
        "since": standing.since,
        "until": standing.until,
        "alarm": standing.alarm,
        "declined_on": standing.declined_on,
    }
    asked = case.wanted(answers)
    assert {key: answers[key] for key in asked} == asked


def test_only_a_state_that_a_birthday_ends_has_a_last_day() -> None:
    grown, born = date(1990, 3, 10), date(2008, 3, 10)
    signed = act(ActKind.CONSENT_GRANTED, date(2026, 1, 5), FormKind.ADULT)
    effect = act(ActKind.CONSENT_AFFIRMED, date(2026, 1, 6), FormKind.ADULT)
    for acts, on in (([], 6), ([signed], 5), ([signed, effect], 6)):
        assert derive(grown, acts, date(2026, 1, on), LawSettings()).until is None
    childhood = [
        act(ActKind.CONSENT_GRANTED, date(2020, 1, 5), FormKind.MINOR),
        act(ActKind.CONSENT_AFFIRMED, date(2020, 1, 6), FormKind.MINOR),
    ]
    lapsed = derive(born, childhood, date(2034, 3, 10), LawSettings())
    assert (lapsed.status, lapsed.until) == (Status.LAPSED, None)


def test_of_two_papers_that_wait_the_louder_alarm_is_the_clients() -> None:
    born, on = date(2000, 3, 10), date(2026, 3, 9)
    old = act(ActKind.CONSENT_GRANTED, date(2026, 1, 5), FormKind.ADULT)
    fresh = act(ActKind.CONSENT_GRANTED, date(2026, 3, 9), FormKind.DISASTER)
    for acts in ([old, fresh], [fresh, old]):
        found = derive(born, acts, on, LawSettings())
        assert sorted(one.alarm for one in found.to_affirm) == ["amber", "plain"]
        assert found.alarm == "amber"
