"""Signing an application: locked until complete, on the screen as read, on paper as printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from immtrac_desk.domain.agreement import ApplicationState
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Manner
from immtrac_desk.practice.signing import scribble
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.at_an_application import (
    at,
    draw_on,
    settle,
    site_of,
    state,
    type_answer,
)
from ui.views.application import ApplicationView
from ui.views.application_signing import PAPER
from ui.widgets.words import Button


def test_the_pad_is_locked_while_an_answer_is_missing(counter: Counter) -> None:
    room = at(counter, site_of(counter).begin(filled_in_by=None))
    draw_on(counter, room)
    assert room.answers.panel.pad.is_empty()
    assert room.answers.panel.pad.reason == "application_room.sign.locked.missing"
    assert room.answers.next.text() == "To the next open answer", "nothing can be filed yet"


def offers(room: ApplicationView, *words: str) -> list[str]:
    """Which buttons of these words are in sight."""
    seen = (one for one in room.findChildren(Button) if one.isVisible())
    return [one.text() for one in seen if one.text() in words]


def test_ctrl_enter_leads_to_the_pad_and_then_files_the_packet(counter: Counter) -> None:
    application = site_of(counter).begin()
    room = at(counter, application)
    counter.act("record")
    settle(counter)
    assert not room.answers.panel.pad.locked
    assert offers(room, "Sign", "File the signed packet") == ["Sign"]
    draw_on(counter, room)
    assert offers(room, "Sign", "File the signed packet") == ["File the signed packet"]
    counter.act("record")
    settle(counter)
    assert state(counter, application) is ApplicationState.SIGNED_NOT_SENT
    assert room.part == "card", "typing it into the portal comes next"
    (paper,) = counter.office.desk.agreement.application(application).papers
    assert (paper.manner, paper.signer_name) == (Manner.INK_ON_SCREEN, "Nora Vance")


def test_the_packet_beside_the_form_is_the_one_that_is_signed(counter: Counter) -> None:
    application = site_of(counter).begin()
    room = at(counter, application)
    shown = room.answers.signing.sheet
    assert shown is not None
    room.answers.panel.pad.unlock()
    draw_on(counter, room)
    room.answers.panel.sign()
    (paper,) = counter.office.desk.agreement.application(application).papers
    assert paper.digest_read == shown.digest


def test_an_edit_lets_go_of_the_ink(counter: Counter) -> None:
    application = site_of(counter).begin()
    room = at(counter, application)
    draw_on(counter, room)
    assert room.answers.signing.can_file
    type_answer(counter, room, "city", "Buda")
    room.answers.keep()
    settle(counter)
    assert room.answers.panel.pad.is_empty()
    assert state(counter, application) is ApplicationState.READY_TO_SIGN


def test_another_language_of_the_packet_wants_a_new_signature(counter: Counter) -> None:
    application = site_of(counter).begin()
    room = at(counter, application)
    draw_on(counter, room)
    counter.act("sheet_language")
    settle(counter)
    assert room.answers.panel.pad.is_empty()
    draw_on(counter, room)
    room.answers.panel.sign()
    (paper,) = counter.office.desk.agreement.application(application).papers
    assert paper.language == "es"


def test_nobody_signs_for_a_site_without_a_signer(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    held = counter.office.desk.roster.held_on(counter.office.desk.today(), site.organization.id)
    (role,) = (line.held for line in held if line.held.role is SiteRole.SIGNER)
    counter.office.desk.roster.end_role(role.id, counter.office.desk.today() - timedelta(days=1))
    room = at(counter, application)
    assert room.answers.panel.pad.locked
    assert room.presenter is not None
    assert "signer" in room.presenter.missing()


def test_a_signer_without_a_title_is_warned_of_and_may_sign(counter: Counter) -> None:
    site = site_of(counter)
    desk = counter.office.desk
    desk.roster.save_person(replace(site.signer, title=""), site.signer.email)
    application = site.begin()
    room = at(counter, application)
    codes = [finding.code for finding in room.answers.signing.findings()]
    assert codes == ["signer.no_title"]
    draw_on(counter, room)
    room.answers.panel.sign()
    assert state(counter, application) is ApplicationState.SIGNED_NOT_SENT


def test_the_only_signer_is_chosen_and_one_of_two_is_asked_for(counter: Counter) -> None:
    site = site_of(counter)
    room = at(counter, site.begin())
    assert room.answers.panel.signer.value() == site.signer.id
    site.hires("Otto", SiteRole.SIGNER)
    settle(counter)
    room.answers.signing.signer_id = None
    room.answers.refresh()
    assert room.answers.signing.locked == "application_room.sign.locked.signer"


def test_printed_signed_and_filed_with_its_day_and_who_saw_it(counter: Counter) -> None:
    application = site_of(counter).begin()
    room = at(counter, application)
    counter.act("print")
    settle(counter)
    assert len(counter.printed) == 1
    panel = room.answers.panel
    assert panel.way == PAPER
    assert panel.seen_by.text() == counter.office.desk.actor.name
    panel.sign()
    settle(counter)
    (paper,) = counter.office.desk.agreement.application(application).papers
    assert (paper.manner, paper.signed_on) == (Manner.WET_INK, counter.office.desk.today())
    assert counter.office.desk.agreement.reprint(paper.id) == counter.printed[0]


def test_paper_that_was_never_printed_is_refused_in_words(counter: Counter) -> None:
    application = site_of(counter).begin()
    room = at(counter, application)
    room.answers.panel.turn(PAPER)
    room.answers.panel.sign()
    assert counter.inside.notice.text
    assert state(counter, application) is ApplicationState.READY_TO_SIGN


def test_a_day_to_come_is_refused_beside_the_day(counter: Counter) -> None:
    application = site_of(counter).begin()
    room = at(counter, application)
    counter.act("print")
    panel = room.answers.panel
    panel.on.set_day(counter.office.desk.today() + timedelta(days=1))
    panel.sign()
    assert [finding.code for finding in panel.on.findings] == ["date.future"]
    assert state(counter, application) is ApplicationState.READY_TO_SIGN


def test_a_signer_who_was_not_yet_one_that_day_blocks(counter: Counter) -> None:
    """DT-14: the role covers the signing day, the day before it does not."""
    site = site_of(counter)
    application = site.begin()
    room = at(counter, application)
    panel = room.answers.panel
    panel.turn(PAPER)
    panel.on.set_day(date(2024, 5, 31))
    panel.on.changed.emit()
    assert "signer.no_role_that_day" in [
        f.code for f in room.answers.signing.findings(panel.on.day())
    ]
    panel.on.set_day(date(2024, 6, 1))
    assert room.answers.signing.findings(panel.on.day()) == ()


def test_a_scan_that_is_no_paper_is_refused_and_nothing_is_filed(counter: Counter) -> None:
    application = site_of(counter).begin()
    room = at(counter, application)
    counter.act("print")
    room.answers.panel.scan.set_data(b"MZ\x90\x00 this is a program")
    room.answers.panel.sign()
    assert [finding.field for finding in room.answers.panel.scan.findings] == ["file"]
    assert state(counter, application) is ApplicationState.READY_TO_SIGN
    assert room.answers.panel.scan.data() is not None, "the form keeps everything"


def test_a_packet_drawn_late_for_a_room_that_is_gone_is_heard_by_nobody(counter: Counter) -> None:
    site = site_of(counter)
    one = site.begin()
    room = at(counter, one)
    room.answers.packet._digest = ""
    room.answers.packet.draw()
    counter.window.lock()
    counter.settle()
    QCoreApplication.processEvents()
    assert counter.window.inside is None


def test_a_drop_by_an_edit_asks_for_a_new_signature_of_the_same_signer(counter: Counter) -> None:
    site = site_of(counter)
    application = site.begin()
    site.sign(application, strokes=scribble())
    room = at(counter, application, "answers")
    room.head.unlock.click()
    type_answer(counter, room, "city", "Buda")
    room.answers.keep()
    settle(counter)
    assert room.answers.panel.isVisible()
    draw_on(counter, room)
    room.answers.panel.sign()
    assert state(counter, application) is ApplicationState.SIGNED_NOT_SENT
    assert len(counter.office.desk.agreement.application(application).papers) == 2


def test_the_signer_is_called_what_the_kind_of_organization_calls_them(counter: Counter) -> None:
    """DT-14: a school has an authorized signer, a clinic a responsible medical provider."""
    site = site_of(counter)
    room = at(counter, site.begin())
    assert room.answers.panel.label.text() == "Responsible Medical Provider"
    assert room.presenter is not None
    room.presenter.put("org_type", "school")
    room.answers.look()
    assert room.answers.panel.label.text() == "Authorized signer / director"
