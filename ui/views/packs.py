"""The way in to the settings at the page `packs`."""

from ui.views.settings import SettingsView


class PacksView(SettingsView):
    """The settings, turned to this page when one comes in."""

    start = "packs"

    def open(self, **about: object) -> None:
        super().open(page=about.get("page") or self.start)
