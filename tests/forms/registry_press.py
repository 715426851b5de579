"""Letters, pictures, reports and records to draw, with one thing changed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from forms.charts.chart import Chart, DayCount, Mark, Series
from forms.letters.letter import Letter, Sender
from forms.record_entries import (
    RecordAct,
    RecordConsent,
    RecordDocument,
    RecordDose,
    RecordPerson,
    RecordReading,
    RecordResponsible,
    RecordSummary,
    RecordTask,
)
from forms.report_entries import Report, ReportTable
from forms.training_entries import ChapterResult, TrainingRecord

LANGUAGES = ("en", "es")
WRITTEN = (
    ("turning_18", "parent"),
    ("turning_18", "client"),
    ("pending_adult", "client"),
    ("last_chance", "client"),
    ("disaster_data", "client"),
    ("disaster_data", "parent"),
    ("record_request", "client"),
    ("record_request", "parent"),
)
SENDER = Sender(
    name="Oak Street Clinic",
    address=("1200 Oak Street, Suite 4", "Austin, TX 78701"),
    phone="(512) 555-0142",
)
TUYET = "Nguyễn Thị Ánh Tuyết"
PRINTED = "Printed 11/22/2026 10:14 AM by Rosa Peña"


def letter(
    kind: str = "turning_18", to: str = "parent", language: str = "en", **changed: Any
) -> Letter:
    """A letter to or about Ánh Tuyết, with what is `changed`."""
    made = Letter(
        kind=kind,
        language=language,
        to=to,  # type: ignore[arg-type]
        client_name=TUYET,
        client_first_name="Ánh Tuyết",
        address=("45 Elm Street Apt. 2", "Austin, TX 78702"),
        sender=SENDER,
        dated=date(2026, 11, 22),
        day=date(2027, 2, 3),
        age=26 if kind in ("pending_adult", "last_chance") else 18,
        kept_until=date(2035, 2, 3),
        consented=True,
        event="the flood of 2024" if kind == "disaster_data" else "",
    )
    return replace(made, **changed)


def chart(kind: str = "bars", language: str = "en", **changed: Any) -> Chart:
    """A picture of each kind, with what is `changed`."""
    made = Chart(id=kind, kind=kind, title="A picture", alt="", language=language)  # type: ignore[arg-type]
    return replace(made, **(_CONTENT[kind] | changed))


_NUMBERS = (
    Series(name="Minor consent", values=(120, 98, None, 5), keys=("m1", "m2", "m3", "m4")),
    Series(name="Adult consent", values=(0, 3, 45, 160), keys=("a1", "a2", "a3", "a4")),
)
_AGES = {"labels": ("0 to 5", "6 to 17", "18 to 25", "26 and over"), "series": _NUMBERS}
_CONTENT: dict[str, dict[str, Any]] = {
    "bars": _AGES,
    "stacked": _AGES,
    "line": _AGES | {"unit": "a month"},
    "funnel": {
        "labels": ("Asked", "Signed", "Affirmed"),
        "series": (Series(name="", values=(180, 131, 96), keys=("f1", "f2", "f3")),),
        "between": ("median 0 days (0 to 12)", "median 3 days (0 to 41)"),
    },
    "calendar": {
        "first": date(2026, 11, 1),
        "last": date(2027, 1, 31),
        "days": tuple(
            DayCount(
                on=date(2026, 11, 3) + timedelta(days=9 * at),
                count=at + 1,
                marked=at % 2,
                key=f"d{at}",
            )
            for at in range(10)
        ),
        "marked_name": "some of them are still without adult consent",
    },
    "timeline": {
        "labels": ("Oak Street Clinic", "Elm Street Clinic"),
        "first": date(2026, 6, 1),
        "last": date(2027, 12, 31),
        "today_on": date(2026, 11, 22),
        "marks": (
            Mark(
                lane=0,
                on=date(2025, 3, 1),
                until=date(2027, 3, 1),
                label="in force",
                key="t1",
            ),
            Mark(lane=0, on=date(2027, 1, 1), label="60 days left", tone="warn", key="t2"),
            Mark(lane=1, on=date(2026, 10, 1), label="HB 300 overdue", tone="bad", key="t3"),
        ),
    },
}
KINDS = tuple(_CONTENT)


def report(language: str = "en", **changed: Any) -> Report:
    """A report with a picture of each kind and a table."""
    made = Report(
        language=language,
        title="Coverage by age",
        period="From 01/01/2026 to 12/31/2026",
        site="Oak Street Clinic",
        charts=tuple(chart(kind, language) for kind in KINDS),
        tables=(
            ReportTable(
                title="Clients by age",
                heads=("Age", "Minor consent", "Total"),
                rows=(("0 to 5", "120", "1,234"), ("6 to 17", "98", "7")),
                numeric=(False, True, True),
            ),
        ),
        notes=("A client counts with the status of the last day.",),
        printed=PRINTED,
    )
    return replace(made, **changed)


def record(language: str = "en", **changed: Any) -> RecordSummary:
    """The whole record of a minor with a dose and a reading."""
    made = RecordSummary(
        language=language,
        organization="Oak Street Clinic",
        person=RecordPerson(
            name=TUYET,
            birth_date="02/03/2009",
            former_names=("Lê Ánh", "Trần Ánh"),
            address=("45 Elm Street Apt. 2", "Austin, TX 78702"),
            phone="(512) 555-0177",
            chart_no="A-1177",
            status="A minor consent is in effect since 03/05/2012.",
            notes=("Does not want letters.",),
        ),
        responsible=(RecordResponsible(name="Phạm Hoa", relation="mother", note="primary"),),
        consents=(
            RecordConsent(
                what="Minor consent, granted",
                signed_on="03/01/2012",
                signer="Phạm Hoa",
                state="affirmed on 03/05/2012",
                in_effect_on="03/05/2012",
                form="C-7, built-in 2026-11",
                record_id="01JD7K2MQ4",
            ),
        ),
        acts=(RecordAct(on="03/01/2012 10:14 AM", what="Consent signed", by="Rosa Peña"),),
        doses=(
            RecordDose(
                given_on="11/03/2026",
                vaccine="Influenza, injectable",
                state="reported on 11/04/2026",
                code="CVX 150",
                lot="UJ123AA",
                manufacturer="Sanofi Pasteur",
                place="intramuscular, left deltoid",
                eligibility="Medicaid",
                prescriber="Rosa Peña",
            ),
        ),
        readings=(
            RecordReading(on="11/03/2026", what="Search", said="found", by="Ana Ruiz"),
            RecordReading(on="11/03/2026", what="Schedule", said="MMR: red row"),
        ),
        documents=(RecordDocument(title="C-7", on="03/01/2012", pages=1, digest="3f79bb7b" * 8),),
        tasks=(
            RecordTask(
                on="11/03/2026",
                what="Ask DSHS who may sign",
                state="open, due on 12/03/2026",
                note="the uncle brings the child",
            ),
        ),
        printed=PRINTED,
    )
    return replace(made, **changed)


def training(language: str = "en", **changed: Any) -> TrainingRecord:
    """The signed record of a training in two chapters."""
    wavy = tuple((0.1 + at / 50, 0.5 + (at % 5) / 15, at * 10.0, at / 30) for at in range(31))
    made = TrainingRecord(
        language=language,
        topic="hb300",
        organization="Oak Street Clinic",
        person=TUYET,
        person_title="RN",
        chapters=(
            ChapterResult(title="Confidentiality", right=4, of=5, on="11/20/2026"),
            ChapterResult(title="Who may have access", right=3, of=3, on="11/22/2026"),
        ),
        handbook="edition 2026-11",
        trained_on="11/22/2026",
        strokes=(wavy,),
        signed_text="11/22/2026 10:14 AM",
        record_id="01JD7K2MQ4",
    )
    return replace(made, **changed)
