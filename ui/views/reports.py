"""The Reports room: pictures first; TIPS as printed; what others report to the clinic."""

from collections.abc import Mapping
from typing import ClassVar

from ui.views.sectioned_room import SectionedRoom


class ReportsView(SectionedRoom):
    """The clinic's own figures, and the reports that others send."""

    words = "reports_room"
    places: ClassVar[Mapping[str, str]] = {
        "pictures": "ui.views.report_pictures:PicturesPage",
        "tips": "ui.views.report_tips:TipsPage",
        "re": "ui.views.report_catalogue:EntityPage",
        "registry": "ui.views.report_catalogue:RegistryReportsPage",
    }
    acts: ClassVar[Mapping[str, str]] = {"tips": "tips", "catalogues": "re"}
