"""What a passphrase must be: long and not to be guessed; nothing about its letters."""

import re
from collections.abc import Iterable

from immtrac_desk.errors import InputError
from immtrac_desk.vault.naming import folded
from immtrac_desk.vault.stretching import normal

LEAST = 15
MOST = 1024
_LEAST_BEYOND_KNOWN_WORDS = 8
_LEAST_SCORE = 2
# zxcvbn slows down steeply with length; if the beginning is hard to guess, the whole is.
_WEIGHED = 72
_PROGRAM_WORDS = ("immtrac", "immtrac2", "desk", "texas", "clinic", "vaccine", "consent", "vault")


def weigh(
    passphrase: str, staff_name: str, *, practice: bool = False, clinic_words: Iterable[str] = ()
) -> None:
    """Pass in silence, or InputError on the field `passphrase` (NIST SP 800-63B-4, 3.1.1).

    `passphrase.empty`, `passphrase.short` (least, typed), `passphrase.long` (most, typed),
    `passphrase.known_words` (about: staff_name, clinic or program), `passphrase.guessable`
    (pattern, score). Lengths are code points after NFKC. A practice vault asks only for one.
    """
    typed = normal(passphrase)
    if not typed:
        raise _refusal("empty")
    if len(typed) > MOST:
        raise _refusal("long", most=MOST, typed=len(typed))
    if practice:
        return
    if len(typed) < LEAST:
        raise _refusal("short", least=LEAST, typed=len(typed))
    known = {
        "staff_name": _words(staff_name),
        "clinic": _words(" ".join(clinic_words)),
        "program": frozenset(_PROGRAM_WORDS),
    }
    _refuse_known_words(folded(typed), known)
    _refuse_guessable(typed, frozenset().union(*known.values()))


def _refuse_known_words(typed: str, known: dict[str, frozenset[str]]) -> None:
    """Refuse what has little left once the words everybody here knows are taken out."""
    for about, words in known.items():
        rest = typed
        for word in sorted(words, key=len, reverse=True):
            rest = rest.replace(word, "")
        if rest != typed and len(re.sub(r"[\W\d_]", "", rest)) < _LEAST_BEYOND_KNOWN_WORDS:
            raise _refusal("known_words", about=about)


def _refuse_guessable(typed: str, known: frozenset[str]) -> None:
    # Its word lists take long to load, and only the making of a passphrase needs them.
    from zxcvbn import zxcvbn

    weighed = zxcvbn(typed[:_WEIGHED], user_inputs=sorted(known))
    if weighed["score"] < _LEAST_SCORE:
        widest = max(weighed["sequence"], key=lambda match: len(match["token"]))
        raise _refusal("guessable", pattern=widest["pattern"], score=weighed["score"])


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.split(r"\W+", folded(text)) if len(word) >= 3)


def _refusal(kind: str, **facts: str | int) -> InputError:
    return InputError(f"passphrase.{kind}", "passphrase", **facts)
