"""Records to the flat texts of a packet: answers, people, changes, signer, stamps."""

from collections.abc import Iterator

from forms.agreement_packet.packet import Asked, Change, Packet, Signer
from forms.answers import Answer, Word
from forms.sheet import Stamp
from immtrac_desk.domain.agreement import AgreementApplication, SiteAgreement
from immtrac_desk.domain.organization import ASKED
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.paperwork.packet_changes import NOT_ANSWERED, changed_answers, changed_people
from immtrac_desk.paperwork.packet_paper import PacketPaper
from immtrac_desk.paperwork.packet_words import (
    alike,
    by_name,
    holders,
    implied,
    names,
    printed_answer,
    printed_person,
    written,
)

PACKET = "AGREEMENT"
"""What the code on a packet says in the place of a stock number."""
_PHARMACY = "pharmacist_in_charge"


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
