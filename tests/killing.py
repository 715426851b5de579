"""A child at work that is killed, as a computer is switched off; and what it had said by then."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from typing import Any

import pytest

needs_kill = pytest.mark.skipif(os.name != "posix", reason="needs kill -9")


class Child:
    """A process of its own that does `work(*given, pipe)` and says through the pipe how far it is.

    `work` is a function of a module: the child begins with that module read in.
    """

    def __init__(self, work: Callable[..., None], *given: object) -> None:
        processes = multiprocessing.get_context("forkserver")
        processes.set_forkserver_preload([work.__module__])
        self._ours, theirs = processes.Pipe(duplex=False)
        self._running = processes.Process(target=work, args=(*given, theirs))
        self._running.start()
        theirs.close()

    def hear(self) -> Any:
        """What it says next."""
        return self._ours.recv()

    def says_within(self, seconds: float) -> bool:
        return self._ours.poll(seconds)

    def kill(self, after: float = 0.0) -> list[Any]:
        """Kill it so many seconds from now; return what it said and nobody heard yet."""
        self._running.join(after)
        assert self._running.pid is not None
        os.kill(self._running.pid, signal.SIGKILL)
        self._running.join()
        heard = []
        try:
            while self._ours.poll(0):
                heard.append(self._ours.recv())
        except (EOFError, OSError):
            pass
        self._ours.close()
        return heard
