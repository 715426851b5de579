"""DT-11: who is written to from a list, to whom the letter goes, and why there is none."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.values import said
from immtrac_desk.law.age import is_minor
from immtrac_desk.law.history import counting
from immtrac_desk.law.parameters import LawSettings

LETTERS: dict[str, str] = {
    "turning_18": "turning_18",
    "pending_adult": "pending_adult",
    "last_chance": "last_chance",
    "disaster_data": "dir_campaign",
    "record_request": "pending_adult",
}
"""Every letter, and the list whose clients it is first of all for. A list calls for the first."""

LATELY = 30
"""Days within which whoever sends the same letter again is told so first (house)."""
TO_ANYBODY = frozenset({"record_request"})
"""Letters that are true for every client, whatever list they stand on (161.008(e))."""


@dataclass(frozen=True, slots=True)
class LetterVerdict:
    """`to` is `client` or `parent`; `left_out` says why there is no letter, `""` where there is.

    `left_out` is, in this order, `died`, `opt_out`, `not_on_list` or `no_address`.
    `responsible` is the person a parent's letter names, None where nobody is on record.
    """

    to: str
    left_out: str = ""
    responsible: ResponsiblePerson | None = None


def letter_to(
    client: Client,
    lists: Collection[str],
    responsible: Sequence[ResponsiblePerson],
    letter: str,
    on: date,
    settings: LawSettings,
    *,
    died: bool = False,
) -> LetterVerdict:
    """Return to whom `letter` goes on `on`, or why it does not.

    `lists` are the codes of the lists on which the client stands that day.
    """
    left_out = _left_out(client, lists, letter, died)
    if not is_minor(client.born_on, on, settings):
        return LetterVerdict("client", left_out)
    return LetterVerdict("parent", left_out, contact_of(responsible, on))


def letter_for(list_code: str) -> str:
    """Return the letter that a list calls for, `""` where it calls for none."""
    return next((letter for letter, code in LETTERS.items() if code == list_code), "")


def contact_of(responsible: Sequence[ResponsiblePerson], on: date) -> ResponsiblePerson | None:
    """Return the primary person responsible who is still in that place on `on` (E21)."""
    here = [one for one in responsible if one.until is None or on < one.until]
    return next((one for one in here if one.primary), None)


def last_letter_on(acts: Iterable[Act], on: date, letter: str = "") -> date | None:
    """Return the day of the last letter made by `on`, None where there was none.

    With `letter`, only letters of that kind count.
    """
    made = (act for act in counting(acts, on) if act.kind is ActKind.LETTER_MADE)
    days = (act.on for act in made if not letter or act.facts.get("letter") == letter)
    return max(days, default=None)


def written_lately(last_on: date | None, on: date) -> bool:
    """True where the same letter was made within the `LATELY` days before `on` (house)."""
    return last_on is not None and (on - last_on).days <= LATELY


def _left_out(client: Client, lists: Collection[str], letter: str, died: bool) -> str:
    if died:
        return "died"
    if client.contact_opt_out:
        return "opt_out"
    if letter not in TO_ANYBODY and LETTERS[letter] not in lists:
        return "not_on_list"
    home = client.address
    whole = all(said(part).strip() for part in (home.street, home.city, home.zip_code))
    return "" if whole else "no_address"
