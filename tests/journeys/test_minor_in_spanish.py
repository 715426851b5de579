"""A minor's consent in Spanish, signed on the screen by the mother, recorded and affirmed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from immtrac_desk.bootstrap import NewVault, Surroundings, create_vault
from immtrac_desk.domain.client import PersonName
from immtrac_desk.domain.words import Choice, Status
from tests.journeys.conftest import Counter
from tests.office import BOSS, CHEAP, PASSPHRASE, Clock, Office
from tests.seen import signed_paper
from ui.machine import Machine
from ui.presenters.shell_doors import PRACTICE_NAME, PRACTICE_WORD, Doors
from ui.shell.main_window import MainWindow
from ui.views.client import ClientView
from ui.views.clients import ClientsView
from ui.views.consent import ConsentView
from ui.views.signer import SignerView
from ui.widgets.words import Said
from ui.wording import Wording, tr


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def begin_new_client(counter: Counter) -> ConsentView:
    clients = counter.go("clients")
    assert isinstance(clients, ClientsView)
    counter.type_in(clients.line, "Nguyễn, Thị Mỹ Hường")
    clients._enter()
    form = clients.form
    assert form is not None
    fields = form.set.fields
    assert fields["client.last_name"].value() == "Nguyễn"  # type: ignore[attr-defined]
    counter.type_in(fields["client.born_on"], "3/10/2015")
    fields["client.gender"].button("female").click()  # type: ignore[attr-defined]
    counter.type_in(fields["client.address.street"], "12 Oak Street")
    counter.type_in(fields["client.address.zip_code"], "78701")
    counter.type_in(fields["client.phone"], "5125550142")
    counter.type_in(fields["client.mother_first_name"], "Lan")
    counter.type_in(fields["client.mother_maiden_name"], "Trần")
    fields["client.race"].box("asian").click()  # type: ignore[attr-defined]
    fields["client.ethnicity"].button("not_hispanic").click()  # type: ignore[attr-defined]
    form.begin()
    room = counter.room
    assert isinstance(room, ConsentView)
    return room


def hand_over(counter: Counter, room: ConsentView) -> SignerView:
    room.hand()
    signer = counter.room
    assert isinstance(signer, SignerView)
    return signer


def give_back(counter: Counter, signer: SignerView) -> ConsentView:
    signer.back.passphrase.setText(PASSPHRASE)
    signer.back.check()
    counter.settle()
    room = counter.room
    assert isinstance(room, ConsentView)
    return room


def test_from_an_unknown_name_to_an_affirmed_consent(counter: Counter) -> None:
    room = begin_new_client(counter)
    assert room.consent is not None
    address = room.consent.draft.client.address
    assert (address.city, address.county, address.place_from_zip) == ("Austin", "Travis", True)
    assert room.consent.draft.client.phone == "(512) 555-0142"
    room.consent.accept_place()
    room.consent.put("signer.name", "Lan Trần")
    room.consent.choose_capacity("mother")
    room.sheet.languages.buttons["es"].click()  # type: ignore[union-attr]
    assert room.consent.draft.relation == "madre"

    signer = hand_over(counter, room)
    assert not counter.inside.sidebar.isVisible()
    assert signer.presenter is not None
    assert signer.presenter.choice is None
    assert signer.pad.locked
    signer.choices[Choice.GRANT].click()
    assert not signer.pad.locked
    assert "SÍ doy mi consentimiento" in signer.meaning.text()
    counter.draw_on(signer.pad)
    signer.done.click()
    room = give_back(counter, signer)
    assert counter.inside.sidebar.isVisible()

    assert room.consent is not None
    assert room.consent.can_record
    counter.act("record")
    client = counter.room
    assert isinstance(client, ClientView)
    assert client.presenter is not None
    file = client.presenter.file
    assert file.standing.status is Status.SIGNED_TO_AFFIRM
    paper = file.documents[0]
    assert (paper.language, paper.relation, paper.signer_name) == ("es", "madre", "Lan Trần")
    assert "Nguyễn" in text_of(counter.office.desk.papers.pdf(paper.id))

    counter.act("affirm")
    assert client.form is not None
    counter.type_in(client.form.editors["registry_user"], "mrobles")  # type: ignore[arg-type]
    counter.act("record")
    counter.settle()
    assert client.presenter.file.standing.status is Status.CONSENTED_MINOR
    assert "kept until 10 Mar 2041" in client.head.banner.accessibleName()


def test_the_practice_band_speaks_the_signer_s_language_while_they_have_the_screen(
    counter: Counter,
) -> None:
    """A vault that is no practice hides the band; its words are the same."""
    (words,) = counter.inside.band.findChildren(Said)
    english, spanish = (Wording(each).say("shell.practice") for each in ("en", "es"))
    room = ready_for_signature(counter)
    assert room.consent is not None
    room.consent.choose_language("es")
    assert words.text() == english
    signer = hand_over(counter, room)
    assert words.text() == spanish
    counter.window.looks.speak("en")
    assert words.text() == spanish, "a language picked here is the clerk's, for later"
    give_back(counter, signer)
    assert words.text() == english
    assert tr.language == "en"


def test_the_signer_sees_one_sheet_and_no_list_of_anybody(counter: Counter) -> None:
    counter.office.client(date(2014, 1, 2), name=PersonName(last="Whitfield", first="Child"))
    signer = hand_over(counter, ready_for_signature(counter))
    shown = " ".join(w.text() for w in signer.findChildren(type(signer.meaning)))  # type: ignore[attr-defined]
    assert "Whitfield" not in shown + signer.preview.text()
    counter.act("clients")
    assert counter.room is signer
    counter.act("palette")
    assert not counter.inside.palette_pane.isVisible()


def test_a_wrong_passphrase_keeps_the_desk_closed(counter: Counter) -> None:
    signer = hand_over(counter, ready_for_signature(counter))
    signer.give_back()
    signer.back.passphrase.setText("not the passphrase at all")
    signer.back.check()
    counter.settle()
    assert counter.room is signer
    assert signer.back.wrong.text()


def test_given_back_unsigned_the_choice_is_open_again(counter: Counter) -> None:
    signer = hand_over(counter, ready_for_signature(counter))
    signer.choices[Choice.DECLINE].click()
    signer.give_back()
    room = give_back(counter, signer)
    assert room.consent is not None
    assert room.consent.draft.choice is None
    assert not room.consent.can_record


def test_another_choice_lets_go_of_the_ink(counter: Counter) -> None:
    signer = hand_over(counter, ready_for_signature(counter))
    signer.choices[Choice.GRANT].click()
    counter.draw_on(signer.pad)
    assert signer.done.isEnabled()
    signer.choices[Choice.DECLINE].click()
    assert signer.pad.is_empty()
    assert not signer.done.isEnabled()


def test_a_change_after_the_signature_lets_go_of_it(counter: Counter) -> None:
    signer = hand_over(counter, ready_for_signature(counter))
    signer.choices[Choice.GRANT].click()
    counter.draw_on(signer.pad)
    signer.done.click()
    room = give_back(counter, signer)
    assert room.consent is not None
    assert room.consent.can_record
    room.consent.put("client.address.street", "14 Oak Street")
    assert not room.consent.can_record
    counter.act("record")
    assert counter.room is room


def ready_for_signature(counter: Counter) -> ConsentView:
    """A known client of eleven whose mother stands at the counter."""
    client = counter.office.client(date(2015, 3, 10))
    room = counter.go("consent", client_id=client.id)
    assert isinstance(room, ConsentView)
    assert room.consent is not None
    room.consent.put("signer.name", "María García")
    room.consent.choose_capacity("mother")
    return room


def test_a_day_that_is_too_late_says_so_before_the_act(counter: Counter) -> None:
    client = counter.office.client(date(2008, 11, 22))
    counter.office.clock.on(date(2026, 11, 21))
    signed_paper(counter.office.desk, client, date(2026, 11, 20))
    view = counter.go("client", client_id=client.id)
    assert isinstance(view, ClientView)
    counter.act("affirm")
    assert view.form is not None
    day = view.form.editors["on"]
    assert not day.findings  # type: ignore[union-attr]
    counter.office.clock.on(date(2026, 11, 22))
    counter.type_in(day, "11/22/2026")  # type: ignore[arg-type]
    assert day.findings, "the 18th birthday itself is too late (DT-4.2, E2)"  # type: ignore[union-attr]
    counter.type_in(day, "11/21/2026")  # type: ignore[arg-type]
    assert not day.findings  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "told"), [(PRACTICE_NAME, True), (BOSS, False)])
def test_the_word_of_the_practice_clinic_stands_where_the_screen_is_taken_back(
    tmp_path: Path, qapp: QApplication, name: str, told: bool
) -> None:
    """Nobody was told it at a door: who practises would stand before a locked screen."""
    new = NewVault(
        path=tmp_path / "vault",
        clinic="Oak Street Clinic",
        registered=True,
        staff_name=name,
        passphrase=PASSPHRASE,
        backup_folder=str(tmp_path / "copies"),
        practice=True,
    )
    around = Surroundings(clock=Clock(), cost=CHEAP)
    desk, _ = create_vault(new, around)
    window = MainWindow(Doors(around), Machine(), remember=lambda _: None)
    window.enter(desk, new.path)
    counter = Counter(Office(new.path, Clock(), desk), window, qapp)
    room = begin_new_client(counter)
    assert room.consent is not None
    room.consent.put("signer.name", "Lan Trần")
    room.consent.choose_capacity("mother")
    hint = hand_over(counter, room).back.hint
    assert (PRACTICE_WORD in hint.text()) is told
    assert hint.isHidden() is not told
    window._ready_to_close = True
    window.close()
    window.deleteLater()
    counter.settle()
