"""One story per state of an agreement and of an application (DT-12, DT-13)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from immtrac_desk.domain.agreement import AgreementApplication, ApplicationKind
from immtrac_desk.domain.ids import ApplicationId, OrganizationId
from immtrac_desk.domain.organization import AnswerValue, Organization
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Manner
from immtrac_desk.law.age import add_months
from immtrac_desk.practice.diary import Diary
from immtrac_desk.practice.site_inventor import MORE_ANSWERS, PEOPLE, SiteInventor
from immtrac_desk.services.agreement_commands import EnterExisting, SignApplication

Story = Callable[[SiteInventor, OrganizationId, Diary], None]
"""One sub-site of the clinic; what follows from it later is noted in the diary."""
NORTH = "Oak Street North (practice)"
EAST = "Oak Street East (practice)"
MOBILE = "Oak Street Mobile Unit (practice)"
PRESCRIBER_CAME = 20
"""Days ago: somebody prescribes at EAST whom no agreement names."""
ENDS_IN = 20
"""Days: somebody's role at NORTH ends."""
CLINIC_DUE_IN = 61
"""Days: the practice clinic's own agreement is DUE_SOON."""
PERIOD = 24


def entered(
    tell: SiteInventor, site: Organization, due_in: int, *, train: bool = True
) -> Organization:
    """Enter an agreement that is due in so many days."""
    due_on = tell.invent.today + timedelta(days=due_in)
    approved_on = add_months(due_on, -PERIOD)
    command = EnterExisting(
        organization=site,
        approved_on=approved_on,
        due_on=due_on,
        people=tell.team(),
        roles_from=approved_on,
    )
    kept = tell.desk.agreement.enter_existing(command)
    if train:
        tell.train(kept.id)
    return kept


def clinic(tell: SiteInventor, name: str) -> OrganizationId:
    """DUE_SOON; takes part in TVFC. A renewal is begun later: DRAFT."""
    site = replace(
        tell.site(name),
        tvfc=True,
        tvfc_pin="PR-0001",
        tvfc_enrolled_on=tell.months_ago(10),
        npi="1234567893",
    )
    return entered(tell, site, CLINIC_DUE_IN).id


def current(tell: SiteInventor, parent: OrganizationId, diary: Diary) -> None:
    """CURRENT by a registration that went all the way: APPROVED. A user will leave soon."""
    site = registered(tell, tell.site(NORTH, parent_id=parent))
    application_id = submitted(tell, site, ApplicationKind.REGISTRATION)
    diary.note(80, lambda: tell.desk.agreement.approve(application_id, tell.desk.today()))
    diary.note(0, lambda: _ends_soon(tell, site))


def change_due(tell: SiteInventor, parent: OrganizationId, diary: Diary) -> None:
    """CHANGE_DUE: a prescriber came; the change is READY_TO_SIGN."""
    site = entered(tell, tell.site(EAST, parent_id=parent), 400)
    prescriber = (SiteRole.PRESCRIBER,)
    diary.note(PRESCRIBER_CAME, lambda: tell.hire(site.id, prescriber, tell.desk.today()))
    diary.note(0, lambda: complete(tell, site, ApplicationKind.CHANGE))


def due_now(tell: SiteInventor, parent: OrganizationId, _: Diary) -> None:
    """DUE_NOW: the renewal is SIGNED_NOT_SENT; somebody was never trained (DT-16.1)."""
    west = tell.site("Oak Street West (practice)", parent_id=parent)
    site = entered(tell, west, 12, train=False)
    tell.train(site.id, but=1)
    application_id = complete(tell, site, ApplicationKind.RENEWAL)
    sign(tell, application_id)


def overdue(tell: SiteInventor, parent: OrganizationId, diary: Diary) -> None:
    """OVERDUE: the renewal was REFUSED; somebody left and still has an account."""
    site = entered(tell, tell.site(MOBILE, parent_id=parent), -9)
    application_id = submitted(tell, site, ApplicationKind.RENEWAL)
    reason = "practice: wrong organization"
    diary.note(0, lambda: _refused(tell, site, application_id, reason))


def closed(tell: SiteInventor, parent: OrganizationId, _: Diary) -> None:
    """CLOSED: its renewal was ABANDONED."""
    site = entered(tell, tell.site("Oak Street Annex (practice)", parent_id=parent), 200)
    begun = tell.desk.agreement.begin(site.id, ApplicationKind.RENEWAL)
    tell.desk.agreement.abandon(begun.application.id, "practice: the annex closes")
    tell.desk.roster.close_organization(site.id, tell.invent.today)


def none(tell: SiteInventor, parent: OrganizationId, _: Diary) -> None:
    """NONE: a school whose registration waits for an answer, SUBMITTED more than 30 days ago."""
    name = "Live Oak School Nurse (practice)"
    site = registered(tell, tell.site(name, "school", parent_id=parent))
    submitted(tell, site, ApplicationKind.REGISTRATION)
    # A nurse whose privacy training is due a month from today (DT-16.1).
    tell.hire(site.id, (SiteRole.SCHOOL_USER,), tell.desk.today() - timedelta(days=20))


def returned(tell: SiteInventor, parent: OrganizationId, _: Diary) -> None:
    """A pharmacy's change that DSHS returned: it may be edited again, with the reason."""
    site = tell.site("Oak Street Pharmacy (practice)", "pharmacy", parent_id=parent)
    kept = entered(tell, site, 500)
    pharmacist = tell.hire(kept.id, (SiteRole.PHARMACIST_IN_CHARGE,), tell.invent.today)
    tell.desk.roster.save_person(replace(pharmacist, title="RPh"), pharmacist.email)
    application_id = submitted(tell, kept, ApplicationKind.CHANGE)
    reason = "practice: the licence number is not readable"
    tell.desk.agreement.returned(application_id, tell.invent.today, reason)


SITES_SINCE = 92
STORIES: tuple[tuple[int, Story], ...] = (
    (SITES_SINCE, current),
    (41, none),
    (40, overdue),
    (30, change_due),
    (0, due_now),
    (0, closed),
    (0, returned),
)
"""What began how many days ago: an answer of DSHS takes its time."""


def note_sites(diary: Diary, tell: SiteInventor, name: str) -> None:
    """Note the practice clinic's site and its sub-sites, which show every state in the end."""

    def begin() -> None:
        parent = clinic(tell, name)
        for days, story in STORIES:
            diary.note(days, partial(story, tell, parent, diary))
        diary.note(0, lambda: tell.desk.agreement.begin(parent, ApplicationKind.RENEWAL))

    diary.note(SITES_SINCE, begin)


def registered(tell: SiteInventor, site: Organization) -> Organization:
    """Keep a site without an agreement, with its people in their roles."""
    kept = tell.desk.roster.save_organization(replace(site, org_code="", tx_iis_id=""))
    for roles in PEOPLE:
        tell.hire(kept.id, roles, tell.months_ago(30))
    tell.train(kept.id)
    return kept


def complete(tell: SiteInventor, site: Organization, kind: ApplicationKind) -> ApplicationId:
    """Begin an application and answer what its site's record does not."""
    picture = tell.desk.agreement.begin(site.id, kind)
    more = {**MORE_ANSWERS, **_words(picture.questions, tell)}
    application: AgreementApplication = picture.application
    answers = {**more, **application.answers}
    return tell.desk.agreement.keep(replace(application, answers=answers)).application.id


def submitted(tell: SiteInventor, site: Organization, kind: ApplicationKind) -> ApplicationId:
    """Complete, sign and send an application on the desk's day."""
    application_id = complete(tell, site, kind)
    sign(tell, application_id)
    tell.desk.agreement.send(application_id, tell.desk.today(), tell.desk.actor.name)
    return application_id


def sign(tell: SiteInventor, application_id: ApplicationId) -> None:
    """Print the packet, and record the signature of the site's signer in ink."""
    tell.desk.agreement.print_for_ink(application_id, "en")
    signer = tell.desk.agreement.application(application_id).signer_choices[0]
    command = SignApplication(
        application_id=application_id,
        language="en",
        signer_id=signer.id,
        signed_on=tell.desk.today(),
        manner=Manner.WET_INK,
        seen_by=tell.desk.actor.name,
    )
    tell.desk.agreement.sign(command)


def _refused(
    tell: SiteInventor, site: Organization, application_id: ApplicationId, reason: str
) -> None:
    tell.desk.agreement.refuse(application_id, tell.desk.today(), reason)
    nurse = tell.desk.roster.lines(site.id)[-1].person
    tell.desk.roster.left_clinic(nurse.id, tell.desk.today() - timedelta(days=1))


def _ends_soon(tell: SiteInventor, site: Organization) -> None:
    """The front desk's role gets its last day, which is near."""
    roles = [role for line in tell.desk.roster.lines(site.id) for role in line.roles]
    leaving = next(role for role in roles if role.role is SiteRole.VIEW_ONLY)
    tell.desk.roster.end_role(leaving.id, tell.desk.today() + timedelta(days=ENDS_IN))


def _words(questions: tuple[Question, ...], tell: SiteInventor) -> dict[str, AnswerValue]:
    """The first word of each list that must be answered with words."""
    chosen: dict[str, AnswerValue] = {}
    for question in questions:
        if question.kind is QuestionKind.WORDS and question.options_from.startswith("lists."):
            offered = tell.desk.book.setting(question.options_from)
            assert isinstance(offered, tuple)
            chosen[question.id] = (str(offered[0]),)
    return chosen
