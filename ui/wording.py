"""The voice: every sentence on the screen, in the language in force, and days said aloud."""

from datetime import date, datetime
from pathlib import Path

from immtrac_desk.errors import DeskError
from immtrac_desk.sayings import LANGUAGES, Sayings

PAGES = Path(__file__).with_name("i18n")
DOOR = "shell.toml"
"""The page of the window itself: all that is said until a desk is open."""


class Wording:
    """Says codes in one language; `use` switches at once, then the window has views retell.

    Until somebody says more than the doors do, only their page is read: the lock must not wait.
    """

    def __init__(self, language: str = "en") -> None:
        self._sayings: dict[str, Sayings] = {}
        self._doors: dict[str, Sayings] = {}
        self.language = language

    def use(self, language: str) -> None:
        """Speak `language` from now on; an unknown one leaves everything as it is."""
        self.language = language if language in LANGUAGES else self.language

    def say(self, code: str, **facts: object) -> str:
        return self._page_of(code).say(code, **facts)

    def has(self, code: str) -> bool:
        return self._page_of(code).has(code)

    def read_all(self) -> None:
        """Read every page of every language that was not read yet: each may be asked for."""
        for language in LANGUAGES:
            self._whole(language)

    def refusal(self, error: DeskError) -> str:
        """The sentence of a refusal."""
        return self.say(error.code, **error.facts)

    def cited(self, citation: str) -> str:
        """The sources of a rule, `; ` between them; a statute keeps its own name."""
        return "; ".join(self._source(part) for part in citation.split("; "))

    def _source(self, text: str) -> str:
        code = f"cited.{text}"
        return self.say(code) if self.has(code) else text

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

    def _page_of(self, code: str) -> Sayings:
        """The door's page while it is enough; what hangs on a sentence stands on its page."""
        if self.language not in self._sayings:
            door = self._door()
            if door.has(code) or door.has(code.rpartition(".")[0]):
                return door
        return self._whole(self.language)

    def _door(self) -> Sayings:
        language = self.language
        if language not in self._doors:
            self._doors[language] = Sayings.of_page(language, PAGES / language / DOOR)
        return self._doors[language]

    def _whole(self, language: str) -> Sayings:
        if language not in self._sayings:
            self._sayings[language] = Sayings.load(language, PAGES)
        return self._sayings[language]


tr = Wording()
"""The one voice of the running program."""
