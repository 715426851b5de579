"""The answer to 'why?': a row of the law in the reader's language, its source, how sure it is."""

from immtrac_desk.desk import Desk
from ui.wording import Wording


def law_words(desk: Desk, row: str, tr: Wording) -> str:
    """A row of the tables for 'why?': its rule, basis and mark, and what is unconfirmed of it."""
    if not row.startswith("DT-"):
        return row
    law = desk.book.law_row(row)
    said = f"{law.id} · {law.said(tr.language)} {basis_words(law.citation, law.mark, tr)}"
    if law.setting:
        said = f"{said} {tr.say('client_room.unconfirmed', setting=_setting(law.setting, tr))}"
    return said


def basis_words(citation: str, mark: str, tr: Wording) -> str:
    """A source and, in brackets, how sure it is, unless the source has said that already."""
    source, sure = tr.cited(citation), tr.say(f"law_mark.{mark}")
    told = (source.casefold(), sure.casefold())
    return source if told[0] in told[1] or told[1] in told[0] else f"{source} ({sure})"


def _setting(key: str, tr: Wording) -> str:
    """The setting's name between the language's own quotation marks."""
    return tr.say("law_setting.named", name=tr.say(f"setting_name.{key}"))
