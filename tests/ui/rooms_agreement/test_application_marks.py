"""Quiet words beside an answer: carried over, changed, unconfirmed; and no answer out of sight."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from immtrac_desk.domain.agreement import ApplicationState
from immtrac_desk.domain.site_person import SiteRole
from tests.desk.sites import Site, hire
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.at_an_application import at, field, settle, site_of
from ui.views.application import ApplicationView
from ui.views.application_people import PeopleBlock
from ui.wording import tr


def marks(room: ApplicationView) -> dict[str, str]:
    """The quiet word of every question, people too."""
    form = room.answers.form
    told = {name: label.text() for name, label in form.answers._marks.items()}
    blocks = {n: b for n, b in form.blocks.items() if isinstance(b, PeopleBlock)}
    return told | {name: block.mark.text() for name, block in blocks.items()}


def review(room: ApplicationView) -> list[str]:
    table = room.answers.form.blocks["review"].table  # type: ignore[union-attr]
    assert table is not None
    return [label.text() for label in table.findChildren(QLabel)]


def test_people_are_carried_over_or_changed_as_answers_are(counter: Counter) -> None:
    site = site_of(counter)
    hire(
        counter.office,
        site.organization,
        "Pia",
        (SiteRole.PRESCRIBER,),
        counter.office.desk.today(),
    )
    told = marks(at(counter, site.begin()))
    assert told["prescribers"] == "changed"
    assert told["point_of_contact"] == told["street"] == "carried over"
    assert told["primary_contact"] == "°", "nobody then and now"


def test_what_is_unconfirmed_says_so_until_somebody_confirms_it(counter: Counter) -> None:
    site, book = site_of(counter), counter.office.desk.book
    application = site.begin(fax="(512) 471-1234")
    room = at(counter, application)
    told = marks(room)
    assert {name for name, mark in told.items() if mark.endswith("°")} >= {
        *("npi", "tin", "ownership", "hours", "fax", "other_address"),
        *("org_type", "manner_of_usage", "primary_contact"),
    }
    assert (told["fax"], told["npi"], told["hours"]) == ("changed °", "carried over °", "°")
    assert told["phone"] == "carried over"
    legend = tr.say("application_room.doubtful")
    assert legend in room.answers.form.blocks["what_to_expect"].text.text()  # type: ignore[union-attr]
    fields = book.setting("agreement.optional_fields")
    book.change_setting("agreement.optional_fields", fields, "DSHS by telephone", confirmed=True)
    told = marks(at(counter, application))
    assert (told["npi"], told["org_type"]) == ("carried over", "carried over °")


def test_the_review_tells_of_a_person_what_differs_and_nothing_else(counter: Counter) -> None:
    site, roster = site_of(counter), counter.office.desk.roster
    application = site.begin()
    nora = roster.person_file(site.signer.id).person
    roster.save_person(replace(nora, licence_no="M9999"), nora.email)
    told = review(at(counter, application))
    assert {"Vance, Nora · license M1234", "Vance, Nora · license M9999"} <= set(told)


def test_a_word_that_left_the_clinics_list_is_still_seen_and_kept(counter: Counter) -> None:
    site: Site = site_of(counter)
    book = counter.office.desk.book
    usual = book.setting("lists.manner_of_usage")
    assert isinstance(usual, tuple)
    book.change_setting("lists.manner_of_usage", (*usual, "Flu days"))
    application = site.begin(manner_of_usage=("look_up", "Flu days"))
    book.change_setting("lists.manner_of_usage", usual)
    room = at(counter, application)
    boxes = field(room, "manner_of_usage")
    assert boxes.values() == ("look_up", "Flu days")  # type: ignore[attr-defined]
    boxes.box("look_up").click()  # type: ignore[attr-defined]
    settle(counter)
    room.answers.keep()
    kept = counter.office.desk.agreement.application(application)
    assert kept.application.answers["manner_of_usage"] == ("Flu days",)
    assert kept.state is ApplicationState.READY_TO_SIGN
