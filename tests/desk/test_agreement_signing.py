"""The packet read and signed: on the screen, with a pen, by whom, on which day, printed again."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pypdfium2
import pytest

from immtrac_desk.domain.agreement import ApplicationState, StepKind
from immtrac_desk.domain.site_person import SiteRole
from immtrac_desk.domain.words import Manner, Role
from immtrac_desk.errors import DeskError, InputError, RefusedError
from tests.desk.sites import Site, entered_site, hire, role_of
from tests.desk.test_papers import code_of
from tests.office import AUDITOR, Office
from tests.trust.day import scan

TODAY = date(2026, 11, 22)


@pytest.fixture
def site(office: Office) -> Site:
    return entered_site(office)


def text(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def in_ink(site: Site, application: Any, **changes: Any) -> Any:
    """Signed with a pen, seen by the supervisor; nothing was read on the screen."""
    wet: dict[str, Any] = {"manner": Manner.WET_INK, "strokes": (), "digest_read": ""}
    return site.sign(application, **(wet | {"seen_by": "Marta Robles"} | changes))


# -- on the screen ------------------------------------------------------------------------


def test_the_packet_is_filed_as_it_was_read_with_the_ink(office: Office, site: Site) -> None:
    application = site.begin()
    read = office.desk.agreement.sheet(application, "en")
    paper = site.sign(application)
    assert paper.digest_read == read.digest != paper.digest
    assert (paper.signer_name, paper.signer_title, paper.licence_no) == (
        "Nora Vance",
        "MD",
        "M1234",
    )
    assert (paper.signed_on, paper.language) == (TODAY, "en")
    filed = office.desk.agreement.reprint(paper.id)
    assert sha256(filed).hexdigest() == paper.digest
    assert len(text(filed)) == read.pages
    step = office.desk.agreement.application(application).steps[-1]
    assert (step.kind, step.paper_id, step.signer_id) == (
        StepKind.SIGNED,
        paper.id,
        site.signer.id,
    )


def test_the_same_answers_give_the_same_bytes_and_other_ones_others(
    office: Office, site: Site
) -> None:
    application = site.begin()
    first = office.desk.agreement.sheet(application, "en")
    office.clock.tick(days=1)
    assert office.desk.agreement.sheet(application, "en").pdf == first.pdf
    site.put(application, hours="8 to 5")
    assert office.desk.agreement.sheet(application, "en").pdf != first.pdf


def test_the_packet_speaks_both_languages_and_no_third(office: Office, site: Site) -> None:
    application = site.begin()
    english, spanish = (office.desk.agreement.sheet(application, tongue) for tongue in ("en", "es"))
    assert english.digest != spanish.digest
    assert site.sign(application, language="es", digest_read=spanish.digest).language == "es"
    with pytest.raises(InputError) as refused:
        office.desk.agreement.sheet(application, "fr")
    assert refused.value.code == "packet.language"


def test_a_sheet_that_changed_after_it_was_read_is_not_signed(office: Office, site: Site) -> None:
    application = site.begin()
    read = office.desk.agreement.sheet(application, "en")
    site.put(application, hours="8 to 5")
    with pytest.raises(RefusedError) as refused:
        site.sign(application, digest_read=read.digest)
    assert refused.value.code == "sheet.changed"


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"strokes": ()}, "signature", "signature.missing"),
        ({"strokes": (((9.0, 0.5, 0, 0.5),),)}, "signature", "signature.strokes"),
        ({"signed_on": TODAY - timedelta(1)}, "signed_on", "signature.not_today"),
        ({"signed_on": TODAY + timedelta(1)}, "signed_on", "date.future"),
        ({"manner": Manner.MARK}, "signature", "application.by_mark"),
        ({"manner": Manner.WET_INK, "seen_by": " "}, "seen_by", "signature.seen_by"),
    ],
)
def test_a_signature_that_cannot_be_is_refused_beside_its_field(
    office: Office, site: Site, changes: dict[str, Any], field: str, code: str
) -> None:
    application = site.begin()
    with pytest.raises(InputError) as refused:
        site.sign(application, **changes)
    assert (refused.value.field, refused.value.code) == (field, code)
    assert office.desk.agreement.papers(site.organization.id) == ()


def test_a_clinic_that_signs_on_paper_only_signs_packets_so(office: Office, site: Site) -> None:
    office.desk.book.change_setting("signing.mode", "paper_only")
    with pytest.raises(InputError) as refused:
        site.sign(site.begin())
    assert refused.value.code == "signature.paper_only"


def test_an_incomplete_application_is_neither_signed_nor_printed(
    office: Office, site: Site
) -> None:
    application = site.begin(intent=None, npi="12345")
    for attempt in (
        lambda: site.sign(application),
        lambda: office.desk.agreement.print_for_ink(application, "en"),
    ):
        with pytest.raises(RefusedError) as refused:
            attempt()
        assert refused.value.code == "application.incomplete"
        assert {getattr(f, "field", "") for f in refused.value.findings} == {"intent", "npi"}


def test_nobody_signs_twice_and_nobody_signs_what_was_sent(office: Office, site: Site) -> None:
    application = site.begin()
    site.sign(application)
    with pytest.raises(RefusedError) as refused:
        site.sign(application)
    assert refused.value.code == "application.signed_already"
    office.desk.agreement.send(application, TODAY, "Marta Robles")
    with pytest.raises(RefusedError) as refused:
        site.sign(application)
    assert refused.value.code == "application.not_editable"


# -- by whom (DT-14) ----------------------------------------------------------------------


@pytest.mark.parametrize(("left_on", "signs"), [(0, True), (-1, False), (1, True)])
def test_a_signer_signs_up_to_the_last_day_of_the_role(
    office: Office, site: Site, left_on: int, signs: bool
) -> None:
    """The day before, the day, and the day after: the last day is inclusive."""
    application = site.begin()
    office.desk.agreement.print_for_ink(application, "en")
    role = role_of(office, site.organization, site.signer.id, SiteRole.SIGNER)
    hire(office, site.organization, "Ned", (SiteRole.SIGNER,), TODAY + timedelta(2), title="MD")
    office.desk.roster.end_role(role, TODAY + timedelta(left_on))
    printed = office.desk.agreement.application(application)
    if signs:
        assert site.sign(application).signer_id == site.signer.id
        return
    assert {f.field for f in printed.findings if f.code == "question.missing"} == {"signer"}
    with pytest.raises(RefusedError) as refused:
        site.sign(application)
    assert "application." in refused.value.code


def test_a_person_without_the_role_does_not_sign(office: Office, site: Site) -> None:
    with pytest.raises(RefusedError) as refused:
        site.sign(site.begin(), signer_id=site.user.id)
    assert refused.value.code == "application.signer"
    assert [f.code for f in refused.value.findings] == ["signer.no_role_that_day"]


def test_a_signer_who_left_before_signing_is_refused_though_the_paper_is_there(
    office: Office, site: Site
) -> None:
    """Printed on the 22nd, the doctor left that day, and the paper is dated the 24th."""
    other = hire(office, site.organization, "Ned", (SiteRole.SIGNER,), TODAY, title="DO")
    application = site.begin()
    office.desk.agreement.print_for_ink(application, "en")
    office.clock.tick(days=2)
    office.desk.roster.left_clinic(site.signer.id, TODAY)
    with pytest.raises(RefusedError) as refused:
        in_ink(site, application, signed_on=TODAY + timedelta(2))
    assert refused.value.code == "application.signer"
    assert refused.value.findings[0].code == "signer.no_role_that_day"
    assert office.desk.agreement.application(application).signer_choices == (other,)


def test_a_title_outside_the_list_is_warned_of_and_kept(office: Office, site: Site) -> None:
    ned = hire(office, site.organization, "Ned", (SiteRole.SIGNER,), TODAY, title="Office manager")
    application = site.begin()
    said = office.desk.agreement.signer_findings(application, ned.id)
    assert "signer.title_not_listed" in {f.code for f in said}
    assert site.sign(application, signer_id=ned.id).signer_title == "Office manager"


# -- with a pen ---------------------------------------------------------------------------


def test_ink_files_the_very_bytes_that_were_printed_and_its_scan(
    office: Office, site: Site
) -> None:
    application = site.begin()
    printed = office.desk.agreement.print_for_ink(application, "en")
    office.clock.tick(days=3)
    paper = in_ink(site, application, signed_on=TODAY + timedelta(1), scan=scan())
    assert office.desk.agreement.reprint(paper.id) == printed
    assert paper.digest == paper.digest_read == sha256(printed).hexdigest()
    picture = office.desk.agreement.application(application)
    assert picture.state is ApplicationState.SIGNED_NOT_SENT
    assert [file.what for file in picture.files] == ["scan"]


@pytest.mark.parametrize(("signed_on", "code"), [(-1, "print.later"), (0, ""), (1, "")])
def test_nobody_signs_before_the_print(
    office: Office, site: Site, signed_on: int, code: str
) -> None:
    application = site.begin()
    office.desk.agreement.print_for_ink(application, "en")
    office.clock.tick(days=1)
    day = TODAY + timedelta(signed_on)
    if not code:
        assert in_ink(site, application, signed_on=day).signed_on == day
        return
    with pytest.raises(InputError) as refused:
        in_ink(site, application, signed_on=day)
    assert (refused.value.field, refused.value.code) == ("signed_on", code)


def test_ink_without_a_print_or_on_an_older_one_is_refused(office: Office, site: Site) -> None:
    application = site.begin()
    with pytest.raises(RefusedError) as refused:
        in_ink(site, application)
    assert refused.value.code == "print.missing"
    office.desk.agreement.print_for_ink(application, "en")
    site.put(application, hours="8 to 5")
    with pytest.raises(RefusedError) as refused:
        in_ink(site, application)
    assert refused.value.code == "print.stale"
    with pytest.raises(RefusedError):
        in_ink(site, application, language="es")


def test_a_scan_that_is_no_file_files_nothing(office: Office, site: Site) -> None:
    application = site.begin()
    office.desk.agreement.print_for_ink(application, "en")
    with pytest.raises(InputError) as refused:
        in_ink(site, application, scan=b"%PDF-")
    assert refused.value.field == "file"
    picture = office.desk.agreement.application(application)
    assert (picture.state, picture.papers) == (ApplicationState.READY_TO_SIGN, ())


# -- printed again ------------------------------------------------------------------------


def test_a_reprint_is_the_same_and_logged(office: Office, site: Site) -> None:
    paper = site.sign(site.begin())
    once, again = (office.desk.agreement.reprint(paper.id) for _ in range(2))
    assert once == again
    line = office.desk.book.history(limit=1)[0]
    assert (line.act, line.document_digest) == ("packet_reprinted", paper.digest)
    assert line.facts["agreement_paper"] == paper.id


@pytest.mark.parametrize(("language", "word"), [("en", "COPY"), ("es", "COPIA")])
def test_an_auditors_reprint_is_marked_on_every_page(
    office: Office, site: Site, language: str, word: str
) -> None:
    application = site.begin()
    read = office.desk.agreement.sheet(application, language)
    paper = site.sign(application, language=language, digest_read=read.digest)
    plain = office.desk.agreement.reprint(paper.id)
    desk = office.as_(AUDITOR, Role.AUDITOR)
    copy = desk.agreement.reprint(paper.id)
    assert desk.agreement.reprint(paper.id) == copy
    assert all(word in page for page in text(copy))
    assert not any(word in page for page in text(plain))
    for page, marked in zip(text(plain), text(copy), strict=True):
        assert marked.replace(word, "").split() == page.split()


def test_a_scanned_packet_leads_to_its_application(office: Office, site: Site) -> None:
    application = site.begin()
    code = code_of(office.desk.agreement.reprint(site.sign(application).id))
    assert office.desk.papers.find_by_qr(code).application_id == application
    with pytest.raises(InputError):
        office.desk.papers.find_by_qr(code.replace("|en|", "|es|"))


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp;</b>",
        "{0.__class__}",
        "%s%n",
        "../../x",
        "Nguyễn Thị Mỹ Hường",
        "'); DROP TABLE x;--",
    ],
)
def test_odd_text_is_kept_and_printed_as_it_was_typed(
    office: Office, site: Site, text: str
) -> None:
    application = site.begin(hours=text, ownership=text)
    assert office.desk.agreement.application(application).application.answers["hours"] == text
    assert site.sign(application).signer_name == "Nora Vance"


def test_an_unknown_packet_is_said_to_be_unknown(office: Office) -> None:
    with pytest.raises(DeskError) as refused:
        office.desk.agreement.reprint("NOBODY")  # type: ignore[arg-type]
    assert refused.value.code == "agreement_paper.unknown"
