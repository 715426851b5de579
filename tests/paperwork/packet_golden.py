"""Makes the golden packets anew, on purpose: `python -m tests.paperwork.packet_golden`."""

import tomllib

from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.law.questions import built_in, open_questions
from immtrac_desk.paperwork.packet_sample import sample_answers, sample_packet
from tests.forms.golden import GOLDEN
from tests.forms.press import drawing, texts

DRAWINGS = GOLDEN / "packet_drawings.toml"
EVERY = [(kind, language) for kind in ApplicationKind for language in ("en", "es")]


def sample(kind: ApplicationKind, language: str) -> bytes:
    """The sample packet with the built-in questions that its answers open."""
    questions = open_questions(built_in(), sample_answers(language))
    return sample_packet(kind, language, questions)


def said(kind: ApplicationKind, language: str) -> str:
    """The text of the sample packet, pages parted by form feeds."""
    return "\n\f\n".join(texts(sample(kind, language))).strip()


def kept(kind: ApplicationKind, language: str) -> str:
    """The golden text."""
    return (GOLDEN / f"packet_{kind.value}_{language}.txt").read_text(encoding="utf-8").strip()


def drawn(kind: ApplicationKind, language: str) -> str:
    """The digest of the drawing of the sample packet."""
    return drawing(sample(kind, language))


def drawings() -> dict[str, str]:
    """The golden digests, by kind and language."""
    return dict(tomllib.loads(DRAWINGS.read_text(encoding="utf-8"))["drawing"])


def renew() -> None:
    """Write what is drawn now over what was golden."""
    lines = [
        "# What the sample packets look like. Renewed only when the layout changes on purpose.\n",
        "[drawing]",
    ]
    for kind, language in EVERY:
        name = f"packet_{kind.value}_{language}"
        (GOLDEN / f"{name}.txt").write_text(said(kind, language) + "\n", encoding="utf-8")
        lines.append(f'"{kind.value}_{language}" = "{drawn(kind, language)}"')
    DRAWINGS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    renew()
