"""Each element of the handbook stands on its sheet in both languages; what must not, does not."""

import tomllib
from typing import Any

import pytest

from forms.catalog import spec
from forms.render import render
from forms.spec import answers_of, sentences_of
from forms.wording import HOUSE, Wording, missing, wording
from tests.forms.press import EVERY, FORMS, LANGUAGES, blank, texts

ELEMENTS: list[dict[str, Any]] = tomllib.loads(
    (HOUSE / "elements.toml").read_text(encoding="utf-8")
)["element"]
CASES = [
    pytest.param(element, stock_no, language, id=f"{element['id']}-{stock_no}-{language}")
    for element in ELEMENTS
    for stock_no in FORMS
    for language in LANGUAGES
    if element["id"].split("/")[0] in ("*", stock_no)
]


@pytest.mark.parametrize(("element", "stock_no", "language"), CASES)
def test_an_element_is_carried_by_its_sentences(
    element: dict[str, Any], stock_no: str, language: str
) -> None:
    assert set(element["carried_by"]) <= set(sentences_of(spec(stock_no)))
    words = wording(spec(stock_no), language)
    said = " ".join(words.sentence(key) for key in element["carried_by"])
    assert [needle for needle in element.get(language, []) if needle not in said] == []


@pytest.mark.parametrize(("element", "stock_no", "language"), CASES)
def test_what_must_not_be_said_is_said_nowhere(
    element: dict[str, Any], stock_no: str, language: str
) -> None:
    words = wording(spec(stock_no), language)
    sheet = " ".join(words.sentence(key) for key in sentences_of(spec(stock_no)))
    sheet = sheet.replace("no es la única manera", "").replace("not the only way", "")
    assert [word for word in element.get(f"never_{language}", []) if word in sheet] == []


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_every_sentence_of_the_spec_is_on_the_printed_sheet(stock_no: str, language: str) -> None:
    words = wording(spec(stock_no), language)
    sheet = " ".join(" ".join(texts(render(blank(stock_no, language)).pdf)).split())
    keys = sentences_of(spec(stock_no))
    assert [key for key in keys if words.sentence(key) not in sheet] == []


@pytest.mark.parametrize(("stock_no", "language"), EVERY)
def test_no_sentence_is_written_and_never_printed(stock_no: str, language: str) -> None:
    own = tomllib.loads((HOUSE / spec(stock_no).folder / f"{language}.toml").read_text("utf-8"))
    assert set(own["sentences"]) <= set(sentences_of(spec(stock_no)))


@pytest.mark.parametrize("stock_no", FORMS)
def test_both_languages_have_the_same_keys(stock_no: str) -> None:
    english, spanish = (wording(spec(stock_no), language).tables for language in LANGUAGES)
    shared = ("sheet", "sentences", "words", "stamps")
    assert {table: set(english[table]) for table in shared} == {
        table: set(spanish[table]) for table in shared
    }


def test_a_wording_that_lacks_a_sentence_is_found_out() -> None:
    whole = wording(spec("C-7"), "en")
    tables = {name: dict(table) for name, table in whole.tables.items()}
    del tables["sentences"]["access.school"]
    assert missing(spec("C-7"), whole) == ()
    assert missing(spec("C-7"), Wording("en", tables)) == ("sentences.access.school",)


FIELDS = {
    "C-7": "client.phone client.unit mother.first_name mother.maiden_name race ethnicity",
    "F11-13366": "client.phone client.unit mother.first_name race ethnicity responder",
    "F11-12956": "client.phone client.unit mother.first_name mother.maiden_name",
    "C-8": "client.phone client.email scope",
    "F11-11406": "client.phone release.requester release.relation release.address release.fax",
}
EVERYWHERE = (
    "client.last_name client.first_name client.middle_name client.birth_date client.gender "
    "client.street client.city client.state client.zip client.county choice signer.name "
    "signer.capacity signer.relation witness.name interpreter.name received_by contact.mail"
)


@pytest.mark.parametrize("stock_no", FORMS)
def test_every_field_of_the_catalogue_has_its_box(stock_no: str) -> None:
    asked = {*FIELDS[stock_no].split(), *EVERYWHERE.split()}
    assert asked <= set(answers_of(spec(stock_no)))


@pytest.mark.parametrize("stock_no", ["C-8", "F11-11406", "F11-12956"])
def test_race_is_asked_only_where_the_handbook_says(stock_no: str) -> None:
    assert not {"race", "ethnicity"} & set(answers_of(spec(stock_no)))
