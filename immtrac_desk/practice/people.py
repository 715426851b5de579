"""The practice clinic's clients: whose story is told on which day, and at which site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from immtrac_desk.desk import Desk
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.practice.diary import Diary
from immtrac_desk.practice.invented import Inventor
from immtrac_desk.practice.site_stories import EAST, NORTH
from immtrac_desk.practice.stories import MORE, STORIES, Story, Teller, declined, waiting

LONG_KNOWN, SINCE_A_MONTH, NEW = 88, 29, 0
"""Days ago on which clients came to the practice clinic."""
A_LATE_ONE = 11
"""One client in so many came a month ago; most have been known for longer."""
ONLY_NEW = (waiting, declined)
"""What has happened in the last days only."""


@dataclass(slots=True)
class People:
    """The clients by the story that was told of them, and by when they came."""

    told: dict[tuple[str, int], list[Client]] = field(default_factory=dict)

    def named(self, story: str, since: int) -> tuple[Client, ...]:
        """Return the clients of a story that came so many days ago; perhaps nobody."""
        return tuple(self.told.get((story, since), ()))


def note_people(diary: Diary, desk: Desk, invent: Inventor, clients: int) -> People:
    """Note so many clients: each status once today, more stories before."""
    people = People()
    for number in range(clients - len(STORIES)):
        story = MORE[number % len(MORE)]
        before = LONG_KNOWN if number % A_LATE_ONE else SINCE_A_MONTH
        since = NEW if story in ONLY_NEW else before
        diary.note(since, partial(_tell, people, desk, invent, story, since))
    for story in STORIES.values():
        diary.note(NEW, partial(_tell, people, desk, invent, story, NEW))
    return people


def sites_by_name(desk: Desk) -> Mapping[str, OrganizationId]:
    """Return the sites there are by now."""
    return {site.name: site.id for site in desk.roster.organizations()}


def _tell(people: People, desk: Desk, invent: Inventor, story: Story, since: int) -> None:
    known = sites_by_name(desk)
    sites = tuple(known[name] for name in (desk.clinic, NORTH, EAST) if name in known)
    client = story(Teller(desk, invent, since, sites))
    people.told.setdefault((story.__name__, since), []).append(client)
