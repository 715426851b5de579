"""A draft begins with the form that the law asks for, ids of its own, and nothing chosen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import FormKind, Intent, Who
from immtrac_desk.errors import InputError, RefusedError
from immtrac_desk.services.begin_draft import draft_again
from immtrac_desk.services.note_on_client import NoteOnClient, note_on_client
from tests.services.counter import Counter, a_client


@pytest.mark.parametrize(
    ("day", "form"),
    [
        (date(2028, 3, 9), FormKind.MINOR),
        (date(2028, 3, 10), FormKind.ADULT),
        (date(2028, 3, 11), FormKind.ADULT),
    ],
)
def test_the_form_turns_on_the_18th_birthday(
    counter: Counter, minor: Client, day: date, form: FormKind
) -> None:
    counter.today = day
    assert counter.begin(minor).form is form


@pytest.mark.parametrize(
    ("intent", "form"),
    [
        (Intent.JOIN, FormKind.MINOR),
        (Intent.LEAVE, FormKind.WITHDRAWAL),
        (Intent.KEEP_DISASTER, FormKind.DISASTER),
        (Intent.COPY, FormKind.RELEASE),
    ],
)
def test_each_intent_has_its_form(
    counter: Counter, minor: Client, intent: Intent, form: FormKind
) -> None:
    draft = counter.begin(minor, intent)
    assert (draft.form, draft.choice, draft.received_by) == (form, None, "Ana Ruiz")


def test_two_drafts_have_ids_of_their_own_and_nothing_is_saved(
    counter: Counter, minor: Client
) -> None:
    one, other = counter.begin(minor), counter.begin(minor)
    assert len({one.id, other.id, one.record_id, other.record_id}) == 4
    assert counter.read(lambda uow: uow.drafts.of_staff(counter.member.id)) == ()


def test_an_adult_is_offered_as_the_signer(counter: Counter) -> None:
    draft = counter.begin(counter.add(a_client(born_on=date(1990, 1, 1))))
    assert (draft.who, draft.signer_name) == (Who.SELF, "Ana Sofía García-López")


def test_a_client_who_is_not_filed_yet_may_begin(counter: Counter) -> None:
    assert counter.begin(a_client()).form is FormKind.MINOR


def test_without_a_birth_date_the_law_is_not_asked(counter: Counter) -> None:
    with pytest.raises(InputError) as error:
        counter.begin(replace(a_client(), born_on=date.min))
    assert (error.value.code, error.value.field) == ("date.missing", "client.born_on")


def test_a_birth_to_come_is_refused(counter: Counter) -> None:
    with pytest.raises(InputError) as error:
        counter.begin(a_client(born_on=counter.today + timedelta(days=1)))
    assert error.value.code == "date.before_birth"


def test_a_consent_is_given_once(counter: Counter, minor: Client) -> None:
    counter.existing(minor)
    with pytest.raises(RefusedError) as error:
        counter.begin(minor)
    assert (error.value.code, error.value.facts["row"]) == ("begin.no_form", "DT-1.2")
    assert [f.code for f in error.value.findings] == ["begin.offer_record_existing"]


def test_a_second_form_begins_only_despite_the_first(counter: Counter, minor: Client) -> None:
    counter.existing(minor)
    assert counter.begin(minor, despite=True).form is FormKind.MINOR


def test_nothing_begins_after_a_death_whatever_is_wanted(counter: Counter, minor: Client) -> None:
    died = NoteOnClient(
        client_id=minor.id,
        kind=ActKind.DEATH_RECORDED,
        on=counter.today,
        facts={"source": "family"},
    )
    counter.do(note_on_client, died)
    for intent in Intent:
        with pytest.raises(RefusedError) as error:
            counter.begin(minor, intent, despite=True)
        assert error.value.facts["row"] == "DT-1.0"


def test_a_language_without_a_pack_falls_back_to_english(counter: Counter, minor: Client) -> None:
    assert counter.begin(minor, language="es").language == "es"
    assert counter.begin(minor, language="vi").language == "en"


def test_a_draft_can_begin_again_like_a_filed_paper(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor, language="es")
    again = counter.read(lambda uow: draft_again(document.id, uow, counter.occasion(uow)))
    assert (again.signer_name, again.who, again.language) == ("María García", Who.PARENT, "es")
    assert again.record_id != document.id
    assert again.choice is None
