"""Handed out from the window: a client's record, a paper's evidence; nothing for an auditor."""

from __future__ import annotations

import hashlib
import json
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from immtrac_desk.domain.words import Role
from tests.journeys.conftest import Counter
from tests.office import AUDITOR
from tests.ui.rooms_office import desks
from ui.presenters.evidence import RECORD_NAME, EvidencePresenter
from ui.views.client import ClientView
from ui.views.client_record import RecordCard
from ui.views.documents import DocumentsView


def chosen(monkeypatch: pytest.MonkeyPatch, place: Path) -> list[str]:
    """Let the file dialog answer `place`; returns the names it was offered."""
    offered: list[str] = []

    def ask(_: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(place), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return offered


def logged(counter: Counter, act: str) -> list[str]:
    return [line.document_digest for line in counter.office.desk.book.history(acts=(act,))]


def test_a_papers_evidence_is_saved_from_its_pane_for_its_owner(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = desks.filed(counter)
    room = counter.go("documents", document_id=paper.id)
    assert isinstance(room, DocumentsView)
    place = tmp_path / "paper.json"
    offered = chosen(monkeypatch, place)
    room.pane.bundle.click()
    counter.settle()
    made = place.read_bytes()
    assert json.loads(made)["resourceType"] == "Bundle"
    assert logged(counter, "consent_exported")[0] == hashlib.sha256(made).hexdigest()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert offered == [f"consent-{paper.id}.json"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    room.pane.bundle.click()
    counter.settle()
    assert len(logged(counter, "consent_exported")) == 1, "a dialog that is left makes nothing"


def test_a_clients_record_is_shown_to_print_and_saved_as_a_file(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = desks.filed(counter)
    room = counter.go("client", client_id=paper.client_id)
    assert isinstance(room, ClientView)
    [card] = room.findChildren(RecordCard)
    [leads] = [entry for entry in room.head.menu().actions() if entry.text() == "The whole record"]
    leads.trigger()
    assert counter.window.focusWidget() is card.summary, "found without scrolling"
    card.summary.click()
    counter.settle()
    assert room.aside.paper is not None
    assert room.aside.paper.copy_button.text() == "Print", "nobody signs a record"
    counter.act("print")
    pdf = counter.printed[-1]
    assert logged(counter, "record_summary_given")[0] == hashlib.sha256(pdf).hexdigest()
    place = tmp_path / "client.json"
    offered = chosen(monkeypatch, place)
    card.ask_and_save()
    counter.settle()
    assert json.loads(place.read_bytes())["client"]["id"] == paper.client_id
    assert logged(counter, "record_file_given")[0] == hashlib.sha256(place.read_bytes()).hexdigest()
    assert offered == [RECORD_NAME]


def test_an_auditor_is_offered_none_of_it(counter: Counter) -> None:
    desk = counter.office.desk
    assert EvidencePresenter(desk).may_give
    assert EvidencePresenter(desk).may_export
    desk.corridor.actor, kept = type(desk.actor)("X", AUDITOR, Role.AUDITOR), desk.corridor.actor  # type: ignore[arg-type]
    try:
        assert not EvidencePresenter(desk).may_give
        assert not EvidencePresenter(desk).may_export
    finally:
        desk.corridor.actor = kept
