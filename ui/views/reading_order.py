"""Tab goes as one reads: for pages that are built anew, whose widgets Qt would put last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLayout, QScrollArea, QWidget

from ui.widgets.framed import Framed
from ui.widgets.layouts import in_order


def as_read(root: QWidget) -> None:
    """Chain everything under `root` that takes the focus, in the order of its layouts."""
    in_order(*stops(root))


def stops(root: QWidget) -> list[QWidget]:
    """What Tab should reach under `root`, in the order of its layouts; an editor comes before
    its small toggles."""
    own = [root] if _takes_tab(root) else []
    if isinstance(root, QComboBox):
        return own
    if isinstance(root, QScrollArea):
        inner = root.widget()
        return own + (stops(inner) if inner is not None else [])
    if isinstance(root, Framed):
        editor = stops(root.editor)
        return own + editor + [w for w in _of_layout(root.layout()) if w not in editor]
    return own + _of_layout(root.layout())


def _of_layout(layout: QLayout | None) -> list[QWidget]:
    found: list[QWidget] = []
    for index in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(index) if layout is not None else None
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        found += stops(widget) if widget is not None else _of_layout(inner)
    return found


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(tab) and widget.focusProxy() is None
