"""The day itself: the window opens, the practice clinic is entered, the story is told."""

import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ui import background
from ui.machine import Machine
from ui.practice_day import report, story
from ui.practice_day.hands import Hands
from ui.practice_day.prints import write_prints
from ui.practice_day.registry import look_at_registry, write_letters
from ui.practice_day.reports import look_at_handbook, look_at_reports, sign_training
from ui.practice_day.sites import look_at_sites
from ui.presenters.first_run import Page
from ui.presenters.shell_doors import PRACTICE_NAME, PRACTICE_WORD, Doors
from ui.scratch_folder import ScratchFolder
from ui.shell.dressing import dressed
from ui.shell.main_window import USUAL, MainWindow

ROOMS = ("today", "clients", "documents", "history", "settings", "staff", "packs", "backup", "help")


def play(out: Path, *, quick: bool) -> int:
    """Play the day into `out` and say what lies where. 0 if the evening's check found nothing."""
    app = dressed(["practice-day"], Machine(language="en", mode="light"))
    qInstallMessageHandler(_pass_on)
    scratch = ScratchFolder()
    scratch.open()
    try:
        return _play(app, out, quick)
    finally:
        background.settle()
        scratch.close()


def _play(app: QApplication, out: Path, quick: bool) -> int:
    window = MainWindow(Doors(), Machine(language="en", mode="light"), remember=lambda _: None)
    window.resize(*USUAL)
    window.stand_at_door()
    window.show()
    hands = Hands(window, out / "screens", quick)
    _enter(hands, out / "vault")
    since = hands.desk.book.history(limit=1)[0].seq
    story.tell(hands)
    letters = write_letters(hands)
    sign_training(hands)
    _look_around(hands)
    if not quick:
        hands.dress(dark=True, language="es")
        _look_around(hands)
    files = report.write_pdfs(hands.desk, since, out / "pdf")
    printed = write_prints(hands.desk, letters, out / "pdf", quick)
    hands.desk.book.back_up(out / "practice-copies")
    told = report.tell_day(hands.desk, since, files)
    window.lock()
    hands.still("lock")
    report.write_day(told, hands.taken, out)
    window.close()
    app.processEvents()
    _say(out, (len(files), printed, len(hands.taken)), bool(told["verified"]))
    return 0 if told["verified"] else 1


def _enter(hands: Hands, vault: Path) -> None:
    hands.still("first-run", both=True)
    window = hands.window
    first = window._first_view
    assert first is not None
    first.presenter.turn_to(Page.CLINIC)
    hands.still("first-run-clinic", both=True)
    first.presenter.turn_to(Page.WELCOME)
    first.presenter.practise(vault)
    hands.wait(lambda: window.inside is not None, "the practice clinic")


def _look_around(hands: Hands) -> None:
    """A still of every room, and of the palette."""
    inside = hands.window.inside
    assert inside is not None
    for room in ROOMS:
        inside.go(room)
        hands.still(room)
    inside.go("clients")
    clients = inside.stage.room
    line = getattr(clients, "line", None)
    if line is not None:
        line.setText("garcia")
        clients.ask()  # type: ignore[union-attr]
        hands.still("clients-found")
    found = hands.desk.people.find("García-López Ana")
    inside.go("client", client_id=found[0].id)
    hands.still("client")
    inside.go("existing", client_id=found[0].id)
    hands.still("existing")
    look_at_sites(hands)
    look_at_registry(hands)
    look_at_reports(hands)
    look_at_handbook(hands)
    inside.go("today")
    inside.perform("palette")
    hands.still("palette")
    inside.palette_pane.hide()


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """What Qt has to say, but for what it says of every window where there is no screen."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _say(out: Path, made: tuple[int, int, int], sound: bool) -> None:
    papers, prints, stills = made
    lines = (
        f"The practice day is done; everything lies under {out}",
        f"  pdf/       {papers} signed sheets, the five blank forms in two languages, and",
        f"             {prints} prints: letters, reports, a record, the handbook, a training",
        f"  screens/   {stills} stills of the window",
        "  day.json   each act with its table row, document id and digest",
        f"  vault/     the practice vault; staff {PRACTICE_NAME!r}, passphrase {PRACTICE_WORD!r}",
        "The evening's check " + ("found nothing wrong." if sound else "FOUND SOMETHING WRONG."),
    )
    sys.stdout.write("\n".join(lines) + "\n")
