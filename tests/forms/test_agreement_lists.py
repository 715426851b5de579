"""Roster, role history and renewal calendar: what they say, over as many pages as it takes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from forms.agreement_lists import (
    list_words,
    mark_text,
    render_calendar,
    render_history,
    render_roster,
)
from forms.agreement_lists_entries import CalendarEntry, HeldEntry, ListHead, RosterEntry
from forms.agreement_lists_picture import LANES
from tests.forms.elsewhere import printed_by_two
from tests.forms.packet_press import letters, rises
from tests.forms.press import metadata, texts, unbroken

DAY = date(2026, 11, 22)
HEAD = ListHead(language="en", organization="Oak Street Clinic", on=DAY)
ANA = RosterEntry(
    name="Ruiz, Ana",
    title="NP",
    roles=(("supervisor", date(2025, 1, 2)), ("point_of_contact", date(2025, 3, 4))),
    email="ana@example.com",
    phone="(512) 555-0142",
    user_name="aruiz",
    hb300_on=date(2025, 2, 3),
    supervisor_on=date(2025, 2, 4),
    account="active",
)
Draw = Callable[[ListHead], bytes]
HELD = HeldEntry(
    role="signer", name="Peña, Rosa", site="Oak Street Clinic", from_on=date(2020, 1, 1)
)
DUE = CalendarEntry(on=date(2027, 1, 31), kind="agreement", site="Oak Street Clinic")


def roster(head: ListHead) -> bytes:
    return render_roster(head, [ANA])


def history(head: ListHead) -> bytes:
    return render_history(head, [HELD])


def calendar(head: ListHead) -> bytes:
    return render_calendar(head, [DUE])


EVERY: list[Draw] = [roster, history, calendar]


def whole(pdf: bytes) -> str:
    return " ".join(" ".join(texts(pdf)).split())


def test_a_user_stands_in_the_roster_with_everything() -> None:
    said = whole(roster(HEAD))
    assert "Provider supervisor (since 01/02/2025)" in said
    assert "Point of contact (since 03/04/2025)" in said
    assert "HB 300: 02/03/2025" in said
    assert "Supervisor: 02/04/2025" in said
    assert "aruiz · active" in said
    assert "As of 11/22/2026" in said


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("open", "HB 300 due 12/01/2026"),
        ("due", "HB 300 due 12/01/2026"),
        ("overdue", "HB 300 OVERDUE since 12/01/2026"),
        ("none", "no hiring day known"),
    ],
)
def test_a_training_that_is_not_done_says_until_when(state: str, said: str) -> None:
    one = RosterEntry(name="Cho, Ben", title="", roles=(), state=state, due=date(2026, 12, 1))
    assert said in whole(render_roster(HEAD, [one]))


def test_an_account_to_be_disabled_stands_out() -> None:
    one = RosterEntry(name="Cho, Ben", title="", roles=(), account="disable")
    assert "TO BE DISABLED" in whole(render_roster(HEAD, [one]))


def test_sixty_users_fill_pages_that_each_repeat_the_head() -> None:
    people = [
        RosterEntry(name=f"User{at:03d}, Ana", title="", roles=ANA.roles, email=f"u{at}@x.example")
        for at in range(60)
    ]
    pages = texts(render_roster(HEAD, people))
    assert len(pages) > 2
    assert all("Roles, each with its first day" in page for page in pages[:-1])
    assert all(sum(page.count(one.name) for page in pages) == 1 for one in people)
    assert all(f"page {at} of {len(pages)}" in page for at, page in enumerate(pages, 1))


def test_a_role_still_held_and_one_that_ended_are_told_apart() -> None:
    former = HeldEntry(
        role="signer",
        name="Cho, Ben",
        site="Oak Street Clinic",
        from_on=date(2018, 1, 1),
        until_on=date(2019, 12, 31),
    )
    said = whole(render_history(HEAD, [HELD, former]))
    assert "Peña, Rosa 01/01/2020 still held" in said
    assert "Cho, Ben 01/01/2018 12/31/2019" in said


def test_sites_are_named_only_where_there_are_several() -> None:
    assert "Organization" not in whole(history(HEAD))
    other = HeldEntry(role="signer", name="Cho, Ben", site="Elm Clinic", from_on=date(2018, 1, 1))
    said = whole(render_history(ListHead(language="en", organization="", on=DAY), [HELD, other]))
    assert "All organizations" in said
    assert "Elm Clinic" in said
    assert "Oak Street Clinic" in said


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        (DAY, True),
        (date(2028, 11, 21), True),
        (date(2028, 11, 22), True),
        (date(2028, 11, 23), False),
    ],
)
def test_the_calendar_holds_24_months_both_ends_included(on: date, shown: bool) -> None:
    said = whole(render_calendar(HEAD, [CalendarEntry(on=on, kind="agreement", site="Oak")]))
    assert ("Site agreement due" in said) is shown
    assert "From 11/22/2026 to 11/22/2028" in said


def test_what_is_past_and_open_comes_first_and_says_how_late() -> None:
    past = CalendarEntry(on=DAY - timedelta(days=1), kind="agreement", site="Oak Street Clinic")
    said = whole(render_calendar(HEAD, [DUE, past]))
    assert "Past, and still open 11/21/2026 Site agreement due 1 late January 2027" in said


@pytest.mark.parametrize(("day", "until"), [(29, "02/28/2030"), (28, "02/28/2030")])
def test_months_end_where_a_month_ends(day: int, until: str) -> None:
    head = ListHead(language="en", organization="Oak", on=date(2028, 2, day))
    assert until in whole(render_calendar(head, []))


def test_the_calendar_goes_by_day_and_counts_the_days_left() -> None:
    entries = [
        DUE,
        CalendarEntry(on=date(2026, 12, 2), kind="rung", site=DUE.site, days=60),
        CalendarEntry(on=date(2026, 12, 1), kind="training", site=DUE.site, who="Ruiz, Ana"),
    ]
    said = whole(render_calendar(HEAD, entries))
    parts = ("December 2026", "Ruiz, Ana 9", "60 days to the due date 10", "January 2027", "due 70")
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


def test_one_day_is_said_in_the_singular() -> None:
    assert mark_text("rung", 1, "en") == "Reminder: 1 day to the due date"
    assert mark_text("rung", 7, "es") == "Recordatorio: vence en 7 días"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_reminder_and_a_delay_each_stand_on_one_line(language: str) -> None:
    late = CalendarEntry(on=DAY - timedelta(days=110), kind="agreement", site=DUE.site)
    rungs = [
        replace(DUE, on=DAY + timedelta(days=days), kind="rung", days=days) for days in (1, 120)
    ]
    made = render_calendar(ListHead(language=language, organization="", on=DAY), [late, *rungs])
    said = [mark_text("rung", days, language) for days in (1, 120)]
    said.append(list_words(language)["late"].format(days=110))
    climbs = {words: rises(made, words) for words in said}
    assert all(len(found) == 1 and found[0] < 5 for found in climbs.values()), climbs


def test_an_address_that_is_too_long_is_parted_at_its_joints() -> None:
    long = replace(ANA, email="maria.guadalupe@clinica-ejemplo.example.com")
    said = whole(render_roster(HEAD, [long]))
    assert " maria.guadalupe @clinica-ejemplo. example.com " in said


@pytest.mark.parametrize("draw", [render_roster, render_history, render_calendar])
def test_an_empty_list_says_so(draw: Callable[..., bytes]) -> None:
    assert "There is nothing to list." in whole(draw(HEAD, []))


@pytest.mark.parametrize("draw", EVERY)
def test_both_languages_the_same_bytes_again_and_stamps(draw: Draw) -> None:
    heads = [
        ListHead(language=one, organization="Oak Street Clinic", on=DAY, stamps=("practice",))
        for one in ("en", "es")
    ]
    english, spanish = (draw(head) for head in heads)
    assert draw(heads[0]) == english != spanish
    assert "PRACTICE" in whole(english)
    assert "PRÁCTICA" in whole(spanish)
    assert "DSHS" in whole(spanish)
    assert "Oak" not in str(metadata(english))


def test_another_process_draws_the_same_bytes() -> None:
    script = (
        "import hashlib; from tests.forms.test_agreement_lists import HEAD, calendar, roster;"
        "print(hashlib.sha256(roster(HEAD) + calendar(HEAD)).hexdigest())"
    )
    [made] = printed_by_two(script)
    assert made


@pytest.mark.parametrize("text", ["W" * 300, "i" * 300, "Ñandú " * 50])
def test_long_text_is_whole_and_runs_out_of_nothing(text: str) -> None:
    person = RosterEntry(
        name=text, title=text, roles=ANA.roles, email=text, phone=text, user_name=text
    )
    entry = CalendarEntry(on=DAY, kind="training", site=text, who=text)
    head = ListHead(language="es", organization="Oak Street Clinic " + text, on=DAY)
    held = HeldEntry(role="signer", name=text, site=text, from_on=DAY)
    made = (
        render_roster(head, [person]),
        render_calendar(head, [entry]),
        render_history(head, [held]),
    )
    for pdf, count in zip(made, (6, 3, 3), strict=True):
        outside = [
            char
            for char, left, bottom, right, top in letters(pdf)
            if left < 33 or right > 571.5 or bottom < 20 or top > 778
        ]
        assert outside == []
        printed = unbroken(pdf)
        assert all(printed.count(char) >= count * text.count(char) for char in set(text) - {" "})


def test_a_word_or_language_there_is_none_of() -> None:
    with pytest.raises(ValueError, match="wording"):
        render_history(HEAD, [HeldEntry(role="boss", name="", site="", from_on=DAY)])
    with pytest.raises(ValueError, match="language"):
        roster(ListHead(language="fr", organization="", on=DAY))


def test_both_languages_have_the_same_words_and_places() -> None:
    english, spanish = list_words("en"), list_words("es")
    assert set(english) == set(spanish)
    assert all(text.count("{") == spanish[key].count("{") for key, text in english.items())
    assert all(f"{part}.{lane}" in english for part in ("mark", "lane") for lane in LANES)
