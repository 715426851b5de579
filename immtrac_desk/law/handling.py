"""DT-8: what to do with finished paper."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.words import Choice, FormKind
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import first_row

_PAPERS = {
    Choice.WITHDRAW: "withdrawal",
    Choice.RELEASE: "release",
    Choice.GRANT: "consent",
}


@dataclass(frozen=True, slots=True)
class Handling:
    """`action`: send_withdrawal, give_record, keep_here, affirm or send_consent."""

    row: str
    action: str
    citation: str
    mark: str


def handling(choice: Choice, on: date, settings: LawSettings) -> Handling:
    """Return what to do with a paper on which `choice` was signed (DT-8).

    A refusal, a C-8 kept and a release not given all stay in the clinic (DT-8.5).
    """
    facts: dict[str, str | bool] = {
        "paper": _PAPERS.get(choice, "refusal"),
        "registered": settings.registered_provider,
    }
    found = first_row("DT-8", facts, on)
    return Handling(found.id, found.text("action"), found.citation, found.mark)


def leaves_the_clinic(form: FormKind, choice: Choice, settings: LawSettings) -> bool:
    """True if the paper itself is sent: never a refusal, never an affirmed consent (DT-8.1)."""
    if choice is Choice.WITHDRAW:
        return form is FormKind.WITHDRAWAL
    return choice is Choice.GRANT and not settings.registered_provider
