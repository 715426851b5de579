"""A whole life of a site agreement in the real window: registered, approved, changed, renewed,
returned, corrected, approved, overdue. The desk is asked for nothing that is not on the screen."""

from __future__ import annotations

from datetime import date, timedelta

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.journeys.at_the_agreement import PEOPLE, Manager
from tests.journeys.conftest import Counter
from ui.views.entry_card import EntryCard

APPROVED, RENEWED, RETURNED = date(2026, 12, 1), date(2027, 3, 2), date(2027, 3, 20)
APPROVED_AGAIN, DUE = date(2027, 4, 5), date(2029, 4, 5)
"""The office's clock begins on 22 November 2026."""


def test_from_registration_to_overdue(counter: Counter) -> None:
    manager = Manager(counter)
    register(manager)
    name_the_people(manager)
    sign_on_the_screen(manager)
    copy_into_the_portal(manager)
    approve_the_registration(manager)
    hire_a_prescriber(manager)
    renew(manager)
    sign_on_paper(manager)
    hear_that_it_was_returned(manager)
    correct_and_sign_anew(manager)
    approve_the_renewal(manager)
    let_two_years_go_by(manager)


def register(manager: Manager) -> None:
    manager.key("Ctrl+6")
    assert manager.primaries() == ["Enter the agreement you already have"]
    manager.press("Register a new organization")
    manager.fill(
        name="Live Oak Clinic",
        org_type="Medical practice or clinic",
        street="12 Oak Street",
        zip_code="78701",
        phone="(512) 555-2342",
        tvfc="no",
        npi="1234567893",
        tin="12-3456789",
    )
    manager.press("Save and begin the registration")
    manager.stands("Draft", "DT-12.5", "To the next open answer")
    assert (manager.text("city"), manager.text("zip_code")) == ("Austin", "78701")
    manager.fill(intent="both", filled_in_by="Marta Robles", manner_of_usage="look_up consents")
    manager.key("Ctrl+S")
    assert "Still open: 3" in manager.words(), "the signer, the contact and the users"


def name_the_people(manager: Manager) -> None:
    manager.key("Ctrl+6")
    manager.stands("No agreement", "DT-13.2", "Go on with the application")
    manager.press(PEOPLE)
    add(
        manager,
        "Nora",
        "Vance",
        "Responsible Medical Provider",
        "Prescriber",
        title="MD",
        licence_no="M1234",
    )
    add(manager, "Uma", "Reyes", "User, full access", hired_on="11/01/2026")
    train(manager, "hb300", "11/20/2026")
    add(manager, "Sal", "Ortiz", "Point of contact")
    train(manager, "supervisor", "11/20/2026")
    give(manager, "Provider supervisor")
    assert [cells[:2] for cells in manager.list_of_people()] == [
        ["Responsible Medical Provider", "Vance, Nora · MD"],
        ["Point of contact", "Ortiz, Sal"],
        ["Prescriber", "Vance, Nora · MD"],
        ["Provider supervisor", "Ortiz, Sal"],
        ["User, full access", "Reyes, Uma"],
    ]
    manager.standing()
    manager.stands("No agreement", "DT-13.2", "Have it signed")


def sign_on_the_screen(manager: Manager) -> None:
    manager.key("Ctrl+R")
    manager.stands("Ready to sign", "DT-12.6", "Sign")
    manager.key("Ctrl+Return")
    manager.draw()
    assert manager.primaries() == ["File the signed packet"]
    manager.key("Ctrl+Return")
    manager.stands("Signed, not sent", "DT-12.7", "It was sent")


def copy_into_the_portal(manager: Manager) -> None:
    """Every answer goes over the clipboard; the desk is locked in the middle of it."""
    copied = copy(manager, 20)
    assert "20 of 46" in manager.words()
    manager.lock()
    assert QGuiApplication.clipboard().text() == ""
    manager.unlock()
    manager.standing()
    manager.stands("No agreement", "DT-13.2", "Enter it in the portal and note that it was sent")
    manager.key("Ctrl+R")
    assert "20 of 46" in manager.words()
    copied += copy(manager, 26)
    assert "46 of 46" in manager.words()
    assert {"Registration", "Live Oak Clinic", "1234567893", "nora@oak.example"} <= set(copied)
    assert "User, full access" in copied, "the kind of account of each user"
    manager.key("Ctrl+Return")
    manager.fill(confirmation_no="C-4471")
    manager.key("Ctrl+Return")
    manager.stands("Sent, no answer yet", "DT-12.4", "DSHS approved it")


def approve_the_registration(manager: Manager) -> None:
    manager.on(APPROVED)
    manager.standing()
    manager.stands("No agreement", "DT-13.2", "Enter the answer of DSHS")
    manager.key("Ctrl+R")
    manager.key("Ctrl+Return")
    manager.fill(org_code="LIVE1", tx_iis_id="0000447100")
    manager.press("Note the approval")
    assert "Approved" in manager.words()
    manager.standing()
    manager.stands("In force", "DT-13.7", "")
    assert "TX IIS ID 0000447100" in manager.words(), "with its zeros"
    assert "Due 1 December 2028, approved 1 Dec 2026" in manager.words()
    assert "Nothing differs from what it says." in manager.words()


def hire_a_prescriber(manager: Manager) -> None:
    manager.on(RENEWED)
    manager.standing()
    manager.press(PEOPLE)
    add(manager, "Ada", "Okafor", title="NP", licence_no="N77")
    manager.fill(role="Prescriber", on="03/01/2027")
    manager.press("Give the role")
    manager.standing()
    manager.stands("Change due", "DT-13.4", "Begin the change")
    assert "▲ Prescriber added: Okafor, Ada" in manager.words()
    assert "since 1 Mar 2027" in manager.words()


def renew(manager: Manager) -> None:
    """The renewal form is also the change form: what was approved stands there, and who is new."""
    manager.press("Begin the renewal")
    manager.stands("Ready to sign", "DT-12.6", "Sign")
    assert "Okafor, Ada" in manager.words()
    assert manager.text("tx_iis_id") == "0000447100"
    assert manager.mark_of("street") == "carried over"
    manager.fill(street="99 Live Oak Avenue")
    manager.key("Ctrl+S")
    assert manager.mark_of("street") == "changed"
    assert "Was: 12 Oak Street." in manager.words()
    assert manager.mark_of("city") == "carried over"


def sign_on_paper(manager: Manager) -> None:
    counter = manager.counter
    manager.key("Ctrl+P")
    (printed,) = counter.printed
    assert "99 Live Oak Avenue" in text_of(printed)
    assert "Printed. When it comes back signed, file it here." in manager.words()
    assert manager.text("seen_by") == "Marta Robles"
    assert manager.primaries() == ["File the signed packet"]
    manager.key("Ctrl+Return")
    manager.stands("Signed, not sent", "DT-12.7", "It was sent")
    manager.key("Ctrl+Return")
    manager.key("Ctrl+Return")
    manager.stands("Sent, no answer yet", "DT-12.4", "DSHS approved it")
    manager.press("Print a copy")
    assert counter.printed[1] == printed, "the same bytes that were signed"
    manager.standing()
    manager.stands("Change due", "DT-13.4", "Enter the answer of DSHS")


def hear_that_it_was_returned(manager: Manager) -> None:
    manager.on(RETURNED)
    manager.standing()
    manager.key("Ctrl+R")
    manager.press("DSHS returned it")
    manager.press("Note the return")
    assert manager.said("reason"), "a return has its reason"
    manager.fill(reason="The suite is missing")
    manager.press("Note the return")
    manager.stands("Returned · Signed, not sent", "DT-12.7", "Entry card")
    assert "DSHS returned it: “The suite is missing”." in manager.words()


def correct_and_sign_anew(manager: Manager) -> None:
    manager.press("Edit and drop the signature")
    manager.fill(unit="Suite 4")
    manager.key("Ctrl+S")
    manager.stands("Returned · Ready to sign", "DT-12.6", "Sign")
    manager.press("Record")
    assert "Signature dropped by an edit" in manager.words()
    assert "This signature no longer counts." in manager.words()
    manager.press("Print a copy")
    assert manager.counter.printed[2] == manager.counter.printed[0], "the former print is kept"
    manager.press("Answers")
    manager.key("Ctrl+Return")
    manager.draw()
    manager.key("Ctrl+Return")
    manager.stands("Returned · Signed, not sent", "DT-12.7", "It was sent")
    manager.key("Ctrl+Return")
    manager.key("Ctrl+Return")
    manager.stands("Sent, no answer yet", "DT-12.4", "DSHS approved it")
    assert manager.words().count("Sent to DSHS") == 2
    assert manager.words().count("Packet signed") == 2


def approve_the_renewal(manager: Manager) -> None:
    manager.on(APPROVED_AGAIN)
    manager.standing()
    manager.stands("Change due", "DT-13.4", "Enter the answer of DSHS")
    manager.key("Ctrl+R")
    manager.key("Ctrl+Return")
    assert manager.text("tx_iis_id") == "0000447100"
    manager.press("Note the approval")
    manager.standing()
    manager.stands("In force", "DT-13.7", "")
    assert "Due 5 April 2029, approved 5 Apr 2027" in manager.words()
    assert "Nothing differs from what it says." in manager.words()
    assert "Okafor, Ada (NP); Vance, Nora (MD)" in manager.words(), "the prescribers it names"


def let_two_years_go_by(manager: Manager) -> None:
    manager.on(DUE)
    manager.standing()
    manager.stands("Due now", "DT-13.5", "Begin the renewal")
    assert "Due today" in manager.words()
    manager.on(DUE + timedelta(days=1))
    assert "Site agreement overdue" in manager.words(), "Today says it first"
    manager.standing()
    manager.stands("Overdue", "DT-13.3", "Begin the renewal")
    assert "1 day overdue" in manager.words()


def add(manager: Manager, first: str, last: str, *roles: str, **facts: str) -> None:
    """Add a person in the list; without roles the form that gives one stays open."""
    manager.press("Add a person")
    email = f"{first.lower()}@oak.example"
    manager.fill(first_name=first, last_name=last, email=email, email_again=email, **facts)
    manager.press("Save and give a role")
    for index, role in enumerate(roles):
        give(manager, role, opened=not index)


def give(manager: Manager, role: str, *, opened: bool = False) -> None:
    if not opened:
        manager.press("Give a role")
    manager.fill(role=role)
    manager.press("Give the role")


def train(manager: Manager, kind: str, on: str) -> None:
    manager.press("Note a training")
    manager.fill(kind=kind, on=on, signed="yes")
    manager.press("Note the training")


def copy(manager: Manager, rows: int) -> list[str]:
    """Go down the entry card with Enter; what was on the clipboard after each."""
    (card,) = manager.in_sight(EntryCard)
    manager.counter.front()
    card.table.setFocus()
    copied = []
    for _ in range(rows):
        QTest.keyClick(card.table, Qt.Key.Key_Return)
        copied.append(QGuiApplication.clipboard().text())
    return copied


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in pages)
