"""The Agreement room is looked at in the real window, before a real vault."""

from tests.journeys.conftest import counter
from tests.ui.window.conftest import enter

__all__ = ["counter", "enter"]
