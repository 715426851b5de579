"""A signature made into the marks that are drawn on a sheet."""

from forms.answers import Word
from forms.sheet import Marks

from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.words import Choice, Manner

_MANNERS = {
    Manner.INK_ON_SCREEN: "ink",
    Manner.MARK: "mark",
    Manner.WET_INK: "wet",
    Manner.WET_MARK: "wet",
}
