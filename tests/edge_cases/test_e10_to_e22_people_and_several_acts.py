"""E10 to E22: names, twins, doubles, disasters, responders, withdrawals, death, disagreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pypdfium2
import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.draft import Override
from immtrac_desk.domain.words import (
    Choice,
    DisasterRetention,
    FormKind,
    Intent,
    MaySign,
    Responder,
    Scope,
    Severity,
    Status,
    Who,
)
from immtrac_desk.errors import DeskError, RefusedError
from tests.desk.signing import FATHER, begin, grant, sign
from tests.office import Office

TODAY = date(2026, 3, 9)
CHILD = date(2015, 1, 1)


def text_of(pdf: bytes) -> str:
    """The words of a sheet, whatever line they stand on."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(p.get_textpage().get_text_bounded() for p in document).split())


def affirmed(office: Office, client: Client, **changes: object) -> None:
    document = grant(office, client, **changes).document
    office.desk.consents.affirm(document.id, office.clock().date(), "mrobles")


def status(office: Office, client: Client) -> Status:
    return office.desk.people.file(client.id).standing.status


def withdraw(office: Office, client: Client, scope: Scope = Scope.BOTH, **changes: object) -> None:
    draft = begin(office, client, Intent.LEAVE, choice=Choice.WITHDRAW, scope=scope, **changes)
    sign(office, draft)


def test_e10_a_new_name_or_gender_marker_leaves_the_consent_and_the_old_name_finds(
    office: Office,
) -> None:
    client = office.client(CHILD)
    affirmed(office, client)
    changed = replace(client, name=replace(client.name, last="Ortiz"), gender="male")
    office.desk.people.save(changed)
    file = office.desk.people.file(client.id)
    assert file.standing.status is Status.CONSENTED_MINOR
    assert file.documents[0].client_name.last == "García-López"
    assert [match.id for match in office.desk.people.find("garcia lopez")] == [client.id]


def test_e11_twins_are_warned_of_asked_for_their_order_and_never_merged(office: Office) -> None:
    ana = office.client(CHILD)
    name = PersonName(last="García-López", first="Luz")
    luz = replace(ana, id=office.desk.people.new().id, name=name)
    (alike,) = office.desk.people.look_alikes(luz)
    assert alike.ask_birth_order
    luz = office.desk.people.save(replace(luz, birth_order=2))
    with pytest.raises(DeskError) as error:
        office.desk.people.merge(ana.id, luz.id, "same birth date")
    assert error.value.code == "merge.twins"


@pytest.mark.parametrize("first", ["Baby", "Baby A", "BABY B", "Boy", "Girl", "Twin"])
def test_e11_a_placeholder_first_name_blocks_until_a_supervisor_overrides(
    office: Office, first: str
) -> None:
    client = office.client(CHILD, name=PersonName(last="García", first=first))
    draft = begin(office, client, choice=Choice.GRANT)
    with pytest.raises(RefusedError) as error:
        sign(office, draft)
    assert [f.code for f in error.value.findings] == ["name.placeholder_first"]
    by = office.desk.actor.id
    override = Override(reason="not named yet", seen="hospital bracelet", by=by)
    assert sign(office, replace(draft, override=override)).document.client_name.first == first
    assert [line.act for line in office.desk.book.loud()] == ["override_used"]


def test_e12_a_double_is_merged_and_taken_apart_again_with_all_that_was_each_ones(
    office: Office,
) -> None:
    one = office.client(CHILD)
    other = office.client(CHILD, name=PersonName(last="Garcia Lopez", first="Ana Sofia"))
    kept, gone = grant(office, one).document, grant(office, other).document
    office.desk.people.merge(one.id, other.id, "entered twice")
    together = office.desk.people.file(one.id)
    assert {document.id for document in together.documents} == {kept.id, gone.id}
    assert office.desk.people.file(other.id).client.id == one.id
    office.desk.consents.affirm(gone.id, TODAY, "mrobles")
    assert status(office, one) is Status.CONSENTED_MINOR
    office.desk.people.unmerge(one.id, other.id, "two cousins")
    assert [document.id for document in office.desk.people.file(one.id).documents] == [kept.id]
    assert status(office, one) is Status.SIGNED_TO_AFFIRM
    assert status(office, other) is Status.CONSENTED_MINOR


def test_e13_a_minors_disaster_consent_stays_as_history_to_be_reviewed_at_18(
    office: Office,
) -> None:
    client = office.client(date(2008, 3, 10))
    draft = begin(office, client, Intent.KEEP_DISASTER, choice=Choice.GRANT)
    document = sign(office, draft).document
    office.desk.consents.affirm(document.id, TODAY, "mrobles")
    before = office.desk.people.file(client.id).standing
    assert (before.dir, before.dir_review) == (DisasterRetention.MINOR, False)
    office.clock.on(date(2026, 3, 10))
    after = office.desk.people.file(client.id).standing
    assert (after.dir, after.dir_review) == (DisasterRetention.MINOR, True)


def test_e14_a_disaster_consent_alone_says_that_ordinary_doses_are_rejected(
    office: Office,
) -> None:
    draft = begin(office, office.client(CHILD), Intent.KEEP_DISASTER)
    warned = {f.code: f.severity for f in office.desk.consents.assess(draft).findings}
    assert warned["disaster.ordinary_doses_rejected"] is Severity.WARNING


def test_e15_a_responders_child_signs_the_minor_form_with_m(office: Office) -> None:
    client = office.client(date(2011, 1, 1))
    advice = office.desk.consents.advise(client, Intent.JOIN, responder=Responder.MINOR_FAMILY)
    assert (advice.form, advice.row) == (FormKind.MINOR, "DT-1.12")
    draft = begin(office, client, choice=Choice.GRANT)
    wrong = replace(draft, form=FormKind.ADULT)
    assert "form.wrong_for_age" in {f.code for f in office.desk.consents.assess(wrong).errors}
    receipt = sign(office, replace(draft, responder=Responder.MINOR_FAMILY))
    assert (receipt.act.row, receipt.act.facts["fr"]) == ("DT-1.12", "M")


@pytest.mark.parametrize("language", ["en", "es"])
def test_e16_a_responders_son_elsewhere_gives_the_plain_adult_consent(
    office: Office, language: str
) -> None:
    """The sheet says that immediate family lives in the same household; he marks no box."""
    client = office.client(date(1999, 1, 1))
    advice = office.desk.consents.advise(client, Intent.JOIN, responder=Responder.NONE)
    assert (advice.form, advice.row) == (FormKind.ADULT, "DT-1.3")
    receipt = grant(office, client, language=language, responder=Responder.NONE)
    said = text_of(receipt.pdf)
    assert {"en": "same household", "es": "mismo hogar"}[language] in said
    assert (receipt.act.row, "fr" in receipt.act.facts) == ("DT-1.3", False)
    assert receipt.document.answers["responder"] == {"word": "none"}
    assert receipt.standing.fr is Responder.NONE
    assert receipt.standing.status is Status.SIGNED_TO_AFFIRM, "he needs no box to consent"


def test_e16_the_son_who_lives_with_the_responder_marks_the_family_box(office: Office) -> None:
    client = office.client(date(1999, 1, 1))
    advice = office.desk.consents.advise(client, Intent.JOIN, responder=Responder.ADULT_FAMILY)
    assert (advice.form, advice.row) == (FormKind.ADULT, "DT-1.11")
    receipt = grant(office, client, responder=Responder.ADULT_FAMILY)
    assert (receipt.act.row, receipt.act.facts["fr"]) == ("DT-1.11", "A")
    assert receipt.document.answers["responder"] == {"word": "family"}


def test_e17_withdrawn_and_consented_again_the_same_day(office: Office) -> None:
    client = office.client(CHILD)
    affirmed(office, client)
    office.clock.tick(minutes=5)
    withdraw(office, client)
    assert status(office, client) is Status.WITHDRAWN
    office.clock.tick(minutes=5)
    draft = begin(office, client, choice=Choice.GRANT)
    warned = {f.code for f in office.desk.consents.assess(draft).findings}
    assert "history.removed_does_not_return" in warned
    again = sign(office, draft)
    assert again.standing.status is Status.SIGNED_TO_AFFIRM
    assert "DT-6.7" in again.standing.rules
    office.desk.consents.affirm(again.document.id, TODAY, "mrobles")
    assert status(office, client) is Status.CONSENTED_MINOR
    assert len(office.desk.people.file(client.id).documents) == 3


@pytest.mark.parametrize(("at", "final"), [(time(9, 0), Status.WITHDRAWN)])
def test_e17_signature_times_decide_and_then_the_entry(
    office: Office, at: time, final: Status
) -> None:
    """Identical times: the withdrawal wins (DT-6.7)."""
    client = office.client(CHILD)
    sign(office, begin(office, client, choice=Choice.GRANT), signed_at=at)
    draft = begin(office, client, Intent.LEAVE, choice=Choice.WITHDRAW, scope=Scope.BOTH)
    sign(office, draft, signed_at=at)
    assert status(office, client) is final


def test_e18_a_parent_does_not_withdraw_for_a_client_now_18(office: Office) -> None:
    client = office.client(date(2008, 3, 10))
    affirmed(office, client)
    office.clock.on(date(2026, 3, 10))
    mother = {"who": Who.PARENT, "signer_name": "María García"}
    with pytest.raises(RefusedError) as error:
        withdraw(office, client, **mother)
    assert [f.row for f in error.value.findings] == ["DT-3.4"]
    withdraw(office, client, who=Who.GUARDIAN, signer_name="María García")
    assert status(office, client) is Status.WITHDRAWN


def test_e19_the_adult_withdraws_what_a_parent_gave(office: Office) -> None:
    client = office.client(date(2008, 3, 10))
    affirmed(office, client)
    office.clock.on(date(2026, 3, 11))
    assert status(office, client) is Status.PENDING_ADULT
    withdraw(office, client)
    assert status(office, client) is Status.WITHDRAWN


def test_e20_after_a_death_nothing_new_is_signed_and_no_list_names_the_client(
    office: Office,
) -> None:
    client = office.client(CHILD)
    document = grant(office, client).document
    draft = begin(office, client, Intent.LEAVE, choice=Choice.WITHDRAW, scope=Scope.BOTH)
    assert office.desk.book.today_lists().lists
    office.desk.people.record_death(client.id, TODAY, "told by the family")
    assert status(office, client) is Status.DECEASED
    assert office.desk.book.today_lists().lists == ()
    for intent in Intent:
        with pytest.raises(RefusedError):
            begin(office, client, intent)
    with pytest.raises(RefusedError) as error:
        sign(office, draft)
    assert [f.code for f in error.value.findings] == ["client.deceased"]
    with pytest.raises(RefusedError):
        office.desk.consents.affirm(document.id, TODAY, "mrobles")
    assert [one.id for one in office.desk.people.file(client.id).documents] == [document.id]


def test_e21_a_parents_death_leaves_the_consent_and_the_new_representative_may_withdraw(
    office: Office,
) -> None:
    client = office.client(CHILD)
    affirmed(office, client)
    person = replace(
        office.desk.people.new_responsible(client.id),
        name=PersonName(last="García", first="María"),
        relation="mother",
        until=TODAY,
    )
    office.desk.people.save(client, (person,))
    assert status(office, client) is Status.CONSENTED_MINOR
    guardian = {"who": Who.GUARDIAN, "signer_name": "Rosa Díaz", "relation": "guardian"}
    withdraw(office, client, **guardian)
    assert status(office, client) is Status.WITHDRAWN
    settled = office.desk.book.history(client.id, acts=("conflict_settled",))
    assert [line.row for line in settled] == ["E21"]


def test_e21_a_parent_who_is_still_there_is_not_passed_over(office: Office) -> None:
    client = office.client(CHILD)
    affirmed(office, client)
    guardian = {"who": Who.GUARDIAN, "signer_name": "Rosa Díaz", "relation": "guardian"}
    withdraw(office, client, **guardian)
    assert status(office, client) is Status.CONFLICT


@pytest.mark.parametrize("days", [0, 30])
@pytest.mark.parametrize("by", ["refusal", "withdrawal"])
def test_e22_two_parents_disagree_any_day(office: Office, days: int, by: str) -> None:
    client = office.client(CHILD)
    document = grant(office, client).document
    office.clock.tick(days=days)
    if by == "refusal":
        draft = begin(office, client, despite=True, choice=Choice.DECLINE, **FATHER)
        assert sign(office, draft).act.kind is ActKind.CONSENT_DECLINED
    else:
        withdraw(office, client, Scope.STANDARD, **FATHER)
    assert status(office, client) is Status.CONFLICT
    with pytest.raises(RefusedError) as error:
        office.desk.consents.affirm(document.id, office.clock().date(), "mrobles")
    assert "affirm.conflict" in {f.code for f in error.value.findings}
    verdict = office.desk.consents.may_sign(client, Who.DISAGREEING_PARENT, disagreement=True)
    assert verdict.may is not MaySign.YES
    office.desk.consents.settle_conflict(
        client.id, document.id, "order 2025-CV-3 of 2025-11-03", office.clock().date()
    )
    assert status(office, client) is Status.SIGNED_TO_AFFIRM
