"""The window: what it shows, what it never shows, and how it is left."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from immtrac_desk.bootstrap import open_vault
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import DeskError, InputError, RefusedError, VaultError
from tests.office import AUDITOR, BOSS, CLERK, PASSPHRASE
from tests.ui.window.conftest import Enter
from ui import background
from ui.machine import Machine
from ui.presenters.shell_doors import Doors
from ui.shell.geometry import FRAME, first_size
from ui.shell.inside import Inside
from ui.shell.main_window import USUAL, MainWindow
from ui.shell.palette import PalettePane
from ui.shell.sidebar import ROOMY
from ui.shell.theme import Mode, theme
from ui.widgets.field import Field
from ui.wording import tr

SURNAME = "García-López"


def inside_of(window: MainWindow) -> Inside:
    assert window.inside is not None
    return window.inside


def words_in(widget: QWidget) -> str:
    """Everything that stands written on a widget and its children, seen or not."""
    labels = [label.text() for label in widget.findChildren(QLabel)]
    lines = [line.text() for line in widget.findChildren(QLineEdit)]
    names = [child.accessibleName() for child in widget.findChildren(QWidget)]
    return "\n".join(labels + lines + names)


def test_the_sidebar_says_clinic_person_and_role(enter: Enter) -> None:
    window, _ = enter()
    said = words_in(inside_of(window).sidebar)
    assert "Oak Street Clinic" in said
    assert f"{BOSS} · supervisor" in said


def test_at_large_text_the_sidebar_says_less_and_nothing_of_it_is_cut(
    enter: Enter, dressed: QApplication
) -> None:
    window, _ = enter()
    sidebar = inside_of(window).sidebar
    try:
        for percent, size in ((100, (940, 620)), (150, (940, 620)), (200, (1366, 700))):
            window.resize(*size)
            theme.wear(dressed, Mode.LIGHT, percent)
            dressed.processEvents()
            assert sidebar._column.totalHeightForWidth(sidebar.width()) <= sidebar.height()
            assert BOSS in sidebar._who.text()
            assert (sidebar.room == ROOMY) is (percent == 100)
    finally:
        window.resize(*USUAL)
        theme.wear(dressed, Mode.LIGHT, 100)


def test_the_sidebar_s_foot_is_a_door_to_the_handbook(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    inside.sidebar.handbook.click()
    assert inside.stage.room_id == "handbook"


def test_a_practice_clinic_wears_its_band_in_every_room(enter: Enter) -> None:
    window, _ = enter(practice=True)
    for room in ("today", "clients", "settings"):
        inside_of(window).go(room)
        assert inside_of(window).band.isVisible()


def test_a_real_clinic_wears_none(enter: Enter) -> None:
    window, _ = enter()
    assert not inside_of(window).band.isVisible()


def test_the_title_names_nobody(enter: Enter) -> None:
    window, office = enter()
    client = office.client()
    inside_of(window).go("client", client_id=client.id)
    assert "ImmTrac Desk" in window.windowTitle()
    assert SURNAME not in window.windowTitle()
    assert BOSS not in window.windowTitle()


# The lock


def test_locking_leaves_nothing_of_the_desk_in_the_window(
    enter: Enter, dressed: QApplication
) -> None:
    window, office = enter()
    client = office.client()
    inside_of(window).go("client", client_id=client.id)
    assert SURNAME in words_in(window)
    window.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.inside is None
    assert SURNAME not in words_in(window)
    assert window.findChildren(Inside) == []


def test_locking_closes_the_vault(enter: Enter) -> None:
    window, office = enter()
    window.lock()
    again = Doors(office.around).open(office.path, BOSS, PASSPHRASE)
    assert again.actor.name == BOSS
    again.close()


def test_locking_keeps_the_room_s_draft_first(enter: Enter) -> None:
    window, _ = enter()
    kept: list[bool] = []
    room = inside_of(window).stage.room
    assert room is not None
    room.keep = lambda: kept.append(window.inside is not None)  # type: ignore[method-assign]
    window.lock()
    assert kept == [True]


@pytest.mark.parametrize("error", [InputError("text.control", "draft"), RuntimeError("a fault")])
def test_a_room_that_cannot_keep_holds_up_neither_the_lock_nor_the_other_rooms(
    enter: Enter, error: Exception
) -> None:
    window, office = enter()
    first = inside_of(window).stage.room
    inside_of(window).go("clients")
    second = inside_of(window).stage.room
    assert first is not None
    assert second is not None
    kept: list[int] = []

    def fail() -> None:
        raise error

    first.keep = fail  # type: ignore[method-assign]
    second.keep = lambda: kept.append(1)  # type: ignore[method-assign]
    window.lock()
    assert window.inside is None
    assert kept == [1]
    window.enter(Doors(office.around).open(office.path, BOSS, PASSPHRASE), office.path)
    assert inside_of(window).notice.text == tr.say("shell.not_kept")


def test_what_was_not_kept_is_told_once_and_only_to_who_typed_it(enter: Enter) -> None:
    window, office = enter()
    inside_of(window).desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    room = inside_of(window).stage.room
    assert room is not None

    def fail() -> None:
        raise InputError("text.control", "draft")

    room.keep = fail  # type: ignore[method-assign]
    for who in (CLERK, BOSS):
        window.lock()
        window.enter(Doors(office.around).open(office.path, who, PASSPHRASE), office.path)
        assert tr.say("shell.not_kept") not in inside_of(window).notice.text


def test_the_key_locks(enter: Enter) -> None:
    window, _ = enter()
    inside_of(window).perform("lock")
    assert window.inside is None


def test_the_lock_speaks_the_clerk_s_language_not_the_signer_s(enter: Enter) -> None:
    window, _ = enter()
    window.looks.speak("en")
    tr.use("es")
    window.lock()
    assert window._lock_view is not None
    assert window._lock_view.enter.text() == "Open"


def test_work_under_way_is_not_heard_after_the_lock(enter: Enter, dressed: QApplication) -> None:
    window, office = enter()
    heard: list[object] = []
    desk = office.desk
    background.run(lambda: desk.people.find("x"), heard.append, heard.append)
    window.lock()
    background.settle()
    dressed.processEvents()
    assert heard == []


def test_a_closed_desk_neither_reads_nor_writes(enter: Enter) -> None:
    window, office = enter()
    desk = office.desk
    window.lock()
    with pytest.raises(VaultError) as read:
        desk.people.find("x")
    with pytest.raises(VaultError) as written:
        desk.book.change_setting("lock.idle_minutes", 9)
    assert (read.value.code, written.value.code) == ("vault.closed", "vault.closed")


def test_idling_locks(enter: Enter) -> None:
    window, _ = enter()
    window.idle.idle.emit()
    assert window.inside is None


def test_idle_minutes_are_the_clinic_s(enter: Enter) -> None:
    window, office = enter()
    assert window.idle._seconds == 5 * 60
    office.desk.book.change_setting("lock.idle_minutes", 2)
    window.lock()
    window.enter(Doors(office.around).open(office.path, BOSS, PASSPHRASE), office.path)
    assert window.idle._seconds == 2 * 60


def test_after_the_lock_the_same_person_need_only_type_the_passphrase(
    enter: Enter, qtbot: QtBot
) -> None:
    window, _ = enter()
    window.lock()
    lock = window._lock_view
    assert lock is not None
    assert lock.name.text() == BOSS
    assert lock.passphrase.text() == ""
    QTest.keyClicks(lock.passphrase.line, PASSPHRASE)
    QTest.keyClick(lock.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.inside is not None, timeout=30_000)
    assert lock.passphrase.text() == "" or not lock.isVisible()


def test_another_person_unlocks_with_their_own_rights(enter: Enter, qtbot: QtBot) -> None:
    window, office = enter()
    office.desk.staff.add(CLERK, Role.AUDITOR, PASSPHRASE)
    window.lock()
    lock = window._lock_view
    assert lock is not None
    lock.name.set_value(CLERK)
    lock.passphrase.set_value(PASSPHRASE)
    lock.enter.click()
    qtbot.waitUntil(lambda: window.inside is not None, timeout=30_000)
    offered = {offer.id for offer in inside_of(window).acting.offers()}
    assert "find" in offered
    assert "staff" not in offered


def test_failed_tries_are_told_after_the_opening(enter: Enter) -> None:
    window, office = enter()
    window.lock()
    with pytest.raises(VaultError):
        Doors(office.around).open(office.path, BOSS, "not it")
    office.clock.tick(minutes=5)
    window.enter(Doors(office.around).open(office.path, BOSS, PASSPHRASE), office.path)
    told = inside_of(window).notice.text
    assert ": 1," in told
    assert "22 Nov 2026" in told


def test_without_failed_tries_nothing_is_told(enter: Enter) -> None:
    window, _ = enter()
    assert inside_of(window).notice.text == ""


# Acts


def test_keys_open_rooms(enter: Enter) -> None:
    window, _ = enter()
    for key, room in ((Qt.Key.Key_2, "clients"), (Qt.Key.Key_1, "today")):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert inside_of(window).stage.room_id == room


def test_back_returns_to_the_room_before(enter: Enter) -> None:
    window, _ = enter()
    inside_of(window).go("clients")
    inside_of(window).back()
    assert inside_of(window).stage.room_id == "today"


def test_the_palette_finds_a_client_and_opens_them(enter: Enter) -> None:
    window, office = enter()
    office.client()
    inside = inside_of(window)
    inside.perform("palette")
    pane = inside.palette_pane
    QTest.keyClicks(pane.line, "garcia")
    QTest.keyClick(pane.line, Qt.Key.Key_Return)
    assert inside.stage.room_id == "client"
    assert not pane.isVisible()


def test_the_palette_does_an_act(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    inside.perform("palette")
    QTest.keyClicks(inside.palette_pane.line, "setti")
    QTest.keyClick(inside.palette_pane.line, Qt.Key.Key_Return)
    assert inside.stage.room_id == "settings"


def test_escape_puts_the_palette_away(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    inside.perform("palette")
    QTest.keyClick(inside.palette_pane.line, Qt.Key.Key_Escape)
    assert not inside.palette_pane.isVisible()


def nothing_fits(inside: Inside) -> PalettePane:
    inside.perform("palette")
    pane = inside.palette_pane
    QTest.keyClicks(pane.line, "zzqqxx")
    pane.look()
    return pane


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_palette_that_finds_nothing_says_so_and_keeps_the_focus(
    enter: Enter, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(tr, "language", language)
    window, _ = enter()
    pane = nothing_fits(inside_of(window))
    said = {"en": "Nothing found", "es": "No se encontró nada"}[language]
    assert pane.none.isVisible()
    assert pane.none.text() == said
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        QTest.keyClick(pane.line, key)
        assert window.focusWidget() is pane.line
    QTest.keyClick(pane.line, Qt.Key.Key_Escape)
    assert not pane.isVisible()


def test_a_notice_of_one_line_moves_nothing_and_a_long_one_covers_nothing(
    enter: Enter, dressed: QApplication
) -> None:
    window, _ = enter()
    inside = inside_of(window)
    window.show()
    dressed.processEvents()
    before = inside.stage.geometry()
    inside.tell("Saved.", tone="good")
    dressed.processEvents()
    assert inside.stage.geometry() == before
    assert inside.notice.isVisible()
    assert inside.notice.mapTo(window, QPoint(0, inside.notice.height())).y() <= window.height()
    inside.tell("A long story. " * 60, tone="warn")
    dressed.processEvents()
    margin = 16  # of every room
    assert inside.stage.geometry().bottom() - margin < inside.notice.geometry().top()
    inside.notice.put_away()
    dressed.processEvents()
    assert inside.stage.geometry() == before


def test_the_palette_goes_when_the_room_changes(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    pane = nothing_fits(inside)
    QTest.keyClick(pane.line, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert inside.stage.room_id == "clients"
    assert not pane.isVisible()


def test_the_palette_goes_when_the_focus_goes(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    pane = nothing_fits(inside)
    inside.sidebar.menu.setFocus()
    assert not pane.isVisible()
    assert window.focusWidget() is inside.sidebar.menu


def test_the_menu_holds_every_act_that_is_possible_and_no_other(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    menu = inside.acting.menu(window)
    groups = [action.menu() for action in menu.actions()]
    named = [a.text() for group in groups if isinstance(group, QMenu) for a in group.actions()]
    named += [a.text() for a, group in zip(menu.actions(), groups, strict=True) if group is None]
    offered = {offer.title for offer in inside.acting.offers()} | {tr.say("action.palette")}
    assert set(named) == offered
    assert len(named) == len(offered)


def test_undo_does_what_the_notice_offers(enter: Enter) -> None:
    window, _ = enter()
    undone: list[int] = []
    inside = inside_of(window)
    inside.tell("Recorded", action="notice.undo", act=lambda: undone.append(1))
    inside.perform("undo")
    assert undone == [1]


def test_undo_with_nothing_offered_says_where_to_undo(enter: Enter) -> None:
    window, _ = enter()
    inside_of(window).perform("undo")
    assert inside_of(window).notice.text == tr.say("shell.nothing_to_undo")


def test_while_the_client_has_the_screen_only_the_lock_and_the_looks_work(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    inside.alone(True)
    inside.perform("clients")
    assert inside.stage.room_id == "today"
    assert not inside.sidebar.isVisible()
    assert {offer.id for offer in inside.acting.offers()} <= {
        "lock",
        "language",
        "theme",
        "larger",
        "smaller",
        "usual_size",
        "give_back",
    }
    inside.alone(False)
    inside.perform("clients")
    assert inside.stage.room_id == "clients"


def test_a_refusal_in_an_act_is_a_sentence_in_the_notice(enter: Enter) -> None:
    window, _ = enter()

    def refused() -> None:
        raise VaultError("vault.full")

    inside = inside_of(window)
    inside.tell("x", action="notice.undo", act=refused)
    inside.perform("undo")
    assert inside.notice.text == tr.say("vault.full")


def test_the_clerk_s_own_passphrase_is_known_and_another_is_not(enter: Enter, qtbot: QtBot) -> None:
    window, _ = enter()
    answers: list[bool] = []
    inside_of(window).check_me(PASSPHRASE, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1, timeout=30_000)
    inside_of(window).check_me("not it", answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=30_000)
    assert answers == [True, False]


# Looks


def test_the_language_turns_at_once_and_is_remembered(enter: Enter) -> None:
    window, _ = enter()
    inside_of(window).perform("language")
    assert window.kept.language == "es"
    assert "Clientes" in [b.text() for b in inside_of(window).sidebar._rooms.values()]
    assert f"{BOSS} · supervisión" in words_in(inside_of(window).sidebar)


def test_qt_s_own_words_turn_with_it(enter: Enter, dressed: QApplication) -> None:
    window, _ = enter()
    window.looks.speak("es")
    assert dressed.translate("QPlatformTheme", "Cancel") == "Cancelar"
    window.looks.speak("en")
    assert dressed.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_theme_and_size_are_remembered(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    inside.perform("larger")
    inside.perform("theme")
    assert window.kept.percent == 125
    assert window.kept.mode == "dark"


def test_sizes_end_at_100_and_200(enter: Enter) -> None:
    window, _ = enter()
    for _ in range(9):
        inside_of(window).perform("larger")
    assert window.kept.percent == 200
    inside_of(window).perform("usual_size")
    inside_of(window).perform("smaller")
    assert window.kept.percent == 100


# Crashes and closing


def test_a_crash_shows_a_calm_page_and_keeps_the_draft(enter: Enter) -> None:
    window, _ = enter()
    kept: list[int] = []
    room = inside_of(window).stage.room
    assert room is not None
    room.keep = lambda: kept.append(1)  # type: ignore[method-assign]
    window.broke("ImmTrac Desk 0.1.0")
    assert kept == [1]
    assert window.crash.isVisible()
    window.crash.copy.click()
    assert QApplication.clipboard().text() == "ImmTrac Desk 0.1.0"
    window.crash.go_on.click()
    assert not window.crash.isVisible()


def test_closing_makes_a_checked_copy_first(enter: Enter, qtbot: QtBot) -> None:
    window, office = enter()
    copies = office.path.parent / "backups"
    assert not copies.exists() or list(copies.iterdir()) == []
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert len(list(copies.glob("*.immtrac-backup"))) == 1


def test_what_cannot_be_kept_is_told_before_closing_and_the_second_press_closes(
    enter: Enter,
) -> None:
    window, office = enter()
    office.desk.book.change_setting("backup.folder", "")
    room = inside_of(window).stage.room
    assert room is not None

    def fail() -> None:
        raise InputError("text.control", "draft")

    room.keep = fail  # type: ignore[method-assign]
    assert not window.close()
    assert inside_of(window).notice.text == tr.say("shell.not_kept_closing")
    assert window.close()
    assert window.inside is None


def test_without_a_folder_for_copies_one_press_closes(enter: Enter) -> None:
    window, office = enter()
    office.desk.book.change_setting("backup.folder", "")
    window.close()
    assert not window.isVisible()


def test_an_auditor_closes_at_once_for_copies_are_not_theirs(enter: Enter) -> None:
    window, office = enter()
    assert window.inside is not None
    window.inside.leave()
    window.inside = None
    window.enter(office.as_(AUDITOR, Role.AUDITOR), office.path)
    window.close()
    assert not window.isVisible()
    desk = open_vault(office.path, BOSS, PASSPHRASE, office.around)
    assert desk.book.history(acts=("right_refused",)) == ()
    desk.close()


def test_a_copy_that_fails_is_said_and_the_person_decides(enter: Enter, qtbot: QtBot) -> None:
    window, office = enter()
    blocked = office.path.parent / "blocked"
    blocked.write_text("a file where the folder should be")
    office.desk.book.change_setting("backup.folder", str(blocked))
    window.close()
    closing = window._pages.currentWidget()
    qtbot.waitUntil(lambda: closing._close.isVisible(), timeout=30_000)  # type: ignore[union-attr]
    assert window.isVisible()
    closing._stay.click()  # type: ignore[union-attr]
    assert window._pages.currentWidget() is window.inside
    assert office.desk.people.find("x") == ()


def test_geometry_comes_back_where_a_screen_is(dressed: QApplication) -> None:
    kept = Machine(geometry=(5, 6, 1100, 700, 0))
    window = MainWindow(Doors(), kept, remember=lambda _: None)
    assert (window.width(), window.height()) == (1100, 700)
    room = window.screen().availableGeometry().height()
    tall = MainWindow(Doors(), replace(kept, geometry=(0, 0, 1100, room + 99, 0)))
    assert tall.height() == room - FRAME.height(), "the foot stands on the screen"
    tall.deleteLater()
    window.deleteLater()


def test_geometry_of_a_screen_that_is_gone_is_forgotten(dressed: QApplication) -> None:
    kept = Machine(geometry=(50_000, 50_000, 1100, 700, 0))
    window = MainWindow(Doors(), kept, remember=lambda _: None)
    usual = first_size(window, USUAL).expandedTo(window.minimumSize())
    assert window.size() == usual
    window.deleteLater()


@pytest.mark.parametrize(
    ("kept", "lock"), [("here", True), ("on a disk that is not plugged in", True), ("", False)]
)
def test_a_remembered_vault_leads_to_its_lock_even_if_gone_none_to_the_first_run(
    enter: Enter, tmp_path: Path, dressed: QApplication, kept: str, lock: bool
) -> None:
    _, office = enter()
    place = {"here": office.path, "": ""}.get(kept, tmp_path / "gone")
    window = MainWindow(Doors(), Machine(last_vault=str(place)), remember=lambda _: None)
    window.stand_at_door()
    assert (window._lock_view is not None) is lock
    window.deleteLater()


@pytest.mark.parametrize("practice", [True, False])
def test_the_lock_of_a_practice_vault_wears_the_band(enter: Enter, practice: bool) -> None:
    window, _ = enter(practice=practice)
    window.lock()
    assert window._lock_view is not None
    assert window._lock_view.band.isVisible() is practice


def test_a_refusal_that_no_room_caught_is_a_sentence_too(enter: Enter) -> None:
    window, _ = enter()
    window.refuse(DeskError("vault.busy"))
    assert inside_of(window).notice.text == tr.say("vault.busy")


def test_the_backup_line_grows_old(enter: Enter) -> None:
    window, office = enter()
    office.desk.book.back_up()
    inside_of(window).tell_backup()
    assert "today" in words_in(inside_of(window).sidebar)
    office.clock.on(date(2026, 12, 2))
    inside_of(window).tell_backup()
    assert "10 days ago" in words_in(inside_of(window).sidebar)


# Before the desk


def test_the_pages_before_the_desk_turn_the_language_too(
    dressed: QApplication, qtbot: QtBot
) -> None:
    window = MainWindow(Doors(), Machine(), remember=lambda _: None)
    window.show()
    window.show_first_run()
    first = window._first_view
    assert first is not None
    first.languages.buttons["es"].click()
    assert window.kept.language == "es"
    assert "bienvenida" in words_in(first)
    window.activateWindow()
    # the keys come a moment after the page is painted
    qtbot.waitUntil(lambda: bool(first.actions()) and window.isActiveWindow(), timeout=30_000)
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert first.languages.value() == "en"
    window.close()
    window.deleteLater()


def test_a_room_is_gone_from_memory_after_the_lock(enter: Enter) -> None:
    window, _ = enter()
    room = weakref.ref(inside_of(window).stage.room)
    window.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert room() is None


def test_help_lights_no_room_of_the_sidebar(enter: Enter) -> None:
    window, _ = enter()
    inside_of(window).perform("help")
    buttons = inside_of(window).sidebar._rooms.values()
    assert not any(button.isChecked() for button in buttons)
    inside_of(window).perform("today")
    assert [b.text() for b in buttons if b.isChecked()] == ["Today"]


# Notices


def test_a_notice_goes_with_the_room_it_was_told_in(enter: Enter, dressed: QApplication) -> None:
    window, _ = enter()
    inside = inside_of(window)
    inside.tell("The county is missing.", tone="bad")
    dressed.processEvents()
    inside.go("clients")
    assert inside.notice.text == ""


def test_a_refusal_that_still_stands_turns_with_the_language(enter: Enter) -> None:
    window, _ = enter()
    inside_of(window).refuse(RefusedError("record.refused", (Finding(code="race.missing"),)))
    window.looks.speak("es")
    said = f"{tr.say('record.refused')} {tr.say('race.missing')}"
    assert tr.language == "es"
    assert inside_of(window).notice.text == said
    window.looks.speak("en")
    assert inside_of(window).notice.text != said


def test_a_notice_told_in_leaving_a_room_is_read_in_the_next(
    enter: Enter, dressed: QApplication
) -> None:
    window, _ = enter()
    inside = inside_of(window)
    inside.tell("The draft was kept.", tone="good")
    inside.go("clients")
    dressed.processEvents()
    assert inside.notice.text == "The draft was kept."


def test_an_offer_to_take_an_act_back_stays_over_a_change_of_room(
    enter: Enter, dressed: QApplication
) -> None:
    window, _ = enter()
    inside = inside_of(window)
    undone: list[bool] = []
    inside.tell("Affirmed.", action="notice.undo", act=lambda: undone.append(True))
    dressed.processEvents()
    inside.go("clients")
    inside.perform("undo")
    assert undone == [True]


def test_a_refusal_goes_when_the_field_it_names_is_corrected(enter: Enter) -> None:
    window, _ = enter()
    inside = inside_of(window)
    assert inside.stage.room is not None
    named, other = Field("lock.name", name="county"), Field("lock.code", name="zip")
    named.setParent(inside.stage.room)
    other.setParent(inside.stage.room)
    inside.refuse(InputError("backup_page.missing.name", "county"))
    QTest.keyClicks(other.line, "7")
    assert inside.notice.text != ""
    QTest.keyClicks(named.line, "T")
    assert inside.notice.text == ""
    inside.tell("A later word.")
    QTest.keyClicks(named.line, "r")
    assert inside.notice.text == "A later word."


def test_the_sidebar_knows_of_a_copy_as_soon_as_it_is_made(
    enter: Enter, dressed: QApplication, tmp_path: Path
) -> None:
    window, office = enter()
    sidebar = inside_of(window).sidebar
    assert sidebar._backup.text() == tr.say("shell.backup.none")
    office.desk.book.back_up(tmp_path / "copies")
    dressed.processEvents()
    assert sidebar._backup.text() == tr.say("shell.backup.today", time="09:30")


def test_the_first_window_fits_the_screen(dressed: QApplication) -> None:
    window = MainWindow(Doors(), Machine(), remember=lambda _: None)
    room = window.screen().availableGeometry().size()
    assert first_size(window, (room.width() + 100, room.height() + 1)) == room - FRAME
    assert first_size(window, (640, 480)) == QSize(640, 480)
    assert window.height() <= room.height()
    window.deleteLater()
