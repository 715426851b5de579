"""The story of the standard consent: its signed acts told in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import ActId
from immtrac_desk.domain.words import FormKind
from immtrac_desk.law.disagreement import settled
from immtrac_desk.law.grants import Grant, grants_of
from immtrac_desk.law.history import standard_acts
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.refusals import is_lawful, takes_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The standard acts told in order: which grants stand, what was withdrawn or refused last."""

    signed: tuple[Act, ...]
    grants: Mapping[ActId, Grant]
    live: tuple[Grant, ...]
    withdrawn: Act | None
    declined: Act | None

    def latest(self, form: FormKind, on: date) -> Grant | None:
        """The latest grant of this form that is in effect on `on`."""
        found = [grant for grant in self.live if grant.form is form and grant.in_effect(on)]
        return found[-1] if found else None

    def waiting(self, on: date) -> tuple[Grant, ...]:
        """Grants not in effect; a replacement of a paper in effect has nothing to wait for."""
        open_ = [
            grant
            for grant in self.live
            if not grant.in_effect(on) and self.latest(grant.form, on) is None
        ]
        unreplaced = [grant for grant in open_ if not grant.replaced]
        return tuple(unreplaced or open_)


def tell(born_on: date, counted: Sequence[Act], on: date, settings: LawSettings) -> Story:
    """Return the story of the standard consent from the acts that count."""
    signed = settled(standard_acts(counted), counted)
    grants = grants_of(signed, counted, born_on, on, settings)
    live: list[Grant] = []
    withdrawn: Act | None = None
    declined: Act | None = None
    for act in signed:
        if act.kind is ActKind.CONSENT_WITHDRAWN:
            live, withdrawn, declined = [], act, None
        elif act.id in grants:
            live.append(grants[act.id])
            declined = declined if grants[act.id].late else None
        elif act.kind is ActKind.CONSENT_DECLINED and is_lawful(act, born_on, settings):
            kept = [one for one in live if not takes_back(act, one, born_on, settings)]
            ended = len(kept) < len(live) and all(one.late for one in kept)
            live, declined = kept, None if ended else act
            withdrawn = act if ended else withdrawn
    standing = tuple(grant for grant in live if not grant.late)
    return Story(
        signed=signed, grants=grants, live=standing, withdrawn=withdrawn, declined=declined
    )
