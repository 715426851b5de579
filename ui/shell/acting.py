"""Acting: the table of acts as keys and menus, and who does an act when it is asked for."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.presenters.shell_palette import Offer
from ui.shell.actions import BY_ID, MENUS, Action
from ui.shell.wardrobe import dress
from ui.widgets.words import shown_keys
from ui.wording import tr

Asked = Callable[[Action], object]
Possible = Callable[[Action], bool]
Now = Callable[[], Possible]
"""Looks once at what can be done at this moment, which may mean reading, and judges each act."""


class Acting:
    """Holds one QAction per act on `owner`; `do` performs, `now` says what can be done."""

    def __init__(self, owner: QWidget, acts: Sequence[Action], do: Asked, now: Now) -> None:
        self._now = now
        self._actions: dict[str, tuple[Action, QAction]] = {}
        for act in acts:
            action = QAction(owner)
            if act.keys:
                action.setShortcuts(_spellings(act.keys))
            action.triggered.connect(lambda _=False, act=act: do(act))
            owner.addAction(action)
            self._actions[act.id] = (act, action)
        self.retell()

    def look_again(self) -> None:
        """Menus and keys follow what can be done here and now."""
        possible = self._now()
        for act, action in self._actions.values():
            action.setEnabled(possible(act))

    def retell(self) -> None:
        for act, action in self._actions.values():
            action.setText(tr.say(f"action.{act.id}").replace("&", "&&"))
            action.setStatusTip(tr.say(f"action.{act.id}.help"))

    def menu(self, owner: QWidget) -> QMenu:
        """The acts that are possible now, in the order of the table, under their groups."""
        menu = QMenu(owner)
        dress(menu)
        for name in MENUS:
            part = [a for act, a in self._actions.values() if act.menu == name and a.isEnabled()]
            if len(part) > 1:
                menu.addMenu(tr.say(f"help.group.{name}")).addActions(part)
            else:
                menu.addActions(part)
        return menu

    def offers(self) -> tuple[Offer, ...]:
        """The same for the palette."""
        return tuple(
            Offer("act", act.id, tr.say(f"action.{act.id}"), shown_keys(act.keys), _also(act.id))
            for act, action in self._actions.values()
            if action.isEnabled() and act.id != "palette"
        )

    def trigger(self, action_id: str) -> None:
        self._actions[action_id][1].trigger()


def give_keys(page: QWidget, does: Mapping[str, Callable[[], object]]) -> Acting:
    """Have the keys of these acts, by id, do them on a page where all of them can be done."""
    acts = [BY_ID[action_id] for action_id in does]
    return Acting(page, acts, lambda act: does[act.id](), lambda: lambda _: True)


def possible_now(
    act: Action, handlers: Mapping[str, object], *, alone: bool, knows: Callable[[str], bool]
) -> bool:
    """Whether an act can be done: by the window, by this room, or by going to its room."""
    if alone and not act.alone:
        return False
    return act.own or act.id in handlers or (bool(act.room) and knows(act.room))


def _also(act_id: str) -> str:
    code = f"action.{act_id}.also"
    return tr.say(code) if tr.has(code) else ""


def _spellings(keys: str) -> list[QKeySequence]:
    """Both Enter keys, and the plus that needs no Shift."""
    spellings = [QKeySequence(keys)]
    if keys.endswith("Return"):
        spellings.append(QKeySequence(keys.replace("Return", "Enter")))
    if keys == "Ctrl++":
        spellings.append(QKeySequence("Ctrl+="))
    return spellings
