"""The front office: the window, its rooms and what they are made of."""

import ctypes
import sys


def _spare_none() -> None:
    """Keep None alive under Python 3.11.

    PySide6 6.12 hands out None without taking a reference, which the immortal None of Python
    3.12 forgives (PEP 683). Before that, some thousand calls of Qt end the whole program.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        # The count is the first word of every object, except in builds that trace references.
        if not hasattr(sys, "getobjects"):
            ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40


_spare_none()
