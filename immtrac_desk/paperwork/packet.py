"""The packet of the site agreement: an application, drawn to PDF bytes to be read and signed."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from forms.agreement_packet.packet import Asked, Change, Packet, PacketMarks, Signer
from forms.answers import Answer, Word
from forms.sheet import Stamp, Stroke
from immtrac_desk.domain.agreement import AgreementApplication, SiteAgreement
from immtrac_desk.domain.organization import ASKED, Organization
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.site_person import NamedPerson, SiteRole
from immtrac_desk.domain.words import Manner
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.glyphs import lacking
from immtrac_desk.paperwork.marks import MANNERS
from immtrac_desk.paperwork.packet_changes import (
    NOT_ANSWERED,
    Since,
    changed_answers,
    changed_people,
)
from immtrac_desk.paperwork.packet_words import (
    alike,
    by_name,
    holders,
    implied,
    names,
    printed_answer,
    printed_day,
    printed_person,
    written,
)
from immtrac_desk.paperwork.sheets import Drawn

PACKET = "AGREEMENT"
"""What the code on a packet says in the place of a stock number."""
_PHARMACY = "pharmacist_in_charge"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPaper:
    """One packet to draw.

    `questions` are the open ones, in their order; `base` is the agreement whose answers were
    carried over; `since` gives the day of a change by question or person id; `site_names` the
    names of other organizations by id; `signer_label` is a word of DT-14.
    Without a revision the newest is drawn.
    """

    application: AgreementApplication
    organization: Organization
    questions: tuple[Question, ...]
    language: str
    record_id: str
    paper_check: Callable[[str], str]
    practice: bool
    signer_label: str
    revision: str = ""
    base: SiteAgreement | None = None
    since: Since = field(default_factory=dict)
    site_names: Mapping[str, str] = field(default_factory=dict)
    marks: PacketMarks | None = None
    copy: bool = False
    draft: bool = False
    sample: bool = False


def draw_packet(paper: PacketPaper) -> Drawn:
    """Return the drawn packet; the same paper gives the same bytes.

    Raises InputError `text.not_on_sheet` beside the question (or `person.<field>`) whose text no
    sheet can print.
    """
    from forms.agreement_packet.render import render_packet  # heavy, and not needed to open

    packet = packet_of(paper)
    _refuse_unprintable(packet)
    made = render_packet(packet)
    return Drawn(
        pdf=made.pdf,
        digest=hashlib.sha256(made.pdf).hexdigest(),
        pages=made.pages,
        signature_page=made.signature_page,
        signature_box=made.signature_box,
    )


def packet_revision(day: date) -> str:
    """Return the revision of the packet that is in force on `day`."""
    from forms.agreement_packet.shelf import packet_in_force

    return packet_in_force(day)


def marks_on_packet(
    manner: Manner,
    signer: NamedPerson,
    signed_on: date,
    strokes: tuple[Stroke, ...] = (),
    seen_by: str = "",
) -> PacketMarks:
    """Return what a signing adds to the packet as it was read."""
    return PacketMarks(
        manner=MANNERS[manner],
        strokes=strokes,
        signed_text=printed_day(signed_on),
        name=written(signer),
        title=signer.title,
        licence_no=signer.licence_no or signer.npi,
        seen_by=seen_by,
    )


def packet_of(paper: PacketPaper) -> Packet:
    """Return the paper as the print shop takes it."""
    from forms.agreement_packet.shelf import packet_spec

    application, base = paper.application, paper.base
    revision = paper.revision or packet_spec().form.revision
    covered = "|".join((PACKET, paper.language, revision, paper.record_id))
    return Packet(
        kind=application.kind.value,
        revision=revision,
        language=paper.language,
        record_id=paper.record_id,
        check=paper.paper_check(covered),
        organization=str(application.answers.get("name", "") or paper.organization.name),
        site=dict(_site(paper)),
        people=tuple(printed_person(one) for one in by_name(application.people)),
        asked=tuple(_asked(paper)),
        changes=tuple(_changes(application, base, paper)) if base else (),
        former=base is not None,
        signer=_signer(paper),
        stamps=_stamps(paper),
        marks=paper.marks,
    )


def _changes(
    application: AgreementApplication, base: SiteAgreement, paper: PacketPaper
) -> Iterator[Change]:
    answers = (implied(base.answers), implied(application.answers))
    yield from changed_answers(paper.questions, answers, paper.since, paper.site_names)
    yield from changed_people(base.people, application.people, paper.since)


def _site(paper: PacketPaper) -> Iterator[tuple[str, Answer]]:
    """Yield the fields of the organization as applied for; a question not open has no answer."""
    for question in paper.questions:
        if question.id in ASKED:
            value = paper.application.answers.get(question.id)
            yield question.id, printed_answer(question, value, paper.site_names)


def _asked(paper: PacketPaper) -> Iterator[Asked]:
    for question in paper.questions:
        if question.id == "registration_type":
            kind = Word(paper.application.kind.value)
            yield Asked(key=question.id, step=question.step, answer=kind)
        elif question.kind is not QuestionKind.TOLD and not question.check.startswith("again:"):
            now, was = _answer(question, paper, now=True), _answer(question, paper, now=False)
            changed = paper.base is not None and not alike(now, was)
            yield Asked(
                key=question.id,
                step=question.step,
                answer=now,
                label=question.label,
                changed=changed,
                was=was if changed else "",
            )


def _answer(question: Question, paper: PacketPaper, *, now: bool) -> Answer:
    source = paper.application if now else paper.base
    if source is None:
        return ""
    if question.kind in NOT_ANSWERED:
        return names(holders(source.people, question.roles)) or Word("nobody")
    return printed_answer(question, implied(source.answers).get(question.id), paper.site_names)


def _signer(paper: PacketPaper) -> Signer:
    """Return the one signer; where there are several, the page is left open for their names.

    Of a pharmacy the pharmacist-in-charge may sign as well (DT-14.2).
    """
    also = (SiteRole.PHARMACIST_IN_CHARGE,) if paper.signer_label == _PHARMACY else ()
    roles = (SiteRole.SIGNER, *also)
    found = holders(paper.application.people, (role.value for role in roles))
    if len(found) != 1:
        return Signer(label=paper.signer_label)
    (one,) = found
    return Signer(
        label=paper.signer_label,
        name=written(one),
        title=one.title,
        licence_no=one.licence_no or one.npi,
    )


def _stamps(paper: PacketPaper) -> tuple[Stamp, ...]:
    asked = {
        Stamp.PRACTICE: paper.practice,
        Stamp.SAMPLE: paper.sample,
        Stamp.DRAFT: paper.draft,
        Stamp.COPY: paper.copy,
    }
    return tuple(stamp for stamp, wanted in asked.items() if wanted)


def _refuse_unprintable(packet: Packet) -> None:
    from forms.agreement_packet.texts import texts_of

    for key, text in texts_of(packet):
        letters = lacking(text.replace("\r\n", "\n").replace("\n", " "))
        if letters:
            code = f"U+{ord(letters[0]):04X} {unicodedata.name(letters[0], '')}"
            raise InputError("text.not_on_sheet", key, character=code)
