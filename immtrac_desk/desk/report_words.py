"""The words of a report in one language: what its codes are called, and what its picture says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from immtrac_desk.paperwork.report_words import report_words, said_day


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Says the codes of one report. `names` are those of sites, by their ids."""

    language: str
    report: str
    names: Mapping[str, str]

    def say(self, code: str, **facts: object) -> str:
        return report_words(self.language).say(f"report.{code}", **facts)

    @property
    def title(self) -> str:
        return self.say(f"title.{self.report}")

    def label(self, cross_id: str, code: str) -> str:
        """Return what a row or column is called: in this report, as a month, a site or an act."""
        if code in self.names:
            return self.names[code]
        words = report_words(self.language)
        for place in (f"report.{cross_id}.{code}", f"audit.{code}", f"report.any.{code}"):
            if words.has(place):
                return words.say(place)
        return self._month(code) or code

    def day(self, day: date | None) -> str:
        return said_day(day)

    def _month(self, code: str) -> str:
        year, _, month = code.partition("-")
        if len(code) == 7 and year.isdigit() and month.isdigit():
            return self.say("month", name=self.say(f"months.{int(month)}"), year=year)
        return ""
