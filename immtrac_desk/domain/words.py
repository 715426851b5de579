"""The closed lists of the field: forms, intents, signers, responses, statuses, roles."""

from enum import Enum


class FormKind(Enum):
    """The five forms of the desk; the value is DSHS's stock number."""

    MINOR = "C-7"
    ADULT = "F11-13366"
    DISASTER = "F11-12956"
    WITHDRAWAL = "C-8"
    RELEASE = "F11-11406"

    @property
    def stock_no(self) -> str:
        return self.value


class Intent(Enum):
    """What the person at the counter wants (DT-1)."""

    JOIN = "join"
    LEAVE = "leave"
    KEEP_DISASTER = "keep-disaster"
    COPY = "copy"


class Has(Enum):
    """What standard consent is on file and in force for DT-1."""

    NONE = "none"
    MINOR = "minor"
    ADULT = "adult"


class Who(Enum):
    """As what somebody wants to sign (DT-2, DT-3)."""

    PARENT = "parent"
    PARENT_TERMINATED = "parent-terminated"
    GUARDIAN = "guardian"
    MANAGING_CONSERVATOR = "managing-conservator"
    DFPS_WORKER = "dfps-worker"
    POSSESSORY_CONSERVATOR = "possessory-conservator"
    STEPPARENT = "stepparent"
    GRANDPARENT = "grandparent"
    AUNT_UNCLE = "aunt-uncle"
    ADULT_SIBLING = "adult-sibling"
    DELEGATE = "delegate"
    SCHOOL = "school"
    FOSTER_PARENT = "foster-parent"
    MEDICAL_CONSENTER = "medical-consenter"
    SELF = "self"
    EMANCIPATED = "emancipated"
    MINOR_PARENT = "minor-parent"
    DISAGREEING_PARENT = "disagreeing-parent"
    AGENT = "agent"
    SPOUSE = "spouse"
    ADULT_CHILD = "adult-child"
    OTHER = "other"


class MaySign(Enum):
    """The answer to 'may this person sign?'."""

    YES = "yes"
    NO = "no"
    REFER = "refer"
    OVERRIDE = "override"


class Choice(Enum):
    """What the signer chose; never preset."""

    GRANT = "grant"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    KEEP = "keep"
    RELEASE = "release"
    NOT_RELEASE = "not_release"


CHOICES: dict[FormKind, tuple[Choice, Choice]] = {
    FormKind.MINOR: (Choice.GRANT, Choice.DECLINE),
    FormKind.ADULT: (Choice.GRANT, Choice.DECLINE),
    FormKind.DISASTER: (Choice.GRANT, Choice.DECLINE),
    FormKind.WITHDRAWAL: (Choice.WITHDRAW, Choice.KEEP),
    FormKind.RELEASE: (Choice.RELEASE, Choice.NOT_RELEASE),
}


class Scope(Enum):
    """What a withdrawal ends (DT-1, row 8)."""

    STANDARD = "standard"
    DISASTER = "disaster"
    BOTH = "both"


class Responder(Enum):
    """First responder status `fr`."""

    RESPONDER = "F"
    ADULT_FAMILY = "A"
    MINOR_FAMILY = "M"
    NONE = "N"


class DisasterRetention(Enum):
    """Disaster information retention `dir`."""

    ADULT = "Y"
    MINOR = "M"
    NONE = "N"


class Manner(Enum):
    """How a form was signed."""

    INK_ON_SCREEN = "ink"
    WET_INK = "wet"
    MARK = "mark"
    """A mark on the screen with a witness (DT-3.6)."""
    WET_MARK = "wet_mark"


class Source(Enum):
    """Where an existing consent was seen."""

    PAPER = "paper"
    BIRTH_REGISTRATION = "birth-registration"
    IMMTRAC2 = "immtrac2"
    OTHER_STATEMENT = "other-statement"
    """Any written or electronic statement, hand-written included (161.0071(e), OQ-7)."""


class Status(Enum):
    """The derived standard status (DT-5); never typed, never stored."""

    DECEASED = "DECEASED"
    CONFLICT = "CONFLICT"
    WITHDRAWN = "WITHDRAWN"
    CONSENTED_ADULT = "CONSENTED_ADULT"
    CONSENTED_MINOR = "CONSENTED_MINOR"
    PENDING_ADULT = "PENDING_ADULT"
    LAPSED = "LAPSED"
    SIGNED_TO_AFFIRM = "SIGNED_TO_AFFIRM"
    SENT_UNCONFIRMED = "SENT_UNCONFIRMED"
    DECLINED = "DECLINED"
    NONE_MINOR = "NONE_MINOR"
    NONE_ADULT = "NONE_ADULT"


class Role(Enum):
    """What a staff member may do; enforced in the desk."""

    FRONT_DESK = "front_desk"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"


class Severity(Enum):
    """How a finding counts: an error blocks the act, a warning is shown and passes."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
