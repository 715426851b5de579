"""The practice clinic: every status shows, the same seed makes the same, practice for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from immtrac_desk.bootstrap import Surroundings, open_vault, verify_vault
from immtrac_desk.desk import Desk
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.words import Choice, FormKind, Intent, Role, Status, Who
from immtrac_desk.errors import InputError
from immtrac_desk.law.age import age
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.practice import FIRST_STAFF, PracticePlan, begin, build
from immtrac_desk.practice.invented import Inventor, lists
from immtrac_desk.practice.stories import MORE, STORIES
from tests.office import Clock, Office, open_office

PASSPHRASE = "practice herons wading by the reeds"
MARK = "PRACTICE, NOT A CONSENT"
CLIENTS = len(STORIES) + len(MORE)


def everybody(desk: Desk) -> tuple[ClientId, ...]:
    lines = desk.book.history(limit=10_000, acts=("client_added",))
    return tuple(ClientId(line.client_id) for line in reversed(lines))


def told_of(desk: Desk) -> list[tuple[Any, ...]]:
    """Everything about the clients but their random identifiers."""
    found = []
    events = {event.id: event.name for event in desk.book.events()}
    sites = {site.id: site.name for site in desk.roster.organizations()}
    for client_id in everybody(desk):
        file = desk.people.file(client_id)
        site = sites.get(file.client.site_id, "")
        told = tuple(events[event] for event in file.client.disaster_events)
        plain = replace(file.client, id=ClientId(""), site_id=None, disaster_events=())
        acts = [(line.act.kind, line.act.on, line.act.row) for line in file.acts]
        given = desk.doses.of_client(client_id)
        doses = sorted((d.dose.cvx, d.dose.lot, d.verdict.state.name) for d in given)
        shown = (site, told, file.standing.status, acts, len(file.documents), doses)
        found.append((plain, *shown))
    return found


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> PracticePlan:
    path = tmp_path_factory.mktemp("practice") / "vault"
    return PracticePlan(path=path, passphrase=PASSPHRASE, clients=CLIENTS, seed=3, clock=Clock())


@pytest.fixture(scope="module")
def desk(plan: PracticePlan) -> Iterator[Desk]:
    made = build(plan)
    yield made
    made.close()


def test_every_status_has_its_story_and_shows(desk: Desk) -> None:
    assert set(STORIES) == set(Status)
    shown = [desk.people.status(client_id) for client_id in everybody(desk)]
    assert shown[-len(STORIES) :] == list(STORIES), "each once, on the day itself"
    assert set(shown) == set(Status)
    assert len(shown) == CLIENTS


@pytest.mark.parametrize("days", [1, 7, 14])
def test_every_status_still_shows_a_fortnight_later(
    desk: Desk, plan: PracticePlan, days: int
) -> None:
    clock = plan.clock
    assert isinstance(clock, Clock)
    now = clock.moment
    try:
        clock.tick(days=days)
        statuses = [desk.people.status(client_id) for client_id in everybody(desk)]
        assert set(statuses) == set(Status)
    finally:
        clock.moment = now


def test_the_same_seed_and_day_make_the_same_clinic(desk: Desk, tmp_path: Path) -> None:
    plan = PracticePlan(
        path=tmp_path / "again", passphrase="another phrase of herons", clients=CLIENTS, seed=3,
        clock=Clock(),
    )  # fmt: skip
    again = build(plan)
    try:
        assert told_of(again) == told_of(desk)
    finally:
        again.close()


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 12, 31)])
def test_it_can_be_made_on_any_day(tmp_path: Path, day: date) -> None:
    clock = Clock()
    clock.on(day)
    plan = PracticePlan(
        path=tmp_path / "v", passphrase=PASSPHRASE, clients=CLIENTS, seed=day.day, clock=clock
    )
    made = build(plan)
    try:
        shown = [made.people.status(client_id) for client_id in everybody(made)]
        assert shown[-len(STORIES) :] == list(STORIES)
    finally:
        made.close()


def test_clients_came_over_months_and_are_seen_at_several_sites(desk: Desk) -> None:
    lines = desk.book.history(limit=10_000, acts=("client_added",))
    assert len({line.at.date() for line in lines}) == 3
    seen_at = {desk.people.file(client_id).client.site_id for client_id in everybody(desk)}
    assert len(seen_at) == 3
    assert seen_at <= {site.id for site in desk.roster.organizations()}


def test_another_seed_makes_another_clinic() -> None:
    today = Clock().moment.date()
    empty = begin_client()
    one, other = (Inventor(seed, today).client(empty, 30) for seed in (1, 2))
    assert one != other
    assert Inventor(1, today).client(empty, 30) == one


def begin_client() -> Any:
    from immtrac_desk.domain.client import Client, PersonName

    return Client(id=ClientId("X"), name=PersonName(), born_on=date.min)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 1, 1), date(2026, 12, 31)])
@pytest.mark.parametrize("years", [0, 5, 17, 19, 25, 28, 83])
def test_an_invented_client_has_the_age_asked_for_also_weeks_later(day: date, years: int) -> None:
    for seed in range(20):
        made = Inventor(seed, day).client(begin_client(), years)
        for later in (0, 18):
            assert age(made.born_on, day + timedelta(days=later), LawSettings()) == years
        assert made.address.county
        assert made.address.city


def test_nobody_in_it_exists(desk: Desk) -> None:
    """Numbers set aside for fiction, and names from the list alone."""
    known = set(lists()["last"]) | set(lists()["first"]["female"]) | set(lists()["first"]["male"])
    for client_id in everybody(desk):
        client = desk.people.file(client_id).client
        assert str(client.phone).startswith("(512) 555-01")
        assert {client.name.last, client.name.first} <= known


@pytest.mark.parametrize("clients", [-1, 0, len(STORIES) - 1])
def test_fewer_clients_than_statuses_are_refused_and_nothing_is_made(
    tmp_path: Path, clients: int
) -> None:
    plan = PracticePlan(path=tmp_path / "few", passphrase=PASSPHRASE, clients=clients)
    with pytest.raises(InputError) as refused:
        build(plan)
    assert (refused.value.code, refused.value.facts["least"]) == (
        "practice.too_few", len(STORIES),
    )  # fmt: skip
    assert not (tmp_path / "few").exists()


def test_its_first_member_is_a_supervisor_of_that_passphrase(
    desk: Desk, plan: PracticePlan
) -> None:
    assert (desk.actor.name, desk.actor.role) == (FIRST_STAFF, Role.SUPERVISOR)
    assert [member.name for member in desk.staff.all()] == [FIRST_STAFF]
    assert desk.staff.unlocks(PASSPHRASE)
    assert not desk.staff.unlocks("practice herons wading by the sea")
    assert plan.path.is_dir()


def test_the_book_of_the_clinic_holds_and_the_vault_is_sound(desk: Desk) -> None:
    assert desk.book.verify() == ()
    acts = Counter(line.act for line in desk.book.history(limit=10_000))
    assert acts["vault_created"] == 1
    assert acts["client_added"] == CLIENTS
    assert "right_refused" not in acts
    assert not any(line.loud for line in desk.book.history(limit=10_000))


def text_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


class TestForEver:
    """Practice is written into the vault, not chosen at the door."""

    @pytest.fixture
    def office(self, tmp_path: Path) -> Iterator[Office]:
        made = open_office(tmp_path, practice=True)
        yield made
        made.desk.close()

    def test_it_is_practice_after_reopening_and_cannot_be_set_otherwise(
        self, office: Office
    ) -> None:
        assert office.desk.practice
        assert office.reopen().practice
        assert not [s.key for s in office.desk.book.settings() if "practice" in s.key]
        with pytest.raises(InputError):
            office.desk.book.change_setting("practice", False)

    def test_no_pack_needs_reading_and_every_page_says_what_it_is(self, office: Office) -> None:
        desk, client = office.desk, office.client()
        draft = replace(
            desk.consents.begin(client, Intent.JOIN, "es"),
            signer_name="Eva Ruiz",
            who=Who.PARENT,
            relation="madre",
            choice=Choice.GRANT,
        )
        assert desk.consents.assess(draft).can_record
        sheets = [
            desk.consents.draw_up(draft).pdf,
            desk.consents.print_for_ink(draft).pdf,
            desk.papers.blank(FormKind.MINOR, "en"),
            desk.papers.blank(FormKind.ADULT, "es"),
        ]
        pages = [page for pdf in sheets for page in text_of(pdf)]
        assert pages
        assert [page[:80] for page in pages if MARK not in page and "PRÁCTICA" not in page] == []

    def test_its_paper_is_refused_at_a_real_desk_and_a_real_one_at_its_own(
        self, office: Office, tmp_path: Path
    ) -> None:
        (tmp_path / "real").mkdir()
        real = open_office(tmp_path / "real")
        try:
            codes = {o.desk.practice: _code(o) for o in (office, real)}
            assert "PRACTICE" in codes[True]
            for o in (office, real):
                with pytest.raises(InputError):
                    o.desk.papers.find_by_qr(codes[not o.desk.practice])
                assert o.desk.papers.find_by_qr(codes[o.desk.practice]).draft_id
        finally:
            real.desk.close()

    def test_its_safe_asks_no_keychain(self, tmp_path: Path) -> None:
        """A practice vault opens with a keychain that breaks when it is touched."""

        class Touched:
            trusted = frozenset({"x"})

            def __getattr__(self, name: str) -> Any:
                raise AssertionError(f"the keychain was asked for {name}")

        around = Surroundings(clock=Clock(), keychain=Touched())  # type: ignore[arg-type]
        plan = PracticePlan(path=tmp_path / "v", passphrase=PASSPHRASE, clock=Clock())
        begin(plan).close()
        desk = open_vault(plan.path, None, PASSPHRASE, around)
        desk.close()
        assert verify_vault(plan.path, None, PASSPHRASE, around) == ()


def _code(office: Office) -> str:
    """What the QR code of a sheet printed here says."""
    import zxingcpp

    desk = office.desk
    draft = replace(
        desk.consents.begin(office.client(), Intent.JOIN, "en"),
        signer_name="Eva Ruiz",
        who=Who.PARENT,
        relation="mother",
        choice=Choice.GRANT,
    )
    pdf = desk.consents.print_for_ink(draft).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=3).to_pil()
    return str(zxingcpp.read_barcodes(picture)[0].text)
