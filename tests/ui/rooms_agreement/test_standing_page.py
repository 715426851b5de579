"""One glance at a site's agreement: the sentence, what changed, and the one next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from immtrac_desk.desk import Desk
from immtrac_desk.domain.agreement import AgreementState
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import FormKind
from tests.desk.sites import entered_site, hire
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.sites import (
    blank_site,
    person_of,
    room,
    site_with,
    somebody,
    standing,
)
from tests.ui.rooms_office import desks
from ui.presenters.roster_acts import SiteAbout
from ui.views.agreement_cards import Unfolding
from ui.views.agreement_standing import StandingPage
from ui.views.filed_paper import FiledPaper
from ui.views.site_form import SitePage
from ui.wording import tr


def _closed(desk: Desk) -> Organization:
    site = site_with(desk)
    return desk.roster.close_organization(site.id, date(2026, 10, 1))


def _changed(desk: Desk) -> Organization:
    site = site_with(desk)
    return desk.roster.save_organization(replace(site, street="99 New Street"), date(2026, 11, 1))


MADE: dict[AgreementState, Callable[[Desk], Organization]] = {
    AgreementState.CLOSED: _closed,
    AgreementState.NONE: lambda desk: desk.roster.save_organization(blank_site(desk, "Oak")),
    AgreementState.OVERDUE: lambda desk: site_with(desk, date(2024, 10, 1)),
    AgreementState.CHANGE_DUE: _changed,
    AgreementState.DUE_NOW: lambda desk: site_with(desk, date(2024, 12, 10)),
    AgreementState.DUE_SOON: lambda desk: site_with(desk, date(2025, 1, 20)),
    AgreementState.CURRENT: site_with,
}
NEXT = {
    AgreementState.CLOSED: "Reopen this site",
    AgreementState.NONE: "Begin the registration",
    AgreementState.OVERDUE: "Begin the renewal",
    AgreementState.CHANGE_DUE: "Begin the change",
    AgreementState.DUE_NOW: "Begin the renewal",
    AgreementState.DUE_SOON: "Begin the renewal",
    AgreementState.CURRENT: "",
}


def primary(page: StandingPage) -> str:
    return page.next.text() if page.next is not None else ""


@pytest.mark.parametrize("state", AgreementState)
def test_each_state_is_a_sentence_with_its_row_and_at_most_one_next_step(
    counter: Counter, state: AgreementState
) -> None:
    page = standing(counter, MADE[state](counter.office.desk))
    assert page.presenter is not None
    assert page.presenter.standing.state is state
    told = page.banner.accessibleName()
    assert told == page.presenter.glance().sentence
    assert "…" not in told
    assert page.presenter.glance().law.startswith(page.presenter.standing.row)
    assert primary(page) == NEXT[state]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_countdown_says_days_and_the_unconfirmed_period(
    counter: Counter, language: str
) -> None:
    site = site_with(counter.office.desk)
    counter.window.looks.speak(language)
    page = standing(counter, site)
    assert page.presenter is not None
    glance = page.presenter.glance()
    assert "373" in glance.countdown
    assert any("24" in said for said in glance.beside), "the period is nobody's word yet"
    assert tr.long_date(date(2027, 11, 30)) in page.presenter.until()


def test_a_due_date_that_dshs_gave_is_not_called_unconfirmed(counter: Counter) -> None:
    page = standing(counter, site_with(counter.office.desk, None, due=date(2027, 5, 1)))
    assert page.presenter is not None
    assert "as DSHS gave it" in page.presenter.until()
    assert not any("Not confirmed" in said for said in page.presenter.glance().beside)


def test_every_change_names_who_or_what_and_since_when(counter: Counter) -> None:
    desk = counter.office.desk
    site = _changed(desk)
    desk.roster.left_clinic(person_of(desk, site, "Carla").id, date(2026, 11, 10))
    eva = somebody(desk, "Eva", "Sosa", title="PA")
    eva = desk.roster.save_person(eva, eva.email)
    desk.roster.give_role(eva.id, site.id, SiteRole.PRESCRIBER, date(2026, 11, 15))
    page = standing(counter, site)
    assert page.presenter is not None
    said = [(one.what, one.since) for one in page.presenter.changed()]
    assert said == [
        ("Address changed", "since 1 Nov 2026 · was 12 Oak Street, is 99 New Street"),
        ("User left: MenaOak, Carla", "since 11 Nov 2026"),
        ("Prescriber added: Sosa, Eva", "since 15 Nov 2026"),
    ]


def test_the_next_step_begins_a_renewal_and_then_goes_on_with_it(counter: Counter) -> None:
    site = site_with(counter.office.desk, date(2025, 1, 20))
    before = standing(counter, site).presenter
    assert before is not None
    assert before.others() == (), "the renewal that comes next carries it"
    counter.act("agreement_next")
    counter.settle()
    assert counter.inside.stage.room_id == "application"
    page = standing(counter, site)
    assert page.presenter is not None
    assert primary(page) == "Go on with the application"
    (line,) = page.presenter.preparing()
    assert (line.title, line.pill) == ("Renewal", "Draft")
    assert page.presenter.others() == (), "a renewal carries every change"


def test_a_closed_site_is_reopened_in_one_key(counter: Counter) -> None:
    page = standing(counter, _closed(counter.office.desk))
    counter.act("agreement_next")
    assert page.presenter is not None
    assert page.presenter.standing.state is AgreementState.CURRENT


def test_a_task_is_closed_in_place_with_what_was_done(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk)
    desk.roster.left_clinic(person_of(desk, site, "Carla").id, date(2026, 11, 20))
    page = standing(counter, site)
    assert page.presenter is not None
    (line,) = page.presenter.tasks()
    assert line.what == "Disable the account of MenaOak, Carla in ImmTrac2"
    assert line.tone == "bad", "it was due on the last day"
    page._close_task(line.task.id)
    assert page.form is not None
    page.form.editors["note"].set_text("Disabled by phone")
    page.form.submit()
    assert page.presenter.tasks() == ()
    assert desk.roster.tasks(site.id) == ()


def test_an_unknown_prescriber_is_noted_and_makes_a_change_due(counter: Counter) -> None:
    site = site_with(counter.office.desk)
    page = standing(counter, site)
    page.open_form("iee526", SiteAbout(site=page.site))
    assert page.form is not None
    page.form.submit()
    assert page.presenter is not None
    assert page.presenter.standing.state is AgreementState.CHANGE_DUE
    assert primary(page) == "Begin the change"


def test_a_pdf_that_is_no_pdf_is_refused_and_the_form_stays(counter: Counter) -> None:
    page = standing(counter, site_with(counter.office.desk))
    page.open_form("attach", SiteAbout(site=page.site))
    form = page.form
    assert form is not None
    form.editors["what"].set_value("agreement")
    form.editors["file"].set_data(b"no pdf at all")
    form.submit()
    assert page.form is form
    assert "PDF" in counter.inside.notice.text
    assert form.editors["what"].value() == "agreement"


def test_who_only_reads_is_offered_no_act(counter: Counter) -> None:
    site = site_with(counter.office.desk, date(2024, 10, 1))
    desks.clerk(counter)
    page = standing(counter, site)
    assert page.presenter is not None
    assert page.next is None
    assert page.presenter.others() == ()
    assert "agreement_next" not in room(counter, organization_id=site.id).handlers()


def test_the_tvfc_row_counts_its_own_year(counter: Counter) -> None:
    desk = counter.office.desk
    page = standing(counter, site_with(desk, tvfc=True, tvfc_enrolled_on=date(2025, 12, 10)))
    assert page.presenter is not None
    told = page.presenter.tvfc()
    assert told is not None
    assert told[0] == "18 days left: the yearly re-enrollment is due 10 December 2026."
    assert told[2] == "warn"


def test_many_changes_are_counted_and_unfold(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk)
    for number in range(9):
        new = somebody(desk, f"Pat{number}", "Sosa")
        new = desk.roster.save_person(new, new.email)
        desk.roster.give_role(new.id, site.id, SiteRole.PRESCRIBER, date(2026, 11, 1))
    page = standing(counter, site)
    (unfolding,) = page.findChildren(Unfolding)
    assert unfolding.more.text() == "Show 3 more"
    unfolding.more.click()
    said = unfolding.findChild(QLabel).text()
    assert said.count("\n") == 2
    assert "Sosa, Pat8, since 1 Nov 2026" in said


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("medical", "Responsible Medical Provider"),
        ("pharmacy", "Responsible Medical Provider, pharmacist-in-charge"),
        ("school", "Authorized signer / director"),
    ],
)
def test_the_signer_is_called_as_dt_14_says(counter: Counter, kind: str, label: str) -> None:
    site = site_with(counter.office.desk, org_type=kind)
    page = standing(counter, site)
    assert page.presenter is not None
    assert dict(page.presenter.named())[label] == "LopezOak, Ana (MD)"


def test_a_file_that_was_attached_to_the_site_is_read_in_place(counter: Counter) -> None:
    desk = counter.office.desk
    site = site_with(desk)
    page = standing(counter, site)
    assert page.presenter is not None
    assert page.presenter.files() == ()
    pdf = desk.papers.blank(FormKind.MINOR, "en")
    desk.agreement.attach(site.id, None, "agreement", pdf)
    person = person_of(desk, site, "Carla")
    desk.roster.attach_to_person(site.id, person.id, "confidentiality", pdf)
    page = standing(counter, site)
    assert page.presenter is not None
    ((file_id, told),) = page.presenter.files()
    assert tr.say("roster_file.agreement") in told
    page.look_at_file(file_id, told)
    assert page.findChild(FiledPaper) is not None
    assert desk.book.history(limit=1)[0].act == "agreement_file_looked_at"
    page._folded()
    counter.settle()
    assert page.findChild(FiledPaper) is None


def test_a_change_says_what_it_was_and_what_it_is(counter: Counter) -> None:
    """The registry is to be told the new one: it stands beside the old one, in full."""
    desk = counter.office.desk
    parent, site = site_with(desk, name="Elm Clinic"), site_with(desk)
    moved = replace(
        site, street="99 New Street", unit="Suite 4", tin="12-3456789", parent_id=parent.id
    )
    desk.roster.save_organization(moved, date(2026, 11, 1))
    told = said(standing(counter, site))
    for words in (
        "since 1 Nov 2026 · was 12 Oak Street, is 99 New Street, Suite 4",
        "since 1 Nov 2026 · was nothing, is 12-3456789",
        "since 1 Nov 2026 · was nothing, is Elm Clinic",
    ):
        assert words in told
    tr.use("es")
    assert "antes nada, ahora 12-3456789" in " ".join(said(standing(counter, site)))


def test_a_packet_whose_signature_was_dropped_says_so(counter: Counter) -> None:
    site = entered_site(counter.office)
    application = site.begin()
    site.sign(application)
    dropped = tr.say("application_room.paper.dropped")
    assert dropped not in " ".join(said(standing(counter, site.organization)))
    counter.office.clock.tick(minutes=1)
    site.put(application, intent="adult")
    assert dropped in " ".join(said(standing(counter, site.organization)))
    counter.office.clock.tick(minutes=1)
    site.sign(application)
    assert " ".join(said(standing(counter, site.organization))).count(dropped) == 1


def said(page: StandingPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_from_a_lone_site_one_comes_to_a_second_and_to_what_access_asks(counter: Counter) -> None:
    site = site_with(counter.office.desk)
    page = standing(counter, site)
    words = [action.text() for action in page.menu().actions()]
    assert words.count(tr.say("agreement_room.add_below")) == 1
    page.menu().actions()[words.index(tr.say("agreement_room.add_below"))].trigger()
    counter.settle()
    entered = room(counter).pages["site"]
    assert isinstance(entered, SitePage)
    assert entered.form.presenter.new
    assert entered.form.presenter.record.parent_id == site.id
    view = room(counter)
    assert not view.duties.isHidden()
    view.duties.click()
    counter.settle()
    assert counter.inside.stage.room_id == "duties"


def test_a_site_below_another_has_none_below_itself(counter: Counter) -> None:
    desk = counter.office.desk
    parent = site_with(desk)
    below = desk.roster.save_organization(replace(blank_site(desk, "North"), parent_id=parent.id))
    page = standing(counter, below)
    words = [action.text() for action in page.menu().actions()]
    assert tr.say("agreement_room.add_below") not in words


def test_the_task_of_a_change_of_director_names_whose_part_it_is(counter: Counter) -> None:
    site = entered_site(counter.office, site={"org_type": "lhd"})
    today = counter.office.desk.today()
    hire(counter.office, site.organization, "Dora", (SiteRole.MEDICAL_DIRECTOR,), today)
    told = said(standing(counter, site.organization))
    assert "Tell DSHS about the change of medical director: Vance, Dora" in told


def test_an_unknown_prescriber_is_told_with_what_was_noted(counter: Counter) -> None:
    desk, site = counter.office.desk, site_with(counter.office.desk)
    for note in ("dose 12, Dr. Pia Vance", "dose 13"):
        desk.agreement.note_iee526(site.id, desk.today(), note)
    page = standing(counter, site)
    assert page.presenter is not None
    assert [(one.what, one.since) for one in page.presenter.changed()] == [
        (
            "Unknown prescriber reported (IEE-526): dose 12, Dr. Pia Vance; dose 13",
            "since 22 Nov 2026",
        )
    ]
