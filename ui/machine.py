"""The machine's own memory: language, theme, text size, geometry, the last vault's place."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from immtrac_desk.sayings import LANGUAGES

_FILE = "desk.json"
_MODES = ("system", "light", "dark")
HOME = "IMMTRAC_DESK_HOME"
"""Names a folder that stands for the person's own config and data folders, as trials need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What is kept outside every vault. Never anything about a client or a member of staff."""

    language: str = ""
    """Empty until somebody chose one: then the system's."""
    mode: str = "system"
    percent: int = 100
    geometry: tuple[int, ...] = ()
    """x, y, width, height, and 1 where the window was maximised."""
    last_vault: str = ""
    last_practice: bool = False
    """Whether that vault is a practice vault, so that its lock can wear the band."""
    in_use: bool = False
    """Whether a vault stands open: where it does at a start, the program ended by itself."""


def config_folder() -> Path:
    """Where the memory lies; made on writing, for its owner only."""
    home = os.environ.get(HOME)
    if home:
        return Path(home) / "config"
    return _of_the_person(QStandardPaths.StandardLocation.GenericConfigLocation)


def data_folder() -> Path:
    """Where a first vault is proposed."""
    home = os.environ.get(HOME)
    if home:
        return Path(home) / "data"
    return _of_the_person(QStandardPaths.StandardLocation.GenericDataLocation)


def _of_the_person(kind: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(kind)) / "immtrac-desk"


def recall(folder: Path | None = None) -> Machine:
    """What was kept; defaults where nothing readable is."""
    try:
        kept = json.loads(((folder or config_folder()) / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Machine()
    return _sound(kept) if isinstance(kept, dict) else Machine()


def keep(machine: Machine, folder: Path | None = None) -> None:
    """Write it whole or not at all; a full disk costs a preference and nothing else."""
    place = folder or config_folder()
    spare = place / f".{_FILE}"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        spare.touch(mode=0o600)
        spare.write_text(json.dumps(asdict(machine), indent=1), encoding="utf-8")
        spare.replace(place / _FILE)
    except OSError:
        return


def _sound(kept: dict[str, object]) -> Machine:
    known = {f.name for f in fields(Machine)}
    told = {name: value for name, value in kept.items() if name in known}
    checks = {
        "language": lambda v: v in LANGUAGES,
        "mode": lambda v: v in _MODES,
        "percent": lambda v: isinstance(v, int) and 100 <= v <= 200,
        "geometry": lambda v: isinstance(v, list) and all(isinstance(n, int) for n in v),
        "last_vault": lambda v: isinstance(v, str),
        "last_practice": lambda v: isinstance(v, bool),
        "in_use": lambda v: isinstance(v, bool),
    }
    good = {name: value for name, value in told.items() if checks[name](value)}
    geometry = good.pop("geometry", ())
    return Machine(**good, geometry=tuple(geometry))  # type: ignore[arg-type]
