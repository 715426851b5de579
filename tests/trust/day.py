"""A canary day: every room of the desk is used, and every text typed in it is a canary."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pypdfium2

from immtrac_desk.desk import Desk
from immtrac_desk.desk.pictures import Receipt, RecordConsent, RecordExisting
from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.draft import ConsentDraft, Override, PaperSeen
from immtrac_desk.domain.words import (
    Choice,
    FormKind,
    Intent,
    Manner,
    Responder,
    Role,
    Scope,
    Source,
    Who,
)
from immtrac_desk.practice.signing import scribble, sign_on_screen
from tests.office import PASSPHRASE, Office
from tests.trust.at_a_site import live_at_a_site
from tests.trust.at_an_agreement import live_at_an_agreement
from tests.trust.at_doses import live_with_doses, live_with_files
from tests.trust.at_the_registry import live_at_the_registry
from tests.trust.canaries import BORN_ON, GROWN_ON, STEM, canary

PHONE = "(512) 555-0187"


@dataclass
class Day:
    """Who came today, and how many acts were done for them."""

    desk: Desk
    clients: list[Client] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)

    def client(self, born_on: date, **changes: Any) -> Client:
        """Add a client with a canary in every field, and a responsible person for a minor."""
        made = replace(self.desk.people.new(), born_on=born_on, **everything(), **changes)
        person = replace(
            self.desk.people.new_responsible(made.id),
            name=PersonName(last=canary("rlast"), first=canary("rfirst")),
            relation=canary("rel"),
            phone=PHONE,
            email=f"{STEM}@example.org",
            primary=True,
        )
        kept = self.desk.people.save(made, (person,))
        self.clients.append(kept)
        return kept

    def draft(self, client: Client, intent: Intent, language: str = "en") -> ConsentDraft:
        """Begin a draft and fill in everything but the choice."""
        begun = self.desk.consents.begin(client, intent, language)
        minor = begun.form is FormKind.MINOR
        return replace(
            begun,
            signer_name=canary("signer") if minor else client.name.shown,
            who=Who.PARENT if minor else Who.SELF,
            relation=canary("relation") if minor else "self",
            received_by=canary("received"),
            interpreter_name=canary("interpreter"),
        )

    def sign(self, draft: ConsentDraft, choice: Choice, **changes: Any) -> Receipt:
        """Keep the draft, resume it, read the sheet, sign it on the screen."""
        draft = replace(draft, choice=choice, **changes)
        self.desk.consents.keep(draft)
        draft = self.desk.consents.resume(draft.id)
        receipt = sign_on_screen(self.desk, draft)
        self.receipts.append(receipt)
        return receipt

    def existing(self, client: Client, form: FormKind, on: date, **changes: Any) -> Any:
        known: dict[str, Any] = {
            "client_id": client.id,
            "form": form,
            "signed_on": on,
            "source": Source.PAPER,
            "where": canary("where"),
            "signer_name": canary("existing"),
            "who": Who.SELF,
            "relation": canary("relation"),
            "revision": canary("revision"),
        }
        return self.desk.consents.record_existing(RecordExisting(**(known | changes)))


def everything() -> dict[str, Any]:
    """Return a canary for every field of a client."""
    return {
        "name": PersonName(last=canary("last"), first=canary("first"), middle=canary("middle")),
        "gender": "female",
        "address": Address(
            street=canary("street"),
            unit=canary("unit"),
            city=canary("city"),
            state="TX",
            zip_code="78701",
            county="Travis",
        ),
        "phone": PHONE,
        "email": f"{STEM}@example.org",
        "mother_first_name": canary("mother"),
        "mother_maiden_name": canary("maiden"),
        "race": ("white",),
        "ethnicity": "hispanic",
        "former_names": (PersonName(last=canary("former"), first=canary("formerly")),),
        "name_as_written": canary("written"),
        "chart_no": canary("chart"),
        "immtrac2_id": canary("id"),
    }


def scan() -> bytes:
    """Return a PDF that opens, with a canary in the clear in it."""
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(300, 300)
        import io

        out = io.BytesIO()
        document.save(out)
    return out.getvalue() + f"% {canary('scan')}\n".encode()


def live_through(office: Office) -> Day:
    """Do everything a day can ask of an open office; the desk stays open."""
    desk = office.desk
    day = Day(desk)
    desk.staff.add(canary("staff"), Role.AUDITOR, PASSPHRASE, canary("registry"))
    desk.book.change_setting("clinic.name", canary("clinic"), canary("source"))
    event = replace(desk.book.new_event(), name=canary("event"), end_source=canary("posted"))
    desk.book.save_event(event)
    _minor(day)
    _adult(day)
    _paper(day)
    _people(day)
    live_at_a_site(desk)
    live_at_an_agreement(desk)
    live_with_doses(desk, day.clients[0])
    live_at_the_registry(desk, day.clients[0])
    live_with_files(desk, day.clients[0])
    known = desk.people.find(STEM)[0].name.shown
    for text in (STEM, STEM.upper(), BORN_ON.isoformat(), known):
        assert desk.people.find(text)
        desk.papers.documents(text)
    assert desk.people.find(f"{STEM[:-1]}b") is not None
    for client in day.clients:
        desk.people.file(client.id)
    desk.book.today_lists()
    desk.book.history(limit=500)
    desk.staff.new_recovery_code()
    desk.book.back_up()
    assert desk.book.verify() == ()
    return day


def _minor(day: Day) -> None:
    desk, child = day.desk, day.client(BORN_ON)
    desk.people.note_search(child.id, "found", desk.today(), canary("found"))
    granted = day.sign(day.draft(child, Intent.JOIN), Choice.GRANT)
    desk.papers.attach(granted.act.id, "scan", scan())
    desk.consents.affirm(granted.document.id, desk.today(), canary("user"))
    desk.papers.reprint(granted.document.id)
    desk.papers.note_printed(granted.document.id)
    desk.papers.pdf(granted.document.id)
    wrong = day.sign(day.draft(day.client(BORN_ON), Intent.JOIN, "es"), Choice.DECLINE)
    desk.consents.undo(wrong.act.id, canary("undo"))
    freed = day.client(BORN_ON)
    unclear = replace(
        day.draft(freed, Intent.JOIN),
        who=Who.GRANDPARENT,
        override=Override(reason=canary("why"), seen=canary("seen"), by=desk.actor.id),
        paper_seen=PaperSeen(what=canary("paper"), county=canary("county"), cause_no=canary("no")),
    )
    desk.consents.keep(unclear)
    desk.consents.assess(unclear)
    desk.consents.refer(freed.id, canary("refer"))


def _adult(day: Day) -> None:
    desk, adult = day.desk, day.client(GROWN_ON)
    disaster = replace(day.draft(adult, Intent.KEEP_DISASTER), responder=Responder.NONE)
    day.sign(disaster, Choice.GRANT)
    signed_on = desk.today() - timedelta(days=40)
    paper = day.existing(adult, FormKind.ADULT, signed_on, scan=scan())
    desk.consents.affirm(paper.id, desk.today(), canary("user"))
    copy = day.draft(adult, Intent.COPY)
    copy = replace(copy, release_to=_release(copy))
    released = day.sign(copy, Choice.RELEASE)
    answer = (canary("given"), canary("to"), canary("how"))
    desk.consents.answer_release(released.document.id, desk.today(), *answer)
    left = day.sign(day.draft(adult, Intent.LEAVE, "es"), Choice.WITHDRAW, scope=Scope.STANDARD)
    desk.consents.send(left.document.id, desk.today(), "fax", canary("fax"))
    desk.consents.confirm_withdrawal(left.document.id, desk.today(), scan())
    desk.consents.invalidate(left.document.id, canary("invalid"))


def _release(draft: ConsentDraft) -> Any:
    return replace(
        draft.release_to,
        requester=canary("requester"),
        relation=canary("relation"),
        address=canary("address"),
        fax=PHONE,
    )


def _paper(day: Day) -> None:
    """A sheet printed for ink, and signed with a pen."""
    desk = day.desk
    draft = replace(day.draft(day.client(BORN_ON), Intent.JOIN, "es"), choice=Choice.GRANT)
    printed = desk.consents.print_for_ink(draft)
    desk.papers.note_printed(draft.record_id)
    signature = Signature(
        manner=Manner.WET_INK,
        signed_on=desk.today(),
        strokes=(),
        seen_by=canary("seen by"),
        printed_name=draft.signer_name,
    )
    command = RecordConsent(
        draft=draft, signature=signature, print_id=printed.print.id, scan=scan()
    )
    day.receipts.append(desk.consents.record(command))
    assert scribble()


def _people(day: Day) -> None:
    desk = day.desk
    twice, same = day.client(GROWN_ON), day.client(GROWN_ON)
    desk.people.merge(twice.id, same.id, canary("merge"))
    desk.people.unmerge(twice.id, same.id, canary("unmerge"))
    new_name = replace(twice, name=PersonName(last=canary("newlast"), first=canary("newfirst")))
    desk.people.identity_change(new_name, canary("adopted"))
    task = desk.people.file(twice.id).tasks[0]
    desk.people.close_task(task.id, canary("done"))
    desk.people.record_death(same.id, desk.today(), canary("notice"))
