"""Bad input of the registry: read as far as it can be, the rest named by line; a dose that cannot
be is refused beside its field; nothing typed is lost, also over a lock."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.organization import Organization
from immtrac_desk.responses import MOST_BYTES
from tests.desk.sites import entered_site
from tests.journeys.at_the_registry_desk import Clerk
from tests.journeys.conftest import Counter
from tests.journeys.test_agreement_life import text_of
from tests.office import Office, open_office
from tests.responses.answers import ack, err
from tests.seen import signed_paper
from tests.trust.test_hostile_text import ODD, existing, words
from tests.ui.presenters_registry.given import somebody
from tests.ui.rooms_registry.conftest import window_of_file as window_of_file
from ui.views.entry import EntryView
from ui.views.entry_finish import FinishForm
from ui.views.report_tips import TipsPage
from ui.views.reports import ReportsView
from ui.views.row_table import PAGE
from ui.wording import tr

TYPED = "half a wo"
ROWS, FREE = 10_000, 10
"""Rows of a large answer, and turns in which the window could be worked with meanwhile."""
MSH = "MSH|^~\\&|T|T|||20261122||{kind}|1|P|2.5.1"


@pytest.fixture
def clerk(request: pytest.FixtureRequest) -> Clerk:
    """One window for the file; each test brings its own client."""
    counter: Counter = request.getfixturevalue("window_of_file")
    tr.use("en")
    return Clerk(counter)


def over_the_lock(clerk: Clerk) -> None:
    """Locked in the middle of a word, and opened again."""
    clerk.lock()
    clerk.unlock()


# -- answers -----------------------------------------------------------------------------------

ANSWERS: dict[str, tuple[bytes, list[str], list[str]]] = {
    "binary": (bytes(range(256)) * 40, [], ["This is not text."]),
    "program": (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", [], ["Line 1: "]),
    "half written": (
        f"{MSH.format(kind='ACK')}\rMSA|A".encode(),
        [],
        ["A message that ends before it says anything."],
    ),
    "half a code": (b"IEE-998 MRN 1\r\nCLR-10", ["IEE-998"], ["Line 2: This looks like a code"]),
    "another type": (
        f"{MSH.format(kind='ADT^A08')}\rPID|1||7^^^^MR\r".encode(),
        [],
        ["A message of another type, without a code."],
    ),
    "damaged": (
        b"MSH|^~\\&|T|T\rMSA|AE|1\rERR|||101|E||||\xff\xfe IEE-413 \x81\x00\rPI\x00D|1",
        ["IEE-413"],
        ["Lines 3 to 4: Some characters of this line could not be read."],
    ),
    "all line ends": (b"IEE-413 a\rIEE-998 b\nIMR-111 c\r\nhello",
        ["IEE-413", "IMR-111", "IEE-998"], ["Line 4: No code"]),
    "utf-16": ("IEE-413 ñ\r\nnothing".encode("utf-16"), ["IEE-413"], ["Line 2: No code"]),
}  # fmt: skip


@pytest.mark.parametrize("which", ANSWERS)
def test_an_answer_is_read_as_far_as_it_can_be_and_the_rest_named_by_line(
    clerk: Clerk, which: str, tmp_path: Path
) -> None:
    data, codes, named = ANSWERS[which]
    place = tmp_path / "answer.bin"
    place.write_bytes(data)
    before = len(clerk.counter.office.desk.answers.answers())
    clerk.section("Answers")
    clerk.drop(place)
    take = clerk.answers.take
    assert sorted(row.cells[1] for row in take.table.rows.rows) == sorted(codes)
    for one in named:
        assert one in clerk.words()
    assert take.take_button.isEnabled() is bool(codes)
    clerk.key("Ctrl+Return")
    assert len(clerk.counter.office.desk.answers.answers()) == before + bool(codes)
    if not codes:
        leave(clerk)


@pytest.mark.parametrize("nothing", [b"", b"\r\n \r\n\t\n"])
def test_nothing_at_all_is_said_to_be_nothing(clerk: Clerk, nothing: bytes, tmp_path: Path) -> None:
    place = tmp_path / "answer.txt"
    place.write_bytes(nothing)
    clerk.section("Answers")
    clerk.drop(place)
    assert clerk.notice.startswith("There is nothing in it. Nothing was taken in;")
    clerk.press("Back without taking in")


def test_what_is_longer_than_any_answer_is_read_to_its_bound(clerk: Clerk, tmp_path: Path) -> None:
    place = tmp_path / "answer.txt"
    place.write_bytes(b"IEE-998\n" + b" " * MOST_BYTES)
    clerk.section("Answers")
    clerk.drop(place)
    assert [row.cells[1] for row in clerk.answers.take.table.rows.rows] == ["IEE-998"]
    assert "Line 2: Here the file was cut off: it is too long." in clerk.words()
    leave(clerk)


def leave(clerk: Clerk) -> None:
    """Back to the list, without taking in."""
    clerk.press("Something else")
    clerk.press("Back without taking in")


# -- doses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("05/03/2015", "The dose lies before the birth date. Check both dates."),
        ("11/11/2026", "The dose lies after the date of death. Check both dates."),
        ("11/23/2026", "The day of the dose is still to come. Check the year."),
    ],
)
def test_a_dose_that_cannot_be_is_refused_beside_its_day_and_kept(
    clerk: Clerk, day: str, said: str
) -> None:
    office = clerk.counter.office
    client = somebody(office)
    if "death" in said:
        office.desk.people.record_death(client.id, date(2026, 11, 10), "family")
    clerk.client(client)
    clerk.counter.go("dose", client_id=client.id)
    clerk.type_vaccine("boostrix")
    clerk.fill(given_on=day, lot="B12")
    clerk.key("Ctrl+Return")
    assert clerk.said("given_on") == said
    over_the_lock(clerk)
    clerk.counter.go("dose", client_id=client.id)
    clerk.press("Go on")
    room = clerk.dose
    assert (room.fields.cvx.value(), room.fields.lot.text()) == ("115", "B12")
    clerk.key("Ctrl+Return")
    assert clerk.said("given_on") == said
    assert office.desk.doses.of_client(client.id) == ()
    clerk.press("Cancel")


# -- the lock in the middle of a word ------------------------------------------------------------


def test_the_lock_in_the_dose_form(clerk: Clerk) -> None:
    client = somebody(clerk.counter.office)
    clerk.client(client)
    clerk.key("Ctrl+D")
    clerk.dose.fields.lot.line.setText(TYPED)
    clerk.dose.fields.lot.line.textEdited.emit(TYPED)
    over_the_lock(clerk)
    clerk.client(client)
    clerk.key("Ctrl+D")
    assert clerk.text("lot") == ""
    clerk.press("Go on")
    assert clerk.text("lot") == TYPED
    clerk.press("Cancel")


def test_the_lock_in_the_paste_box(clerk: Clerk) -> None:
    clerk.key("Ctrl+Shift+V")
    clerk.answers.take.box.setPlainText(TYPED)
    over_the_lock(clerk)
    clerk.key("Ctrl+Shift+V")
    clerk.press("Go on")
    assert clerk.answers.take.box.toPlainText() == TYPED
    clerk.press("Back without taking in")


def test_the_lock_in_the_finish_form(clerk: Clerk) -> None:
    client = somebody(clerk.counter.office)
    signed_paper(clerk.counter.office.desk, client, date(2026, 11, 18))
    clerk.client(client)
    clerk.key("Ctrl+I")
    clerk.fill(searched="found")
    form = clerk.in_room(EntryView).form
    assert isinstance(form, FinishForm)
    form.number.line.setText(TYPED)
    form.number.line.textEdited.emit(TYPED)
    over_the_lock(clerk)
    clerk.client(client)
    clerk.key("Ctrl+I")
    clerk.press("Go on")
    form = clerk.in_room(EntryView).form
    assert isinstance(form, FinishForm)
    assert (form.searched.value(), form.number.text()) == ("found", TYPED)


def test_the_lock_in_the_tips_form(clerk: Clerk, site: Organization) -> None:
    page = tips(clerk)
    page.measure.line.setText(TYPED)
    page.measure.line.textEdited.emit(TYPED)
    over_the_lock(clerk)
    page = tips(clerk)
    clerk.press("Go on")
    assert page.measure.text() == TYPED


@pytest.fixture(scope="module")
def site(window_of_file: Counter) -> Organization:
    """TIPS is of a site."""
    return entered_site(window_of_file.office).organization


def tips(clerk: Clerk) -> TipsPage:
    clerk.key("Ctrl+8")
    clerk.press("TIPS")
    page = clerk.in_room(ReportsView).page
    assert isinstance(page, TipsPage)
    return page


# -- a large answer, last in its window: every later opening would have to derive it ------------


def test_ten_thousand_rows_leave_the_window_free(
    clerk: Clerk, tmp_path: Path, qtbot: QtBot
) -> None:
    """While it is read and taken in, the window hears every turn; then all rows are there."""
    place = tmp_path / "answer.hl7"
    fault = [err("IEE-777", "E")]
    text = "".join(ack(f"{n}", fault, chart=f"n{n}", end="\r") for n in range(ROWS))
    place.write_text(text, encoding="utf-8")
    clerk.section("Answers")
    page, take = clerk.answers, clerk.answers.take
    before = sum(page.presenter.counts.open.values())
    turns = Turns(lambda: take.slow.busy)
    page.paste()
    take.read_file(place, AnswerSource.DROPPED)
    qtbot.waitUntil(lambda: not take.slow.busy, timeout=60_000)
    assert turns.taken() > FREE
    assert f"{ROWS} things were read." in clerk.words()
    clerk.counter.act("record")
    qtbot.waitUntil(lambda: not take.slow.busy, timeout=120_000)
    assert turns.taken() > FREE
    wanted = before + ROWS
    qtbot.waitUntil(lambda: sum(page.presenter.counts.open.values()) == wanted, timeout=60_000)
    assert page.table.rows.rowCount() == PAGE, "read as one nears the end"
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2 * PAGE)


class Turns:
    """Counts the turns of the event loop while something is busy."""

    def __init__(self, busy: Callable[[], bool]) -> None:
        self._busy, self._count = busy, 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def taken(self) -> int:
        """How many there were since one asked last."""
        count, self._count = self._count, 0
        return count

    def _turn(self) -> None:
        self._count += self._busy()


# -- hostile names -------------------------------------------------------------------------------

SOON = date(2008, 12, 10)
TABLE_SIGNS = "=+-@\t\r"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Everybody about to turn 18, with the names of a bad day, each with a paper seen."""
    office = open_office(tmp_path_factory.mktemp("hostile"))
    for text in ODD:
        name = PersonName(last=text, first=f"Q{text}")
        client = office.client(SOON, name=name, mother_first_name=text, chart_no="")
        office.desk.consents.record_existing(existing(office.desk, client, signer_name=text))
    return office


def everybody(office: Office) -> dict[str, Any]:
    lines = next(one for one in office.desk.letters.lists() if one.code == "turning_18").entries
    files = (office.desk.people.file(one.client_id) for one in lines if one.client_id)
    return {str(file.client.name.last): file for file in files}


def test_hostile_names_stand_in_letters_as_they_are(hostile: Office) -> None:
    ids = [file.client.id for file in everybody(hostile).values()]
    run = hostile.desk.letters.write("turning_18", ids, envelopes=True)
    pages = words(text_of(run.pdf))
    assert len(run.written) == len(ODD)
    for text in ODD:
        assert words(f"Q{text} {text}") in pages, text


def test_hostile_names_act_in_no_table(hostile: Office) -> None:
    data = hostile.desk.letters.export("turning_18", "csv", "en")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple(TABLE_SIGNS))]
    for text in ODD:
        assert any(f"{text}, Q{text}" in cell for cell in cells), text
    book = hostile.desk.letters.export("turning_18", "xlsx", "en")
    with ZipFile(io.BytesIO(book)) as parts:
        sheets = [parts.read(one) for one in parts.namelist() if "/worksheets/" in one]
    assert sheets
    assert not [one for one in sheets if b"<f>" in one or b"<hyperlink" in one]


def test_hostile_names_travel_in_bundles_and_records(hostile: Office) -> None:
    for text, file in everybody(hostile).items():
        bundle = hostile.desk.evidence.bundle(file.documents[0].id)
        assert json.dumps(text) in json.dumps(json.loads(bundle)), text
        record = json.loads(hostile.desk.evidence.record_file(file.client.id))
        assert json.dumps(text) in json.dumps(record), text
        summary = words(text_of(hostile.desk.evidence.record_summary(file.client.id, "es")))
        assert words(text) in summary, text
