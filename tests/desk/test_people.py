"""People at the counter: add, correct, find, merge, note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Responder, Role, Status
from immtrac_desk.errors import DeskError, InputError, RefusedError
from tests.hard_names import HARD
from tests.office import AUDITOR, CLERK, Office

NAMES = [
    *HARD,
    "L" * 200,
]


@pytest.mark.parametrize("last", NAMES)
def test_any_honest_surname_saves_is_found_and_comes_back_unchanged(
    office: Office, last: str
) -> None:
    client = office.client(name=PersonName(last=last, first="Thị Mỹ Hường"))
    found = office.desk.people.find(last)
    assert [match.id for match in found] == [client.id]
    assert office.desk.people.file(client.id).client.name.last == last


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ana\u202eSofía", "text.bidi"),
        ("Ana\u200bSofía", "text.zero_width"),
        ("Ana\x07", "text.control"),
        ("שרה", "text.right_to_left"),
        ("Ana😀", "text.beyond_bmp"),
    ],
)
def test_a_character_that_cannot_be_printed_is_refused_beside_its_field(
    office: Office, name: str, code: str
) -> None:
    with pytest.raises(InputError) as refused:
        office.client(name=PersonName(last="López", first=name))
    assert (refused.value.code, refused.value.field) == (code, "client.first_name")
    assert "U+" in str(refused.value.facts["character"])


@pytest.mark.parametrize("part", ["last", "first", "middle"])
def test_a_letter_that_the_sheets_font_lacks_is_refused_as_the_client_is_saved(
    office: Office, part: str
) -> None:
    odd = replace(PersonName(last="Wang", first="Ana"), **{part: "王"})
    with pytest.raises(InputError) as refused:
        office.client(name=odd)
    assert (refused.value.code, refused.value.field) == ("text.not_on_sheet", f"client.{part}_name")
    assert str(refused.value.facts["character"]).startswith("U+738B")
    assert office.desk.people.find("ana") == ()


def test_nor_may_a_responsible_persons_name_hold_one(office: Office) -> None:
    client = office.client()
    mother = office.desk.people.new_responsible(client.id)
    mother = replace(mother, name=PersonName(last="Wang", first="王"), relation="mother")
    with pytest.raises(InputError) as refused:
        office.desk.people.save(client, (mother,))
    assert refused.value.field == "responsible.first_name"
    assert office.desk.people.file(client.id).responsible == ()


def test_name_as_written_may_keep_what_the_sheet_cannot_print(office: Office) -> None:
    client = office.client(name_as_written="שרה")
    assert office.desk.people.file(client.id).client.name_as_written == "שרה"


def test_text_is_kept_composed_and_unchanged_means_after_that(office: Office) -> None:
    client = office.client(name=PersonName(last="N\u0303un\u0303ez", first="Ana"))
    assert client.name.last == "Ñuñez"
    again = replace(client, name=PersonName(last="N\u0303un\u0303ez", first="Ana"))
    assert office.desk.people.save(again).version == 1


def test_a_single_name_is_saved_with_an_explicit_none(office: Office) -> None:
    client = office.client(name=PersonName(last=Explicit.NONE, first="Suharto"))
    assert client.name.shown == "Suharto"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        (PersonName(first="Ana"), "client.last_name"),
        (PersonName(last="López"), "client.first_name"),
        (PersonName(last=Explicit.NONE, first=Explicit.NONE), "client.last_name"),
    ],
)
def test_a_client_without_any_name_is_refused(office: Office, name: PersonName, field: str) -> None:
    with pytest.raises(InputError) as refused:
        office.client(name=name)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("born_on", "code"),
    [
        (date.min, "date.missing"),
        (date(2026, 11, 23), "date.future"),
        (date(1890, 1, 1), "date.too_old"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused(office: Office, born_on: date, code: str) -> None:
    with pytest.raises(InputError) as refused:
        office.client(born_on)
    assert (refused.value.code, refused.value.field) == (code, "client.born_on")


@pytest.mark.parametrize("born_on", [date(2026, 11, 22), date(1890, 1, 2)])
def test_the_first_and_the_last_possible_birth_date_pass(office: Office, born_on: date) -> None:
    assert office.client(born_on).born_on == born_on


def test_a_correction_is_a_new_version_and_keeps_the_former_name(office: Office) -> None:
    client = office.client()
    married = replace(client, name=PersonName(last="Ibarra", first="Ana Sofía"))
    kept = office.desk.people.save(married)
    assert kept.version == 2
    assert [name.last for name in kept.former_names] == ["García-López"]
    assert office.desk.people.find("García López")[0].found_by == "former_name"


def test_saving_without_a_change_makes_no_new_version(office: Office) -> None:
    client = office.client()
    assert office.desk.people.save(client).version == 1


def test_a_correction_of_an_older_reading_is_refused_and_nothing_is_lost(office: Office) -> None:
    client = office.client()
    office.desk.people.save(replace(client, phone="(512) 555-0143"))
    with pytest.raises(DeskError) as refused:
        office.desk.people.save(replace(client, phone="(512) 555-0144"))
    assert refused.value.code == "client.changed_meanwhile"
    assert office.desk.people.file(client.id).client.phone == "(512) 555-0143"


def test_homeless_and_without_telephone_is_allowed_with_an_explicit_none(office: Office) -> None:
    """E31."""
    nowhere = Address(street=Explicit.NONE, city=Explicit.NONE, zip_code=Explicit.NONE)
    client = office.client(address=nowhere, phone=Explicit.NONE)
    assert office.desk.people.file(client.id).client.address.street is Explicit.NONE


def test_city_and_county_are_proposed_from_the_zip(office: Office) -> None:
    place = office.desk.people.place("78701")
    assert place is not None
    assert (place.city, place.county) == ("Austin", "Travis")
    assert office.desk.people.place("00000") is None
    assert len(office.desk.people.counties()) == 254


def _twin(office: Office, first: str, order: int | None) -> Client:
    return office.client(name=PersonName(last="Okafor", first=first), birth_order=order)


def test_a_look_alike_is_shown_while_typing_and_another_person_is_not(office: Office) -> None:
    client = office.client()
    typed = replace(client, id=office.desk.people.new().id, phone="")
    other = replace(typed, born_on=date(2014, 1, 1))
    assert [one.match.id for one in office.desk.people.look_alikes(typed)] == [client.id]
    assert office.desk.people.look_alikes(other) == ()


def test_a_merge_shows_both_files_as_one_and_can_be_taken_back(office: Office) -> None:
    """E12."""
    keep, gone = office.client(), office.client()
    office.desk.people.merge(keep.id, gone.id, "entered twice")
    assert office.desk.people.file(gone.id).client.id == keep.id
    assert [c.id for c in office.desk.people.file(keep.id).merged] == [gone.id]
    office.desk.people.unmerge(keep.id, gone.id, "two people after all")
    assert office.desk.people.file(gone.id).client.id == gone.id


def test_twins_are_never_merged(office: Office) -> None:
    """E11."""
    one, two = _twin(office, "Chidi", 1), _twin(office, "Chika", 2)
    with pytest.raises(RefusedError) as refused:
        office.desk.people.merge(one.id, two.id, "same birth date")
    assert refused.value.code == "merge.twins"


def test_front_desk_may_not_merge_and_the_try_is_in_the_book(office: Office) -> None:
    keep, gone = office.client(), office.client()
    desk = office.as_(CLERK, Role.FRONT_DESK)
    with pytest.raises(RefusedError) as refused:
        desk.people.merge(keep.id, gone.id, "entered twice")
    assert refused.value.code == "right.missing"
    assert desk.book.history(acts=("right_refused",))[0].actor == CLERK


def test_an_auditor_looks_and_the_look_is_logged_but_writes_nothing_else(office: Office) -> None:
    client = office.client()
    desk = office.as_(AUDITOR, Role.AUDITOR)
    desk.people.file(client.id)
    assert desk.book.history(client.id)[0].act == "client_looked_at"
    with pytest.raises(RefusedError):
        desk.people.save(replace(client, phone=""))


def test_looking_twice_within_a_minute_is_one_line_of_the_book(office: Office) -> None:
    client = office.client()
    office.desk.people.file(client.id)
    office.desk.people.file(client.id)
    office.clock.tick(seconds=61)
    office.desk.people.file(client.id)
    looks = office.desk.book.history(client.id, acts=("client_looked_at",))
    assert len(looks) == 2


def test_a_death_ends_lists_and_new_consents(office: Office) -> None:
    """E20."""
    client = office.client()
    office.desk.people.record_death(client.id, date(2026, 11, 20), "family")
    assert office.desk.people.status(client.id) is Status.DECEASED
    lists = office.desk.book.today_lists().lists
    assert client.id not in {entry.client_id for one in lists for entry in one.entries}


def test_a_death_is_recorded_once_and_with_its_source(office: Office) -> None:
    """E20."""
    client = office.client()
    with pytest.raises(InputError) as nameless:
        office.desk.people.record_death(client.id, date(2026, 11, 20), " ")
    assert nameless.value.field == "source"
    act = office.desk.people.record_death(client.id, date(2026, 11, 20), "family")
    with pytest.raises(RefusedError) as twice:
        office.desk.people.record_death(client.id, date(2026, 11, 19), "family")
    assert twice.value.code == "death.already"
    office.desk.consents.undo(act.id, "another client")
    office.desk.people.record_death(client.id, date(2026, 11, 19), "family")
    assert office.desk.people.status(client.id) is Status.DECEASED


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2026, 11, 23), "date.future"), (date(2015, 5, 3), "date.before_birth")],
)
def test_a_death_is_never_noted_outside_a_life(office: Office, on: date, code: str) -> None:
    client = office.client()
    with pytest.raises(InputError) as refused:
        office.desk.people.record_death(client.id, on, "family")
    assert refused.value.code == code


def test_a_registry_search_is_an_act_with_its_number(office: Office) -> None:
    client = office.client()
    act = office.desk.people.note_search(client.id, "found", date(2026, 11, 22), "0012345")
    assert act.facts["immtrac2_id"] == "0012345"
    with pytest.raises(InputError):
        office.desk.people.note_search(client.id, "perhaps", date(2026, 11, 22))


def test_first_responder_status_alone_is_an_act(office: Office) -> None:
    """DT-1.11: with an adult consent in effect no new form, only `fr` is recorded."""
    client = office.client(date(1990, 2, 3))
    office.desk.people.note_responder(client.id, Responder.RESPONDER)
    assert office.desk.people.file(client.id).standing.fr is Responder.RESPONDER


def test_an_adoption_makes_a_new_identity_and_opens_a_task(office: Office) -> None:
    """E6."""
    client = office.client()
    adopted = replace(client, name=PersonName(last="Zamora", first="Ana"))
    office.desk.people.identity_change(adopted, "adoption decree seen")
    file = office.desk.people.file(client.id)
    assert file.client.version == 2
    assert [task.what for task in file.tasks] == ["contact_immtrac2"]
    office.desk.people.close_task(file.tasks[0].id, "e-mail sent")
    assert office.desk.people.file(client.id).tasks[0].closed_at is not None
    with pytest.raises(RefusedError):
        office.desk.people.close_task(file.tasks[0].id)


def test_a_responsible_person_is_kept_with_the_minor(office: Office) -> None:
    client = office.client()
    mother = replace(
        office.desk.people.new_responsible(client.id),
        name=PersonName(last="López", first="María"),
        relation="mother",
        primary=True,
    )
    office.desk.people.save(client, (mother,))
    assert office.desk.people.file(client.id).responsible[0].relation == "mother"
