"""DT-5: the standard status, derived from the acts for one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.ids import DocumentId
from immtrac_desk.domain.words import DisasterRetention, FormKind, Has, Responder, Status
from immtrac_desk.law.age import add_months, kept_until, majority
from immtrac_desk.law.attributes import disaster_grants, responder, retention
from immtrac_desk.law.disagreement import Disagreement, open_disagreement
from immtrac_desk.law.forms import life_stage
from immtrac_desk.law.grants import Grant
from immtrac_desk.law.history import counting
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.several import rules_of
from immtrac_desk.law.standing import OpenWithdrawal, Standing, Waiting
from immtrac_desk.law.story import Story, tell
from immtrac_desk.law.tables import Row, first_row
from immtrac_desk.law.timing import AMBER, PLAIN, RED, waiting_alarm

_ALARMS = (PLAIN, AMBER, RED)
_CONSENT_FORMS = (FormKind.MINOR, FormKind.ADULT, FormKind.DISASTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """Everything the rows ask, gathered once."""

    born_on: date
    on: date
    settings: LawSettings
    stage: str
    counted: tuple[Act, ...]
    story: Story
    adult: Grant | None
    minor: Grant | None
    waiting: tuple[Grant, ...]
    clash: Disagreement | None
    died_on: date | None
    disaster: tuple[Grant, ...]
    fr: Responder
    dir: DisasterRetention

    @property
    def keeps(self) -> bool:
        """DT-11.4: PENDING_ADULT counts as a consent in effect, LAPSED does not."""
        return self.adult is not None or (self.minor is not None and self.stage != "kept_over")


def derive(born_on: date, acts: Sequence[Act], on: date, settings: LawSettings) -> Standing:
    """Return the standing of a client on the day `on` from all acts known (DT-5).

    `acts` in any order; those after `on`, undone, invalidated or too late do not count.
    """
    case = _case(born_on, counting(acts, on), on, settings)
    row = first_row("DT-5", _facts(case), on)
    status = _status(row, case)
    to_affirm = () if case.died_on else _to_affirm(case)
    story, clash = case.story, case.clash
    review = case.stage != "under_18" and settings.review_at_18
    return Standing(
        status=status,
        row=row.id,
        citation=row.citation,
        mark=row.mark,
        since=_since(status, case),
        until=_until(status, case),
        kept=row.text("kept"),
        released=bool(row.then["released"]),
        flag=_flag(row, case),
        alarm=max((one.alarm for one in to_affirm), key=_ALARMS.index, default=PLAIN),
        has=_has(case),
        standard_in_effect=case.keeps,
        fr=case.fr,
        fr_review=case.fr is Responder.MINOR_FAMILY and review,
        dir=case.dir,
        dir_review=case.dir is DisasterRetention.MINOR and review,
        to_affirm=to_affirm,
        open_withdrawals=_open_withdrawals(case.counted),
        disagreement=clash is not None,
        conflict_acts=clash.acts if clash else (),
        conflict_documents=clash.documents if clash else (),
        declined_act=story.declined,
        withdrawn_act=story.withdrawn,
        effective_document=_document(case),
        died_on=case.died_on,
        rules=_rules(case),
    )


def _case(born_on: date, counted: tuple[Act, ...], on: date, settings: LawSettings) -> _Case:
    story = tell(born_on, counted, on, settings)
    deaths = [act.on for act in counted if act.kind is ActKind.DEATH_RECORDED]
    disaster = disaster_grants(counted, born_on, on, settings)
    return _Case(
        born_on=born_on,
        on=on,
        settings=settings,
        stage=life_stage(born_on, on, settings),
        counted=counted,
        story=story,
        adult=story.latest(FormKind.ADULT, on),
        minor=story.latest(FormKind.MINOR, on),
        waiting=story.waiting(on),
        clash=open_disagreement(story.signed, story.grants, born_on, settings),
        died_on=min(deaths, default=None),
        disaster=disaster,
        fr=responder(counted, born_on, settings),
        dir=retention(disaster, born_on, settings),
    )


def _facts(case: _Case) -> dict[str, str | bool]:
    return {
        "died": case.died_on is not None,
        "conflict": case.clash is not None,
        "withdrawn": case.story.withdrawn is not None and not case.story.live,
        "adult_in_effect": case.adult is not None,
        "minor_in_effect": case.minor is not None,
        "stage": case.stage,
        "waiting": _where(case),
        "declined": case.story.declined is not None,
    }


def _where(case: _Case) -> str:
    """`none`, `here` (to affirm or to send) or `sent` (DT-5.8 and 8b)."""
    if not case.waiting:
        return "none"
    last = case.waiting[-1]
    elsewhere = last.sent_unregistered or not case.settings.registered_provider
    return "sent" if last.sent_on is not None and elsewhere else "here"


def _status(row: Row, case: _Case) -> Status:
    if row.text("status") != "NONE":
        return Status(row.text("status"))
    return Status.NONE_MINOR if case.stage == "under_18" else Status.NONE_ADULT


def _has(case: _Case) -> Has:
    """A signed, still timely paper counts as consented (DT-1, DT-6.3)."""
    forms = {grant.form for grant in case.waiting if not grant.may_be_early}
    if case.adult or FormKind.ADULT in forms:
        return Has.ADULT
    return Has.MINOR if case.minor or FormKind.MINOR in forms else Has.NONE


def _document(case: _Case) -> DocumentId | None:
    waiting = case.waiting[-1] if case.waiting else None
    grant = case.adult or case.minor or waiting
    return grant.document_id if grant else None


def _since(status: Status, case: _Case) -> date | None:
    """The day from which the status holds; `_until` is its counterpart."""
    story, d = case.story, majority(case.born_on, case.on, case.settings)
    days = {
        Status.DECEASED: case.died_on,
        Status.CONFLICT: case.clash.since if case.clash else None,
        Status.WITHDRAWN: story.withdrawn.on if story.withdrawn else None,
        Status.CONSENTED_ADULT: case.adult.in_effect_on if case.adult else None,
        Status.CONSENTED_MINOR: case.minor.in_effect_on if case.minor else None,
        Status.PENDING_ADULT: d,
        Status.LAPSED: kept_until(case.born_on, case.on, case.settings),
        Status.DECLINED: story.declined.on if story.declined else None,
    }
    if status in (Status.SIGNED_TO_AFFIRM, Status.SENT_UNCONFIRMED):
        return case.waiting[-1].act.on
    return days.get(status)


def _until(status: Status, case: _Case) -> date | None:
    d = majority(case.born_on, case.on, case.settings)
    waits = status in (Status.SIGNED_TO_AFFIRM, Status.SENT_UNCONFIRMED)
    if status is Status.CONSENTED_MINOR or (waits and case.stage == "under_18"):
        return d
    if status is Status.PENDING_ADULT:
        return kept_until(case.born_on, case.on, case.settings)
    return None


def _flag(row: Row, case: _Case) -> str:
    d = majority(case.born_on, case.on, case.settings)
    if row.id == "DT-5.5" and case.on >= add_months(d, -case.settings.turning_18_months):
        return "adult_form_soon"
    if row.id == "DT-5.8b" and case.waiting[-1].may_be_early:
        return "late_unless_received_earlier"
    return row.text("flag")


def _to_affirm(case: _Case) -> tuple[Waiting, ...]:
    disaster = [grant for grant in case.disaster[-1:] if not grant.in_effect(case.on)]
    return tuple(_waiting(grant, case) for grant in (*case.waiting, *disaster))


def _waiting(grant: Grant, case: _Case) -> Waiting:
    alarm = waiting_alarm(case.born_on, grant.act.on, case.on, case.settings)
    return Waiting(
        document_id=grant.document_id,
        act_id=grant.act.id,
        form=grant.form,
        signed_on=grant.act.on,
        sent_on=grant.sent_on,
        alarm=RED if grant.may_be_early else alarm,
    )


def _open_withdrawals(counted: Sequence[Act]) -> tuple[OpenWithdrawal, ...]:
    """Withdrawals without DSHS's answer. A paper taken back before it took effect went nowhere."""
    confirmed = {act.document_id for act in counted if act.kind is ActKind.WITHDRAWAL_CONFIRMED}
    return tuple(
        OpenWithdrawal(act_id=act.id, document_id=act.document_id, withdrawn_on=act.on)
        for act in counted
        if act.kind is ActKind.CONSENT_WITHDRAWN
        and act.form not in _CONSENT_FORMS
        and (act.document_id is None or act.document_id not in confirmed)
    )


def _rules(case: _Case) -> tuple[str, ...]:
    disaster_only = case.dir is not DisasterRetention.NONE and not case.keeps
    several = rules_of(case.story, case.counted, case.clash is not None)
    return several + (("DT-6.6",) if disaster_only else ())
