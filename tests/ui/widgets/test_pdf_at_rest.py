"""The preview comes to rest at every size, and Python's constants outlive the binding."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from immtrac_desk.domain.words import FormKind
from immtrac_desk.paperwork import sample_sheet
from ui.widgets.pdf_preview import PdfPreview


@pytest.mark.parametrize("height", range(560, 700, 7))
def test_a_sheet_that_just_fits_lies_still(
    qtbot: QtBot, qapp: QApplication, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar that comes and goes with the sheet's own width would never come to rest."""
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(470, height)
    laid: list[int] = []
    lay_out = preview._paper.lay_out
    monkeypatch.setattr(preview._paper, "lay_out", lambda w: (laid.append(w), lay_out(w)))

    def lies_still() -> bool:
        before = len(laid)
        for _ in range(5):
            qapp.processEvents()
        return len(laid) == before

    preview.show()
    preview.show_pdf(sample_sheet(FormKind.MINOR, "en"))
    qtbot.waitUntil(lies_still, timeout=30_000)
    assert laid


COUNTS = """
import sys
import ui
print(min(sys.getrefcount(constant) for constant in (None, True, False)))
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="constants are immortal from 3.12 on")
def test_none_true_and_false_have_references_to_spare() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNTS], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 1 << 39
