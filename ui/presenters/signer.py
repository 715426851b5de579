"""What the signer's view knows: one sheet, a choice that is never preset, ink behind a lock."""

from collections.abc import Callable
from dataclasses import replace

from immtrac_desk.desk.consents import Drawn
from immtrac_desk.domain.document import Signature, Stroke
from immtrac_desk.domain.words import CHOICES, Choice, Manner
from ui.presenters.consent import ConsentPresenter
from ui.presenters.ink import Ink
from ui.presenters.paper import Paper
from ui.presenters.telling import voice_of
from ui.wording import Wording

_ASKED = ("choice", "scope", "witness_name")
"""Fields that are still answered in this view, or after it."""


class SignerPresenter(Ink):
    """The hand-over: everything is said in the sheet's language, nothing of anybody else shown."""

    def __init__(
        self, consent: ConsentPresenter, paper: Paper, changed: Callable[[], None] = lambda: None
    ) -> None:
        self.consent = consent
        self.paper = paper
        self.changed = changed
        self.strokes: tuple[Stroke, ...] = ()
        self.witness_strokes: tuple[Stroke, ...] = ()
        self.mark = consent.draft.cannot_write
        self.drawn: Drawn = paper.draw()
        self.done = False
        self._refused = {choice: self._refusal(choice) for choice in self.choices}

    @property
    def tr(self) -> Wording:
        return voice_of(self.consent.draft.language)

    @property
    def choices(self) -> tuple[Choice, Choice]:
        return CHOICES[self.consent.draft.form]

    @property
    def choice(self) -> Choice | None:
        return self.consent.draft.choice

    def refused(self, choice: Choice) -> str:
        """Why this choice could not be recorded, as a sentence's code; `""` where it could.

        Nobody signs in vain: beside a consent on file a second one is not offered (DT-6.3).
        """
        return self._refused[choice]

    def choose(self, choice: Choice) -> None:
        """The signer chose: the sheet is drawn with it, older ink is let go, the pad unlocks."""
        if choice is self.choice or self.refused(choice):
            return
        self.consent.choose(choice)
        self._let_go()
        self.drawn = self.paper.draw()
        self.changed()

    @property
    def locked(self) -> str:
        if self.choice is None:
            return "signer.locked.choice"
        if self.mark and not self.consent.draft.witness_name:
            return "signer.locked.witness"
        return ""

    def put_mark(self, mark: bool) -> None:
        """The signer cannot write: a mark, with a witness who is named (DT-2.14, DT-3.6)."""
        self.mark = mark
        self._let_go()
        self.consent.put_flag("cannot_write", mark)
        self.drawn = self.paper.draw()
        self.changed()

    def put_witness(self, name: str) -> None:
        self.consent.put("witness_name", name)
        self.drawn = self.paper.draw()
        self.changed()

    def witness_ink(self, strokes: tuple[Stroke, ...]) -> None:
        """Take the witness's own signature; nothing while the pads are locked (DT-3.6)."""
        self.witness_strokes = () if self.locked else strokes
        self.changed()

    def clear(self) -> None:
        self._let_go()
        self.changed()

    @property
    def can_finish(self) -> bool:
        witnessed = bool(self.witness_strokes) or not self.mark
        return self.can_file and witnessed

    def finish(self) -> Signature:
        """The signer is done: the ink, its day and minute, the printed name, the sheet as read."""
        if not self.can_finish:
            raise ValueError("nothing to finish")
        now = self.consent.desk.now()
        signature = Signature(
            manner=Manner.MARK if self.mark else Manner.INK_ON_SCREEN,
            signed_on=now.date(),
            signed_at=now.time().replace(microsecond=0, tzinfo=None),
            strokes=self.strokes,
            witness_strokes=self.witness_strokes,
            printed_name=self.consent.draft.signer_name,
        )
        self.paper.sign_on_screen(signature, self.drawn.digest)
        self.done = True
        self.changed()
        return signature

    def _refusal(self, choice: Choice) -> str:
        """What stands against this choice and did not stand against handing over."""
        chosen = replace(self.consent.draft, choice=choice)
        before = {error.code for error in self.consent.assessment.errors}
        errors = self.consent.desk.consents.assess(chosen).errors
        new = [e.code for e in errors if e.field not in _ASKED and e.code not in before]
        told = [f"signer.refused.{code}" for code in new]
        own = [code for code in told if self.tr.has(code)]
        return (*own, "signer.refused.other")[0] if told else ""

    def _let_go(self) -> None:
        """Ink stands for one choice and one manner: another wants it anew."""
        self.strokes = self.witness_strokes = ()

    def give_up(self) -> None:
        """Handed back unsigned: the choice made at the screen is taken back with it."""
        if not self.done:
            self.consent.replace(replace(self.consent.draft, choice=None))
