"""Slow work done here and now, where a presenter would give it to the back stairs."""

from collections.abc import Callable
from typing import Any


def at_once(
    work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
) -> None:
    """Do it, and tell how it ended."""
    try:
        result = work()
    except Exception as error:
        failed(error)
    else:
        done(result)
