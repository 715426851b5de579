"""What the registry's rooms print: letters, reports, a client's record, handbook, training."""

from datetime import date, timedelta
from pathlib import Path

from immtrac_desk.desk import Desk
from immtrac_desk.desk.report_pictures import ReportAsked

LANGUAGES = ("en", "es")
A_QUARTER = timedelta(days=91)


def write_prints(desk: Desk, letters: bytes, folder: Path, quick: bool = False) -> int:
    """Write one of each into `folder`, in both languages where there are two; return how many.

    `quick` leaves out every report but the first.
    """
    prints = {"letters": letters, "training-record": _training(desk)}
    last = desk.today()
    first: date = last - A_QUARTER
    client = desk.doses.to_report()[0].dose.client_id
    for language in LANGUAGES:
        prints[f"handbook-{language}"] = desk.handbook.pdf(language)
        prints[f"record-{language}"] = desk.evidence.record_summary(client, language)
        for name in desk.reports.names()[: 1 if quick else None]:
            drawn = desk.reports.pdf(ReportAsked(name, first, last, language=language))
            prints[f"report-{name}-{language}"] = drawn
    folder.mkdir(parents=True, exist_ok=True)
    for name, pdf in prints.items():
        (folder / f"{name}.pdf").write_bytes(pdf)
    return len(prints)


def _training(desk: Desk) -> bytes:
    """The proof of the last training that was signed."""
    files = (
        file
        for person in desk.handbook.trainees()
        for file in desk.roster.person_file(person.id).files
    )
    last = max(files, key=lambda file: file.attached_at)
    return desk.agreement.open_file(last.id)
