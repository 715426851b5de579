"""The site agreement in pictures: every state of an agreement and of an application."""

from immtrac_desk.domain.agreement import AgreementState, ApplicationState
from immtrac_desk.domain.ids import ApplicationId, OrganizationId
from ui.practice_day.hands import Hands
from ui.views.agreement import AgreementView
from ui.views.application import ApplicationView
from ui.views.duties import DutiesView

SECTIONS = ("people", "lists", "site")


def look_at_sites(hands: Hands) -> None:
    """A still of the list of sites, of each state, and of the rooms beside them."""
    hands.go("agreement", AgreementView, section="sites")
    hands.still("sites")
    for state, site in _sites(hands).items():
        hands.go("agreement", AgreementView, organization_id=site, section="standing")
        hands.still(f"agreement-{state.value.lower()}")
    first = hands.desk.roster.organizations()[0].id
    for section in SECTIONS:
        hands.go("agreement", AgreementView, organization_id=first, section=section)
        hands.still(f"agreement-{section}")
    for stage, application in _applications(hands).items():
        hands.go("application", ApplicationView, application_id=application)
        hands.still(f"application-{stage.value.lower()}")
    _parts(hands, _applications(hands)[ApplicationState.SIGNED_NOT_SENT])
    _duties(hands)


def _parts(hands: Hands, signed: ApplicationId) -> None:
    for part in ("answers", "card", "record"):
        hands.go("application", ApplicationView, application_id=signed, part=part)
        hands.still(f"application-{part}")


def _duties(hands: Hands) -> None:
    room = hands.go("duties", DutiesView)
    room.access.entity.set_value("school")
    room.access.purpose.set_value("enrolled")
    room.access.answer()
    room.breach.affected.set_value("600")
    room.breach.texans.set_value("240")
    room.breach.discovered_on.set_day(hands.desk.today())
    room.breach.ask()
    hands.still("duties")


def _sites(hands: Hands) -> dict[AgreementState, OrganizationId]:
    return {line.state: line.organization.id for line in hands.desk.agreement.overview()}


def _applications(hands: Hands) -> dict[ApplicationState, ApplicationId]:
    desk = hands.desk
    standings = [desk.agreement.standing(site.id) for site in desk.roster.organizations()]
    lines = [line for standing in standings for line in standing.applications]
    return {line.state: line.application.id for line in lines}
