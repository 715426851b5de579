"""Makes the golden texts and drawings of letters, pictures and records anew, on purpose:
`python -m tests.forms.registry_golden`."""

import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from forms.charts.chart import DARK, PRINT
from forms.charts.page import chart_page
from forms.letters.letter import Letter
from forms.letters.run import render_run
from forms.record_summary import record_summary_pdf
from forms.report_pages import report_pdf
from forms.training_record import training_record_pdf
from tests.forms.press import drawing, texts
from tests.forms.registry_press import (
    KINDS,
    LANGUAGES,
    WRITTEN,
    chart,
    letter,
    record,
    report,
    training,
)

GOLDEN = Path(__file__).parents[1] / "golden"
DRAWINGS = GOLDEN / "registry_drawings.toml"


def run_pdf(*letters: Letter, envelopes: bool = True) -> bytes:
    """A run that nobody cancels."""
    made = render_run(letters, envelopes)
    assert made is not None
    return made.pdf


def _picture(kind: str, dark: bool) -> bytes:
    return chart_page(chart(kind), 500, 300, DARK if dark else PRINT)


PAPERS: dict[str, Callable[[], bytes]] = {
    **{
        f"letter_{kind}_{to}_{language}": partial(run_pdf, letter(kind, to, language))
        for kind, to in WRITTEN
        for language in LANGUAGES
    },
    **{f"report_{language}": partial(report_pdf, report(language)) for language in LANGUAGES},
    **{
        f"record_{language}": partial(record_summary_pdf, record(language))
        for language in LANGUAGES
    },
    **{
        f"training_{language}": partial(training_record_pdf, training(language))
        for language in LANGUAGES
    },
}
PICTURES: dict[str, Callable[[], bytes]] = {
    f"{kind}_{'dark' if dark else 'light'}": partial(_picture, kind, dark)
    for kind in KINDS
    for dark in (False, True)
}


def said(name: str) -> str:
    """The text of a paper, pages parted by form feeds."""
    return "\n\f\n".join(texts(PAPERS[name]())).strip()


def kept(name: str) -> str:
    """The golden text."""
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").strip()


def drawn(name: str) -> str:
    """The digest of what is drawn."""
    return drawing((PAPERS | PICTURES)[name]())


def drawings() -> dict[str, str]:
    """The golden digests."""
    return dict(tomllib.loads(DRAWINGS.read_text(encoding="utf-8"))["drawing"])


def renew() -> None:
    """Write what is drawn now over what was golden."""
    for name in PAPERS:
        (GOLDEN / f"{name}.txt").write_text(said(name) + "\n", encoding="utf-8")
    lines = ["# Letters, pictures and records. Renewed only when they change on purpose."]
    lines += ["[drawing]", *(f'"{name}" = "{drawn(name)}"' for name in PAPERS | PICTURES)]
    DRAWINGS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    renew()
