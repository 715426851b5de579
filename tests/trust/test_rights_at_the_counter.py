"""T-66: every right against every role through the real rooms; a refusal leaves its line."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from immtrac_desk.desk import Desk
from immtrac_desk.desk.agreement import AgreementRoom
from immtrac_desk.desk.answers import AnswersRoom
from immtrac_desk.desk.backups import Backups
from immtrac_desk.desk.book import BookRoom
from immtrac_desk.desk.consents import ConsentRoom
from immtrac_desk.desk.corridor import Corridor
from immtrac_desk.desk.doses import DosesRoom
from immtrac_desk.desk.duties import DutiesRoom
from immtrac_desk.desk.entry import EntryRoom
from immtrac_desk.desk.evidence import EvidenceRoom
from immtrac_desk.desk.forms import FormsRoom
from immtrac_desk.desk.handbook import HandbookRoom
from immtrac_desk.desk.letters import LettersRoom
from immtrac_desk.desk.looks import Looks
from immtrac_desk.desk.papers import PapersRoom
from immtrac_desk.desk.people import PeopleRoom
from immtrac_desk.desk.pictures import RecordConsent, RecordExisting
from immtrac_desk.desk.reports import ReportsRoom
from immtrac_desk.desk.roster import RosterRoom
from immtrac_desk.desk.staff import StaffRoom
from immtrac_desk.domain.act import Act
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document, Signature
from immtrac_desk.domain.draft import ConsentDraft, Override
from immtrac_desk.domain.rights import RIGHTS, may
from immtrac_desk.domain.words import (
    Choice,
    FormKind,
    Intent,
    Manner,
    Responder,
    Role,
    Source,
    Who,
)
from immtrac_desk.errors import DeskError, RefusedError
from immtrac_desk.practice.signing import scribble
from tests.office import AUDITOR, BOSS, CLERK, PASSPHRASE, Office, open_office
from tests.trust.at_a_site import SITE_WRITING, SiteAsk, site_ground
from tests.trust.at_an_agreement import AGREEMENT_WRITING, AgreementAsk, agreement_ground
from tests.trust.at_doses import DOSE_WRITING, DoseAsk, dose_ground
from tests.trust.at_the_registry import (
    REGISTRY_WRITING,
    SOON_18,
    RegistryAsk,
    registry_ground,
)
from tests.trust.day import scan

NAMES = {Role.SUPERVISOR: BOSS, Role.FRONT_DESK: CLERK, Role.AUDITOR: AUDITOR}
NEW_PASSPHRASE = "nine herons over the marsh"


class Ground:
    """One office with a client, a filed paper and its act, somebody sitting at it in a role."""

    def __init__(self, folder: Path) -> None:
        self.office: Office = open_office(folder)
        desk = self.office.desk
        for role in (Role.FRONT_DESK, Role.AUDITOR):
            desk.staff.add(NAMES[role], role, PASSPHRASE)
        self.client: Client = self.office.client()
        self.other: Client = self.office.client()
        self.paper: Document = desk.consents.record_existing(self.existing())
        self.act: Act = desk.people.file(self.client.id).acts[0].act
        desk.people.identity_change(self.other, "adopted")
        self.task = desk.people.file(self.other.id).tasks[0]
        self.draft: ConsentDraft = replace(
            desk.consents.begin(self.other, Intent.JOIN, "en"),
            signer_name="Eva Ruiz",
            who=Who.PARENT,
            relation="mother",
            choice=Choice.GRANT,
        )
        self.form_id = desk.forms.new_id()
        self.at_a_site = site_ground(desk)
        self.agreement = agreement_ground(desk)
        self.doses = dose_ground(desk, self.other)
        self.registry = registry_ground(self.office.client(born_on=SOON_18), self.at_a_site.site)

    @property
    def desk(self) -> Desk:
        return self.office.desk

    def sit(self, role: Role) -> None:
        if self.desk.actor.role is not role:
            self.office.as_(NAMES[role])

    def existing(self, **changes: Any) -> RecordExisting:
        known: dict[str, Any] = {
            "client_id": self.client.id,
            "form": FormKind.MINOR,
            "signed_on": self.desk.today(),
            "source": Source.PAPER,
            "where": "chart",
            "signer_name": "Eva Ruiz",
            "who": Who.PARENT,
            "relation": "mother",
        }
        return RecordExisting(**(known | changes))

    def signed(self, **changes: Any) -> RecordConsent:
        signature = Signature(
            manner=Manner.INK_ON_SCREEN, signed_on=self.desk.today(), strokes=scribble()
        )
        return RecordConsent(draft=replace(self.draft, **changes), signature=signature)

    def override(self) -> Override:
        return Override(reason="asked", seen="order", by=self.desk.actor.id)

    def refusals(self) -> int:
        return len(self.desk.book.history(limit=10_000, acts=("right_refused",)))


Ask = Callable[[Ground, Desk], object]


def at_the_site(ask: SiteAsk) -> Ask:
    return lambda ground, desk: ask(ground.at_a_site, desk)


def at_the_agreement(ask: AgreementAsk) -> Ask:
    return lambda ground, desk: ask(ground.agreement, desk)


def at_doses(ask: DoseAsk) -> Ask:
    return lambda ground, desk: ask(ground.doses, desk)


def at_the_registry(ask: RegistryAsk) -> Ask:
    return lambda ground, desk: ask(ground.registry, desk)


WRITING: dict[str, tuple[str, Ask]] = {
    "people.file": ("look", lambda g, d: d.people.file(g.client.id)),
    "people.save": ("save_client", lambda g, d: d.people.save(g.client)),
    "people.identity_change": (
        "change_identity",
        lambda g, d: d.people.identity_change(g.client, "x"),
    ),
    "people.merge": ("merge", lambda g, d: d.people.merge(g.client.id, g.other.id, "x")),
    "people.unmerge": ("merge", lambda g, d: d.people.unmerge(g.client.id, g.other.id, "x")),
    "people.record_death": (
        "record_death",
        lambda g, d: d.people.record_death(g.other.id, d.today(), "notice"),
    ),
    "people.note_search": (
        "note_search",
        lambda g, d: d.people.note_search(g.client.id, "found", d.today()),
    ),
    "people.note_responder": (
        "note_responder",
        lambda g, d: d.people.note_responder(g.client.id, Responder.RESPONDER),
    ),
    "people.close_task": ("close_task", lambda g, d: d.people.close_task(g.task.id)),
    "consents.keep": ("keep_draft", lambda g, d: d.consents.keep(g.draft)),
    "consents.resume": ("keep_draft", lambda g, d: d.consents.resume(g.draft.id)),
    "consents.discard": ("keep_draft", lambda g, d: d.consents.discard(g.draft.id)),
    "forms.keep": ("keep_draft", lambda g, d: d.forms.keep(g.form_id, "x", "", g.client)),
    "forms.resume": ("keep_draft", lambda g, d: d.forms.resume(g.form_id, Client)),
    "forms.settle": ("keep_draft", lambda g, d: d.forms.settle(g.form_id)),
    "forms.discard": ("keep_draft", lambda g, d: d.forms.discard(g.form_id)),
    "consents.print_for_ink": ("print", lambda g, d: d.consents.print_for_ink(g.draft)),
    "consents.record": ("record_consent", lambda g, d: d.consents.record(g.signed())),
    "consents.record (override)": (
        "override",
        lambda g, d: d.consents.record(g.signed(override=g.override())),
    ),
    "consents.record_existing": (
        "record_existing",
        lambda g, d: d.consents.record_existing(g.existing()),
    ),
    "consents.record_existing (override)": (
        "override",
        lambda g, d: d.consents.record_existing(g.existing(override=g.override())),
    ),
    "consents.affirm": ("affirm", lambda g, d: d.consents.affirm(g.paper.id, d.today(), "u")),
    "consents.send": ("send", lambda g, d: d.consents.send(g.paper.id, d.today(), "fax")),
    "consents.confirm_receipt": (
        "confirm",
        lambda g, d: d.consents.confirm_receipt(g.paper.id, d.today(), "fax"),
    ),
    "consents.confirm_withdrawal": (
        "confirm",
        lambda g, d: d.consents.confirm_withdrawal(g.paper.id, d.today()),
    ),
    "consents.invalidate": ("invalidate", lambda g, d: d.consents.invalidate(g.paper.id, "x")),
    "consents.settle_conflict": (
        "settle_conflict",
        lambda g, d: d.consents.settle_conflict(g.client.id, g.paper.id, "x", d.today()),
    ),
    "consents.answer_release": (
        "answer_release",
        lambda g, d: d.consents.answer_release(g.paper.id, d.today(), "x", "y"),
    ),
    "consents.refer": ("record_consent", lambda g, d: d.consents.refer(g.client.id, "x")),
    "consents.undo": ("undo_any", lambda g, d: d.consents.undo(g.act.id, "x")),
    "papers.pdf": ("look", lambda g, d: d.papers.pdf(g.paper.id)),
    "papers.reprint": ("reprint", lambda g, d: d.papers.reprint(g.paper.id)),
    "papers.note_printed": ("note_printed", lambda g, d: d.papers.note_printed(g.paper.id)),
    "papers.blank": ("print_blank", lambda g, d: d.papers.blank(FormKind.MINOR, "en")),
    "papers.note_blank_printed": (
        "print_blank",
        lambda g, d: d.papers.note_blank_printed(FormKind.MINOR, "en"),
    ),
    "papers.verify_pack": ("verify_pack", lambda g, d: d.papers.verify_pack("C-7", "en", "x")),
    "papers.attach": ("attach", lambda g, d: d.papers.attach(g.act.id, "scan", scan())),
    "papers.attachment": ("look", lambda g, d: d.papers.attachment("NOBODY")),  # type: ignore[arg-type]
    "staff.add": (
        "manage_staff",
        lambda g, d: d.staff.add("Nora Vance", Role.AUDITOR, NEW_PASSPHRASE),
    ),
    "staff.set_role": (
        "manage_staff",
        lambda g, d: d.staff.set_role(d.actor.id, Role.SUPERVISOR),
    ),
    "staff.disable": ("manage_staff", lambda g, d: d.staff.disable("NOBODY")),  # type: ignore[arg-type]
    "staff.change_passphrase": (
        "change_own_passphrase",
        lambda g, d: d.staff.change_passphrase(PASSPHRASE, PASSPHRASE),
    ),
    "staff.reset_passphrase": (
        "manage_staff",
        lambda g, d: d.staff.reset_passphrase(g.desk.actor.id, PASSPHRASE),
    ),
    "staff.recover": ("recover", lambda g, d: d.staff.recover(PASSPHRASE)),
    "staff.new_recovery_code": ("new_recovery_code", lambda g, d: d.staff.new_recovery_code()),
    "book.seen": ("see_loud", lambda g, d: d.book.seen(1)),
    "book.change_setting": (
        "change_setting",
        lambda g, d: d.book.change_setting("lock.idle_minutes", 6),
    ),
    "book.save_event": ("save_event", lambda g, d: d.book.save_event(d.book.new_event())),
    "book.save_event again": ("correct_event", lambda g, d: d.book.save_event(d.book.events()[0])),
    "book.back_up": ("back_up", lambda g, d: d.book.back_up()),
    "evidence.bundle": ("export", lambda g, d: d.evidence.bundle(g.paper.id)),
    "evidence.record_summary": (
        "give_record",
        lambda g, d: d.evidence.record_summary(g.client.id, "en"),
    ),
    "evidence.record_file": ("give_record", lambda g, d: d.evidence.record_file(g.client.id)),
    **{name: (right, at_the_site(ask)) for name, (right, ask) in SITE_WRITING.items()},
    **{name: (right, at_the_agreement(ask)) for name, (right, ask) in AGREEMENT_WRITING.items()},
    **{name: (right, at_doses(ask)) for name, (right, ask) in DOSE_WRITING.items()},
    **{name: (right, at_the_registry(ask)) for name, (right, ask) in REGISTRY_WRITING.items()},
}
"""Every method of a room that writes: the right it must ask for, and a call of it."""

ROOMS = {
    "doses": DosesRoom,
    "answers": AnswersRoom,
    "people": PeopleRoom,
    "consents": ConsentRoom,
    "forms": FormsRoom,
    "papers": PapersRoom,
    "agreement": AgreementRoom,
    "roster": RosterRoom,
    "duties": DutiesRoom,
    "entry": EntryRoom,
    "letters": LettersRoom,
    "reports": ReportsRoom,
    "staff": StaffRoom,
    "book": BookRoom,
    "evidence": EvidenceRoom,
    "handbook": HandbookRoom,
}


BESIDE = ("backups", "looks")
"""What rooms share and write through."""


def methods(kind: type) -> dict[str, str]:
    """The source of every method of a class."""
    return {
        name: inspect.getsource(method)
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("__")
    }


def writing(room: str) -> set[str]:
    """The methods of a room that perform an act, themselves or through another of its methods."""
    sources = {**methods(Backups), **methods(Looks), **methods(ROOMS[room])}
    found = {name for name, source in sources.items() if ".perform(" in source}
    for _ in sources:
        through = tuple(f"self.{name}(" for name in found)
        through += tuple(f"self.{beside}.{name}(" for name in found for beside in BESIDE)
        found |= {name for name, source in sources.items() if any(t in source for t in through)}
    return {name for name in found & set(methods(ROOMS[room])) if not name.startswith("_")}


@pytest.fixture(scope="module", params=list(Role), ids=lambda role: role.value)
def ground(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = Ground(tmp_path_factory.mktemp("rights"))
    made.sit(request.param)
    yield made
    made.desk.close()


@pytest.mark.parametrize("room", list(ROOMS))
def test_every_method_that_writes_is_asked_for_its_right_here(room: str) -> None:
    asked = {name.split(".")[1].split(" ")[0] for name in WRITING if name.startswith(room)}
    assert writing(room) == asked, "say of a new act which right it asks for"
    assert asked


@pytest.mark.parametrize("asked", list(WRITING))
def test_an_act_is_done_or_refused_as_the_role_may(ground: Ground, asked: str) -> None:
    right, ask = WRITING[asked]
    desk, before = ground.desk, ground.refusals()
    if may(desk.actor.role, right):
        with suppress(DeskError):  # the law may still say no; the right was there
            _never_for_want_of_right(ask, ground)
        assert ground.refusals() == before
        return
    last = desk.book.history(limit=1)[0].seq
    with pytest.raises(RefusedError) as refused:
        ask(ground, desk)
    assert refused.value.code == "right.missing"
    assert refused.value.facts == {"right": right, "role": desk.actor.role.value}
    line = desk.book.history(limit=1)[0]
    assert (line.act, line.facts["right"]) == ("right_refused", right)
    assert line.actor_id == desk.actor.id
    assert line.seq == last + 1, "nothing else was written"


def _never_for_want_of_right(ask: Ask, ground: Ground) -> None:
    try:
        ask(ground, ground.desk)
    except RefusedError as refused:
        assert refused.code != "right.missing", refused.facts  # noqa: PT017
        raise


def test_the_right_that_is_asked_for_is_the_one_in_the_table(ground: Ground) -> None:
    """Taken by ear: the corridor is told the right before the act is even begun."""
    heard: list[str] = []
    for asked, (right, ask) in WRITING.items():
        if may(ground.desk.actor.role, right):
            continue
        with suppress(RefusedError):
            ask(ground, ground.desk)
        heard.append(asked)
        assert ground.desk.book.history(limit=1)[0].facts["right"] == right
    supervisor = ground.desk.actor.role is Role.SUPERVISOR
    assert (heard == ["staff.recover"]) is supervisor, "what opens with the code alone"


def test_every_right_is_asked_for_somewhere() -> None:
    asked = {right for right, _ in WRITING.values()}
    assert set(RIGHTS) - asked == {"verify", "find_client", "undo_own"}
    assert asked - set(RIGHTS) == {"recover"}


def test_a_room_writes_through_the_corridor_alone() -> None:
    """No room opens a writing transaction by itself, where no right would be asked."""
    writers = [
        (module.__name__, node.lineno)
        for module in map(inspect.getmodule, (*ROOMS.values(), Backups))
        if module is not None
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Attribute) and node.attr in ("writing", "filing")
    ]
    assert [w for w in writers if w[0] != Corridor.__module__] == []


def test_a_refused_backup_copies_nothing(ground: Ground, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    allowed = may(ground.desk.actor.role, "back_up")
    if allowed:
        ground.desk.book.back_up(kept)
    else:
        with pytest.raises(RefusedError):
            ground.desk.book.back_up(kept)
    assert kept.exists() is allowed


def test_who_gives_up_the_supervisors_role_has_given_it_up_at_once(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    try:
        desk = office.desk
        desk.staff.add("Nora Vance", Role.SUPERVISOR, NEW_PASSPHRASE)
        desk.staff.set_role(desk.actor.id, Role.FRONT_DESK)
        assert desk.actor.role is Role.FRONT_DESK
        with pytest.raises(RefusedError):
            desk.staff.set_role(desk.actor.id, Role.SUPERVISOR)
    finally:
        office.desk.close()


class TestUndo:
    """One's own act of the day is the front desk's to undo; any other a supervisor's."""

    @pytest.fixture
    def office(self, tmp_path: Path) -> Iterator[Office]:
        office = open_office(tmp_path)
        office.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
        yield office
        office.desk.close()

    def test_ones_own_of_today_and_not_tomorrow_nor_anothers(self, office: Office) -> None:
        client = office.client()
        desk = office.as_(CLERK)
        mine = desk.people.note_search(client.id, "found", desk.today())
        again = desk.people.note_search(client.id, "not_found", desk.today())
        assert desk.consents.can_undo(mine)
        desk.consents.undo(mine.id, "wrong person")
        office.clock.tick(days=1)
        assert not desk.consents.can_undo(again)
        with pytest.raises(RefusedError) as refused:
            desk.consents.undo(again.id, "wrong person")
        assert refused.value.facts["right"] == "undo_any"
        office.as_(BOSS).consents.undo(again.id, "wrong person")

    def test_an_auditor_undoes_nothing(self, office: Office) -> None:
        client = office.client()
        act = office.desk.people.note_search(client.id, "found", office.desk.today())
        desk = office.as_(AUDITOR, Role.AUDITOR)
        assert not desk.consents.can_undo(act)
        with pytest.raises(RefusedError) as refused:
            desk.consents.undo(act.id, "x")
        assert refused.value.code == "right.missing"
