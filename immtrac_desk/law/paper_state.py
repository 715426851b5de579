"""Where one signed paper stands on a day: it holds, was refused, has ended, or never counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId
from immtrac_desk.domain.words import FormKind, Scope
from immtrac_desk.law.age import kept_until
from immtrac_desk.law.attributes import disaster_grants
from immtrac_desk.law.grants import Grant, grants_of
from immtrac_desk.law.history import counting, disaster_acts
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.story import tell

_REFUSALS = frozenset(
    {
        ActKind.CONSENT_DECLINED,
        ActKind.REFUSAL_NOTED,
        ActKind.WITHDRAWAL_KEPT,
        ActKind.RELEASE_DECLINED,
    }
)
_TAKES = frozenset({ActKind.CONSENT_WITHDRAWN, ActKind.CONSENT_DECLINED})


class Holds(Enum):
    """The four things that may be said of a signed paper."""

    ACTIVE = "active"
    """Signed and standing, whether affirmed yet or not."""
    REJECTED = "rejected"
    """The signer said no to what the paper asks."""
    ENDED = "ended"
    IN_ERROR = "in_error"
    """Invalidated or entered in error: it never counted (E28)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperState:
    """`until_on` is the last day on which it holds, None without end or where it never held.

    `why` is `""`, `invalidated`, `in_error`, `void` (invalid from the start, or set aside by
    DT-6.5), `late` (DT-4.2), `replaced`, `withdrawn`, `lapsed`, `granted_again`, `answered`.
    """

    holds: Holds
    from_on: date
    until_on: date | None = None
    in_effect_on: date | None = None
    """Affirmed, or received by DSHS (DT-5, "in effect")."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """The acts of one line of consent, standard or disaster, as DT-5 orders them."""

    signed: tuple[Act, ...]
    grants: Mapping[ActId, Grant]
    live: tuple[Grant, ...]

    def next_after(self, made: Act, kinds: frozenset[ActKind]) -> date | None:
        places = [place for place, act in enumerate(self.signed) if act.id == made.id]
        later = self.signed[places[0] + 1 :] if places else ()
        return next((act.on for act in later if act.kind in kinds), None)


def paper_state(
    made: Act, acts: Sequence[Act], born_on: date, on: date, settings: LawSettings
) -> PaperState:
    """Return where the paper stands that came into being by `made` (DT-4 to DT-6).

    `acts` are all acts of the client known, in any order; those after `on` do not count.
    """
    counted = counting(acts, on)
    if made.id not in {act.id for act in counted}:
        return PaperState(holds=Holds.IN_ERROR, from_on=made.on, why=_why_void(made, acts))
    if made.kind in _REFUSALS:
        return PaperState(holds=Holds.REJECTED, from_on=made.on)
    if made.kind is ActKind.CONSENT_GRANTED:
        return _grant(made, counted, born_on, on, settings)
    if made.kind is ActKind.CONSENT_WITHDRAWN:
        return _withdrawal(made, _lines(made, counted, born_on, on, settings))
    answers = (act for act in counted if act.kind is ActKind.RELEASE_ANSWERED)
    day = next((act.on for act in answers if act.document_id == made.document_id), None)
    holds = Holds.ENDED if day else Holds.ACTIVE
    return PaperState(holds=holds, from_on=made.on, until_on=day, why="answered" if day else "")


def _why_void(made: Act, acts: Sequence[Act]) -> str:
    invalid = {act.document_id for act in acts if act.kind is ActKind.DOCUMENT_INVALIDATED}
    return "invalidated" if made.document_id in invalid else "in_error"


def _standard(counted: Sequence[Act], born_on: date, on: date, settings: LawSettings) -> _Line:
    story = tell(born_on, counted, on, settings)
    return _Line(story.signed, story.grants, story.live)


def _disaster(counted: Sequence[Act], born_on: date, on: date, settings: LawSettings) -> _Line:
    signed = disaster_acts(counted)
    grants = grants_of(signed, counted, born_on, on, settings)
    return _Line(signed, grants, disaster_grants(counted, born_on, on, settings))


def _lines(
    made: Act, counted: Sequence[Act], born_on: date, on: date, settings: LawSettings
) -> tuple[_Line, ...]:
    """The lines that a withdrawal ends; one that does not say ends both."""
    made_of = {
        Scope.STANDARD: (_standard,),
        Scope.DISASTER: (_disaster,),
    }.get(made.scope or Scope.BOTH, (_standard, _disaster))
    return tuple(line(counted, born_on, on, settings) for line in made_of)


def _grant(
    made: Act, counted: Sequence[Act], born_on: date, on: date, settings: LawSettings
) -> PaperState:
    of_disaster = made.form is FormKind.DISASTER
    line = (_disaster if of_disaster else _standard)(counted, born_on, on, settings)
    grant = line.grants.get(made.id)
    if grant is None or grant.late:
        why = "late" if grant else "void"
        return PaperState(holds=Holds.ENDED, from_on=made.on, why=why)
    why, until = _end(grant, line, counted, born_on, on, settings)
    return PaperState(
        holds=Holds.ENDED if why else Holds.ACTIVE,
        from_on=made.on,
        until_on=until,
        in_effect_on=grant.in_effect_on,
        why=why,
    )


def _end(
    grant: Grant,
    line: _Line,
    counted: Sequence[Act],
    born_on: date,
    on: date,
    settings: LawSettings,
) -> tuple[str, date | None]:
    """What ended the grant and when; `""` with the day on which the law itself will end it."""
    if grant.act.id not in {one.act.id for one in line.live}:
        return "withdrawn", line.next_after(grant.act, _TAKES)
    if grant.replaced:
        kind, paper = ActKind.DOCUMENT_REPLACED, grant.document_id
        days = (act.on for act in counted if act.kind is kind and act.document_id == paper)
        return "replaced", next(days, None)
    if grant.form is not FormKind.MINOR:
        return "", None
    last = kept_until(born_on, on, settings) - timedelta(days=1)
    return ("lapsed" if on > last else ""), last


def _withdrawal(made: Act, lines: Sequence[_Line]) -> PaperState:
    """A withdrawal holds until something is granted again in each line that it ended."""
    if not any(made.id == act.id for line in lines for act in line.signed):
        return PaperState(holds=Holds.ENDED, from_on=made.on, why="void")
    again = frozenset({ActKind.CONSENT_GRANTED})
    days = [line.next_after(made, again) for line in lines]
    ended = [day for day in days if day is not None]
    if len(ended) < len(days):
        return PaperState(holds=Holds.ACTIVE, from_on=made.on)
    return PaperState(holds=Holds.ENDED, from_on=made.on, until_on=max(ended), why="granted_again")
