"""The answer to 'why?': a row of the law in the reader's language, its source, how sure it is."""

from immtrac_desk.desk import Desk
from ui.wording import Wording


def law_words(desk: Desk, row: str, tr: Wording) -> str:
    """A row of the tables for 'why?': its rule, basis and mark, and what is unconfirmed of it."""
    if not row.startswith("DT-"):
        return row
    law = desk.book.law_row(row)
    mark = tr.say(f"law_mark.{law.mark}")
    said = f"{law.id} · {law.said(tr.language)} {tr.cited(law.citation)} ({mark})"
    if law.setting:
        said = f"{said} {tr.say('client_room.unconfirmed', setting=_setting(law.setting, tr))}"
    return said


def _setting(key: str, tr: Wording) -> str:
    """The setting's name between the language's own quotation marks."""
    return tr.say("law_setting.named", name=tr.say(f"setting_name.{key}"))
