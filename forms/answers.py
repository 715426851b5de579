"""What is set into the boxes of a sheet: typed text, printed literally, or words of the sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from forms.fit import typed_lines
from forms.glyphs import lacking
from forms.spec import FormSpec, answers_of
from forms.wording import Wording

_PARTS = {
    "clinic": "name",
    "client": "last_name first_name middle_name birth_date gender street unit city state zip "
    "county phone email",
    "mother": "first_name maiden_name",
    "signer": "name capacity relation",
    "release": "requester relation address fax",
    "witness": "name",
    "interpreter": "name",
    "contact": "mail courier phone fax email checked_on",
}
CONTRACT = frozenset(
    {f"{of}.{part}" for of, parts in _PARTS.items() for part in parts.split()}
    | {"race", "ethnicity", "responder", "choice", "scope", "received_by"}
)
"""Every key that an answer may have; a form without a place for one leaves it out."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sheet: a key into the `[words]` of its wording, never typed text."""

    key: str


Answer = str | Word | tuple[Word | str, ...]
"""Several words may stand beside texts that the sheet has no word for; those are literal."""
Answers = Mapping[str, Answer]


def check(answers: Answers, spec: FormSpec, wording: Wording) -> None:
    """Raise ValueError naming the key (never the value) of an answer that cannot be printed.

    That is: a key outside the contract, a Word without wording, or a letter the font lacks.
    """
    options = answers_of(spec)
    for key, answer in answers.items():
        if key not in CONTRACT:
            raise ValueError(f"no such answer: {key}")
        if any(lacking("".join(typed_lines(text))) for text in _typed(answer)):
            raise ValueError(f"the font lacks a character of {key}")
        if key in options and any(
            word.key not in options[key] and not wording.has_word(key, word.key)
            for word in words(answer)
        ):
            raise ValueError(f"no wording for the word in {key}")


def words(answer: Answer) -> tuple[Word, ...]:
    """Return the words of an answer; none of a typed text."""
    return tuple(part for part in _parts(answer) if isinstance(part, Word))


def printed(answers: Answers, key: str, wording: Wording) -> str:
    """Return the answer as it is printed in a box, `""` where there is none."""
    return ", ".join(
        part if isinstance(part, str) else wording.word(key, part.key)
        for part in _parts(answers.get(key, ""))
    )


def _parts(answer: Answer) -> tuple[Word | str, ...]:
    return answer if isinstance(answer, tuple) else (answer,)


def _typed(answer: Answer) -> tuple[str, ...]:
    return tuple(part for part in _parts(answer) if isinstance(part, str))
