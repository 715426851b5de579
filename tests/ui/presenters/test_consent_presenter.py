"""The consent screen's presenter: what is typed, who signs, what is stale, what is overridden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Choice, FormKind, Intent, Manner, Role, Who
from immtrac_desk.errors import RefusedError
from tests.office import CLERK, Office
from ui.presenters.consent import ConsentPresenter
from ui.presenters.consent_start import StartConsent
from ui.presenters.consent_words import missing_words, signed_words, turning_words
from ui.presenters.paper import Paper
from ui.presenters.signer import SignerPresenter
from ui.wording import Wording

EN = Wording("en")


def begun(office: Office, born_on: date = date(2015, 3, 10)) -> ConsentPresenter:
    client = office.client(born_on)
    draft = office.desk.consents.begin(client.id, Intent.JOIN, "en")
    return ConsentPresenter(office.desk, EN, draft)


def signed(office: Office, consent: ConsentPresenter, choice: Choice) -> Paper:
    paper = Paper(consent)
    signer = SignerPresenter(consent, paper)
    signer.choose(choice)
    signer.ink((((0.1, 0.5, 0, 0.5), (0.9, 0.5, 90, 0.5)),))
    signer.finish()
    return paper


def test_what_cannot_be_read_is_a_problem_beside_its_field_and_no_change(office: Office) -> None:
    consent = begun(office)
    before = consent.draft
    consent.put("client.phone", "12")
    consent.put("client.first_name", "Ana\u202e")
    assert set(consent.problems) == {"client.phone", "client.first_name"}
    assert consent.draft == before
    consent.put("client.phone", Explicit.NONE)
    consent.put("client.first_name", "Ana")
    assert not consent.problems
    assert consent.draft.client.phone is Explicit.NONE


@pytest.mark.parametrize("typed", ["3/10/2015", "03102015", "2015-03-10", "3-10-15"])
def test_a_birth_date_is_understood_however_it_is_typed(office: Office, typed: str) -> None:
    consent = begun(office, date(2014, 1, 1))
    assert consent.put_born_on(typed) == date(2015, 3, 10)
    assert consent.put_born_on("31/31/2015") is None
    assert "client.born_on" in consent.problems
    assert consent.born_on() == date(2015, 3, 10)


def test_the_relation_follows_the_language_of_the_sheet(office: Office) -> None:
    consent = begun(office)
    consent.choose_capacity("mother")
    assert (consent.draft.who, consent.draft.relation) == (Who.PARENT, "mother")
    consent.choose_language("es")
    assert (consent.draft.relation, consent.capacity) == ("madre", "mother")
    consent.put("signer.relation", "mamá adoptiva")
    consent.choose_language("en")
    assert consent.draft.relation == "mamá adoptiva", "what was typed is nobody's to translate"


def test_an_adult_signs_in_person_unless_somebody_says_otherwise(office: Office) -> None:
    consent = begun(office, date(1985, 3, 10))
    assert not consent.minor
    assert consent.capacity == "self"
    assert consent.draft.form is FormKind.ADULT


def test_the_only_parent_on_file_is_suggested_and_two_are_asked(office: Office) -> None:
    client = office.client(date(2015, 3, 10))
    mother = office.desk.people.new_responsible(client.id)
    mother = replace(mother, name=PersonName(last="Lara", first="Rosa"), relation="mother")
    office.desk.people.save(client, (mother,))
    start = StartConsent(office.desk)
    start.client_id = client.id
    consent = ConsentPresenter(office.desk, EN, start.begin(Intent.JOIN), start.responsible())
    start.suggest(consent)
    assert (consent.draft.signer_name, consent.draft.who) == ("Rosa Lara", Who.PARENT)
    father = office.desk.people.new_responsible(client.id)
    father = replace(father, name=PersonName(last="Lara", first="Juan"), relation="father")
    office.desk.people.save(client, (mother, father))
    asked = ConsentPresenter(office.desk, EN, start.begin(Intent.JOIN), start.responsible())
    start.suggest(asked)
    assert asked.draft.signer_name == ""
    assert {one.capacity for one in asked.known_signers()} == {"mother", "father"}


def test_the_signature_is_missing_until_somebody_signed(office: Office) -> None:
    consent = begun(office)
    consent.put("signer.name", "María García")
    consent.choose_capacity("mother")
    assert missing_words(consent, EN) == "Still missing: choice, signature"
    assert not consent.can_record
    signed(office, consent, Choice.GRANT)
    assert consent.can_record
    assert missing_words(consent, EN) == "Nothing is missing."
    assert signed_words(consent, EN) == "Signed on screen: grants. Record it now."


def test_the_pad_takes_nothing_before_a_choice_or_without_the_witness(office: Office) -> None:
    consent = begun(office)
    signer = SignerPresenter(consent, Paper(consent))
    stroke = (((0.1, 0.5, 0, 0.5), (0.9, 0.5, 90, 0.5)),)
    signer.ink(stroke)
    assert signer.strokes == ()
    signer.choose(Choice.GRANT)
    signer.put_mark(True)
    signer.ink(stroke)
    assert signer.locked == "signer.locked.witness"
    assert signer.strokes == ()
    signer.put_witness("Ruth Whitfield")
    signer.ink(stroke)
    assert not signer.can_finish, "the witness signs too"
    signer.witness_ink(stroke)
    assert signer.can_finish
    made = signer.finish()
    assert (made.manner, made.witness_strokes) == (Manner.MARK, stroke)


def test_who_may_only_refuse_is_not_offered_the_rest(office: Office) -> None:
    """A stepparent's refusal is a note (DT-5.9); their yes would not be recorded (DT-2.7)."""
    consent = begun(office)
    consent.put("signer.name", "Leo Ruiz")
    consent.choose_capacity("stepparent")
    consent.choose(Choice.DECLINE)
    assert not consent.assessment.errors, "so the screen is handed over"
    signer = SignerPresenter(consent, Paper(consent))
    assert signer.refused(Choice.DECLINE) == ""
    assert signer.refused(Choice.GRANT) == "signer.refused.other"
    signer.choose(Choice.GRANT)
    assert signer.choice is Choice.DECLINE


@pytest.mark.parametrize("form", [Intent.JOIN, Intent.LEAVE, Intent.COPY, Intent.KEEP_DISASTER])
def test_nothing_is_refused_that_can_be_recorded(office: Office, form: Intent) -> None:
    client = office.client(date(1985, 3, 10))
    draft = office.desk.consents.begin(client.id, form, "es")
    consent = ConsentPresenter(office.desk, EN, draft)
    consent.choose_capacity("self")
    signer = SignerPresenter(consent, Paper(consent))
    assert [signer.refused(choice) for choice in signer.choices] == ["", ""]


def test_an_edit_after_printing_is_stale_and_an_answer_by_hand_is_not(office: Office) -> None:
    consent = begun(office)
    consent.put("signer.name", "María García")
    consent.choose_capacity("mother")
    paper = Paper(consent)
    paper.print_for_ink()
    assert not paper.stale
    paper.sign_in_ink(date(2026, 11, 22), "Marta Robles", Choice.GRANT, None)
    assert not paper.stale
    consent.put("client.address.street", "14 Oak Street")
    assert paper.stale
    assert consent.signed is None


def test_a_supervisor_may_override_a_foster_parent_and_a_clerk_may_not(office: Office) -> None:
    consent = begun(office)
    consent.put("signer.name", "Ruth Whitfield")
    consent.choose_capacity("foster-parent")
    assert consent.may_override()
    consent.override("designation of the court", "copy of form 2085")
    paper = signed(office, consent, Choice.GRANT)
    assert paper.record().document.signer_name == "Ruth Whitfield"
    office.as_(CLERK, Role.FRONT_DESK)
    clerk = begun(office, date(2016, 3, 10))
    clerk.choose_capacity("foster-parent")
    assert not clerk.may_override()


def test_the_desk_refuses_what_the_screen_let_through(office: Office) -> None:
    consent = begun(office)
    consent.put("signer.name", "Abuela Lara")
    consent.choose_capacity("grandparent")
    paper = signed(office, consent, Choice.GRANT)
    with pytest.raises(RefusedError):
        paper.record()
    assert office.desk.consents.drafts() == ()


@pytest.mark.parametrize(
    ("born_on", "told"),
    [
        (date(2008, 11, 23), "in 1 day"),
        (date(2009, 3, 10), "in 108 days"),
        (date(2009, 5, 24), "in 183 days"),
        (date(2009, 5, 25), ""),
    ],
)
def test_a_minor_about_to_turn_18_is_told_of(office: Office, born_on: date, told: str) -> None:
    assert told in turning_words(begun(office, born_on), EN)
    assert bool(turning_words(begun(office, born_on), EN)) is bool(told)
