"""Makes the golden handbook anew, on purpose: `python -m tests.forms.handbook_golden`."""

import tomllib

from forms.handbook.press import render_handbook
from tests.forms.golden import GOLDEN
from tests.forms.press import drawing, texts

LANGUAGES = ("en", "es")
DIGESTS = GOLDEN / "handbook.toml"


def said(language: str) -> str:
    """The text of the handbook, pages parted by form feeds."""
    return "\n\f\n".join(texts(render_handbook(language))).strip()


def kept(language: str) -> str:
    """The golden text."""
    return (GOLDEN / f"handbook_{language}.txt").read_text(encoding="utf-8").strip()


def digests() -> dict[str, str]:
    """The golden digests of the drawing, by language."""
    return dict(tomllib.loads(DIGESTS.read_text(encoding="utf-8"))["drawing"])


def renew() -> None:
    """Write what is drawn now over what was golden."""
    lines = ["# What the handbook looks like. Renewed only when it changes on purpose.\n"]
    lines.append("[drawing]")
    for language in LANGUAGES:
        (GOLDEN / f"handbook_{language}.txt").write_text(said(language) + "\n", encoding="utf-8")
        lines.append(f'{language} = "{drawing(render_handbook(language))}"')
    DIGESTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    renew()
