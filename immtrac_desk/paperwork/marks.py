"""A signature made into the marks that are drawn on a sheet."""

from typing import Literal

from forms.answers import Word
from forms.sheet import Marks
from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.words import Choice, Manner

MANNERS: dict[Manner, Literal["ink", "mark", "wet"]] = {
    Manner.INK_ON_SCREEN: "ink",
    Manner.MARK: "mark",
    Manner.WET_INK: "wet",
    Manner.WET_MARK: "wet",
}


def marks_of(signature: Signature, choice: Choice | None, witness_name: str) -> Marks:
    """Return the marks: the strokes as drawn, the day and time, and what was meant by them.

    The signer's name stands on the sheet already, as it was read.
    """
    day = signature.signed_on.strftime("%m/%d/%Y")
    clock = signature.signed_at.strftime(" %H:%M") if signature.signed_at else ""
    return Marks(
        manner=MANNERS[signature.manner],
        strokes=signature.strokes,
        signed_text=f"{day}{clock}",
        meaning=Word(choice.value) if choice else None,
        witness_name=witness_name,
        witness_strokes=signature.witness_strokes,
    )
