"""Every drawer of papers is held against the book: an exchanged or lost one is found and named."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from immtrac_desk.bootstrap import verify_vault
from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.words import Choice
from immtrac_desk.store.engine import close, open_engine, raw
from immtrac_desk.store.rows import prints
from immtrac_desk.store.verify import BLOBS
from tests.desk.rostered import PNG
from tests.desk.signing import begin, sign
from tests.office import BOSS, PASSPHRASE, Office, open_office
from tests.trust.at_an_agreement import agreement_ground
from tests.trust.at_doses import told_of

FOREIGN = b"%PDF-1.7 exchanged"
DRAWERS = [identity.table for identity, _, _ in BLOBS]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A paper in every drawer, each filed by the act that files it; some looked at since."""
    made = open_office(tmp_path_factory.mktemp("booked"))
    desk, child = made.desk, made.client(chart_no="CH-24")
    desk.consents.print_for_ink(begin(made, made.client()))
    filed = sign(made, begin(made, child, choice=Choice.GRANT))
    desk.papers.attach(filed.act.id, "scan", PNG)
    desk.papers.pdf(filed.document.id)
    site = agreement_ground(desk)
    desk.agreement.attach(site.site.id, site.draft, "other", PNG)
    desk.agreement.reprint(site.paper.id)
    desk.answers.take(told_of(child, "IMR-132"), AnswerSource.OPENED)
    desk.letters.write("turning_18", [made.client(born_on=date(2008, 12, 1)).id])
    yield made
    made.desk.close()


@pytest.fixture
def driver(office: Office) -> Iterator[Any]:
    """The closed file in the hands of somebody with its key; all is as it was afterwards."""
    key = office.desk.staff.box.data_key.database_key()
    office.desk.close()
    before = {path: path.read_bytes() for path in office.path.iterdir() if path.is_file()}
    engine = open_engine(office.path / "desk.db", key)
    with engine.connect() as connection:
        yield raw(connection)
    close(engine)
    for path, content in before.items():
        path.write_bytes(content)
    office.reopen()


def by_hand(driver: Any, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Past the guards, which stand again afterwards."""
    driver.execute("PRAGMA foreign_keys = OFF")
    kept = driver.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'").fetchall()
    for name, _ in kept:
        driver.execute(f"DROP TRIGGER {name}")
    for statement, values in statements:
        driver.execute(statement, values)
    for _, sql in kept:
        driver.execute(sql)


def told(office: Office) -> list[tuple[str, str]]:
    found = verify_vault(office.path, BOSS, PASSPHRASE, office.around)
    return [(one.place, one.what) for one in found]


def place(table: sa.Table, driver: Any) -> str:
    name = "record_id" if table is prints else "id"
    [row] = driver.execute(f"SELECT {name} FROM {table.name} ORDER BY rowid").fetchmany(1)
    return f"{table.name} {row[0]}"


def test_a_vault_that_was_only_used_has_no_fault(office: Office, driver: Any) -> None:
    by_hand(driver)
    assert all(driver.execute(f"SELECT count(*) FROM {t.name}").fetchone()[0] for t in DRAWERS)
    assert told(office) == []


@pytest.mark.parametrize("table", DRAWERS, ids=lambda table: table.name)
def test_another_content_with_its_own_digest_is_found(
    office: Office, driver: Any, table: sa.Table
) -> None:
    content = "content" if "content" in table.c else "pdf"
    size = ", size = length(?2)" if "size" in table.c else ""
    one = f"rowid = (SELECT min(rowid) FROM {table.name})"
    put = f"UPDATE {table.name} SET digest = ?1, {content} = ?2{size} WHERE {one}"
    where = place(table, driver)
    by_hand(driver, (put, (hashlib.sha256(FOREIGN).hexdigest(), FOREIGN)))
    assert told(office) == [(where, "not_as_booked")]


@pytest.mark.parametrize("table", ["prints", "attachments", "agreement_files", "letter_runs"])
def test_a_paper_that_nothing_refers_to_is_missed_when_it_is_gone(
    office: Office, driver: Any, table: str
) -> None:
    where = f"{table} "
    by_hand(driver, (f"DELETE FROM {table}", ()))
    found = told(office)
    assert found
    assert {(at.startswith(where), what) for at, what in found} == {(True, "not_as_booked")}


def test_a_look_at_what_was_exchanged_does_not_make_it_right(office: Office, driver: Any) -> None:
    """Its line in the book tells of the digest that lies there by then, and proves nothing."""
    put = "UPDATE letter_runs SET digest = ?1, pdf = ?2"
    by_hand(driver, (put, (hashlib.sha256(FOREIGN).hexdigest(), FOREIGN)))
    office.reopen()
    [run] = office.desk.letters.runs()
    assert office.desk.letters.look_at(run.id) == FOREIGN
    office.desk.close()
    assert told(office) == [(f"letter_runs {run.id}", "not_as_booked")]
