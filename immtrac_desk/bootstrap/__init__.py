"""The builder: safe, filing room and counter put together; it alone has seen them all."""

from immtrac_desk.bootstrap.closed import ByCode, ByPassphrase, restore_vault, verify_vault
from immtrac_desk.bootstrap.opening import (
    NewVault,
    create_vault,
    open_vault,
    open_with_recovery,
)
from immtrac_desk.bootstrap.passphrases import weigh_passphrase
from immtrac_desk.bootstrap.surroundings import Clock, Surroundings, local_now, machine

__all__ = [
    "ByCode",
    "ByPassphrase",
    "Clock",
    "NewVault",
    "Surroundings",
    "create_vault",
    "local_now",
    "machine",
    "open_vault",
    "open_with_recovery",
    "restore_vault",
    "verify_vault",
    "weigh_passphrase",
]
