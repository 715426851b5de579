"""Every sentence of lists, letters, reports, TIPS and catalogues, in both languages."""

from __future__ import annotations

import pytest

from immtrac_desk.desk.work_lists import ORDER
from immtrac_desk.domain.registry_report import Catalogue
from ui.presenters.catalogue import FACTS, TEXTS
from ui.presenters.report_period import KINDS
from ui.views.people_filters import ALARMS
from ui.views.reports import ReportsView
from ui.wording import Wording

BOTH = pytest.mark.parametrize("voice", [Wording("en"), Wording("es")], ids=["en", "es"])


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
