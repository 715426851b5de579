"""The rooms of the house: where each is found. Views are imported when first entered."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ui.shell.house import House
    from ui.shell.room import Room


@dataclass(frozen=True, slots=True)
class RoomSpec:
    """`place` is `module:Class`; a class is called with the house. `front` rooms stand in the
    sidebar, in this order; others keep `under` lit there."""

    id: str
    place: str
    under: str = ""

    @property
    def front(self) -> bool:
        return not self.under

    def load(self) -> type["Room"]:
        """Import the room; whoever has done so before it is entered spares the person waiting."""
        module, name = self.place.split(":")
        return cast(type["Room"], getattr(import_module(module), name))

    def build(self, house: "House") -> "Room":
        return self.load()(house)


ROOMS = (
    RoomSpec("today", "ui.views.today:TodayView"),
    RoomSpec("clients", "ui.views.clients:ClientsView"),
    RoomSpec("client", "ui.views.client:ClientView", under="clients"),
    RoomSpec("consent", "ui.views.consent:ConsentView", under="clients"),
    RoomSpec("signer", "ui.views.signer:SignerView", under="clients"),
    RoomSpec("existing", "ui.views.existing:ExistingView", under="clients"),
    RoomSpec("documents", "ui.views.documents:DocumentsView"),
    RoomSpec("registry", "ui.views.registry:RegistryView"),
    RoomSpec("entry", "ui.views.entry:EntryView", under="registry"),
    RoomSpec("dose", "ui.views.dose:DoseView", under="registry"),
    RoomSpec("agreement", "ui.views.agreement:AgreementView"),
    RoomSpec("application", "ui.views.application:ApplicationView", under="agreement"),
    RoomSpec("duties", "ui.views.duties:DutiesView", under="agreement"),
    RoomSpec("reports", "ui.views.reports:ReportsView"),
    RoomSpec("history", "ui.views.history:HistoryView"),
    RoomSpec("settings", "ui.views.settings:SettingsView"),
    RoomSpec("staff", "ui.views.staff:StaffView", under="settings"),
    RoomSpec("packs", "ui.views.packs:PacksView", under="settings"),
    RoomSpec("backup", "ui.views.backup:BackupView", under="settings"),
    RoomSpec("handbook", "ui.views.handbook:HandbookView", under="help"),
    RoomSpec("help", "ui.views.help:HelpView", under="help"),
)
