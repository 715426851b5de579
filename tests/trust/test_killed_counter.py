"""E33, T-01, T-11: killed while it records: what was acknowledged is whole, nothing is half."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import Surroundings, open_vault, verify_vault
from immtrac_desk.desk import Desk
from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.audit import first_break
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId
from immtrac_desk.domain.words import Choice, Intent, Status, Who
from immtrac_desk.errors import VaultError
from immtrac_desk.practice.signing import sign_on_screen
from tests.killing import Child, needs_kill
from tests.office import BOSS, CHEAP, PASSPHRASE, WHOLE, Clock, Office, open_office
from tests.trust.canaries import BORN_ON
from tests.trust.day import scan

KILLS = 20
Told = tuple[ClientId, DocumentId, ActId, str]
"""What the child says after each consent: who, which paper, which act, the digest of the paper."""

pytestmark = needs_kill


def enter(path: Path) -> Desk:
    return open_vault(path, BOSS, PASSPHRASE, Surroundings(clock=Clock(), cost=CHEAP))


def record_until_killed(place: str, pipe: Connection) -> None:
    """Add a client, have the mother sign, attach a scan; say so only when the desk has."""
    desk = enter(Path(place))
    while True:
        client = desk.people.save(replace(desk.people.new(), born_on=BORN_ON, **WHOLE))  # type: ignore[arg-type]
        draft = replace(
            desk.consents.begin(client, Intent.JOIN, "en"),
            signer_name="Eva Ruiz",
            who=Who.PARENT,
            relation="mother",
            choice=Choice.GRANT,
        )
        desk.consents.keep(draft)
        receipt = sign_on_screen(desk, draft)
        digest = hashlib.sha256(receipt.pdf).hexdigest()
        pipe.send((client.id, receipt.document.id, receipt.act.id, digest))
        desk.papers.attach(receipt.act.id, "scan", scan())


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    made.desk.close()
    yield made
    made.desk.close()


def kill_once(place: Path, wait: float) -> list[Told]:
    """Let a child record, kill it at some instant, and return what it had acknowledged."""
    child = Child(record_until_killed, str(place))
    told: list[Told] = [child.hear()]
    child.says_within(wait)
    return told + child.kill()


def test_every_acknowledged_consent_is_whole_and_nothing_is_half_there(office: Office) -> None:
    """E33."""
    instants = random.Random(33)
    told: list[Told] = []
    for _ in range(KILLS):
        told += kill_once(office.path, instants.uniform(0, 0.12))
        office.desk = enter(office.path)
        check(office.desk, told)
        office.desk.close()
    assert len(told) >= KILLS
    assert verify_vault(office.path, BOSS, PASSPHRASE, office.around) == ()


def check(desk: Desk, told: list[Told]) -> None:
    lines = desk.book.history(limit=100_000)
    assert first_break(reversed(lines)) is None
    head, _ = desk.staff.box.head()
    assert head == lines[0].seq
    granted = {line.document_id: line for line in lines if line.act == "consent_granted"}
    assert {document for _, document, _, _ in told} <= set(granted)
    for client_id, document_id, act_id, digest in told[-3:]:
        file = desk.people.file(client_id)
        assert file.standing.status is Status.SIGNED_TO_AFFIRM
        assert [d.id for d in file.documents] == [document_id]
        acts = {line.act.id: line.act for line in file.acts}
        assert acts[act_id].kind is ActKind.CONSENT_GRANTED
        assert hashlib.sha256(desk.papers.pdf(document_id)).hexdigest() == digest
        assert granted[document_id].document_digest == digest
        assert granted[document_id].act_id == act_id
        assert file.drafts == ()
    _nothing_half(desk, set(granted))


def _nothing_half(desk: Desk, granted: set[str]) -> None:
    """Every paper has its line, every line its paper; a draft that is left is not filed."""
    papers = {line.document.id for line in desk.papers.documents(limit=100_000)}
    assert papers == granted
    assert {kept.draft.record_id for kept in desk.consents.drafts()}.isdisjoint(papers)
    assert len(desk.consents.drafts()) <= KILLS


def test_no_lock_of_the_dead_stands_in_the_way(office: Office) -> None:
    """T-10: the next one opens at once, and nothing has to be deleted by hand."""
    kill_once(office.path, 0.0)
    office.desk = enter(office.path)
    assert office.desk.book.history(limit=1)[0].act == "vault_opened"


def killed_with_a_full_log(office: Office) -> int:
    """Kill a child whose last consents lie in the log beside the file; return the log's size."""
    kill_once(office.path, 0.05)
    return (office.path / "desk.db-wal").stat().st_size


def test_the_log_beside_the_file_deleted_after_a_kill_is_noticed(office: Office) -> None:
    """T-11: the engine says nothing; the sealed head names entries the file does not hold."""
    assert killed_with_a_full_log(office) > 0
    for name in ("desk.db-wal", "desk.db-shm"):
        (office.path / name).unlink()
    with pytest.raises(VaultError) as refused:
        enter(office.path)
    assert refused.value.code == "vault.entries_missing"
    sealed, found = refused.value.facts["sealed"], refused.value.facts["found"]
    assert isinstance(sealed, int)
    assert isinstance(found, int)
    assert sealed > found
    problems = verify_vault(office.path, BOSS, PASSPHRASE, office.around)
    assert [(p.file, p.what) for p in problems] == [("desk.db", "entries_missing")]


def test_the_file_copied_without_its_log_is_noticed_and_whole_with_it(
    office: Office, tmp_path: Path
) -> None:
    assert killed_with_a_full_log(office) > 0
    whole, part = tmp_path / "whole", tmp_path / "part"
    shutil.copytree(office.path, whole)
    shutil.copytree(office.path, part, ignore=shutil.ignore_patterns("desk.db-*"))
    with pytest.raises(VaultError) as refused:
        enter(part)
    assert refused.value.code == "vault.entries_missing"
    enter(whole).close()


def test_yesterdays_file_put_back_after_a_kill_is_noticed(office: Office) -> None:
    """T-20."""
    yesterday = (office.path / "desk.db").read_bytes()
    killed_with_a_full_log(office)
    for name in ("desk.db-wal", "desk.db-shm"):
        (office.path / name).unlink()
    (office.path / "desk.db").write_bytes(yesterday)
    with pytest.raises(VaultError) as refused:
        enter(office.path)
    assert refused.value.code == "vault.entries_missing"
