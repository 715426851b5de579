"""Lists and letters at the counter: who is written to, what is kept, what a Cancel leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from immtrac_desk.desk.pictures import RecordExisting
from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.event import DisasterEvent
from immtrac_desk.domain.ids import ClientId, LetterRunId
from immtrac_desk.domain.words import FormKind, Role, Source, Who
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.law.worklists import LIST_CODES
from tests.desk.rostered import a_site
from tests.office import AUDITOR, BOSS, Office, open_office

SOON = date(2008, 12, 1)
"""18 nine days after the clock's day."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("letters"))
    yield made
    made.desk.close()


def named(office: Office, first: str, **changes: object) -> Client:
    born = changes.pop("born_on", SOON)
    assert isinstance(born, date)
    client = office.client(born_on=born, **changes)
    return office.desk.people.save(replace(client, name=replace(client.name, first=first)))


def letters_of(office: Office, client: ClientId) -> list[str]:
    acts = office.desk.people.file(client).acts
    return [str(a.act.facts["letter"]) for a in acts if a.act.kind is ActKind.LETTER_MADE]


def words_of(pdf: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf)
    return [str(page.get_textpage().get_text_range()) for page in opened]


def minor_consent(office: Office, client: Client) -> None:
    """A parent's consent of long ago, affirmed in time."""
    office.desk.consents.record_existing(
        RecordExisting(
            client_id=client.id,
            form=FormKind.MINOR,
            signed_on=date(2015, 3, 4),
            source=Source.PAPER,
            where="chart",
            signer_name="María García",
            who=Who.PARENT,
            relation="mother",
            affirmed_on=date(2015, 3, 4),
            affirmed_by="m",
        )
    )


def test_a_run_writes_to_whom_it_may_and_says_why_of_the_others(office: Office) -> None:
    desk = office.desk
    ana, luz = named(office, "Ana"), named(office, "Luz", language="es")
    quiet = named(office, "Quiet", contact_opt_out=True)
    child = named(office, "Child", born_on=date(2015, 5, 4))
    gone = named(office, "Gone")
    desk.people.record_death(gone.id, desk.today(), "notice")
    ids = [one.id for one in (ana, quiet, luz, child, gone)]

    plan = desk.letters.plan("turning_18", ids)
    assert [line.client_id for line in plan.to_write] == [ana.id, luz.id]
    reasons = {line.client_id: line.reason for line in plan.left_out}
    assert reasons == {quiet.id: "opt_out", child.id: "not_on_list", gone.id: "died"}
    assert letters_of(office, ana.id) == [], "a plan keeps nothing"

    run = desk.letters.write("turning_18", ids, envelopes=True)
    assert (run.letters, run.pages) == (2, 4)
    first, second, *envelopes = words_of(run.pdf)
    assert "Ana" in first
    assert "12/01" not in first, "a letter writes its days in words"
    assert "December 1, 2026" in first
    assert "Luz" in second
    assert "1 de diciembre de 2026" in second
    assert not any("ImmTrac2" in page for page in envelopes), "nothing outside says what it is"
    assert letters_of(office, ana.id) == letters_of(office, luz.id) == ["turning_18"]
    assert letters_of(office, quiet.id) == letters_of(office, gone.id) == []


def test_a_run_is_one_line_in_the_book_and_one_for_each_letter(office: Office) -> None:
    client = named(office, "Zoe")
    run = office.desk.letters.write("turning_18", [client.id], envelopes=False)
    whole, one = office.desk.book.history(limit=2)
    assert (whole.act, whole.document_digest, whole.facts["count"]) == (
        "letters_run",
        run.digest,
        1,
    )
    assert (one.act, one.client_id) == ("letter_made", client.id)
    lines = {one.code: one for one in office.desk.letters.lists()}["turning_18"].entries
    written = {line.client_id: line.last_letter_on for line in lines}
    assert written[client.id] == office.desk.today()


def test_a_run_is_filed_and_comes_again_page_for_page_without_another_letter(
    office: Office,
) -> None:
    client = named(office, "Noted")
    run = office.desk.letters.write("turning_18", [client.id])
    desk = office.reopen()
    kept = desk.letters.runs(1)[0]
    assert (kept.id, kept.letters, kept.pages, kept.envelopes) == (run.id, 1, 2, True)
    assert kept.by == desk.actor.id
    assert desk.letters.look_at(run.id) == desk.letters.again(run.id) == run.pdf
    acts = ("letters_run", "letters_looked_at", "letters_again")
    again, looked, whole = desk.book.history(limit=3, acts=acts)
    assert (again.act, looked.act) == ("letters_again", "letters_looked_at")
    assert {line.facts["letter_run"] for line in (again, looked, whole)} == {run.id}
    assert {line.document_digest for line in (again, looked, whole)} == {run.digest}
    assert letters_of(office, client.id) == ["turning_18"]
    with pytest.raises(DeskError) as unknown:
        desk.letters.look_at(LetterRunId("NOBODY"))
    assert unknown.value.code == "letter_run.unknown"


def test_a_run_that_nobody_could_note_is_not_filed_either(office: Office) -> None:
    client, before = named(office, "Stopped"), office.desk.letters.runs()
    with pytest.raises(RefusedError):
        office.desk.letters.write("turning_18", [client.id], go_on=lambda done, of: False)
    assert office.desk.letters.runs() == before


def test_a_second_letter_within_thirty_days_is_told_before_it_is_made(tmp_path: Path) -> None:
    office = open_office(tmp_path, verified=False)
    born = date(2009, 1, 20)
    twice, once = (named(office, name, born_on=born) for name in ("Dora", "Elia"))
    ids = [twice.id, once.id]
    assert office.desk.letters.plan("turning_18", ids).lately == 0
    office.desk.letters.write("turning_18", [twice.id], envelopes=False)
    assert office.desk.letters.plan("turning_18", ids).lately == 1
    assert office.desk.letters.plan("record_request", ids).lately == 0
    office.clock.tick(days=30)
    assert office.desk.letters.plan("turning_18", ids).lately == 1
    office.clock.tick(days=1)
    assert office.desk.letters.plan("turning_18", ids).lately == 0
    office.desk.close()


def test_a_cancelled_run_leaves_nothing(office: Office) -> None:
    ids = [named(office, name).id for name in ("Uno", "Dos", "Tres")]
    before = office.desk.book.history(limit=1)[0].seq
    asked: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> bool:
        asked.append((done, of))
        return done < 2

    with pytest.raises(RefusedError) as refused:
        office.desk.letters.write("turning_18", ids, envelopes=True, go_on=stop)
    assert refused.value.code == "letter_run.stopped"
    assert asked[0] == (0, 6)
    assert office.desk.book.history(limit=1)[0].seq == before
    assert [letters_of(office, one) for one in ids] == [[], [], []]


def test_a_client_who_moves_while_the_run_is_drawn_stops_it(office: Office) -> None:
    client = named(office, "Moves")

    def meanwhile(done: int, of: int) -> bool:
        if done == 0:
            office.desk.people.save(replace(client, contact_opt_out=True))
        return True

    with pytest.raises(RefusedError) as refused:
        office.desk.letters.write("turning_18", [client.id], envelopes=False, go_on=meanwhile)
    assert refused.value.code == "letter_run.changed"
    assert letters_of(office, client.id) == []


def test_a_list_of_nobody_to_write_to_is_refused(office: Office) -> None:
    client = named(office, "Nobody", contact_opt_out=True)
    with pytest.raises(RefusedError) as refused:
        office.desk.letters.write("turning_18", [client.id])
    assert refused.value.code == "letter_run.nobody"
    with pytest.raises(InputError) as unknown:
        office.desk.letters.plan("love", [client.id])
    assert unknown.value.code == "letter.unknown"


def test_a_site_is_the_sender_where_the_client_is_seen(office: Office) -> None:
    site = a_site(office.desk, name="Elm Street Annex", phone="(512) 555-0199")
    client = named(office, "Seen", site_id=site.id)
    [page] = words_of(office.desk.letters.write("turning_18", [client.id], envelopes=False).pdf)
    assert "Elm Street Annex" in page
    assert "(512) 555-0199" in page


def test_the_clinic_is_the_sender_where_no_site_is_known_or_it_has_closed(office: Office) -> None:
    desk = office.desk
    a_site(desk, name="Elm Street Clinic", phone="(512) 555-0111")
    clinic = a_site(desk, name="Oak Street Clinic", phone="(512) 555-0100", city="Austin")
    annex = a_site(desk, name="Elm Street Annex", parent_id=clinic.id)
    ids = [named(office, "Unseen").id, named(office, "Moved", site_id=annex.id).id]
    desk.roster.close_organization(annex.id, desk.today())
    pages = words_of(desk.letters.write("turning_18", ids, envelopes=False).pdf)
    assert all("Oak Street Clinic" in page and "(512) 555-0100" in page for page in pages)


def test_a_pending_adult_is_asked_for_the_adult_form_first(office: Office) -> None:
    client = named(office, "Waiting", born_on=date(2006, 6, 1))
    minor_consent(office, client)
    listed = {one.code: one for one in office.desk.letters.lists()}
    assert listed["pending_adult"].letter == "pending_adult"
    assert client.id in {line.client_id for line in listed["pending_adult"].entries}
    [page] = words_of(office.desk.letters.write("pending_adult", [client.id], envelopes=False).pdf)
    assert "You will be 26 on June 1, 2032" in page
    [page] = words_of(office.desk.letters.write("record_request", [client.id], envelopes=False).pdf)
    assert "not signed the consent form" in " ".join(page.split())


def test_the_disaster_list_carries_its_clock_and_the_letter_its_day(office: Office) -> None:
    today = office.desk.today()
    event = DisasterEvent(
        id=office.desk.book.new_event().id,
        name="Coastal storm",
        started_on=date(2021, 8, 1),
        ended_on=date(2022, 5, 31),
        end_source="dshs",
        confirmed=True,
    )
    office.desk.book.save_event(event)
    client = named(office, "Storm", born_on=date(1980, 2, 3), disaster_events=(event.id,))
    listed = {one.code: one for one in office.desk.letters.lists()}
    assert [line.client_id for line in listed["dir_campaign"].entries] == [client.id]
    clocks = {clock.event: clock for clock in listed["dir_campaign"].clocks}
    clock = clocks["Coastal storm"]
    assert (clock.state, clock.clients, clock.row) == ("campaign", 1, "DT-7.5")
    assert clock.removal_on is not None
    assert clock.removal_on > today
    run = office.desk.letters.write("disaster_data", [client.id], envelopes=False)
    [page] = words_of(run.pdf)
    assert "May 31, 2027" in page
    assert "Coastal storm" in page


def test_every_list_is_shown_the_empty_ones_too(office: Office) -> None:
    shown = office.desk.letters.lists()
    assert {one.code for one in shown} == set(LIST_CODES)
    assert {one.letter for one in shown} - {""} == {
        "turning_18", "pending_adult", "last_chance", "disaster_data",
    }  # fmt: skip


def test_an_export_is_logged_with_how_many_left(office: Office) -> None:
    named(office, "Equals", name_as_written="=1+1")
    made = office.desk.letters.export("turning_18", "csv", "en").decode("utf-8-sig")
    rows = made.splitlines()
    line = office.desk.book.history(limit=1)[0]
    assert (line.act, line.facts["count"]) == ("list_exported", len(rows) - 1)
    assert rows[0].startswith("Record,Name")
    one = office.desk.letters.lists()[1].entries[0]
    assert one.client_id is not None
    chosen = office.desk.letters.export("turning_18", "csv", "es", [one.client_id])
    assert len(chosen.decode("utf-8-sig").splitlines()) == 2
    assert office.desk.letters.export("turning_18", "xlsx", "en").startswith(b"PK")
    for code, kind in (("turning_18", "pdf"), ("everybody", "csv")):
        with pytest.raises(InputError):
            office.desk.letters.export(code, kind, "en")


def test_an_auditor_reads_the_lists_and_takes_nothing_away(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    client = office.client(born_on=SOON)
    desk = office.as_(AUDITOR, Role.AUDITOR)
    assert desk.letters.plan("turning_18", [client.id]).to_write
    run = office.as_(BOSS).letters.write("turning_18", [client.id])
    desk = office.as_(AUDITOR)
    assert desk.letters.look_at(run.id) == run.pdf
    for act in (
        lambda: desk.letters.write("turning_18", [client.id]),
        lambda: desk.letters.again(run.id),
        lambda: desk.letters.export("turning_18", "csv", "en"),
    ):
        with pytest.raises(RefusedError) as refused:
            act()
        assert refused.value.code == "right.missing"
    assert letters_of(office, client.id) == ["turning_18"]
    office.as_(BOSS)
    office.desk.close()


def test_the_last_chance_names_the_26th_birthday_and_goes_to_the_client(office: Office) -> None:
    client = named(office, "Pending", born_on=date(2001, 6, 1), language="es")
    minor_consent(office, client)
    listed = {one.code: one for one in office.desk.letters.lists()}
    assert client.id in {line.client_id for line in listed["last_chance"].entries}
    run = office.desk.letters.write("last_chance", [client.id], envelopes=False)
    assert [line.to for line in run.written] == ["client"]
    [page] = words_of(run.pdf)
    assert "1 de junio de 2027" in page
    assert "26" in page


def test_a_letter_about_ones_own_record_may_go_to_anybody_who_may_be_written_to(
    office: Office,
) -> None:
    client = named(office, "Anybody", born_on=date(1970, 1, 2))
    quiet = named(office, "Hushed", born_on=date(1970, 1, 2), contact_opt_out=True)
    run = office.desk.letters.write("record_request", [client.id, quiet.id], envelopes=False)
    assert [line.client_id for line in run.written] == [client.id]
    assert [line.reason for line in run.left_out] == ["opt_out"]
    assert "not signed the consent form" not in " ".join(words_of(run.pdf)[0].split())


def test_a_merged_client_is_written_to_once_under_the_one_who_stands(office: Office) -> None:
    keep, gone = named(office, "Once"), named(office, "Once")
    office.desk.people.merge(keep.id, gone.id, "the same person")
    run = office.desk.letters.write("turning_18", [gone.id, keep.id], envelopes=True)
    assert [line.client_id for line in run.written] == [keep.id]
    assert run.pages == 2
