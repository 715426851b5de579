"""Whatever the law or the office can say of a site has its words in both languages."""

from __future__ import annotations

import pytest

from immtrac_desk.desk.roster_pictures import ACCOUNTS
from immtrac_desk.domain.agreement import AgreementState, ApplicationKind, ApplicationState
from immtrac_desk.domain.rights import RIGHTS
from immtrac_desk.domain.site_person import SiteRole, TrainingKind
from immtrac_desk.law.agreement_signer import signer_label
from immtrac_desk.law.agreement_triggers import CODES, IEE_526
from immtrac_desk.services.office_task import DISABLE_ACCOUNT, TELL_DSHS
from immtrac_desk.services.site_file import KINDS
from ui.presenters.agreement_preparing import GO_ON
from ui.presenters.agreement_words import APPLICATION_TONES, TONES
from ui.presenters.roster_acts import site_act, site_acts
from ui.presenters.roster_words import ACCOUNT_TONES, TRAINING_TONES
from ui.presenters.sheet_fields import Kind
from ui.presenters.site_fields import ENTERED, PERSON, SITE, AskedAs, asked
from ui.widgets.status_pill import TONES as PILLS
from ui.wording import Wording

BOTH = pytest.mark.parametrize("voice", [Wording("en"), Wording("es")], ids=["en", "es"])
TASKS = (DISABLE_ACCOUNT, TELL_DSHS, IEE_526)


@BOTH
def test_every_word_of_the_office_is_said(voice: Wording) -> None:
    wanted = [f"trigger.{code}" for code in CODES]
    wanted += [f"agreement_{part}.{s.value}" for s in AgreementState for part in ("state", "says")]
    wanted += [f"application_state.{state.value}" for state in ApplicationState]
    wanted += [f"application_kind.{kind.value}" for kind in ApplicationKind]
    wanted += [f"agreement_next.{kind.value}" for kind in ApplicationKind]
    wanted += [f"agreement_next.{step}" for step in (*GO_ON.values(), "look", "reopen")]
    wanted += [f"site_role.{role.value}" for role in SiteRole]
    labels = {signer_label(kind) for kind in ("medical", "lhd", "pharmacy", "school", "other")}
    assert len(labels) == 3
    wanted += [f"site_signer.{label}" for label in labels]
    wanted += [f"training_kind.{kind.value}" for kind in TrainingKind]
    wanted += [f"site_task.{what}" for what in TASKS]
    wanted += [f"roster_file.{what}" for what in KINDS]
    wanted += [f"roster_account.{account}" for account in ACCOUNTS]
    wanted += [f"roster_training.{state}" for state in TRAINING_TONES]
    assert [code for code in wanted if not voice.has(code)] == []


@BOTH
def test_every_field_and_choice_of_the_records_is_said(voice: Wording) -> None:
    sections = (*SITE, *ENTERED, *PERSON)
    wanted = [f"site_section.{section.id}" for section in sections]
    for one in asked(sections):
        wanted.append(f"site_field.{one.name}")
        if one.kind is AskedAs.CHOICE:
            wanted += [f"site_option.{one.name}.{word}" for word in one.options]
    assert [code for code in wanted if not voice.has(code)] == []


@BOTH
def test_every_small_form_is_said(voice: Wording) -> None:
    wanted = []
    for act in site_acts():
        wanted += [f"site_act.{act.id}.{part}" for part in ("title", "says", "do")]
        for one in act.asked:
            wanted.append(f"site_act.{act.id}.{one.name}")
            if one.kind is Kind.CHOICE:
                wanted += [f"site_act.{act.id}.{one.name}s.{word}" for word in one.options]
    assert [code for code in wanted if not voice.has(code)] == []


def test_every_state_has_a_shape_of_its_pill() -> None:
    tones = {*TONES.values(), *APPLICATION_TONES.values()}
    tones |= {*TRAINING_TONES.values(), *ACCOUNT_TONES.values()}
    assert tones <= set(PILLS)
    assert set(TONES) == set(AgreementState)
    assert set(APPLICATION_TONES) == set(ApplicationState)
    assert set(ACCOUNT_TONES) == set(ACCOUNTS)


def test_every_small_form_asks_for_a_right_that_somebody_has() -> None:
    assert [act.id for act in site_acts() if not RIGHTS.get(act.right)] == []


@pytest.mark.parametrize("act_id", [act.id for act in site_acts()])
def test_what_a_small_form_needs_it_also_asks(act_id: str) -> None:
    act = site_act(act_id)
    assert set(act.needed) <= {one.name for one in act.asked}
