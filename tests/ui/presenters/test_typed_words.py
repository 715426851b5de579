"""What is typed or chosen in a small form can be read again: beside its act, and in the book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from immtrac_desk.desk.consents import RecordExisting
from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.dose import ReportMethod
from immtrac_desk.domain.words import Choice, FormKind, Intent, Scope, Source, Who
from tests.desk.signing import begin, grant, sign
from tests.office import Office, open_office
from tests.seen import signed_paper
from ui.presenters import act_forms
from ui.presenters.act_forms import About
from ui.presenters.client import ClientPresenter
from ui.presenters.form_values import Value
from ui.presenters.history import HistoryPresenter
from ui.presenters.sheet_fields import Asked, Kind
from ui.wording import Wording

BOTH = pytest.mark.parametrize("voice", [Wording("en"), Wording("es")], ids=["en", "es"])
SIGNED, TODAY = date(2026, 11, 18), date(2026, 11, 22)
UNREGISTERED = frozenset({"send", "confirm_receipt"})
IN_THE_BOOK = frozenset(
    {
        *("merge", "unmerge", "report_doses", "set_aside_dose", "void_dose", "undo_dose_step"),
        *("close_answer", "email_answer", "reopen_answer"),
    }
)
"""These are no act of one client's consents; what was typed stands in the history."""


def of_client(office: Office, client: Client) -> About:
    return About(client_id=client.id)


def of_paper(office: Office, client: Client) -> About:
    signed_paper(office.desk, client, SIGNED)
    return About(
        client_id=client.id, document_id=office.desk.people.file(client.id).documents[0].id
    )


def of_sent(office: Office, client: Client) -> About:
    about = of_paper(office, client)
    office.desk.consents.send(about.document_id, SIGNED, "fax")
    return about


def of_release(office: Office, client: Client) -> About:
    draft = begin(office, client, Intent.COPY, choice=Choice.RELEASE)
    return About(client_id=client.id, document_id=sign(office, draft).document.id)


def of_act(office: Office, client: Client) -> About:
    act = office.desk.people.note_search(client.id, "candidates", SIGNED)
    return About(client_id=client.id, act_id=act.id)


def of_task(office: Office, client: Client) -> About:
    office.desk.people.identity_change(client, "adopted")
    return About(client_id=client.id, task_id=office.desk.people.file(client.id).tasks[0].id)


def of_conflict(office: Office, client: Client) -> About:
    about = of_paper(office, client)
    office.desk.consents.record_existing(
        RecordExisting(
            client_id=client.id,
            form=FormKind.WITHDRAWAL,
            signed_on=SIGNED,
            source=Source.PAPER,
            where="chart",
            signer_name="Luis López",
            who=Who.PARENT,
            relation="father",
            choice=Choice.WITHDRAW,
            scope=Scope.STANDARD,
        )
    )
    return about


def of_two(office: Office, client: Client) -> About:
    other = office.client(client.born_on, name=PersonName(last="Garcia Lopez", first="Ana Sofia"))
    return About(client_id=client.id, other_id=other.id)


def of_merged(office: Office, client: Client) -> About:
    about = of_two(office, client)
    office.desk.people.merge(about.client_id, about.other_id, "one person")
    return about


def of_dose(office: Office, client: Client) -> About:
    dose = replace(office.desk.doses.new_dose(client.id), cvx="115", given_on=SIGNED)
    return About(client_id=client.id, dose_ids=(office.desk.doses.save(dose).id,))


def of_reported(office: Office, client: Client) -> About:
    ids = of_dose(office, client).dose_ids
    (step,) = office.desk.doses.report(ids, TODAY, ReportMethod.ONLINE, "mrobles")
    return About(client_id=client.id, step_id=step.id)


def of_item(office: Office, client: Client, code: str = "IEE-521") -> About:
    office.desk.answers.take(f"{code} text of the portal", AnswerSource.PASTED)
    (line,) = office.desk.answers.items()
    return About(client_id=client.id, item_id=line.item.id)


def of_mailed(office: Office, client: Client) -> About:
    return of_item(office, client, "IEE-296")


def of_closed(office: Office, client: Client) -> About:
    about = of_item(office, client)
    office.desk.answers.close(about.item_id, "nothing to do")
    return about


GROUND: dict[str, Callable[[Office, Client], About]] = {
    "affirm": of_paper,
    "send": of_paper,
    "confirm_receipt": of_sent,
    "invalidate": of_paper,
    "settle_conflict": of_conflict,
    "answer_release": of_release,
    "undo": of_act,
    "record_death": of_client,
    "note_search": of_client,
    "note_responder": of_client,
    "close_task": of_task,
    "attach": of_act,
    "merge": of_two,
    "unmerge": of_merged,
    "note_schedule": of_client,
    "stop_entry": of_client,
    "report_doses": of_dose,
    "set_aside_dose": of_dose,
    "void_dose": of_dose,
    "undo_dose_step": of_reported,
    "close_answer": of_item,
    "email_answer": of_mailed,
    "reopen_answer": of_closed,
}


def filled(form_id: str, about: About, voice: Wording) -> tuple[dict[str, Value], list[str]]:
    """Values for every field, and the words in which each is to be read again."""
    values: dict[str, Value] = {}
    words = []
    for place, asked in enumerate(act_forms.form(form_id).asked):
        values[asked.name], said = answer(form_id, asked, place, about, voice)
        words += [said] if said else []
    return values, words


def answer(
    form_id: str, asked: Asked, place: int, about: About, voice: Wording
) -> tuple[Value, str]:
    if asked.kind is Kind.DATE:
        say = voice.long_date if form_id in IN_THE_BOOK else voice.short_date
        return TODAY, say(TODAY)
    if asked.kind is Kind.FILE:
        return None, ""
    if asked.name == "prevails":
        return about.document_id, "María García"
    if asked.name == "responder":
        return "M", voice.say("fr.M")
    if asked.kind is Kind.CHOICE:
        return asked.options[0], voice.say(f"act_form.{form_id}.{asked.name}s.{asked.options[0]}")
    typed = f"written {place} <b>in {asked.name}</b>"
    return typed, typed


def test_every_form_in_which_something_is_typed_or_chosen_is_looked_at() -> None:
    silent = {Kind.DATE, Kind.FILE}
    asking = {f.id for f in act_forms.forms() if any(a.kind not in silent for a in f.asked)}
    assert asking == set(GROUND)


@BOTH
@pytest.mark.parametrize("form_id", sorted(GROUND))
def test_what_was_entered_can_be_read_again(form_id: str, voice: Wording, tmp_path: Path) -> None:
    office = open_office(tmp_path, registered=form_id not in UNREGISTERED)
    client = office.client(date(2015, 3, 10))
    about = GROUND[form_id](office, client)
    values, words = filled(form_id, about, voice)
    if "file" in values:
        values["file"] = office.desk.papers.sample(FormKind.MINOR, "en")
    act_forms.submit(form_id, office.desk, about, values)
    told = book(office, voice) if form_id in IN_THE_BOOK else room(office, client, voice)
    assert [said for said in words if said not in told] == []
    office.desk.close()


def room(office: Office, client: Client, voice: Wording) -> str:
    """All that the client's room says of acts and tasks."""
    shown = ClientPresenter(office.desk, voice, client.id)
    lines = [(*shown.act_line(line), shown.fact_words(line.act)) for line in shown.acts()]
    lines += [shown.task_line(task) for task in shown.tasks()]  # type: ignore[misc]
    return "\n".join(" ".join(line) for line in lines)


def book(office: Office, voice: Wording) -> str:
    rows = HistoryPresenter(office.desk, voice).more()
    return "\n".join(f"{label}: {value}" for row in rows for label, value in row.facts)


@BOTH
def test_the_book_tells_the_grounds_and_no_number_of_a_record(
    office: Office, voice: Wording
) -> None:
    client = office.client(date(2015, 3, 10))
    paper = grant(office, client).document
    office.desk.consents.invalidate(paper.id, "the sister's form")
    search = office.desk.people.note_search(client.id, "found", SIGNED, "0012345")
    office.desk.consents.undo(search.id, "the sister's number")
    told = book(office, voice)
    for said in ("the sister's form", "the sister's number"):
        assert said in told
    assert voice.say("act_form.note_search.outcomes.found") in told
    assert "0012345" not in told
    assert paper.id not in told
    assert search.id not in told


def test_a_settlement_names_who_prevails_and_not_a_number(office: Office) -> None:
    client = office.client(date(2015, 3, 10))
    about = of_conflict(office, client)
    office.desk.consents.settle_conflict(client.id, about.document_id, "order 26-114", SIGNED)
    told = book(office, Wording("en"))
    assert "Prevails: María García, 18 Nov 2026" in told
    assert "What was seen: order 26-114" in told
