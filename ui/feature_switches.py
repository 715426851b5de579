"""The feature switches of PySide6, which nobody here sets: it need not look for them."""

from importlib import import_module


def leave_off() -> None:
    """Have PySide6 not read the source of every module that is imported after it.

    It looks there for whether the module might import `__feature__`, which none of ours does; the
    lock would wait some milliseconds for that. Where PySide6 is made otherwise, nothing happens.
    """
    import_module("PySide6.QtCore")
    try:
        feature = import_module("shibokensupport.feature")
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda module: False
