"""The way in to the settings at the page `staff`."""

from ui.views.settings import SettingsView


class StaffView(SettingsView):
    """The settings, turned to this page when one comes in."""

    start = "staff"

    def open(self, **about: object) -> None:
        super().open(page=about.get("page") or self.start)
