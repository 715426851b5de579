"""What 'left the clinic' will do, said before it is done (DT-16.7)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk.agreement_pictures import PersonFile, RoleLine


def left_says(
    file: "PersonFile", said: Callable[["RoleLine"], str], tr: Wording
) -> tuple[str, tuple[str, ...]]:
    """Return the roles that will end, each as `said`, and whether the account's task opens."""
    held = [line for line in file.roles if line.held.until_on is None]
    roles = ", ".join(dict.fromkeys(map(said, held)))
    account = "account" if file.account in ("unnoted", "active", "disable") else "no_account"
    return roles or tr.say("roster.no_roles_end"), (tr.say(f"site_act.left.{account}"),)
