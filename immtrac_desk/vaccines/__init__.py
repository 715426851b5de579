"""Vaccines: what a dose may be, from a small table of our own; it may lag and refuses nothing."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Vaccine:
    """One CVX code. `trade_names` pairs each trade name with its manufacturer's MVX code."""

    cvx: str
    name: str
    name_es: str
    group: str
    trade_names: tuple[tuple[str, str], ...] = ()

    def said(self, language: str) -> str:
        """Return the name in `language`, a code such as `es`; English for any other."""
        return self.name_es if language == "es" else self.name


@dataclass(frozen=True, slots=True)
class Manufacturer:
    """A manufacturer by its MVX code."""

    mvx: str
    name: str


@dataclass(frozen=True, slots=True)
class Coded:
    """A route, a body site or a group of vaccines: the code with its words in both languages."""

    code: str
    en: str
    es: str

    def said(self, language: str) -> str:
        """Return the words in `language`, a code such as `es`; English for any other."""
        return self.es if language == "es" else self.en


def dated() -> date:
    """Return the day on which the table was last checked."""
    day: date = _source()["dated"]
    return day


def vaccine(cvx: str) -> Vaccine | None:
    """Return the vaccine of a CVX code (`8` is `08`), None for a code that the table lacks."""
    return _by_cvx().get(plain_cvx(cvx))


def plain_cvx(cvx: str) -> str:
    """Return a CVX code with at least two digits and no zeros to spare, as the table has it."""
    text = cvx.strip()
    return text.lstrip("0").zfill(2) if text.isascii() and text.isdecimal() else text


def vaccines() -> tuple[Vaccine, ...]:
    """Return every vaccine of the table in the order of its codes."""
    return tuple(_by_cvx().values())


def find(text: str, limit: int = 20) -> tuple[Vaccine, ...]:
    """Return vaccines whose code, name, group or trade name holds each word of `text`.

    A code that is typed whole stands first, then names that begin so. Empty text finds nothing.
    """
    words = text.casefold().split()
    if not words:
        return ()
    found = [one for one in vaccines() if all(word in _told(one) for word in words)]
    return tuple(sorted(found, key=lambda one: _rank(one, words))[:limit])


def manufacturer(mvx: str) -> Manufacturer | None:
    """Return the manufacturer of an MVX code, None for one that the table lacks."""
    name = _source()["mvx"].get(mvx.strip().upper())
    return Manufacturer(mvx.strip().upper(), name) if name else None


def manufacturers() -> tuple[Manufacturer, ...]:
    """Return every manufacturer of the table, by name."""
    found = (Manufacturer(mvx, name) for mvx, name in _source()["mvx"].items())
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def routes() -> tuple[Coded, ...]:
    """Return the routes of HL7 table 0162, the usual ones first."""
    return _coded("route")


def body_sites() -> tuple[Coded, ...]:
    """Return the body sites of HL7 table 0163, the usual ones first."""
    return _coded("body_site")


def groups() -> tuple[Coded, ...]:
    """Return the groups under which vaccines are listed."""
    return _coded("group")


@cache
def _source() -> Mapping[str, Any]:
    text = files("immtrac_desk.vaccines").joinpath("vaccines.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def _by_cvx() -> Mapping[str, Vaccine]:
    return MappingProxyType({cvx: _vaccine(cvx, row) for cvx, row in _source()["cvx"].items()})


def _vaccine(cvx: str, row: Mapping[str, Any]) -> Vaccine:
    trades = (name.rpartition("/") for name in row.get("trade", ()))
    return Vaccine(
        cvx=cvx,
        name=row["name"],
        name_es=row.get("es", row["name"]),
        group=row["group"],
        trade_names=tuple((name, mvx) for name, _, mvx in trades),
    )


@cache
def _coded(table: str) -> tuple[Coded, ...]:
    return tuple(Coded(code, row["en"], row["es"]) for code, row in _source()[table].items())


@cache
def _told(one: Vaccine) -> str:
    group = next((g for g in groups() if g.code == one.group), None)
    of_group = (group.en, group.es) if group else ()
    trades = (name for name, _ in one.trade_names)
    return " ".join((one.cvx, one.name, one.name_es, *of_group, *trades)).casefold()


def _rank(one: Vaccine, words: list[str]) -> tuple[bool, bool, int]:
    names = (one.name, one.name_es, *(name for name, _ in one.trade_names))
    begins = any(name.casefold().startswith(words[0]) for name in names)
    return one.cvx != plain_cvx(words[0]), not begins, int(one.cvx)
