"""A client's whole record as pages to hand over: for whoever asks what is kept about them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from forms.flow import Run, runs
from forms.plain_page import PageHead, pages_pdf
from forms.plain_pieces import facts, heading, note, paragraph
from forms.record_entries import RecordPerson, RecordSummary
from forms.shown import shown
from forms.tables import Cell, Row, Table, table_runs
from forms.typeface import load
from forms.word_table import word_table

_WORDS = Path(__file__).parent / "record_summary.toml"
_FACTS = (
    *("name", "birth_date", "gender", "address", "phone", "email", "former_names", "mother"),
    *("language", "race", "ethnicity", "site", "chart_no", "immtrac2_id"),
)
_DIGEST = 16
"""A digest is broken after so many letters, so that it can be read aloud and compared."""
Line = Sequence[str | Cell]


def record_summary_pdf(record: RecordSummary) -> bytes:
    """Return the summary as a PDF; the same record gives the same bytes.

    Raises ValueError for another language than `en` and `es`, or a stamp there is none of.
    """
    load()
    words = word_table(_WORDS, record.language)
    head = PageHead(
        language=record.language,
        kicker=words["kicker"],
        title=words["title"],
        under=words["under"],
        whose=record.organization,
        honest=words["honest"],
        printed=record.printed,
        stamps=record.stamps,
    )
    return pages_pdf(head, tuple(_content(record, words)))


def _content(record: RecordSummary, words: dict[str, str]) -> Iterator[Run]:
    yield from _person(record.person, words)
    if record.responsible:
        rows = [(_bold(r.name), r.relation, r.contact, r.note) for r in record.responsible]
        columns = (("name", 0.3), ("relation", 0.18), ("contact", 0.28), ("note", 0.24))
        yield from _table("responsible", columns, rows, words)
    yield from _consents(record, words)
    yield from _doses(record, words)
    yield from _readings(record, words)
    acts = [(a.on, Cell(shown(a.what), under=shown(a.note)), a.by) for a in record.acts]
    yield from _table("acts", (("on", 0.2), ("act", 0.56), ("by", 0.24)), acts, words)
    if record.tasks:
        tasks = [(t.on, Cell(shown(t.what), under=shown(t.note)), t.state) for t in record.tasks]
        yield from _table("tasks", (("on", 0.2), ("task", 0.5), ("done", 0.3)), tasks, words)
    yield from _documents(record, words)


def _person(person: RecordPerson, words: dict[str, str]) -> Iterator[Run]:
    yield Run(heading(words["head.person"]))
    yield from runs(paragraph(person.status, bold=True))
    for text in person.notes:
        yield from runs(paragraph(text))
    said = {name: getattr(person, name) for name in _FACTS}
    said["former_names"] = "; ".join(map(shown, person.former_names))
    said["address"] = ", ".join(map(shown, person.address))
    yield from runs(facts([(words[f"fact.{name}"], said[name]) for name in _FACTS]))


def _consents(record: RecordSummary, words: dict[str, str]) -> Iterator[Run]:
    rows = []
    for one in record.consents:
        form = " · ".join(map(shown, filter(None, (one.form, one.record_id))))
        span = " – ".join(filter(None, (shown(one.in_effect_on), shown(one.ended_on))))
        what = Cell(shown(one.what), bold=True, under=form)
        rows.append((what, one.signed_on, one.signer, span, one.state))
    columns = (
        *(("what", 0.3), ("signed", 0.13), ("signer", 0.2), ("effect", 0.15)),
        ("state", 0.22),
    )
    yield from _table("consents", columns, rows, words)


def _doses(record: RecordSummary, words: dict[str, str]) -> Iterator[Run]:
    rows = []
    for one in record.doses:
        code = " · ".join(map(shown, filter(None, (one.code, one.prescriber))))
        rows.append(
            (
                one.given_on,
                Cell(shown(one.vaccine), bold=True, under=code),
                Cell(shown(one.lot), under=shown(one.manufacturer)),
                Cell(shown(one.place), under=shown(one.eligibility)),
                Cell(shown(one.state), under=shown(one.note)),
            )
        )
    columns = (
        *(("given", 0.12), ("vaccine", 0.26), ("lot", 0.17), ("place", 0.2)),
        ("report", 0.25),
    )
    yield from _table("doses", columns, rows, words)


def _readings(record: RecordSummary, words: dict[str, str]) -> Iterator[Run]:
    rows = [(r.on, r.what, Cell(shown(r.said), under=shown(r.by))) for r in record.readings]
    columns = (("on", 0.14), ("read", 0.22), ("said", 0.64))
    yield from _table("readings", columns, rows, words, "note.readings")


def _documents(record: RecordSummary, words: dict[str, str]) -> Iterator[Run]:
    rows = [
        (one.on, _bold(one.title), str(one.pages), _grouped(one.digest)) for one in record.documents
    ]
    columns = (("on", 0.13), ("title", 0.34), ("pages", 0.08), ("digest", 0.45))
    yield from _table("documents", columns, rows, words, "note.documents")


def _table(
    name: str,
    columns: Sequence[tuple[str, float]],
    rows: Iterable[Line],
    words: dict[str, str],
    under: str = "",
) -> Iterator[Run]:
    yield Run(heading(words[f"head.{name}"]))
    made = tuple(Row(tuple(_cell(part) for part in row)) for row in rows)
    if not made:
        yield from runs(paragraph(words["none"]))
        return
    heads = tuple(words[f"col.{column}"] for column, _ in columns)
    yield from table_runs(Table(heads, tuple(share for _, share in columns), made))
    if under:
        yield from runs(note(words[under]))


def _cell(part: str | Cell) -> Cell:
    return part if isinstance(part, Cell) else Cell(shown(part))


def _bold(text: str) -> Cell:
    return Cell(shown(text), bold=True)


def _grouped(digest: str) -> str:
    text = shown(digest)
    return " ".join(text[at : at + _DIGEST] for at in range(0, len(text), _DIGEST))
