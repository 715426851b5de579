"""The practice clinic at the registry: doses, answers, what was read there, what was reported."""

from immtrac_desk.practice.answer_stories import AnswerTeller, note_answers
from immtrac_desk.practice.diary import Diary
from immtrac_desk.practice.dose_stories import DoseTeller, note_doses
from immtrac_desk.practice.entry_stories import note_entries
from immtrac_desk.practice.people import People
from immtrac_desk.practice.report_stories import note_reports
from immtrac_desk.practice.stories import Teller


def note_registry(diary: Diary, tell: Teller, people: People) -> None:
    """Note everything about the registry, after the clients it is about."""
    doses = DoseTeller(tell.desk, tell.invent.today, people)
    note_doses(diary, doses)
    note_entries(diary, doses)
    note_answers(diary, AnswerTeller(doses, tell))
    note_reports(diary, tell.desk, tell.invent.today)
