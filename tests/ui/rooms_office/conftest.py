"""The office manager's rooms are looked at in the real window, as the counter's are."""

from tests.journeys.conftest import counter
from tests.ui.window.conftest import enter

__all__ = ["counter", "enter"]
