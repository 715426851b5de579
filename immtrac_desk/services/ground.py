"""The ground under a draft: what the vault holds about its client, read once, asked often."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.document import FormPack
from immtrac_desk.domain.draft import ConsentDraft, Print
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.status import derive
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.on_client import ClientFileRead
from immtrac_desk.services.on_document import counted
from immtrac_desk.services.packs import all_packs, pack_in_force
from immtrac_desk.services.save_client import on_file
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The client as filed (None for a new one), the acts, the responsible people, the packs."""

    kept: Client | None
    acts: tuple[Act, ...]
    responsible: tuple[ResponsiblePerson, ...]
    packs: tuple[FormPack, ...]
    prints: tuple[Print, ...] = ()
    """Prints of the draft, the last one last."""

    def standing(self, draft: ConsentDraft, on: date, occasion: Occasion) -> Standing:
        """Return the standing under the birth date that the draft has now."""
        return derive(draft.client.born_on, self.acts, on, occasion.law)

    def read(self, client: Client, occasion: Occasion) -> ClientFileRead:
        """Return the file as the acts see it today."""
        standing = derive(client.born_on, self.acts, occasion.today, occasion.law)
        return ClientFileRead(client, self.acts, standing)

    def pack(self, draft: ConsentDraft, on: date) -> FormPack | None:
        """Return the pack in force for the draft's form and language, verified or not."""
        return pack_in_force(draft.form, draft.language, on, self.packs)

    @property
    def searched_on(self) -> date | None:
        """The latest day a search in ImmTrac2 was noted."""
        days = [act.on for act in counted(self.acts) if act.kind is ActKind.SEARCH_NOTED]
        return max(days, default=None)


def read_ground(draft: ConsentDraft, uow: UnitOfWork) -> Ground:
    """Return the ground under a draft, whose client may not be filed yet."""
    client = draft.client
    kept = on_file(client, uow)
    return Ground(
        kept=kept,
        acts=uow.acts.of_client(client.id) if kept else (),
        responsible=uow.responsible.of_client(client.id) if kept else (),
        packs=all_packs(uow),
        prints=uow.prints.of_record(draft.record_id),
    )
