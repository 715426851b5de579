"""Sign an application: on the screen as it was read, or with a pen on the very print."""

import hashlib
from dataclasses import dataclass, replace

from immtrac_desk.domain.agreement import (
    AgreementPaper,
    ApplicationState,
    ApplicationStep,
    StepKind,
)
from immtrac_desk.domain.ids import PaperId
from immtrac_desk.domain.site_person import NamedPerson, SitePerson
from immtrac_desk.domain.values import clean
from immtrac_desk.domain.words import Manner
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.application_state import EDITABLE
from immtrac_desk.law.signing import manners
from immtrac_desk.paperwork.packet import PacketPaper, draw_packet, marks_on_packet
from immtrac_desk.services.agreement_commands import SignApplication
from immtrac_desk.services.agreement_files import keep_file
from immtrac_desk.services.agreement_ground import named
from immtrac_desk.services.application_file import (
    ApplicationFile,
    changes_of,
    enter_step,
    is_error,
    need_state,
    open_application,
    signer_findings,
    told,
)
from immtrac_desk.services.application_keep import put_application
from immtrac_desk.services.application_record import version_of
from immtrac_desk.services.application_sheet import (
    packet_paper,
    refuse_incomplete,
    tidy_application,
)
from immtrac_desk.services.local_day import local_day
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.recordable import on_the_pad
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.unit_of_work import UnitOfWork

MOST_PRINTS = 10_000


@dataclass(frozen=True, slots=True)
class _Signed:
    """The bytes to file and the digest of what was read."""

    pdf: bytes
    digest_read: str
    revision: str


def sign_application(
    command: SignApplication, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementPaper]:
    """File the signed packet; the application and its people are frozen with it.

    Raises RefusedError `application.not_editable`, `application.signed_already`,
    `application.incomplete` and `application.signer` with findings, `sheet.changed`, `print.*`;
    InputError `date.future`, `signature.*` beside its field, `attach.*`.
    """
    file = open_application(command.application_id, uow, occasion)
    verdict = need_state(file, EDITABLE, "application.not_editable", occasion)
    if verdict.state is ApplicationState.SIGNED_NOT_SENT:
        raise RefusedError("application.signed_already")
    refuse_incomplete(file, occasion)
    signer = _signer(command, file, occasion)
    _refuse_signature(command, occasion)
    signed = _drawn(command, _named(signer, file), file, uow, occasion)
    paper = _paper(command, signer, signed, file, occasion)
    put_application(replace(tidy_application(file), saved_at=occasion.now), uow)
    uow.agreement_papers.add(paper, signed.pdf)
    scan = keep_file(file, "scan", command.scan, uow, occasion)
    step = _step(command, paper, file, uow, occasion)
    done = told(
        file,
        step,
        occasion,
        digest=paper.digest,
        row="DT-12.7",
        agreement_paper=paper.id,
        manner=paper.manner.value,
        language=paper.language,
    )
    return Outcome(paper, (*done.entries, *scan.entries), changes_of(file))


def _signer(command: SignApplication, file: ApplicationFile, occasion: Occasion) -> SitePerson:
    if command.signed_on > occasion.today:
        raise InputError("date.future", "signed_on")
    found = signer_findings(file, command.signer_id, command.signed_on, occasion)
    errors = tuple(finding for finding in found if is_error(finding))
    if errors:
        raise RefusedError("application.signer", errors)
    return file.ground.people[command.signer_id]


def _refuse_signature(command: SignApplication, occasion: Occasion) -> None:
    """Raise InputError for ink that cannot be read, is missing, or was made on another day."""
    if command.manner not in manners(occasion.law):
        raise InputError("signature.paper_only", "signature")
    if command.manner is Manner.WET_INK:
        if not clean(command.seen_by, "seen_by"):
            raise InputError("signature.seen_by", "seen_by")
        return
    if command.manner is not Manner.INK_ON_SCREEN:
        raise InputError("application.by_mark", "signature")
    if command.signed_on != occasion.today:
        raise InputError("signature.not_today", "signed_on")
    if not any(command.strokes):
        raise InputError("signature.missing", "signature")
    if not all(on_the_pad(point) for stroke in command.strokes for point in stroke):
        raise InputError("signature.strokes", "signature")


def _drawn(
    command: SignApplication,
    signer: NamedPerson,
    file: ApplicationFile,
    uow: UnitOfWork,
    occasion: Occasion,
) -> _Signed:
    paper = packet_paper(file, command.language, uow, occasion)
    read = draw_packet(paper)
    if command.manner is Manner.WET_INK:
        _refuse_other_print(read.digest, command, file, uow, occasion)
        return _Signed(read.pdf, read.digest, paper.revision)
    if read.digest != command.digest_read:
        raise RefusedError("sheet.changed")
    return _Signed(_with_ink(command, signer, paper), read.digest, paper.revision)


def _with_ink(command: SignApplication, signer: NamedPerson, paper: PacketPaper) -> bytes:
    marks = marks_on_packet(
        command.manner, signer, command.signed_on, command.strokes, seen_by=command.seen_by
    )
    return draw_packet(replace(paper, marks=marks)).pdf


def _refuse_other_print(
    digest: str,
    command: SignApplication,
    file: ApplicationFile,
    uow: UnitOfWork,
    occasion: Occasion,
) -> None:
    """What is filed is the very print that was signed, and nobody signs before it was printed."""
    wanted = AuditFilter(acts=("packet_prepared",))
    prints = [
        line
        for line in uow.audit.page(wanted, MOST_PRINTS)
        if line.facts.get("application") == file.application.id
    ]
    same = [line.at for line in prints if line.document_digest == digest]
    if not same:
        raise RefusedError("print.stale" if prints else "print.missing")
    if command.signed_on < local_day(min(same), occasion):
        raise InputError("print.later", "signed_on")


def _named(signer: SitePerson, file: ApplicationFile) -> NamedPerson:
    known = {one.person_id: one for one in file.application.people}
    return known.get(signer.id) or named(signer, (), ())


def _paper(
    command: SignApplication,
    signer: SitePerson,
    signed: _Signed,
    file: ApplicationFile,
    occasion: Occasion,
) -> AgreementPaper:
    return AgreementPaper(
        id=PaperId(occasion.new_id()),
        organization_id=file.ground.organization.id,
        application_id=file.application.id,
        language=command.language,
        revision=signed.revision,
        signer_id=signer.id,
        signer_name=signer.written,
        signer_title=signer.title,
        licence_no=signer.licence_no or signer.npi,
        signed_on=command.signed_on,
        manner=command.manner,
        seen_by=clean(command.seen_by, "seen_by"),
        filed_at=occasion.now,
        by=occasion.actor.id,
        digest_read=signed.digest_read,
        digest=hashlib.sha256(signed.pdf).hexdigest(),
    )


def _step(
    command: SignApplication,
    paper: AgreementPaper,
    file: ApplicationFile,
    uow: UnitOfWork,
    occasion: Occasion,
) -> ApplicationStep:
    return enter_step(
        file,
        StepKind.SIGNED,
        command.signed_on,
        uow,
        occasion,
        paper_id=paper.id,
        signer_id=paper.signer_id,
        manner=command.manner.value,
        language=command.language,
        record_version=version_of(file.ground.organization.id, uow),
    )
