"""Who sits at the window, and what lies in its files."""

from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import Role
from immtrac_desk.practice.signing import decline_on_screen
from tests.journeys.conftest import Counter
from tests.office import AUDITOR, CLERK


def sit_down(counter: Counter, name: str, role: Role) -> None:
    """Another person opens the same vault in the same window."""
    counter.window.idle.rest()
    counter.inside.leave()
    counter.window.inside = None
    desk = counter.office.as_(name, role)
    counter.window.enter(desk, counter.office.path)


def clerk(counter: Counter) -> None:
    sit_down(counter, CLERK, Role.FRONT_DESK)


def auditor(counter: Counter) -> None:
    sit_down(counter, AUDITOR, Role.AUDITOR)


def filed(counter: Counter) -> Document:
    """A refusal signed on the screen and filed, with its sheet."""
    desk = counter.office.desk
    return decline_on_screen(desk, counter.office.client(), "García María").document
