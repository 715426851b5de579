"""The counter's room for people: find, look, add, correct, merge, note."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from immtrac_desk.desk.client_file import client_file
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.looks import Looks
from immtrac_desk.desk.pictures import ClientFile, LookAlike
from immtrac_desk.desk.reading import read_date, read_phone
from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client, ClientMatch, PersonName, ResponsiblePerson
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId, ResponsibleId, TaskId
from immtrac_desk.domain.words import Responder, Status
from immtrac_desk.errors import InputError
from immtrac_desk.law.age import kept_until, majority
from immtrac_desk.law.duplicates import look_alike
from immtrac_desk.law.identity_rules import assess_shapes
from immtrac_desk.law.status import derive
from immtrac_desk.places import Place, counties, place_of
from immtrac_desk.services.change_identity import ChangeIdentity, change_identity
from immtrac_desk.services.merge_clients import MergeClients, merge_clients, unmerge_clients
from immtrac_desk.services.note_on_client import (
    SEARCH_OUTCOMES,
    CloseTask,
    NoteOnClient,
    close_task,
    note_on_client,
)
from immtrac_desk.services.save_client import SaveClient, save_client
from immtrac_desk.services.tidy_client import tidy_client, tidy_responsible
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(slots=True)
class PeopleRoom:
    """Everything one may ask or do about clients and their people."""

    corridor: Corridor
    looks: Looks

    def find(self, text: str, limit: int = 50) -> tuple[ClientMatch, ...]:
        """Return the best matches for a name, birth date, number or record id, best first."""
        return self.corridor.read(lambda uow: uow.clients.find(text, limit))

    def file(self, client_id: ClientId) -> ClientFile:
        """Return the client's whole file and log the look (once a minute per client).

        Raises RefusedError `client.unknown`.
        """
        self.looks.note(client_id)
        return self.corridor.read(lambda uow: client_file(client_id, uow, self.corridor))

    def status(self, client_id: ClientId) -> Status:
        """Return the status that today's acts give a client (DT-5)."""

        def read(uow: UnitOfWork) -> Status:
            survivor = uow.merges.survivor_of(client_id)
            client, acts = uow.clients.get(survivor), uow.acts.of_client(survivor)
            corridor = self.corridor
            return derive(client.born_on, acts, corridor.today(), corridor.law()).status

        return self.corridor.read(read)

    def names(self, ids: Iterable[ClientId]) -> dict[ClientId, PersonName]:
        """Return the names that lines of the book are about; no file is opened, no look logged."""
        found = self.corridor.read(lambda uow: uow.clients.many(ids))
        return {client_id: client.name for client_id, client in found.items()}

    def new(self) -> Client:
        """Return an empty client with a fresh id; nothing is saved."""
        return Client(id=ClientId(self.corridor.make_id()), name=PersonName(), born_on=date.min)

    def new_responsible(self, client_id: ClientId) -> ResponsiblePerson:
        """Return an empty responsible person with a fresh id; nothing is saved."""
        made = ResponsibleId(self.corridor.make_id())
        return ResponsiblePerson(id=made, client_id=client_id, name=PersonName())

    def parse_date(self, text: str, field_name: str = "date") -> date:
        """Return the day meant (see `read_date`). Raises InputError."""
        return read_date(text, self.corridor.today(), field_name)

    def parse_phone(self, text: str, field_name: str = "phone") -> str:
        """Return a telephone number in its usual shape. Raises InputError `phone.invalid`."""
        return read_phone(text, field_name)

    def adult_on(self, born_on: date) -> date:
        """Return the day on which the client signs alone, by the law of today."""
        return majority(born_on, self.corridor.today(), self.corridor.law())

    def kept_until(self, born_on: date) -> date:
        """Return the day on which a minor's consent stops keeping, by the law of today."""
        return kept_until(born_on, self.corridor.today(), self.corridor.law())

    def look_alikes(self, client: Client) -> tuple[LookAlike, ...]:
        """Return others who may be the same person (DT-22); for a live warning while typing."""
        if client.born_on == date.min:
            return ()
        return self.corridor.read(partial(look_alikes_of, client))

    def save(
        self, client: Client, responsible: tuple[ResponsiblePerson, ...] | None = None
    ) -> Client:
        """Add a client, or correct one; return it as kept. Raises InputError beside a field."""
        people = None if responsible is None else tuple(map(tidy_responsible, responsible))
        command = SaveClient(client=tidy_client(client), responsible=people)
        return self.corridor.perform("save_client", save_client, command)

    def identity_change(self, client: Client, reason: str) -> Client:
        """Record a new identity after an adoption (E6): a new version and a task."""
        command = ChangeIdentity(client=tidy_client(client), reason=reason.strip())
        return self.corridor.perform("change_identity", change_identity, command)

    def merge(self, keep: ClientId, gone: ClientId, reason: str) -> None:
        """Show `gone` under `keep` from now on (E12); twins are refused (E11)."""
        command = MergeClients(keep=keep, gone=gone, reason=reason)
        self.corridor.perform("merge", merge_clients, command)

    def unmerge(self, keep: ClientId, gone: ClientId, reason: str) -> None:
        """Take a merge back; both stand again with what was theirs."""
        command = MergeClients(keep=keep, gone=gone, reason=reason)
        self.corridor.perform("merge", unmerge_clients, command)

    def record_death(self, client_id: ClientId, on: date, source: str) -> Act:
        """Record a death (E20): no new consents and no lists from then on."""
        return self._note(
            "record_death",
            client_id,
            ActKind.DEATH_RECORDED,
            on,
            row="E20",
            source=source.strip(),
        )

    def note_search(
        self, client_id: ClientId, outcome: str, on: date, immtrac2_id: str = ""
    ) -> Act:
        """Note a registry search: `found`, `candidates` or `not_found`, and the registry's id."""
        if outcome not in SEARCH_OUTCOMES:
            raise InputError("search.outcome_missing", "outcome")
        facts = {"outcome": outcome, "immtrac2_id": immtrac2_id.strip()}
        return self._note("note_search", client_id, ActKind.SEARCH_NOTED, on, **facts)

    def note_responder(self, client_id: ClientId, status: Responder) -> Act:
        """Record first responder status alone, where DT-1.11 and 1.12 need no new form."""
        minor = status is Responder.MINOR_FAMILY
        row = "DT-1.12" if minor else "DT-1.11"
        today = self.corridor.today()
        kind = ActKind.RESPONDER_NOTED
        return self._note("note_responder", client_id, kind, today, row=row, fr=status.value)

    def close_task(self, task_id: TaskId, note: str = "") -> None:
        """Close an open task and say what was done."""
        command = CloseTask(task_id=task_id, note=note.strip())
        self.corridor.perform("close_task", close_task, command)

    def place(self, zip_code: str) -> Place | None:
        """Propose city, state and county from a ZIP; to be marked 'from ZIP, check'."""
        return place_of(zip_code)

    def assess_shapes(self, client: Client) -> tuple[Finding, ...]:
        """Return warnings on what looks mistyped (ZIP, e-mail); none of them stops a saving."""
        return assess_shapes(client)

    def counties(self) -> tuple[str, ...]:
        """Return the 254 counties."""
        return counties()

    def _note(
        self,
        right: str,
        client_id: ClientId,
        kind: ActKind,
        on: date,
        row: str = "",
        **facts: str,
    ) -> Act:
        command = NoteOnClient(client_id=client_id, kind=kind, on=on, row=row, facts=dict(facts))
        return self.corridor.perform(right, note_on_client, command)


def look_alikes_of(client: Client, uow: UnitOfWork) -> tuple[LookAlike, ...]:
    """Return others on file who may be the same person, or a twin (DT-22)."""
    found = []
    for other in uow.clients.near(client):
        if other.id == client.id or uow.merges.survivor_of(other.id) == client.id:
            continue
        alike = look_alike(client, other)
        if alike is not None:
            match = ClientMatch(
                id=other.id, name=other.name, born_on=other.born_on, chart_no=other.chart_no
            )
            found.append(
                LookAlike(match=match, reasons=alike.reasons, ask_birth_order=alike.ask_birth_order)
            )
    return tuple(found)
