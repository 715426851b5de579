"""Keep a file beside a person: a confidentiality statement, a proof, a scan."""

from dataclasses import dataclass, field

from immtrac_desk.domain.agreement import AgreementFile
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import OrganizationId, PersonId
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.site_file import file_away
from immtrac_desk.services.site_line import site_line
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachToPerson:
    """`what` is one of `site_file.KINDS`; `data` the whole file."""

    organization_id: OrganizationId
    person_id: PersonId
    what: str
    data: bytes = field(repr=False)


def attach_to_person(
    command: AttachToPerson, uow: UnitOfWork, occasion: Occasion
) -> Outcome[AgreementFile]:
    """Keep a file beside a person of a site. InputError `attach.what`, `attach.*`."""
    site = uow.organizations.get(command.organization_id).id
    person = uow.site_people.get(command.person_id)
    return keep_with_person(site, person.id, command.what, command.data, uow, occasion)


def keep_with_person(
    site: OrganizationId,
    person_id: PersonId,
    what: str,
    data: bytes,
    uow: UnitOfWork,
    occasion: Occasion,
) -> Outcome[AgreementFile]:
    """File what came with a person, with its line in the book: what is filed has one."""
    kept = file_away(site, what, data, uow, occasion, person_id=person_id)
    facts = {
        "organization": site,
        "person": person_id,
        "agreement_file": kept.id,
        "file_kind": kept.what,
    }
    line = site_line(occasion, "person_file_kept", facts, document_digest=kept.digest)
    return Outcome(kept, (line,), Changes(organizations=frozenset({site})))
