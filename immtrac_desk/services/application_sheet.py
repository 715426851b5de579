"""The packet of an application: read on the screen, or printed for a pen and logged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from forms.agreement_packet.packet import PacketMarks
from immtrac_desk.domain.agreement import AgreementApplication
from immtrac_desk.domain.ids import ApplicationId
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.law.agreement_signer import signer_label
from immtrac_desk.law.agreement_triggers import triggers
from immtrac_desk.law.application_state import EDITABLE
from immtrac_desk.law.questions import changed, open_questions
from immtrac_desk.paperwork.packet import PacketPaper, draw_packet, packet_revision
from immtrac_desk.paperwork.sheets import Drawn
from immtrac_desk.sayings import LANGUAGES
from immtrac_desk.services.application_file import (
    ApplicationFile,
    changes_of,
    findings_of,
    is_error,
    need_state,
    open_application,
)
from immtrac_desk.services.application_keep import put_application
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPacket:
    """`language` is `en` or `es`."""

    application_id: ApplicationId
    language: str


def print_packet(command: PrintPacket, uow: UnitOfWork, occasion: Occasion) -> Outcome[bytes]:
    """Return the packet for a printer and a pen, and log its digest: only these bytes are filed.

    Raises RefusedError `application.not_editable`, `application.incomplete` with findings.
    """
    file = open_application(command.application_id, uow, occasion)
    need_state(file, EDITABLE, "application.not_editable", occasion)
    refuse_incomplete(file, occasion)
    drawn = draw_packet(packet_paper(file, command.language, uow, occasion))
    put_application(file.application, uow)
    line = entry(
        occasion,
        "packet_prepared",
        document_digest=drawn.digest,
        organization=file.ground.organization.id,
        application=file.application.id,
        language=command.language,
    )
    return Outcome(drawn.pdf, (line,), changes_of(file))


def read_packet(file: ApplicationFile, language: str, uow: UnitOfWork, occasion: Occasion) -> Drawn:
    """Return the packet as it stands, however incomplete; nothing is logged."""
    return draw_packet(packet_paper(file, language, uow, occasion))


def refuse_incomplete(file: ApplicationFile, occasion: Occasion) -> None:
    """Raise RefusedError `application.incomplete` with everything that is missing or wrong."""
    errors = tuple(f for f in findings_of(file, occasion) if is_error(f))
    if errors:
        raise RefusedError("application.incomplete", errors)


def packet_paper(
    file: ApplicationFile,
    language: str,
    uow: UnitOfWork,
    occasion: Occasion,
    marks: PacketMarks | None = None,
) -> PacketPaper:
    """Return the packet before it is drawn. Raises InputError `packet.language`."""
    if language not in LANGUAGES:
        raise InputError("packet.language", "language")
    application = tidy_application(file)
    organization, answers = file.ground.organization, file.answers
    return PacketPaper(
        application=application,
        organization=organization,
        questions=open_questions(file.questions, answers, file.asking(occasion.law)),
        language=language,
        record_id=application.id,
        paper_check=occasion.paper_check,
        practice=occasion.practice,
        signer_label=signer_label(str(answers.get("org_type", ""))),
        revision=packet_revision(occasion.today),
        base=file.base,
        since=dict(_since(file, uow, occasion.today)),
        site_names=_parents(file, uow),
        marks=marks,
    )


def tidy_application(file: ApplicationFile) -> AgreementApplication:
    """Return the application with its answers as a paper shows them."""
    return replace(file.application, answers=file.answers)


def _parents(file: ApplicationFile, uow: UnitOfWork) -> dict[str, str]:
    """The names of the sites that the answers name as parent, before and now."""
    former = file.base.answers if file.base else {}
    named = {answers.get("parent_id") for answers in (file.answers, former)} - {None}
    sites = uow.organizations.all() if named else ()
    return {site.id: site.name for site in sites if site.id in named}


def _since(file: ApplicationFile, uow: UnitOfWork, on: date) -> Iterator[tuple[str, date]]:
    """Yield the day of each change that the roster or the site's record knows of."""
    if file.base is None:
        return
    site, ground = file.ground.organization, file.ground

    def changed_on(name: str) -> date | None:
        return uow.organizations.changed_on(site.id, name)

    people = tuple(ground.people.values())
    for trigger in triggers(file.base, site, people, ground.roles, (), changed_on, on):
        if trigger.person_id is not None:
            yield trigger.person_id, trigger.since
    for name in changed(file.answers, file.base.answers):
        if hasattr(site, name) and getattr(site, name) == file.answers.get(name):
            day = changed_on(name)
            if day is not None:
                yield name, day
