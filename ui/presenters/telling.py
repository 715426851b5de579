"""How presenters say ages, spans and moments; days are said by the voice itself."""

from datetime import date, datetime
from functools import cache

from ui.wording import Wording


def moment_words(moment: datetime, now: datetime, tr: Wording) -> str:
    """`today 07:58`, else the day and the time, on the clinic's clock, which `now` carries."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return tr.say("span.today_at", clock=f"{local:%H:%M}")
    return tr.moment(local)


def age_words(born_on: date, on: date, tr: Wording) -> str:
    """`17 y 8 m` from two years on, `8 m` before: how a counter speaks of age (display only)."""
    months = (on.year - born_on.year) * 12 + on.month - born_on.month
    months = max(0, months - (on.day < born_on.day))
    years, rest = divmod(months, 12)
    if years < 2:
        return tr.say("span.age_months", months=months)
    return tr.say("span.age", years=years, months=rest)


def days_words(days: int, tr: Wording) -> str:
    """`today`, `1 day`, `6 days`."""
    if days <= 0:
        return tr.say("span.days_0")
    return tr.say("span.days_1") if days == 1 else tr.say("span.days_n", days=days)


def shortened(text: str, letters: int) -> str:
    """At most so many letters, for headings; fields always show the whole."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


@cache
def voice_of(language: str) -> Wording:
    """The voice of the sheet's language, which may differ from the screen's."""
    return Wording(language)
