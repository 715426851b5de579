"""Fields: what is typed, what is pressed instead, and what is said about it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Severity
from immtrac_desk.errors import InputError
from ui.widgets.checks import Checks
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.pick import Pick
from ui.widgets.secret_field import SecretField
from ui.widgets.text_area import TextArea
from ui.wording import tr

YES_NO = (Option("yes", "first_run.yes"), Option("no", "first_run.no"))
RACE = (Option("white", "White"), Option("asian", "Asian"), Option("refused", "Declined"))


def rung(field: Framed) -> list[object]:
    rings: list[object] = []
    field.changed.connect(lambda: rings.append(field))
    return rings


@pytest.fixture
def name(qtbot: QtBot, dressed: QApplication) -> Field:
    field = Field("lock.name", name="name", explicit=(Explicit.UNKNOWN, Explicit.NONE))
    qtbot.addWidget(field)
    field.show()
    return field


def test_typed_text_is_the_value_as_it_was_typed(name: Field) -> None:
    rings = rung(name)
    QTest.keyClicks(name.line, "O'Brien <b>")
    assert name.value() == "O'Brien <b>"
    assert len(rings) == len("O'Brien <b>")


def test_setting_a_value_rings_nothing(name: Field) -> None:
    rings = rung(name)
    name.set_value("Nguyễn Thị Mỹ Hường")
    assert name.value() == "Nguyễn Thị Mỹ Hường"
    assert rings == []


def test_a_pressed_non_answer_is_the_value_and_empties_the_text(name: Field) -> None:
    name.set_value("x")
    name._toggles[Explicit.UNKNOWN].click()
    assert name.value() is Explicit.UNKNOWN
    assert name.line.text() == ""
    assert name.line.placeholderText() == "unknown"


def test_pressing_it_again_takes_it_back(name: Field) -> None:
    for _ in range(2):
        name._toggles[Explicit.NONE].click()
    assert name.value() == ""


def test_typing_takes_a_non_answer_back(name: Field) -> None:
    name.set_value(Explicit.UNKNOWN)
    QTest.keyClicks(name.line, "A")
    assert name.value() == "A"


def test_one_non_answer_excludes_the_other(name: Field) -> None:
    name._toggles[Explicit.UNKNOWN].click()
    name._toggles[Explicit.NONE].click()
    assert name.value() is Explicit.NONE


def test_a_finding_of_this_field_is_shown_and_read_out(name: Field) -> None:
    name.show_findings([Finding(code="lock.missing.name", field="name", row="DT-1.1")])
    assert name._said.isVisible()
    assert name.line.accessibleDescription() == tr.say("lock.missing.name")
    assert name.line.property("finding") == "error"


def test_a_finding_of_another_field_is_not(name: Field) -> None:
    name.show_findings([Finding(code="lock.missing.name", field="other")])
    assert not name._said.isVisible()
    assert name.line.property("finding") == ""


def test_a_warning_looks_different_from_an_error(name: Field) -> None:
    name.show_findings([Finding(code="x", field="name", severity=Severity.WARNING)])
    assert name.line.property("finding") == "warning"


def test_why_unfolds_the_row_and_the_citation(name: Field) -> None:
    name.show_findings([Finding(code="x", field="name", row="DT-2.5", citation="HSC 161.007")])
    assert not name._said._source.isVisible()
    name._said._why.click()
    assert name._said._source.text() == "DT-2.5 · HSC 161.007"
    assert name._said._source.isVisible()


def test_why_names_a_source_in_the_language_of_the_screen(
    name: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(code="x", field="name", row="preflight", citation="House rule")
    name.show_findings([finding])
    assert name._said._source.text() == "check of the sheet · House rule"
    monkeypatch.setattr(tr, "language", "es")
    name.show_findings([finding])
    assert name._said._source.text() == "revisión de la hoja · Regla interna"


def test_without_a_citation_there_is_no_why(name: Field) -> None:
    name.show_findings([Finding(code="x", field="name")])
    assert not name._said._why.isVisible()


def test_a_finding_that_looks_like_markup_is_shown_literally(name: Field) -> None:
    name.note(lambda: "<b>&amp;</b>")
    assert name._said.text() == "<b>&amp;</b>"
    assert name._said._sentence.textFormat() is Qt.TextFormat.PlainText


def test_label_and_editor_belong_together(name: Field) -> None:
    assert name._label.buddy() is name.line
    assert name.line.accessibleName() == tr.say("lock.name")


def test_the_language_turns_label_finding_and_toggles(name: Field) -> None:
    name.show_findings([Finding(code="lock.missing.name", field="name")])
    tr.use("es")
    name.retell()
    assert name._label.text() == "¿Quién es usted?"
    assert name._said.text() == "Escriba su nombre."
    assert name._toggles[Explicit.NONE].text() == "no tiene"


def test_a_secret_is_dots_until_one_asks_to_see_it(qtbot: QtBot, dressed: QApplication) -> None:
    field = SecretField("lock.passphrase")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "herons")
    assert field.line.displayText() != "herons"
    field.eye.click()
    assert field.line.displayText() == "herons"
    field.clear()
    assert field.text() == ""
    assert field.line.echoMode() is field.line.EchoMode.Password


# Dates


def understand(text: str) -> date:
    if text != "1/2/90":
        raise InputError("date.unreadable", "born_on")
    return date(1990, 1, 2)


@pytest.fixture
def born(qtbot: QtBot, dressed: QApplication) -> DateField:
    field = DateField("lock.name", understand, name="born_on")
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_date_is_shown_back_as_it_was_understood(born: DateField) -> None:
    QTest.keyClicks(born.line, "1/2/90")
    assert born.day() == date(1990, 1, 2)
    assert born._said.text() == "2 January 1990"


def test_on_leaving_it_is_written_out(born: DateField) -> None:
    QTest.keyClicks(born.line, "1/2/90")
    born.line.editingFinished.emit()
    assert born.line.text() == "01/02/1990"


def test_an_unreadable_date_is_refused_beside_it_and_stays_as_typed(born: DateField) -> None:
    QTest.keyClicks(born.line, "soon")
    born.line.editingFinished.emit()
    assert born.day() is None
    assert born.line.text() == "soon"
    assert [f.code for f in born.findings] == ["date.unreadable"]


def test_the_refusal_goes_when_one_types_on(born: DateField) -> None:
    QTest.keyClicks(born.line, "x")
    born.line.editingFinished.emit()
    QTest.keyClick(born.line, Qt.Key.Key_Backspace)
    assert born.findings == ()


def test_a_set_day_shows_in_the_language(born: DateField) -> None:
    tr.use("es")
    born.set_day(date(2009, 3, 10))
    assert born._said.text() == "10 de marzo de 2009"


# Choices


@pytest.fixture
def choice(qtbot: QtBot, dressed: QApplication) -> Choice:
    field = Choice("first_run.registered", YES_NO, name="registered")
    qtbot.addWidget(field)
    return field


def test_nothing_is_chosen_at_first(choice: Choice) -> None:
    assert choice.value() is None


def test_a_choice_is_made_and_rings(choice: Choice) -> None:
    rings = rung(choice)
    choice.button("no").click()
    assert choice.value() == "no"
    assert len(rings) == 1


def test_a_choice_can_be_taken_back_by_the_program(choice: Choice) -> None:
    choice.set_value("yes")
    choice.set_value(None)
    assert choice.value() is None


def test_each_circle_says_question_and_answer(choice: Choice) -> None:
    assert choice.button("yes").accessibleName().endswith(": Yes")


@pytest.fixture
def checks(qtbot: QtBot, dressed: QApplication) -> Checks:
    field = Checks("Race", RACE, alone="refused")
    qtbot.addWidget(field)
    return field


def test_several_boxes_may_be_ticked(checks: Checks) -> None:
    checks.box("asian").click()
    checks.box("white").click()
    assert checks.values() == ("white", "asian")


def test_declining_empties_the_others(checks: Checks) -> None:
    checks.set_values(["white", "asian"])
    checks.box("refused").click()
    assert checks.values() == ("refused",)


def test_an_answer_takes_declining_back(checks: Checks) -> None:
    checks.set_values(["refused"])
    checks.box("white").click()
    assert checks.values() == ("white",)


@pytest.fixture
def county(qtbot: QtBot, dressed: QApplication) -> Pick:
    field = Pick("County", [Option(c, c) for c in ("Travis", "Harris", "Bexar")], typing=True)
    qtbot.addWidget(field)
    return field


def test_no_county_is_picked_at_first(county: Pick) -> None:
    assert county.value() == ""


def test_a_typed_county_of_the_list_counts(county: Pick) -> None:
    line = county.combo.lineEdit()
    assert line is not None
    line.setText("bexar")
    line.editingFinished.emit()
    assert county.value() == "Bexar"


def test_a_typed_county_outside_the_list_is_taken_back(county: Pick) -> None:
    county.set_value("Travis")
    line = county.combo.lineEdit()
    assert line is not None
    line.setText("Atlantis")
    line.editingFinished.emit()
    assert county.value() == ""
    assert line.text() == ""


def test_new_options_keep_the_pick_if_it_is_among_them(county: Pick) -> None:
    county.set_value("Travis")
    county.offer([Option("Travis", "Travis"), Option("Hays", "Hays")])
    assert county.value() == "Travis"
    county.offer([Option("Hays", "Hays")])
    assert county.value() == ""


# Keys


def test_enter_moves_on_past_the_toggles_and_submits_nothing(
    qtbot: QtBot, dressed: QApplication
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fields = (
        Field("lock.name", explicit=(Explicit.UNKNOWN,)),
        Choice("first_run.registered", YES_NO),
        TextArea("lock.code"),
        Field("lock.supervisor"),
    )
    column = QVBoxLayout(window)
    for field in fields:
        column.addWidget(field)
    window.show()
    fields[0].setFocus()
    seen = []
    for _ in fields:
        now = window.focusWidget()
        assert now is not None
        seen.append(next(i for i, f in enumerate(fields) if f.isAncestorOf(now)))
        QTest.keyClick(now, Qt.Key.Key_Return)
    assert seen == [0, 1, 2, 3]


def test_shift_enter_begins_a_new_line_of_text(qtbot: QtBot, dressed: QApplication) -> None:
    area = TextArea("lock.code")
    qtbot.addWidget(area)
    QTest.keyClicks(area.area, "a")
    QTest.keyClick(area.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(area.area, "b")
    assert area.text() == "a\nb"
