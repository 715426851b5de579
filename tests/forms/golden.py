"""Makes the golden texts and drawings anew, on purpose: `python -m tests.forms.golden`."""

import tomllib
from pathlib import Path

from forms.render import render
from tests.forms.press import EVERY, drawing, sample, texts

GOLDEN = Path(__file__).parents[1] / "golden"
DRAWINGS = GOLDEN / "drawings.toml"


def said(stock_no: str, language: str) -> str:
    """The text of the sample sheet, pages parted by form feeds."""
    return "\n\f\n".join(texts(render(sample(stock_no, language)).pdf)).strip()


def kept(stock_no: str, language: str) -> str:
    """The golden text."""
    return (GOLDEN / f"{stock_no}_{language}.txt").read_text(encoding="utf-8").strip()


def drawn(stock_no: str, language: str) -> str:
    """The digest of the drawing of the sample sheet."""
    return drawing(render(sample(stock_no, language)).pdf)


def drawings() -> dict[str, str]:
    """The golden digests, by form and language."""
    return dict(tomllib.loads(DRAWINGS.read_text(encoding="utf-8"))["drawing"])


def renew() -> None:
    """Write what is drawn now over what was golden."""
    lines = [
        "# What the sample sheets look like. Renewed only when the layout changes on purpose.\n"
    ]
    lines.append("[drawing]")
    for stock_no, language in EVERY:
        text = said(stock_no, language) + "\n"
        (GOLDEN / f"{stock_no}_{language}.txt").write_text(text, encoding="utf-8")
        lines.append(f'"{stock_no}_{language}" = "{drawn(stock_no, language)}"')
    DRAWINGS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    renew()
