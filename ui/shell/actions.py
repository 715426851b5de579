"""The one table of acts: it feeds menus, keys, palette and help page."""

from dataclasses import dataclass

from immtrac_desk.domain.words import Role

EVERYBODY = frozenset(Role)
COUNTER = frozenset({Role.FRONT_DESK, Role.SUPERVISOR})
OFFICE = frozenset({Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Action:
    """`action.<id>` is its label, `action.<id>.help` its help line.

    `room` is the room the act opens ("" where the room one stands in does it, or the window);
    `roles` only keep the menus short: what may be done is decided in the desk.
    """

    id: str
    keys: str
    menu: str
    room: str = ""
    roles: frozenset[Role] = EVERYBODY
    own: bool = False
    """True if the window itself does it."""
    alone: bool = False
    """True if it still works while the client has the screen."""


MENUS = ("desk", "client", "registry", "site", "sheet", "view", "help")

ACTIONS = (
    Action("today", "Ctrl+1", "desk", room="today"),
    Action("clients", "Ctrl+2", "desk", room="clients"),
    Action("documents", "Ctrl+3", "desk", room="documents"),
    Action("history", "Ctrl+4", "desk", room="history"),
    Action("settings", "Ctrl+5", "desk", room="settings"),
    Action("agreement", "Ctrl+6", "desk", room="agreement"),
    Action("registry", "Ctrl+7", "desk", room="registry"),
    Action("reports", "Ctrl+8", "desk", room="reports"),
    Action("staff", "", "desk", room="staff", roles=OFFICE),
    Action("packs", "", "desk", room="packs", roles=OFFICE),
    Action("backup", "Ctrl+Shift+B", "desk", room="backup"),
    Action("undo", "Ctrl+Z", "desk", own=True),
    Action("palette", "Ctrl+K", "desk", own=True),
    Action("lock", "Ctrl+L", "desk", own=True, alone=True),
    Action("quit", "Ctrl+Q", "desk", own=True),
    Action("find", "Ctrl+F", "client", room="clients"),
    Action("new_client", "Ctrl+Shift+N", "client", room="clients", roles=COUNTER),
    Action("new_consent", "Ctrl+N", "client", roles=COUNTER),
    Action("affirm", "Ctrl+E", "client", roles=COUNTER),
    Action("withdraw", "Ctrl+Shift+W", "client", roles=COUNTER),
    Action("release", "Ctrl+Shift+R", "client", roles=COUNTER),
    Action("record_existing", "Ctrl+Shift+E", "client", roles=COUNTER),
    Action("attach", "Ctrl+Shift+A", "client", roles=COUNTER),
    Action("correct", "F2", "client", roles=COUNTER),
    Action("acts", "Ctrl+J", "client", roles=COUNTER),
    Action("enter_in_registry", "Ctrl+I", "registry", room="registry"),
    Action("new_dose", "Ctrl+D", "registry", roles=COUNTER),
    Action("doses_to_report", "", "registry", room="registry"),
    Action("report_doses", "Ctrl+Shift+D", "registry", roles=COUNTER),
    Action("answers", "", "registry", room="registry"),
    Action("paste_answer", "Ctrl+Shift+V", "registry", room="registry", roles=COUNTER),
    Action("note_schedule", "Ctrl+Shift+S", "registry", roles=COUNTER),
    Action("registry_lists", "", "registry", room="registry"),
    Action("letters", "Ctrl+M", "registry", roles=COUNTER),
    Action("export", "Ctrl+Shift+X", "registry", roles=COUNTER),
    Action("tips", "", "site", room="reports"),
    Action("catalogues", "", "site", room="reports"),
    Action("agreement_next", "Ctrl+R", "site"),
    Action("agreement_people", "Ctrl+Shift+P", "site", room="agreement"),
    Action("agreement_lists", "", "site", room="agreement"),
    Action("agreement_site", "Ctrl+Shift+O", "site", room="agreement"),
    Action("add_person", "Ctrl+Shift+U", "site", roles=OFFICE),
    Action("sites", "", "site", room="agreement"),
    Action("duties", "", "site", room="duties"),
    Action("record", "Ctrl+Return", "sheet", roles=COUNTER),
    Action("print", "Ctrl+P", "sheet"),
    Action("hand_to_signer", "Ctrl+G", "sheet", roles=COUNTER),
    Action("give_back", "Ctrl+Shift+G", "sheet", roles=COUNTER, alone=True),
    Action("keep", "Ctrl+S", "sheet", roles=COUNTER),
    Action("sheet_language", "Ctrl+Shift+L", "sheet"),
    Action("blank_forms", "Ctrl+B", "sheet", room="documents"),
    Action("language", "F8", "view", own=True, alone=True),
    Action("theme", "F9", "view", own=True, alone=True),
    Action("larger", "Ctrl++", "view", own=True, alone=True),
    Action("smaller", "Ctrl+-", "view", own=True, alone=True),
    Action("usual_size", "Ctrl+0", "view", own=True, alone=True),
    Action("back", "Alt+Left", "view", own=True),
    Action("handbook", "F1", "help", room="handbook", own=True),
    Action("help", "Shift+F1", "help", room="help"),
)


def action(action_id: str) -> Action:
    """The act of this id; KeyError where there is none."""
    return BY_ID[action_id]


def for_role(role: Role) -> tuple[Action, ...]:
    """The acts that are offered to somebody of this role, in the order of the table."""
    return tuple(act for act in ACTIONS if role in act.roles)


BY_ID = {act.id: act for act in ACTIONS}
