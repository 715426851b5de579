"""The desk is locked, and somebody unlocks it."""

from __future__ import annotations

from immtrac_desk.bootstrap import open_vault
from tests.journeys.conftest import Counter
from tests.office import BOSS, PASSPHRASE


def lock_and_unlock(counter: Counter, who: str = BOSS) -> None:
    counter.window.lock()
    office = counter.office
    office.desk = open_vault(office.path, who, PASSPHRASE, office.around)
    counter.window.enter(office.desk, office.path)
    counter.app.processEvents()
