"""The registry room: who waits to be entered, doses to report, what came back, the work lists."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from ui.views.sectioned_room import SectionedRoom


class RegistryView(SectionedRoom):
    """What goes to the registry, and what came back."""

    words = "registry_room"
    places: ClassVar[Mapping[str, str]] = {
        "entry": "ui.views.registry_waiting:WaitingPage",
        "doses": "ui.views.registry_doses:DosesPage",
        "answers": "ui.views.registry_answers:AnswersPage",
        "lists": "ui.views.registry_lists:RegistryLists",
    }
    acts: ClassVar[Mapping[str, str]] = {
        "enter_in_registry": "entry",
        "doses_to_report": "doses",
        "answers": "answers",
        "paste_answer": "answers",
        "registry_lists": "lists",
    }

    def when_ready(self, act: Callable[[], object]) -> None:
        self.house.when_listed(self, act)
