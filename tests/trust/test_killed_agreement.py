"""T-01: killed while an application is kept, signed, attached to and sent: whole, or not there."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from immtrac_desk.bootstrap import Surroundings, open_vault, verify_vault
from immtrac_desk.desk import Desk
from immtrac_desk.domain.agreement import ApplicationKind, StepKind
from immtrac_desk.domain.audit import first_break
from immtrac_desk.domain.organization import Organization
from immtrac_desk.errors import RefusedError
from tests.desk.rostered import PNG
from tests.desk.sites import ANSWERS
from tests.killing import Child, needs_kill
from tests.office import BOSS, CHEAP, PASSPHRASE, Clock, Office, open_office
from tests.trust.at_an_agreement import agreement_ground, signing

KILLS = int(os.environ.get("IMMTRAC_DESK_KILLS", "6"))
Told = tuple[str, str]
"""What the child says after an act: which, and the id of what it made."""

pytestmark = needs_kill


def enter(path: Path) -> Desk:
    return open_vault(path, BOSS, PASSPHRASE, Surroundings(clock=Clock(), cost=CHEAP))


def site_of(desk: Desk) -> Organization:
    return next(one for one in desk.roster.organizations() if one.name == "Willow Clinic")


def apply_until_killed(place: str, pipe: Connection) -> None:
    """Begin, keep, sign, attach, send with a confirmation, take back; say each once it is done."""
    desk = enter(Path(place))
    site = site_of(desk)
    former = desk.agreement.papers(site.id)[0]
    signer = former.signer_id
    desk.agreement.sheet(
        former.application_id, "en"
    )  # what draws is read in, before the clock runs
    pipe.send(("ready", ""))
    while True:
        put_aside(desk, site)
        begun = desk.agreement.begin(site.id, ApplicationKind.CHANGE).application
        whole = replace(begun, answers={**begun.answers, **ANSWERS})
        one = desk.agreement.keep(whole).application.id
        pipe.send(("kept", one))
        pipe.send(("signed", desk.agreement.sign(signing(desk, one, signer)).id))
        pipe.send(("attached", desk.agreement.attach(site.id, one, "other", PNG).id))
        desk.agreement.send(one, desk.today(), "M", "7", PNG)
        pipe.send(("sent", one))


def put_aside(desk: Desk, site: Organization) -> None:
    """Only one change is open at a time: the one before is given up, or was refused."""
    for line in desk.agreement.standing(site.id).applications:
        if line.application.kind is ApplicationKind.CHANGE:
            for end in (desk.agreement.abandon, partial(desk.agreement.refuse, on=desk.today())):
                with suppress(RefusedError):
                    end(line.application.id, reason="x")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    agreement_ground(made.desk)
    made.desk.close()
    yield made
    made.desk.close()


def kill_once(place: Path, wait: float, until: str = "ready") -> list[Told]:
    """Let a child work, kill it so long after it said `until`, and return what it had said."""
    child = Child(apply_until_killed, str(place))
    told: list[Told] = [child.hear()]
    while told[-1][0] != until:
        told.append(child.hear())
    return told + child.kill(after=wait)


def test_every_acknowledged_step_is_whole_and_nothing_is_half_there(office: Office) -> None:
    instants = random.Random(12)
    told: list[Told] = []
    for until in ("sent", *("ready",) * (KILLS - 1)):
        told += kill_once(office.path, instants.uniform(0, 0.5), until)
        office.desk = enter(office.path)
        check(office.desk, told)
        office.desk.close()
        assert verify_vault(office.path, BOSS, PASSPHRASE, office.around) == ()
    assert {act for act, _ in told} == {"ready", "kept", "signed", "attached", "sent"}


def check(desk: Desk, told: list[Told]) -> None:
    lines = desk.book.history(limit=100_000)
    assert first_break(reversed(lines)) is None
    assert desk.staff.box.head()[0] == lines[0].seq
    site = site_of(desk)
    papers = {one.id: one for one in desk.agreement.papers(site.id)}
    files = {one.id: one for one in desk.agreement.files(site.id)}
    applications = {line.application.id for line in desk.agreement.standing(site.id).applications}
    assert {made for act, made in told if act == "kept"} <= applications
    assert {made for act, made in told if act == "signed"} <= set(papers)
    assert {made for act, made in told if act == "attached"} <= set(files)
    signed = {line.facts["agreement_paper"] for line in lines if line.act == "application_signed"}
    kept = {line.facts["agreement_file"] for line in lines if line.act == "agreement_file_kept"}
    assert (signed, kept) == (set(papers), set(files)), "no paper without its line, and no line"
    for one in applications:
        steps = desk.agreement.application(one).steps
        kinds = [step.kind for step in steps]
        assert {step.paper_id for step in steps} - {None} <= set(papers)
        assert kinds.count(StepKind.SIGNED) == len(
            [paper for paper in papers.values() if paper.application_id == one]
        )
        sent = [file for file in files.values() if file.application_id == one]
        confirmed = [file for file in sent if file.what == "confirmation"]
        assert len(confirmed) <= kinds.count(StepKind.SENT) <= 1
