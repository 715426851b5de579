"""Every sentence of lists, letters, reports, TIPS and catalogues, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from immtrac_desk.desk.work_lists import ORDER
from immtrac_desk.domain.registry_report import Catalogue
from ui.presenters.catalogue import FACTS, TEXTS
from ui.presenters.report_period import KINDS
from ui.views.people_filters import ALARMS
from ui.views.reports import ReportsView
from ui.wording import Wording

ROOT = Path(__file__).parents[3] / "ui"
BOTH = pytest.mark.parametrize("voice", [Wording("en"), Wording("es")], ids=["en", "es"])
_CODE = re.compile(
    r'"((?:lists_page|letters|saving|reports_room|tips_page|catalogue_page)\.[a-z0-9_.]*[a-z0-9])"'
)


@BOTH
def test_every_code_that_a_screen_names_has_its_sentence(voice: Wording) -> None:
    used: set[str] = set()
    for folder in ("views", "presenters"):
        for module in (ROOT / folder).glob("*.py"):
            used |= set(_CODE.findall(module.read_text(encoding="utf-8")))
    counted = {f"letters.{one}" for one in ("count", "left_count", "lately", "written", "pages")}
    assert len(used) > 100
    assert {code for code in used - counted if not voice.has(code)} == set()


@BOTH
def test_every_word_of_the_closed_lists_has_its_sentence(voice: Wording) -> None:
    wanted = [f"list_says.{code}" for code in ORDER] + [f"list.{code}.title" for code in ORDER]
    wanted += [option.code for option in ALARMS]
    wanted += [f"lists_page.clock.{state}" for state in ("open", "kept", "campaign", "removed")]
    wanted += [f"lists_page.count.{part}" for part in ("all_1", "all", "some", "ticked")]
    counted = ("count", "written", "pages")
    wanted += [f"letters.{part}.{n}" for part in counted for n in ("none", "one", "many")]
    wanted += [f"letters.{part}.{n}" for part in ("left_count", "lately") for n in ("one", "many")]
    wanted += [f"reports_room.period.{kind}" for kind in KINDS]
    wanted += [f"reports_room.section.{section}" for section in ReportsView.places]
    wanted += [f"reports_room.behind_count.{n}" for n in ("none", "one", "many")]
    wanted += [
        f"reports_room.{part}_{kind}" for part in ("save", "kinds") for kind in ("pdf", "xlsx")
    ]
    wanted += [f"catalogue_page.{name}" for name in (*TEXTS, *FACTS)]
    wanted += [f"catalogue_page.says.{kind.value}" for kind in Catalogue]
    assert [code for code in wanted if not voice.has(code)] == []
