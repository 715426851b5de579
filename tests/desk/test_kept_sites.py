"""Sites kept for the doses: read once, and again after any act that may have changed them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from immtrac_desk.desk.kept_sites import KeptSites
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.store.unit_of_work import UnitOfWork
from tests.desk.dosing import enter
from tests.desk.sites import entered_site
from tests.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return open_office(tmp_path)


def test_an_act_about_a_client_leaves_the_sites_as_they_were_read(office: Office) -> None:
    desk, client = office.desk, office.client()
    desk.doses.of_client(client.id)
    read = desk.doses.sites._ground
    enter(office, client)
    desk.doses.of_client(client.id)
    assert read is not None
    assert desk.doses.sites._ground is read


def test_a_new_site_and_a_new_disaster_are_known_at_once(office: Office) -> None:
    desk, client = office.desk, office.client()
    desk.doses.of_client(client.id)
    site = entered_site(office)
    desk.doses.of_client(client.id)
    ground = desk.doses.sites._ground
    assert ground is not None
    assert site.organization.id in ground.organizations
    event = desk.book.save_event(replace(desk.book.new_event(), name="Flood"))
    desk.doses.of_client(client.id)
    assert desk.doses.sites._ground is not None
    assert event.id in desk.doses.sites._ground.events


def test_what_was_read_while_an_act_came_between_is_not_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptSites()

    def between(uow: UnitOfWork) -> object:
        kept.hear(Changes(settings=True))
        return object()

    monkeypatch.setattr("immtrac_desk.desk.kept_sites.site_ground", between)
    office.desk.corridor.read(kept.ground)
    assert kept._ground is None


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        (Changes(clients=frozenset({ClientId("a")})), True),
        (Changes(answers=True), True),
        (Changes(settings=True), False),
        (Changes(), False),
    ],
)
def test_only_what_may_touch_a_site_has_them_read_again(
    office: Office, changes: Changes, kept: bool
) -> None:
    sites = KeptSites()
    read = office.desk.corridor.read(sites.ground)
    sites.hear(changes)
    assert (sites._ground is read) is kept
