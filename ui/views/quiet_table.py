"""What every table of the house shares: one row in hand, nothing edited in it, no grid."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView


def quieten(table: QTableView, *, by_cells: bool = False) -> None:
    """Tab passes the table by as a whole; one takes a row in hand, or a cell (`by_cells`)."""
    if not by_cells:
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
