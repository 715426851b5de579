"""The way in to the settings at the page `backup`."""

from ui.views.settings import SettingsView


class BackupView(SettingsView):
    """The settings, turned to this page when one comes in."""

    start = "backup"

    def open(self, **about: object) -> None:
        super().open(page=about.get("page") or self.start)
