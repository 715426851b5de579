"""Rights: which role may do which act; the desk asks here before every act."""

from immtrac_desk.domain.words import Role

_FRONT = frozenset({Role.FRONT_DESK, Role.SUPERVISOR})
_SUPERVISOR = frozenset({Role.SUPERVISOR})
_ALL = frozenset(Role)

RIGHTS: dict[str, frozenset[Role]] = {
    "look": _ALL,
    "verify": _ALL,
    "reprint": _ALL,
    "note_printed": _ALL,
    "find_client": _ALL,
    "save_client": _FRONT,
    "change_identity": _FRONT,
    "merge": _SUPERVISOR,
    "record_death": _FRONT,
    "note_search": _FRONT,
    "note_responder": _FRONT,
    "close_task": _FRONT,
    "keep_draft": _FRONT,
    "print": _FRONT,
    "print_blank": _FRONT,
    "record_consent": _FRONT,
    "record_existing": _FRONT,
    "override": _SUPERVISOR,
    "affirm": _FRONT,
    "send": _FRONT,
    "confirm": _FRONT,
    "answer_release": _FRONT,
    "attach": _FRONT,
    "invalidate": _SUPERVISOR,
    "settle_conflict": _SUPERVISOR,
    "undo_own": _FRONT,
    "undo_any": _SUPERVISOR,
    "save_event": _FRONT,
    "correct_event": _SUPERVISOR,
    "verify_pack": _SUPERVISOR,
    "change_setting": _SUPERVISOR,
    "manage_staff": _SUPERVISOR,
    # An auditor writes nothing but the log of looking, and this: it changes no record, and a
    # passphrase that somebody else set or overheard is no key of one's own.
    "change_own_passphrase": _ALL,
    "new_recovery_code": _SUPERVISOR,
    "see_loud": _SUPERVISOR,
    "back_up": _FRONT,
    "save_dose": _FRONT,
    "report_dose": _FRONT,
    "take_answer": _FRONT,
    "close_answer": _FRONT,
    "finish_entry": _FRONT,
    "note_schedule": _FRONT,
    "make_letters": _FRONT,
    "export": _FRONT,
    "give_record": _FRONT,
    # Whoever was trained signs for themselves, at whichever desk is open to the front.
    "sign_training": _FRONT,
    "keep_tips": _SUPERVISOR,
    "edit_catalogue": _SUPERVISOR,
    "manage_agreement": _SUPERVISOR,
    "manage_roster": _SUPERVISOR,
    "sign_agreement": _SUPERVISOR,
    "send_agreement": _SUPERVISOR,
    "confirm_duty": _SUPERVISOR,
    "edit_questions": _SUPERVISOR,
}
"""Which roles may do an act. One that is not listed here is allowed to nobody."""


def may(role: Role, right: str) -> bool:
    """True if `role` holds `right`; an unknown right is held by nobody."""
    return role in RIGHTS.get(right, frozenset())
