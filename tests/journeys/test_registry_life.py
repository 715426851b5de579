"""From a dose given to a dose reported that stands: rejected, mended, undone, mended again; then
letters, a report and the handbook. The desk is asked for nothing that is not on the screen."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.words import Choice
from tests.desk.sites import entered_site
from tests.journeys.at_the_agreement import PEOPLE
from tests.journeys.at_the_registry_desk import RETURN, Clerk
from tests.journeys.conftest import Counter
from tests.journeys.test_agreement_life import text_of
from tests.journeys.test_other_forms import sign_on_screen
from tests.responses.answers import ack, dose, err
from ui.views.client import ClientView
from ui.views.consent import ConsentView
from ui.views.entry import EntryView
from ui.views.handbook import HandbookView
from ui.views.registry_waiting import WaitingPage
from ui.views.report_pictures import PicturesPage
from ui.views.reports import ReportsView
from ui.views.time_line import TimeLine
from ui.widgets.words import Button

GIVEN, DUE = date(2026, 11, 22), date(2026, 12, 22)
"""Today on the office's clock, and thirty days later (DT-19.2)."""


@pytest.fixture
def clerk(counter: Counter) -> Clerk:
    """A site in force, and the desk opened there."""
    entered_site(counter.office)
    return Clerk(counter)


def test_from_a_dose_given_to_a_dose_that_stands(clerk: Clerk, tmp_path: Path) -> None:
    child = clerk.counter.office.client(chart_no="70001")
    give_two_doses(clerk, child)
    report(clerk, "Tdap")
    take_the_answer_in(clerk, tmp_path / "answer.hl7")
    have_the_consent_signed(clerk)
    enter_in_the_registry(clerk)
    see_it_mended(clerk)
    send_again(clerk)
    undo_the_affirmation(clerk, child)
    affirm_again(clerk)
    correct_the_address(clerk)
    begin_the_change(clerk)
    let_the_clock_run(clerk)


def give_two_doses(clerk: Clerk, child: Client) -> None:
    """One visit: everything of the vial for the first, the second follows by one key."""
    clerk.client(child)
    clerk.key("Ctrl+D")
    clerk.type_vaccine("boostrix")
    said = clerk.words()
    assert "Report by 22 December 2026, in 30 days." in said
    assert "It would be rejected (CLR-100)" in said
    assert "The law asks for\nManufacturer (MVX), Lot number, Prescriber" in said
    clerk.fill(trade_name="Boostrix", lot="B12", prescriber_id="Vance, Nora, MD")
    assert "The law asks for" not in clerk.words(), "the trade name brought its manufacturer"
    assert "Route" in clerk.words(), "what the law does not ask for, practice does"
    later(clerk)
    clerk.key("Ctrl+D")
    clerk.type_vaccine("114")
    clerk.key("Ctrl+Return")
    clerk.in_room(ClientView)
    assert clerk.words().count("To report") == 2


def report(clerk: Clerk, vaccine: str) -> None:
    later(clerk)
    clerk.section("Doses")
    clerk.row(clerk.doses.table, vaccine)
    clerk.key("Ctrl+Shift+D")
    clerk.fill(method="online", registry_user="mrobles")
    clerk.key("Ctrl+Return")
    shown = [row.cells[1] for row in clerk.doses.table.rows.rows]
    assert not any(vaccine in one for one in shown), "it waits no longer"


def take_the_answer_in(clerk: Clerk, place: Path) -> None:
    """Dropped with ends of lines of every kind, in Latin-1: looked at, then taken in."""
    later(clerk)
    place.write_bytes(came_back())
    clerk.section("Answers")
    clerk.drop(place)
    looked_at = [row.cells for row in clerk.answers.take.table.rows.rows]
    assert [(cells[0], cells[1], cells[4]) for cells in looked_at] == [
        ("Front desk", "CLR-100", "2"),
        ("Front desk", "IEE-998", "1"),
        ("Nobody", "IMR-109", "1"),
        ("To be reviewed", "IEE-777", "1"),
        ("Office manager", "IEE-526", "1"),
    ]
    assert looked_at[0][3].startswith("GARCÍA-LÓPEZ, ANA SOFÍA")
    assert "Messages: 6. Accepted without remark: 0." in clerk.words()
    assert clerk.answers.table.rows.rows == [], "nothing is taken in yet"
    clerk.key("Ctrl+Return")
    assert open_rows(clerk) == {
        "CLR-100": "● Error",
        "IEE-998": "Warning",
        "IEE-526": "Warning",
        "IEE-777": "● Error",
    }
    assert "Hidden because nothing is to be done: 1" in clerk.words(), "the count stays"
    clerk.press("Hidden")
    assert clerk.row(clerk.answers.table, "IMR-109", "García-López, Ana Sofía") == 1
    clerk.press("Open")
    assert dose_states(clerk) == {"Tdap": "Rejected", "Meningococcal": "To report"}


def have_the_consent_signed(clerk: Clerk) -> None:
    """Enter leads to the consent; signed alone, it has not reached the registry."""
    later(clerk)
    clerk.section("Answers")
    clerk.row(clerk.answers.table, "CLR-100")
    clerk.enter(clerk.answers.table)
    room = clerk.in_room(ConsentView)
    clerk.fill(**{"signer.name": "María García", "signer.who": "Mother (parent)"})
    sign_on_screen(clerk.counter, room, Choice.GRANT)
    clerk.key("Ctrl+Return")
    clerk.in_room(ClientView)
    assert "CLR-100" in open_rows(clerk)
    assert dose_states(clerk)["Tdap"] == "Rejected", "it would only come back"


def enter_in_the_registry(clerk: Clerk) -> None:
    """The row now leads to the paper that waits; the card is typed over, and finished."""
    later(clerk)
    clerk.section("To enter")
    page = clerk.page(WaitingPage)
    assert clerk.row(page.table, "García-López", "a consent to affirm") == 1
    clerk.enter(page.table)
    room = clerk.in_room(EntryView)
    card = room.card
    assert card is not None
    assert "TXY" in clerk.words()
    clerk.counter.front()
    card.table.setFocus()
    copied = []
    for _ in range(len(card.presenter.rows)):
        QTest.keyClick(card.table, RETURN)
        copied.append(QGuiApplication.clipboard().text())
    assert {"García-López", "05/04/2015", "TXY", "B12"} <= set(copied), copied
    assert QGuiApplication.clipboard().text()
    clerk.key("Ctrl+Return")
    assert clerk.said("searched"), "what is not said is asked for"
    clerk.fill(searched="found", immtrac2_id="88009", affirmed="yes", registry_user="mrobles")
    clerk.key("Ctrl+Return")
    assert QGuiApplication.clipboard().text() == "", "the clipboard is taken back"


def see_it_mended(clerk: Clerk) -> None:
    assert "CLR-100" not in open_rows(clerk)
    clerk.press("Done")
    clerk.row(clerk.answers.table, "CLR-100", "✓ Mended")
    assert "a consent was affirmed" in clerk.words()
    clerk.press("Open")
    assert dose_states(clerk)["Tdap"] == "Send again"


def send_again(clerk: Clerk) -> None:
    """Reported once more, it stands, although an open warning still speaks of it."""
    report(clerk, "Tdap")
    assert list(dose_states(clerk)) == ["Meningococcal"]
    assert "IEE-526" in open_rows(clerk)


def undo_the_affirmation(clerk: Clerk, child: Client) -> None:
    later(clerk)
    clerk.client(child)
    assert "88009" in clerk.words()
    acts = clerk.in_sight(TimeLine)[0].findChildren(Button)
    (undo,) = [one for one in acts if one.accessibleName().startswith("Undo: Consent affirmed")]
    undo.click()
    clerk.settle()
    clerk.fill(reason="another child")
    clerk.key("Ctrl+Return")
    assert open_rows(clerk)["CLR-100"] == "● Error"
    assert dose_states(clerk)["Tdap"] == "Rejected"


def affirm_again(clerk: Clerk) -> None:
    """Enter in the list leads to the paper's own affirmation, and back."""
    later(clerk)
    clerk.section("Answers")
    clerk.row(clerk.answers.table, "CLR-100")
    clerk.enter(clerk.answers.table)
    clerk.in_room(ClientView)
    clerk.fill(registry_user="mrobles")
    clerk.key("Ctrl+Return")
    assert clerk.notice.startswith("CLR-100 is mended")
    assert "CLR-100" not in open_rows(clerk)
    assert dose_states(clerk)["Tdap"] == "Send again"
    report(clerk, "Tdap")


def correct_the_address(clerk: Clerk) -> None:
    later(clerk)
    clerk.section("Answers")
    clerk.row(clerk.answers.table, "IEE-998")
    clerk.enter(clerk.answers.table)
    clerk.in_room(ClientView)
    clerk.fill(**{"client.address.street": "14 Oak Street"})
    clerk.key("Ctrl+Return")
    assert clerk.notice.startswith("IEE-998 is mended")
    assert set(open_rows(clerk)) == {"IEE-526", "IEE-777"}


def begin_the_change(clerk: Clerk) -> None:
    clerk.row(clerk.answers.table, "IEE-526")
    clerk.enter(clerk.answers.table)
    clerk.stands("Change due", "DT-13.4", "Begin the change")


def let_the_clock_run(clerk: Clerk) -> None:
    """The dose that nobody reported: its last day, and the day after."""
    clerk.on(DUE)
    clerk.section("Doses")
    clerk.row(clerk.doses.table, "Meningococcal")
    assert "Report today: it is the last day." in clerk.words()
    clerk.on(DUE + timedelta(days=1))
    assert "1 late." in clerk.words(), "Today says it first"
    clerk.section("Doses")
    clerk.press("Late")
    assert clerk.row(clerk.doses.table, "Meningococcal") == 1
    assert "Overdue since 22 December 2026, by one day." in clerk.words()


def open_rows(clerk: Clerk) -> dict[str, str]:
    """What the answers ask for, by code, with what their last column says."""
    clerk.section("Answers")
    rows = clerk.answers.table.rows.rows
    assert len({row.cells[0] for row in rows}) == len(rows)
    return {row.cells[0]: row.cells[4] for row in rows}


def dose_states(clerk: Clerk) -> dict[str, str]:
    """What each dose on the list waits for, by the first word of its vaccine."""
    clerk.section("Doses")
    rows = [row.cells for row in clerk.doses.table.rows.rows]
    return {cells[1].split("\n")[1].split()[0]: cells[2].split("\n")[1] for cells in rows}


def later(clerk: Clerk) -> None:
    """An act mends only what was said before it."""
    clerk.counter.office.clock.tick(minutes=5)


def came_back() -> bytes:
    """Six acknowledgements, every one an AE; only the segments say how grave each is."""
    who = {"chart": "70001", "name": "GARCÍA-LÓPEZ^ANA SOFÍA"}
    tdap, menacwy = dose("115", "20261122"), dose("114", "20261122")
    parts = (
        ack("1", [err("CLR-100", "E", "PID^1")], doses=[tdap], end="\r\n", **who),
        ack("2", [err("CLR-100", "E", "PID^1")], doses=[menacwy], end="\r", **who),
        ack("3", [err("IEE-998", "W", "PID^1^11")], end="\n", **who),
        ack("4", [err("IMR-109", "I", "RXA^1")], doses=[tdap], end="\r\n", **who),
        ack("5", [err("IEE-777", "E", "RXA^1^9")], doses=[tdap], end="\r", **who),
        ack("6", [err("IEE-526", "W", "ORC^1^12")], doses=[tdap], end="\n", **who),
    )
    return "".join(parts).encode("latin-1")


# -- letters -----------------------------------------------------------------------------------

SOON = date(2008, 12, 10)


def test_letters_to_who_turns_18_stopped_and_then_printed(clerk: Clerk) -> None:
    office = clerk.counter.office
    ana = office.client(SOON, name=PersonName(last="García", first="Ana"), language="es")
    office.client(SOON, name=PersonName(last="Ortiz", first="Luis"))
    office.client(SOON, name=PersonName(last="Opt", first="Otto"), contact_opt_out=True)
    office.client(SOON, name=PersonName(last="Sin", first="Casa"), address=Address())
    dead = office.client(SOON, name=PersonName(last="Muerto", first="Juan"))
    office.desk.people.record_death(dead.id, GIVEN, "family")
    plan_the_letters(clerk)
    stop_in_the_middle(clerk, ana)
    print_the_run(clerk, ana)


def plan_the_letters(clerk: Clerk) -> None:
    """Whoever died is on no list; the others who get no letter are named with the reason."""
    clerk.section("Lists")
    clerk.lists.choose("turning_18")
    clerk.settle()
    names = {row.cells[0] for row in clerk.lists.people.table.rows.rows}
    assert names == {"García, Ana", "Ortiz, Luis", "Opt, Otto", "Sin, Casa"}
    clerk.key("Ctrl+M")
    assert "2 letters will be made. 2 are left out." in clerk.words()
    left = {(one.name, one.why) for one in clerk.lists.letters.presenter.left_out()}
    assert left == {
        ("Opt, Otto", "asked for no reminders or letters"),
        ("Sin, Casa", "no whole address"),
    }


def stop_in_the_middle(clerk: Clerk, ana: Client) -> None:
    """Cancel, pressed while the first sheet is drawn; nothing is noted anywhere."""
    letters = clerk.lists.letters
    letters.stepped.connect(letters.stop, Qt.ConnectionType.DirectConnection)
    clerk.key("Ctrl+Return")
    letters.stepped.disconnect(letters.stop)
    assert "Stopped. No letter was made." in clerk.words()
    clerk.key("Ctrl+P")
    assert clerk.counter.printed == []
    clerk.client(ana)
    assert "Letter made" not in clerk.words()


def print_the_run(clerk: Clerk, ana: Client) -> None:
    clerk.section("Lists")
    clerk.key("Ctrl+Return")
    assert "2 letters made and noted." in clerk.words()
    clerk.key("Ctrl+P")
    (pdf,) = clerk.counter.printed
    pages = text_of(pdf)
    assert "Ana García" in pages
    assert "Luis Ortiz" in pages
    assert not any(name in pages for name in ("Otto", "Casa", "Juan"))
    clerk.client(ana)
    assert "Letter made" in clerk.words()


# -- a report ----------------------------------------------------------------------------------


def test_a_report_is_printed_and_the_list_behind_its_number_opened(
    clerk: Clerk, qtbot: QtBot
) -> None:
    clerk.counter.office.client(date(2015, 5, 4), name=PersonName(last="Reyes", first="Eva"))
    clerk.key("Ctrl+8")
    page = drawn(clerk)
    clerk.enter(page.cards["coverage"])
    drawn(clerk)
    clerk.key("Ctrl+P")
    (pdf,) = clerk.counter.printed
    pages = text_of(pdf)
    assert page.presenter.title("coverage") in pages
    assert "Reyes" not in pages, "numbers name nobody"
    table = page.one.parts[0].table
    spots = [(d, a) for d in range(table.rowCount() - 1) for a in range(1, table.columnCount())]
    ones = [at for at in spots if (item := table.item(*at)) is not None and item.text() == "1"]
    table.setCurrentCell(*ones[0])
    clerk.enter(table)
    qtbot.waitUntil(lambda: bool(page.behind.rows))
    assert clerk.row(page.behind.table, "Reyes, Eva") == 1
    clerk.enter(page.behind.table)
    clerk.in_room(ClientView)
    assert "Reyes, Eva" in clerk.words()


def drawn(clerk: Clerk) -> PicturesPage:
    """Each picture is asked for when the one before is done."""
    room = clerk.in_room(ReportsView)
    page = room.page
    assert isinstance(page, PicturesPage)
    for _ in range(40):
        clerk.counter.settle()
        if page.drawer.idle:
            break
    assert page.drawer.idle
    return page


# -- the handbook ------------------------------------------------------------------------------


def test_from_the_lot_to_the_handbook_to_a_signed_training(clerk: Clerk) -> None:
    clerk.client(clerk.counter.office.client())
    clerk.key("Ctrl+D")
    clerk.dose.fields.lot.line.setFocus()
    clerk.key("F1")
    room = clerk.in_room(HandbookView)
    assert room.shown == "data"
    assert "manufacturer; lot; provider" in clerk.words()
    work_through(room)
    assert "All 4 right" in clerk.words()
    for chapter in ("confidentiality", "access"):
        room.turn_to(chapter)
        work_through(room)
    sign_the_record(clerk, room)
    clerk.standing()
    clerk.press(PEOPLE)
    clerk.open_person("Vance, Uma")
    filed = clerk.words()
    assert "Texas medical privacy (HB 300), 22 Nov 2026, verification signed." in filed
    assert "Proof kept until 22 Nov 2032." in filed
    assert "Proof of training, attached 22 Nov 2026" in filed


def work_through(room: HandbookView) -> None:
    """Answer every question of the page as it should be."""
    assert room.check is not None
    for box in room.check.questions:
        box.buttons[box._question.right].click()


def sign_the_record(clerk: Clerk, room: HandbookView) -> None:
    room.sign_record()
    clerk.settle()
    assert room.training is not None
    clerk.fill(person="Vance, Uma")
    clerk.counter.draw_on(room.training.pad)
    clerk.press("File the record")
