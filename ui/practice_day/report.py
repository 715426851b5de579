"""What the day leaves: every filed sheet, the blanks, and each act with its row and digest."""

import json
from collections.abc import Mapping
from pathlib import Path

from immtrac_desk.desk import Desk
from immtrac_desk.domain.words import FormKind
from ui.presenters.shell_doors import PRACTICE_NAME, PRACTICE_WORD


def write_pdfs(desk: Desk, since: int, folder: Path) -> Mapping[str, str]:
    """Write the sheets filed after audit entry `since`, and the blank forms; id -> file name."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {
        line.document_id
        for line in desk.book.history(limit=10_000)
        if line.seq > since and line.document_digest
    }
    filed = (line.document for line in desk.papers.documents() if line.document.digest)
    files = {document.id: f"{document.id}.pdf" for document in filed if document.id in wanted}
    for document_id, name in files.items():
        (folder / name).write_bytes(desk.papers.pdf(document_id))
    for form in FormKind:
        for language in ("en", "es"):
            name = f"blank-{form.stock_no}-{language}.pdf"
            (folder / name).write_bytes(desk.papers.blank(form, language))
    return {str(document_id): name for document_id, name in files.items()}


def tell_day(desk: Desk, since: int, files: Mapping[str, str]) -> dict[str, object]:
    """Return the day: each act in order, with its table row, document id and digest."""
    lines = [line for line in desk.book.history(limit=10_000) if line.seq > since]
    acts = [
        {
            "at": line.at.isoformat(),
            "actor": line.actor,
            "act": line.act,
            "row": line.row or None,
            "client": line.client_id or None,
            "document": line.document_id or None,
            "digest": line.document_digest or None,
            "pdf": files.get(line.document_id),
        }
        for line in reversed(lines)
    ]
    return {
        "practice": True,
        "vault": "vault",
        "staff": PRACTICE_NAME,
        "passphrase": PRACTICE_WORD,
        "verified": not desk.book.verify(),
        "acts": acts,
    }


def write_day(told: dict[str, object], stills: list[str], out: Path) -> None:
    """Write day.json beside the rest; `stills` are the files' names."""
    told = {**told, "screens": stills}
    text = json.dumps(told, ensure_ascii=False, indent=2)
    (out / "day.json").write_text(text + "\n", encoding="utf-8")
