"""The front office: the window, its rooms and what they are made of."""

import ctypes
import sys


def _spare_constants() -> None:
    """Keep None, True and False alive under Python 3.11.

    PySide6 6.12 hands them out without taking a reference, which the immortal constants of
    Python 3.12 forgive (PEP 683). Before that, some thousand calls of Qt end the whole program.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        # The count is the first word of every object, except in builds that trace references.
        if not hasattr(sys, "getobjects"):
            for constant in (None, True, False):
                ctypes.c_ssize_t.from_address(id(constant)).value += 1 << 40


_spare_constants()
