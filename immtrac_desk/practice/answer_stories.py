"""Answers of the registry at the practice clinic, and what was done about some of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.domain.dose import ReportMethod
from immtrac_desk.domain.words import FormKind
from immtrac_desk.practice import answer_text
from immtrac_desk.practice.answer_text import Remark
from immtrac_desk.practice.diary import Diary
from immtrac_desk.practice.dose_stories import DoseTeller, Row, registry
from immtrac_desk.practice.people import sites_by_name
from immtrac_desk.practice.stories import REGISTRY_USER, Teller

CONSENT_CAME, REPORTED_AGAIN, LOT_FOUND, PHONE_FOUND, MAIL_SENT, LOOKED_INTO = 64, 58, 45, 44, 43, 1
"""Days ago on which something was done about what an answer said."""


@dataclass(frozen=True, slots=True)
class AnswerTeller:
    """Tells what came back about the doses of one teller."""

    doses: DoseTeller
    clients: Teller

    def take(self, row: Row) -> None:
        """Take an answer in, as far as it is about clients who are there."""
        remarks = tuple(found for told in row["items"] if (found := self._remark(told)))
        if not remarks:
            return
        desk = self.doses.desk
        torn = bool(row.get("torn"))
        written: dict[str, Callable[[Sequence[Remark]], str]] = {
            "ack": partial(answer_text.acknowledgement, on=desk.today(), torn=torn),
            "table": answer_text.table,
            "note": answer_text.note,
        }
        site = sites_by_name(desk).get(row.get("site", desk.clinic))
        text = written[row["as"]](remarks)
        desk.answers.take(text.encode(), AnswerSource(row["source"]), site)

    def consent_came(self) -> None:
        """The mother signed after all: what was rejected may be reported again."""
        client = self.doses.client("none_minor long 0")
        if client is not None:
            paper = self.clients.paper(client, FormKind.MINOR, self.doses.desk.today())
            self.clients.affirm(paper, self.doses.desk.today())

    def report_again(self) -> None:
        dose = self.doses.named.get("no_consent")
        if dose is not None:
            desk = self.doses.desk
            desk.doses.report((dose.id,), desk.today(), ReportMethod.ONLINE, REGISTRY_USER)

    def find_lot(self) -> None:
        """The lot was on the vial; the dose waits to be reported again."""
        dose = self.doses.named.get("no_lot")
        if dose is not None:
            self.doses.named["no_lot"] = self.doses.desk.doses.save(replace(dose, lot="PR064"))

    def find_phone(self) -> None:
        told = self.doses.client("turning_18 long 0")
        if told is not None:
            client = self.doses.desk.people.file(told.id).client
            self.doses.desk.people.save(replace(client, phone="(512) 555-0188"))

    def mail_dshs(self) -> None:
        self._close("IEE-298", "practice: written to DSHS", by_mail=True)

    def look_into(self) -> None:
        self._close("IEE-777", "practice: the vendor knows this code", by_mail=False)

    def _close(self, code: str, why: str, *, by_mail: bool) -> None:
        answers = self.doses.desk.answers
        for line in answers.items(show="open", code=code):
            (answers.email_dshs if by_mail else answers.close)(line.item.id, why)

    def _remark(self, told: Mapping[str, Any]) -> Remark | None:
        dose = self.doses.named.get(told.get("dose", ""))
        if "dose" in told and dose is None:
            return None
        desk = self.doses.desk
        client = (
            desk.people.file(dose.client_id).client if dose else self.doses.client(told["client"])
        )
        if client is None:
            return None
        severity = told.get("severity", "")
        return Remark(code=told["code"], severity=severity, client=client, dose=dose)


def note_answers(diary: Diary, tell: AnswerTeller) -> None:
    """Note every invented answer, and then what was done about it."""
    for row in registry()["answer"]:
        diary.note(row["came"], partial(tell.take, row))
    diary.note(CONSENT_CAME, tell.consent_came)
    diary.note(REPORTED_AGAIN, tell.report_again)
    diary.note(LOT_FOUND, tell.find_lot)
    diary.note(PHONE_FOUND, tell.find_phone)
    diary.note(MAIL_SENT, tell.mail_dshs)
    diary.note(LOOKED_INTO, tell.look_into)
