"""What 'left the clinic' will do, said before it is done (DT-16.7)."""

from typing import TYPE_CHECKING

from ui.presenters.roster_words import role_words
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import PersonFile


def left_says(file: "PersonFile", tr: Wording) -> tuple[str, tuple[str, ...]]:
    """Return the roles that will end, and whether the account's task will be opened."""
    held = [line.held.role for line in file.roles if line.held.until_on is None]
    roles = ", ".join(dict.fromkeys(role_words(role, tr) for role in held))
    account = "account" if file.account in ("active", "disable") else "no_account"
    return roles or tr.say("roster.no_roles_end"), (tr.say(f"site_act.left.{account}"),)
