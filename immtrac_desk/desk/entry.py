"""The counter's room for entering: the registry's screens for one client, and what came of it."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.client_file import act_lines
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.doses import DosesRoom
from immtrac_desk.desk.entry_pictures import EntryCardPicture, EntryWaiting, RegistrySeen
from immtrac_desk.desk.entry_read import card_of, waiting_of
from immtrac_desk.desk.looks import Looks
from immtrac_desk.desk.pictures import ActLine
from immtrac_desk.desk.work_lists import WorkLists
from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.services.entry_finish import FinishEntry, finish_entry
from immtrac_desk.services.entry_stop import STOP_REASONS, StopEntry, stop_entry
from immtrac_desk.services.schedule_note import NoteSchedule, note_schedule
from immtrac_desk.store.unit_of_work import UnitOfWork

__all__ = ["STOP_REASONS", "EntryRoom", "FinishEntry"]


@dataclass(slots=True)
class EntryRoom:
    """Everything one may ask or do while a client is typed into ImmTrac2."""

    corridor: Corridor
    work: WorkLists
    doses: DosesRoom
    looks: Looks

    def card(self, client_id: ClientId, document_id: DocumentId | None = None) -> EntryCardPicture:
        """Return the card of a client today, for one consent or for the one that waits.

        The look is logged as that at a file is. Raises DeskError `client.unknown`,
        `document.unknown`.
        """
        self.looks.note(client_id)
        corridor, sites = self.corridor, self.doses.sites
        return corridor.read(
            lambda uow: card_of(client_id, document_id, uow, corridor, sites.ground(uow))
        )

    def waiting(self) -> tuple[EntryWaiting, ...]:
        """Return who waits to be entered, the most pressing first."""
        return waiting_of(self.work.lists(), self.doses.to_report())

    def finish(self, command: FinishEntry) -> tuple[Act, ...]:
        """Note what was done in ImmTrac2, all of it or nothing.

        Raises InputError beside a field; RefusedError `affirm.refused` with findings.
        """
        return self.corridor.perform("finish_entry", finish_entry, command)

    def stop(self, client_id: ClientId, reason: str, note: str = "") -> Act:
        """Note what stopped it: one of STOP_REASONS. InputError beside `reason` or `note`."""
        command = StopEntry(client_id=client_id, reason=reason, note=note)
        return self.corridor.perform("finish_entry", stop_entry, command)

    def note_schedule(
        self,
        client_id: ClientId,
        read_on: date,
        text: str,
        *,
        reaction: bool = False,
        not_valid: bool = False,
    ) -> Act:
        """Note what the tracking schedule says, as text. InputError beside `text` or `on`."""
        command = NoteSchedule(
            client_id=client_id,
            read_on=read_on,
            text=text,
            reaction=reaction,
            not_valid=not_valid,
        )
        return self.corridor.perform("note_schedule", note_schedule, command)

    def seen(self, client_id: ClientId) -> RegistrySeen:
        """Return what anybody saw of the client in the registry. DeskError `client.unknown`."""

        def read(uow: UnitOfWork) -> RegistrySeen:
            survivor = uow.merges.survivor_of(client_id)
            lines = act_lines(uow.acts.of_client(survivor), uow, self.corridor)

            def of(kind: ActKind) -> tuple[ActLine, ...]:
                return tuple(x for x in lines if x.act.kind is kind and not x.undone)

            return RegistrySeen(
                immtrac2_id=uow.clients.get(survivor).immtrac2_id,
                searches=of(ActKind.SEARCH_NOTED),
                readings=of(ActKind.SCHEDULE_READ),
                stops=of(ActKind.ENTRY_STOPPED),
            )

        return self.corridor.read(read)
