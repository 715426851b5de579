"""What the Clients room knows: the matches of what was typed, and a new client begun from it."""

import re
from dataclasses import replace
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.desk.papers import FoundPaper
from immtrac_desk.desk.pictures import ClientFile
from immtrac_desk.domain.client import Client, ClientMatch, PersonName, ResponsiblePerson
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.values import clean
from immtrac_desk.errors import DeskError, InputError
from ui.presenters import telling
from ui.wording import Wording

SCANNED = "IMMTRAC-DESK/"
"""What the code on every sheet begins with; a scanner types it like a keyboard."""


class ClientsPresenter:
    """Search as one types; `text` and `matches` are what the screen shows now."""

    def __init__(self, desk: Desk, tr: Wording) -> None:
        self.desk = desk
        self.tr = tr
        self.text = ""
        self.matches: tuple[ClientMatch, ...] = ()
        self.scanned: FoundPaper | None = None
        self.refused: DeskError | None = None

    def search(self, text: str) -> tuple[ClientMatch, ...]:
        """Find by name in any order, birth date, number, or what a scanner read."""
        self.text, self.scanned, self.refused = text.strip(), None, None
        if self.text.startswith(SCANNED):
            self.matches = self._scan()
        else:
            self.matches = self.desk.people.find(self.text) if self.text else ()
        return self.matches

    def _scan(self) -> tuple[ClientMatch, ...]:
        """A sheet's code: its client, and in `scanned` whether its draft still waits for ink."""
        try:
            self.scanned = self.desk.papers.find_by_qr(self.text)
        except DeskError as error:
            self.refused = error
            return ()
        if self.scanned.client_id is None:
            return ()
        client = self.desk.people.file(self.scanned.client_id).client
        return (
            ClientMatch(
                id=client.id,
                name=client.name,
                born_on=client.born_on,
                chart_no=client.chart_no,
                found_by="record_id",
            ),
        )

    def waiting_draft(self) -> ConsentDraft | None:
        """The draft whose printed sheet was scanned, if it is one's own and still open."""
        if self.scanned is None or self.scanned.draft_id is None:
            return None
        own = {kept.draft.id: kept.draft for kept in self.desk.consents.drafts()}
        return own.get(self.scanned.draft_id)

    def may_add(self) -> bool:
        return may(self.desk.actor.role, "save_client")

    def begin(self) -> Client:
        """A new client with what was typed already filled in: a date as birth date, else a name."""
        return begun_from(self.desk.people.new(), self.text, self._date_in(self.text))

    def sibling_of(self, file: ClientFile) -> tuple[Client, tuple[ResponsiblePerson, ...]]:
        """A brother or sister: the same last name, address, mother, language and people."""
        known, made = file.client, self.desk.people.new()
        client = replace(
            made,
            name=PersonName(last=known.name.last),
            address=known.address,
            phone=known.phone,
            mother_first_name=known.mother_first_name,
            mother_maiden_name=known.mother_maiden_name,
            race=known.race,
            ethnicity=known.ethnicity,
            language=known.language,
        )
        people = tuple(self._again(p, client) for p in file.responsible if p.until is None)
        return client, people

    def _again(self, person: ResponsiblePerson, client: Client) -> ResponsiblePerson:
        made = self.desk.people.new_responsible(client.id)
        return replace(person, id=made.id, client_id=client.id)

    def line(self, match: ClientMatch) -> tuple[str, str, str, str]:
        """Name, birth date and age, number, and why it was found if not by name."""
        today = self.desk.today()
        born = self.tr.short_date(match.born_on)
        age = telling.age_words(match.born_on, today, self.tr)
        why = "" if match.found_by == "name" else self.tr.say(f"clients.found_by.{match.found_by}")
        return match.name.shown, f"{born} · {age}", match.chart_no, why

    def _date_in(self, text: str) -> date | None:
        if not any(c.isdigit() for c in text):
            return None
        try:
            return self.desk.people.parse_date(text)
        except InputError:
            return None


_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def begun_from(client: Client, text: str, born_on: date | None) -> Client:
    """Fill `client` from what was typed into the search box; unprintable text is left out, and a
    year of birth beside a name, which is no birth date."""
    if born_on is not None:
        return replace(client, born_on=born_on)
    try:
        tidy = clean(text, "client.last_name")
    except InputError:
        return client
    tidy = " ".join(word for word in tidy.split() if not _YEAR.fullmatch(word))
    if not tidy or any(c.isdigit() for c in tidy):
        return client
    return replace(client, name=_name_from(tidy))


def _name_from(text: str) -> PersonName:
    """`Last, First` or `First Last`; one word is a last name."""
    if "," in text:
        last, _, first = (part.strip() for part in text.partition(","))
        return PersonName(last=last, first=first)
    first, _, last = text.rpartition(" ")
    return PersonName(last=last, first=first)
