"""The shelf: what is in force when, and that what was released is never edited."""

import subprocess
import sys
from datetime import date

import pytest

from forms import catalog
from forms.wording import HOUSE, files
from tests.forms.press import FORMS, REVISION


def test_the_five_forms_are_on_the_shelf() -> None:
    assert tuple(dict.fromkeys(spec.stock_no for spec in catalog.SPECS)) == FORMS
    assert catalog.languages() == ("en", "es")


@pytest.mark.parametrize("stock_no", FORMS)
@pytest.mark.parametrize("day", [date(1999, 1, 1), date(2026, 10, 31), date(2026, 11, 1)])
def test_the_earliest_revision_holds_for_all_earlier_days(stock_no: str, day: date) -> None:
    assert catalog.in_force(stock_no, day) == REVISION
    assert catalog.revisions(stock_no) == (REVISION,)


def test_a_form_or_revision_that_is_not_there() -> None:
    for ask in (
        lambda: catalog.spec("C-9"),
        lambda: catalog.spec("C-7", "05/2012"),
        lambda: catalog.in_force("C-9", date(2026, 1, 1)),
    ):
        with pytest.raises(ValueError, match="no such form"):
            ask()


def test_a_released_revision_is_never_edited() -> None:
    assert catalog.changed_since_release() == ()
    assert set(catalog.released_digests()) == {one.folder for one in catalog.SPECS}


@pytest.mark.parametrize("released", catalog.SPECS, ids=FORMS)
def test_the_digest_is_over_spec_and_both_wordings(released: catalog.FormSpec) -> None:
    names = [path.relative_to(HOUSE).as_posix() for path in files(released)]
    assert f"{released.folder}/spec.py" in names
    assert sum(name.endswith(".toml") for name in names) == 4


def test_the_shelf_is_read_without_loading_the_printer() -> None:
    script = (
        "import sys, forms.catalog, forms.render;"
        "print([name for name in sys.modules if name.startswith(('reportlab', 'segno', 'PIL'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HOUSE.parent, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"
