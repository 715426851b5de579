"""Drafts keep whatever was typed, belong to who wrote them, and end with the record."""

from dataclasses import replace

import pytest

from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.errors import RefusedError
from immtrac_desk.services.keep_draft import discard_draft, keep_draft, resume_draft
from tests.services.counter import SAM, Counter, a_client


def kept(counter: Counter) -> list[ConsentDraft]:
    mine = counter.read(lambda uow: uow.drafts.of_staff(counter.member.id))
    return [one.draft for one in mine]


def test_the_last_state_is_kept_and_its_beginning_is_in_the_book(
    counter: Counter, minor: Client
) -> None:
    draft = counter.begin(minor)
    counter.do(keep_draft, draft)
    later = replace(draft, relation="mother, by adoption")
    counter.do(keep_draft, later)
    assert kept(counter) == [later]
    lines = counter.book(acts=("draft_kept",))
    assert [(line.document_id, line.client_id) for line in lines] == [(draft.record_id, minor.id)]


def test_half_typed_and_odd_text_is_kept_as_it_is(counter: Counter) -> None:
    odd = a_client(name=PersonName(last=" Gar\u200bcía <b>", first=""))
    draft = replace(counter.begin(odd), signer_name="  X")
    counter.do(keep_draft, draft)
    assert kept(counter) == [draft]


def test_is_offered_to_nobody_else(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor)
    counter.do(keep_draft, draft)
    counter.member = SAM
    assert kept(counter) == []
    for act, command in ((keep_draft, draft), (resume_draft, draft.id), (discard_draft, draft.id)):
        with pytest.raises(RefusedError) as error:
            counter.do(act, command)  # type: ignore[arg-type]
        assert error.value.code == "draft.of_another"


def test_is_resumed_and_discarded_by_who_wrote_it(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor)
    counter.do(keep_draft, draft)
    assert counter.do(resume_draft, draft.id) == draft
    counter.do(discard_draft, draft.id)
    assert kept(counter) == []
    acts = [line.act for line in reversed(counter.book())]
    assert acts == ["draft_kept", "draft_resumed", "draft_discarded"]


def test_an_unknown_draft_is_refused(counter: Counter, minor: Client) -> None:
    with pytest.raises(RefusedError) as error:
        counter.do(resume_draft, counter.begin(minor).id)
    assert error.value.code == "draft.unknown"


def test_a_pause_that_ends_after_the_record_brings_no_draft_back(
    counter: Counter, minor: Client
) -> None:
    document = counter.existing(minor)
    counter.do(keep_draft, replace(counter.begin(minor, despite=True), record_id=document.id))
    assert kept(counter) == []
