"""Every sentence of the counter's screens that is put together from words of the office."""

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.words import Choice, FormKind, Intent, Source, Status, Who
from ui.presenters import act_forms, sheet_fields
from ui.presenters.signers import ADULT, MINOR
from ui.wording import Wording

EN, ES = Wording("en"), Wording("es")


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
