"""DT-24: what a code of the registry means to the clinic: owner, mending act, hidden, grouped."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from immtrac_desk.law.tables import row


class Owner(StrEnum):
    """Whose work an answer is. REVIEW: nobody knows yet, somebody looks."""

    DESK = "desk"
    NURSE = "nurse"
    DATA_STAFF = "data-staff"
    OFFICE_MANAGER = "office-manager"
    NONE = "none"
    DSHS = "dshs"
    OWNER_ORGANIZATION = "owner-organization"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseCode:
    """One code by DT-24.

    `action` is a word for what to do, `mends` for the act that closes its row, "" where only the
    registry's next answer does. `fields`: of a client or a dose, what a correction must change to
    close it, none where any correction does.
    `hidden`: on the ignore list, still counted. `by_client`: one row for each client, since one
    fix clears all doses. `opens_change`: makes a change of the site agreement due. `known` False:
    not in the table, to be reviewed.
    """

    code: str
    owner: Owner
    action: str
    helped_by: Owner | None = None
    mends: str = ""
    fields: frozenset[str] = frozenset()
    hidden: bool = False
    by_client: bool = False
    opens_change: bool = False
    known: bool = True


def response_code(code: str, on: date) -> ResponseCode:
    """Return what `code` asks for by the rows of `on`; an unknown code is to be reviewed."""
    entry = response_codes().get(code)
    unknown = row("DT-24.2", on).text("unknown")
    told = entry or {"owner": unknown, "action": unknown}
    helper = told.get("with", "")
    return ResponseCode(
        code=code,
        owner=Owner(told["owner"]),
        action=told["action"],
        helped_by=Owner(helper) if helper else None,
        mends=told.get("mends", ""),
        fields=frozenset(told.get("fields", "").split()),
        hidden=code in row("DT-24.4", on).words("hidden"),
        by_client=groups_by_client(code, on),
        opens_change=code in row("DT-24.6", on).words("opens"),
        known=entry is not None,
    )


def groups_by_client(code: str, on: date) -> bool:
    """True for a fault of consent: one row for each client, not for each dose (DT-24.3)."""
    rule = row("DT-24.3", on)
    return code.startswith(rule.text("prefix")) or code in rule.words("alone")


@cache
def response_codes() -> Mapping[str, Mapping[str, str]]:
    """Return the table: owner and action, and where given `with`, `mends`, `fields`, by code."""
    source = files("immtrac_desk.law").joinpath("response_codes.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(source)["code"])
