"""E12: one person entered twice is merged and unmerged; both papers and all acts stay."""

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.errors import DeskError
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import NOW, PDF, STAFF, a_client, a_document, an_act

A, B, C = (a_client(last) for last in ("Aa", "Bb", "Cc"))
PAPERS = {client.id: a_document(client) for client in (A, B, C)}
ACTS = [an_act(client, document_id=PAPERS[client.id].id) for client in (B, A, C, A, B)]


@pytest.fixture
def room(filing: Filing) -> Filing:
    with filing.writing() as work:
        for client in (A, B, C):
            work.clients.add(client)
            work.documents.add(PAPERS[client.id], PDF)
        for act in ACTS:
            work.acts.add(act)
        work.commit()
    return filing


def test_unmerged_clients_have_their_own(room: Filing) -> None:
    with room.reading() as work:
        assert work.acts.of_client(A.id) == (ACTS[1], ACTS[3])
        assert work.documents.of_client(A.id) == (PAPERS[A.id],)
        assert work.merges.survivor_of(A.id) == A.id
        listed = dict(work.acts.all_by_client())
        assert listed == {
            A.id: (ACTS[1], ACTS[3]), B.id: (ACTS[0], ACTS[4]), C.id: (ACTS[2],)
        }  # fmt: skip


def test_e12_acts_and_papers_are_found_under_who_is_kept(room: Filing) -> None:
    with room.writing() as work:
        work.merges.merge(A.id, B.id, NOW, STAFF.id)
        assert work.acts.of_client(A.id) == (ACTS[0], ACTS[1], ACTS[3], ACTS[4])
        papers = {paper.id for paper in work.documents.of_client(A.id)}
        assert papers == {PAPERS[A.id].id, PAPERS[B.id].id}
        assert work.acts.of_client(B.id) == (ACTS[0], ACTS[4])
        assert work.acts.get(ACTS[0].id).client_id == B.id
        assert dict(work.acts.all_by_client()) == {
            A.id: (ACTS[0], ACTS[1], ACTS[3], ACTS[4]), C.id: (ACTS[2],)
        }  # fmt: skip


def test_e12_a_merge_can_be_undone_and_made_again(room: Filing) -> None:
    with room.writing() as work:
        before = dict(work.acts.all_by_client())
        work.merges.merge(A.id, B.id, NOW, STAFF.id)
        assert work.merges.unmerge(B.id, NOW, STAFF.id) == A.id
        assert dict(work.acts.all_by_client()) == before
        assert work.merges.survivor_of(B.id) == B.id
        work.merges.merge(C.id, B.id, NOW, STAFF.id)
        assert work.merges.survivor_of(B.id) == C.id


def test_merges_follow_each_other(room: Filing) -> None:
    with room.writing() as work:
        work.merges.merge(B.id, C.id, NOW, STAFF.id)
        work.merges.merge(A.id, B.id, NOW, STAFF.id)
        assert work.merges.survivor_of(C.id) == A.id
        assert work.merges.all() == {B.id: A.id, C.id: A.id}
        assert set(work.merges.group(A.id)) == {A.id, B.id, C.id}
        assert work.acts.of_client(A.id) == tuple(ACTS)
        assert dict(work.acts.all_by_client()) == {A.id: tuple(ACTS)}


def test_a_kept_client_without_acts_is_listed_with_those_of_the_merged(room: Filing) -> None:
    empty = a_client("Dd")
    with room.writing() as work:
        work.clients.add(empty)
        work.merges.merge(empty.id, A.id, NOW, STAFF.id)
        assert dict(work.acts.all_by_client())[empty.id] == (ACTS[1], ACTS[3])


@pytest.mark.parametrize(
    ("keep", "gone", "code"),
    [
        (C, B, "client.merged_already"),
        (B, A, "client.merge_circle"),
        (A, A, "client.merge_circle"),
    ],
)
def test_a_merge_that_makes_no_sense_is_refused(
    room: Filing, keep: object, gone: object, code: str
) -> None:
    with room.writing() as work:
        work.merges.merge(A.id, B.id, NOW, STAFF.id)
        with pytest.raises(DeskError) as caught:
            work.merges.merge(keep.id, gone.id, NOW, STAFF.id)  # type: ignore[attr-defined]
    assert caught.value.code == code


def test_what_was_not_merged_cannot_be_undone(room: Filing) -> None:
    with room.writing() as work, pytest.raises(DeskError) as caught:
        work.merges.unmerge(A.id, NOW, STAFF.id)
    assert caught.value.code == "client.not_merged"


def test_an_undo_names_the_act_it_reverses(room: Filing) -> None:
    undone = an_act(A, kind=ActKind.ENTERED_IN_ERROR, reverses=ACTS[1].id)
    with room.writing() as work:
        work.acts.add(undone)
        assert work.acts.of_client(A.id)[-1] == undone
        for wrong in (
            an_act(A, kind=ActKind.ENTERED_IN_ERROR),
            an_act(A, reverses=ACTS[1].id),
        ):
            with pytest.raises(DeskError) as caught:
                work.acts.add(wrong)
            assert caught.value.facts["rule"] == "CHECK constraint failed: ck_acts_reverses"
