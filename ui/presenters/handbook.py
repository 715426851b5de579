"""The handbook on the screen: its list, what a search finds, and one's checks."""

import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from immtrac_desk.desk.handbook import Chapter, ChapterDone, CheckResult, Section, texts_of
from immtrac_desk.errors import DeskError
from ui.presenters.form_keeper import FormKeeper
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Progress:
    """The checks one did, in the order in which they were done; kept over a lock."""

    done: tuple[ChapterDone, ...] = ()


class HandbookRow(NamedTuple):
    """One line of the list: a chapter, or a section that a search found; `result` in words."""

    chapter_id: str
    anchor: str
    label: str
    result: str


class HandbookPresenter:
    """Reading needs no right and is not logged; checks are one's own."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self.desk, self.tr = desk, tr
        self.keeper = FormKeeper(desk, "handbook", "", Progress)
        self.progress = self.keeper.go_on() if self.keeper.offered else Progress()

    # -- reading -----------------------------------------------------------------------------

    def chapters(self) -> tuple[Chapter, ...]:
        return self.desk.handbook.chapters(self.tr.language)

    def chapter(self, chapter_id: str) -> Chapter:
        """The chapter of this id; the first one where there is none."""
        every = self.chapters()
        return next((one for one in every if one.id == chapter_id), every[0])

    def beside(self, chapter_id: str) -> tuple[Chapter | None, Chapter | None]:
        """The chapter before and the one after."""
        every = self.chapters()
        at = [one.id for one in every].index(chapter_id)
        return (every[at - 1] if at else None, every[at + 1] if at + 1 < len(every) else None)

    def rows(self, text: str = "") -> tuple[HandbookRow, ...]:
        """Every chapter; while something is typed, the sections that have all of its words."""
        wanted = _folded(text).split()
        if not wanted:
            return tuple(self._of_chapter(one) for one in self.chapters())
        return tuple(
            HandbookRow(one.id, section.anchor, f"{section.title} · {one.title}", "")
            for one in self.chapters()
            for section, words in _searched(one)
            if all(f" {word}" in words for word in wanted)
        )

    def pdf(self) -> bytes:
        return self.desk.handbook.pdf(self.tr.language)

    # -- checking oneself --------------------------------------------------------------------

    def done(self, chapter_id: str) -> ChapterDone | None:
        """One's check of a chapter."""
        found = (one for one in self.progress.done if one.chapter_id == chapter_id)
        return next(found, None)

    def result(self, chapter_id: str) -> CheckResult | None:
        """How one's check went; None while a question is open."""
        done = self.done(chapter_id)
        if done is None or -1 in done.answers:
            return None
        return self.desk.handbook.check(chapter_id, done.answers)

    def answers(self, chapter_id: str) -> tuple[int, ...]:
        """What was chosen for each question, -1 for one that is open."""
        done = self.done(chapter_id)
        count = len(self.chapter(chapter_id).questions)
        return done.answers if done and len(done.answers) == count else (-1,) * count

    def choose(self, chapter_id: str, question: int, choice: int) -> bool:
        """Take a choice; return whether it is right. It may be changed as often as one likes."""
        answers = list(self.answers(chapter_id))
        answers[question] = choice
        done = ChapterDone(chapter_id=chapter_id, answers=tuple(answers), on=self.desk.today())
        others = tuple(one for one in self.progress.done if one.chapter_id != chapter_id)
        self.progress = Progress((*others, done))
        return self.desk.handbook.check(chapter_id, answers).marks[question]

    def result_words(self, chapter_id: str) -> str:
        """`3 of 4 right`, or "" while a question is open."""
        result = self.result(chapter_id)
        if result is None:
            return ""
        word = "handbook_room.all_right" if result.passed else "handbook_room.score"
        return self.tr.say(word, right=result.right, of=result.of)

    def finished(self) -> tuple[ChapterDone, ...]:
        """The checks without an open question, in the order of the chapters."""
        order = [one.id for one in self.chapters()]
        whole = [one for one in self.progress.done if -1 not in one.answers]
        known = [one for one in whole if one.chapter_id in order]
        return tuple(sorted(known, key=lambda one: order.index(one.chapter_id)))

    def keep(self) -> None:
        """Lose no check: kept under one's own name in the vault."""
        self.keeper.keep(self.progress, begun=Progress())

    def forget(self) -> None:
        """The record was signed: the next one begins anew."""
        self.progress = Progress()
        # The record is filed by now: checks that are gone already must not make it look refused.
        with suppress(DeskError):
            self.keeper.settle()
        self.keeper = FormKeeper(self.desk, "handbook", "", Progress)

    def _of_chapter(self, one: Chapter) -> HandbookRow:
        label = f"{one.number}  {one.title}"
        return HandbookRow(one.id, "", label, self.result_words(one.id))


@cache
def _searched(chapter: Chapter) -> tuple[tuple[Section, str], ...]:
    """Each section with all of its words, folded."""
    found = []
    for section in chapter.sections:
        texts = [text for block in section.blocks for text in texts_of(block)]
        words = _folded(" ".join((section.title, *section.terms, *texts)))
        found.append((section, f" {words}"))
    return tuple(found)


def _folded(text: str) -> str:
    """Words without case, accents and marks, one space between them; `IEE-526` stays one word."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = (char for char in bare if unicodedata.category(char) != "Mn")
    return " ".join(
        "".join(char if char.isalnum() or char == "-" else " " for char in kept).split()
    )
