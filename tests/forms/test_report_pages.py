"""A printed report: what it is, of when and where, pictures, tables, notes, page numbers."""

import pytest

from forms.report_entries import ReportTable
from forms.report_pages import report_pdf
from tests.forms.packet_press import letters
from tests.forms.press import metadata, texts
from tests.forms.registry_press import PRINTED, chart, report


def whole(pdf: bytes) -> str:
    return " ".join(" ".join(texts(pdf)).split())


def test_every_page_says_what_it_is_of_when_where_and_by_whom() -> None:
    pages = texts(report_pdf(report()))
    assert len(pages) >= 2
    for at, page in enumerate(pages, 1):
        said = " ".join(page.split())
        assert "Coverage by age" in said
        assert "From 01/01/2026 to 12/31/2026" in said
        assert "Oak Street Clinic" in said
        assert PRINTED in said
        assert f"page {at} of {len(pages)}" in said


def test_pictures_tables_and_notes_stand_in_that_order() -> None:
    said = whole(report_pdf(report()))
    places = [said.index(text) for text in ("A picture", "Clients by age", "Notes", "A client")]
    assert places == sorted(places)
    assert "0 to 5 120 1,234" in said


@pytest.mark.parametrize(("language", "said"), [("en", "All sites"), ("es", "Todos los centros")])
def test_a_report_of_all_sites_says_so(language: str, said: str) -> None:
    assert said in whole(report_pdf(report(language, site="")))
    assert said not in whole(report_pdf(report(language)))


@pytest.mark.parametrize(
    ("language", "said"), [("en", "not a DSHS report"), ("es", "No es un informe del DSHS")]
)
def test_it_never_looks_like_a_report_of_the_state(language: str, said: str) -> None:
    assert all(said in page for page in texts(report_pdf(report(language))))


def test_numbers_end_at_the_right_of_their_column() -> None:
    rows = (("a", "1"), ("b", "1,234,567"))
    table = ReportTable(title="", heads=("what", "how many"), rows=rows, numeric=(False, True))
    pdf = report_pdf(report(charts=(), tables=(table,), notes=()))
    digits = [(char, right, bottom) for char, _, bottom, right, _ in letters(pdf)]
    ends = {char: right for char, right, bottom in digits if char in "7" and 600 < bottom < 700}
    ones = [right for char, right, bottom in digits if char == "1" and 600 < bottom < 700]
    assert abs(ends["7"] - max(ones)) < 2


def test_a_long_table_goes_on_under_its_head() -> None:
    rows = tuple((f"row {at}", str(at)) for at in range(150))
    table = ReportTable(title="Many", heads=("what it is", "how many"), rows=rows)
    pages = texts(report_pdf(report(charts=(), tables=(table,), notes=())))
    assert len(pages) > 3
    assert all("what it is" in page for page in pages)
    said = " ".join(" ".join(pages).split())
    assert all(f"row {at} {at}" in said for at in (0, 75, 149))


@pytest.mark.parametrize(
    ("language", "said"), [("en", "nothing to list"), ("es", "No hay nada que listar")]
)
def test_an_empty_table_says_so(language: str, said: str) -> None:
    empty = ReportTable(title="Nobody", heads=("what",), rows=())
    assert said in whole(report_pdf(report(language, tables=(empty,))))


def test_a_report_without_anything_is_still_a_page() -> None:
    pages = texts(report_pdf(report(charts=(), tables=(), notes=())))
    assert len(pages) == 1
    assert "page 1 of 1" in pages[0]


def test_a_picture_higher_than_a_page_is_drawn_onto_one() -> None:
    labels = tuple(f"staff {at}" for at in range(120))
    series = chart("bars").series[0]
    tall = chart("bars", labels=labels, series=(type(series)(name="n", values=(1,) * 120),))
    pdf = report_pdf(report(charts=(tall,), tables=(), notes=()))
    pages = [page for page in texts(pdf) if "staff" in page]
    assert len(pages) == 1
    assert "staff 119" in " ".join(pages[0].split())


def test_practice_is_stamped_and_an_unknown_stamp_refused() -> None:
    assert all("PRACTICE" in page for page in texts(report_pdf(report(stamps=("practice",)))))
    with pytest.raises(ValueError, match="stamp"):
        report_pdf(report(stamps=("secret",)))


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        report_pdf(report(language="fr", charts=()))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_pdf(report()) == report_pdf(report())
    assert "Rosa" not in " ".join(metadata(report_pdf(report())).values())


@pytest.mark.parametrize("length", [40, 400, 4000])
def test_long_and_hostile_texts_stay_on_the_page(length: int) -> None:
    long = "Wörter und\u202e\u0e01 " * (length // 10)
    table = ReportTable(
        title=long[:200], heads=(long[:200], "b"), rows=((long, "1"), ("x" * length, "2"))
    )
    hostile = report(title=long[:200], period=long, site=long[:400], tables=(table,), notes=(long,))
    for _, left, bottom, right, top in letters(report_pdf(hostile)):
        assert left >= 10
        assert right <= 612
        assert bottom >= 8
        assert top <= 792


def test_no_word_is_broken_while_there_is_room() -> None:
    heads = (
        *("Age", "Withdrawn", "Representatives", "Declined", "Signed", "Lapsed"),
        *("Pending", "Minor"),
    )
    rows = (("26 and over", "0", "1", "2", "3", "4", "5", "6"),)
    table = ReportTable(title="", heads=heads, rows=rows, numeric=(False, *(True,) * 7))
    said = whole(report_pdf(report(charts=(), tables=(table,), notes=())))
    assert all(head in said for head in heads)


def test_a_picture_named_as_its_report_does_not_say_so_twice() -> None:
    one = report(charts=(chart("bars", title="Coverage by age"),), tables=(), notes=())
    assert whole(report_pdf(one)).count("Coverage by age") == 1
    other = report(charts=(chart("bars"),), tables=(), notes=())
    assert whole(report_pdf(other)).count("A picture") == 1


def test_a_table_with_too_many_columns_goes_on_below_with_the_first_again() -> None:
    heads = ("Person", *(f"Consentimiento{at}" for at in range(20)))
    rows = (("Rosa Peña", *map(str, range(20))), ("Ana Ruiz", *map(str, range(20, 40))))
    table = ReportTable(title="By kind", heads=heads, rows=rows, numeric=(False, *(True,) * 20))
    said = whole(report_pdf(report(charts=(), tables=(table,), notes=())))
    assert all(head in said for head in heads)
    assert said.count("Rosa Peña") - 1 == said.count("Person ") > 1
    assert all(f" {at} " in said for at in range(40))
