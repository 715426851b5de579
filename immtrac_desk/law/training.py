"""DT-16.1 to 16.3: the clock of the privacy training (HB 300), and how long its proof is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from immtrac_desk.domain.site_person import SitePerson, Training, TrainingKind
from immtrac_desk.law.age import add_months
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.tables import row

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class TrainingVerdict:
    """`none` (no hire date, or left), `open`, `overdue`, `done`, or `due` again by the setting.

    `due` is the last day in time; for a yearly training that is done, the next one.
    """

    state: str
    due: date | None
    row: str
    citation: str
    trained_on: date | None = None


def hb300_due(hired_on: date) -> date:
    """Return the last day in time of the training after a hire (DT-16.1)."""
    return hired_on + timedelta(int(row("DT-16.1", hired_on).then["days"]))


def keep_until(training_on: date) -> date:
    """Return until when the signed proof is kept, clamped to the month's end (DT-16.2)."""
    years = int(row("DT-16.2", training_on).then["years"])
    return add_months(training_on, _MONTHS * years)


def training_state(
    person: SitePerson, trainings: Sequence[Training], on: date, settings: LawSettings
) -> TrainingVerdict:
    """Return where the privacy training of `person` stands on `on`.

    `trainings` may hold other people's and other kinds too. Yearly only by `training.annual`,
    and never overdue by it (OQ-44).
    """
    days = [
        one.on
        for one in trainings
        if one.person_id == person.id and one.kind is TrainingKind.HB300 and one.on <= on
    ]
    if days:
        return _again(max(days), on, settings)
    if person.hired_on is None or (person.left_on is not None and person.left_on < on):
        return _verdict("none", None, "DT-16.1", on)
    due = hb300_due(person.hired_on)
    return _verdict("overdue" if on > due else "open", due, "DT-16.1", on)


def _again(trained_on: date, on: date, settings: LawSettings) -> TrainingVerdict:
    if not settings.training_annual:
        return _verdict("done", None, "DT-16.1", on, trained_on)
    due = add_months(trained_on, int(row("DT-16.3", on).then["months"]))
    return _verdict("due" if on > due else "done", due, "DT-16.3", on, trained_on)


def _verdict(
    state: str, due: date | None, row_id: str, on: date, trained_on: date | None = None
) -> TrainingVerdict:
    found = row(row_id, on)
    return TrainingVerdict(state, due, found.id, found.citation, trained_on)
