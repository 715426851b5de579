"""Whose an item is: the client whose number it gives, and that client's dose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256

from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.ids import ClientId, DoseId
from immtrac_desk.domain.values import fold
from immtrac_desk.services.dose_read import is_voided
from immtrac_desk.store.unit_of_work import UnitOfWork
from immtrac_desk.vaccines import plain_cvx, vaccine, vaccines


@dataclass(frozen=True, slots=True)
class Numbers:
    """Who has which number; a number of two clients is nobody's."""

    owners: Mapping[str, ClientId | None]

    def owner(self, ref: str) -> ClientId | None:
        """Return the only client whose chart number or ImmTrac2 ID this is."""
        return self.owners.get(number_key(ref)) if ref else None


def number_key(ref: str) -> str:
    """Return a number for comparison: no spaces, no case; zeros in front are part of it."""
    return "".join(ref.split()).casefold()


def read_numbers(uow: UnitOfWork) -> Numbers:
    """Return the numbers of all clients, each under whoever stands for its client."""
    survivors = uow.merges.all()
    owners: dict[str, ClientId | None] = {}
    for client_id, *numbers in uow.clients.numbers():
        keeper = survivors.get(client_id, client_id)
        for key in {number_key(number) for number in numbers if number.strip()}:
            owners[key] = keeper if owners.get(key, keeper) == keeper else None
    return Numbers(owners)


def dose_meant(vaccine_text: str, given_on: date | None, doses: Sequence[Dose]) -> DoseId | None:
    """Return the one dose of this vaccine and day; None for none or several."""
    if not vaccine_text or given_on is None:
        return None
    that_day = [one for one in doses if one.given_on == given_on]
    wanted = vaccine_key(vaccine_text) if that_day else ""
    by_code = [one.id for one in that_day if vaccine_key(one.cvx) == wanted]
    by_trade = [one.id for one in that_day if vaccine_key(one.trade_name) == wanted]
    fitting = by_code or by_trade
    return fitting[0] if len(fitting) == 1 else None


def standing_doses(
    clients: Iterable[ClientId], uow: UnitOfWork
) -> dict[ClientId, tuple[Dose, ...]]:
    """Return the doses of these clients, without those that were entered in error."""
    doses = uow.doses.of_clients(clients)
    steps = uow.dose_steps.all_by_dose() if doses else {}
    return {
        client_id: tuple(one for one in own if not is_voided(steps.get(one.id, ())))
        for client_id, own in doses.items()
    }


@lru_cache(1000)
def vaccine_key(text: str) -> str:
    """Return a vaccine for comparison: its CVX code, told by code, name or trade name."""
    code = plain_cvx(text)
    told = fold(text)
    return code if vaccine(code) is not None else _by_name().get(told, told)


@cache
def _by_name() -> Mapping[str, str]:
    """CVX codes by folded name; a trade name of several vaccines tells none of them."""
    named: dict[str, str] = {}
    traded: dict[str, set[str]] = {}
    for one in vaccines():
        named |= {fold(one.name): one.cvx, fold(one.name_es): one.cvx}
        for name, _ in one.trade_names:
            traded.setdefault(fold(name), set()).add(one.cvx)
    return {name: min(codes) for name, codes in traded.items() if len(codes) == 1} | named


def same_key(code: str, who: str, vaccine_text: str, given_on: date | None) -> str:
    """Return what tells the same client, code, vaccine and day again (DT-24.5).

    `who` is a client's id, or the number as the answer gives it; never a name.
    """
    day = given_on.isoformat() if given_on else ""
    parts = (code, who, vaccine_key(vaccine_text) if vaccine_text else "", day)
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
