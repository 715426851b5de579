"""Assessing a draft: text, law and packs in one list, pure, whatever is in the fields."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.ids import new_id
from immtrac_desk.domain.staff import Actor
from immtrac_desk.domain.words import Choice, FormKind, MaySign, Severity, Who
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.assess_draft import Assessment, Signing, assess_draft
from immtrac_desk.services.ground import Ground, read_ground
from immtrac_desk.services.occasion import Occasion
from immtrac_desk.services.packs import all_packs
from immtrac_desk.settings import table
from immtrac_desk.store.unit_of_work import UnitOfWork
from tests.services.counter import SAM, Counter, a_client


def assessed(counter: Counter, draft: ConsentDraft) -> Assessment:
    def look(uow: UnitOfWork) -> Assessment:
        ground, occasion = read_ground(draft, uow), counter.occasion(uow)
        return assess_draft(draft, ground, occasion, Signing(on=counter.today))

    return counter.read(look)


def codes(found: Assessment, severity: Severity = Severity.ERROR) -> set[str]:
    return {f.code for f in found.findings if f.severity is severity}


def test_a_full_draft_wants_only_the_choice(counter: Counter, minor: Client) -> None:
    counter.verify_packs()
    found = assessed(counter, counter.begin(minor))
    assert (found.errors, found.missing, found.can_record) == ((), ("choice",), False)
    assert found.row == "DT-1.1"
    assert found.signer is not None
    assert found.signer.row == "DT-2.1"


@pytest.mark.parametrize("choice", [Choice.GRANT, Choice.DECLINE])
def test_a_chosen_one_can_be_recorded(counter: Counter, minor: Client, choice: Choice) -> None:
    counter.verify_packs()
    assert assessed(counter, counter.begin(minor, choice=choice)).can_record


def test_a_pack_that_nobody_verified_blocks_at_a_real_counter(
    counter: Counter, minor: Client
) -> None:
    draft = counter.begin(minor, choice=Choice.GRANT)
    assert codes(assessed(counter, draft)) == {"pack.not_verified"}
    counter.practice = True
    assert assessed(counter, draft).can_record


def test_verification_can_be_switched_off(counter: Counter, minor: Client) -> None:
    counter.settings["forms.require_verified_pack"] = False
    assert assessed(counter, counter.begin(minor, choice=Choice.GRANT)).can_record


def test_a_verified_pack_carries_name_and_day(counter: Counter) -> None:
    counter.verify_packs()
    for pack in counter.read(all_packs):
        assert (pack.verified_by, pack.verified_on) == (SAM.name, counter.today)
    assert len(counter.book(acts=("pack_verified",))) == 10


def test_a_letter_the_sheet_cannot_print_is_named_beside_its_field(
    counter: Counter, minor: Client
) -> None:
    name = PersonName(last="王", first="Ana")
    found = assessed(counter, counter.begin(replace(minor, name=name)))
    named = {f.field: f.facts["character"] for f in found.findings if f.code == "text.not_on_sheet"}
    assert named["client.last_name"].startswith("U+738B")  # type: ignore[union-attr]


def test_malformed_text_is_a_finding_while_typing(counter: Counter, minor: Client) -> None:
    found = assessed(counter, counter.begin(minor, signer_name="Mar\u202eia"))
    assert ("text.bidi", "signer.name") in {(f.code, f.field) for f in found.findings}


def test_without_a_birth_date_only_that_is_asked(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor)
    found = assessed(counter, replace(draft, client=replace(minor, born_on=date.min)))
    assert (found.advice, found.signer, found.can_record) == (None, None, False)
    assert found.missing[0] == "client.born_on"
    assert codes(found) == {"date.missing"}


def test_a_birth_to_come_is_an_error(counter: Counter, minor: Client) -> None:
    draft = counter.begin(minor)
    later = replace(draft, client=replace(minor, born_on=date(2026, 3, 3)))
    assert codes(assessed(counter, later)) == {"birth.in_future"}


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (Who.GRANDPARENT, MaySign.NO),
        (Who.DELEGATE, MaySign.OVERRIDE),
        (Who.EMANCIPATED, MaySign.REFER),
    ],
)
def test_who_may_not_sign_is_told(counter: Counter, minor: Client, who: Who, may: MaySign) -> None:
    found = assessed(counter, counter.begin(minor, who=who, choice=Choice.GRANT))
    assert found.signer is not None
    assert found.signer.may is may
    assert not found.can_record


def test_another_parents_refusal_is_not_stopped_by_the_first_consent(
    counter: Counter, minor: Client
) -> None:
    counter.verify_packs()
    counter.existing(minor)
    draft = counter.begin(minor, despite=True, signer_name="Luis López", relation="father")
    assert not codes(assessed(counter, draft)), "it can be handed over and printed"
    granting = assessed(counter, replace(draft, choice=Choice.GRANT))
    assert "form.already_consented" in codes(granting)
    assert assessed(counter, replace(draft, choice=Choice.DECLINE)).can_record


def test_an_earlier_spanish_pack_is_warned_of(counter: Counter, minor: Client) -> None:
    """E24, with an English pack that is newer than the Spanish one."""
    draft = counter.begin(minor, language="es")

    def look(uow: UnitOfWork) -> Assessment:
        ground = read_ground(draft, uow)
        newer = [
            replace(p, effective_from=date(2026, 1, 1))
            if p.language == "en"
            else replace(p, effective_from=date(2025, 1, 1))
            for p in ground.packs
        ]
        moved = replace(ground, packs=tuple(newer))
        return assess_draft(draft, moved, counter.occasion(uow), Signing(on=counter.today))

    assert "pack.older_than_english" in codes(counter.read(look), Severity.WARNING)


EMPTY = Ground(kept=None, acts=(), responsible=(), packs=())
ANY_TEXT = st.text(max_size=20)


def occasion(counter_day: date) -> Occasion:
    return Occasion(
        actor=Actor(SAM.id, SAM.name, SAM.role),
        now=datetime(2026, 3, 2, 16, tzinfo=UTC),
        today=counter_day,
        clock_time=datetime(2026, 3, 2, 10, tzinfo=UTC).time(),
        new_id=new_id,
        practice=False,
        law=LawSettings(),
        settings={key: setting.default for key, setting in table().items()},
        paper_check=str,
    )


@given(
    last=ANY_TEXT,
    first=ANY_TEXT,
    signer=ANY_TEXT,
    born_on=st.dates(),
    form=st.sampled_from(FormKind),
    who=st.none() | st.sampled_from(Who),
    choice=st.none() | st.sampled_from(Choice),
    cannot_write=st.booleans(),
)
def test_whatever_is_typed_is_assessed_and_never_falls(
    last: str,
    first: str,
    signer: str,
    born_on: date,
    form: FormKind,
    who: Who | None,
    choice: Choice | None,
    cannot_write: bool,
) -> None:
    draft = ConsentDraft(
        id="D",  # type: ignore[arg-type]
        record_id="R",  # type: ignore[arg-type]
        form=form,
        language="en",
        client=a_client(name=PersonName(last=last, first=first), born_on=born_on),
        signer_name=signer,
        who=who,
        choice=choice,
        cannot_write=cannot_write,
    )
    day = date(2026, 3, 2)
    found = assess_draft(draft, EMPTY, occasion(day), Signing(on=day))
    assert found == assess_draft(draft, EMPTY, occasion(day), Signing(on=day))
    assert not found.can_record  # no pack is in force in an empty vault


def test_a_verification_counts_only_for_the_bytes_that_were_read(counter: Counter) -> None:
    counter.verify_packs()
    (one, *_) = counter.read(all_packs)
    with counter.filing.writing() as uow:
        uow.packs.put(replace(one, sha256="0" * 64))
        uow.commit()
    assert counter.read(all_packs)[0].verified_on is None
