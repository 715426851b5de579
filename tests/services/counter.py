"""A counter for tests: one act at a time over a real encrypted file, on a day of one's choice."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.document import Document, FormPack, Signature, Stroke
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.ids import ClientId, StaffId, new_id
from immtrac_desk.domain.staff import Actor, StaffMember
from immtrac_desk.domain.words import Choice, FormKind, Intent, Manner, Role, Scope, Source, Who
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.standing import Standing
from immtrac_desk.paperwork.sheets import Drawn, draw
from immtrac_desk.services.begin_draft import Begin, begin_draft
from immtrac_desk.services.existing_seen import RecordExisting
from immtrac_desk.services.file_paper import paper_of
from immtrac_desk.services.ground import read_ground
from immtrac_desk.services.occasion import Occasion, Outcome
from immtrac_desk.services.on_client import open_client
from immtrac_desk.services.packs import all_packs
from immtrac_desk.services.record_consent import Receipt, RecordConsent, record_consent
from immtrac_desk.services.record_existing import record_existing
from immtrac_desk.services.standing_settings import read_settings
from immtrac_desk.services.verify_pack import VerifyPack, verify_pack
from immtrac_desk.settings import SettingValue
from immtrac_desk.store.repositories.audit import AuditFilter
from immtrac_desk.store.unit_of_work import Filing, UnitOfWork

C = TypeVar("C")
T = TypeVar("T")

TODAY = date(2026, 3, 2)
BORN = date(2010, 3, 10)
"""15 on TODAY; 18 on 2028-03-10."""

ANA = StaffMember(id=StaffId("ANA"), name="Ana Ruiz", role=Role.FRONT_DESK)
SAM = StaffMember(id=StaffId("SAM"), name="Sam Lee", role=Role.SUPERVISOR)
IVY = StaffMember(id=StaffId("IVY"), name="Ivy Hall", role=Role.AUDITOR)


def a_client(**changes: Any) -> Client:
    """A minor with every field answered."""
    made = Client(
        id=ClientId(new_id()),
        name=PersonName(last="García-López", first="Ana Sofía", middle=""),
        born_on=BORN,
        gender="female",
        address=Address(
            street="12 Oak St", city="Austin", state="TX", zip_code="78701", county="Travis"
        ),
        phone="(512) 555-0142",
        mother_first_name="María",
        mother_maiden_name="García",
        race=("white",),
        ethnicity="hispanic",
    )
    return dataclasses.replace(made, **changes)


class Counter:
    """Does acts as the corridor does, for whoever stands at the desk on whatever day."""

    def __init__(self, filing: Filing) -> None:
        self.filing = filing
        self.member = ANA
        self.today = TODAY
        self.time = time(10, 0)
        self.law = LawSettings(registered_provider=True)
        self.practice = False
        self.settings: dict[str, SettingValue] = {}
        self.clock_behind = False

    def occasion(self, uow: UnitOfWork) -> Occasion:
        local = datetime.combine(self.today, self.time, UTC)
        settings: Mapping[str, SettingValue] = {**read_settings(uow), **self.settings}
        return Occasion(
            actor=Actor(self.member.id, self.member.name, self.member.role),
            now=local,
            today=self.today,
            clock_time=self.time,
            new_id=new_id,
            practice=self.practice,
            law=self.law,
            settings=settings,
            paper_check=lambda text: f"CHECK{len(text)}",
            clock_behind=self.clock_behind,
        )

    def do(self, act: Callable[[C, UnitOfWork, Occasion], Outcome[T]], command: C) -> T:
        """Do one act; its entries go into the book and all is committed, or nothing is."""
        with self.filing.writing() as uow:
            outcome = act(command, uow, self.occasion(uow))
            for line in outcome.entries:
                uow.audit.append(line)
            uow.commit()
        self.tick()
        return outcome.value

    def tick(self) -> None:
        """A minute passes."""
        minutes = (self.time.hour * 60 + self.time.minute + 1) % (24 * 60)
        self.time = time(minutes // 60, minutes % 60)

    def read(self, look: Callable[[UnitOfWork], T]) -> T:
        with self.filing.reading() as uow:
            return look(uow)

    def add(self, client: Client) -> Client:
        with self.filing.writing() as uow:
            uow.clients.add(client)
            uow.commit()
        return client

    def standing(self, client: Client) -> Standing:
        return self.read(lambda uow: open_client(client.id, uow, self.occasion(uow)).standing)

    def book(self, **wanted: Any) -> tuple[AuditEntry, ...]:
        """Lines of the book, newest first."""
        return self.read(lambda uow: uow.audit.page(AuditFilter(**wanted)))

    def last(self) -> AuditEntry:
        return self.book()[0]

    def verify_packs(self) -> None:
        """The office manager has read every sheet."""
        member, self.member = self.member, SAM
        for pack in self.read(all_packs):
            self.do(verify_pack, _as_read(pack))
        self.member = member

    def begin(
        self, client: Client, intent: Intent = Intent.JOIN, language: str = "en", **changes: Any
    ) -> ConsentDraft:
        """A fresh draft that the mother (or the adult) would sign, nothing chosen."""
        despite = changes.pop("despite", False)
        command = Begin(client=client, intent=intent, language=language, despite=despite)
        begun = self.read(lambda uow: begin_draft(command, uow, self.occasion(uow)))
        if begun.who is None:
            mother = {"who": Who.PARENT, "signer_name": "María García", "relation": "mother"}
            begun = dataclasses.replace(begun, **mother)  # type: ignore[arg-type]
        return dataclasses.replace(begun, **changes)

    def sheet(self, draft: ConsentDraft) -> Drawn:
        """The sheet as the signer reads it."""

        def look(uow: UnitOfWork) -> Drawn:
            pack = read_ground(draft, uow).pack(draft, self.today)
            assert pack is not None
            return draw(paper_of(draft, pack, self.occasion(uow)))

        return self.read(look)

    def sign(self, draft: ConsentDraft, **changes: Any) -> Receipt:
        """Read on the screen, signed with the finger, recorded."""
        given: dict[str, Any] = {
            "draft": draft,
            "signature": on_screen(self.today, draft.signer_name),
            **changes,
        }
        if "digest_read" not in given:
            given["digest_read"] = self.sheet(draft).digest
        return self.do(record_consent, RecordConsent(**given))

    def grant(self, client: Client, **changes: Any) -> Receipt:
        """A consent granted on the screen today."""
        return self.sign(self.begin(client, choice=Choice.GRANT, **changes))

    def existing(self, client: Client, **changes: Any) -> Document:
        """An existing minor consent, signed on paper by the mother the day before."""
        command = RecordExisting(
            client_id=client.id,
            form=FormKind.MINOR,
            signed_on=date(2026, 3, 1),
            source=Source.PAPER,
            where="chart",
            signer_name="María García",
            who=Who.PARENT,
            relation="mother",
        )
        return self.do(record_existing, dataclasses.replace(command, **changes))

    def withdrawal(self, client: Client, **changes: Any) -> Document:
        """An existing withdrawal from the registry, signed as `existing` is."""
        form = {"form": FormKind.WITHDRAWAL, "choice": Choice.WITHDRAW, "scope": Scope.STANDARD}
        return self.existing(client, **(form | changes))


def drawn(*lines: tuple[float, float, float, float]) -> tuple[Stroke, ...]:
    """Strokes from straight lines, as a pen would leave them."""
    return tuple(((x0, y0, 0, 0.5), (x1, y1, 120, 0.7)) for x0, y0, x1, y1 in lines)


INK = drawn((0.1, 0.5, 0.4, 0.3), (0.4, 0.3, 0.8, 0.6))


def on_screen(day: date, name: str = "María García", **changes: Any) -> Signature:
    """A signature on the screen at half past ten."""
    made = Signature(
        manner=Manner.INK_ON_SCREEN,
        signed_on=day,
        signed_at=time(10, 30),
        strokes=INK,
        printed_name=name,
    )
    return dataclasses.replace(made, **changes)


def in_ink(day: date, name: str = "María García", **changes: Any) -> Signature:
    """A signature with a pen, seen by the front desk."""
    made = Signature(manner=Manner.WET_INK, signed_on=day, seen_by="Ana Ruiz", printed_name=name)
    return dataclasses.replace(made, **changes)


def _as_read(pack: FormPack) -> VerifyPack:
    return VerifyPack(stock_no=pack.stock_no, language=pack.language, revision=pack.revision)
