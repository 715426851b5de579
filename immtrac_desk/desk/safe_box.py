"""The open safe as the counter may use it: slots, head, seals; it answers without the key."""

from dataclasses import dataclass
from datetime import datetime

from immtrac_desk.domain.ids import SlotId
from immtrac_desk.errors import VaultError
from immtrac_desk.vault import seals, slot_changes
from immtrac_desk.vault.folder import VaultFolder
from immtrac_desk.vault.keys import DataKey
from immtrac_desk.vault.making import Terms
from immtrac_desk.vault.seals import Problem
from immtrac_desk.vault.slots import SlotId as SafeSlotId


@dataclass(frozen=True, slots=True)
class SafeBox:
    """One open vault's safe: it holds the data key, and no answer or `repr` shows it."""

    folder: VaultFolder
    data_key: DataKey
    vault_id: str
    terms: Terms

    def seal_head(self, seq: int, digest: str) -> None:
        """Keep the audit chain's last entry beside the keys, after its commit."""
        seals.seal_head(self.folder, self.data_key, seq, digest)

    def head(self) -> tuple[int, str]:
        """Return the sealed head of the audit chain: its counter and digest."""
        head = seals.read_head(self.folder, self.data_key)
        return head.seq, head.digest

    def add_slot(self, name: str, passphrase: str) -> SlotId:
        """Open the safe to another person. InputError `passphrase.*`."""
        made = slot_changes.add_slot(self.folder, self.data_key, name, passphrase, terms=self.terms)
        return SlotId(made)

    def remake_slot(self, slot_id: SlotId | None, name: str, passphrase: str) -> SlotId:
        """Give the slot of that id another passphrase; None makes a new slot."""
        if slot_id is None:
            return self.add_slot(name, passphrase)
        made = slot_changes.remake_slot(
            self.folder, self.data_key, SafeSlotId(slot_id), name, passphrase, terms=self.terms
        )
        return SlotId(made)

    def change_passphrase(
        self, slot_id: SlotId, name: str, current: str, new: str, now: datetime
    ) -> SlotId:
        """As `remake_slot`, after `current` has proved who sits here."""
        made = slot_changes.change_passphrase(
            self.folder,
            self.data_key,
            SafeSlotId(slot_id),
            name,
            current,
            new,
            now,
            terms=self.terms,
        )
        return SlotId(made)

    def proves(self, slot_id: SlotId, name: str, passphrase: str, now: datetime) -> bool:
        """True if `passphrase` opens that slot; a wrong one counts and slows like any other try.

        VaultError `vault.locked_out` while a wait runs.
        """
        try:
            slot_changes.prove(
                self.folder,
                self.data_key,
                SafeSlotId(slot_id),
                name,
                passphrase,
                now,
                keychain=self.terms.keychain,
            )
        except VaultError as error:
            if error.code == "vault.wrong_passphrase":
                return False
            raise
        return True

    def close_slot(self, slot_id: SlotId) -> None:
        """Close the safe to a person. VaultError `vault.last_slot` for the only one."""
        slot_changes.remove_slot(self.folder, self.data_key, SafeSlotId(slot_id))

    def new_recovery_code(self) -> str:
        """Return a new code as it is printed; the old one opens nothing from now on."""
        return slot_changes.new_recovery_code(self.folder, self.data_key).printed

    def problems(self) -> tuple[Problem, ...]:
        """Every byte of `slots` against its seal."""
        return seals.check(self.folder, self.data_key)
