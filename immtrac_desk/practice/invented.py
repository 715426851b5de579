"""Invented people: the same seed makes the same clinic, and nobody in it exists."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.places import place_of


@cache
def lists() -> Mapping[str, Any]:
    """Return the invented names, streets and ZIPs."""
    page = files("immtrac_desk.practice") / "invented.toml"
    return tomllib.loads(page.read_text(encoding="utf-8"))


class Inventor:
    """Invents clients of a given age, one after the other, repeatably."""

    def __init__(self, seed: int, today: date) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - repeatable on purpose, no secret
        self.today = today
        self._made = 0

    def client(self, empty: Client, years: int) -> Client:
        """Return `empty` filled in as somebody who turned `years` within the last year."""
        self._made += 1
        gender = self.pick(("female", "male"))
        parent_last = self.pick(lists()["last"])
        return replace(
            empty,
            name=PersonName(
                last=self.pick(lists()["last"]), first=self.pick(lists()["first"][gender])
            ),
            born_on=self._birthday(years),
            gender=gender,
            address=self._address(),
            phone=f"(512) 555-01{self._made % 100:02d}",
            mother_first_name=self.parent(),
            mother_maiden_name=parent_last,
            race=(self.pick(("white", "black", "asian", "american_indian", "other")),),
            ethnicity=self.pick(("hispanic", "not_hispanic")),
            chart_no=f"P-{self._made:05d}",
            language=self.pick(("en", "es")),
        )

    def parent(self) -> str:
        """Return an invented parent's first name."""
        return self.pick(lists()["first"]["parents"])

    def pick(self, choices: Sequence[str]) -> str:
        return self._chance.choice(choices)

    def days(self, least: int, most: int) -> timedelta:
        return timedelta(days=self._chance.randint(least, most))

    def _birthday(self, years: int) -> date:
        # Not within a fortnight of an anniversary: the clinic must look the same next week.
        anniversary = date(self.today.year - years, self.today.month, min(self.today.day, 28))
        return anniversary - self.days(20, 340)

    def _address(self) -> Address:
        zip_code = self.pick(lists()["zips"])
        place = place_of(zip_code)
        street = f"{self._chance.randint(1, 999)} {self.pick(lists()['streets'])}"
        city, county = (place.city, place.county) if place else ("", "")
        return Address(street=street, zip_code=zip_code, city=city, county=county, state="TX")
