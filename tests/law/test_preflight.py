"""The preflight: what blocks, what warns, what passes, by the edge cases of the handbook."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from immtrac_desk.domain.act import Act, ActKind
from immtrac_desk.domain.client import Address, Client, PersonName
from immtrac_desk.domain.draft import ConsentDraft, Override, PaperSeen
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId, DraftId, StaffId
from immtrac_desk.domain.values import Explicit
from immtrac_desk.domain.words import Choice, FormKind, Responder, Scope, Severity, Who
from immtrac_desk.law.desk_context import DeskContext
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.law.preflight import assess, blocks, missing
from immtrac_desk.law.standing import Standing
from immtrac_desk.law.status import derive
from immtrac_desk.law.tables import row

ON = date(2026, 3, 9)
D = date(2026, 3, 10)
SETTINGS = LawSettings()
CHILD = Client(
    id=ClientId("client"),
    name=PersonName(last="Nguyễn", first="Mai", middle=""),
    born_on=date(2016, 5, 1),
    gender="female",
    address=Address(
        street="12 Elm St", city="Austin", state="TX", zip_code="78701", county="Travis"
    ),
    mother_first_name="Lan",
    mother_maiden_name="Trần",
    race=("asian",),
    ethnicity="not_hispanic",
)
TEEN = replace(CHILD, born_on=date(2008, 3, 10))
ADULT = replace(CHILD, born_on=date(1990, 5, 1))
READY = DeskContext(search_noted_on=ON, responsible_names=frozenset({"LANNGUYEN"}))
OVERRIDE = Override(reason="DFPS on the phone", seen="form 2085-B", by=StaffId("manager"))


def draft(client: Client = CHILD, **changes: Any) -> ConsentDraft:
    """A finished draft: a parent signs C-7 for a child, an adult F11-13366 for self."""
    minor = client.born_on.year > 2007
    told: dict[str, Any] = {
        "form": FormKind.MINOR if minor else FormKind.ADULT,
        "who": Who.PARENT if minor else Who.SELF,
        "signer_name": "Lan Nguyễn" if minor else "Mai Nguyễn",
        "choice": Choice.GRANT,
    }
    return ConsentDraft(
        id=DraftId("draft"),
        record_id=DocumentId("paper"),
        language="en",
        client=client,
        **{**told, **changes},
    )


def act(kind: ActKind, on: date, **more: Any) -> Act:
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    made = ActId(f"{kind.value}-{on}-{more.get('signer', '')}")
    by, client_id = StaffId("clerk"), ClientId("client")
    return Act(id=made, client_id=client_id, kind=kind, on=on, at=at, by=by, **more)


def findings(
    told: ConsentDraft,
    *acts: Act,
    context: DeskContext = READY,
    on: date = ON,
    settings: LawSettings = SETTINGS,
) -> dict[str, Finding]:
    standing = derive(told.client.born_on, acts, on, settings)
    return {one.code: one for one in assess(told, standing, context, on, settings)}


def severity(found: dict[str, Finding], code: str) -> str:
    return found[code].severity.value if code in found else "none"


CONSENTED = (
    act(
        ActKind.CONSENT_GRANTED,
        date(2020, 1, 5),
        form=FormKind.MINOR,
        document_id=DocumentId("old"),
        signer="LANNGUYEN",
        capacity=Who.PARENT,
    ),
    act(ActKind.CONSENT_AFFIRMED, date(2020, 1, 6), document_id=DocumentId("old")),
)


@pytest.mark.parametrize("told", [draft(), draft(ADULT)], ids=["child", "adult"])
def test_a_finished_draft_has_nothing_against_it(told: ConsentDraft) -> None:
    assert findings(told) == {}
    assert missing(told, ON, SETTINGS) == ()


@pytest.mark.parametrize("name", ["Baby", "BABY A", "Baby-B", "boy", "Girl", "TWIN", "Baby Girl"])
def test_e11_a_placeholder_first_name_blocks_until_a_supervisor_overrides(name: str) -> None:
    client = replace(CHILD, name=PersonName(last="Doe", first=name))
    found = findings(draft(client))["name.placeholder_first"]
    assert (found.severity, found.overridable) == (Severity.ERROR, True)
    overridden = findings(draft(client, override=OVERRIDE))["name.placeholder_first"]
    assert overridden.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("last", "first", "code"),
    [
        ("Baby", "Ana", "name.placeholder_last"),
        ("Test", "Ana", "name.test"),
        ("Doe", "Test", "name.test"),
        ("X", "Ana", "name.one_letter"),
        ("Doe", "X", "name.one_letter"),
        (Explicit.NONE, "Sukarno", "name.single"),
        ("", "Ana", "name.missing"),
        ("Doe", "", "name.missing"),
    ],
)
def test_e30_an_odd_name_warns_and_passes(last: Any, first: Any, code: str) -> None:
    found = findings(draft(replace(CHILD, name=PersonName(last=last, first=first))))
    assert severity(found, code) == "warning"
    assert not blocks(tuple(found.values()))


@pytest.mark.parametrize(
    "name",
    [
        PersonName(last="O'Brien", first="Ana"),
        PersonName(last="Ñuñez", first="Babette"),
        PersonName(last="García-López", first="Guy"),
        PersonName(last="AND", first="Boyd"),
        PersonName(last="Robert'); DROP TABLE", first="<b>&amp;</b>"),
    ],
)
def test_e30_an_ordinary_name_is_left_alone(name: PersonName) -> None:
    assert findings(draft(replace(CHILD, name=name))) == {}


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"gender": ""}, "gender.missing", "client.gender"),
        ({"race": ()}, "race.missing", "client.race"),
        ({"ethnicity": ""}, "ethnicity.missing", "client.ethnicity"),
        ({"mother_first_name": ""}, "mother.first_name_missing", "client.mother_first_name"),
        ({"mother_maiden_name": ""}, "mother.maiden_name_missing", "client.mother_maiden_name"),
    ],
)
def test_an_unanswered_question_warns_beside_its_field(
    changes: dict[str, Any], code: str, field: str
) -> None:
    found = findings(draft(replace(CHILD, **changes)))
    assert severity(found, code) == "warning"
    assert found[code].field == field
    assert field in missing(draft(replace(CHILD, **changes)), ON, SETTINGS)


def test_empty_fields_block_where_the_office_manager_says_so_and_others_still_warn() -> None:
    strict, client = LawSettings(preflight_severity="error"), replace(CHILD, gender="", race=())
    alone = replace(READY, responsible_names=frozenset())
    found = findings(draft(client), settings=strict, context=alone)
    assert [severity(found, code) for code in ("gender.missing", "race.missing")] == ["error"] * 2
    assert severity(found, "responsible.missing") == "warning"


@pytest.mark.parametrize(
    "changes",
    [
        {"race": Explicit.REFUSED, "ethnicity": Explicit.REFUSED},
        {"mother_first_name": Explicit.UNKNOWN, "mother_maiden_name": Explicit.NONE},
        {"phone": "", "email": ""},
    ],
)
def test_e30_an_explicit_non_answer_is_an_answer_and_a_phone_is_optional(
    changes: dict[str, Any],
) -> None:
    assert findings(draft(replace(CHILD, **changes))) == {}


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ({"street": Explicit.NONE}, "address.no_street"),
        ({"street": "P.O. Box 12"}, "address.po_box"),
        ({"street": ""}, "address.street_missing"),
        ({"zip_code": ""}, "address.zip_missing"),
        ({"county": ""}, "address.county_missing"),
        ({"place_from_zip": True}, "address.from_zip"),
    ],
)
def test_e31_an_address_the_registry_may_refuse_warns(address: Any, code: str) -> None:
    found = findings(draft(replace(CHILD, address=replace(CHILD.address, **address))))
    assert list(found) == [code]
    assert severity(found, code) == "warning"


def test_e31_out_of_state_needs_no_texas_county() -> None:
    away = replace(CHILD.address, state="OK", county="")
    assert findings(draft(replace(CHILD, address=away))) == {}


def test_a_minor_without_a_responsible_person_warns_and_an_adult_needs_none() -> None:
    alone = replace(READY, responsible_names=frozenset())
    assert list(findings(draft(), context=alone)) == ["responsible.missing"]
    assert findings(draft(ADULT), context=alone) == {}


def test_a_search_not_noted_warns() -> None:
    found = findings(draft(), context=replace(READY, search_noted_on=None))
    assert {code: one.field for code, one in found.items()} == {"search.not_noted": "search"}


@pytest.mark.parametrize(
    ("on", "code"),
    [(ON, "none"), (D, "form.turned_18"), (date(2026, 3, 11), "form.turned_18")],
)
def test_e1_a_minor_form_printed_at_17_is_refused_from_the_birthday(on: date, code: str) -> None:
    found = findings(draft(TEEN), context=replace(READY, printed_on=ON), on=on)
    blocking = [one.code for one in found.values() if one.severity is Severity.ERROR]
    assert (code in blocking) is (code != "none")
    if code in found:
        assert found[code].row == "DT-4.4"
        assert found[code].facts["right_form"] == "F11-13366"


@pytest.mark.parametrize(("client", "form"), [(ADULT, FormKind.MINOR), (CHILD, FormKind.ADULT)])
def test_a_form_of_the_other_age_blocks(client: Client, form: FormKind) -> None:
    assert severity(findings(draft(client, form=form)), "form.wrong_for_age") == "error"


def test_e2_paper_signed_at_17_and_recorded_from_the_birthday_is_too_late() -> None:
    signed = replace(READY, signed_on=ON)
    assert "date.too_late" not in findings(draft(TEEN), context=signed, on=ON)
    found = findings(draft(TEEN), context=signed, on=D)
    assert severity(found, "date.too_late") == "error"
    assert found["date.too_late"].row == "DT-4.2"


@pytest.mark.parametrize("printed_on", [D, date(2026, 3, 11), None])
def test_e1_a_minor_form_not_printed_at_17_was_the_wrong_one_from_the_start(
    printed_on: date | None,
) -> None:
    found = findings(
        draft(TEEN), context=replace(READY, printed_on=printed_on), on=date(2026, 3, 12)
    )
    assert "form.turned_18" not in found
    assert found["form.wrong_for_age"].row == "DT-4.3"


def test_e1_an_adult_form_printed_for_a_child_is_wrong_by_the_row_of_the_right_one() -> None:
    told = draft(CHILD, form=FormKind.ADULT)
    found = findings(told, context=replace(READY, printed_on=ON))["form.wrong_for_age"]
    assert (found.row, found.facts["right_form"]) == ("DT-1.1", "C-7")


@pytest.mark.parametrize(
    "changes",
    [
        {"form": FormKind.DISASTER},
        {"choice": Choice.DECLINE},
        {"form": FormKind.WITHDRAWAL, "choice": Choice.WITHDRAW, "scope": Scope.BOTH},
    ],
    ids=["disaster", "refusal", "withdrawal"],
)
def test_e2_only_a_minors_grant_can_come_too_late(changes: dict[str, Any]) -> None:
    signed = replace(READY, signed_on=ON)
    found = findings(draft(TEEN, **changes), context=signed, on=D)
    assert "date.too_late" not in found


def test_e2_a_clinic_that_was_told_so_takes_what_was_signed_in_time() -> None:
    signed, told = replace(READY, signed_on=ON), LawSettings(late_minor="accept")
    assert "date.too_late" not in findings(draft(TEEN), context=signed, on=D, settings=told)


@pytest.mark.parametrize(
    ("signed_on", "code"),
    [
        (date(2026, 3, 10), "date.signed_in_future"),
        (date(2016, 4, 30), "date.signed_before_birth"),
        (date(2016, 5, 1), "none"),
        (ON, "none"),
    ],
)
def test_a_signature_date_lies_between_birth_and_today(signed_on: date, code: str) -> None:
    found = findings(draft(), context=replace(READY, signed_on=signed_on))
    assert [one for one in found if one.startswith("date.")] == ([code] if code != "none" else [])


@pytest.mark.parametrize(
    ("born_on", "code", "how"),
    [
        (date(2026, 3, 10), "birth.in_future", "error"),
        (date(2026, 3, 9), "birth.today", "warning"),
        (date(2026, 3, 8), "birth.today", "none"),
        (date(1890, 1, 1), "birth.implausible", "error"),
        (date(1890, 1, 2), "birth.implausible", "none"),
        (date(1890, 1, 2), "birth.very_old", "warning"),
    ],
)
def test_a_birth_date_is_plausible(born_on: date, code: str, how: str) -> None:
    form = FormKind.MINOR if born_on.year > 2007 else FormKind.ADULT
    told = draft(replace(CHILD, born_on=born_on), form=form)
    standing = derive(min(born_on, ON), [], ON, SETTINGS)
    found = {one.code: one for one in assess(told, standing, READY, ON, SETTINGS)}
    assert severity(found, code) == how


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (Who.FOSTER_PARENT, "signer.foster_parent"),
        (Who.DELEGATE, "signer.delegate"),
        (Who.EMANCIPATED, "signer.refer_minor"),
    ],
)
def test_e5_e7_a_doubtful_signer_passes_with_a_supervisors_reason_and_what_was_seen(
    who: Who, code: str
) -> None:
    found = findings(draft(who=who))
    assert severity(found, code) == "error"
    assert found[code].overridable
    assert severity(findings(draft(who=who, override=OVERRIDE)), code) == "warning"
    unseen = replace(OVERRIDE, seen="")
    assert severity(findings(draft(who=who, override=unseen)), code) == "error"


@pytest.mark.parametrize("who", [Who.SELF, Who.GRANDPARENT, Who.SCHOOL, Who.OTHER, Who.SPOUSE])
def test_e8_who_may_not_sign_may_not_be_overridden(who: Who) -> None:
    found = list(findings(draft(who=who, override=OVERRIDE)).values())
    refused = [one for one in found if one.field == "signer.who"]
    assert [(one.severity, one.overridable) for one in refused] == [(Severity.ERROR, False)]


def test_e18_a_parent_does_not_withdraw_for_an_adult_and_e35_a_guardian_does() -> None:
    told = {"form": FormKind.WITHDRAWAL, "choice": Choice.WITHDRAW, "scope": Scope.BOTH}
    found = findings(draft(ADULT, who=Who.PARENT, **told))
    assert severity(found, "signer.parent_of_adult") == "error"
    order = PaperSeen(seen=True, what="order")
    guardian = findings(draft(ADULT, who=Who.GUARDIAN, paper_seen=order, **told))
    assert not blocks(tuple(guardian.values()))


def test_an_adult_with_a_guardianship_on_record_is_referred() -> None:
    client = replace(ADULT, guardianship_recorded=True)
    found = findings(draft(client))["signer.refer_guardianship"]
    assert (found.row, found.severity, found.overridable) == ("DT-3.7", Severity.ERROR, True)


@pytest.mark.parametrize(
    ("client", "who", "codes"),
    [
        (CHILD, Who.GUARDIAN, ["signer.order_not_seen"]),
        (CHILD, Who.PARENT, []),
        (ADULT, Who.AGENT, ["signer.document_not_seen", "signer.document_date_missing"]),
    ],
)
def test_what_must_be_seen_is_asked_for(client: Client, who: Who, codes: list[str]) -> None:
    found = findings(draft(client, who=who))
    assert [code for code in found if found[code].field == "paper_seen"] == codes


@pytest.mark.parametrize(
    ("seen", "dated_on", "codes"),
    [
        (True, None, ["signer.document_date_missing"]),
        (False, date(2025, 1, 2), ["signer.document_not_seen"]),
        (True, date(2025, 1, 2), []),
    ],
)
def test_that_a_document_was_seen_and_its_date_are_two_things(
    seen: bool, dated_on: date | None, codes: list[str]
) -> None:
    paper = PaperSeen(seen=seen, what="power of attorney", dated_on=dated_on)
    found = findings(draft(ADULT, who=Who.AGENT, paper_seen=paper))
    assert [code for code in found if found[code].field == "paper_seen"] == codes


def test_an_override_needs_its_reason_too() -> None:
    told = draft(who=Who.DELEGATE, override=replace(OVERRIDE, reason=""))
    assert severity(findings(told), "signer.delegate") == "error"


def test_e25_nobody_on_record_and_no_name_typed_are_no_other_name() -> None:
    nobody = replace(READY, responsible_names=frozenset())
    assert list(findings(draft(signer_name="Lan Tran"), context=nobody)) == ["responsible.missing"]
    assert list(findings(draft(signer_name=""))) == ["signer.name_missing"]
    assert list(findings(draft(ADULT, signer_name=""))) == ["signer.name_missing"]
    order = PaperSeen(seen=True, what="order")
    guardian = draft(ADULT, who=Who.GUARDIAN, signer_name="Lan Tran", paper_seen=order)
    assert findings(guardian) == {}


@pytest.mark.parametrize(
    "written", ["Mai Linh Nguyen", "Nguyen, Mai Linh", "Mai Nguyen", "Nguyen Mai"]
)
def test_e25_an_adult_signs_with_or_without_the_middle_name_in_either_order(written: str) -> None:
    name = PersonName(last="Nguyễn", first="Mai", middle="Linh")
    assert findings(draft(replace(ADULT, name=name), signer_name=written)) == {}


def test_e26_a_witness_without_a_name_beside_a_signer_without_one_is_missing() -> None:
    found = findings(draft(cannot_write=True, signer_name="", witness_name=" "))
    assert "witness.missing" in found
    assert "witness.is_signer" not in found


def test_e25_a_printed_name_that_is_not_on_record_warns() -> None:
    assert list(findings(draft(signer_name="Lan Tran"))) == ["signer.not_on_record"]
    assert list(findings(draft(ADULT, signer_name="Lan Tran"))) == ["signer.name_differs"]
    assert findings(draft(ADULT, signer_name="NGUYEN, Mai")) == {}


def test_e26_a_mark_needs_a_witness_who_is_not_the_signer() -> None:
    found = findings(draft(cannot_write=True))
    assert (found["witness.missing"].row, found["witness.missing"].field) == (
        "DT-2.14",
        "witness_name",
    )
    assert "witness.is_signer" in findings(draft(cannot_write=True, witness_name="lan nguyen"))
    assert findings(draft(cannot_write=True, witness_name="Bo Li")) == {}
    assert findings(draft(ADULT, cannot_write=True))["witness.missing"].row == "DT-3.6"


@pytest.mark.parametrize(
    ("responder", "client", "code"),
    [
        (Responder.RESPONDER, CHILD, "responder.needs_adult"),
        (Responder.ADULT_FAMILY, CHILD, "responder.needs_adult"),
        (Responder.MINOR_FAMILY, CHILD, ""),
        (Responder.RESPONDER, ADULT, ""),
        (Responder.MINOR_FAMILY, ADULT, "responder.needs_minor"),
    ],
)
def test_e15_the_responder_box_fits_the_age(responder: Any, client: Client, code: str) -> None:
    assert list(findings(draft(client, responder=responder))) == ([code] if code else [])


def test_a_second_grant_is_refused_unless_it_replaces_a_paper() -> None:
    assert severity(findings(draft(), *CONSENTED), "form.already_consented") == "error"
    replacing = {"replaces": DocumentId("old"), "replacement_reason": "lost"}
    assert findings(draft(**replacing), *CONSENTED) == {}
    other = {**replacing, "replacement_reason": "prettier"}
    assert severity(findings(draft(**other), *CONSENTED), "replacement.reason") == "error"


def test_e20_nobody_signs_for_the_dead_and_their_record_is_the_clinics_policy() -> None:
    died = act(ActKind.DEATH_RECORDED, ON)
    assert severity(findings(draft(ADULT), died), "client.deceased") == "error"
    record = draft(ADULT, form=FormKind.RELEASE, choice=Choice.RELEASE)
    assert severity(findings(record, died), "client.deceased_record") == "warning"
    assert severity(findings(draft(ADULT)), "client.deceased") == "none"


def _refusal(signer: str) -> Act:
    return act(
        ActKind.CONSENT_DECLINED,
        date(2026, 2, 1),
        form=FormKind.MINOR,
        signer=signer,
        capacity=Who.PARENT,
    )


def test_e22_in_a_conflict_nobody_grants_and_both_may_refuse_or_withdraw() -> None:
    acts = (*CONSENTED, _refusal("BAONGUYEN"))
    grant = findings(draft(replaces=DocumentId("old"), replacement_reason="lost"), *acts)
    assert severity(grant, "signer.disagreement") == "error"
    for told in (
        draft(choice=Choice.DECLINE),
        draft(choice=Choice.DECLINE, who=Who.DISAGREEING_PARENT),
        draft(form=FormKind.WITHDRAWAL, choice=Choice.WITHDRAW, scope=Scope.BOTH),
        draft(
            form=FormKind.WITHDRAWAL,
            choice=Choice.WITHDRAW,
            scope=Scope.BOTH,
            who=Who.DISAGREEING_PARENT,
        ),
    ):
        assert not blocks(tuple(findings(told, *acts).values()))


def test_e27_who_may_not_sign_may_refuse_and_it_is_a_note() -> None:
    found = findings(draft(who=Who.GRANDPARENT, choice=Choice.DECLINE))
    assert severity(found, "signer.refusal_is_note") == "warning"
    assert not blocks(tuple(found.values()))


def test_e17_a_new_grant_after_a_withdrawal_warns_of_the_lost_history() -> None:
    withdrawn = act(ActKind.CONSENT_WITHDRAWN, date(2026, 2, 1), scope=Scope.BOTH)
    found = findings(draft(), *CONSENTED, withdrawn)
    assert list(found) == ["history.removed_does_not_return"]
    assert found["history.removed_does_not_return"].row == "DT-6.2"


def test_e32_at_26_the_childhood_data_may_be_gone() -> None:
    old = replace(ADULT, born_on=date(2000, 3, 9))
    signed = replace(CONSENTED[0], on=date(2010, 1, 5))
    affirmed = replace(CONSENTED[1], on=date(2010, 1, 6))
    assert list(findings(draft(old), signed, affirmed)) == ["history.may_be_gone"]
    younger = replace(old, born_on=date(2000, 3, 10))
    assert findings(draft(younger), signed, affirmed) == {}


def test_a_pending_adults_record_waits_for_the_adult_form_and_an_adults_does_not() -> None:
    record = {"form": FormKind.RELEASE, "choice": Choice.RELEASE}
    pending = replace(ADULT, born_on=date(2005, 3, 10))
    assert list(findings(draft(pending, **record), *CONSENTED)) == ["release.adult_form_first"]
    assert findings(draft(ADULT, **record)) == {}
    at_once = LawSettings(release_pending_adult="release_at_once")
    assert findings(draft(pending, **record), *CONSENTED, settings=at_once) == {}


def test_a_disaster_consent_says_when_it_is_not_needed_and_e14_when_it_is_not_enough() -> None:
    told = draft(form=FormKind.DISASTER)
    assert list(findings(told, *CONSENTED)) == ["disaster.not_needed"]
    assert list(findings(told)) == ["disaster.ordinary_doses_rejected"]


def test_a_withdrawal_with_nothing_on_file_is_never_refused() -> None:
    told = draft(form=FormKind.WITHDRAWAL, choice=Choice.WITHDRAW, scope=Scope.BOTH)
    assert list(findings(told)) == ["withdrawal.nothing_on_file"]


@pytest.mark.parametrize(
    ("changes", "code", "how"),
    [
        ({"pack_available": False}, "pack.language_missing", "warning"),
        ({"pack_verified": False}, "pack.not_verified", "error"),
        ({"pack_verified": False, "practice": True}, "pack.not_verified", "none"),
        ({"pack_older_than_english": True}, "pack.older_than_english", "warning"),
        ({"pack_superseded": True}, "pack.superseded", "warning"),
    ],
)
def test_e24_e29_the_pack_serves_or_says_why_not(
    changes: dict[str, bool], code: str, how: str
) -> None:
    assert severity(findings(draft(), context=replace(READY, **changes)), code) == how


@pytest.mark.parametrize(("recording", "how"), [(False, "note"), (True, "error")])
def test_the_choice_may_be_open_on_a_draft_and_must_be_made_to_record(
    recording: bool, how: str
) -> None:
    context = replace(READY, recording=recording)
    assert severity(findings(draft(choice=None), context=context), "choice.not_made") == how
    leaving = draft(form=FormKind.WITHDRAWAL, choice=Choice.WITHDRAW)
    assert severity(findings(leaving, context=context), "scope.not_made") == how


def test_a_choice_of_another_form_is_refused() -> None:
    found = findings(draft(choice=Choice.WITHDRAW))
    assert severity(found, "choice.not_of_this_form") == "error"


def test_errors_come_first_and_carry_their_law() -> None:
    told = draft(replace(CHILD, gender=""), who=Who.SCHOOL)
    standing: Standing = derive(CHILD.born_on, [], ON, SETTINGS)
    found = assess(told, standing, READY, ON, SETTINGS)
    assert [one.severity for one in found] == [Severity.ERROR, Severity.WARNING]
    assert all(one.citation and one.row for one in found)


def test_what_is_missing_is_listed_in_the_order_of_the_form() -> None:
    blank = Client(id=ClientId("client"), name=PersonName(), born_on=CHILD.born_on)
    told = draft(blank, who=None, signer_name="", choice=None, cannot_write=True)
    assert missing(told, ON, SETTINGS) == (
        "client.last_name",
        "client.first_name",
        "client.gender",
        "client.address.street",
        "client.address.city",
        "client.address.zip_code",
        "client.address.county",
        "client.mother_first_name",
        "client.mother_maiden_name",
        "client.race",
        "client.ethnicity",
        "signer.who",
        "signer.name",
        "witness_name",
        "choice",
    )


@pytest.mark.parametrize("form", FormKind)
@pytest.mark.parametrize("client", [CHILD, ADULT], ids=["child", "adult"])
@pytest.mark.parametrize("who", [None, *Who])
def test_every_draft_gets_an_answer(form: FormKind, client: Client, who: Who | None) -> None:
    for choice in (None, *Choice):
        found = findings(draft(client, form=form, who=who, choice=choice))
        assert all(one.code and one.citation for one in found.values())
        assert all(row(one.row, ON).what for one in found.values() if one.row.startswith("DT-"))
