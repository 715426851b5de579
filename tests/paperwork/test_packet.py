"""An application made into its packet: carried and changed answers, people, signer, refusals."""

from dataclasses import replace
from datetime import date

import pytest

from forms.agreement_packet.packet import Asked
from forms.answers import Word
from forms.sheet import Stamp
from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.ids import PersonId
from immtrac_desk.domain.question import Question, QuestionKind
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Manner
from immtrac_desk.errors import InputError
from immtrac_desk.paperwork.code import read_code
from immtrac_desk.paperwork.packet import (
    PACKET,
    PacketPaper,
    draw_packet,
    marks_on_packet,
    packet_of,
    packet_revision,
)
from tests.forms.press import codes, texts
from tests.paperwork.site_papers import ANA, ANSWERS, BEN, ROSA, former, paper


def check(text: str) -> str:
    """As a vault's key would, in the alphabet of printed checks."""
    return f"K7Q2{len(text):04d}"


def asked(made: PacketPaper, key: str) -> Asked:
    return next(one for one in packet_of(made).asked if one.key == key)


def keys(made: PacketPaper) -> list[str]:
    return [one.key for one in packet_of(made).asked]


def changes(made: PacketPaper) -> dict[object, tuple[object, object, str]]:
    return {one.what: (one.before, one.after, one.since) for one in packet_of(made).changes}


def test_a_carried_answer_is_plain() -> None:
    one = asked(paper(base=former()), "street")
    assert (one.answer, one.changed, one.was) == ("7 Oak St", False, "")


def test_a_changed_answer_is_marked_with_the_former_one() -> None:
    moved = paper({**ANSWERS, "street": "9 Elm St"}, base=former())
    one = asked(moved, "street")
    assert (one.answer, one.changed, one.was) == ("9 Elm St", True, "7 Oak St")


def test_an_answer_given_for_the_first_time_is_changed_too() -> None:
    made = paper({**ANSWERS, "fax": "(512) 555-0143"}, base=former())
    assert asked(made, "fax").changed
    assert changes(made)[Word("q.fax")] == ("", "(512) 555-0143", "")


def test_the_order_of_words_and_spaces_around_them_are_no_change() -> None:
    made = paper({**ANSWERS, "manner_of_usage": ("reports", "look_up")}, base=former())
    assert packet_of(made).changes == ()
    assert packet_of(paper({**ANSWERS, "city": " Austin "}, base=former())).changes == ()


def test_without_a_former_agreement_nothing_has_changed() -> None:
    made = packet_of(paper(kind=ApplicationKind.REGISTRATION))
    assert not made.former
    assert made.changes == ()
    assert not any(one.changed for one in made.asked)


def test_the_day_of_a_change_stands_beside_it() -> None:
    since = {"street": date(2026, 9, 1), "ben": date(2026, 11, 2), "point_of_contact": None}
    days = {key: day for key, day in since.items() if day}
    made = paper({**ANSWERS, "street": "9 Elm St"}, (ROSA, ANA, BEN), former(), since=days)
    said = changes(made)
    assert said[Word("q.street")] == ("7 Oak St", "9 Elm St", "09/01/2026")
    assert said[(Word("q.prescribers"), "Ben Q Cho")] == ((), (Word("prescriber"),), "11/02/2026")


def test_yes_no_words_and_days_are_printed_in_the_words_of_the_packet() -> None:
    assert asked(paper(), "tvfc").answer == Word("yes")
    assert asked(paper(), "manner_of_usage").answer == (Word("look_up"), Word("reports"))
    day = Question(id="own", step="A6", kind=QuestionKind.DAY, label="Open since?")
    own = paper({**ANSWERS, "own": "2020-02-29"})
    assert asked(replace(own, questions=(day,)), "own").answer == "02/29/2020"


def test_a_sub_site_is_told_by_its_parent_and_the_parent_by_its_name() -> None:
    made = paper({**ANSWERS, "parent_id": "elm"}, site_names={"elm": "Elm Health"})
    assert asked(made, "sub_site").answer == Word("yes")
    assert asked(made, "parent_id").answer == "Elm Health"
    assert packet_of(made).site["parent_id"] == "Elm Health"
    assert asked(paper(), "sub_site").answer == Word("no")


def test_what_is_typed_twice_is_printed_once_and_what_is_told_not_at_all() -> None:
    found = keys(paper({**ANSWERS, "tvfc_pin_again": "001122"}))
    assert "tvfc_pin" in found
    assert {"tvfc_pin_again", "what_to_expect", "review", "signature"}.isdisjoint(found)


def test_a_question_that_is_not_open_is_printed_nowhere() -> None:
    made = paper({**ANSWERS, "tvfc": False})
    assert "tvfc_pin" not in keys(made)
    assert "tvfc_pin" not in packet_of(made).site


def test_questions_of_people_are_answered_by_who_holds_their_roles() -> None:
    made = paper(people=(BEN, ROSA))
    assert asked(made, "prescribers").answer == "Ben Q Cho; Rosa Peña"
    assert asked(made, "users").answer == Word("nobody")


def test_who_takes_a_seat_is_named_beside_who_left_it() -> None:
    heir = replace(BEN, roles=(SiteRole.POINT_OF_CONTACT,))
    stays = replace(ANA, roles=(SiteRole.VIEW_ONLY,))
    made = paper(people=(ROSA, stays, heir), base=former())
    assert changes(made)[Word("q.point_of_contact")] == ("Ana Ruiz", "Ben Q Cho", "")


@pytest.mark.parametrize("known", ["point_of_contact", "ben", "ana"])
def test_a_seat_changed_hands_since_the_newcomer_or_else_the_former_one(known: str) -> None:
    heir = replace(BEN, roles=(SiteRole.POINT_OF_CONTACT,))
    day = {known: date(2026, 11, 2)}
    made = paper(people=(ROSA, replace(ANA, roles=()), heir), base=former(), since=day)
    assert changes(made)[Word("q.point_of_contact")][2] == "11/02/2026"


def test_a_user_with_another_role_and_one_who_left_are_changes() -> None:
    now = replace(ANA, roles=(SiteRole.POINT_OF_CONTACT, SiteRole.FULL_ACCESS))
    made = paper(people=(ROSA, now), base=former(people=(ROSA, ANA, BEN)))
    said = changes(made)
    assert said[(Word("q.users"), "Ana Ruiz")][:2] == ((Word("view_only"),), (Word("full_access"),))
    assert said[(Word("q.prescribers"), "Ben Q Cho")][:2] == ((Word("prescriber"),), ())


def test_a_fact_of_a_person_that_changed_is_named() -> None:
    now = replace(ROSA, licence_no="Z9999", last_name="Peña-Soto")
    said = changes(paper(people=(now, ANA), base=former()))
    assert said[("Rosa Peña-Soto", Word("person.licence_no"))][:2] == ("X0000", "Z9999")
    assert said[("Rosa Peña-Soto", Word("person.name"))][:2] == ("Rosa Peña", "Rosa Peña-Soto")


def test_two_namesakes_are_two_people() -> None:
    twin = replace(BEN, person_id=PersonId("ben-2"))
    made = packet_of(paper(people=(ROSA, ANA, BEN, twin), base=former()))
    assert [one.what for one in made.changes].count((Word("q.prescribers"), "Ben Q Cho")) == 2


def test_the_one_signer_is_printed_and_of_two_none() -> None:
    assert packet_of(paper()).signer.name == "Rosa Peña"
    two = (ROSA, replace(BEN, roles=(SiteRole.SIGNER,)))
    assert packet_of(paper(people=two)).signer.name == ""
    assert packet_of(paper(people=())).signer.name == ""


def test_of_a_pharmacy_the_pharmacist_in_charge_signs_too() -> None:
    people = (replace(BEN, roles=(SiteRole.PHARMACIST_IN_CHARGE,)), ANA)
    made = paper(people=people, signer_label="pharmacist_in_charge")
    assert packet_of(made).signer.name == "Ben Q Cho"
    assert packet_of(paper(people=people)).signer.name == ""


def test_a_signer_without_a_licence_number_is_printed_with_the_npi() -> None:
    person = replace(ROSA, licence_no="", npi="1234567893")
    assert packet_of(paper(people=(person,))).signer.licence_no == "1234567893"


@pytest.mark.parametrize(
    ("manner", "word"),
    [
        (Manner.INK_ON_SCREEN, "ink"),
        (Manner.WET_INK, "wet"),
        (Manner.MARK, "mark"),
        (Manner.WET_MARK, "wet"),
    ],
)
def test_marks_say_how_who_and_when(manner: Manner, word: str) -> None:
    marks = marks_on_packet(manner, ROSA, date(2026, 11, 22), seen_by="Luis Soto")
    assert (marks.manner, marks.name, marks.title) == (word, "Rosa Peña", "MD")
    assert (marks.signed_text, marks.seen_by) == ("11/22/2026", "Luis Soto")


def test_drawn_it_says_where_to_sign_and_its_code_is_ours() -> None:
    made = draw_packet(paper(base=former(), paper_check=check))
    assert made.signature_page == made.pages - 1
    found = read_code(codes(made.pdf)[0], check, practice=False)
    assert (found.stock_no, found.record_id) == (PACKET, "01JD-7K2M")
    assert found.revision == packet_revision(date(2026, 11, 22))
    assert draw_packet(paper(base=former(), paper_check=check)).digest == made.digest
    assert draw_packet(paper(base=former(), language="es")).digest != made.digest


def test_stamps_are_those_asked_for() -> None:
    made = paper(practice=True, copy=True, draft=True, sample=True)
    wanted = {Stamp.PRACTICE, Stamp.COPY, Stamp.DRAFT, Stamp.SAMPLE}
    assert set(packet_of(made).stamps) == wanted
    assert packet_of(paper()).stamps == ()


@pytest.mark.parametrize(
    ("field", "made"),
    [
        ("street", paper({**ANSWERS, "street": "7 中"})),
        ("person.name", paper(people=(replace(ROSA, last_name="中"), ANA))),
        ("manner_of_usage", paper({**ANSWERS, "manner_of_usage": ("中",)})),
    ],
)
def test_what_no_sheet_can_print_is_refused_beside_its_question(
    field: str, made: PacketPaper
) -> None:
    with pytest.raises(InputError) as refused:
        draw_packet(made)
    assert (refused.value.code, refused.value.field) == ("text.not_on_sheet", field)
    assert "U+4E2D" in str(refused.value.facts["character"])


def test_the_name_that_is_applied_for_stands_at_the_head() -> None:
    pages = texts(draw_packet(paper({**ANSWERS, "name": "Elm Street Clinic"}, base=former())).pdf)
    assert all("Elm Street Clinic" in page for page in pages)


def test_a_change_of_the_name_is_one_like_any_other() -> None:
    made = paper({**ANSWERS, "name": "Elm Street Clinic"}, base=former())
    assert changes(made)[Word("q.name")][:2] == ("Oak Street Clinic", "Elm Street Clinic")
