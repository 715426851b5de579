"""Identifiers: random, readable aloud, and made of nothing but chance."""

from __future__ import annotations

import re
from collections import Counter

from immtrac_desk.domain.ids import ALPHABET, new_id


def test_sixteen_letters_in_fours_that_nobody_misreads() -> None:
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}", new_id())
    assert set("ILOU").isdisjoint(ALPHABET)
    assert len(set(ALPHABET)) == 32


def test_no_two_are_alike_and_every_letter_comes_in_every_place() -> None:
    made = [new_id().replace("-", "") for _ in range(4000)]
    assert len(set(made)) == len(made)
    for place in range(16):
        seen = Counter(one[place] for one in made)
        assert set(seen) == set(ALPHABET)
        assert max(seen.values()) < 3 * min(seen.values())
