"""The shelf of forms: every form and revision, which is in force, and their frozen digests."""

import hashlib
import tomllib
from datetime import date

from forms.adult_consent.r2026_11.spec import SPEC as ADULT_2026_11
from forms.disaster_retention.r2026_11.spec import SPEC as DISASTER_2026_11
from forms.minor_consent.r2026_11.spec import SPEC as MINOR_2026_11
from forms.release.r2026_11.spec import SPEC as RELEASE_2026_11
from forms.spec import FormSpec
from forms.withdrawal.r2026_11.spec import SPEC as WITHDRAWAL_2026_11
from forms.wording import HOUSE, LANGUAGES, files

SPECS = (MINOR_2026_11, ADULT_2026_11, DISASTER_2026_11, WITHDRAWAL_2026_11, RELEASE_2026_11)
"""Every released revision, oldest first within a form; none is ever taken away."""


def languages() -> tuple[str, ...]:
    """Return the languages every form is written in."""
    return LANGUAGES


def spec(stock_no: str, revision: str | None = None) -> FormSpec:
    """Return the spec of a revision, by default the newest.

    Raises ValueError if there is no such form or revision.
    """
    found = [one for one in SPECS if one.stock_no == stock_no and revision in (None, one.revision)]
    if not found:
        raise ValueError(f"no such form or revision: {stock_no} {revision or ''}".rstrip())
    return found[-1]


def revisions(stock_no: str) -> tuple[str, ...]:
    """Return every revision of a form, oldest first."""
    return tuple(one.revision for one in SPECS if one.stock_no == stock_no)


def in_force(stock_no: str, day: date) -> str:
    """Return the revision in force on `day`; the earliest holds for all earlier days."""
    own = [one for one in SPECS if one.stock_no == stock_no]
    if not own:
        raise ValueError(f"no such form: {stock_no}")
    begun = [one for one in own if one.effective_from <= day]
    return (begun or own[:1])[-1].revision


def digest(released: FormSpec) -> str:
    """Return the SHA-256 over the files of a revision: its spec and its wording."""
    seal = hashlib.sha256()
    for path in files(released):
        seal.update(path.relative_to(HOUSE).as_posix().encode() + b"\0")
        seal.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return seal.hexdigest()


def released_digests() -> dict[str, str]:
    """Return the digests written down at release, by folder."""
    text = (HOUSE / "released.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["released"])


def changed_since_release() -> tuple[str, ...]:
    """Return the folders whose files are not what was released."""
    kept = released_digests()
    return tuple(one.folder for one in SPECS if kept.get(one.folder) != digest(one))
