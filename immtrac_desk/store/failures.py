"""Failures: what the engine says when something is wrong, as codes of the vault."""

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from immtrac_desk.errors import DeskError, VaultError

CODES = {
    5: "vault.busy",
    6: "vault.busy",
    8: "vault.read_only",
    10: "vault.io",
    11: "vault.damaged",
    13: "vault.full",
    14: "vault.io",
    26: "vault.damaged",
}
"""SQLite primary result codes: BUSY LOCKED READONLY IOERR CORRUPT FULL CANTOPEN NOTADB."""


def vault_error(error: BaseException) -> VaultError | None:
    """Return the vault's code for an error of the engine, or None if it is of another kind.

    A wrong key and a damaged first page look alike here (`vault.damaged`): whoever holds the
    key check value tells them apart.
    """
    code = getattr(error, "sqlite_errorcode", None)
    name = CODES.get(code & 0xFF) if isinstance(code, int) else None
    return VaultError(name) if name else None


def listen(engine: sa.Engine) -> None:
    """Let every failure of `engine` leave the filing room as a DeskError."""

    @sa.event.listens_for(engine, "handle_error")
    def _translate(context: sa.ExceptionContext) -> None:
        original = context.original_exception
        known = vault_error(original)
        if known:
            raise known from original
        if isinstance(original, sqlcipher.IntegrityError):
            # the engine names the constraint or the columns, never a value
            raise DeskError("store.refused", rule=str(original)) from original
