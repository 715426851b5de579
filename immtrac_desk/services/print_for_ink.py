"""Print a draft for a pen: the bytes are kept, and are what is filed once they come back signed."""

from dataclasses import dataclass

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.draft import ConsentDraft, Print
from immtrac_desk.domain.ids import PrintId
from immtrac_desk.errors import RefusedError
from immtrac_desk.paperwork.sheets import draw
from immtrac_desk.services.assess_draft import Signing, assess_draft
from immtrac_desk.services.file_paper import answers_digest, paper_of
from immtrac_desk.services.ground import read_ground
from immtrac_desk.services.keep_draft import put_draft
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.override import refuse_false_override
from immtrac_desk.services.tidy_draft import tidy_draft
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The print as kept, and its bytes for the printer."""

    print: Print
    pdf: bytes


def print_for_ink(draft: ConsentDraft, uow: UnitOfWork, occasion: Occasion) -> Outcome[Printed]:
    """Keep the draft and its print. A choice left open is printed open, to be ticked in ink.

    Raises RefusedError `print.refused` with findings, `record.filed`, `pack.none`.
    """
    draft = tidy_draft(draft)
    refuse_false_override(draft.override, occasion)
    if uow.acts.of_document(draft.record_id):
        raise RefusedError("record.filed")
    ground = read_ground(draft, uow)
    assessment = assess_draft(draft, ground, occasion, Signing(on=occasion.today))
    if assessment.errors:
        raise RefusedError("print.refused", assessment.errors)
    pack = ground.pack(draft, occasion.today)
    if pack is None:
        raise RefusedError("pack.none")
    drawn = draw(paper_of(draft, pack, occasion))
    printed = Print(
        id=PrintId(occasion.new_id()),
        draft_id=draft.id,
        record_id=draft.record_id,
        printed_at=occasion.now,
        language=draft.language,
        revision=pack.revision,
        digest=drawn.digest,
        answers_digest=answers_digest(draft, occasion),
    )
    uow.prints.add(printed, drawn.pdf)
    put_draft(draft, uow, occasion)
    line = entry(
        occasion,
        "print_prepared",
        client_id=draft.client.id,
        document_id=draft.record_id,
        document_digest=drawn.digest,
        form=draft.form.stock_no,
        language=draft.language,
    )
    return Outcome(Printed(print=printed, pdf=drawn.pdf), (line,), Changes(drafts=True))
