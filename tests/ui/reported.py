"""An office whose reports have something to tell: two clients and a site."""

from datetime import date
from pathlib import Path

from immtrac_desk.domain.client import PersonName
from tests.office import Office, open_office
from tests.ui.rooms_agreement.sites import site_with

SOON = date(2008, 11, 28)
"""Turns 18 on 28 November 2026, six days after the office's day."""


def reported(folder: Path) -> Office:
    """Open it in a folder of its own."""
    made = open_office(folder, verified=False)
    made.client(SOON, name=PersonName(last="García", first="Ana"))
    made.client(date(2015, 5, 4), name=PersonName(last="Reyes", first="Eva"))
    site_with(made.desk)
    return made
