"""The board of doses and answers: kept up act by act, it says what reading all anew would say."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from immtrac_desk.desk.registry_board import RegistryBoard
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import OPEN_DOSES, Dose
from immtrac_desk.domain.words import FormKind, Role
from immtrac_desk.errors import DeskError
from tests.desk.dosing import consent, enter, report, take
from tests.desk.sites import entered_site
from tests.office import Office, open_office

CODES = ("CLR-100", "CLR-105", "IMR-111", "IMR-109", "IEE-413", "IEE-526", "IEE-296", "IEE-999")


class Days:
    """A clinic in which things happen by the roll of a die; what the law refuses does not."""

    def __init__(self, office: Office, seed: int) -> None:
        self.office, self.die = office, Random(seed)
        self.clients = [office.client(chart_no=f"R-{n}") for n in range(4)]
        self.site = entered_site(office)

    @property
    def client(self) -> Client:
        return self.die.choice(self.clients)

    def dose(self) -> Dose:
        known = [one.dose for c in self.clients for one in self.office.desk.doses.of_client(c.id)]
        return self.die.choice(known) if known else enter(self.office, self.client)

    def act(self) -> None:
        """One act of anybody; a minute passes."""
        desk, acts = self.office.desk, self.acts()
        with suppress(DeskError):
            self.die.choice(acts)()
        self.office.clock.tick(minutes=1)
        if self.die.random() < 0.1:
            self.office.clock.tick(days=3)
        assert desk is self.office.desk

    def acts(self) -> list[Callable[[], object]]:
        desk, office, die = self.office.desk, self.office, self.die
        day = desk.today() - timedelta(die.randrange(40))
        lines = desk.answers.items(show="all")
        item = die.choice(lines).item.id if lines else None
        steps = [step for one in [self.dose()] for step in desk.doses.dose(one.id).steps]
        undo: list[Callable[[], object]] = [
            lambda: desk.doses.undo_step(die.choice(steps).step.id, "x")
        ] * bool(steps)
        by_hand: list[Callable[[], object]] = [
            lambda: desk.answers.close(item, "x"),  # type: ignore[arg-type]
            lambda: desk.answers.reopen(item, "x"),  # type: ignore[arg-type]
            lambda: desk.answers.match(item, self.client.id),  # type: ignore[arg-type]
        ] * bool(lines)
        return [
            lambda: enter(office, self.client, given_on=day, cvx=die.choice(("03", "21"))),
            lambda: desk.doses.save(replace(self.dose(), lot=str(die.random())[:6])),
            lambda: report(office, self.dose()),
            lambda: report(office, self.dose()),
            lambda: desk.doses.void(self.dose().id, "x"),
            lambda: desk.doses.set_aside(self.dose().id, "x"),
            lambda: take(office, self.text()),
            lambda: take(office, self.text()),
            lambda: consent(office, self.client, day, FormKind.MINOR),
            lambda: desk.people.merge(self.clients[0].id, self.clients[1].id, "x"),
            lambda: desk.people.unmerge(self.clients[0].id, self.clients[1].id, "x"),
            lambda: desk.people.save(
                replace(desk.people.file(self.client.id).client, phone=f"512555{die.random()}"[:10])
            ),
            lambda: desk.book.change_setting("report.adult_days", die.randrange(5, 30)),
            self.site.approved,
            *undo,
            *by_hand,
        ]

    def text(self) -> str:
        rolls = range(self.die.randrange(1, 4))
        lines = [f"{self.die.choice(CODES)} MRN R-{self.die.randrange(5)}" for _ in rolls]
        return "\n".join([*lines, str(self.die.random())])


@pytest.mark.parametrize("seed", range(2))
def test_what_is_kept_up_is_what_is_read_anew(tmp_path: Path, seed: int) -> None:
    office = open_office(tmp_path)
    office.desk.staff.add("Dan Whitaker", Role.FRONT_DESK, "seven quiet herons wade")
    days = Days(office, seed)
    for _ in range(30):
        days.act()
        kept, anew = office.desk.answers.board, RegistryBoard(office.desk.corridor)
        assert kept.items() == anew.items()
        assert set(kept.open_doses()) == set(anew.open_doses())
    desk = office.desk
    stands = {
        one.dose.id
        for client in days.clients
        for one in desk.doses.of_client(client.id)
        if one.verdict.state in OPEN_DOSES
    }
    assert {line.dose.id for line in desk.doses.to_report()} == stands
    assert desk.answers.items(show="all"), "something came back in all that time"
    desk.close()
