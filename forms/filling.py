"""What a sheet is filled from: wording, answers, setting, and where overlong text goes."""

from dataclasses import dataclass, field

from forms.answers import Answers
from forms.fit import Spill
from forms.page import MEASURE
from forms.setting import Setting
from forms.wording import Wording


@dataclass(frozen=True, slots=True)
class Filling:
    """`wide` is the measure that prose is set to: the whole page, or one of its two columns."""

    wording: Wording
    answers: Answers
    setting: Setting
    spill: Spill = field(default_factory=Spill)
    wide: float = MEASURE
