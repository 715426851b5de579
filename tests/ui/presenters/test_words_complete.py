"""Every sentence of the counter's screens: in both languages, with the same places to fill."""

import re
import tomllib
from pathlib import Path

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.words import Choice, FormKind, Intent, Source, Status, Who
from ui.presenters import act_forms, sheet_fields
from ui.presenters.signers import ADULT, MINOR
from ui.wording import Wording

ROOT = Path(__file__).parents[3] / "ui"
PAGES = ("client", "clients", "consent", "signer", "today")
NAMES = {"signer.name", "signer.who", "signer.relation", "consent.minor_retention_age"}
"""Fields and settings, not sentences."""
EN, ES = Wording("en"), Wording("es")
_CODE = re.compile(r'"((?:consent|client_room|clients|client_form|today|signer|existing_form|field|'
                   r'section|option|act_form|span|offer|identity)\.[a-z0-9_.\-]+)"')  # fmt: skip


def _flat(tree: dict[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat


def _places(text: str) -> set[str]:
    """The facts a sentence wants; Spanish often needs no pronoun where English does."""
    return set(re.findall(r"{(\w+)}", text)) - {"own", "object", "subject", "oneself"}


def _page(language: str, page: str) -> dict[str, str]:
    text = (ROOT / "i18n" / language / f"{page}.toml").read_text(encoding="utf-8")
    return _flat(tomllib.loads(text))


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_the_same_sentences_with_the_same_places(page: str) -> None:
    english, spanish = _page("en", page), _page("es", page)
    assert english.keys() == spanish.keys()
    for code, text in english.items():
        assert _places(text) == _places(spanish[code]), code


def test_every_code_that_a_screen_names_has_its_sentence() -> None:
    used: set[str] = set()
    for folder in ("views", "presenters"):
        for module in (ROOT / folder).glob("*.py"):
            if module.name.startswith("settings"):
                continue  # names settings, which begin alike
            used |= set(_CODE.findall(module.read_text(encoding="utf-8")))
    used -= NAMES
    assert len(used) > 100
    unsaid = {code for code in used if not EN.has(code) or not ES.has(code)}
    assert {code for code in unsaid if not code.endswith(".")} == set()


@pytest.mark.parametrize("voice", [EN, ES], ids=["en", "es"])
def test_every_word_of_the_closed_lists_has_its_sentence(voice: Wording) -> None:
    codes = [f"status.{s.value}" for s in Status] + [f"headline.{s.value}" for s in Status]
    codes += [f"audit.{kind.value}" for kind in ActKind]
    codes += [f"option.choice.{c.value}" for c in Choice] + [f"signer.{c.value}" for c in Choice]
    codes += [f"consent.record.{c.value}" for c in Choice]
    codes += [f"consent.intent.{i.value}" for i in Intent]
    codes += [f"form_name.{f.value}" for f in FormKind]
    codes += [f"existing.sources.{s.value}" for s in Source]
    codes += [f"signs_as.{line.id}" for line in (*MINOR, *ADULT)]
    codes += [f"relation.{line.id}" for line in MINOR if line.who is not Who.SELF]
    assert not [code for code in codes if not voice.has(code)]


@pytest.mark.parametrize("voice", [EN, ES], ids=["en", "es"])
def test_every_field_of_every_form_has_a_label_and_every_option_a_word(voice: Wording) -> None:
    wanted: list[str] = []
    for form in FormKind:
        for section in sheet_fields.sections(form, minor=True):
            wanted.append(f"section.{section.id}")
            for asked in (one for row in section.rows for one in row):
                group = asked.name.rsplit(".", 1)[-1]
                wanted.append(f"field.{asked.name}")
                wanted += [f"option.{group}.{value}" for value in asked.options]
    assert not [code for code in wanted if not voice.has(code)]


@pytest.mark.parametrize("voice", [EN, ES], ids=["en", "es"])
@pytest.mark.parametrize("small", act_forms.forms(), ids=lambda one: one.id)
def test_every_small_form_has_its_title_button_and_fields(
    voice: Wording, small: act_forms.SmallForm
) -> None:
    start = f"act_form.{small.id}"
    wanted = [f"{start}.{part}" for part in ("title", "says", "do")]
    for asked in small.asked:
        wanted.append(f"{start}.{asked.name}")
        wanted += [f"{start}.{asked.name}s.{value}" for value in asked.options]
    assert not [code for code in wanted if not voice.has(code)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sentence_of_these_screens_takes_the_place_of_another(language: str) -> None:
    own = {code: page for page in PAGES for code in _page(language, page)}
    folders = (ROOT / "i18n" / language, ROOT.parent / "immtrac_desk" / "words" / language)
    for other in (page for folder in folders for page in folder.glob("*.toml")):
        if other.stem not in PAGES:
            theirs = _flat(tomllib.loads(other.read_text(encoding="utf-8")))
            assert own.keys() & theirs.keys() == set(), other.name
    assert len(own) == sum(len(_page(language, page)) for page in PAGES)
