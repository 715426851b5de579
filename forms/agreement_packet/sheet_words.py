"""Answers in the words of the packet; what it has no word for is printed as it was typed."""

from forms.answers import Answer, Word
from forms.wording import Wording

DOUBT = " °"


def said(answer: Answer, key: str, words: Wording) -> str:
    """Return the answer to `key` as it is printed, `""` where there is none."""
    parts = answer if isinstance(answer, tuple) else (answer,)
    return "; ".join(_part(part, key, words) for part in parts)


def role(word: str, words: Wording) -> str:
    """Return the name of a role."""
    return _part(Word(word), "role", words)


def asked_label(key: str, own: str, words: Wording) -> str:
    """Return the label of a question: the clinic's own words, ours, or else its name."""
    return own or words.tables["labels"].get(f"q.{key}", key)


def _part(part: Word | str, key: str, words: Wording) -> str:
    if isinstance(part, str):
        return part
    return words.word(key, part.key) if words.has_word(key, part.key) else part.key
