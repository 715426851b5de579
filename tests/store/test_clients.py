"""The clients drawer: versions kept, finding by everything a clerk may type, namesakes."""

from dataclasses import replace
from datetime import date

import pytest

from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.values import Explicit
from immtrac_desk.errors import DeskError
from immtrac_desk.store.unit_of_work import Filing, UnitOfWork
from tests.store.records import NAMES, NOW, PDF, STAFF, a_client, a_document, a_draft

MARIA = a_client(
    "García-López",
    "María",
    name=PersonName(last="García-López", first="María", middle="Luz"),
    chart_no="CH-00042",
    immtrac2_id="98765432",
    former_names=(PersonName(last="Treviño", first="María"),),
    name_as_written="Мария",
)
OTHER = a_client("Smith", "John", born_on=date(1990, 12, 31))


def found(filing: Filing, text: str) -> list[tuple[str, str]]:
    with filing.reading() as work:
        return [(match.id, match.found_by) for match in work.clients.find(text)]


@pytest.fixture
def room(filing: Filing) -> Filing:
    with filing.writing() as work:
        work.clients.add(MARIA)
        work.clients.add(OTHER)
        work.commit()
    return filing


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("garcia", "name"),
        ("GARCÍA", "name"),
        ("lopez", "name"),
        ("garcia lopez", "name"),
        ("García-López, María", "name"),
        ("maria garcia", "name"),
        ("mar gar", "name"),
        ("luz", "name"),
        ("garcialopez", "name"),
        ("Мария", "name"),
        ("maria treviño", "former_name"),
        ("trevino", "former_name"),
        ("2015-03-04", "birth_date"),
        ("3/4/2015", "birth_date"),
        ("03-04-15", "birth_date"),
        ("03042015", "birth_date"),
        ("20150304", "birth_date"),
        ("March 4, 2015", "birth_date"),
        ("4 de marzo de 2015", "birth_date"),
        ("garcia 3/4/2015", "name"),
        ("gacria 3/4/2015", "near"),
        ("zzyzx 3/4/2015", "birth_date"),
        ("garcia 2015", "name"),
        ("2015 maria garcia", "name"),
        ("García-López, María, 2015", "name"),
        ("trevino 2015", "former_name"),
        ("gacria 2015", "near"),
        ("CH-00042", "number"),
        ("ch 00042", "number"),
        ("98765432", "number"),
        ("gacria", "near"),
        ("grcia maria", "near"),
        ("trevinno", "near"),
    ],
)
def test_a_client_is_found(room: Filing, text: str, by: str) -> None:
    assert found(room, text) == [(MARIA.id, by)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "garcia smith",
        "garcia 3/5/2015",
        "garcia 2014",
        "garcia 2016",
        "2015",
        "Zzyzx",
        "CH-0004",
        "2015-13-45",
        "%",
        "_",
        "*",
    ],
)
def test_another_text_finds_nobody(room: Filing, text: str) -> None:
    assert found(room, text) == []


def test_a_year_of_birth_tells_namesakes_apart_from_its_first_day_to_its_last(
    filing: Filing,
) -> None:
    born = (date(2008, 12, 31), date(2009, 1, 1), date(2009, 12, 31), date(2010, 1, 1))
    people = [a_client("Hernández", f"Q{i}", born_on=day) for i, day in enumerate(born)]
    with filing.writing() as work:
        for person in people:
            work.clients.add(person)
        work.commit()
    assert [who for who, _ in found(filing, "hernandez 2009")] == [people[1].id, people[2].id]
    assert len(found(filing, "hernandez")) == 4


def test_what_looks_like_a_year_is_still_found_where_it_is_none(filing: Filing) -> None:
    charted = a_client("Ruiz", "Ana", born_on=date(2001, 1, 1), chart_no="2009")
    named = a_client("Order of 2009", "Ana", born_on=date(2001, 1, 1))
    with filing.writing() as work:
        work.clients.add(charted)
        work.clients.add(named)
        work.commit()
    assert (charted.id, "number") in found(filing, "2009")
    assert found(filing, "ana 2009") == [(named.id, "name")]


@pytest.mark.parametrize("last", [*NAMES, "Nguyễn Thị Mỹ Hường"])
def test_the_hard_names_are_found(filing: Filing, last: str) -> None:
    client = a_client(last, "Q")
    with filing.writing() as work:
        work.clients.add(client)
        work.commit()
    letters = [c for c in last if c.isalnum()]
    assert found(filing, last) == ([(client.id, "name")] if letters else [])
    assert found(filing, f"q {last}") == [(client.id, "name")]


def test_a_single_name_is_found(filing: Filing) -> None:
    client = a_client(name=PersonName(last="Sukarno", first=Explicit.NONE))
    with filing.writing() as work:
        work.clients.add(client)
        work.commit()
    assert found(filing, "sukarno") == [(client.id, "name")]
    assert found(filing, "none") == []


def test_a_record_id_finds_the_client_of_paper_and_of_draft(room: Filing) -> None:
    document, kept = a_document(MARIA), a_draft(OTHER)
    with room.writing() as work:
        work.documents.add(document, PDF)
        work.drafts.put(kept)
        work.commit()
    assert found(room, document.id) == [(MARIA.id, "record_id")]
    assert found(room, document.id.lower().replace("-", " ")) == [(MARIA.id, "record_id")]
    assert found(room, kept.draft.record_id) == [(OTHER.id, "record_id")]
    assert found(room, "0000-0000-0000-0000") == []


def test_letters_of_a_record_id_may_be_misread(room: Filing) -> None:
    document = a_document(MARIA, id="7K20-Q1ZD-01JD-9FEX")
    with room.writing() as work:
        work.documents.add(document, PDF)
        work.commit()
    assert found(room, "7k2o-qlzd-oijd-9fex") == [(MARIA.id, "record_id")]


def test_no_more_than_the_limit_is_answered_and_sure_ones_first(filing: Filing) -> None:
    people = [a_client("Garza", f"P{n}") for n in range(5)]
    with filing.writing() as work:
        for person in people:
            work.clients.add(person)
        work.clients.add(a_client("Garca", "P9"))
        work.commit()
    with filing.reading() as work:
        assert len(work.clients.find("garza", limit=3)) == 3
        everyone = work.clients.find("garza")
    assert [m.found_by for m in everyone] == ["name"] * 5 + ["near"]
    assert [m.name.first for m in everyone[:5]] == ["P0", "P1", "P2", "P3", "P4"]


def test_a_correction_makes_a_version_and_keeps_the_one_before(room: Filing) -> None:
    renamed = replace(MARIA, name=PersonName(last="Vela", first="Mario"), former_names=())
    with room.writing() as work:
        put = work.clients.put(renamed)
        work.commit()
    with room.reading() as work:
        assert put.version == 2
        assert work.clients.get(MARIA.id) == put
        assert work.clients.versions(MARIA.id) == (MARIA,)
    assert found(room, "vela") == [(MARIA.id, "name")]
    assert found(room, "garcia") == [(MARIA.id, "former_name")]


def test_a_correction_of_an_old_version_is_refused(room: Filing) -> None:
    with room.writing() as work:
        work.clients.put(replace(MARIA, chart_no="A"))
        with pytest.raises(DeskError) as caught:
            work.clients.put(replace(MARIA, chart_no="B"))
    assert caught.value.code == "client.changed_meanwhile"
    assert caught.value.facts == {"stored": 2, "read": 1}


def test_a_changed_number_is_found_and_the_old_one_is_not(room: Filing) -> None:
    with room.writing() as work:
        work.clients.put(replace(MARIA, chart_no="NEW7"))
        work.commit()
    assert found(room, "new7") == [(MARIA.id, "number")]
    assert found(room, "CH-00042") == []


def test_an_unknown_client_is_refused(room: Filing) -> None:
    with room.reading() as work:
        with pytest.raises(DeskError) as caught:
            work.clients.get(STAFF.id)  # type: ignore[arg-type]
        assert caught.value.code == "client.unknown"
        assert work.clients.many([MARIA.id, "nobody"]) == {MARIA.id: MARIA}  # type: ignore[list-item]


def near(work: UnitOfWork, **changes: object) -> tuple[str, ...]:
    return tuple(c.id for c in work.clients.near(a_client("Garcia Lopez", "Ana", **changes)))


def test_namesakes_share_birth_date_and_folded_last_name(room: Filing) -> None:
    with room.reading() as work:
        assert near(work) == (MARIA.id,)
        assert near(work, born_on=date(2015, 3, 5)) == ()
        assert near(work, name=PersonName(last="Garcia", first="María")) == ()
        assert near(work, id=MARIA.id) == ()


def test_a_merged_client_is_answered_by_who_stands_for_it(room: Filing) -> None:
    with room.writing() as work:
        work.merges.merge(OTHER.id, MARIA.id, NOW, STAFF.id)
        assert [m.id for m in work.clients.find("garcia")] == [OTHER.id]
        assert [c.id for c in work.clients.all()] == [OTHER.id]
        assert work.clients.count() == 1
        assert near(work) == ()
        assert work.clients.get(MARIA.id) == MARIA
        work.merges.unmerge(MARIA.id, NOW, STAFF.id)
        assert [m.id for m in work.clients.find("garcia")] == [MARIA.id]
        assert {c.id for c in work.clients.all()} == {MARIA.id, OTHER.id}
        assert work.clients.count() == 2
