"""The drawers of doses, answers and reports: put, found, refused, and found under a survivor."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.answer import Answer, AnswerItem, AnswerStep, AnswerStepKind
from immtrac_desk.domain.dose import Dose, DoseStep, DoseStepKind, ReportMethod
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.registry_report import CatalogueEntry, TipsReading
from immtrac_desk.errors import DeskError
from immtrac_desk.store.engine import close, create_database, open_engine
from immtrac_desk.store.unit_of_work import Filing, UnitOfWork
from tests.store.records import NOW, STAFF, a_client, any_record, sha
from tests.store.registry_records import (
    ACK,
    DAY,
    a_dose,
    a_dose_step,
    a_reading,
    an_answer,
    an_answer_step,
    an_entry_of_the_catalogue,
    an_item,
)
from tests.store.site_records import a_person, a_site

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
IDS = st.uuids().map(str)
OURS = a_client()
TWIN = a_client(first="Marta")
OTHER = a_client("Lee", "Bo")
SITE = a_site()
ROSA = a_person()
STORM = DisasterEvent(id=cast("Any", "STORM"), name="Storm", started_on=DAY)
FILED = a_dose(OURS)
ANSWER = an_answer()
ITEM = an_item(ANSWER)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filing]:
    """One file for every test; whatever a test writes is rolled back."""
    place: Path = tmp_path_factory.mktemp("room") / "desk.db"
    create_database(place, bytes(32))
    engine: sa.Engine = open_engine(place, bytes(32))
    filing = Filing(engine)
    with filing.writing() as work:
        work.staff.put(STAFF)
        for client in (OURS, TWIN, OTHER):
            work.clients.add(client)
        work.organizations.put(SITE, DAY)
        work.site_people.put(ROSA)
        work.events.put(STORM)
        work.doses.put(FILED)
        work.answers.add(ANSWER, ACK)
        work.answer_items.add_all((ITEM,))
        work.commit()
    yield filing
    close(engine)


@pytest.fixture
def room(whole: Filing) -> Iterator[UnitOfWork]:
    with whole.writing() as work:
        yield work


def refusal(error: pytest.ExceptionInfo[DeskError]) -> str:
    return str(error.value.facts.get("rule", error.value.code))


def on_file(*ids: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *ids])


@many
@given(
    dose=any_record(
        Dose,
        id=IDS,
        client_id=st.just(OURS.id),
        prescriber_id=on_file(ROSA.id),
        organization_id=on_file(SITE.id),
        event_id=on_file(STORM.id),
        entered_by=st.just(STAFF.id),
        version=st.just(1),
    )
)
def test_a_dose_comes_back_the_same(whole: Filing, dose: Dose) -> None:
    with whole.writing() as work:
        assert work.doses.put(dose) == dose == work.doses.get(dose.id)


@many
@given(
    step=any_record(
        DoseStep,
        id=IDS,
        dose_id=st.just(FILED.id),
        kind=st.just(DoseStepKind.REPORTED),
        method=st.sampled_from(ReportMethod),
        by=st.just(STAFF.id),
        reverses=st.none(),
    )
)
def test_a_dose_step_comes_back_the_same(whole: Filing, step: DoseStep) -> None:
    with whole.writing() as work:
        work.dose_steps.add(step)
        assert work.dose_steps.get(step.id) == step


@many
@given(
    answer=any_record(Answer, id=IDS, by=st.just(STAFF.id), organization_id=on_file(SITE.id)),
    content=st.binary(min_size=1, max_size=9000).filter(lambda content: content != ACK),
)
def test_an_answer_and_its_bytes_come_back_the_same(
    whole: Filing, answer: Answer, content: bytes
) -> None:
    answer = replace(answer, size=len(content), digest=sha(content))
    with whole.writing() as work:
        work.answers.add(answer, content)
        assert work.answers.get(answer.id) == answer == work.answers.with_digest(answer.digest)
        assert work.answers.content(answer.id) == content


@many
@given(
    item=any_record(
        AnswerItem,
        id=IDS,
        answer_id=st.just(ANSWER.id),
        client_id=st.just(OURS.id),
        dose_id=on_file(FILED.id),
        count=st.integers(1, 10_000),
    )
)
def test_an_item_comes_back_the_same(whole: Filing, item: AnswerItem) -> None:
    with whole.writing() as work:
        work.answer_items.add_all((item,))
        assert work.answer_items.get(item.id) == item
        assert work.answer_items.with_same((item.same,)) == {item.same: (item,)}


@many
@given(
    step=any_record(
        AnswerStep,
        id=IDS,
        item_id=st.just(ITEM.id),
        kind=st.sampled_from([k for k in AnswerStepKind if k is not AnswerStepKind.SEEN_AGAIN]),
        by=st.just(STAFF.id),
        client_id=st.just(OURS.id),
        dose_id=on_file(FILED.id),
        answer_id=st.none(),
    )
)
def test_an_answer_step_comes_back_the_same(whole: Filing, step: AnswerStep) -> None:
    with whole.writing() as work:
        work.answer_steps.add(step)
        assert work.answer_steps.of_item(ITEM.id) == (step,)


@many
@given(
    entry=any_record(CatalogueEntry, id=IDS),
    reading=any_record(
        TipsReading,
        id=IDS,
        organization_id=st.just(SITE.id),
        measure=st.text(min_size=1, max_size=60),
        by=st.just(STAFF.id),
    ),
)
def test_an_entry_and_a_figure_come_back_the_same(
    whole: Filing, entry: CatalogueEntry, reading: TipsReading
) -> None:
    with whole.writing() as work:
        work.catalogue.put(entry)
        work.tips.put(reading)
        assert work.catalogue.get(entry.id) == entry
        assert work.tips.get(reading.id) == reading


def test_a_correction_of_a_dose_keeps_what_it_was(room: UnitOfWork) -> None:
    corrected = room.doses.put(replace(FILED, lot="B9"))
    assert corrected == replace(FILED, lot="B9", version=2) == room.doses.get(FILED.id)
    again = room.doses.put(replace(corrected, client_id=OTHER.id))
    assert room.doses.versions(FILED.id) == (FILED, corrected)
    assert room.doses.of_client(OTHER.id) == (again,)
    with pytest.raises(DeskError) as caught:
        room.doses.put(FILED)
    assert caught.value.code == "dose.changed_meanwhile"
    assert caught.value.facts == {"stored": 3, "read": 1}


def test_doses_are_read_as_they_were_given(room: UnitOfWork) -> None:
    old = room.doses.put(a_dose(OURS, given_on=DAY - timedelta(days=9)))
    later = room.doses.put(a_dose(OURS, entered_at=NOW + timedelta(minutes=1)))
    other = room.doses.put(a_dose(OTHER, given_on=DAY - timedelta(days=30)))
    assert room.doses.of_client(OURS.id) == (old, FILED, later)
    assert room.doses.all() == (other, old, FILED, later)


def test_doses_are_found_under_the_client_who_stands_for_another(room: UnitOfWork) -> None:
    theirs = room.doses.put(a_dose(TWIN, given_on=DAY - timedelta(days=1)))
    step, undone = a_dose_step(theirs), a_dose_step(FILED)
    room.dose_steps.add(step)
    room.dose_steps.add(undone)
    room.merges.merge(OURS.id, TWIN.id, NOW, STAFF.id)
    assert room.doses.of_client(OURS.id) == (theirs, FILED)
    assert room.doses.of_clients((OURS.id, OTHER.id)) == {OURS.id: (theirs, FILED)}
    assert room.dose_steps.of_client(OURS.id) == (step, undone)
    room.merges.unmerge(TWIN.id, NOW, STAFF.id)
    assert room.doses.of_client(OURS.id) == (FILED,)
    assert room.doses.of_clients((TWIN.id,)) == {TWIN.id: (theirs,)}
    assert room.dose_steps.of_client(OURS.id) == (undone,)


def test_a_merge_of_a_merge_is_one_client(room: UnitOfWork) -> None:
    theirs = room.doses.put(a_dose(OTHER))
    room.merges.merge(TWIN.id, OTHER.id, NOW, STAFF.id)
    room.merges.merge(OURS.id, TWIN.id, NOW, STAFF.id)
    assert set(room.doses.of_clients((OURS.id,))[OURS.id]) == {FILED, theirs}


def test_steps_of_a_dose_are_read_as_they_were_entered(room: UnitOfWork) -> None:
    reported = a_dose_step(FILED)
    undone = a_dose_step(
        FILED, kind=DoseStepKind.UNDONE, method=None, reverses=reported.id, reason="wrong dose"
    )
    void = a_dose_step(FILED, kind=DoseStepKind.VOIDED, method=None, at=NOW - timedelta(days=1))
    for step in (reported, undone, void):
        room.dose_steps.add(step)
    assert room.dose_steps.of_dose(FILED.id) == (reported, undone, void)
    assert room.dose_steps.all_by_dose() == {FILED.id: (reported, undone, void)}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"method": None}, "ck_dose_steps_method"),
        ({"kind": DoseStepKind.VOIDED}, "ck_dose_steps_method"),
        ({"kind": DoseStepKind.UNDONE, "method": None}, "ck_dose_steps_reverses"),
        ({"reverses": "NOTHING"}, "ck_dose_steps_reverses"),
        ({"dose_id": "NOBODY"}, "FOREIGN KEY"),
    ],
)
def test_a_step_that_cannot_be_is_refused_by_the_file_too(
    room: UnitOfWork, changes: dict[str, Any], rule: str
) -> None:
    with pytest.raises(DeskError) as caught:
        room.dose_steps.add(a_dose_step(FILED, **changes))
    assert rule in refusal(caught)


def test_answers_are_read_the_last_first_and_found_by_their_bytes(room: UnitOfWork) -> None:
    content = b"IEE-526"
    newer = an_answer(content, at=NOW - timedelta(days=3))
    room.answers.add(newer, content)
    assert room.answers.all() == (newer, ANSWER), "in the order of entry, whatever the clock said"
    assert room.answers.with_digest(sha(b"never came")) is None
    with pytest.raises(DeskError) as caught:
        room.answers.add(an_answer(content), content)
    assert refusal(caught) == "UNIQUE constraint failed: answers.digest"


@pytest.mark.parametrize(
    ("content", "changes", "rule"),
    [
        (b"x", {"digest": sha(b"y")}, "answer.digest_differs"),
        (b"x", {"size": 2}, "answer.digest_differs"),
        (b"", {}, "answer.digest_differs"),
        (b"x", {"accepted": -1}, "CHECK constraint failed: ck_answers_counts"),
    ],
)
def test_an_answer_that_did_not_arrive_whole_is_refused(
    room: UnitOfWork, content: bytes, changes: dict[str, Any], rule: str
) -> None:
    with pytest.raises(DeskError) as caught:
        room.answers.add(an_answer(content, **changes), content)
    assert refusal(caught) == rule


def test_ten_thousand_items_are_one_statement_in_and_a_few_out(room: UnitOfWork) -> None:
    items = tuple(an_item(ANSWER, same=f"s-{n}", client_id=OURS.id) for n in range(10_000))
    steps = tuple(
        an_answer_step(item, kind=AnswerStepKind.SEEN_AGAIN, answer_id=ANSWER.id)
        for item in items[:5000]
    )
    heard: list[str] = []

    def hear(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        heard.append(statement)

    engine = cast("Any", room)._engine
    sa.event.listen(engine, "before_cursor_execute", hear)
    room.answer_items.add_all(items)
    room.answer_steps.add_all(steps)
    assert room.answer_items.of_client(OURS.id) == items
    assert room.answer_items.all() == (ITEM, *items)
    assert len(room.answer_steps.all_by_item()) == 5000
    assert len(heard) == 6, "two in, one for merges, three out"
    found = room.answer_items.with_same(f"s-{n}" for n in range(9_000, 11_000))
    sa.event.remove(engine, "before_cursor_execute", hear)
    assert found == {item.same: (item,) for item in items[9_000:]}
    assert len(heard) == 10
    room.answer_items.add_all(())
    room.answer_steps.add_all(())


def test_an_item_is_found_by_whose_it_was_read_as_and_by_whom_it_was_matched_to(
    room: UnitOfWork,
) -> None:
    read, matched = an_item(ANSWER, client_id=OURS.id), an_item(ANSWER, ref="?")
    room.answer_items.add_all((read, matched))
    assert room.answer_items.of_client(OURS.id) == (read,)
    theirs = an_answer_step(matched, kind=AnswerStepKind.MATCHED, client_id=TWIN.id)
    room.answer_steps.add(theirs)
    assert room.answer_items.of_client(TWIN.id) == (matched,)
    room.merges.merge(OURS.id, TWIN.id, NOW, STAFF.id)
    assert room.answer_items.of_client(OURS.id) == (read, matched)
    assert room.answer_items.of_answer(ANSWER.id) == (ITEM, read, matched)
    assert room.answer_steps.all_by_item() == {matched.id: (theirs,)}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"count": 0}, "ck_answer_items_count"),
        ({"dose_id": FILED.id}, "ck_answer_items_dose"),
        ({"answer_id": "NOTHING"}, "FOREIGN KEY"),
    ],
)
def test_an_item_that_cannot_be_is_refused_by_the_file_too(
    room: UnitOfWork, changes: dict[str, Any], rule: str
) -> None:
    with pytest.raises(DeskError) as caught:
        room.answer_items.add_all((an_item(ANSWER, **changes),))
    assert rule in refusal(caught)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"kind": AnswerStepKind.SEEN_AGAIN}, "ck_answer_steps_again"),
        ({"answer_id": ANSWER.id}, "ck_answer_steps_again"),
        ({"dose_id": FILED.id}, "ck_answer_steps_dose"),
    ],
)
def test_a_step_of_an_item_that_cannot_be_is_refused_by_the_file_too(
    room: UnitOfWork, changes: dict[str, Any], rule: str
) -> None:
    with pytest.raises(DeskError) as caught:
        room.answer_steps.add(an_answer_step(ITEM, **changes))
    assert rule in refusal(caught)


def test_an_entry_and_a_figure_are_changed_in_their_place(room: UnitOfWork) -> None:
    entry, figure = an_entry_of_the_catalogue(), a_reading(SITE)
    before = a_reading(SITE, month=DAY.replace(year=2025, day=1))
    for kept in (figure, before):
        room.tips.put(kept)
    room.catalogue.put(entry)
    retired, void = replace(entry, retired=True), replace(figure, voided=True)
    room.catalogue.put(retired)
    room.tips.put(void)
    assert room.catalogue.all() == (retired,)
    assert room.tips.of_site(SITE.id) == (before, void)
    assert set(room.tips.all()) == {before, void}
    assert room.tips.of_site(cast("Any", "NOBODY")) == ()


def test_a_client_is_seen_at_a_site_on_file(room: UnitOfWork) -> None:
    seen = room.clients.put(replace(OURS, site_id=SITE.id))
    assert room.clients.get(OURS.id).site_id == SITE.id
    with pytest.raises(DeskError) as caught:
        room.clients.put(replace(seen, site_id=cast("Any", "NOWHERE")))
    assert "FOREIGN KEY" in refusal(caught)


def test_an_event_keeps_its_vaccines(room: UnitOfWork) -> None:
    named = replace(STORM, vaccines=("213", "94500"))
    room.events.put(named)
    assert room.events.get(STORM.id) == named


@pytest.mark.parametrize(
    ("drawer", "code"),
    [
        ("doses", "dose.unknown"),
        ("dose_steps", "dose_step.unknown"),
        ("answers", "answer.unknown"),
        ("answer_items", "answer_item.unknown"),
        ("catalogue", "catalogue_entry.unknown"),
        ("tips", "tips.unknown"),
    ],
)
def test_what_is_not_there_is_refused(room: UnitOfWork, drawer: str, code: str) -> None:
    with pytest.raises(DeskError) as caught:
        getattr(room, drawer).get("x")
    assert caught.value.code == code


def test_bytes_that_are_not_there_are_refused(room: UnitOfWork) -> None:
    with pytest.raises(DeskError) as caught:
        room.answers.content(cast("Any", "x"))
    assert caught.value.code == "answer.unknown"
