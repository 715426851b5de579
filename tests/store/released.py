"""Makes the file that stands for a released schema: `python -m tests.store.released r0001`.

Run once when a revision is released; the file is never made again afterwards. It is encrypted
with the public key of these tests and holds invented people only.
"""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.words import Manner
from immtrac_desk.store import backup
from immtrac_desk.store.engine import close, create_database, open_engine
from immtrac_desk.store.unit_of_work import Filing, UnitOfWork
from tests.store.records import (
    NOW,
    PDF,
    STAFF,
    a_client,
    a_document,
    a_draft,
    a_kept_form,
    a_print,
    an_act,
    an_attachment,
    an_entry,
)
from tests.store.registry_records import fill_registry
from tests.store.site_records import fill_sites

KEY = bytes(range(32))
STROKES = (((0.1, 0.2, 0, 0.5), (0.2, 0.3, 16, 0.6)),)


def make(target: Path) -> None:
    """Write a vault with a row in the drawers that matter most to `target`."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "desk.db"
        create_database(place, KEY)
        engine = open_engine(place, KEY)
        with Filing(engine).writing() as work:
            _fill(work)
            work.commit()
        backup.copy_to(engine, target, KEY)
        close(engine)


def _fill(work: UnitOfWork) -> None:
    named = cast("Any", str)
    client = a_client(id=named("CLIENT-1"), chart_no="CH-1")
    paper = a_document(client, id=named("0000-0000-0000-0001"))
    ink = Signature(manner=Manner.INK_ON_SCREEN, signed_on=NOW.date(), strokes=STROKES)
    act = an_act(client, id=named("ACT-1"), document_id=paper.id)
    kept = a_draft(client)
    draft = replace(kept.draft, id=named("DRAFT-1"), record_id=named("0000-0000-0000-0002"))
    work.staff.put(STAFF)
    work.clients.add(client)
    work.clients.put(client)
    work.documents.add(paper, PDF, ink)
    work.acts.add(act)
    work.attachments.add(an_attachment(act, b"scan", id=named("FILE-1")), b"scan")
    work.drafts.put(replace(kept, draft=draft))
    work.kept_forms.put(a_kept_form(id=named("FORM-1"), about_id=client.id))
    work.prints.add(a_print(draft, id=named("PRINT-1")), PDF)
    fill_sites(work)
    fill_registry(work, client, work.organizations.all()[0])
    work.marks.put("practice", True)
    work.audit.append(an_entry(client_id=client.id))


if __name__ == "__main__":
    make(Path(__file__).parents[1] / "fixtures" / "schemas" / f"{sys.argv[1]}.db")
