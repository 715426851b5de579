"""Every state of an application: named, large enough, uncut, in both languages up to 200 %."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.site_person import SiteRole
from tests.desk.sites import Site
from tests.journeys.conftest import Counter
from tests.ui.accessibility import look
from tests.ui.rooms_agreement.at_an_application import at, settle, site_of
from ui.shell.theme import Mode, theme
from ui.views.application import ApplicationView
from ui.wording import tr

Enter = Callable[[Counter, Site], ApplicationView]


def _draft(counter: Counter, site: Site) -> ApplicationView:
    """Missing answers, refused ones, changed ones, several counties."""
    begun = counter.office.desk.agreement.begin(site.organization.id, ApplicationKind.RENEWAL)
    counties = ("Travis", "Hays", "San Augustine")
    site.put(
        begun.application.id,
        npi="1234567890",
        tx_iis_id="1112000",
        county_organization=True,
        assigned_counties=counties,
    )
    return at(counter, begun.application.id)


def _ready(counter: Counter, site: Site) -> ApplicationView:
    room = at(counter, site.begin())
    room.answers.go_on()
    return room


def _paper(counter: Counter, site: Site) -> ApplicationView:
    room = _ready(counter, site)
    room.answers.panel.turn("paper")
    return room


def _signed(counter: Counter, site: Site) -> ApplicationView:
    application = site.begin()
    site.sign(application)
    counter.office.clock.tick(days=1)
    site.hires("Pia", SiteRole.PRESCRIBER)
    return at(counter, application, "answers")


def _card(counter: Counter, site: Site) -> ApplicationView:
    application = site.begin()
    site.sign(application)
    return at(counter, application)


def _record(act_id: str) -> Enter:
    def enter(counter: Counter, site: Site) -> ApplicationView:
        room = at(counter, site.sent())
        if act_id:
            room.record.open_act(act_id)
        return room

    return enter


def _returned(counter: Counter, site: Site) -> ApplicationView:
    application = site.sent()
    desk = counter.office.desk
    desk.agreement.returned(application, desk.today(), "The county is missing")
    return at(counter, application)


def _abandoned(counter: Counter, site: Site) -> ApplicationView:
    application = site.begin()
    counter.office.desk.agreement.abandon(application, "Begun by mistake")
    return at(counter, application)


def _long(counter: Counter, site: Site) -> ApplicationView:
    """Names as long as people make them."""
    return at(counter, site.begin(name="Nuestra Señora de Guadalupe " * 10, city="Ñ" * 200))


STATES: dict[str, Enter] = {
    "draft": _draft,
    "ready": _ready,
    "paper": _paper,
    "signed": _signed,
    "card": _card,
    "sent": _record(""),
    "approve": _record("application_approve"),
    "returned": _returned,
    "abandoned": _abandoned,
    "long": _long,
}


@pytest.mark.parametrize("enter", STATES.values(), ids=STATES.keys())
@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("es", 200)])
def test_a_state_is_named_large_enough_and_uncut(
    counter: Counter, enter: Enter, language: str, percent: int
) -> None:
    tr.use(language)
    theme.wear(counter.app, percent=percent)
    try:
        room = enter(counter, site_of(counter))
        settle(counter)
        assert look.everything(room, counter.app) == {}
    finally:
        theme.wear(counter.app, percent=100)


def test_both_themes_and_both_languages_turn_while_one_looks(counter: Counter) -> None:
    room = _draft(counter, site_of(counter))
    for language in ("es", "en"):
        counter.window.looks.speak(language)
        for mode in (Mode.DARK, Mode.LIGHT):
            theme.wear(counter.app, mode)
            settle(counter)
        assert room.head.parts.accessibleName() or room.head.pill.text
        assert tr.say("application_state.DRAFT") == room.head.pill.text
        heading = room.answers.form.sections["A3"].heading.text()
        assert heading == tr.say("application_room.step.A3")


def test_tab_goes_down_the_form_as_one_reads(counter: Counter) -> None:
    room = _draft(counter, site_of(counter))
    counter.front()
    room.answers.form.focus_on("name")
    settle(counter)
    tops = []
    inside = room.answers.form.area.widget()
    assert inside is not None
    for _ in range(14):
        tops.append(counter.focus.mapTo(inside, counter.focus.rect().topLeft()).y())
        QTest.keyClick(counter.focus, Qt.Key.Key_Tab)
    assert tops == sorted(tops)


def test_enter_moves_on_through_the_form_and_never_signs(counter: Counter) -> None:
    room = at(counter, site_of(counter).begin())
    counter.front()
    room.answers.form.focus_on("street")
    settle(counter)
    visited = []
    for _ in range(3):
        QTest.keyClick(counter.focus, Qt.Key.Key_Return)
        fields = room.answers.form.answers.fields
        visited += [name for name, f in fields.items() if f.isAncestorOf(counter.focus)]
    assert visited == ["unit", "zip_code", "city"]


def test_in_a_narrow_window_the_packet_is_read_in_place_of_the_form(counter: Counter) -> None:
    room = at(counter, site_of(counter).begin())
    assert room.answers.packet.isVisible()
    assert not room.answers.read.isVisible(), "both have room"
    counter.window.resize(940, 620)
    settle(counter)
    assert (room.answers.form.isVisible(), room.answers.packet.isVisible()) == (True, False)
    room.answers.read.click()
    settle(counter)
    assert (room.answers.form.isVisible(), room.answers.packet.isVisible()) == (False, True)
    assert look.everything(room, counter.app) == {}
    counter.act("record")
    settle(counter)
    assert room.answers.panel.isVisible(), "signing leads back to the form"
