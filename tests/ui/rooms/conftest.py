"""Rooms are looked at in the real window, as the journeys are."""

from tests.journeys.conftest import counter

__all__ = ["counter"]
