"""The entry card at the counter: the registry's screens in order, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from immtrac_desk.desk.entry import FinishEntry
from immtrac_desk.desk.entry_pictures import EntryCardPicture
from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.dose import DoseState
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.words import Choice, FormKind, Responder, Source, Status, Who
from immtrac_desk.errors import DeskError, InputError, RefusedError
from tests.desk.dosing import enter
from tests.desk.signing import begin, sign
from tests.office import Office, open_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("entry"))
    yield made
    made.desk.close()


def signed(office: Office, **changes: object) -> tuple[Client, Document]:
    client = office.client(**changes)  # type: ignore[arg-type]
    return client, sign(office, begin(office, client, choice=Choice.GRANT)).document


def values(card: EntryCardPicture, step_id: str) -> dict[str, str]:
    steps = [step for step in card.steps if step.id == step_id]
    return {line.key: line.value for step in steps for line in step.lines}


def acts(office: Office, client: ClientId) -> list[ActKind]:
    return [line.act.kind for line in office.desk.people.file(client).acts]


def test_the_screens_come_in_the_registrys_order_with_what_is_typed_there(office: Office) -> None:
    client, document = signed(office)
    card = office.desk.entry.card(client.id)
    assert [step.no for step in card.steps] == [1, 2, 3, 4, 5]
    search = values(card, "search")
    assert search["1.born_on"] == "05/04/2015"
    assert search["1.gender"] == "Female"
    assert search["1.state"] == "TX"
    assert "1.unit" not in search, "what nobody answered is not offered for copying"
    assert values(card, "details")["3.ethnicity"] == "Hispanic or Latino"
    affirm = values(card, "affirm")
    assert affirm["4.consent_code"] == "TXY"
    assert affirm["4.consent_date"] == f"{document.signed_on:%m/%d/%Y}"
    assert affirm["4.signer"] == "María García"
    assert (card.document, card.to_affirm) == (document, True)
    assert card.consent_date == f"{document.signed_on:%Y%m%d}"
    keys = [line.key for step in card.steps for line in step.lines]
    assert len(keys) == len(set(keys))


def test_what_the_search_would_refuse_stands_first(office: Office) -> None:
    client = office.client()
    bare = office.desk.people.save(
        replace(client, gender="", address=replace(client.address, street=""))
    )
    card = office.desk.entry.card(bare.id)
    fields = {(one.field, one.row) for one in card.findings}
    assert fields == {("client.gender", "DT-21.3"), ("client.address.street", "DT-21.3")}
    assert card.code is None
    assert "affirm" not in {step.id for step in card.steps}, "there is no consent to affirm"


def test_the_code_is_that_of_the_age_and_the_household_today(office: Office) -> None:
    client, _ = signed(office, born_on=date(2010, 2, 2))
    assert office.desk.entry.card(client.id).code.code == "TXY"  # type: ignore[union-attr]
    office.desk.people.note_responder(client.id, Responder.MINOR_FAMILY)
    card = office.desk.entry.card(client.id)
    assert card.code is not None
    assert (card.code.code, card.code.row) == ("TXM", "DT-20.4")
    assert values(card, "attributes")["7.fr"] == "M"
    assert card.consent_on == office.desk.today(), "a status noted later is a change (DT-20)"


def test_a_number_of_the_registry_is_offered_alone(office: Office) -> None:
    client = office.client()
    office.desk.people.save(replace(client, immtrac2_id="123456789"))
    [search, *_] = office.desk.entry.card(client.id).steps
    first = search.lines[0]
    assert (first.field, first.value, first.row) == ("immtrac2_id", "123456789", "DT-21.2")


def test_finishing_records_the_search_the_number_and_the_affirmation_at_once(
    office: Office,
) -> None:
    client, document = signed(office)
    today = office.desk.today()
    waiting = [one for one in office.desk.entry.waiting() if one.client_id == client.id]
    assert [(one.what, one.document_id) for one in waiting] == [("affirm", document.id)]
    done = office.desk.entry.finish(
        FinishEntry(
            client_id=client.id,
            document_id=document.id,
            searched="not_found",
            immtrac2_id="987654321",
            affirmed=True,
            on=today,
            registry_user="mrobles",
        )
    )
    assert [act.kind for act in done] == [ActKind.SEARCH_NOTED, ActKind.CONSENT_AFFIRMED]
    file = office.desk.people.file(client.id)
    assert file.client.immtrac2_id == "987654321"
    assert file.standing.status is Status.CONSENTED_MINOR
    assert client.id not in {one.client_id for one in office.desk.entry.waiting()}
    card = office.desk.entry.card(client.id)
    assert (card.document, card.to_affirm, card.registry_user) == (document, False, "mrobles")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({}, "entry.nothing", "searched"),
        ({"searched": "perhaps"}, "search.outcome_missing", "searched"),
        ({"searched": "found", "affirmed": True}, "entry.no_document", "affirmed"),
        ({"searched": "found", "ahead": 1}, "date.future", "on"),
    ],
)
def test_what_cannot_be_recorded_is_refused_beside_its_field_and_leaves_nothing(
    office: Office, changes: dict[str, object], code: str, field: str
) -> None:
    client = office.client()
    known: dict[str, object] = {"client_id": client.id, "on": office.desk.today(), **changes}
    known["on"] = office.desk.today() + timedelta(days=int(str(known.pop("ahead", 0))))
    with pytest.raises(InputError) as refused:
        office.desk.entry.finish(FinishEntry(**known))  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.field) == (code, field)
    assert acts(office, client.id) == []


def test_a_refused_affirmation_takes_the_search_along(office: Office) -> None:
    """One act: where the registry's user is missing, nothing of it was done."""
    client, document = signed(office)
    before = acts(office, client.id)
    command = FinishEntry(
        client_id=client.id,
        document_id=document.id,
        searched="found",
        immtrac2_id="55",
        affirmed=True,
        on=office.desk.today(),
    )
    with pytest.raises(InputError) as refused:
        office.desk.entry.finish(command)
    assert refused.value.code == "affirm.user"
    assert acts(office, client.id) == before
    early = replace(command, registry_user="m", on=document.signed_on - timedelta(days=1))
    with pytest.raises(RefusedError):
        office.desk.entry.finish(early)
    assert acts(office, client.id) == before
    assert office.desk.people.file(client.id).client.immtrac2_id == ""


def test_anothers_consent_is_not_affirmed_from_this_card(office: Office) -> None:
    _, document = signed(office)
    other = office.client()
    command = FinishEntry(
        client_id=other.id,
        document_id=document.id,
        affirmed=True,
        on=office.desk.today(),
        registry_user="m",
    )
    with pytest.raises(InputError) as refused:
        office.desk.entry.finish(command)
    assert refused.value.code == "entry.no_document"


def test_a_stop_counts_until_somebody_gets_on(office: Office) -> None:
    client = office.client()
    office.desk.entry.stop(client.id, "candidates", "three of one name")
    card = office.desk.entry.card(client.id)
    assert card.stopped_last is not None
    assert card.stopped_last.act.facts == {"reason": "candidates", "note": "three of one name"}
    assert office.desk.people.status(client.id) is Status.NONE_MINOR, "it changes no status"
    office.clock.tick(minutes=1)
    office.desk.people.note_search(client.id, "found", office.desk.today())
    assert office.desk.entry.card(client.id).stopped_last is None
    for reason, note, field in (("weather", "", "reason"), ("other", " ", "note")):
        with pytest.raises(InputError) as refused:
            office.desk.entry.stop(client.id, reason, note)
        assert refused.value.field == field


def test_what_was_read_stays_as_text_with_its_day(office: Office) -> None:
    client = office.client()
    read_on = office.desk.today() - timedelta(days=3)
    office.desk.entry.note_schedule(
        client.id, read_on, "  DTaP 4 of 5 \r\n\r\nMMR NOT VALID", reaction=True, not_valid=True
    )
    seen = office.desk.entry.seen(client.id)
    [reading] = seen.readings
    assert reading.act.on == read_on
    assert reading.act.facts["text"] == "DTaP 4 of 5\nMMR NOT VALID"
    assert (reading.act.facts["reaction"], reading.act.facts["not_valid"]) == (True, True)
    assert (seen.searches, seen.stops) == ((), ())
    office.desk.consents.undo(reading.act.id, "wrong client")
    assert office.desk.entry.seen(client.id).readings == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "schedule.text"),
        (" \n\n ", "schedule.text"),
        ("x\n" * 41, "schedule.long"),
        ("a\u202eb", "text.bidi"),
        ("x" * 301, "text.too_long"),
    ],
)
def test_a_reading_that_says_nothing_or_too_much_is_refused(
    office: Office, text: str, code: str
) -> None:
    client = office.client()
    with pytest.raises(InputError) as refused:
        office.desk.entry.note_schedule(client.id, office.desk.today(), text)
    assert (refused.value.code, refused.value.field) == (code, "text")
    for on in (office.desk.today() + timedelta(days=1), client.born_on - timedelta(days=1)):
        with pytest.raises(InputError) as day:
            office.desk.entry.note_schedule(client.id, on, "Hep B 1 of 3")
        assert day.value.field == "on"


def test_a_merged_client_is_entered_as_the_one_who_stands(office: Office) -> None:
    keep, gone = office.client(), office.client()
    office.desk.people.merge(keep.id, gone.id, "the same person")
    act = office.desk.entry.stop(gone.id, "portal_down")
    assert act.client_id == keep.id
    assert office.desk.entry.card(gone.id).client.id == keep.id
    with pytest.raises(DeskError):
        office.desk.entry.card(ClientId("NOBODY"))


def test_an_existing_consent_is_entered_like_one_of_our_own(office: Office) -> None:
    from immtrac_desk.desk.pictures import RecordExisting

    client = office.client(born_on=date(1990, 1, 2))
    document = office.desk.consents.record_existing(
        RecordExisting(
            client_id=client.id,
            form=FormKind.ADULT,
            signed_on=date(2026, 1, 5),
            source=Source.PAPER,
            where="chart",
            signer_name="Ana García",
            who=Who.SELF,
            relation="self",
        )
    )
    card = office.desk.entry.card(client.id, document.id)
    assert card.code is not None
    assert card.code.code == "TXA"


class TestDoses:
    """Doses on the card, six to a screen, typed there and reported with its finish."""

    def test_open_doses_stand_on_the_card_six_to_a_page_with_the_registrys_words(
        self, office: Office
    ) -> None:
        client, _ = signed(office)
        doses = [enter(office, client, lot=f"L{number}") for number in range(7)]
        card = office.desk.entry.card(client.id)
        assert [len(page) for page in card.dose_pages] == [6, 1]
        screens = [step for step in card.steps if step.id == "doses"]
        assert [(step.no, step.page) for step in screens] == [(6, 1), (6, 2)]
        told = {line.key: line.value for step in screens for line in step.lines}
        first = doses[0].id
        assert told[f"6.lot.{first}"] == "L0"
        assert told[f"6.given_on.{first}"] == f"{doses[0].given_on:%m/%d/%Y}"
        assert told[f"6.eligibility.{first}"] == "Private insurance"
        assert told[f"6.route.{first}"] != "SC", "a word, as the registry's list has it"
        assert told[f"6.manufacturer.{first}"] != "MSD"

    def test_finishing_reports_what_was_typed_and_nothing_else(self, office: Office) -> None:
        client, document = signed(office)
        typed, later = enter(office, client), enter(office, client, lot="Y2", cvx="08")
        [waiting] = [one for one in office.desk.entry.waiting() if one.client_id == client.id]
        assert (waiting.what, waiting.doses, waiting.document_id) == ("both", 2, document.id)
        command = FinishEntry(
            client_id=client.id,
            document_id=document.id,
            affirmed=True,
            on=office.desk.today(),
            registry_user="mrobles",
            reported=(typed.id,),
        )
        office.desk.entry.finish(command)
        states = {one.dose.id: one.verdict.state for one in office.desk.doses.of_client(client.id)}
        assert states == {typed.id: DoseState.REPORTED, later.id: DoseState.WAITING}
        [still] = [one for one in office.desk.entry.waiting() if one.client_id == client.id]
        assert (still.what, still.doses) == ("doses", 1)
        assert [len(page) for page in office.desk.entry.card(client.id).dose_pages] == [1]

    def test_a_refused_dose_takes_the_whole_finish_along(self, office: Office) -> None:
        client, document = signed(office)
        dose, other = enter(office, client), enter(office, office.client())
        before = acts(office, client.id)
        command = FinishEntry(
            client_id=client.id,
            document_id=document.id,
            searched="found",
            affirmed=True,
            on=office.desk.today(),
            registry_user="mrobles",
            reported=(dose.id, other.id),
        )
        with pytest.raises(InputError) as refused:
            office.desk.entry.finish(command)
        assert (refused.value.code, refused.value.field) == ("entry.others_dose", "reported")
        assert acts(office, client.id) == before
        [line] = office.desk.doses.of_client(client.id)
        assert line.verdict.state is DoseState.WAITING

    def test_who_waits_the_loudest_first_and_each_client_once(self, office: Office) -> None:
        late = office.client(born_on=date(2019, 1, 1))
        enter(office, late, given_on=office.desk.today() - timedelta(days=31))
        enter(office, late)
        waiting = office.desk.entry.waiting()
        ids = [one.client_id for one in waiting]
        assert len(ids) == len(set(ids))
        [one] = [one for one in waiting if one.client_id == late.id]
        assert (one.alarm, one.doses, one.due) == ("red", 2, office.desk.today() - timedelta(1))
        assert [one.alarm for one in waiting] == sorted(
            (one.alarm for one in waiting), key=("red", "amber", "").index
        )
