"""Blobs: filed bytes in and out, never without their digest."""

import hashlib
from typing import Any

import sqlalchemy as sa

from immtrac_desk.errors import DeskError, VaultError


def digest_of(content: bytes) -> str:
    """SHA-256 in hexadecimal, `""` for no bytes at all."""
    return hashlib.sha256(content).hexdigest() if content else ""


def read(
    connection: sa.Connection,
    blob: sa.Column[Any],
    digest: sa.Column[Any],
    row_id: str,
    unknown: str,
) -> bytes:
    """The bytes of one row, proven by its digest. Refuses `unknown` where there is no such row.

    Raises VaultError `vault.damaged`: a last overflow page whose seal fails is read as zeros by
    the engine, without an error.
    """
    here = blob.table.c.id == row_id
    row = connection.execute(sa.select(blob, digest).where(here)).first()
    if row is None:
        raise DeskError(unknown)
    content, stored = bytes(row[0]), row[1]
    if digest_of(content) != stored:
        raise VaultError("vault.damaged", place=f"{blob.table.name} {row_id}")
    return content
