"""Things to do from the registry's answers: owner by owner, where each leads, what mended it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from immtrac_desk.domain.answer import AnswerSource
from immtrac_desk.errors import DeskError
from tests.office import Office
from tests.ui.presenters_registry.given import answered, dose, somebody
from ui.presenters.answer_preview import KEPT, PreviewPresenter, read_file, typing_of
from ui.presenters.answer_words import named_words
from ui.presenters.answers import AnswersPresenter
from ui.wording import Wording

EN = Wording("en")
TEXT = "IEE-998 address\nIMR-110 duplicate\nXYZ-9 what\n"


def listed(office: Office, show: str = "open") -> AnswersPresenter:
    presenter = AnswersPresenter(office.desk, EN)
    presenter.show = show
    presenter.rows(0, 500)
    return presenter


def item(presenter: AnswersPresenter, code: str, chart_no: str = "") -> str:
    rows = presenter.rows(0, 500)
    found = [row.key for row in rows if row.cells[0] == code]
    lines = [(key, presenter.line(key)) for key in found]
    return next(key for key, line in lines if line is not None and line.item.ref == chart_no)


def test_what_is_open_stands_owner_by_owner(office: Office) -> None:
    client = somebody(office)
    answered(office, client, "IEE-570", "IEE-998", "IEE-777")
    owners = [row.cells[3] for row in listed(office).rows(0, 500)]
    order = ["Front desk", "Nurse", "To be reviewed"]
    assert [one for one in dict.fromkeys(owners) if one in order] == order
    assert owners == sorted(owners, key=owners.index), "no owner stands in two places"


def test_pages_of_the_grouped_list_join_without_a_gap(office: Office) -> None:
    presenter = listed(office)
    whole = [row.key for row in presenter.rows(0, 500)]
    pages = [row.key for at in range(0, len(whole), 2) for row in presenter.rows(at, 2)]
    assert pages == whole
    assert len(set(whole)) == len(whole)


def test_one_owner_alone_and_how_much_each_has(office: Office) -> None:
    presenter = listed(office)
    words = dict(presenter.owner_words())
    presenter.owner = "nurse"
    rows = presenter.rows(0, 500)
    assert {row.cells[3] for row in rows} == {"Nurse"}
    assert words["nurse"] == f"Nurse · {len(rows)}"


@pytest.mark.parametrize(
    ("code", "room", "about"),
    [
        ("IEE-998", "client", {"edit": "client.address.street"}),
        ("IEE-413", "client", {"edit": "client.phone"}),
        ("IEE-320", "client", {"edit": "client.race"}),
        ("CLR-100", "client", {"offer": "join"}),
    ],
)
def test_each_row_leads_to_the_act_that_mends_it(
    office: Office, code: str, room: str, about: dict[str, str]
) -> None:
    client = somebody(office)
    answered(office, client, code)
    presenter = listed(office)
    key = item(presenter, code, client.chart_no)
    presenter.take_in_hand(key)
    way = presenter.way(key)
    assert way is not None
    assert (way.room, way.about["client_id"]) == (room, client.id)
    assert about.items() <= way.about.items()


def test_the_act_closes_the_row_and_says_so(office: Office) -> None:
    client = somebody(office, phone="(512) 555-0100")
    answered(office, client, "IEE-413")
    presenter = listed(office)
    key = item(presenter, "IEE-413", client.chart_no)
    assert presenter.mended(key) == ""
    office.clock.tick(minutes=1)
    from dataclasses import replace

    office.desk.people.save(replace(client, phone="(512) 555-0199"))
    assert presenter.mended(key).startswith("IEE-413 is mended: ")
    done = listed(office, "done")
    row = next(row for row in done.rows(0, 500) if row.key == key)
    assert row.cells[4:] == ("Error", "✓ Mended"), "how grave it was, and what became of it"
    assert done.lead(key) == ""
    said = done.said(key)
    assert said is not None
    assert said.closed.startswith("Mended today")


def test_whose_it_is_a_person_says_and_the_desk_never_guesses(office: Office) -> None:
    client = somebody(office)
    office.desk.answers.take(
        "MSH|^~\\&|T|T|||20261121||ACK|1|P|2.5.1\rMSA|AE|1\r"
        f"PID|1||no-such-number^^^^MR||{client.name.last}^Ngozi||20150504\r"
        "ERR|||101|E||||IEE-413 text\r",
        AnswerSource.PASTED,
    )
    presenter = listed(office)
    key = item(presenter, "IEE-413", "no-such-number")
    assert presenter.lead(key) == "match"
    assert presenter.way(key) is None, "it is done beside the list"
    assert presenter.match_words(key) == "says"
    assert client.id in [one.id for one in presenter.find(str(client.name.last))]
    presenter.match(key, client.id)
    presenter.rows(0, 500)
    presenter.take_in_hand(key)
    way = presenter.way(key)
    assert way is not None
    assert way.about["client_id"] == client.id


def test_a_number_that_nobody_gave_is_not_called_nobodys(office: Office) -> None:
    office.desk.answers.take("IEE-519 A minor has no responsible person\n", AnswerSource.PASTED)
    presenter = listed(office)
    key = next(row.key for row in presenter.rows(0, 500) if row.cells[0] == "IEE-519")
    assert presenter.lead(key) == "match"
    assert presenter.match_words(key) == "no_number"
    assert EN.has("answer_match.no_number")


def test_of_a_known_client_only_the_dose_is_asked(office: Office) -> None:
    client = somebody(office)
    one = dose(office, client)
    answered(office, client, "IEE-571")
    presenter = listed(office)
    key = item(presenter, "IEE-571", client.chart_no)
    assert presenter.lead(key) == "match"
    assert [dose_id for dose_id, _ in presenter.doses(key)] == [one.id]
    presenter.match(key, client.id, one.id)
    presenter.rows(0, 500)
    presenter.take_in_hand(key)
    way = presenter.way(key)
    assert way is not None
    assert (way.room, way.about["dose_id"]) == ("dose", one.id)


def test_hidden_ones_are_out_of_sight_and_still_counted(office: Office) -> None:
    client = somebody(office)
    before = listed(office).counts.hidden
    answered(office, client, "IMR-110")
    presenter = listed(office)
    assert presenter.counts.hidden == before + 1
    assert f"Hidden because nothing is to be done: {before + 1}" in presenter.count_words()
    refs = [presenter.line(row.key) for row in presenter.rows(0, 500)]
    assert client.chart_no not in [line.item.ref for line in refs if line is not None]
    assert item(listed(office, "hidden"), "IMR-110", client.chart_no)


def test_an_unknown_code_is_to_be_reviewed(office: Office) -> None:
    client = somebody(office)
    answered(office, client, "IEE-888")
    presenter = listed(office)
    said = presenter.said(item(presenter, "IEE-888", client.chart_no))
    assert said is not None
    assert said.meaning == EN.say("response.unknown")
    assert (EN.say("answers_page.owner"), "To be reviewed") in said.facts


def test_a_vaccine_is_named_and_not_numbered(office: Office) -> None:
    client = somebody(office)
    text = f"IMR-111 MRN {client.chart_no} CVX 203 11/02/2026"
    office.desk.answers.take(text, AnswerSource.PASTED)
    presenter = listed(office)
    key = item(presenter, "IMR-111", client.chart_no)
    said = presenter.said(key)
    assert said is not None
    name = "Meningococcal conjugate (MenACWY-TT)"
    assert (EN.say("answers_page.dose"), f"{name} · 2 Nov 2026") in said.facts
    row = next(row for row in presenter.rows(0, 500) if row.key == key)
    assert row.cells[2].split("\n")[1] == "Meningococcal c… · 2 Nov 2026"


@pytest.mark.parametrize(
    ("name", "born", "ref", "said"),
    [
        ("Garcia^Ana^M", "20150504", "4471", "Garcia, Ana M · 4 May 2015 · 4471"),
        ("GARCIA ANA", "05/04/2015", "", "GARCIA ANA · 05/04/2015"),
        ("", "20159999", "7", "20159999 · 7"),
        ("", "", "", ""),
    ],
)
def test_whom_an_answer_names(name: str, born: str, ref: str, said: str) -> None:
    assert named_words(name, born, ref, EN) == said


# -- before it is taken in ------------------------------------------------------------------


def test_an_answer_is_looked_at_before_it_is_kept(office: Office) -> None:
    preview = PreviewPresenter(office.desk, EN)
    preview.take_up(TEXT, AnswerSource.PASTED)
    assert not preview.ready
    before = len(office.desk.answers.answers())
    preview.preview = preview.read()
    assert [row.cells[1] for row in preview.rows(0, 10)] == ["IEE-998", "IMR-110"]
    assert preview.ready
    assert any("Hidden because nothing is to be done: 1" in text for _, text in preview.lines())
    assert any(text.startswith("Line 3: ") for _, text in preview.lines())
    assert len(office.desk.answers.answers()) == before


def test_the_same_answer_is_offered_once(office: Office) -> None:
    preview = PreviewPresenter(office.desk, EN)
    preview.take_up(TEXT, AnswerSource.PASTED)
    preview.take()
    preview.preview = preview.read()
    assert not preview.ready
    assert [tone for tone, _ in preview.lines()] == ["warn"]


def test_of_a_file_the_content_is_read_and_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "Okafor Ngozi.txt"
    place.write_bytes(b"IEE-998\xff")
    assert read_file(place) == b"IEE-998\xff"
    if os.name == "posix":
        os.mkfifo(tmp_path / "Okafor pipe.txt")
    for name in ("gone", "pipe", "x" * 300):
        with pytest.raises(DeskError) as refused:
            read_file(tmp_path / f"Okafor {name}.txt")
        assert refused.value.code == "responses.unreadable"
        assert "Okafor" not in str(refused.value)


def test_every_lead_and_every_state_has_words(voice: Wording) -> None:
    from immtrac_desk.desk.registry_pictures import LEADS
    from immtrac_desk.domain.answer import ItemState

    assert [one for one in LEADS if one != "none" and not voice.has(f"answer_lead.{one}")] == []
    assert [one for one in ItemState if not voice.has(f"item_state.{one.value}")] == []


def test_a_number_at_the_cut_of_a_long_paste_is_not_kept_by_half() -> None:
    short, number = "x" * (KEPT - 9), "512-55-0142"
    cut = typing_of(short + number)
    assert (cut.text, cut.cut) == (short, True)
    whole = typing_of("x" * (KEPT - len(number)) + number)
    assert (whole.text[-11:], whole.cut) == (number, False)
