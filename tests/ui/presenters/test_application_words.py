"""Every word of an application's screens: questions, states, steps, acts; in both languages."""

from __future__ import annotations

import pytest

from immtrac_desk.desk.agreement_card import PERSON_FIELDS
from immtrac_desk.domain.agreement import ApplicationKind, ApplicationState, StepKind
from immtrac_desk.domain.question import STEPS, QuestionKind
from immtrac_desk.domain.words import Manner
from immtrac_desk.law.questions import built_in
from ui.presenters import application_acts, question_page
from ui.presenters.application_layout import FEW, ROWS, Editor, editor_of, row_of, rows_of
from ui.presenters.application_words import MOST, brief
from ui.wording import Wording

EN, ES = Wording("en"), Wording("es")
VOICES = pytest.mark.parametrize("voice", [EN, ES], ids=["en", "es"])


@VOICES
def test_every_question_has_its_label_and_every_option_its_word(voice: Wording) -> None:
    wanted = []
    for question in built_in().questions:
        told = question.kind is QuestionKind.TOLD
        wanted += [f"asked.{question.id}", *([f"asked_told.{question.id}"] if told else [])]
        wanted += [f"asked_option.{question.id}.{word}" for word in question.options]
    assert [code for code in wanted if not voice.has(code)] == []


@VOICES
def test_every_state_step_kind_and_manner_is_said(voice: Wording) -> None:
    states = [state.value for state in ApplicationState]
    wanted = [f"application_room.{part}.{s}" for s in states for part in ("says", "now", "next")]
    wanted += [f"application_state.{state}" for state in states]
    wanted += [f"application_kind.{kind.value}" for kind in ApplicationKind]
    wanted += [f"application_room.did.{kind.value}" for kind in StepKind]
    wanted += [f"application_room.manner.{manner.value}" for manner in Manner]
    wanted += [f"application_room.step.{step}" for step in STEPS]
    labels = ("responsible_medical_provider", "pharmacist_in_charge", "authorized_signer")
    wanted += [f"application_room.sign.label.{label}" for label in labels]
    wanted += [f"question_page.kind.{kind}" for kind in question_page.OWN_KINDS]
    fields = (*PERSON_FIELDS, "supervisor_trained_on")
    wanted += [f"entry_card.field.{name}" for name in fields]
    assert [code for code in wanted if not voice.has(code)] == []


@VOICES
@pytest.mark.parametrize("act", application_acts.acts(), ids=lambda act: act.id)
def test_every_act_has_its_title_button_and_fields(
    voice: Wording, act: application_acts.ApplicationAct
) -> None:
    start = f"act_form.{act.id}"
    wanted = [f"{start}.{part}" for part in ("title", "says", "do")]
    for asked in act.asked:
        wanted.append(f"{start}.{asked.name}")
        wanted += [f"{start}.{asked.name}s.{value}" for value in asked.options]
    assert [code for code in wanted if not voice.has(code)] == []
    assert set(act.needed) <= {asked.name for asked in act.asked}


def test_every_question_stands_in_one_row_and_rows_hold_known_questions() -> None:
    known = [question.id for question in built_in().questions]
    named = [name for row in ROWS for name, _ in row]
    assert set(named) <= set(known)
    assert len(named) == len(set(named))
    shown = [name for row in rows_of(built_in().questions) for name in row]
    assert sorted(shown) == sorted(known)


@pytest.mark.parametrize(
    ("question_id", "options", "editor"),
    [
        ("intent", 3, Editor.CIRCLES),
        ("county", 254, Editor.LIST),
        ("org_type", FEW, Editor.CIRCLES),
        ("org_type", FEW + 1, Editor.LIST),
        ("manner_of_usage", 6, Editor.BOXES),
        ("assigned_counties", 254, Editor.SEVERAL),
        ("hours", 0, Editor.LINES),
        ("name", 0, Editor.LINE),
        ("tvfc", 2, Editor.CIRCLES),
        ("signer", 0, Editor.PEOPLE),
        ("review", 0, Editor.TOLD),
    ],
)
def test_a_question_is_asked_with_what_fits_its_answers(
    question_id: str, options: int, editor: Editor
) -> None:
    question = next(one for one in built_in().questions if one.id == question_id)
    assert editor_of(question, options) is editor


def test_an_own_question_stands_alone() -> None:
    assert row_of("own_1") == ("own_1",)


@pytest.mark.parametrize("text", ["Austin", "Ñ" * 300, "a b " * 200, ""])
def test_what_is_told_in_brief_is_never_long(text: str) -> None:
    told = brief(text)
    assert len(told) <= MOST
    assert max(map(len, told.split()), default=0) <= 24
    if len(text) <= 24:
        assert told == text
