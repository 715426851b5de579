"""T-49, T-50: whatever is typed is text: kept, found, printed literally, or refused by its code."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from immtrac_desk.desk import Desk
from immtrac_desk.desk.pictures import ClientFile, RecordConsent, RecordExisting
from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.draft import ConsentDraft, Override
from immtrac_desk.domain.values import clean
from immtrac_desk.domain.words import Choice, FormKind, Intent, Manner, Source, Who
from immtrac_desk.errors import DeskError, InputError
from immtrac_desk.practice.signing import sign_on_screen
from tests.office import Office, open_office
from tests.trust.at_a_site import SITE_TYPED, site_ground
from tests.trust.at_an_agreement import AGREEMENT_TYPED, agreement_ground
from tests.trust.at_doses import DOSE_TYPED, dose_ground
from tests.trust.at_the_registry import REGISTRY_TYPED
from tests.trust.day import scan

ODD = (
    "Robert'); DROP TABLE clients;--",
    "' OR '1'='1",
    'x" UNION SELECT 1,2,3 --',
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "NEAR(a b, 5)",
    "* a",
    "a*",
    '"quoted"',
    'un"closed',
    "-minus",
    "^caret",
    "(a OR b) AND c",
    "name:x",
    "%",
    "_",
    "100%_x",
    "\\",
    "<b>&amp;</b>",
    "<font color=red>x</font>",
    '<img src="file:///etc/passwd"/>',
    "<para><seq/></para>",
    "&lt;&#65;",
    "{x}",
    "{0.__class__}",
    "{",
    "%s%n%(x)d",
    "$(id)",
    "`id`",
    "${HOME}",
    "=1+1",
    "@SUM(A1)",
    "../../x",
    "CON",
    "NUL",
    "None",
    "null",
    "unknown",
    "refused",
    "true",
    "0",
    "1e308",
    "O'Brien",
    "Ñuñez",
    "García-López",
    "Nguyễn Thị Mỹ Hường",
    "X",
)
"""What must be kept, found and printed as it was typed."""

IMPOSSIBLE = (
    "a\nb", "a\tb", "a\rb", "a\x00b", "a\x1b[2Jb", "a\u2028b", "a\u202eb", "a\u200bb", "שרה",
    "😀", "a\ud800b", "x" * 301,
)  # fmt: skip
"""What is refused beside its field, by a code; none may end in another error."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = open_office(tmp_path_factory.mktemp("hostile"))
    yield made
    made.desk.close()


@pytest.fixture(scope="module")
def desk(office: Office) -> Desk:
    return office.desk


@pytest.fixture(scope="module")
def child(office: Office) -> Client:
    """A client with a paper on file and an open task."""
    child = office.client()
    office.desk.consents.record_existing(existing(office.desk, child))
    office.desk.consents.refer(child.id, "asked")
    site_ground(office.desk)
    agreement_ground(office.desk)
    dose_ground(office.desk, child)
    return child


def existing(desk: Desk, child: Client, **changes: Any) -> RecordExisting:
    known: dict[str, Any] = {
        "client_id": child.id,
        "form": FormKind.MINOR,
        "signed_on": desk.today(),
        "source": Source.PAPER,
        "where": "chart",
        "signer_name": "Eva Ruiz",
        "who": Who.PARENT,
        "relation": "mother",
    }
    return RecordExisting(**(known | changes))


def words(text: str) -> str:
    """The letters of a text in print: what the line breaks and hyphens of a page cannot change."""
    return "".join(text.split())


def printed(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return words(unicodedata.normalize("NFC", "".join(pages)))


@pytest.mark.parametrize("text", ODD)
def test_a_name_is_kept_found_and_printed_as_it_was_typed(office: Office, text: str) -> None:
    desk = office.desk
    name = PersonName(last=text, first=f"Q{text}")
    client = office.client(name=name, chart_no="", mother_first_name=text)
    kept = desk.people.file(client.id).client
    assert kept.name == name
    assert kept.mother_first_name == text
    draft = replace(
        desk.consents.begin(client, Intent.JOIN, "en"),
        signer_name=text,
        who=Who.PARENT,
        relation=text,
        choice=Choice.GRANT,
        received_by=text,
    )
    receipt = sign_on_screen(desk, draft)
    assert words(text) in printed(receipt.pdf)
    assert f"Q{words(text)}" in printed(receipt.pdf)
    assert receipt.document.client_name == name
    assert desk.papers.document(receipt.document.id).signer_name == text
    if any(char.isalnum() for char in text):
        found = [match.id for match in desk.people.find(text, limit=200)]
        assert client.id in found
        assert receipt.document.id in {
            line.document.id for line in desk.papers.documents(text, limit=500)
        }


@pytest.mark.parametrize("text", [*ODD, *IMPOSSIBLE, "", " ", "\x00", "\ud800"])
def test_any_search_answers(desk: Desk, text: str) -> None:
    assert desk.people.find(text) is not None
    assert desk.papers.documents(text) is not None


@pytest.mark.parametrize("text", ["%", "_", "*", "'", '"', "--", "()", ""])
def test_a_sign_alone_finds_nobody(office: Office, text: str) -> None:
    office.client()
    assert office.desk.people.find(text) == ()


Ask = Callable[[Desk, Client, str], object]


def _client(field: str) -> Ask:
    return lambda desk, child, text: desk.people.save(replace(child, **{field: text}))


def _name(field: str) -> Ask:
    return lambda desk, child, text: desk.people.save(
        replace(child, name=replace(child.name, **{field: text}))
    )


def _address(field: str) -> Ask:
    return lambda desk, child, text: desk.people.save(
        replace(child, address=replace(child.address, **{field: text}))
    )


def _person(field: str) -> Ask:
    def ask(desk: Desk, child: Client, text: str) -> object:
        person = desk.people.new_responsible(child.id)
        changes: dict[str, Any] = {field: text}
        if field in ("last", "first"):
            changes = {"name": PersonName(**{field: text})}
        return desk.people.save(child, (replace(person, **changes),))

    return ask


def _event(field: str) -> Ask:
    def ask(desk: Desk, child: Client, text: str) -> object:
        event = replace(desk.book.new_event(), name="Flood", end_source="posted")
        return desk.book.save_event(replace(event, **{field: text}))

    return ask


def _existing(field: str) -> Ask:
    def ask(desk: Desk, child: Client, text: str) -> object:
        changes: dict[str, Any] = {field: text}
        if field in ("reason", "seen"):
            grounds = {"reason": "asked", "seen": "order", field: text}
            changes = {"override": Override(by=desk.actor.id, **grounds), "who": Who.GRANDPARENT}
        return desk.consents.record_existing(existing(desk, child, **changes))

    return ask


def _other(desk: Desk, child: Client) -> Client:
    """The same person kept twice: saved once, and found by its number after that."""
    found = desk.people.find("TWICE-1")
    if found:
        return desk.people.file(found[0].id).client
    return desk.people.save(replace(child, id=desk.people.new().id, chart_no="TWICE-1"))


def _on_paper(ask: Callable[[Desk, ClientFile, str], object]) -> Ask:
    return lambda desk, child, text: ask(desk, desk.people.file(child.id), text)


TYPED: dict[str, Ask] = {
    **{f"client.{f}": _name(f) for f in ("last", "first", "middle")},
    **{
        f"client.{f}": _client(f)
        for f in (
            "gender", "phone", "email", "mother_first_name", "mother_maiden_name", "ethnicity",
            "chart_no", "immtrac2_id", "language",
        )
    },
    **{
        f"address.{f}": _address(f)
        for f in ("street", "unit", "city", "state", "zip_code", "county")
    },
    "client.race": lambda d, c, t: d.people.save(replace(c, race=(t,))),
    "client.former_names": lambda d, c, t: d.people.save(
        replace(c, former_names=(PersonName(last=t, first="X"),))
    ),
    **{f"responsible.{f}": _person(f) for f in ("last", "first", "relation", "phone", "email")},
    "identity.reason": lambda d, c, t: d.people.identity_change(c, t),
    "death.source": lambda d, c, t: d.people.record_death(c.id, d.today(), t),
    "search.outcome": lambda d, c, t: d.people.note_search(c.id, t, d.today()),
    "search.id": lambda d, c, t: d.people.note_search(c.id, "found", d.today(), t),
    "refer.note": lambda d, c, t: d.consents.refer(c.id, t),
    **{
        f"existing.{f}": _existing(f)
        for f in (
            "where", "signer_name", "relation", "revision", "affirmed_by", "language", "reason",
            "seen",
        )
    },
    "affirm.user": _on_paper(
        lambda d, f, t: d.consents.affirm(f.documents[0].id, d.today(), t)
    ),
    "invalidate.note": _on_paper(lambda d, f, t: d.consents.invalidate(f.documents[0].id, t)),
    "settle.seen": _on_paper(
        lambda d, f, t: d.consents.settle_conflict(f.client.id, f.documents[0].id, t, d.today())
    ),
    "undo.reason": _on_paper(lambda d, f, t: d.consents.undo(f.acts[0].act.id, t)),
    "task.note": _on_paper(lambda d, f, t: d.people.close_task(f.tasks[0].id, t)),
    "attach.what": _on_paper(lambda d, f, t: d.papers.attach(f.acts[0].act.id, t, scan())),
    "merge.reason": lambda d, c, t: d.people.merge(c.id, _other(d, c).id, t),
    "event.name": _event("name"),
    "event.end_source": _event("end_source"),
    "staff.name": lambda d, c, t: d.staff.add(t, d.actor.role, "nine herons over the marsh"),
    "staff.registry_user": lambda d, c, t: d.staff.add(
        "Nora", d.actor.role, "nine herons over the marsh", t
    ),
    "setting.key": lambda d, c, t: d.book.change_setting(t, 1),
    "setting.text": lambda d, c, t: d.book.change_setting("contacts.phone", t + t),
    "setting.list": lambda d, c, t: d.book.change_setting("lists.gender", [t]),
    "setting.folder": lambda d, c, t: d.book.change_setting("backup.folder", t + "\x00"),
    "setting.source": lambda d, c, t: d.book.change_setting("contacts.phone", "1", t),
    **SITE_TYPED,
    **AGREEMENT_TYPED,
    **DOSE_TYPED,
    **REGISTRY_TYPED,
}  # fmt: skip
"""Every field that somebody types into, through the desk."""


@pytest.mark.parametrize("field", list(TYPED))
def test_what_cannot_be_kept_is_refused_by_a_code_and_nothing_is_written(
    desk: Desk, child: Client, field: str
) -> None:
    _other(desk, child)
    desk.people.file(child.id)  # a look is logged once a minute
    last = desk.book.history(limit=1)[0].seq
    for text in IMPOSSIBLE:
        with pytest.raises(InputError) as refused:
            TYPED[field](desk, child, text)
        assert refused.value.field, ascii(text)
        assert text not in str(refused.value.facts.values())
    assert desk.book.history(limit=1)[0].seq == last


def _draft(desk: Desk, child: Client) -> ConsentDraft:
    draft = desk.consents.begin(child, Intent.JOIN, "en", despite=True)
    return replace(draft, who=Who.PARENT, signer_name="Eva Ruiz", relation="mother")


@pytest.mark.parametrize("text", IMPOSSIBLE, ids=ascii)
@pytest.mark.parametrize(
    "field",
    ["signer_name", "relation", "witness_name", "interpreter_name", "received_by"],
)
def test_a_draft_keeps_what_was_typed_and_says_what_is_wrong_beside_it(
    desk: Desk, child: Client, field: str, text: str
) -> None:
    draft = replace(_draft(desk, child), choice=Choice.GRANT, **{field: text})
    assessed = desk.consents.assess(draft)
    assert any(field.split("_")[0] in found.field for found in assessed.errors)
    assert not assessed.can_record
    with pytest.raises(DeskError):
        sign_on_screen(desk, draft)
    if "\ud800" not in text:
        desk.consents.keep(draft)
        assert desk.consents.resume(draft.id) == draft
        desk.consents.discard(draft.id)


def test_half_a_letter_cannot_be_kept_even_in_a_draft(desk: Desk, child: Client) -> None:
    """A lone surrogate has no bytes; a code says so, and not the interpreter."""
    draft = replace(_draft(desk, child), signer_name="a\ud800b")
    with pytest.raises(DeskError):
        desk.consents.keep(draft)


@pytest.mark.parametrize(
    "text",
    ["", "x", "|||||", "IMMTRAC-DESK/1|C-7|en|r|id|check", "IMMTRAC-DESK/1|\ud800|||||", "é" * 9],
)
def test_a_scan_of_anything_else_is_refused_by_a_code(desk: Desk, text: str) -> None:
    with pytest.raises(InputError) as refused:
        desk.papers.find_by_qr(text)
    assert refused.value.code.startswith("code.")


@pytest.mark.parametrize("text", ODD)
def test_what_is_known_of_a_site_is_kept_as_it_was_typed(desk: Desk, text: str) -> None:
    typed = {"name": f"Q{text}", "ownership": text, "hours": text, "street": text}
    site = replace(desk.roster.new_organization(), org_type="medical", **typed)
    kept = desk.roster.organization(desk.roster.save_organization(site).id)
    assert {name: getattr(kept, name) for name in typed} == {
        name: clean(value, name) for name, value in typed.items()
    }


@pytest.mark.parametrize("field", ["parse_date", "parse_phone"])
@given(text=st.text(max_size=30))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_day_or_a_telephone_or_is_refused(desk: Desk, field: str, text: str) -> None:
    code = ""
    try:
        assert getattr(desk.people, field)(text)
    except InputError as refused:
        code = refused.code
    assert code in ("", *CODES)


CODES = ("date.unreadable", "date.future", "date.too_old", "date.missing", "phone.invalid")


@given(text=st.text(max_size=60))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_may_be_searched(desk: Desk, text: str) -> None:
    found = desk.people.find(text)
    assert len({match.id for match in found}) == len(found)


LETTERS = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=["Cc", "Cf", "Cn"]),
    min_size=1,
    max_size=24,
)


@given(last=LETTERS, first=LETTERS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_the_sheet_can_print_is_kept_and_found(
    office: Office, last: str, first: str
) -> None:
    try:
        client = office.client(date(2014, 1, 2), name=PersonName(last=last, first=first))
    except InputError as refused:
        kept = None
        assert refused.code in ("client.name_missing", "text.zero_width")  # noqa: PT017
    else:
        kept = office.desk.people.file(client.id).client
    if kept is not None:
        text = clean(last, "f")
        assert kept.name == PersonName(last=text, first=clean(first, "f"))
        if any(c.isalpha() and unicodedata.category(c) != "Lm" for c in text):
            found = office.desk.people.find(f"{last} {first}", limit=500)
            assert kept.id in {match.id for match in found}


@pytest.mark.parametrize("text", IMPOSSIBLE, ids=ascii)
def test_who_saw_the_pen_is_a_text_like_any_other(office: Office, text: str) -> None:
    desk = office.desk
    draft = replace(_draft(desk, office.client()), choice=Choice.GRANT)
    printed = desk.consents.print_for_ink(draft)
    signature = Signature(manner=Manner.WET_INK, signed_on=desk.today(), seen_by=text)
    command = RecordConsent(draft=draft, signature=signature, print_id=printed.print.id)
    last = desk.book.history(limit=1)[0].seq
    with pytest.raises(DeskError) as refused:
        desk.consents.record(command)
    assert isinstance(refused.value, InputError)
    assert desk.book.history(limit=1)[0].seq == last
