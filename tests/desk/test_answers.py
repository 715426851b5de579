"""The registry's answers at the counter: taken in, matched, mended by acts, opened by undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.answer import ItemState
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.dose import DoseState
from immtrac_desk.domain.words import FormKind, Role
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.law.response_codes import Owner
from tests.desk.dosing import affirm, consent, enter, items, report, state, take
from tests.desk.sites import entered_site
from tests.office import BOSS, CLERK, PASSPHRASE, Office, open_office

TODAY = date(2026, 11, 22)
NUMBERS = count(1)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One vault for the file; each test brings clients and numbers of its own."""
    made = open_office(tmp_path_factory.mktemp("answers"))
    made.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
    yield made
    made.desk.close()


@pytest.fixture(autouse=True)
def later(office: Office) -> None:
    office.clock.tick(minutes=1)


@pytest.fixture
def client(office: Office) -> Client:
    return office.client(chart_no=f"MRN-{next(NUMBERS)}")


def of(office: Office, client: Client, show: str = "all") -> dict[str, ItemState]:
    return {code: line.state for code, line in items(office, show, client_id=client.id).items()}


class TestTaking:
    def test_all_of_it_is_kept_and_what_was_not_read_is_named(
        self, office: Office, client: Client
    ) -> None:
        text = f"CLR-100 MRN {client.chart_no}\nhello\nIMR-109 MRN {client.chart_no}\n"
        answer = take(office, text)
        assert (answer.items, answer.again, answer.received_on) == (2, 0, office.desk.today())
        assert [(run.line, run.last, run.what) for run in answer.unread] == [(2, 2, "no_code")]
        assert office.desk.answers.content(answer.id) == text.encode()
        looked, taken = office.desk.book.history(limit=2)
        assert (looked.act, taken.act) == ("answer_looked_at", "answer_taken")
        assert taken.document_digest == answer.digest
        assert client.chart_no not in str(taken.facts)
        assert office.desk.answers.answers()[0] == answer

    def test_the_same_bytes_are_the_same_answer(self, office: Office, client: Client) -> None:
        text = f"IMR-100 MRN {client.chart_no}"
        first = take(office, text)
        assert office.desk.answers.read(text).known == first
        with pytest.raises(RefusedError) as refused:
            take(office, text)
        assert refused.value.code == "answer.known"
        assert refused.value.facts["on"] == first.received_on.isoformat()

    @pytest.mark.parametrize("nothing", [b"", b" \r\n\t", ""])
    def test_nothing_at_all_is_refused(self, office: Office, nothing: bytes | str) -> None:
        for ask in (office.desk.answers.read, lambda d: take(office, d)):
            with pytest.raises(InputError, match=r"answer\.empty"):
                ask(nothing)

    def test_what_is_longer_than_any_answer_is_refused_and_not_cut(self, office: Office) -> None:
        endless = bytes(128 * 1024 * 1024 + 1).replace(b"\0", b"x")
        for ask in (office.desk.answers.read, lambda data: take(office, data)):
            with pytest.raises(InputError, match=r"answer\.too_large") as refused:
                ask(endless)
            assert refused.value.facts["megabytes"] == 128

    @pytest.mark.parametrize(
        "damaged",
        [
            bytes(range(256)) * 40,
            b"MSH|^~\\&|x",
            "IEE-99 IEE-9999 CLR-10".encode("utf-16"),
            b"\xff\xfe\x00" + b"CLR-\r\n\r\r\nERR|||",
            b"MSH|^~\\&|A|B|C|D|2026||QBP^Q11|1|P|2.5.1\rQPD|x",
        ],
    )
    def test_damage_is_kept_and_named_and_never_a_crash(
        self, office: Office, damaged: bytes
    ) -> None:
        answer = take(office, damaged)
        assert office.desk.answers.content(answer.id) == damaged
        assert answer.items + len(answer.unread) > 0

    @pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-be", "cp1252"])
    def test_a_social_security_number_is_never_kept(self, office: Office, codec: str) -> None:
        text = f"IEE-251 {codec}: 123-45-6789 and 512-555-0142, lot 1234-56-78901\n"
        answer = take(office, text.encode(codec))
        kept = office.desk.answers.content(answer.id).decode(codec)
        assert kept == text.replace("123-45-6789", "***-**-****")
        assert answer.size == len(text.encode(codec))
        assert office.desk.answers.read(text.encode(codec)).known == answer

    def test_a_preview_keeps_nothing(self, office: Office, client: Client) -> None:
        before = office.desk.answers.answers()
        seen = office.desk.answers.read(f"CLR-100 MRN {client.chart_no}\nIEE-999")
        assert [(row.row.code, row.code.owner) for row in seen.rows] == [
            ("CLR-100", Owner.DESK),
            ("IEE-999", Owner.REVIEW),
        ]
        assert (seen.known, seen.again, office.desk.answers.answers()) == (None, 0, before)

    def test_an_unknown_site_is_refused(self, office: Office) -> None:
        with pytest.raises(DeskError, match=r"organization\.unknown"):
            take(office, "IEE-998", org_id="NOWHERE")


class TestWhose:
    def test_a_number_of_one_client_matches_and_zeros_count(self, office: Office) -> None:
        mine = office.client(chart_no="0077", immtrac2_id="9 900 1")
        whose_is = {"0077": mine.id, "77": None, "99001": mine.id, "990010": None}
        for code, (ref, whose) in enumerate(whose_is.items(), 900):
            take(office, f"IEE-{code} client id {ref}")
            line = office.desk.answers.items()[0]
            assert (line.client.id if line.client else None) == whose, ref

    def test_a_number_of_two_clients_is_nobodys_until_they_are_one(self, office: Office) -> None:
        first, second = office.client(chart_no="D-5"), office.client(chart_no="d-5")
        take(office, "IEE-413 MRN D-5")
        assert office.desk.answers.items()[0].client is None
        office.desk.people.merge(first.id, second.id, "same")
        take(office, "IEE-998 MRN D-5")
        found = office.desk.answers.items()[0].client
        assert found is not None
        assert found.id == first.id

    def test_a_name_alone_proposes_nobody(self, office: Office, client: Client) -> None:
        text = "MSH|^~\\&|R|R|C|C|20261122||ACK|1|P|2.5.1\rMSA|AE|1\r"
        text += "PID|1||||García-López^Ana Sofía||20150504\rERR||PID^1^13|207|W||||IEE-413 phone"
        take(office, text)
        line = office.desk.answers.items()[0]
        assert (line.client, line.leads_to.kind) == (None, "match")
        assert (line.item.name, line.item.severity) == ("García-López^Ana Sofía", "warning")

    def test_a_dose_is_found_by_code_or_name_and_its_day(
        self, office: Office, client: Client
    ) -> None:
        dose = enter(office, client)
        enter(office, client, cvx="21")
        day = office.desk.today().isoformat()
        head = "chart,code,vaccine,date\n"
        for vaccine in ("3", "03", "MMR", "m-m-r ii"):
            text = f"{head}{client.chart_no},IMR-111,{vaccine},{day}\n# {next(NUMBERS)}\n"
            take(office, text)
        lines = office.desk.answers.items(client_id=client.id)
        assert [line.dose_id for line in lines] == [dose.id]
        assert lines[0].again == 3, "one dose, however its vaccine is written"

    def test_the_clerk_says_whose_it_is(self, office: Office, client: Client) -> None:
        other = office.client(chart_no=f"MRN-{next(NUMBERS)}")
        dose, theirs = enter(office, client), enter(office, other)
        take(office, f"IMR-111 CVX 03 {office.desk.today().isoformat()} message {next(NUMBERS)}")
        line = office.desk.answers.items()[0]
        with pytest.raises(RefusedError, match=r"answer\.other_clients_dose"):
            office.desk.answers.match(line.item.id, client.id, theirs.id)
        step = office.desk.answers.match(line.item.id, client.id)
        assert (step.client_id, step.dose_id) == (client.id, dose.id), "the one that fits"
        now = office.desk.answers.item(line.item.id)
        assert (now.leads_to.kind, now.leads_to.dose_id) == ("dose", dose.id)
        office.desk.answers.match(line.item.id, other.id, theirs.id)
        assert of(office, client) == {}
        assert of(office, other) == {"IMR-111": ItemState.OPEN}


class TestAgain:
    def test_what_nobody_mended_is_counted_at_its_row(self, office: Office, client: Client) -> None:
        text = f"CLR-100 MRN {client.chart_no}"
        take(office, text)
        second = take(office, f"{text}\nIEE-413 MRN {client.chart_no}")
        assert (second.items, second.again) == (1, 1)
        assert office.desk.answers.read(f"{text} x").again == 1
        assert items(office, client_id=client.id)["CLR-100"].again == 1

    def test_what_was_mended_and_comes_again_is_a_new_row(
        self, office: Office, client: Client
    ) -> None:
        take(office, f"CLR-100 MRN {client.chart_no}")
        affirm(office, consent(office, client, TODAY, FormKind.MINOR))
        assert of(office, client) == {"CLR-100": ItemState.MENDED}
        again = take(office, f"MRN {client.chart_no} CLR-100")
        assert (again.items, again.again) == (1, 0)
        lines = office.desk.answers.items(show="all", client_id=client.id)
        assert [line.state for line in lines] == [ItemState.OPEN, ItemState.MENDED]

    def test_what_was_nobodys_is_still_known_by_its_number(self, office: Office) -> None:
        number = f"LATE-{next(NUMBERS)}"
        take(office, f"IEE-413 MRN {number}")
        late = office.client(chart_no=number)
        again = take(office, f"MRN {number} IEE-413 once more")
        assert (again.items, again.again) == (0, 1)
        line = office.desk.answers.items()[0]
        office.desk.answers.match(line.item.id, late.id)
        assert of(office, late) == {"IEE-413": ItemState.OPEN}

    def test_other_days_vaccines_and_clients_are_other_things(
        self, office: Office, client: Client
    ) -> None:
        other = office.client(chart_no=f"MRN-{next(NUMBERS)}")
        days = ("2026-05-01", "2026-05-02")
        lines = [
            f"IMR-111 MRN {who.chart_no} CVX {cvx} {day}"
            for who in (client, other)
            for cvx in ("03", "21")
            for day in days
        ]
        assert take(office, "\n".join(lines)).items == 8
        assert take(office, "\n".join((*lines, "x"))).again == 8

    def test_hidden_ones_are_counted_and_out_of_sight(self, office: Office, client: Client) -> None:
        before = office.desk.answers.counts().hidden
        take(office, f"IMR-109 MRN {client.chart_no}\nIEE-200 MRN {client.chart_no}")
        take(office, f"MRN {client.chart_no} IMR-109")
        assert office.desk.answers.counts().hidden == before + 2
        assert of(office, client, "open") == {}
        hidden = items(office, "hidden", client_id=client.id)
        assert {code: line.again for code, line in hidden.items()} == {"IMR-109": 1, "IEE-200": 0}


class TestMending:
    def test_an_affirmed_consent_mends_and_undoing_either_act_opens_again(
        self, office: Office, client: Client
    ) -> None:
        dose = enter(office, client)
        report(office, dose)
        take(office, f"CLR-100 MRN {client.chart_no}")
        assert state(office, dose) is DoseState.REJECTED
        paper = consent(office, client, TODAY, FormKind.MINOR)
        line = items(office, client_id=client.id)["CLR-100"]
        lead = office.desk.answers.item(line.item.id).leads_to
        assert (line.state, lead.kind, lead.document_id) == (ItemState.OPEN, "affirm", paper.id)
        assert state(office, dose) is DoseState.REJECTED, "it would only come back"
        affirm(office, paper)
        line = items(office, client_id=client.id)["CLR-100"]
        assert (line.state, line.by) == (ItemState.MENDED, "consent")
        assert state(office, dose) is DoseState.TO_RESEND
        for kind in (ActKind.CONSENT_AFFIRMED, ActKind.CONSENT_GRANTED):
            acts = office.desk.people.file(client.id).acts
            office.desk.consents.undo(
                next(one.act.id for one in acts if one.act.kind is kind), "another client's"
            )
            assert of(office, client) == {"CLR-100": ItemState.OPEN}
            assert state(office, dose) is DoseState.REJECTED

    def test_the_whole_way_from_a_rejection_to_a_report_that_stands(
        self, office: Office, client: Client
    ) -> None:
        paper = consent(office, client, TODAY - timedelta(1), FormKind.MINOR)
        dose = enter(office, client)
        report(office, dose)
        take(office, f"CLR-105 MRN {client.chart_no}")
        line = items(office, client_id=client.id)["CLR-105"]
        lead = office.desk.answers.item(line.item.id).leads_to
        assert (lead.kind, lead.document_id) == ("affirm", paper.id)
        affirm(office, paper)
        assert of(office, client, "open") == {}
        assert state(office, dose) is DoseState.TO_RESEND
        report(office, dose)
        assert state(office, dose) is DoseState.REPORTED

    @pytest.mark.parametrize(
        ("code", "changes", "mended"),
        [
            ("IEE-413", {"phone": "(512) 555-0199"}, True),
            ("IEE-413", {"gender": "male"}, False),
            ("IEE-413", {}, False),
            ("IEE-321", {"ethnicity": "not_hispanic"}, True),
            ("IEE-320", {"race": ("asian",)}, True),
            ("CLR-100", {"born_on": date(2015, 5, 5)}, True),
            ("CLR-100", {"phone": "(512) 555-0199"}, False),
        ],
    )
    def test_a_corrected_client_mends_where_the_field_changed(
        self, office: Office, client: Client, code: str, changes: dict[str, object], mended: bool
    ) -> None:
        take(office, f"{code} MRN {client.chart_no}")
        office.desk.people.save(replace(client, **changes))  # type: ignore[arg-type]
        office.clock.tick(minutes=1)
        told = of(office, client)[code]
        assert told is (ItemState.MENDED if mended else ItemState.OPEN)

    def test_a_correction_that_came_before_mends_nothing_when_it_is_saved_again(
        self, office: Office, client: Client
    ) -> None:
        changed = office.desk.people.save(replace(client, phone="(512) 555-0188"))
        office.clock.tick(minutes=1)
        take(office, f"IEE-413 MRN {client.chart_no}")
        office.desk.people.save(changed)
        assert of(office, client) == {"IEE-413": ItemState.OPEN}

    def test_a_new_responsible_person_mends(self, office: Office, client: Client) -> None:
        take(office, f"IEE-519 MRN {client.chart_no}")
        line = items(office, client_id=client.id)["IEE-519"]
        assert line.leads_to.kind == "responsible"
        office.desk.people.save(client, ())
        assert of(office, client) == {"IEE-519": ItemState.OPEN}
        mother = office.desk.people.new_responsible(client.id)
        named = replace(mother, name=replace(client.name, first="María"), primary=True)
        office.desk.people.save(client, (named,))
        assert of(office, client) == {"IEE-519": ItemState.MENDED}

    def test_a_corrected_dose_mends_its_own_fault_alone(
        self, office: Office, client: Client
    ) -> None:
        dose = enter(office, client)
        day = office.desk.today().isoformat()
        codes = ("IMR-111", "IEE-570", "IMR-100")
        lines = [f"{code} MRN {client.chart_no} CVX 03 {day}" for code in codes]
        take(office, "\n".join(lines))
        office.desk.doses.save(replace(dose, manufacturer="SKB"))
        told = of(office, client)
        assert told == {
            "IMR-111": ItemState.MENDED,
            "IEE-570": ItemState.OPEN,
            "IMR-100": ItemState.MENDED,
        }
        step = office.desk.doses.void(dose.id, "never given")
        assert set(of(office, client).values()) == {ItemState.MENDED}
        office.desk.doses.undo_step(step.id, "it was")
        assert of(office, client)["IEE-570"] is ItemState.OPEN

    def test_a_consent_date_is_put_right_by_the_visits_day_too(
        self, office: Office, client: Client
    ) -> None:
        dose = enter(office, client, given_on=TODAY - timedelta(9))
        take(office, f"CLR-106 MRN {client.chart_no}")
        office.clock.tick(minutes=1)
        office.desk.doses.save(replace(dose, given_on=TODAY - timedelta(3)))
        assert of(office, client) == {"CLR-106": ItemState.MENDED}

    def test_severity_is_the_segments_and_a_warning_rejects_nothing(
        self, office: Office, client: Client
    ) -> None:
        dose = enter(office, client)
        report(office, dose)
        day = f"{office.desk.today():%Y%m%d}"
        for severity, told in (("W", DoseState.REPORTED), ("E", DoseState.REJECTED)):
            message = "\r".join(
                (
                    f"MSH|^~\\&|R|R|C|C|{day}||ACK|{severity}|P|2.5.1",
                    f"MSA|AE|{severity}",
                    f"PID|1||{client.chart_no}^^^C^MR",
                    f"RXA|0|1|{day}||03^MMR^CVX",
                    f"ERR||RXA^1^17|102|{severity}||||IMR-{111 if severity == 'W' else 100}",
                )
            )
            take(office, message)
            assert state(office, dose) is told, "the acknowledgement says AE both times"


class TestByHand:
    def test_it_is_closed_with_a_note_and_opened_again(
        self, office: Office, client: Client
    ) -> None:
        take(office, f"IEE-575 MRN {client.chart_no}")
        number = items(office, client_id=client.id)["IEE-575"].item.id
        with pytest.raises(InputError, match=r"note\.missing"):
            office.desk.answers.close(number, "  ")
        office.desk.answers.close(number, "both arms, checked")
        line = items(office, client_id=client.id)["IEE-575"]
        assert (line.state, line.by) == (ItemState.CLOSED, "hand")
        said = office.desk.book.history(client.id, limit=1)[0]
        assert (said.act, said.facts["code"]) == ("answer_closed", "IEE-575")
        for again in (office.desk.answers.close, office.desk.answers.email_dshs):
            with pytest.raises(RefusedError, match=r"answer\.done_already"):
                again(number, "x")
        office.clock.tick(minutes=1)
        office.desk.answers.reopen(number, "one arm after all")
        assert of(office, client) == {"IEE-575": ItemState.OPEN}
        with pytest.raises(RefusedError, match=r"answer\.not_closed"):
            office.desk.answers.reopen(number, "x")

    def test_what_an_act_mended_is_opened_by_undoing_the_act_alone(
        self, office: Office, client: Client
    ) -> None:
        take(office, f"CLR-100 MRN {client.chart_no}")
        affirm(office, consent(office, client, TODAY, FormKind.MINOR))
        number = items(office, client_id=client.id)["CLR-100"].item.id
        with pytest.raises(RefusedError, match=r"answer\.not_closed"):
            office.desk.answers.reopen(number, "x")
        with pytest.raises(RefusedError, match=r"answer\.done_already"):
            office.desk.answers.match(number, client.id)

    def test_a_client_of_the_birth_record_is_dshss_to_change(
        self, office: Office, client: Client
    ) -> None:
        take(office, f"IEE-296 MRN {client.chart_no}\nIEE-413 MRN {client.chart_no}")
        told = items(office, client_id=client.id)
        assert told["IEE-296"].leads_to.kind == "dshs"
        with pytest.raises(RefusedError, match=r"answer\.not_for_dshs"):
            office.desk.answers.email_dshs(told["IEE-413"].item.id, "sent")
        office.desk.answers.email_dshs(told["IEE-296"].item.id, "sent, case 12")
        line = items(office, client_id=client.id)["IEE-296"]
        assert (line.state, line.by) == (ItemState.MENDED, "email_dshs")


def test_what_names_nobody_is_not_thrown_together(office: Office, client: Client) -> None:
    error = "ERR||PID^1|101|E|CLR-100^^TX|||no consent\r"
    acks = "".join(
        f"MSH|^~\\&|T|T|||20261121||ACK^V04^ACK|{n}|P|2.5.1\rMSA|AE|apart-{n}\r{error * 2}"
        for n in (1, 2)
    )
    plain = "\rCLR-105 the girl of this morning\rCLR-105 her brother\rIMR-109 one\rIMR-109 two\r"
    preview = office.desk.answers.read(acks + plain)
    assert [row.code.code for row in preview.rows] == [
        *("CLR-100", "CLR-100", "CLR-105", "CLR-105", "IMR-109"),
    ]
    answer = take(office, acks + plain)
    lines = [one for one in office.desk.answers.items(show="all") if one.answer.id == answer.id]
    girl, brother = (one.item.id for one in lines if one.item.code == "CLR-105")
    office.desk.answers.match(girl, client.id)
    assert office.desk.answers.item(girl).client is not None
    assert office.desk.answers.item(brother).client is None


def test_the_owner_and_the_code_choose_the_page(office: Office, client: Client) -> None:
    take(office, "\n".join(f"{c} MRN {client.chart_no}" for c in ("IEE-413", "IMR-111", "IEE-999")))
    room = office.desk.answers

    def codes(**asked: Any) -> list[str]:
        return [one.item.code for one in room.items(client_id=client.id, **asked)]

    assert codes() == ["IEE-413", "IMR-111", "IEE-999"]
    assert codes(owner=Owner.NURSE) == codes(limit=1, offset=1) == ["IMR-111"]
    assert codes(code="IEE-999") == ["IEE-999"]
    assert codes(answer_id=room.answers()[-1].id) == []
    counts = room.counts()
    assert counts.waiting == sum(counts.open.values()) == len(room.items(limit=10_000))
    with pytest.raises(InputError, match=r"answer\.show_unknown"):
        room.items(show="nothing")
    with pytest.raises(DeskError, match=r"answer_item\.unknown"):
        room.item("NONE")  # type: ignore[arg-type]


class TestUnknownPrescriber:
    """IEE-526: a change of the site's agreement, which alone settles it (DT-24.6, DT-13.4)."""

    def test_it_opens_the_change_once_and_an_approved_one_settles_it(
        self, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        office = open_office(tmp_path_factory.mktemp("iee526"))
        site = entered_site(office)
        one = office.client(chart_no="A-1")
        office.desk.staff.add(CLERK, Role.FRONT_DESK, PASSPHRASE)
        office.as_(CLERK)
        take(office, "IEE-526 MRN A-1\nIEE-526 MRN A-2")
        take(office, "MRN A-3 IEE-526")
        office.as_(BOSS)
        standing = office.desk.agreement.standing(site.organization.id)
        assert [t.code for t in standing.triggers].count("iee_526") == 1
        line = items(office, client_id=one.id)["IEE-526"]
        assert line.leads_to.kind == "agreement"
        assert line.leads_to.organization_id == site.organization.id
        with pytest.raises(RefusedError, match=r"answer\.needs_renewal"):
            office.desk.answers.close(line.item.id, "x")
        office.clock.tick(days=1)
        site.approved()
        now = office.desk.answers.items(show="done")
        assert {(one.item.code, one.by) for one in now} == {("IEE-526", "agreement_change")}
        assert len(now) == 3
        office.clock.tick(minutes=1)
        take(office, "MRN A-1 IEE-526 again")
        assert office.desk.answers.counts().open[Owner.OFFICE_MANAGER] == 1
        office.desk.close()

    def test_where_nobody_can_say_which_site_it_is_nothing_opens(
        self, office: Office, client: Client
    ) -> None:
        """This vault has no site: the row stays, and a clerk may close it."""
        take(office, f"IEE-526 MRN {client.chart_no}")
        line = items(office, client_id=client.id)["IEE-526"]
        assert (line.leads_to.kind, line.leads_to.organization_id) == ("agreement", None)
        office.desk.answers.close(line.item.id, "a test of the vendor")
        assert of(office, client) == {"IEE-526": ItemState.CLOSED}
