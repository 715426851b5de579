"""The shelf of packets: every revision, which is in force, its wording and its frozen digest."""

import tomllib
from dataclasses import replace
from datetime import date

from forms import catalog
from forms.agreement_packet.packet import Kind
from forms.agreement_packet.r2026_11.spec import SPEC as R2026_11
from forms.agreement_packet.spec import PacketSpec
from forms.wording import HOUSE, Wording, wording

SPECS = (R2026_11,)
"""Every released revision, oldest first; none is ever taken away."""


def packet_spec(revision: str | None = None) -> PacketSpec:
    """Return a revision, by default the newest. Raises ValueError if there is no such one."""
    found = [one for one in SPECS if revision in (None, one.form.revision)]
    if not found:
        raise ValueError(f"no such revision of the packet: {revision}")
    return found[-1]


def packet_in_force(day: date) -> str:
    """Return the revision in force on `day`; the earliest holds for all earlier days."""
    begun = [one for one in SPECS if one.form.effective_from <= day]
    return (begun or list(SPECS[:1]))[-1].form.revision


def packet_wording(spec: PacketSpec, kind: Kind, language: str) -> Wording:
    """Return the wording of a revision, with the title that this kind of packet has.

    Raises ValueError for a language or a kind there is none of.
    """
    words = wording(spec.form, language)
    if f"title.{kind}" not in words.tables["sentences"]:
        raise ValueError("no such kind of packet")
    titled = {part: words.sentence(f"{part}.{kind}") for part in ("title", "subtitle")}
    sheet = {**words.tables["sheet"], **titled}
    return replace(words, tables={**words.tables, "sheet": sheet})


def packet_digests() -> dict[str, str]:
    """Return the digests written down at release, by folder."""
    path = HOUSE / "agreement_packet" / "released.toml"
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))["released"])


def packets_changed_since_release() -> tuple[str, ...]:
    """Return the folders whose files are not what was released."""
    kept = packet_digests()
    folders = ((one.form.folder, catalog.digest(one.form)) for one in SPECS)
    return tuple(folder for folder, digest in folders if kept.get(folder) != digest)
