"""Bad input of the site agreement: said beside its field in plain words, and nothing typed is
lost, also over a lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from immtrac_desk.domain.agreement import AgreementState, ApplicationState
from tests.desk.sites import Site, entered_site
from tests.journeys.at_the_agreement import PEOPLE, SITE, Manager
from tests.journeys.conftest import Counter
from tests.ui.rooms_agreement.at_an_application import state
from ui.views import file_pick

LONG = "Ñ" * 300
NO_PDF = b"MZ\x90\x00 this is a program, called agreement.pdf"
ENDS_FIRST = "The agreement would end before it begins. Please check both dates."


@pytest.fixture
def site(counter: Counter) -> Site:
    """A site in force since 31 January 2025, due 31 January 2027; today is 22 November 2026."""
    return entered_site(counter.office)


@pytest.fixture
def manager(counter: Counter, site: Site) -> Manager:
    return Manager(counter)


def over_the_lock(manager: Manager) -> None:
    """The desk is locked in the middle of it, and opened again at the agreement's page."""
    manager.lock()
    manager.unlock()
    manager.standing()


# -- a renewal that ends before it begins -----------------------------------------------------


def test_a_renewal_that_ends_before_it_begins(manager: Manager, site: Site) -> None:
    application = site.sent()
    manager.standing()
    manager.key("Ctrl+R")
    manager.press("DSHS approved it")
    manager.fill(due_on="11/21/2026", org_code="OAK2")
    manager.press("Note the approval")
    assert manager.said("due_on") == ENDS_FIRST
    over_the_lock(manager)
    manager.key("Ctrl+R")
    manager.press("DSHS approved it")
    manager.press("Go on")
    assert (manager.text("due_on"), manager.text("org_code")) == ("11/21/2026", "OAK2")
    manager.press("Note the approval")
    assert manager.said("due_on") == ENDS_FIRST
    assert state(manager.counter, application) is ApplicationState.SUBMITTED
    manager.fill(due_on="11/22/2028")
    manager.press("Note the approval")
    assert state(manager.counter, application) is ApplicationState.APPROVED


def test_an_agreement_one_already_has_that_ends_before_it_begins(counter: Counter) -> None:
    manager = Manager(counter)
    enter_existing(manager, approved_on="11/30/2025", due_on="11/29/2025")
    manager.press("Enter the agreement")
    assert manager.said("due_on") == ENDS_FIRST
    manager.lock()
    manager.unlock()
    manager.key("Ctrl+6")
    manager.press("Enter the agreement you already have")
    manager.press("Go on")
    assert (manager.text("name"), manager.text("due_on")) == ("Elm Clinic", "11/29/2025")
    assert counter.office.desk.roster.organizations() == ()
    manager.fill(due_on="11/29/2027")
    manager.press("Enter the agreement")
    manager.stands("In force", "DT-13.7", "")


# -- a signer who left before signing ----------------------------------------------------------


def test_a_signer_who_left_is_nobody_to_sign(manager: Manager, site: Site) -> None:
    application = site.begin()
    manager.standing()
    manager.key("Ctrl+R")
    manager.key("Ctrl+P")
    manager.fill(signed_on="11/21/2026", seen_by="Uma Vance")
    leaves(manager, "Vance, Nora", on="11/20/2026")
    manager.standing()
    manager.stands("Change due", "DT-13.4", "Go on with the application")
    assert "▲ The signer no longer holds the role: Vance, Nora" in manager.words()
    manager.key("Ctrl+R")
    manager.stands("Draft", "DT-12.5", "To the next open answer")
    assert "Nobody holds this role." in manager.words()
    assert state(manager.counter, application) is ApplicationState.DRAFT


def test_a_signer_of_later_did_not_sign_before(manager: Manager, site: Site) -> None:
    """DT-14: the day before the role begins is refused, the first day of it is not."""
    application = site.begin()
    leaves(manager, "Vance, Nora", on="11/20/2026")
    add_signer(manager, "Otto", since="11/21/2026")
    manager.standing()
    manager.key("Ctrl+R")
    manager.key("Ctrl+P")
    manager.fill(signed_on="11/20/2026", seen_by="Uma Vance")
    assert "This person was not the signer of the site on that day." in manager.words()
    manager.key("Ctrl+Return")
    assert state(manager.counter, application) is ApplicationState.READY_TO_SIGN
    over_the_lock(manager)
    manager.key("Ctrl+R")
    manager.press("On paper")
    manager.press("Go on")
    assert (manager.text("signed_on"), manager.text("seen_by")) == ("11/20/2026", "Uma Vance")
    manager.fill(signed_on="11/22/2026")
    assert "This person was not the signer of the site on that day." not in manager.words()
    manager.key("Ctrl+Return")
    assert state(manager.counter, application) is ApplicationState.SIGNED_NOT_SENT


def test_a_packet_printed_in_the_other_language_is_filed_after_the_lock(
    manager: Manager, site: Site
) -> None:
    application = site.begin()
    manager.standing()
    manager.key("Ctrl+R")
    manager.key("Ctrl+Shift+L")
    manager.key("Ctrl+P")
    assert manager.primaries() == ["File the signed packet"]
    over_the_lock(manager)
    manager.key("Ctrl+R")
    manager.press("On paper")
    assert manager.primaries() == ["File the signed packet"]
    manager.key("Ctrl+Return")
    (paper,) = manager.counter.office.desk.agreement.application(application).papers
    assert paper.language == "es"
    reprint = manager.counter.office.desk.agreement.reprint(paper.id)
    assert [reprint] == manager.counter.printed


# -- people ------------------------------------------------------------------------------------


def test_a_training_to_come(manager: Manager, site: Site) -> None:
    begin_training(manager)
    manager.fill(kind="hb300", on="11/23/2026", signed="yes")
    manager.press("Note the training")
    assert manager.said("on") == "This training is still to come. Please check the year."
    over_the_lock(manager)
    begin_training(manager)
    manager.press("Go on")
    assert manager.text("on") == "11/23/2026"
    manager.press("Note the training")
    assert manager.said("on") == "This training is still to come. Please check the year."
    assert manager.counter.office.desk.roster.person_file(site.user.id).trainings == ()
    manager.fill(on="11/22/2026")
    manager.press("Note the training")
    assert "Trained 22 Nov 2026" in manager.words()


def test_two_active_users_with_one_email_in_other_letter_case(manager: Manager, site: Site) -> None:
    shouted = site.user.email.upper()
    manager.standing()
    manager.press(PEOPLE)
    manager.open_person("Vance, Sal")
    manager.press("Correct")
    manager.fill(email=shouted, email_again=shouted, title="RN")
    manager.press("Save")
    assert manager.said("email").startswith("Another active user has this e-mail.")
    over_the_lock(manager)
    manager.press(PEOPLE)
    manager.open_person("Vance, Sal")
    manager.press("Correct")
    manager.press("Go on")
    assert (manager.text("email"), manager.text("title")) == (shouted, "RN")
    manager.press("Save")
    assert manager.said("email").startswith("Another active user has this e-mail.")
    own = "sal@elsewhere.example"
    manager.fill(email=own, email_again=own)
    manager.press("Save")
    assert own in manager.words()


def test_a_person_with_three_hundred_letters(manager: Manager, site: Site) -> None:
    manager.standing()
    manager.press(PEOPLE)
    manager.press("Add a person")
    manager.fill(first_name=LONG, last_name=LONG, email="eva@oak.example")
    manager.press("Save and give a role")
    assert manager.said("first_name").startswith(
        "Characters that ImmTrac2 takes here: 20; these are 300"
    )
    assert manager.said("last_name").startswith(
        "Characters that ImmTrac2 takes here: 30; these are 300"
    )
    over_the_lock(manager)
    manager.press(PEOPLE)
    manager.press("Add a person")
    manager.press("Go on")
    assert (manager.text("first_name"), manager.text("last_name")) == (LONG, LONG)
    assert len(manager.counter.office.desk.roster.people()) == 3


# -- answers -----------------------------------------------------------------------------------


def test_a_pin_typed_two_ways(manager: Manager, site: Site) -> None:
    application = site.begin()
    manager.standing()
    manager.key("Ctrl+R")
    manager.fill(tvfc="yes")
    manager.fill(tvfc_pin="447100")
    manager.key("Ctrl+S")
    manager.fill(tvfc_pin_again="447101")
    manager.key("Ctrl+S")
    assert manager.said("tvfc_pin_again") == "The two entries differ. Please type both again."
    manager.stands("Draft", "DT-12.5", "To the next open answer")
    over_the_lock(manager)
    manager.key("Ctrl+R")
    assert (manager.text("tvfc_pin"), manager.text("tvfc_pin_again")) == ("447100", "447101")
    assert manager.said("tvfc_pin_again") == "The two entries differ. Please type both again."
    manager.fill(tvfc_pin_again="447100")
    manager.key("Ctrl+S")
    assert state(manager.counter, application) is ApplicationState.READY_TO_SIGN


def test_a_pin_typed_two_ways_into_the_record(manager: Manager, site: Site) -> None:
    """DT-15.4, where no application asks for it: in the organization's own record."""

    def kept() -> str:
        return manager.counter.office.desk.roster.organization(site.organization.id).tvfc_pin

    manager.standing()
    manager.press(SITE)
    manager.fill(tvfc="yes")
    manager.fill(tvfc_pin="447100", tvfc_pin_again="447101")
    assert manager.said("tvfc_pin_again") == "The two entries differ. Please type both again."
    manager.press("Save")
    assert manager.said("tvfc_pin_again") == "The two entries differ. Please type both again."
    assert kept() == ""
    over_the_lock(manager)
    manager.press(SITE)
    manager.press("Go on")
    assert (manager.text("tvfc_pin"), manager.text("tvfc_pin_again")) == ("447100", "447101")
    manager.fill(tvfc_pin_again=" 447100 ")
    manager.press("Save")
    assert kept() == "447100"
    manager.press(SITE)
    manager.fill(hours="8 to 5")
    manager.press("Save")
    assert manager.counter.office.desk.roster.organization(site.organization.id).hours == "8 to 5"


def test_an_id_that_lost_its_zeros_in_an_application(manager: Manager, site: Site) -> None:
    application = site.begin()
    manager.standing()
    manager.key("Ctrl+R")
    manager.fill(tx_iis_id="1112000")
    over_the_lock(manager)
    manager.key("Ctrl+R")
    assert manager.text("tx_iis_id") == "1112000", "warned of, never changed by the program"
    assert "may have dropped the zeros in front: 0001112000?" in manager.said("tx_iis_id")
    assert state(manager.counter, application) is ApplicationState.READY_TO_SIGN


def test_an_id_that_lost_its_zeros_on_its_way_from_the_e_mail(manager: Manager, site: Site) -> None:
    """The approval is where the number is typed first."""
    site.sent()
    manager.standing()
    manager.key("Ctrl+R")
    manager.press("DSHS approved it")
    assert manager.said("tx_iis_id") == ""
    manager.fill(tx_iis_id="1112000")
    assert "may have dropped the zeros in front: 0001112000?" in manager.said("tx_iis_id")
    over_the_lock(manager)
    manager.key("Ctrl+R")
    manager.press("DSHS approved it")
    manager.press("Go on")
    assert "may have dropped the zeros in front: 0001112000?" in manager.said("tx_iis_id")
    manager.fill(tx_iis_id="0001112000")
    assert manager.said("tx_iis_id") == ""


@pytest.mark.parametrize("letters", [300, 301])
def test_an_organization_with_three_hundred_letters(
    manager: Manager, site: Site, letters: int
) -> None:
    """300 are kept, printed and signed whole; one more is refused, and kept in the draft too."""
    application = site.begin()
    manager.standing()
    manager.key("Ctrl+R")
    manager.fill(name="Ñ" * letters)
    over_the_lock(manager)
    manager.key("Ctrl+R")
    assert manager.text("name") == "Ñ" * letters
    fits = letters == 300
    assert ("301" in manager.said("name")) is not fits
    wanted = ApplicationState.READY_TO_SIGN if fits else ApplicationState.DRAFT
    assert state(manager.counter, application) is wanted


def test_a_record_with_three_hundred_and_one_letters(manager: Manager, site: Site) -> None:
    manager.standing()
    manager.press(SITE)
    manager.fill(name=f"{LONG}Ñ")
    manager.press("Save")
    assert "301" in manager.said("name")
    over_the_lock(manager)
    manager.press(SITE)
    manager.press("Go on")
    assert manager.text("name") == f"{LONG}Ñ"
    kept = manager.counter.office.desk.roster.organization(site.organization.id)
    assert kept.name == "Oak Street Clinic"


# -- files -------------------------------------------------------------------------------------


def test_a_pdf_that_is_no_pdf_beside_an_application(manager: Manager, site: Site) -> None:
    application = site.sent()
    manager.standing()
    manager.key("Ctrl+R")
    manager.press("Attach a file")
    manager.fill(what="agreement")
    manager.hand_file(NO_PDF)
    manager.press("Attach")
    assert "Only PDF, PNG and JPEG files" in manager.words()
    over_the_lock(manager)
    manager.key("Ctrl+R")
    manager.press("Attach a file")
    manager.press("Go on")
    assert "choose it again" in manager.notice
    manager.hand_file(manager.counter.office.desk.agreement.sheet(application, "en").pdf)
    manager.press("Attach")
    (file,) = manager.counter.office.desk.agreement.application(application).files
    assert file.what == "agreement"


def test_a_proof_of_training_that_is_no_pdf(manager: Manager, site: Site) -> None:
    begin_training(manager)
    manager.fill(kind="hb300", on="11/20/2026", signed="yes")
    manager.hand_file(NO_PDF)
    manager.press("Note the training")
    assert manager.file_said().startswith("Only PDF, PNG and JPEG files")
    assert manager.text("on") == "11/20/2026"
    assert manager.counter.office.desk.roster.person_file(site.user.id).trainings == ()


def test_the_agreement_one_already_has_as_a_pdf_that_is_none(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chosen by hand, under a name that promises what it is not."""
    place = tmp_path / "agreement.pdf"
    place.write_bytes(NO_PDF)
    monkeypatch.setattr(file_pick, "_ask_for_scan", lambda _: str(place))
    manager = Manager(counter)
    enter_existing(manager, approved_on="11/30/2025")
    manager.press("Choose a file")
    manager.press("Enter the agreement")
    assert manager.file_said().startswith("Only PDF, PNG and JPEG files")
    assert counter.office.desk.roster.organizations() == ()
    manager.lock()
    manager.unlock()
    manager.key("Ctrl+6")
    manager.press("Enter the agreement you already have")
    manager.press("Go on")
    manager.press("Enter the agreement")
    (entered,) = counter.office.desk.roster.organizations()
    assert counter.office.desk.agreement.standing(entered.id).state is AgreementState.CURRENT


# -- what a hand does ----------------------------------------------------------------------------


def enter_existing(manager: Manager, **days: str) -> None:
    """The page of the agreement one already has, filled in."""
    manager.key("Ctrl+6")
    manager.press("Enter the agreement you already have")
    manager.fill(**days, name="Elm Clinic", org_type="Medical practice or clinic", zip_code="78701")
    for index, first in enumerate(("Ana", "Beto")):
        facts = {"first_name": first, "last_name": "Lopez", "email": f"{first}@elm.example"}
        manager.fill(**{f"people.{index}.{name}": text for name, text in facts.items()})


def begin_training(manager: Manager) -> None:
    manager.standing()
    manager.press(PEOPLE)
    manager.open_person("Vance, Uma")
    manager.press("Note a training")


def leaves(manager: Manager, name: str, *, on: str) -> None:
    manager.standing()
    manager.press(PEOPLE)
    manager.open_person(name)
    manager.press("Left the clinic")
    manager.fill(on=on)
    manager.key("Ctrl+Return")


def add_signer(manager: Manager, first: str, *, since: str) -> None:
    email = f"{first.lower()}@oak.example"
    manager.press("Add a person")
    manager.fill(first_name=first, last_name="Vance", email=email, email_again=email, title="MD")
    manager.press("Save and give a role")
    for index, role in enumerate(("Responsible Medical Provider", "Prescriber")):
        if index:
            manager.press("Give a role")
        manager.fill(role=role, on=since)
        manager.press("Give the role")
