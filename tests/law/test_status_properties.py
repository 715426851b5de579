"""DT-5 for any history: one row always, no matter in which order the acts are told."""

import random
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, StaffId
from immtrac_desk.domain.words import FormKind, Has, Scope, Status, Who
from immtrac_desk.law.forms import FormFacts, life_stage, which_form
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.status import derive
from immtrac_desk.law.tables import row

BORN = date(2008, 3, 10)
FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
DAYS = st.dates(FIRST, LAST)
PAPERS = st.sampled_from([DocumentId(letter) for letter in "abc"])
SETTINGS = st.builds(
    LawSettings,
    registered_provider=st.booleans(),
    late_minor=st.sampled_from(["too_late", "accept"]),
)


@st.composite
def an_act(draw: st.DrawFn) -> Act:
    on = draw(DAYS)
    entered = on + timedelta(days=draw(st.integers(0, 3)))
    return Act(
        id=ActId(draw(st.uuids()).hex),
        client_id=ClientId("client"),
        kind=draw(st.sampled_from(ActKind)),
        on=on,
        at=datetime.combine(entered, time(draw(st.integers(8, 17))), UTC),
        by=StaffId("clerk"),
        document_id=draw(st.none() | PAPERS),
        form=draw(st.sampled_from([None, *FormKind])),
        scope=draw(st.sampled_from([None, *Scope])),
        signed_at=draw(st.none() | st.sampled_from([time(9), time(10)])),
        signer=draw(st.sampled_from(["", "MOTHER", "FATHER", "CLIENT"])),
        capacity=draw(st.sampled_from([None, Who.PARENT, Who.SELF, Who.GRANDPARENT])),
        facts={"prevails": draw(PAPERS), "fr": draw(st.sampled_from(["F", "M", "N", "?"]))},
    )


@st.composite
def a_history(draw: st.DrawFn) -> list[Act]:
    acts = draw(st.lists(an_act(), max_size=8))
    if acts and draw(st.booleans()):
        undo = draw(an_act())
        target = draw(st.sampled_from(acts))
        acts.append(_undo(undo, target))
    return acts


def _undo(act: Act, target: Act) -> Act:
    return Act(
        id=act.id,
        client_id=act.client_id,
        kind=ActKind.ENTERED_IN_ERROR,
        on=act.on,
        at=act.at,
        by=act.by,
        reverses=target.id,
    )


@settings(max_examples=150, deadline=None)
@given(a_history(), DAYS, SETTINGS)
def test_exactly_one_row_of_dt_5_holds_and_it_fits_the_age(
    acts: list[Act], on: date, law: LawSettings
) -> None:
    standing = derive(BORN, acts, on, law)
    assert row(standing.row, on).text("status").startswith(standing.status.value.split("_")[0])
    minor = life_stage(BORN, on, law) == "under_18"
    adults = {Status.CONSENTED_ADULT, Status.PENDING_ADULT, Status.LAPSED, Status.NONE_ADULT}
    assert not (minor and standing.status in adults)
    assert minor or standing.status not in (Status.CONSENTED_MINOR, Status.NONE_MINOR)


@settings(max_examples=150, deadline=None)
@given(a_history(), DAYS, SETTINGS, st.randoms(use_true_random=False))
def test_the_order_in_which_acts_are_told_does_not_matter(
    acts: list[Act], on: date, law: LawSettings, shuffler: random.Random
) -> None:
    told = list(acts)
    shuffler.shuffle(told)
    assert derive(BORN, told, on, law) == derive(BORN, acts, on, law)


@settings(max_examples=150, deadline=None)
@given(a_history(), DAYS, SETTINGS)
def test_what_comes_after_the_day_does_not_matter(
    acts: list[Act], on: date, law: LawSettings
) -> None:
    known = [act for act in acts if act.on <= on]
    assert derive(BORN, acts, on, law) == derive(BORN, known, on, law)


@settings(max_examples=150, deadline=None)
@given(a_history(), DAYS, SETTINGS)
def test_only_a_consent_in_effect_is_ever_released(
    acts: list[Act], on: date, law: LawSettings
) -> None:
    standing = derive(BORN, acts, on, law)
    consented = (Status.CONSENTED_ADULT, Status.CONSENTED_MINOR)
    assert standing.released is (standing.status in consented)
    assert not standing.released or standing.effective_document is not None


@settings(max_examples=150, deadline=None)
@given(a_history(), DAYS, SETTINGS)
def test_undoing_every_act_leaves_nothing(acts: list[Act], on: date, law: LawSettings) -> None:
    lived = [act for act in acts if act.kind is not ActKind.ENTERED_IN_ERROR]
    undone = [_undo(Act(**{**_fields(act), "id": ActId("u" + act.id)}), act) for act in lived]
    assert derive(BORN, [*lived, *undone], on, law) == derive(BORN, [], on, law)


def _fields(act: Act) -> dict[str, object]:
    return {"id": act.id, "client_id": act.client_id, "kind": act.kind, "on": act.on,
            "at": act.at + timedelta(days=400), "by": act.by}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(a_history(), DAYS, SETTINGS)
def test_what_is_on_file_always_has_an_answer_of_dt_1(
    acts: list[Act], on: date, law: LawSettings
) -> None:
    standing = derive(BORN, acts, on, law)
    died = standing.status is Status.DECEASED
    advice = which_form(FormFacts(born_on=BORN, has=standing.has, died=died), on, law)
    assert advice.citation
    consented = standing.status in (Status.CONSENTED_ADULT, Status.CONSENTED_MINOR)
    assert not consented or advice.form is None


@settings(max_examples=150, deadline=None)
@given(a_history(), DAYS, SETTINGS)
def test_a_minor_never_has_an_adult_consent(acts: list[Act], on: date, law: LawSettings) -> None:
    standing = derive(BORN, acts, on, law)
    assert on >= date(2026, 3, 10) or standing.has is not Has.ADULT
