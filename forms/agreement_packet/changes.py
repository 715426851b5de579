"""What changed since last time: what, before, now, since when."""

from forms.agreement_packet.packet import Change, Packet
from forms.agreement_packet.sheet_words import said
from forms.answers import Answer, Word
from forms.filling import Filling
from forms.flow import Run, runs, tied
from forms.prose import heading, paragraph
from forms.spec import Heading, Paragraph
from forms.tables import Cell, Row, Table, table_runs
from forms.wording import Wording


def changes(packet: Packet, filling: Filling) -> tuple[Run, ...]:
    """Return the table of changes, or the sentence that says why there is none."""
    words = filling.wording
    key = "changes.some" if packet.changes else "changes.none"
    sentence = "changes.first" if not packet.former else key
    lead = heading(Heading("head.changes"), filling)
    what = paragraph(Paragraph((sentence,), small=True), filling)
    if not packet.changes:
        return runs((*lead, *what))
    heads = tuple(words.label(f"col.{part}") for part in ("what", "before", "now", "since"))
    rows = tuple(_row(one, words) for one in packet.changes)
    return (*runs((*lead, *tied(what))), *table_runs(Table(heads, (0.3, 0.28, 0.28, 0.14), rows)))


def _row(one: Change, words: Wording) -> Row:
    key = one.key
    return Row(
        (
            Cell(_what(one.what, words), bold=True),
            Cell(said(one.before, key, words) or "–"),
            Cell(said(one.after, key, words) or "–"),
            Cell(one.since or "–"),
        )
    )


def _what(what: Answer, words: Wording) -> str:
    """Return what changed: words are labels of the wording, joined by a colon."""
    parts = what if isinstance(what, tuple) else (what,)
    return ": ".join(
        words.tables["labels"].get(part.key, part.key) if isinstance(part, Word) else part
        for part in parts
    )
