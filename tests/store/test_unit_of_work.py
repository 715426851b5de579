"""One transaction: all of it or nothing."""

import pytest

from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import a_client, an_act, an_entry

CLIENT = a_client()


def file_everything(filing: Filing, commit: bool) -> None:
    with filing.writing() as work:
        work.clients.add(CLIENT)
        work.acts.add(an_act(CLIENT))
        work.audit.append(an_entry())
        if commit:
            work.commit()


def counts(filing: Filing) -> tuple[int, int, int]:
    with filing.reading() as work:
        listed = list(work.acts.all_by_client())
        return work.clients.count(), len(listed), len(list(work.audit.all()))


def test_what_was_committed_is_there(filing: Filing) -> None:
    file_everything(filing, commit=True)
    assert counts(filing) == (1, 1, 1)


def test_what_was_not_committed_never_was(filing: Filing) -> None:
    file_everything(filing, commit=False)
    assert counts(filing) == (0, 0, 0)


def test_an_error_inside_takes_everything_back(filing: Filing) -> None:
    def fail_inside() -> None:
        with filing.writing() as work:
            work.clients.add(CLIENT)
            raise KeyError

    with pytest.raises(KeyError):
        fail_inside()
    assert counts(filing) == (0, 0, 0)


def test_what_follows_the_commit_is_not_in_it(filing: Filing) -> None:
    with filing.writing() as work:
        work.clients.add(CLIENT)
        work.commit()
        work.acts.add(an_act(CLIENT))
    assert counts(filing) == (1, 0, 0)


def test_a_reader_sees_one_moment(filing: Filing) -> None:
    with filing.reading() as reader:
        assert reader.clients.count() == 0
        file_everything(filing, commit=True)
        assert reader.clients.count() == 0
    assert counts(filing) == (1, 1, 1)
