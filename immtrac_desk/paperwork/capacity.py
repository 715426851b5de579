"""As what the signer signs, in the words of the sheet."""

from immtrac_desk.domain.words import Who

_OF_MINOR = {
    Who.PARENT: "parent",
    Who.MINOR_PARENT: "parent",
    Who.DISAGREEING_PARENT: "parent",
    Who.GUARDIAN: "guardian",
    Who.MANAGING_CONSERVATOR: "managing_conservator",
    Who.DFPS_WORKER: "dfps",
    Who.SELF: "self",
    Who.EMANCIPATED: "self",
}
_OF_ADULT = {
    Who.SELF: "self",
    Who.EMANCIPATED: "self",
    Who.GUARDIAN: "adult_guardian",
    Who.AGENT: "agent",
}


def capacity_word(who: Who, minor: bool) -> str:
    """Return the sheet's word for `who`; `other` for those whose capacity the relation tells."""
    return (_OF_MINOR if minor else _OF_ADULT).get(who, "other")
