"""Letters made: the pages filed and one act for each client written to, all at once or none."""

from dataclasses import dataclass, field
from hashlib import sha256

from immtrac_desk.domain.act import Act, ActKind, FactValue
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ActId, ClientId, LetterRunId
from immtrac_desk.domain.letter_run import KeptRun
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.letter_plan import PlannedLetter, plan_letters
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeLetters:
    """A run that is drawn whole: the letter, everybody of the plan, and the drawn PDF.

    `asked` are the clients that the run was asked for, `written` the letters as they were drawn.
    """

    letter: str
    asked: tuple[ClientId, ...]
    written: tuple[PlannedLetter, ...]
    envelopes: bool
    pages: int
    pdf: bytes = field(repr=False)


def make_letters(command: MakeLetters, uow: UnitOfWork, occasion: Occasion) -> Outcome[KeptRun]:
    """File the run and enter a letter for every client written to.

    What is noted can be shown again: a lock or a full disk after this act loses no page.

    Raises RefusedError `letter_run.changed` where, since the run was drawn, one of them has moved,
    died, asked not to be written to, or left the list: paper that is no longer true.
    """
    now = plan_letters(command.letter, command.asked, uow, occasion)
    if tuple(one for one in now if one.written) != command.written:
        raise RefusedError("letter_run.changed")
    kept = _kept(command, occasion)
    uow.letter_runs.add(kept, command.pdf)
    acts = tuple(_act(one, kept, occasion) for one in command.written)
    for act in acts:
        uow.acts.add(act)
    lines = tuple(entry(occasion, act.kind.value, about=act, letter=command.letter) for act in acts)
    run: dict[str, FactValue] = {
        "letter": command.letter,
        "count": len(acts),
        "left_out": len(now) - len(acts),
        "pages": command.pages,
        "envelopes": command.envelopes,
        "letter_run": kept.id,
    }
    told = site_line(occasion, "letters_run", run, document_digest=kept.digest)
    return Outcome(kept, (*lines, told), Changes(clients=frozenset(a.client_id for a in acts)))


def _kept(command: MakeLetters, occasion: Occasion) -> KeptRun:
    return KeptRun(
        id=LetterRunId(occasion.new_id()),
        letter=command.letter,
        letters=len(command.written),
        pages=command.pages,
        envelopes=command.envelopes,
        made_at=occasion.now,
        by=occasion.actor.id,
        digest=sha256(command.pdf).hexdigest(),
    )


def _act(one: PlannedLetter, run: KeptRun, occasion: Occasion) -> Act:
    return Act(
        id=ActId(occasion.new_id()),
        client_id=one.client.id,
        kind=ActKind.LETTER_MADE,
        on=occasion.today,
        at=occasion.now,
        by=occasion.actor.id,
        facts={
            "letter": run.letter,
            "to": one.verdict.to,
            "language": one.client.language,
            "run": run.digest,
        },
    )
