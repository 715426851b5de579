"""Rights: each act against each role, as the list of roles says it."""

from __future__ import annotations

import pytest

from immtrac_desk.domain.rights import RIGHTS, may
from immtrac_desk.domain.words import Role

EVERYBODY = {"look", "verify", "reprint", "note_printed", "find_client", "change_own_passphrase"}
SUPERVISOR_ONLY = {
    "override",
    "invalidate",
    "undo_any",
    "settle_conflict",
    "merge",
    "change_setting",
    "verify_pack",
    "manage_staff",
    "new_recovery_code",
    "see_loud",
    "correct_event",
    "manage_agreement",
    "manage_roster",
    "sign_agreement",
    "send_agreement",
    "edit_questions",
    "confirm_duty",
    "keep_tips",
    "edit_catalogue",
}


@pytest.mark.parametrize("right", sorted(RIGHTS))
def test_a_right_is_held_by_the_roles_the_office_gives_it_to(right: str) -> None:
    holders = {role for role in Role if may(role, right)}
    assert Role.SUPERVISOR in holders, "a supervisor may do all that the front desk may"
    assert (Role.FRONT_DESK in holders) is (right not in SUPERVISOR_ONLY)
    assert (Role.AUDITOR in holders) is (right in EVERYBODY)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("right", ["", "Look", "look ", "*", "delete_client"])
def test_what_is_not_listed_is_allowed_to_nobody(role: Role, right: str) -> None:
    assert not may(role, right)
