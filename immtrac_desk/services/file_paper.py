"""The paper that is filed: the sheet as read plus the marks, or the very bytes printed for ink."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain, combinations

from forms.answers import Answer as Printed
from immtrac_desk.domain.document import FormPack, Signature
from immtrac_desk.domain.draft import ConsentDraft, Print
from immtrac_desk.domain.ids import PrintId
from immtrac_desk.domain.words import Manner
from immtrac_desk.errors import RefusedError
from immtrac_desk.law.age import is_minor
from immtrac_desk.paperwork.answers import BY_HAND, answers_of, digest_of, letterhead, plain
from immtrac_desk.paperwork.marks import marks_of
from immtrac_desk.paperwork.sheets import Drawn, Paper, draw
from immtrac_desk.services.local_day import local_day
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.packs import serves
from immtrac_desk.services.printable import refuse_unprintable
from immtrac_desk.store.unit_of_work import UnitOfWork

WET = frozenset({Manner.WET_INK, Manner.WET_MARK})


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPaper:
    """The bytes to file, the digest of what was read, and what is frozen beside them."""

    pdf: bytes
    digest: str
    digest_read: str
    revision: str
    language: str
    answers: dict[str, object]
    note: str = ""


def paper_of(draft: ConsentDraft, pack: FormPack, occasion: Occasion) -> Paper:
    """Return the sheet of a draft as it stands, without marks.

    Raises InputError `text.not_on_sheet` beside a text that no sheet can print.
    """
    refuse_unprintable(draft)
    minor = is_minor(draft.client.born_on, occasion.today, occasion.law)
    answers = {**letterhead(occasion.settings), **answers_of(draft, minor)}
    return Paper(
        form=draft.form,
        language=draft.language,
        revision=pack.revision,
        record_id=draft.record_id,
        answers=answers,
        paper_check=occasion.paper_check,
        practice=occasion.practice,
        not_verified=not serves(pack, occasion),
    )


def signed_on_screen(
    draft: ConsentDraft, pack: FormPack, signature: Signature, digest_read: str, occasion: Occasion
) -> FiledPaper:
    """Return the sheet as read with the marks on it.

    A refusal that nobody signed (by telephone, say) is filed as drawn, read or not. Raises
    RefusedError `sheet.changed` unless what was read is what would be drawn now.
    """
    paper = paper_of(draft, pack, occasion)
    read = draw(paper)
    if not digest_read and not any(signature.strokes):
        return _filed(read, "", paper)
    if read.digest != digest_read:
        raise RefusedError("sheet.changed")
    marks = marks_of(signature, draft.choice, draft.witness_name)
    signed = draw(replace(paper, marks=marks))
    return _filed(signed, read.digest, paper)


def signed_in_ink(
    draft: ConsentDraft, print_id: PrintId | None, signature: Signature, pack: FormPack | None,
    uow: UnitOfWork, occasion: Occasion,
) -> FiledPaper:  # fmt: skip
    """Return the printed bytes. Raises RefusedError `print.missing`, `print.stale`, `print.later`.

    A pack that was superseded between print and signature is accepted and marked (E29).
    """
    if print_id is None:
        raise RefusedError("print.missing")
    printed = uow.prints.get(print_id)
    answers = _as_printed(draft, printed, occasion)
    if printed.record_id != draft.record_id or answers is None:
        raise RefusedError("print.stale")
    if signature.signed_on < local_day(printed.printed_at, occasion):
        raise RefusedError("print.later")
    superseded = pack is None or pack.revision != printed.revision
    return FiledPaper(
        pdf=uow.prints.pdf(print_id),
        digest=printed.digest,
        digest_read=printed.digest,
        revision=printed.revision,
        language=printed.language,
        answers=plain({**letterhead(occasion.settings), **answers}),
        note="pack_superseded" if superseded else "",
    )


def answers_digest(draft: ConsentDraft, occasion: Occasion) -> str:
    """Return the digest of what the draft says, whatever letterhead stands above it."""
    return _digest(_answers(draft, occasion), draft)


def _as_printed(
    draft: ConsentDraft, printed: Print, occasion: Occasion
) -> dict[str, Printed] | None:
    """Return what was printed, or None if the draft says something else by now.

    What is answered by hand on the paper may have been left open on it.
    """
    answers = _answers(draft, occasion)
    by_hand = [key for key in BY_HAND if key in answers]
    for left_open in chain.from_iterable(combinations(by_hand, n) for n in range(6)):
        some = {key: answers[key] for key in answers if key not in left_open}
        if _digest(some, draft) == printed.answers_digest:
            return some
    return None


def _answers(draft: ConsentDraft, occasion: Occasion) -> dict[str, Printed]:
    minor = is_minor(draft.client.born_on, occasion.today, occasion.law)
    return answers_of(draft, minor)


def _digest(answers: Mapping[str, Printed], draft: ConsentDraft) -> str:
    return digest_of({**answers, "form": draft.form.stock_no, "language": draft.language})


def _filed(drawn: Drawn, digest_read: str, paper: Paper) -> FiledPaper:
    return FiledPaper(
        pdf=drawn.pdf,
        digest=drawn.digest,
        digest_read=digest_read,
        revision=paper.revision,
        language=paper.language,
        answers=plain(paper.answers),
    )
