"""What is read of site agreements: standing, all sites at once, the entry card, days to come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pypdfium2
import pytest
import sqlalchemy as sa

from immtrac_desk.domain.agreement import AgreementState, ApplicationKind, ApplicationState
from immtrac_desk.domain.site_person import SiteRole, TrainingKind
from immtrac_desk.domain.words import Role
from immtrac_desk.errors import DeskError, InputError
from tests.desk.sites import Site, entered_site, new_site, role_of
from tests.office import AUDITOR, Office

TODAY = date(2026, 11, 22)


@pytest.fixture
def site(office: Office) -> Site:
    return entered_site(office)


@contextmanager
def counted(office: Office) -> Iterator[list[str]]:
    """Every statement that the vault's file is asked."""
    asked: list[str] = []

    def hear(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    engine = office.desk.corridor.filing._engine
    sa.event.listen(engine, "before_cursor_execute", hear)
    yield asked
    sa.event.remove(engine, "before_cursor_execute", hear)


# -- standing -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 11, 1), AgreementState.CURRENT),
        (date(2026, 11, 2), AgreementState.DUE_SOON),
        (date(2027, 1, 1), AgreementState.DUE_NOW),
        (date(2027, 1, 31), AgreementState.DUE_NOW),
        (date(2027, 2, 1), AgreementState.OVERDUE),
    ],
)
def test_the_handbooks_days_as_the_counter_tells_them(
    office: Office, site: Site, on: date, state: AgreementState
) -> None:
    stands = office.desk.agreement.standing(site.organization.id, on)
    assert (stands.state, stands.due) == (state, date(2027, 1, 31))
    (line,) = office.desk.agreement.overview(on)
    assert (line.state, line.row, line.days_left) == (state, stands.row, stands.days_left)


def test_the_reminder_that_has_come_and_the_next_one(office: Office, site: Site) -> None:
    stands = office.desk.agreement.standing(site.organization.id)
    assert stands.rung is not None
    assert stands.next_rung is not None
    assert (stands.rung.days, stands.next_rung.days) == (90, 60)


def test_a_day_before_the_approval_knows_the_agreement_before_it(
    office: Office, site: Site
) -> None:
    site.approved()
    then = TODAY - timedelta(1)
    assert office.desk.agreement.standing(site.organization.id, then).due == date(2027, 1, 31)
    (line,) = office.desk.agreement.overview(then)
    assert line.due == date(2027, 1, 31)
    (line,) = office.desk.agreement.overview()
    assert line.due == date(2028, 11, 22)


def test_an_overdue_agreement_is_overdue_while_its_renewal_is_on_the_way(
    office: Office, site: Site
) -> None:
    application = site.sent()
    office.clock.on(date(2027, 2, 1))
    stands = office.desk.agreement.standing(site.organization.id)
    assert stands.state is AgreementState.OVERDUE
    (line,) = stands.applications
    assert (line.application.id, line.state) == (application, ApplicationState.SUBMITTED)


def test_a_closed_site_says_so_and_what_it_had(office: Office, site: Site) -> None:
    office.desk.roster.close_organization(site.organization.id, TODAY)
    assert office.desk.agreement.standing(site.organization.id).state is AgreementState.CLOSED


def test_the_yearly_program_has_its_own_row(office: Office) -> None:
    site = entered_site(office, site={"tvfc": True, "tvfc_enrolled_on": date(2025, 12, 1)})
    tvfc = office.desk.agreement.standing(site.organization.id).tvfc
    assert tvfc is not None
    assert (tvfc.due, tvfc.days_left, tvfc.typed) == (date(2026, 12, 1), 9, False)
    assert office.desk.agreement.standing(site.organization.id).due == date(2027, 1, 31)


# -- all sites at once --------------------------------------------------------------------


def test_parent_and_sub_site_each_have_their_own_line(office: Office, site: Site) -> None:
    below = {"name": "Aaron Lane", "parent_id": site.organization.id}
    sub = new_site(office, **below)
    other = new_site(office, name="Birch Clinic")
    names = [line.organization.name for line in office.desk.agreement.overview()]
    assert names == ["Birch Clinic", "Oak Street Clinic", "Aaron Lane"]
    states = {line.organization.id: line.state for line in office.desk.agreement.overview()}
    assert states[sub.organization.id] is AgreementState.NONE
    assert states[site.organization.id] is AgreementState.DUE_SOON
    registration = other.begin(ApplicationKind.REGISTRATION)
    lines = {line.organization.id: line for line in office.desk.agreement.overview()}
    assert lines[other.organization.id].application is ApplicationState.READY_TO_SIGN
    office.desk.agreement.abandon(registration, "not now")
    lines = {line.organization.id: line for line in office.desk.agreement.overview()}
    assert lines[other.organization.id].application is None


def test_more_sites_take_no_more_statements(office: Office) -> None:
    def asked() -> int:
        office.reopen()
        with counted(office) as statements:
            office.desk.agreement.overview()
            office.desk.agreement.today_lines()
            office.desk.agreement.timeline()
        return len(statements)

    entered_site(office)
    few = asked()
    for number in range(4):
        more = entered_site(office, site={"name": f"Clinic {number}"})
        more.begin()
    assert asked() == few < 20


def test_what_was_read_once_is_read_again_after_a_change(office: Office, site: Site) -> None:
    office.desk.agreement.overview()
    with counted(office) as statements:
        office.desk.agreement.overview()
    assert not any("SELECT" in statement for statement in statements)
    site.hires("Pia", SiteRole.PRESCRIBER)
    (line,) = office.desk.agreement.overview()
    assert (line.state, line.triggers) == (AgreementState.CHANGE_DUE, 1)


# -- the entry card -----------------------------------------------------------------------


def test_the_card_has_every_answer_in_the_portals_order(office: Office) -> None:
    parent = entered_site(office)
    sub = entered_site(
        office, site={"name": "Elm Street Clinic", "parent_id": parent.organization.id}
    )
    card = office.desk.agreement.entry_card(sub.begin())
    steps = [line.step for line in card]
    assert steps == sorted(steps)
    said = {line.question.id: line.values for line in card if line.person is None}
    assert said["registration_type"] == ("renewal",)
    assert said["tx_iis_id"] == ("0001112000",), "with its zeros"
    assert said["tvfc"] == ("no",)
    assert said["parent_id"] == ("Oak Street Clinic",)
    assert said["manner_of_usage"] == ("look_up", "consents")
    assert "hours" not in said, "what was not answered has no line"
    people = {
        (line.question.id, line.field): line.values[0]
        for line in card
        if line.person is not None and line.person.person_id == sub.supervisor.id
    }
    assert people["point_of_contact", "first_name"] == "Sal"
    assert people["users", "supervisor_trained_on"] == "06/01/2024"
    assert ("users", "middle_initial") not in people
    assert (people["users", "roles"], people["users", "supervisor"]) == ("supervisor", "yes")
    assert ("point_of_contact", "supervisor") not in people, "asked of users alone"
    (kind, supervises) = (
        next(one.values for one in card if one.field == field and one.person == user)
        for user in [next(p.person for p in card if p.person and p.person.first_name == "Uma")]
        for field in ("roles", "supervisor")
    )
    assert (kind, supervises) == (("full_access",), ("no",))


# -- the next months ----------------------------------------------------------------------


def marks(office: Office, **asked: Any) -> list[tuple[str, date, str]]:
    return [(m.kind, m.on, m.tone) for m in office.desk.agreement.timeline(**asked)]


def test_the_time_line_holds_agreement_reminders_program_training_roles_and_answers(
    office: Office,
) -> None:
    program = {"tvfc": True, "tvfc_enrolled_on": date(2025, 12, 1), "tvfc_pin": "44"}
    site = entered_site(office, site=program)
    for person in (site.signer, site.supervisor):
        office.desk.roster.note_training(person.id, TrainingKind.HB300, TODAY, signed=True)
    role = role_of(office, site.organization, site.user.id, SiteRole.FULL_ACCESS)
    office.desk.roster.end_role(role, date(2026, 12, 22))
    site.sent(tvfc_pin_again="44")
    found = marks(office)
    assert ("agreement", date(2027, 1, 31), "good") in found
    assert ("rung", date(2026, 12, 2), "good") in found
    assert ("rung", date(2026, 11, 2), "good") not in found, "a reminder that has come"
    assert ("tvfc", date(2026, 12, 1), "warn") in found
    assert ("tvfc", date(2027, 12, 1), "good") in found, "every year"
    assert ("training", date(2024, 8, 30), "bad") in found, "overdue since the hire"
    assert ("role_end", date(2026, 12, 22), "warn") in found
    assert ("application", date(2026, 12, 22), "good") in found
    assert [on for _, on, _ in found] == sorted(on for _, on, _ in found)
    assert max(on for _, on, _ in found) <= date(2028, 11, 22)


@pytest.mark.parametrize(("own", "shown"), [("", "March 1-31"), ("April 1-30", "April 1-30")])
def test_a_site_without_a_window_of_its_own_has_the_one_of_the_settings(
    office: Office, own: str, shown: str
) -> None:
    program = {"tvfc": True, "tvfc_enrolled_on": date(2025, 12, 1), "tvfc_window": own}
    site = entered_site(office, site=program)
    office.desk.book.change_setting("tvfc.window", "March 1-31")
    line = office.desk.agreement.standing(site.organization.id).tvfc
    assert line is not None
    assert line.window == shown


def test_the_time_line_of_one_site_leaves_the_others_out(office: Office, site: Site) -> None:
    other = entered_site(office, date(2026, 6, 1), site={"name": "Elm Street Clinic"})
    dues = [on for kind, on, _ in marks(office) if kind == "agreement"]
    assert dues == [date(2027, 1, 31), date(2028, 6, 1)]
    home = other.organization.id
    assert {m.organization.id for m in office.desk.agreement.timeline(24, home)} == {home}
    office.desk.roster.close_organization(home, TODAY)
    assert marks(office, organization_id=home) == []


@pytest.mark.parametrize(
    ("on", "tone"),
    [
        (date(2026, 12, 31), "good"),
        (date(2027, 1, 1), "warn"),
        (date(2027, 1, 31), "warn"),
        (date(2027, 2, 1), "bad"),
    ],
)
def test_a_due_date_warns_from_its_last_month_on(
    office: Office, site: Site, on: date, tone: str
) -> None:
    office.clock.on(on)
    assert [t for kind, _, t in marks(office) if kind == "agreement"] == [tone]


# -- Today --------------------------------------------------------------------------------


def codes(office: Office) -> dict[str, Any]:
    return {line.code: line for line in office.desk.agreement.today_lines()}


def trained(office: Office, site: Site) -> None:
    for person in (site.signer, site.supervisor, site.user):
        office.desk.roster.note_training(person.id, TrainingKind.HB300, TODAY, signed=True)


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2026, 10, 2), set()),
        (date(2026, 10, 3), {"agreement_due"}),
        (date(2027, 1, 31), {"agreement_due"}),
        (date(2027, 2, 1), {"agreement_overdue"}),
    ],
)
def test_today_speaks_of_a_due_date_from_the_first_reminder_on(
    office: Office, on: date, told: set[str]
) -> None:
    office.clock.on(date(2026, 9, 1))
    site = entered_site(office)
    for person in (site.signer, site.supervisor, site.user):
        day = date(2026, 9, 1)
        office.desk.roster.note_training(person.id, TrainingKind.HB300, day, signed=True)
    office.clock.on(on)
    assert set(codes(office)) == told


def test_today_counts_days_and_names_the_next_reminder(office: Office, site: Site) -> None:
    line = codes(office)["agreement_due"]
    assert (line.days, line.on) == (70, date(2027, 1, 31))
    assert line.next_rung is not None
    assert line.next_rung.on == date(2026, 12, 2)


def test_today_names_what_changed_and_what_waits(office: Office, site: Site) -> None:
    trained(office, site)
    application = site.sent()
    office.clock.on(date(2026, 12, 23))
    pia = site.hires("Pia", SiteRole.PRESCRIBER)
    office.desk.agreement.note_iee526(site.organization.id, date(2026, 12, 23))
    lines = codes(office)
    change = lines["agreement_change_due"]
    assert (change.count, change.who, change.on) == (2, pia.shown, date(2026, 12, 23))
    assert change.trigger is not None
    assert change.trigger.code == "prescriber_added"
    waiting = lines["application_waiting"]
    assert (waiting.days, waiting.application_id) == (31, application)


@pytest.mark.parametrize(("left", "told"), [(31, False), (30, True), (0, True), (-1, False)])
def test_today_tells_of_a_role_that_ends_within_thirty_days(
    office: Office, site: Site, left: int, told: bool
) -> None:
    role = role_of(office, site.organization, site.user.id, SiteRole.FULL_ACCESS)
    office.desk.roster.end_role(role, TODAY + timedelta(left))
    line = codes(office).get("role_ending")
    assert (line is not None) is told
    if line is not None:
        assert (line.who, line.days) == (site.user.shown, left)


@pytest.mark.parametrize(
    ("day", "code"),
    [(59, ""), (60, "training_due"), (90, "training_due"), (91, "training_overdue")],
)
def test_today_tells_of_training_in_its_last_month_and_after(
    office: Office, site: Site, day: int, code: str
) -> None:
    trained(office, site)
    new = site.hires("Nia", SiteRole.VIEW_ONLY)
    office.clock.on(TODAY + timedelta(day))
    told = {c: line for c, line in codes(office).items() if c.startswith("training")}
    assert set(told) == ({code} if code else set())
    if code:
        assert (told[code].who, told[code].count) == (new.shown, 1)


def test_today_tells_of_an_account_that_is_to_be_disabled(office: Office, site: Site) -> None:
    office.desk.roster.left_clinic(site.user.id, TODAY)
    line = codes(office)["task_due"]
    assert (line.task, line.who, line.days) == ("disable_account", site.user.shown, 0)
    office.clock.tick(days=1)
    assert codes(office)["task_due"].tone == "bad"


# -- lists --------------------------------------------------------------------------------


def said(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_roster_history_and_calendar_are_printed_and_logged(office: Office, site: Site) -> None:
    home, desk = site.organization.id, office.desk.agreement
    assert "Vance" in said(desk.roster_sheet(home, "en"))
    assert "Vance" in said(desk.history_sheet(home, "es"))
    assert "01/31/2027" in said(desk.calendar_sheet("en", home))
    ics = desk.calendar_ics("en")
    assert b"DTSTART;VALUE=DATE:20270131" in ics
    assert b"Vance" not in ics, "nobody's name leaves the vault in a file"
    lines = office.desk.book.history(limit=4)
    assert {line.act for line in lines} == {"agreement_list_prepared"}
    assert [line.facts["list"] for line in lines] == ["ics", "calendar", "history", "roster"]
    assert all(line.document_digest for line in lines)


def test_a_roster_of_another_day_names_who_was_there_then(office: Office, site: Site) -> None:
    site.hires("Pia", SiteRole.PRESCRIBER)
    home = site.organization.id
    assert "Pia" in said(office.desk.agreement.roster_sheet(home, "en"))
    before = office.desk.agreement.roster_sheet(home, "en", TODAY - timedelta(1))
    assert "Pia" not in said(before)


def test_lists_come_in_two_languages_and_of_known_sites(office: Office, site: Site) -> None:
    with pytest.raises(InputError) as refused:
        office.desk.agreement.calendar_sheet("fr")
    assert refused.value.code == "packet.language"
    with pytest.raises(DeskError) as unknown:
        office.desk.agreement.roster_sheet("NOBODY", "en")  # type: ignore[arg-type]
    assert unknown.value.code == "organization.unknown"


def test_an_auditors_list_is_a_copy(office: Office, site: Site) -> None:
    plain = said(office.desk.agreement.roster_sheet(site.organization.id, "en"))
    desk = office.as_(AUDITOR, Role.AUDITOR)
    assert "COPY" in said(desk.agreement.roster_sheet(site.organization.id, "en")).upper()
    assert "COPY" not in plain.upper()


# -- the questions ------------------------------------------------------------------------


def test_edited_questions_are_asked_from_the_next_application_on(
    office: Office, site: Site
) -> None:
    asked = office.desk.agreement.question_set().questions
    own = replace(asked[2], id="own_refrigerators", label="Refrigerators", check="", options=())
    made = office.desk.agreement.save_question_set((*asked, own))
    assert office.desk.agreement.question_set() == made
    begun = office.desk.agreement.begin(site.organization.id, ApplicationKind.RENEWAL)
    assert begun.questions[-1].label == "Refrigerators"
    assert "own_refrigerators" in {f.field for f in begun.findings}
    assert office.desk.book.history(limit=2)[1].act == "questions_changed"


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"id": "name"}, "name", "question.twice"),
        ({"step": "A9"}, "own", "question.step"),
        ({"label": " "}, "own", "question.no_label"),
        ({"opens": ("own",)}, "own", "question.opened_by"),
        ({"opens": ("nowhere",)}, "own", "question.opened_by"),
        ({"kind": "choice"}, "own", "question.no_options"),
    ],
)
def test_a_question_that_could_not_be_asked_is_refused(
    office: Office, change: dict[str, Any], field: str, code: str
) -> None:
    asked = office.desk.agreement.question_set().questions
    own = replace(asked[2], id="own", label="Own", check="")
    opener, kind = type(asked[5].opens[0]), type(own.kind)
    given = {
        name: tuple(opener(question=q, values=("*",)) for q in value)
        if name == "opens"
        else kind(value)
        if name == "kind"
        else value
        for name, value in change.items()
    }
    with pytest.raises(InputError) as refused:
        office.desk.agreement.save_question_set((*asked, replace(own, **given)))
    assert (refused.value.field, refused.value.code) == (field, code)


def test_without_name_and_signer_nothing_could_be_signed(office: Office) -> None:
    asked = office.desk.agreement.question_set().questions
    with pytest.raises(InputError) as refused:
        office.desk.agreement.save_question_set(
            tuple(replace(q, asked=q.id != "signer") for q in asked)
        )
    assert (refused.value.field, refused.value.code) == ("signer", "question.needed")
