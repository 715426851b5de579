"""An existing consent is filed as it was seen: no sheet of ours, its own day, its own source."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from PIL import Image

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.draft import Override
from immtrac_desk.domain.words import Choice, FormKind, Scope, Source, Status, Who
from immtrac_desk.errors import DeskError, InputError, RefusedError
from immtrac_desk.law.parameters import LawSettings
from immtrac_desk.services.undo import UndoAct, undo
from tests.services.counter import ANA, SAM, Counter, a_client


def scan() -> bytes:
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, "PNG")
    return out.getvalue()


def refused(counter: Counter, client: Client, **changes: Any) -> dict[str, str]:
    """Codes of what stands against it, each with its field."""
    before = counter.read(lambda uow: uow.documents.count())
    with pytest.raises(RefusedError) as error:
        counter.existing(client, **changes)
    assert error.value.code == "existing.refused"
    assert counter.read(lambda uow: uow.documents.count()) == before
    return {f.code: f.field for f in error.value.findings}  # type: ignore[attr-defined]


def test_a_paper_signed_earlier_waits_to_be_affirmed(counter: Counter, minor: Client) -> None:
    document = counter.existing(minor, revision="09/2017", language="es")
    assert (document.source, document.revision, document.digest) == (Source.PAPER, "09/2017", "")
    assert document.client_name == minor.name
    standing = counter.standing(minor)
    assert (standing.status, standing.since) == (Status.SIGNED_TO_AFFIRM, date(2026, 3, 1))
    line = counter.last()
    assert (line.act, line.row, line.facts["source"]) == ("consent_granted", "DT-2.1", "paper")


def test_a_revision_may_be_unknown(counter: Counter, minor: Client) -> None:
    assert counter.existing(minor).revision == ""


def test_a_paper_affirmed_then_is_in_effect_since(counter: Counter, minor: Client) -> None:
    counter.existing(minor, signed_on=date(2020, 5, 1), affirmed_on=date(2020, 5, 4))
    standing = counter.standing(minor)
    assert standing.status is Status.CONSENTED_MINOR
    assert standing.since == date(2020, 5, 4)


@pytest.mark.parametrize("source", [Source.IMMTRAC2, Source.BIRTH_REGISTRATION])
@pytest.mark.parametrize("registered", [True, False])
def test_what_the_registry_shows_is_in_effect(
    counter: Counter, minor: Client, source: Source, registered: bool
) -> None:
    counter.law = LawSettings(registered_provider=registered)
    counter.existing(minor, source=source, who=None, signer_name="", where="registry screen")
    assert counter.standing(minor).status is Status.CONSENTED_MINOR


def test_a_hand_written_withdrawal_counts_from_its_day(counter: Counter, minor: Client) -> None:
    counter.existing(minor, affirmed_on=date(2026, 3, 1))
    statement = counter.withdrawal(
        minor, scope=Scope.BOTH, source=Source.OTHER_STATEMENT, signed_on=counter.today, scan=scan()
    )
    assert counter.standing(minor).status is Status.WITHDRAWN
    kept = counter.read(lambda uow: uow.attachments.of_client(minor.id))
    assert [(one.what, one.media_type) for one in kept] == [("scan", "image/png")]
    assert counter.read(lambda uow: uow.documents.pdf(statement.id)) == b""


def test_a_hand_written_statement_needs_its_scan(counter: Counter, minor: Client) -> None:
    assert refused(counter, minor, source=Source.OTHER_STATEMENT) == {"existing.scan": "scan"}


def test_hand_written_statements_can_be_switched_off(counter: Counter, minor: Client) -> None:
    counter.settings["consent.allow_handwritten"] = False
    found = refused(counter, minor, source=Source.OTHER_STATEMENT, scan=scan())
    assert found == {"existing.handwritten": "source"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"signed_on": date(2026, 3, 3)}, "date.signed_in_future"),
        ({"signed_on": date(2010, 3, 9)}, "date.signed_before_birth"),
        ({"affirmed_on": date(2026, 2, 28)}, "date.affirmed_before_signature"),
        ({"affirmed_on": date(2026, 3, 3)}, "date.affirmed_in_future"),
        ({"form": FormKind.RELEASE, "choice": Choice.RELEASE}, "existing.form"),
        ({"choice": Choice.DECLINE}, "existing.form"),
        ({"form": FormKind.ADULT}, "existing.adult_form"),
        ({"form": FormKind.WITHDRAWAL, "choice": Choice.WITHDRAW}, "existing.scope"),
        ({"where": " "}, "existing.where"),
        ({"who": None}, "existing.who"),
        ({"signer_name": ""}, "existing.signer_name"),
        ({"source": Source.BIRTH_REGISTRATION, "form": FormKind.DISASTER},
         "existing.birth_registration"),
    ],
)  # fmt: skip
def test_refuses_what_cannot_have_been(
    counter: Counter, minor: Client, changes: dict[str, Any], code: str
) -> None:
    assert code in refused(counter, minor, **changes)


@pytest.mark.parametrize(
    ("day", "good"),
    [(date(2026, 3, 9), True), (date(2026, 3, 10), False), (date(2026, 3, 11), False)],
)
def test_a_minor_form_is_good_only_before_the_18th_birthday(
    counter: Counter, day: date, good: bool
) -> None:
    client = counter.add(a_client(born_on=date(2008, 3, 10)))
    counter.today = date(2026, 3, 12)
    if good:
        assert counter.existing(client, signed_on=day, affirmed_on=day).form is FormKind.MINOR
    else:
        assert "existing.minor_form" in refused(counter, client, signed_on=day)


@pytest.mark.parametrize("who", [Who.GRANDPARENT, Who.STEPPARENT, Who.PARENT_TERMINATED])
def test_a_signature_of_somebody_who_could_not_sign_is_refused(
    counter: Counter, minor: Client, who: Who
) -> None:
    assert list(refused(counter, minor, who=who).values()) == ["who"]


def test_a_supervisor_may_override_with_reason_and_what_was_seen(
    counter: Counter, minor: Client
) -> None:
    counter.member = SAM
    override = Override(reason="placed by DFPS", seen="form 2085-B", by=SAM.id)
    counter.existing(minor, who=Who.FOSTER_PARENT, override=override)
    assert counter.standing(minor).status is Status.SIGNED_TO_AFFIRM
    loud = counter.book(loud=True)
    assert [(line.act, line.facts["seen"]) for line in loud] == [("override_used", "form 2085-B")]


@pytest.mark.parametrize(
    ("member", "by", "code"),
    [
        (ANA, SAM.id, "right.missing"),
        (ANA, ANA.id, "right.missing"),
        (SAM, ANA.id, "override.not_own"),
    ],
)
def test_nobody_overrides_in_anothers_name(
    counter: Counter, minor: Client, member: Any, by: Any, code: str
) -> None:
    counter.member = member
    override = Override(reason="r", seen="s", by=by)
    with pytest.raises(RefusedError) as error:
        counter.existing(minor, who=Who.FOSTER_PARENT, override=override)
    assert error.value.code == code


@pytest.mark.parametrize("gap", ["reason", "seen"])
def test_an_override_gives_its_grounds(counter: Counter, minor: Client, gap: str) -> None:
    counter.member = SAM
    grounds = {"reason": "r", "seen": "s", gap: " "}
    with pytest.raises(InputError) as error:
        counter.existing(minor, who=Who.FOSTER_PARENT, override=Override(by=SAM.id, **grounds))
    assert error.value.code == f"override.{gap}"


def test_a_second_one_of_the_same_kind_is_refused(counter: Counter, minor: Client) -> None:
    counter.existing(minor)
    assert refused(counter, minor) == {"existing.on_file": "form"}


def test_an_adult_consent_may_join_a_minors(counter: Counter) -> None:
    client = counter.add(a_client(born_on=date(2000, 1, 1)))
    counter.existing(client, signed_on=date(2010, 1, 1), affirmed_on=date(2010, 1, 2))
    assert counter.standing(client).status is Status.LAPSED
    counter.existing(
        client,
        form=FormKind.ADULT,
        who=Who.SELF,
        source=Source.IMMTRAC2,
        signed_on=date(2020, 1, 1),
    )
    assert counter.standing(client).status is Status.CONSENTED_ADULT


def test_a_scan_that_does_not_open_saves_nothing(counter: Counter, minor: Client) -> None:
    with pytest.raises(InputError) as error:
        counter.existing(minor, scan=b"not a picture")
    assert error.value.code == "attach.kind"
    assert counter.read(lambda uow: uow.acts.of_client(minor.id)) == ()
    assert counter.read(lambda uow: uow.documents.count()) == 0


def test_an_unknown_client_is_refused(counter: Counter) -> None:
    with pytest.raises(DeskError) as error:
        counter.existing(a_client())
    assert error.value.code == "client.unknown"


def test_a_control_character_is_refused_beside_its_field(counter: Counter, minor: Client) -> None:
    with pytest.raises(InputError) as error:
        counter.existing(minor, signer_name="Mar\x07ia")
    assert (error.value.code, error.value.field) == ("text.control", "signer_name")


def test_undoing_it_takes_its_affirmation_along(counter: Counter, minor: Client) -> None:
    counter.existing(minor, affirmed_on=date(2026, 3, 1))
    acts = counter.read(lambda uow: uow.acts.of_client(minor.id))
    assert [act.kind for act in acts] == [ActKind.CONSENT_GRANTED, ActKind.CONSENT_AFFIRMED]
    counter.do(undo, UndoAct(act_id=acts[0].id, reason="other child's paper"))
    marks = counter.read(lambda uow: uow.acts.of_client(minor.id))[2:]
    assert [mark.reverses for mark in marks] == [acts[0].id, acts[1].id]
    assert counter.standing(minor).status is Status.NONE_MINOR


def test_the_document_keeps_what_was_frozen(counter: Counter, minor: Client) -> None:
    made: Document = counter.existing(minor)
    kept = counter.read(lambda uow: uow.documents.get(made.id))
    assert kept == made
    assert kept.filed_at - counter.read(lambda uow: uow.audit.last().at) == timedelta(0)  # type: ignore[union-attr]
