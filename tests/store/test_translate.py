"""Round trips: what goes into a drawer comes out the same, whatever a person typed."""

import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Client, PersonName, ResponsiblePerson
from immtrac_desk.domain.document import Document, Signature
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.values import Answer, Explicit
from immtrac_desk.store import codec
from immtrac_desk.store.engine import close, create_database, open_engine
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import (
    NAMES,
    PDF,
    STAFF,
    a_client,
    a_document,
    a_draft,
    an_act,
    any_record,
    sha,
)
from tests.store.site_records import a_site

many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FILED = a_client()
PAPER = a_document(FILED)
ACT = an_act(FILED)
SITE = a_site()


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filing]:
    """One file for every example; each example is rolled back."""
    place: Path = tmp_path_factory.mktemp("room") / "desk.db"
    create_database(place, bytes(32))
    engine: sa.Engine = open_engine(place, bytes(32))
    filing = Filing(engine)
    with filing.writing() as work:
        work.staff.put(STAFF)
        work.clients.add(FILED)
        work.documents.add(PAPER, PDF)
        work.acts.add(ACT)
        work.organizations.put(SITE, date(2026, 11, 22))
        work.commit()
    yield filing
    close(engine)


def fresh(client: Client) -> str:
    return f"{client.id}{uuid.uuid4()}"[-40:]


@many
@given(
    client=any_record(
        Client,
        id=st.uuids().map(str),
        birth_order=st.none() | st.integers(1, 9),
        site_id=st.sampled_from([None, SITE.id]),
    )
)
def test_a_client_comes_back_the_same(room: Filing, client: Client) -> None:
    with room.writing() as work:
        first = Client(id=client.id, name=PersonName(last="A"), born_on=client.born_on)
        work.clients.add(first)
        put = work.clients.put(_at_version(client, 1))
        assert put == _at_version(client, 2)
        assert work.clients.get(client.id) == put
        assert work.clients.versions(client.id) == (first,)


def _at_version(client: Client, version: int) -> Client:
    values = {name: getattr(client, name) for name in Client.__slots__}
    return Client(**{**values, "version": version})


@many
@given(person=any_record(ResponsiblePerson, client_id=st.just(FILED.id), id=st.uuids().map(str)))
def test_a_responsible_person_comes_back_the_same(room: Filing, person: ResponsiblePerson) -> None:
    with room.writing() as work:
        work.responsible.put(person)
        assert work.responsible.get(person.id) == person
        assert work.responsible.of_client(FILED.id) == (person,)


@many
@given(
    act=any_record(
        Act,
        id=st.uuids().map(str),
        client_id=st.just(FILED.id),
        by=st.just(STAFF.id),
        document_id=st.sampled_from([None, PAPER.id]),
        kind=st.sampled_from([k for k in ActKind if k is not ActKind.ENTERED_IN_ERROR]),
        reverses=st.none(),
    )
)
def test_an_act_comes_back_the_same(room: Filing, act: Act) -> None:
    with room.writing() as work:
        work.acts.add(act)
        assert work.acts.get(act.id) == act


@many
@given(
    document=any_record(
        Document,
        id=st.uuids().map(str),
        client_id=st.just(FILED.id),
        by=st.just(STAFF.id),
        digest=st.just(sha(PDF)),
        digest_read=st.sampled_from(["", sha(b"")]),
    ),
    signature=any_record(Signature),
)
def test_a_document_and_its_signature_come_back_the_same(
    room: Filing, document: Document, signature: Signature
) -> None:
    with room.writing() as work:
        work.documents.add(document, PDF, signature)
        assert work.documents.get(document.id) == document
        assert work.documents.signature(document.id) == signature
        assert work.documents.pdf(document.id) == PDF


@many
@given(draft=any_record(ConsentDraft))
def test_a_draft_survives_json(draft: ConsentDraft) -> None:
    assert codec.restored(ConsentDraft, codec.plain(draft)) == draft


@many
@given(draft=any_record(ConsentDraft, id=st.uuids().map(str), record_id=st.uuids().map(str)))
def test_a_draft_comes_back_the_same(room: Filing, draft: ConsentDraft) -> None:
    kept = a_draft(FILED, draft=draft)
    with room.writing() as work:
        work.drafts.put(kept)
        assert work.drafts.get(draft.id) == kept


@pytest.mark.parametrize("answer", ["none", "?none", "??none", "", *Explicit])
def test_a_typed_word_is_not_an_explicit_answer(room: Filing, answer: Answer) -> None:
    client = a_client(name=PersonName(last=answer, first=answer))
    with room.writing() as work:
        work.clients.add(client)
        assert work.clients.get(client.id).name == client.name


@pytest.mark.parametrize("last", [*NAMES, "Nguyễn Thị Mỹ Hường"])
def test_the_hard_names_save_and_come_back(room: Filing, last: str) -> None:
    client = a_client(last, "Y")
    with room.writing() as work:
        work.clients.add(client)
        assert work.clients.get(client.id) == client


def test_a_draft_of_an_older_program_takes_defaults_for_what_it_did_not_know() -> None:
    old = codec.plain(a_draft(FILED).draft)
    del old["witness_name"], old["client"]["chart_no"]
    old["gone_field"] = 1
    restored = codec.restored(ConsentDraft, old)
    assert (restored.witness_name, restored.client.chart_no) == ("", "")
    assert restored.client == FILED


def test_a_moment_without_zone_is_refused(room: Filing) -> None:
    naive = ACT.at.replace(tzinfo=None)
    with room.writing() as work, pytest.raises(sa.exc.StatementError) as caught:
        work.acts.add(an_act(FILED, at=naive))
    assert isinstance(caught.value.orig, ValueError)
