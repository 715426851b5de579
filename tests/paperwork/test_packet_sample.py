"""The sample packet: golden text and drawing, invented people, every question and duty in words."""

import pytest

from forms.agreement_packet.shelf import packet_spec, packet_wording
from forms.agreement_packet.spec import STEPS
from immtrac_desk.domain.agreement import ApplicationKind
from immtrac_desk.domain.question import QuestionKind
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.law.agreement_signer import signer_label
from immtrac_desk.law.duties import duties
from immtrac_desk.law.questions import built_in
from immtrac_desk.paperwork.packet_sample import sample_answers
from immtrac_desk.settings import table
from tests.forms.press import texts
from tests.paperwork.packet_golden import EVERY, drawings, drawn, kept, said, sample


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_sample_says_and_looks_what_it_did(kind: ApplicationKind, language: str) -> None:
    assert said(kind, language) == kept(kind, language)
    assert drawn(kind, language) == drawings()[f"{kind.value}_{language}"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_renewal_marks_the_move_and_the_new_prescriber(language: str) -> None:
    text = " ".join(said(ApplicationKind.RENEWAL, language).split())
    assert "09/01/2026" in text
    assert "11/02/2026" in text
    former = "7 Former Example Street" if language == "en" else "Calle Anterior 7"
    assert text.count(former) == 2
    assert former not in said(ApplicationKind.REGISTRATION, language)


def test_a_registration_has_nothing_yet_of_what_the_state_gives() -> None:
    text = said(ApplicationKind.REGISTRATION, "en")
    assert "0001112000" not in text
    assert "0001112000" in said(ApplicationKind.CHANGE, "en")


def test_everybody_in_it_is_a_sample_and_every_page_says_so() -> None:
    pages = texts(sample(ApplicationKind.RENEWAL, "en"))
    assert all("SAMPLE, INVENTED ORGANIZATION" in page for page in pages)
    assert "555-01" in pages[0]


def test_no_sample_in_another_language() -> None:
    with pytest.raises(ValueError, match="language"):
        sample_answers("fr")


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_question_of_ours_has_its_label_and_every_step_its_title(language: str) -> None:
    words = packet_wording(packet_spec(), "renewal", language)
    asked = {one.id for one in built_in().questions if not one.check.startswith("again:")}
    lacking = {one for one in asked if f"q.{one}" not in words.tables["labels"]}
    assert lacking == set()
    assert all(words.sentence(f"step.{step}").startswith(step) for step in STEPS)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_choice_of_ours_and_every_role_has_its_word(language: str) -> None:
    words = packet_wording(packet_spec(), "renewal", language)
    wanted = {("role", role.value) for role in SiteRole}
    worded = {QuestionKind.CHOICE, QuestionKind.WORDS}
    for one in built_in().questions:
        listed = table()[one.options_from].default if one.options_from in table() else ()
        assert isinstance(listed, tuple)
        if one.kind in worded:
            wanted |= {(one.id, option) for option in (*one.options, *listed)}
    assert {pair for pair in wanted if not words.has_word(*pair)} == set()


def test_every_duty_of_the_law_is_gone_through() -> None:
    assert {one.id for one in duties() if one.ours} <= set(packet_spec().duties)
    assert {one.id for one in duties() if not one.ours} == set(packet_spec().facts)


def test_every_label_of_a_signer_has_its_word() -> None:
    labels = {signer_label(one) for one in ("medical", "pharmacy", "school", "other")}
    words = packet_wording(packet_spec(), "renewal", "es")
    assert labels
    assert all(words.has_word("signer", label) for label in labels)
