"""The voice: every sentence on the screen, in the language in force, and days said aloud."""

from datetime import date, datetime
from importlib.resources import files

from immtrac_desk.errors import DeskError
from immtrac_desk.sayings import LANGUAGES, Sayings


class Wording:
    """Says codes in one language; `use` switches at once, then the window has views retell."""

    def __init__(self, language: str = "en") -> None:
        self._sayings: dict[str, Sayings] = {}
        self.language = language

    def use(self, language: str) -> None:
        """Speak `language` from now on; an unknown one leaves everything as it is."""
        self.language = language if language in LANGUAGES else self.language

    def say(self, code: str, **facts: object) -> str:
        return self._now().say(code, **facts)

    def has(self, code: str) -> bool:
        return self._now().has(code)

    def refusal(self, error: DeskError) -> str:
        """The sentence of a refusal."""
        return self.say(error.code, **error.facts)

    def long_date(self, day: date) -> str:
        """`10 March 2034`, `10 de marzo de 2034`."""
        return self.say("date.long", day=day.day, month=self._month(day), year=day.year)

    def short_date(self, day: date) -> str:
        """`10 Mar 2034`, `10 mar 2034`."""
        month = self.say(f"date.month_short.{day.month}")
        return self.say("date.short", day=day.day, month=month, year=day.year)

    def weekday_date(self, day: date) -> str:
        """`Sunday, 22 November`, `domingo 22 de noviembre`."""
        weekday = self.say(f"date.weekday.{day.isoweekday()}")
        text = self.say("date.weekday_long", weekday=weekday, day=day.day, month=self._month(day))
        return text[:1].upper() + text[1:]

    def moment(self, at: datetime) -> str:
        """`22 Nov 2026, 07:58`, on the clock the moment carries."""
        return self.say("date.moment", date=self.short_date(at), time=f"{at:%H:%M}")

    def _month(self, day: date) -> str:
        return self.say(f"date.month.{day.month}")

    def _now(self) -> Sayings:
        if self.language not in self._sayings:
            self._sayings[self.language] = Sayings.load(self.language, files("ui") / "i18n")
        return self._sayings[self.language]


tr = Wording()
"""The one voice of the running program."""
