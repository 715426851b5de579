"""What is half typed in a client form, and how it is put back over what is on file by now."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from immtrac_desk.domain.client import Client
from ui.presenters.client_form import ClientFormPresenter
from ui.presenters.contacts import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTyping:
    """The form as it was begun (`before`) and as it stands."""

    before: Client
    client: Client
    contacts_before: tuple[Contact, ...] = ()
    contacts: tuple[Contact, ...] = ()
    unread: Mapping[str, str] = field(default_factory=dict)
    """By field, text that could not be read yet, as half a birth date."""


def typing_of(form: ClientFormPresenter, unread: Mapping[str, str]) -> ClientTyping:
    """Return the form as it stands."""
    return ClientTyping(
        before=form.before,
        client=form.client,
        contacts_before=form.contacts_before,
        contacts=form.contacts,
        unread=dict(unread),
    )


def put_back(typed: ClientTyping, form: ClientFormPresenter) -> None:
    """Put what was typed into `form`.

    A new client comes back whole. Of a correction only what was typed over comes back, so that
    what a colleague corrected meanwhile stays.
    """
    if form.is_new:
        form.take_back(typed.client, typed.contacts)
        return
    contacts = form.contacts
    if typed.contacts != typed.contacts_before:
        on_file = {one.id: one.on_file for one in form.contacts}
        contacts = tuple(replace(c, on_file=on_file.get(c.id)) for c in typed.contacts)
    form.take_back(_over(form.client, typed.before, typed.client), contacts)


def _over(now: Client, before: Client, typed: Client) -> Client:
    changed: dict[str, Any] = {
        part.name: getattr(typed, part.name)
        for part in dataclasses.fields(Client)
        if part.name != "version" and getattr(typed, part.name) != getattr(before, part.name)
    }
    return replace(now, **changed)
