"""The answers in the portal's order: carried over plain, changed ones with a bar and before."""

from itertools import groupby

from forms.agreement_packet.organization import Counts
from forms.agreement_packet.packet import Asked, Packet
from forms.agreement_packet.sheet_words import DOUBT, asked_label, said
from forms.agreement_packet.spec import STEPS, PacketSpec
from forms.filling import Filling
from forms.flow import Run, runs, tied
from forms.prose import heading, paragraph
from forms.spec import Heading, Paragraph
from forms.tables import Band, Cell, Entry, Note, Row, Table, table_runs
from forms.wording import Wording

_TOLD = {"A2": "what_to_expect", "A7": "review", "A8": "signature"}
"""Steps in which nothing is asked say something instead."""


def questions(
    packet: Packet, spec: PacketSpec, filling: Filling, counts: Counts
) -> tuple[Run, ...]:
    """Return every step with its questions and answers."""
    words = filling.wording
    notes = ("asked.own", "asked.marks") if packet.former else ("asked.own",)
    intro = tied(paragraph(Paragraph(notes, small=True), filling))
    by_step = {step: list(asked) for step, asked in groupby(_ordered(packet), lambda a: a.step)}
    rows: list[Entry] = []
    for step in STEPS:
        rows.append(Band(words.sentence(f"step.{step}")))
        rows += [_row(one, spec, words) for one in by_step.get(step, ())]
        if step not in by_step:
            rows.append(Note(_told(step, packet, words, counts)))
    heads = (words.label("col.question"), words.label("col.answer"))
    table = Table(heads, (0.42, 0.58), tuple(rows))
    return (*runs(heading(Heading("head.asked"), filling)), *runs(intro), *table_runs(table))


def _ordered(packet: Packet) -> list[Asked]:
    return sorted(packet.asked, key=lambda one: STEPS.index(one.step))


def _row(one: Asked, spec: PacketSpec, words: Wording) -> Row:
    label = asked_label(one.key, one.label, words)
    doubt = DOUBT if one.key in spec.doubtful else ""
    text = said(one.answer, one.key, words)
    under = ""
    if one.changed:
        former = said(one.was, one.key, words) or words.word("asked", "unanswered")
        under = f"{words.label('col.before')}: {former}"
    shown = text or words.word("asked", "unanswered")
    cells = (Cell(f"{label}{doubt}"), Cell(shown, bold=bool(text), under=under))
    return Row(cells, marked=one.changed)


def _told(step: str, packet: Packet, words: Wording, counts: Counts) -> str:
    if step not in _TOLD:
        return words.sentence("asked.nothing")
    if step == "A7" and not packet.former:
        return words.sentence("told.review_first")
    changed = sum(one.changed for one in packet.asked)
    carried = len(packet.asked) - changed
    sentence = words.sentence(f"told.{_TOLD[step]}")
    return sentence.format(changed=changed, carried=carried, signed=counts[1])
