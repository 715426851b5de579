"""Which paper must be seen before somebody signs: a sentence for every need of the law's rows."""

import dataclasses
from datetime import date

import pytest

from immtrac_desk.domain.words import Intent, Who
from immtrac_desk.law import tables
from tests.office import Office
from ui.presenters.consent import ConsentPresenter
from ui.presenters.consent_words import needs_words
from ui.wording import Wording

ON = date(2026, 11, 22)
NEEDS = sorted({need for row in tables.rows(ON) for need in row.words("needs")})


def test_the_rows_do_name_papers() -> None:
    assert {"order_seen", "document_date", "delegation_seen"} <= set(NEEDS)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("need", NEEDS)
def test_every_paper_of_the_law_has_its_sentence(need: str, language: str) -> None:
    assert Wording(language).has(f"consent.paper.{need}")


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_agent_is_asked_for_the_document_and_its_date(office: Office, language: str) -> None:
    client = office.client(date(1950, 3, 10))
    begun = office.desk.consents.begin(client.id, Intent.JOIN, "en")
    draft = dataclasses.replace(begun, who=Who.AGENT, signer_name="Luz Vega")
    tr = Wording(language)
    told = needs_words(ConsentPresenter(office.desk, tr, draft), tr)
    assert tr.say("consent.paper.document_date") in told
    assert "consent.paper" not in told
