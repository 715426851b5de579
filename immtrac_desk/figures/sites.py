"""Sites: how far each one's people are trained, and where its agreement stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.figures.cross import Counted, Cross, cross

STATES = ("done", "due", "open", "overdue", "none")
"""Where the privacy training (HB 300) of somebody stands (DT-16.1 to 16.3)."""


@dataclass(frozen=True, slots=True)
class Trained:
    """Somebody who holds a role at a site, and the state of their training."""

    name: str
    state: str
    on: date | None
    due: date | None


@dataclass(frozen=True, slots=True)
class SiteStands:
    """One site: its agreement's state (DT-13) and due day, and its people."""

    id: OrganizationId
    name: str
    state: str
    due: date | None
    people: tuple[Trained, ...]


def sites(stands: Sequence[SiteStands]) -> tuple[Cross, ...]:
    """Return two tables: sites by training state, and sites by the state of their agreement."""
    states = tuple(dict.fromkeys(one.state for one in stands))
    return (
        cross("training", (one.id for one in stands), STATES, _people(stands)),
        cross("agreements", states, ("sites",), _agreements(stands)),
    )


def _people(stands: Iterable[SiteStands]) -> Iterable[tuple[str, str, Counted]]:
    for site in stands:
        for one in site.people:
            alarm = "red" if one.state == "overdue" else ""
            told = Counted(
                name=one.name, on=one.on, due=one.due, what=one.state, site_id=site.id, alarm=alarm
            )
            yield site.id, one.state, told


def _agreements(stands: Iterable[SiteStands]) -> Iterable[tuple[str, str, Counted]]:
    for site in stands:
        told = Counted(name=site.name, due=site.due, what=site.state, site_id=site.id)
        yield site.state, "sites", told
