"""Merge the same person kept twice, and take a merge back (E12); twins are never merged (E11)."""

from dataclasses import dataclass

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.values import clean, fold, said
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.occasion import Occasion, Outcome, entry
from immtrac_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeClients:
    """Both records stay; `gone` is shown under `keep` until the merge is taken back."""

    keep: ClientId
    gone: ClientId
    reason: str


def merge_clients(command: MergeClients, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Show `gone` under `keep`.

    Raises RefusedError `merge.twins`, `merge.not_two_clients`; InputError `reason.missing`;
    DeskError `client.merged_already`, `client.merge_circle`.
    """
    keep, gone = uow.clients.get(command.keep), uow.clients.get(command.gone)
    if keep.id == gone.id:
        raise RefusedError("merge.not_two_clients")
    if not clean(command.reason, "reason"):
        raise InputError("reason.missing", "reason")
    if _twins(keep, gone):
        raise RefusedError("merge.twins")
    uow.merges.merge(keep.id, gone.id, occasion.now, occasion.actor.id)
    return _said("clients_merged", command, occasion, "E12")


def unmerge_clients(command: MergeClients, uow: UnitOfWork, occasion: Occasion) -> Outcome[None]:
    """Take the merge of `gone` back; both clients stand again with what was theirs.

    Raises RefusedError `merge.none` where the two are not merged.
    """
    if uow.merges.survivor_of(command.gone) != command.keep or command.keep == command.gone:
        raise RefusedError("merge.none")
    uow.merges.unmerge(command.gone, occasion.now, occasion.actor.id)
    return _said("merge_taken_back", command, occasion, "E12")


def _said(act: str, command: MergeClients, occasion: Occasion, row: str) -> Outcome[None]:
    both, reason = frozenset({command.keep, command.gone}), clean(command.reason, "reason")
    lines = tuple(
        entry(occasion, act, client_id=c, row=row, keep=command.keep, reason=reason)
        for c in (command.keep, command.gone)
    )
    return Outcome(None, lines, Changes(clients=both))


def _twins(a: Client, b: Client) -> bool:
    """Same birth date and told apart by birth order, or by a plainly different first name."""
    if a.born_on != b.born_on:
        return False
    if a.birth_order is not None and b.birth_order is not None:
        return a.birth_order != b.birth_order
    first_a, first_b = fold(said(a.name.first)), fold(said(b.name.first))
    return a.birth_order != b.birth_order and first_a != first_b
