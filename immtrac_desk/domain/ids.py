"""Identifiers: opaque, random, readable aloud; never made from a person's data."""

import secrets
from collections.abc import Callable
from typing import NewType

ClientId = NewType("ClientId", str)
ResponsibleId = NewType("ResponsibleId", str)
StaffId = NewType("StaffId", str)
ActId = NewType("ActId", str)
DraftId = NewType("DraftId", str)
KeptFormId = NewType("KeptFormId", str)
DocumentId = NewType("DocumentId", str)
"""Printed on the sheet: given when the draft begins, so that paper finds its record again."""
AttachmentId = NewType("AttachmentId", str)
PrintId = NewType("PrintId", str)
TaskId = NewType("TaskId", str)
EventId = NewType("EventId", str)
SlotId = NewType("SlotId", str)
OrganizationId = NewType("OrganizationId", str)
PersonId = NewType("PersonId", str)
"""Somebody named in a site agreement: a user, a prescriber, a signer, a contact."""
RoleId = NewType("RoleId", str)
TrainingId = NewType("TrainingId", str)
AgreementId = NewType("AgreementId", str)
ApplicationId = NewType("ApplicationId", str)
StepId = NewType("StepId", str)
"""One step of an application: signed, sent, returned, answered."""
PaperId = NewType("PaperId", str)
"""A paper of the site agreement: printed on it, so that it finds its record again."""
AgreementFileId = NewType("AgreementFileId", str)
OfficeTaskId = NewType("OfficeTaskId", str)
QuestionSetId = NewType("QuestionSetId", str)
DoseId = NewType("DoseId", str)
DoseStepId = NewType("DoseStepId", str)
AnswerId = NewType("AnswerId", str)
"""One answer of the registry: what was pasted, opened or dropped at once."""
AnswerItemId = NewType("AnswerItemId", str)
AnswerStepId = NewType("AnswerStepId", str)
LetterRunId = NewType("LetterRunId", str)
TipsReadingId = NewType("TipsReadingId", str)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that nobody misreads it."""

NewId = Callable[[], str]


def new_id() -> str:
    """Return 16 random base-32 letters in fours (80 bits), e.g. `7K2M-Q4ZD-01JD-9FEX`."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(16))
    return "-".join(letters[i : i + 4] for i in range(0, 16, 4))
