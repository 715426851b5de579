"""A site agreement for the trust tables: what writes, what is typed, a canary application."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from immtrac_desk.desk import Desk
from immtrac_desk.desk.agreement_pictures import EnterExisting, SignApplication
from immtrac_desk.domain.agreement import AgreementPaper, ApplicationKind
from immtrac_desk.domain.ids import ApplicationId, PersonId
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.site_person import SitePerson, SiteRole
from immtrac_desk.domain.words import Manner
from immtrac_desk.errors import RefusedError
from immtrac_desk.practice.signing import scribble
from tests.desk.rostered import PNG
from tests.desk.sites import ANSWERS, WHOLE
from tests.trust.canaries import canary

Typed = Callable[[Desk, Any, str], object]
AgreementAsk = Callable[["AgreementGround", Desk], object]

_APPROVED = date(2025, 1, 31)
_EVERYTHING = (SiteRole.SIGNER, SiteRole.POINT_OF_CONTACT, SiteRole.PRESCRIBER, SiteRole.VIEW_ONLY)


@dataclass
class AgreementGround:
    """A site with an agreement, a renewal that was sent, and a change in preparation."""

    site: Organization
    signer: PersonId
    sent: ApplicationId
    draft: ApplicationId
    paper: AgreementPaper


def agreement_ground(desk: Desk, name: str = "Willow Clinic") -> AgreementGround:
    """Enter, begin, sign and send at a supervisor's desk."""
    person = _person(desk, "Nora", "Vance")
    site = desk.agreement.enter_existing(entering(desk, person, name=name))
    sent, draft = (
        _begun(desk, site, kind) for kind in (ApplicationKind.RENEWAL, ApplicationKind.CHANGE)
    )
    paper = desk.agreement.sign(signing(desk, sent, person.id))
    desk.agreement.send(sent, desk.today(), "Marta Robles")
    return AgreementGround(site, person.id, sent, draft, paper)


def entering(desk: Desk, person: SitePerson, **site: Any) -> EnterExisting:
    """The agreement a site already has, which names one person for everything."""
    return EnterExisting(
        organization=replace(desk.roster.new_organization(), **(WHOLE | site)),
        approved_on=_APPROVED,
        due_on=None,
        people=((person, _EVERYTHING),),
        roles_from=_APPROVED,
    )


def signing(desk: Desk, application: ApplicationId, signer: PersonId) -> SignApplication:
    """Read and signed on the screen."""
    return SignApplication(
        application_id=application,
        language="en",
        signer_id=signer,
        signed_on=desk.today(),
        manner=Manner.INK_ON_SCREEN,
        strokes=scribble(),
        digest_read=desk.agreement.sheet(application, "en").digest,
    )


def _person(desk: Desk, first: str, last: str, **facts: Any) -> SitePerson:
    new = desk.roster.new_person()
    email = f"{new.id[:4].casefold()}@birch.example"
    given: dict[str, Any] = {"first_name": first, "last_name": last, "email": email, "title": "MD"}
    return replace(new, **(given | facts))


def _begun(desk: Desk, site: Organization, kind: ApplicationKind, **answers: Any) -> ApplicationId:
    begun = desk.agreement.begin(site.id, kind).application
    typed = {**begun.answers, **ANSWERS, **answers}
    return desk.agreement.keep(replace(begun, answers=typed)).application.id


def _last_step(desk: Desk, application: ApplicationId) -> Any:
    return desk.agreement.application(application).steps[-1].id


AGREEMENT_WRITING: dict[str, tuple[str, AgreementAsk]] = {
    "agreement.enter_existing": (
        "manage_agreement",
        lambda g, d: d.agreement.enter_existing(entering(d, _person(d, "Ned", "Vance"), name="X")),
    ),
    "agreement.note_iee526": (
        "manage_agreement",
        lambda g, d: d.agreement.note_iee526(g.site.id, d.today()),
    ),
    "agreement.begin": (
        "manage_agreement",
        lambda g, d: d.agreement.begin(g.site.id, ApplicationKind.CHANGE),
    ),
    "agreement.keep": (
        "manage_agreement",
        lambda g, d: d.agreement.keep(d.agreement.application(g.draft).application),
    ),
    "agreement.take_people": ("manage_agreement", lambda g, d: d.agreement.take_people(g.draft)),
    "agreement.print_for_ink": (
        "sign_agreement",
        lambda g, d: d.agreement.print_for_ink(g.draft, "en"),
    ),
    "agreement.sign": (
        "sign_agreement",
        lambda g, d: d.agreement.sign(signing(d, g.draft, g.signer)),
    ),
    "agreement.send": ("send_agreement", lambda g, d: d.agreement.send(g.draft, d.today(), "M")),
    "agreement.returned": (
        "send_agreement",
        lambda g, d: d.agreement.returned(g.draft, d.today(), "x"),
    ),
    "agreement.refuse": (
        "send_agreement",
        lambda g, d: d.agreement.refuse(g.draft, d.today(), "x"),
    ),
    "agreement.approve": ("send_agreement", lambda g, d: d.agreement.approve(g.sent, d.today())),
    "agreement.abandon": ("manage_agreement", lambda g, d: d.agreement.abandon(g.draft, "x")),
    "agreement.undo_step": (
        "manage_agreement",
        lambda g, d: d.agreement.undo_step(_last_step(d, g.draft), "x"),
    ),
    "agreement.attach": (
        "manage_agreement",
        lambda g, d: d.agreement.attach(g.site.id, g.draft, "other", PNG),
    ),
    "agreement.open_file": ("look", lambda g, d: d.agreement.open_file("NOBODY")),  # type: ignore[arg-type]
    "agreement.reprint": ("reprint", lambda g, d: d.agreement.reprint(g.paper.id)),
    "agreement.roster_sheet": ("reprint", lambda g, d: d.agreement.roster_sheet(g.site.id, "en")),
    "agreement.history_sheet": (
        "reprint",
        lambda g, d: d.agreement.history_sheet(g.site.id, "en"),
    ),
    "agreement.calendar_sheet": ("reprint", lambda g, d: d.agreement.calendar_sheet("en")),
    "agreement.calendar_ics": ("reprint", lambda g, d: d.agreement.calendar_ics("en")),
    "agreement.save_question_set": (
        "edit_questions",
        lambda g, d: d.agreement.save_question_set(d.agreement.question_set().questions),
    ),
}
"""Every method of the room that writes: the right it must ask for, and a call of it."""


def _site_of(desk: Desk) -> Organization:
    return next(one for one in desk.roster.organizations() if one.name == "Willow Clinic")


def _sent(desk: Desk) -> ApplicationId:
    return _of_kind(desk, ApplicationKind.RENEWAL)


def _draft(desk: Desk) -> ApplicationId:
    return _of_kind(desk, ApplicationKind.CHANGE)


def _of_kind(desk: Desk, kind: ApplicationKind) -> ApplicationId:
    lines = desk.agreement.standing(_site_of(desk).id).applications
    return next(line.application.id for line in lines if line.application.kind is kind)


def _labelled(desk: Desk, text: str) -> object:
    asked = desk.agreement.question_set().questions
    return desk.agreement.save_question_set((replace(asked[2], label=text), *asked[3:]))


AGREEMENT_TYPED: dict[str, Typed] = {
    "agreement.iee526": lambda d, c, t: d.agreement.note_iee526(_site_of(d).id, d.today(), t),
    "application.returned": lambda d, c, t: d.agreement.returned(_sent(d), d.today(), t),
    "application.refused": lambda d, c, t: d.agreement.refuse(_sent(d), d.today(), t),
    "application.org_code": lambda d, c, t: d.agreement.approve(_sent(d), d.today(), org_code=t),
    "application.tx_iis_id": lambda d, c, t: d.agreement.approve(_sent(d), d.today(), tx_iis_id=t),
    "application.abandoned": lambda d, c, t: d.agreement.abandon(_draft(d), t),
    "application.undone": lambda d, c, t: d.agreement.undo_step(_last_step(d, _sent(d)), t),
    "agreement.file": lambda d, c, t: d.agreement.attach(_site_of(d).id, None, t, PNG),
    "question.label": lambda d, c, t: _labelled(d, t),
    "agreement.person": lambda d, c, t: d.agreement.enter_existing(
        entering(d, _person(d, t, "Vance"), name="Y")
    ),
}
"""Every field around an application that is refused rather than kept as typed."""


def applied_at(desk: Desk, site: Organization, signer: PersonId) -> object:
    """Begin, keep, sign, attach to and give up a change, every text a canary."""
    for line in desk.agreement.standing(site.id).applications:
        with suppress(RefusedError):  # one that broke in the middle waits there
            desk.agreement.abandon(line.application.id, canary("given up"))
    texts = {"filled_in_by": canary("by"), "manner_note": canary("note")}
    change = _begun(desk, site, ApplicationKind.CHANGE, **texts)
    desk.agreement.sign(signing(desk, change, signer))
    desk.agreement.attach(site.id, change, "other", PNG)
    return desk.agreement.abandon(change, canary("abandoned"))


def named_site(desk: Desk) -> tuple[Organization, PersonId]:
    """A site that has its agreement, and its signer: names, titles and places all canaries."""
    person = _person(desk, canary(), canary(), licence_no=canary("licence"))
    texts = {name: canary(name) for name in ("name", "street", "city", "hours", "ownership")}
    return desk.agreement.enter_existing(entering(desk, person, **texts)), person.id


def live_at_an_agreement(desk: Desk) -> None:
    """Do everything an agreement can ask, every text a canary."""
    person = _person(
        desk, canary(), canary(), email=f"{canary()}@example.org", licence_no=canary("licence")
    )
    texts = {name: canary(name) for name in ("name", "street", "city", "hours", "ownership")}
    site = desk.agreement.enter_existing(replace(entering(desk, person, **texts), file=PNG))
    answers = {"filled_in_by": canary("by"), "manner_note": canary("note")}
    application = _begun(desk, site, ApplicationKind.RENEWAL, **answers)
    desk.agreement.print_for_ink(application, "es")
    paper = desk.agreement.sign(signing(desk, application, person.id))
    desk.agreement.entry_card(application)
    desk.agreement.send(application, desk.today(), canary("sender"), canary("number"), PNG)
    desk.agreement.returned(application, desk.today(), canary("returned"))
    desk.agreement.send(application, desk.today(), canary("sender"))
    desk.agreement.note_iee526(site.id, desk.today(), canary("iee"))
    desk.agreement.approve(application, desk.today(), org_code=canary("code"), file=PNG)
    change = _begun(desk, site, ApplicationKind.CHANGE, hours=canary("hours"))
    desk.agreement.abandon(change, canary("abandoned"))
    for file in desk.agreement.files(site.id):
        desk.agreement.open_file(file.id)
    desk.agreement.reprint(paper.id)
    desk.agreement.roster_sheet(site.id, "en")
    desk.agreement.history_sheet(site.id, "en")
    desk.agreement.calendar_sheet("en")
    desk.agreement.calendar_ics("en")
    desk.agreement.overview()
    desk.agreement.today_lines()
