"""What the client form knows: one client being added or corrected, and who looks alike."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.desk.pictures import LookAlike
from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import EventId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.values import Answer, Explicit, said
from immtrac_desk.errors import DeskError, InputError
from ui.presenters import client_fields
from ui.presenters.contacts import Contact, contact_of, field_of, person_of

SITE = "client.site_id"


class ClientFormPresenter:
    """`client` is always what would be saved; `problems` holds what was not understood."""

    def __init__(
        self,
        desk: Desk,
        client: Client,
        responsible: tuple[ResponsiblePerson, ...] = (),
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.desk = desk
        self.before = client
        self.client = client
        self.contacts = self.contacts_before = tuple(contact_of(p) for p in responsible)
        self.changed = changed
        self.problems: dict[str, DeskError] = {}
        self.alike: tuple[LookAlike, ...] = ()
        self._offered = ""
        self._look()

    @property
    def is_new(self) -> bool:
        return self.before.born_on == date.min

    def put(self, name: str, answer: Answer) -> None:
        """Put an answer into field `name`; a ZIP proposes its place, a phone is tidied."""
        if name in _OWN:
            _OWN[name](self, said(answer))
            return
        try:
            client = client_fields.with_answer(self.client, name, self._understood(name, answer))
        except InputError as problem:
            self._problem(name, problem)
            return
        self.problems.pop(name, None)
        self._take(self._with_place(client) if name == "client.address.zip_code" else client)

    def put_born_on(self, text: str) -> date | None:
        """Put the birth date as typed; return what was understood."""
        try:
            born_on = self.desk.people.parse_date(text) if text.strip() else date.min
        except InputError as problem:
            self._problem("client.born_on", problem)
            return None
        self.problems.pop("client.born_on", None)
        self._take(replace(self.client, born_on=born_on))
        return born_on if born_on != date.min else None

    def put_race(self, race: tuple[str, ...] | Explicit) -> None:
        self._take(replace(self.client, race=race))

    # -- what stands in the fields ---------------------------------------------------------

    def answer(self, name: str) -> Answer:
        if name == "client.name_as_written":
            return self.client.name_as_written
        if name == "client.language":
            return self.client.language
        if name == SITE:
            return self.client.site_id or ""
        return client_fields.answer_of(self.client, name)

    def born_on(self) -> date | None:
        return None if self.client.born_on == date.min else self.client.born_on

    def race(self) -> tuple[str, ...] | Explicit:
        return self.client.race

    def flag(self, name: str) -> bool:
        return bool(getattr(self.client, name.removeprefix("client.")))

    def put_as_written(self, text: str) -> None:
        try:
            self._take(client_fields.with_name_as_written(self.client, text))
        except InputError as problem:
            self._problem("client.name_as_written", problem)

    def put_flag(self, name: str, on: bool) -> None:
        """`client.contact_opt_out` or `client.guardianship_recorded`."""
        part = name.removeprefix("client.")
        changed: Client = replace(self.client, **{part: on})  # type: ignore[arg-type]
        self._take(changed)

    def put_birth_order(self, order: int | None) -> None:
        self._take(replace(self.client, birth_order=order))

    def put_language(self, language: str) -> None:
        self._take(replace(self.client, language=language))

    def put_site(self, site_id: str) -> None:
        self._take(client_fields.with_site(self.client, site_id))

    def accept_place(self) -> None:
        self._take(client_fields.accept_place(self.client))

    def put_contact(self, index: int, **parts: object) -> None:
        """Change one responsible person; an index past the end adds one."""
        contacts = list(self.contacts)
        if index >= len(contacts):
            last = said(self.client.name.last)
            made = self.desk.people.new_responsible(self.client.id)
            contacts.append(Contact(made.id, last=last, primary=not contacts))
        contacts[index] = replace(contacts[index], **parts)  # type: ignore[arg-type]
        for part in parts:
            self.problems.pop(field_of(index, part), None)
        self.contacts = tuple(contacts)
        self._offer_mother()
        self.changed()

    def _offer_mother(self) -> None:
        """Whoever is entered as the mother gives her first name, until another is typed."""
        named = [c.first.strip() for c in self.contacts if c.relation.strip().lower() in _MOTHER]
        if self.client.mother_first_name == self._offered:
            self._offered = named[0] if named else ""
            self.client = replace(self.client, mother_first_name=self._offered)

    def take_back(self, client: Client, contacts: tuple[Contact, ...]) -> None:
        """Put in, at once, what was kept of this form."""
        self.problems.clear()
        self.contacts = contacts
        self.client = client
        self._look()
        self.changed()

    def findings(self, field: str) -> tuple[Finding, ...]:
        """What looks mistyped; anything else of a client alone is refused, as in `problems`."""
        shapes = self.desk.people.assess_shapes(self.client)
        return tuple(finding for finding in shapes if finding.field == field)

    @property
    def can_save(self) -> bool:
        named = bool(self.client.name.shown) and self.born_on() is not None
        return named and not self.problems and may(self.desk.actor.role, "save_client")

    def save(self) -> Client:
        """Add or correct in one act. Raises DeskError; nothing typed is lost."""
        try:
            saved = self.desk.people.save(self.client, self._people())
        except InputError as problem:
            self._problem(self._place_of(problem), problem)
            raise
        self.before = self.client = saved
        return saved

    def save_identity(self, reason: str) -> Client:
        """After an adoption or a change by court: a new identity, and a task (E6)."""
        if not reason.strip():
            raise InputError("act_form.needed", "identity.reason")
        try:
            saved = self.desk.people.identity_change(self.client, reason)
        except InputError as problem:
            self._problem(problem.field, problem)
            raise
        self.before = self.client = saved
        return saved

    def put_events(self, events: tuple[str, ...]) -> None:
        """Disaster events with a dose, ticked by hand (DT-11.4)."""
        self._take(replace(self.client, disaster_events=tuple(EventId(e) for e in events)))

    def _take(self, client: Client) -> None:
        if client == self.client:
            return
        self.client = client
        self._look()
        self.changed()

    def _look(self) -> None:
        told = bool(self.client.name.shown) and self.client.born_on != date.min
        self.alike = self.desk.people.look_alikes(self.client) if told else ()

    def _understood(self, name: str, answer: Answer) -> Answer:
        if name == "client.phone" and isinstance(answer, str) and answer.strip():
            return self.desk.people.parse_phone(answer)
        return answer

    def _with_place(self, client: Client) -> Client:
        place = self.desk.people.place(said(client.address.zip_code))
        if place is None:
            return client
        return client_fields.with_place(client, place.city, place.county, place.state)

    def _problem(self, name: str, problem: DeskError) -> None:
        self.problems[name] = problem
        self.changed()

    def _people(self) -> tuple[ResponsiblePerson, ...]:
        parse = self.desk.people.parse_phone
        return tuple(
            person_of(contact, index, self.client.id, parse)
            for index, contact in enumerate(self.contacts)
            if contact.last.strip() or contact.first.strip()
        )

    def _place_of(self, problem: InputError) -> str:
        """The field on this form; the office names no row, but the letter that it refused."""
        letter = str(problem.facts.get("character", ""))[2:].split(" ")[0]
        part = problem.field.removeprefix("responsible.").removesuffix("_name")
        if part == problem.field or not letter:
            return problem.field
        for index, contact in enumerate(self.contacts):
            if chr(int(letter, 16)) in str(getattr(contact, part, "")):
                return field_of(index, part)
        return problem.field


_MOTHER = ("mother", "mom", "madre", "mamá")
_OWN: dict[str, Callable[[ClientFormPresenter, str], None]] = {
    "client.name_as_written": ClientFormPresenter.put_as_written,
    "client.language": ClientFormPresenter.put_language,
    SITE: ClientFormPresenter.put_site,
}
