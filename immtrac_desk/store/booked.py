"""Papers held against the book: each is the one its line tells of, and each line has its paper."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.store.rows import (
    agreement_files,
    agreement_papers,
    answers,
    attachments,
    documents,
    letter_runs,
    prints,
)

Filed = tuple[str, str, str]
"""A drawer, what a line of the book calls the paper in it, and the digest of its bytes."""

_FACTS = {
    "file_attached": (attachments, "attachment"),
    "agreement_file_kept": (agreement_files, "agreement_file"),
    "person_file_kept": (agreement_files, "agreement_file"),
    "application_signed": (agreement_papers, "agreement_paper"),
    "answer_taken": (answers, "answer"),
    "letters_run": (letter_runs, "letter_run"),
}
"""The lines that file a paper and name it by a fact. Looks and reprints tell of it too: later,
and with the digest that lies there by then, so they prove nothing."""


def noted(book: Iterable[AuditEntry], told: set[Filed]) -> Iterator[AuditEntry]:
    """Pass the lines on, and put into `told` what each of them filed."""
    for line in book:
        filed = _filed_by(line)
        if filed is not None:
            told.add(filed)
        yield line


def differing(connection: sa.Connection, told: set[Filed]) -> Iterator[str]:
    """Yield the place of every paper that the book does not tell of, or that is gone from it."""
    held = set(_held(connection))
    # an act may tell of two documents, and none goes while the acts refer to it
    gone = {filed for filed in told - held if filed[0] != documents.name}
    yield from sorted({f"{drawer} {name}" for drawer, name, _ in (held - told) | gone})


def _filed_by(line: AuditEntry) -> Filed | None:
    if line.act in _FACTS:
        table, fact = _FACTS[line.act]
        digest = line.document_digest or str(line.facts.get("digest", ""))
        return table.name, str(line.facts.get(fact, "")), digest
    if line.act == "print_prepared":
        return prints.name, line.document_id, line.document_digest
    if line.act_id and line.document_digest:
        return documents.name, line.document_id, line.document_digest
    return None


def _held(connection: sa.Connection) -> Iterator[Filed]:
    # a print is known by the record it carries
    drawers = {table: table.c.id for table, _ in _FACTS.values()}
    for table, name in {**drawers, documents: documents.c.id, prints: prints.c.record_id}.items():
        query = sa.select(name, table.c.digest).where(table.c.digest != "")
        for row_id, digest in connection.execute(query):
            yield table.name, row_id, digest
