"""Evidence is only ever added to: the file itself refuses changing and taking out."""

import pytest
import sqlalchemy as sa

from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.words import Manner
from immtrac_desk.errors import DeskError
from immtrac_desk.store.rows import APPEND_ONLY, metadata
from immtrac_desk.store.unit_of_work import Filing
from tests.store.records import (
    NOW,
    PDF,
    a_client,
    a_document,
    a_draft,
    a_print,
    an_act,
    an_attachment,
    an_entry,
)
from tests.store.registry_records import fill_registry
from tests.store.site_records import fill_sites


@pytest.fixture
def full(filing: Filing) -> Filing:
    """A row in every append-only drawer."""
    client = a_client()
    document, draft = a_document(client), a_draft(client).draft
    act = an_act(client, document_id=document.id)
    with filing.writing() as work:
        work.clients.add(client)
        work.clients.put(client)
        work.documents.add(document, PDF, Signature(manner=Manner.WET_INK, signed_on=NOW.date()))
        work.acts.add(act)
        work.attachments.add(an_attachment(act, b"scan"), b"scan")
        work.prints.add(a_print(draft), PDF)
        fill_sites(work)
        fill_registry(work, client, work.organizations.all()[0])
        work.audit.append(an_entry())
        work.commit()
    return filing


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET {column} = {column}",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
def test_evidence_is_not_changed(
    full: Filing, engine: sa.Engine, table: str, statement: str
) -> None:
    column = next(iter(metadata.tables[table].primary_key)).name
    with engine.connect() as connection:
        before = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
        with pytest.raises(DeskError) as caught:
            connection.exec_driver_sql(statement.format(table=table, column=column))
    assert before
    assert caught.value.code == "store.refused"
    assert caught.value.facts == {"rule": f"append_only: {table}"}
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"SELECT * FROM {table}").all() == before


@pytest.mark.parametrize("table", sorted(set(metadata.tables) - set(APPEND_ONLY)))
def test_everything_else_may_change(full: Filing, engine: sa.Engine, table: str) -> None:
    column = next(iter(metadata.tables[table].primary_key)).name
    with engine.connect() as connection:
        changed = connection.exec_driver_sql(f'UPDATE {table} SET "{column}" = "{column}"')
        assert changed.rowcount >= 0
