"""What Today says of site agreements: due dates, roles, training, answers that are awaited."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from immtrac_desk.domain.rights import may
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.agreement_pictures import AgreementToday
    from immtrac_desk.domain.ids import ApplicationId, OrganizationId

FOR_EVERYBODY = frozenset({"agreement_overdue"})
"""Told at the front desk too: access may be off. The rest is the office's work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """One line: its pill, what it is, what is to be done, and where its button leads."""

    code: str
    pill: str
    tone: str
    title: str
    sentence: str
    button: str
    organization_id: "OrganizationId"
    application_id: "ApplicationId | None"


def agreement_rows(desk: "Desk", tr: Wording) -> tuple[AgreementRow, ...]:
    """Return the lines this person is told, the urgent ones first."""
    all_of_it = may(desk.actor.role, "see_agreement_work")
    lines = desk.agreement.today_lines()
    told = [line for line in lines if all_of_it or line.code in FOR_EVERYBODY]
    several = len({line.organization.id for line in lines}) > 1
    urgency = {"bad": 0, "warn": 1}
    told.sort(key=lambda line: urgency.get(line.tone, 2))
    return tuple(_row(line, tr, several) for line in told)


def _row(line: "AgreementToday", tr: Wording, several: bool) -> AgreementRow:
    days = abs(line.days) if line.days is not None else 0
    facts = {
        "count": line.count,
        "days": _days(days, tr),
        "on": tr.long_date(line.on) if line.on else "",
        "who": line.who,
    }
    sentence = tr.say(f"agreement_today.{line.code}.says", **facts)
    if several:
        sentence = f"{line.organization.name}: {sentence}"
    return AgreementRow(
        code=line.code,
        pill=_pill(line),
        tone=line.tone,
        title=tr.say(f"agreement_today.{line.code}.title"),
        sentence=sentence,
        button=f"agreement_today.{line.code}.button",
        organization_id=line.organization.id,
        application_id=line.application_id,
    )


def _pill(line: "AgreementToday") -> str:
    """Days where days are counted, else how many."""
    return str(line.count if line.days is None else abs(line.days))


def _days(days: int, tr: Wording) -> str:
    return tr.say("agreement_today.day" if days == 1 else "agreement_today.days", days=days)
