"""T-42: whatever breaks, wherever it breaks, no message, fact, log line or `repr` tells a name."""

from __future__ import annotations

import gc
import io
import pprint
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from immtrac_desk import logs
from immtrac_desk.bootstrap import ByCode, ByPassphrase, NewVault
from immtrac_desk.desk.report_pictures import ReportAsked
from immtrac_desk.desk.safe_box import SafeBox
from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.words import Choice, Intent
from immtrac_desk.errors import DeskError, VaultError
from immtrac_desk.practice import PracticePlan
from immtrac_desk.practice.signing import sign_on_screen
from immtrac_desk.store.unit_of_work import UnitOfWork
from immtrac_desk.vault.keys import DataKey
from tests.office import PASSPHRASE, Office, open_office
from tests.trust.at_an_agreement import applied_at, named_site
from tests.trust.at_doses import told_of
from tests.trust.canaries import BORN_ON, GROWN_ON, canary, seen_in
from tests.trust.day import Day

STEPS = 25
"""Into how many places of each act a failure is put, spread over all its calls."""
SLOW = {"application": 10}
"""As STEPS, where an act draws papers of many pages."""


class BrokenError(Exception):
    """What is thrown into the middle of an act."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    logs.begin(tmp_path / "log")
    yield made
    logs.end()
    made.desk.close()


def everything_told(error: BaseException) -> bytes:
    """All that a program could show, write or send of an error."""
    told = io.StringIO()
    traceback.print_exception(error, file=told)
    seen: BaseException | None = error
    while seen is not None:
        told.write(f"{seen!r} {seen!s} {seen.args!r}")
        if isinstance(seen, DeskError):
            told.write(repr(seen.facts))
            told.write(repr([vars(f) if hasattr(f, "__dict__") else f for f in found(seen)]))
        seen = seen.__cause__ or seen.__context__
    logs.trouble(error)
    return told.getvalue().encode("utf-8", "backslashreplace")


def found(error: DeskError) -> tuple[Any, ...]:
    return tuple(getattr(error, "findings", ()))


def calls_of(act: Callable[[], object]) -> int:
    """How many functions of ours an act calls."""
    count = 0

    def listen(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and ours(frame)

    sys.setprofile(listen)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


def ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).startswith(("immtrac_desk.", "forms."))


def broken_at(step: int, act: Callable[[], object]) -> BaseException | None:
    """Do an act that breaks as its `step`th function is entered; return what came out."""
    left = step

    def listen(frame: FrameType, event: str, _: object) -> None:
        nonlocal left
        if event == "call" and ours(frame):
            left -= 1
            if left == 0:
                sys.setprofile(None)
                raise BrokenError

    sys.setprofile(listen)
    try:
        act()
    except BaseException as error:  # whatever it is, it is what somebody would see
        return error
    finally:
        sys.setprofile(None)
    return None


def acts(office: Office) -> dict[str, Callable[[], object]]:
    """Acts that carry canaries, each made anew at every call."""
    desk, day = office.desk, Day(office.desk)
    known = day.client(BORN_ON)
    grown = day.client(GROWN_ON)

    def record() -> object:
        draft = replace(day.draft(known, Intent.JOIN), choice=Choice.DECLINE)
        return sign_on_screen(desk, draft)

    def given() -> object:
        fresh = desk.doses.new_dose(known.id)
        return desk.doses.save(replace(fresh, cvx="03", lot=canary()))

    def taken() -> object:
        office.clock.tick(minutes=2)
        answer = desk.answers.take(told_of(known, "IMR-132", "IMR-109"), AnswerSource.PASTED)
        return desk.answers.items(answer_id=answer.id)

    site, signer = named_site(desk)

    def keep() -> object:
        return desk.consents.keep(day.draft(grown, Intent.JOIN, "es"))

    return {
        "save": lambda: day.client(BORN_ON),
        "find": lambda: desk.people.find(known.name.shown),
        "file": lambda: (office.clock.tick(minutes=2), desk.people.file(known.id)),
        "keep": keep,
        "sign": record,
        "back up": desk.book.back_up,
        "dose": given,
        "card": lambda: (office.clock.tick(minutes=2), desk.entry.card(known.id)),
        "answer": taken,
        "letters": lambda: desk.letters.write("record_request", (grown.id,)),
        "list": lambda: desk.letters.export("pending_adult", "xlsx", "es"),
        "report": lambda: desk.reports.sheet(ReportAsked("coverage", desk.today(), desk.today())),
        "record": lambda: desk.evidence.record_file(known.id),
        "site": lambda: named_site(desk),
        "application": lambda: applied_at(desk, site, signer),
    }


ACTS = (
    *("save", "find", "file", "keep", "sign", "back up"),
    *("dose", "card", "answer", "letters", "list", "report", "record"),
    *("site", "application"),
)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_breaks_anywhere_tells_nobodys_name_and_leaves_nothing_half_done(
    office: Office, tmp_path: Path, name: str
) -> None:
    act = acts(office)[name]
    act()
    calls = calls_of(act)
    assert calls > 20
    broken, steps = 0, SLOW.get(name, STEPS)
    gc.freeze()  # what stands before the breaking need not be looked through again
    for step in range(1, calls + 1, max(1, calls // steps)):
        error = broken_at(step, act)
        if error is not None:
            broken += 1
            assert seen_in(everything_told(error)) == [], step
        del error
        gc.collect()  # lets go of the frames, which may hold a transaction open
    gc.unfreeze()
    assert broken > steps // 2
    assert act() is not None or name == "keep", "the desk goes on"
    assert set(ACTS) == set(acts(office))
    assert office.desk.book.verify() == ()
    text = (tmp_path / "log" / logs.FILE).read_bytes()
    assert b"BrokenError" in text
    assert seen_in(text) == []


def test_text_that_the_engine_cannot_take_is_not_quoted_by_it(
    office: Office, tmp_path: Path
) -> None:
    """Past every check of ours: straight into the filing room."""
    desk, day = office.desk, Day(office.desk)
    client = day.client(BORN_ON)
    last = f"{client.name.last}\ud800"
    twice = replace(client, version=1)
    for wrong in (replace(client, name=replace(client.name, last=last)), twice):
        with desk.corridor.filing.writing() as uow, pytest.raises(Exception) as broken:  # noqa: PT011
            uow.clients.add(wrong)
        if not isinstance(broken.value, UnicodeEncodeError):
            assert seen_in(everything_told(broken.value)) == []
        logs.trouble(broken.value)
    log = (tmp_path / "log" / logs.FILE).read_bytes()
    assert b" at " in log
    assert seen_in(log) == []


def test_a_statement_that_fails_hides_what_it_carried(office: Office) -> None:
    import sqlalchemy as sa

    day = Day(office.desk)
    name = str(day.client(BORN_ON).name.last)
    with office.desk.corridor.filing.reading() as uow:
        connection = uow._connection
        assert connection.engine.hide_parameters
        with pytest.raises(sa.exc.SQLAlchemyError) as broken:
            connection.execute(sa.text("SELECT nothing FROM nowhere WHERE x = :x"), {"x": name})
    assert seen_in(everything_told(broken.value)) == []


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
def test_a_page_damaged_under_an_open_desk_is_told_by_its_code(office: Office, part: float) -> None:
    day = Day(office.desk)
    for _ in range(6):
        day.client(BORN_ON)
    office.desk.close()
    place = office.path / "desk.db"
    data = bytearray(place.read_bytes())
    for at in range(int(len(data) * part), int(len(data) * (part + 0.15)), 512):
        data[at] ^= 0xFF
    place.write_bytes(data)
    error: BaseException | None = None
    try:
        desk = office.reopen()
        for client in day.clients:
            desk.people.file(client.id)
    except DeskError as damaged:
        error = damaged
    assert isinstance(error, VaultError)
    assert error.code == "vault.damaged"
    assert seen_in(everything_told(error)) == []


def test_no_object_shows_a_key_a_passphrase_or_the_code(office: Office) -> None:
    desk = office.desk
    box = desk.staff.box
    assert isinstance(box, SafeBox)
    secrets = _secrets(box.data_key, office.recovery_code)
    with desk.corridor.filing.reading() as uow:
        assert isinstance(uow, UnitOfWork)
        shown = [
            desk, desk.corridor, desk.people, desk.consents, desk.papers, desk.staff, desk.book,
            desk.shut, box, box.data_key, box.terms, uow, desk.corridor.filing, office.around,
            uow._connection.engine, uow._connection, desk.book.backups,
            ByPassphrase("Dan", PASSPHRASE), ByCode(office.recovery_code, "Dan", PASSPHRASE),
            NewVault(
                path=office.path, clinic="x", registered=True, staff_name="x",
                passphrase=PASSPHRASE,
            ),
            PracticePlan(path=office.path, passphrase=PASSPHRASE),
        ]  # fmt: skip
        for one in shown:
            told = (repr(one) + str(one) + pprint.pformat(one)).encode()
            assert [s for s in secrets if s in told] == [], type(one).__name__


def _secrets(key: DataKey, code: str) -> list[bytes]:
    raw = [key.secret, key.database_key()]
    shapes = [shape for one in raw for shape in (one.hex().encode(), repr(one)[2:-1].encode())]
    return [*shapes, PASSPHRASE.encode(), code.encode(), code.replace("-", "").encode()]


def test_a_secret_in_an_object_would_be_seen(office: Office) -> None:
    secrets = _secrets(office.desk.staff.box.data_key, office.recovery_code)
    told = repr({"key": office.desk.staff.box.data_key.secret, "p": PASSPHRASE}).encode()
    assert len([s for s in secrets if s in told]) == 2
