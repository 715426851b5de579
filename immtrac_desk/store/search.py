"""Search: finds a client by what a clerk types, misspellings included, inside the encrypted file.

Words are folded names (DT-22); near misses come from a vocabulary of one-letter deletions.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

import sqlalchemy as sa
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from sqlalchemy.dialects.sqlite import insert

from immtrac_desk.domain.client import Client, ClientMatch, PersonName
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import fold, said
from immtrac_desk.store import translate, typed_dates
from immtrac_desk.store.repositories.merges import Merges
from immtrac_desk.store.rows import client_names, clients, documents, drafts, name_del

LAST_LETTER = "\U0010ffff"
POOL = 1000
"""Candidates taken from the file before they are put in order."""
NEAR_WORDS = 60
LONGEST_NEAR = 40
SHORTEST_NEAR = 3
MOST_WORDS = 8

_JOINT = str.maketrans(dict.fromkeys("-'’ʼ.,;/&", " "))
_LOOKS = str.maketrans("OIL", "011")
"""Letters that the alphabet of record ids leaves out, read as what they look like."""


def words_of(*parts: str) -> set[str]:
    """Every folded word by which a name may be begun: each part whole, and piece by piece."""
    spaced = [word for part in parts for word in part.split()]
    pieces = [piece for part in parts for piece in part.translate(_JOINT).split()]
    return {word for word in map(fold, chain(parts, spaced, pieces)) if word}


def index(connection: sa.Connection, client: Client, earlier: Iterable[Client] = ()) -> None:
    """Make `client` found by its names, former names, names of earlier versions and numbers."""
    current = words_of(*_parts(client.name), client.name_as_written)
    former = (*client.former_names, *(version.name for version in earlier))
    past = words_of(*chain.from_iterable(map(_parts, former))) - current
    numbers = {fold(client.chart_no), fold(client.immtrac2_id)} - {""}
    kinds = (("name", current), ("former_name", past), ("number", numbers))
    rows = [
        {"word": word, "kind": kind, "client_id": client.id}
        for kind, words in kinds
        for word in sorted(words)
    ]
    connection.execute(client_names.delete().where(client_names.c.client_id == client.id))
    if rows:
        connection.execute(client_names.insert(), rows)
    _learn(connection, current | past)


def find(connection: sa.Connection, text: str, limit: int) -> tuple[ClientMatch, ...]:
    """Return at most `limit` matches, surest first; a merged client as the one that stands for it.

    Numbers and record ids are tried with the whole text; a date or a year in it narrows the names
    beside it.
    """
    found: dict[str, str] = {}
    for client_id in _by_number(connection, text):
        found.setdefault(client_id, "number")
    for client_id in _by_record(connection, text):
        found.setdefault(client_id, "record_id")
    days, rest = typed_dates.taken(text)
    words = _words(rest)
    if days:
        _by_date(connection, words, days, found, limit)
    elif not _by_year(connection, text, found, limit):
        _by_name(connection, words, sa.true(), found, limit)
    return _matches(connection, found, words)[:limit]


def namesakes(connection: sa.Connection, client: Client) -> tuple[ClientId, ...]:
    """Other clients, not merged away, with this birth date and folded last name (DT-22)."""
    query = sa.select(clients.c.id, clients.c.last_name).where(
        clients.c.born_on == client.born_on, clients.c.id != client.id
    )
    gone, wanted = Merges(connection).all(), fold(said(client.name.last))
    return tuple(
        ClientId(row.id)
        for row in connection.execute(query.order_by(clients.c.id))
        if row.id not in gone and fold(said(row.last_name)) == wanted
    )


def _parts(name: PersonName) -> tuple[str, str, str]:
    return said(name.last), said(name.first), said(name.middle)


def _deletions(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _learn(connection: sa.Connection, words: set[str]) -> None:
    short = {w for w in words if SHORTEST_NEAR <= len(w) <= LONGEST_NEAR}
    here = name_del.c.word.in_(short) & (name_del.c["del"] == name_del.c.word)
    known = set(connection.scalars(sa.select(name_del.c.word).where(here)))
    rows = [{"del": d, "word": w} for w in sorted(short - known) for d in sorted(_deletions(w))]
    if rows:
        connection.execute(insert(name_del).on_conflict_do_nothing(), rows)


def _by_number(connection: sa.Connection, text: str) -> Sequence[str]:
    here = (client_names.c.word == fold(text)) & (client_names.c.kind == "number")
    return connection.scalars(sa.select(client_names.c.client_id).where(here).limit(POOL)).all()


def _by_record(connection: sa.Connection, text: str) -> Sequence[str]:
    letters = fold(text).translate(_LOOKS)
    if len(letters) != 16:
        return ()
    record = "-".join(letters[i : i + 4] for i in range(0, 16, 4))
    drafted = sa.select(drafts.c.client_id).where(drafts.c.record_id == record)
    filed = sa.select(documents.c.client_id).where(documents.c.id == record)
    every = sa.union(filed, drafted)
    return connection.scalars(every).all()


def _words(text: str) -> list[str]:
    return [word for word in map(fold, text.replace(",", " ").split()) if word][:MOST_WORDS]


def _by_date(
    connection: sa.Connection,
    words: list[str],
    days: tuple[date, ...],
    found: dict[str, str],
    limit: int,
) -> None:
    born = clients.c.born_on.in_(days)
    _by_name(connection, words, born, found, limit)
    if not found:  # a date alone, or beside a name that nobody born then has
        for client_id in connection.scalars(sa.select(clients.c.id).where(born).limit(POOL)):
            found.setdefault(client_id, "birth_date")


def _by_year(connection: sa.Connection, text: str, found: dict[str, str], limit: int) -> bool:
    """True if a name beside a year of birth finds somebody (`hernandez 2009`)."""
    year, rest = typed_dates.year_taken(text)
    before = len(found)
    if year:  # alone it would be a twentieth of the file, and finds nobody
        born = clients.c.born_on.between(date(year, 1, 1), date(year, 12, 31))
        _by_name(connection, _words(rest), born, found, limit)
    return len(found) > before


def _by_name(
    connection: sa.Connection,
    words: list[str],
    born: sa.ColumnElement[bool],
    found: dict[str, str],
    limit: int,
) -> None:
    if not words:
        return
    begins = [client_names.c.word.between(w, w + LAST_LETTER) for w in words]
    for by, kinds in (("name", ("name",)), ("former_name", ("name", "former_name"))):
        for row in connection.execute(_having(begins, kinds, born)):
            found.setdefault(row.client_id, by)
    if len(found) < limit:
        sounds = [client_names.c.word.in_(_near_words(connection, w)) for w in words]
        for row in connection.execute(_having(sounds, ("name", "former_name"), born)):
            found.setdefault(row.client_id, "near")


def _having(
    tests: Sequence[sa.ColumnElement[bool]], kinds: tuple[str, ...], born: sa.ColumnElement[bool]
) -> sa.Select[Any]:
    """Clients that have, for every test, a word of these kinds that passes it."""
    named = client_names.c.kind.in_(kinds)
    first, *others = tests
    query = sa.select(client_names.c.client_id).distinct()
    query = query.join(clients, clients.c.id == client_names.c.client_id).where(first, named, born)
    for test in others:
        same = sa.select(client_names.c.client_id).where(test, named)
        query = query.where(client_names.c.client_id.in_(same))
    return query.limit(POOL)


def _near_words(connection: sa.Connection, word: str) -> list[str]:
    """Known words at most two slips away, one for short words, nearest first; itself too."""
    if not SHORTEST_NEAR <= len(word) <= LONGEST_NEAR:
        return [word]
    slips = 1 if len(word) < 5 else 2
    query = sa.select(name_del.c.word).where(name_del.c["del"].in_(_deletions(word))).distinct()
    far = {other: OSA.distance(word, other) for other in connection.scalars(query)}
    near = [other for other, distance in far.items() if distance <= slips]
    return [word, *sorted(near, key=lambda other: (far[other], other))[:NEAR_WORDS]]


def _matches(
    connection: sa.Connection, found: dict[str, str], words: list[str]
) -> tuple[ClientMatch, ...]:
    stands_for = Merges(connection).all()
    how: dict[str, str] = {}
    for client_id, by in found.items():
        how.setdefault(stands_for.get(ClientId(client_id), client_id), by)
    columns = [clients.c[n] for n in ("id", "last_name", "first_name", "middle_name")]
    query: sa.Select[Any] = sa.select(*columns, clients.c.born_on, clients.c.chart_no)
    ids = list(how)
    rows = chain.from_iterable(
        connection.execute(query.where(clients.c.id.in_(ids[i : i + POOL])))
        for i in range(0, len(ids), POOL)
    )
    matches = (translate.match_of(row, how[row.id]) for row in rows)
    typed = " ".join(words)
    return tuple(sorted(matches, key=lambda match: _order(match, typed)))


SURENESS = ("number", "record_id", "name", "birth_date", "former_name", "near")


def _order(match: ClientMatch, typed: str) -> tuple[int, float, str, str]:
    last, first, _ = map(fold, _parts(match.name))
    likeness = max(fuzz.ratio(typed, f"{last} {first}"), fuzz.ratio(typed, f"{first} {last}"))
    distance = 100 - likeness if match.found_by == "near" else 0
    return SURENESS.index(match.found_by), distance, f"{last} {first}", match.id
