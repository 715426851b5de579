"""One short story per status: what a client's file must have seen to show it (DT-5)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from immtrac_desk.desk import Desk
from immtrac_desk.domain.client import Client, PersonName
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.words import Choice, FormKind, Scope, Source, Status, Who
from immtrac_desk.practice.invented import Inventor
from immtrac_desk.practice.signing import decline_on_screen
from immtrac_desk.services.existing_seen import RecordExisting

REGISTRY_USER = "practice.user"


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells stories at one desk with one inventor."""

    desk: Desk
    invent: Inventor
    since: int = 0
    """Days ago on which it is told: nothing in it may be later."""
    sites: tuple[OrganizationId, ...] = ()
    """Where the clients are seen."""

    def client(self, years: int) -> Client:
        """Add an invented client of that age, with a parent to ask if they are a minor."""
        invented = self.invent.client(self.desk.people.new(), years)
        site = OrganizationId(self.invent.pick(self.sites)) if self.sites else None
        made = self.desk.people.save(replace(invented, site_id=site))
        if years < 18:
            parent = self.desk.people.new_responsible(made.id)
            name = PersonName(last=made.name.last, first=made.mother_first_name)
            parent = replace(parent, name=name, relation="mother", primary=True, phone=made.phone)
            made = self.desk.people.save(made, (parent,))
        return made

    def paper(self, client: Client, form: FormKind, signed_on: date, **more: object) -> Document:
        """Record a paper signed earlier: by the mother for a minor, else by the client."""
        minor = form is FormKind.MINOR
        signer = self.mother(client) if minor else client.name.shown
        known: dict[str, object] = {
            "client_id": client.id,
            "form": form,
            "signed_on": signed_on,
            "source": Source.PAPER,
            "where": "practice chart",
            "signer_name": signer,
            "who": Who.PARENT if minor else Who.SELF,
            "relation": "mother" if minor else "self",
            "language": client.language,
        }
        command = RecordExisting(**(known | more))  # type: ignore[arg-type]
        return self.desk.consents.record_existing(command)

    def mother(self, client: Client) -> str:
        return f"{client.mother_first_name} {client.name.last}"

    def affirm(self, paper: Document, on: date) -> None:
        self.desk.consents.affirm(paper.id, on, REGISTRY_USER)

    def ago(self, least: int, most: int) -> date:
        """A day between so many days before today, and before the story is told."""
        earliest = max(least, self.since + 1)
        return self.invent.today - self.invent.days(earliest, max(most, earliest))


def none_minor(tell: Teller) -> Client:
    return tell.client(9)


def none_adult(tell: Teller) -> Client:
    return tell.client(44)


def declined(tell: Teller) -> Client:
    client = tell.client(6)
    decline_on_screen(tell.desk, client, tell.mother(client))
    return client


def waiting(tell: Teller) -> Client:
    client = tell.client(5)
    tell.paper(client, FormKind.MINOR, tell.ago(2, 9))
    return client


def consented_minor(tell: Teller) -> Client:
    signed_on = tell.ago(100, 400)
    client = tell.client(11)
    tell.affirm(tell.paper(client, FormKind.MINOR, signed_on), signed_on + timedelta(days=1))
    return client


def consented_adult(tell: Teller) -> Client:
    signed_on = tell.ago(60, 600)
    client = tell.client(37)
    tell.affirm(tell.paper(client, FormKind.ADULT, signed_on), signed_on)
    return client


def pending_adult(tell: Teller) -> Client:
    return _as_a_child(tell, tell.client(19), 8)


def lapsed(tell: Teller) -> Client:
    return _as_a_child(tell, tell.client(28), 7)


def withdrawn(tell: Teller) -> Client:
    client = tell.client(51)
    signed_on = tell.ago(300, 500)
    tell.affirm(tell.paper(client, FormKind.ADULT, signed_on), signed_on)
    left_on = tell.ago(5, 40)
    gone = tell.paper(
        client, FormKind.WITHDRAWAL, left_on, choice=Choice.WITHDRAW, scope=Scope.STANDARD
    )
    tell.desk.consents.send(gone.id, left_on, "fax", "practice fax sheet")
    return client


def conflict(tell: Teller) -> Client:
    client = tell.client(8)
    signed_on = tell.ago(90, 200)
    tell.affirm(tell.paper(client, FormKind.MINOR, signed_on), signed_on)
    tell.paper(
        client,
        FormKind.WITHDRAWAL,
        tell.ago(3, 20),
        choice=Choice.WITHDRAW,
        scope=Scope.STANDARD,
        who=Who.PARENT,
        signer_name=f"Roberto {client.name.last}",
        relation="father",
    )
    return client


def deceased(tell: Teller) -> Client:
    client = tell.client(83)
    tell.desk.people.record_death(client.id, tell.ago(10, 60), "practice notice")
    return client


def sent(tell: Teller) -> Client:
    """Sent while the clinic was not a registered provider; nobody knows if it arrived."""
    registered = tell.desk.book.setting("clinic.registered_provider")
    tell.desk.book.change_setting("clinic.registered_provider", False, "practice")
    signed_on = tell.ago(12, 25)
    client = tell.client(30)
    paper = tell.paper(client, FormKind.ADULT, signed_on)
    tell.desk.consents.send(paper.id, signed_on, "mail", "")
    tell.desk.book.change_setting("clinic.registered_provider", registered, "practice")
    return client


def turning_18(tell: Teller) -> Client:
    """A consented minor in the last weeks before 18 (DT-11.1)."""
    client = tell.client(16)
    soon = tell.invent.today + timedelta(days=30)
    born_on = date(soon.year - 18, soon.month, min(soon.day, 28))
    client = tell.desk.people.save(replace(client, born_on=born_on))
    signed_on = tell.ago(400, 800)
    tell.affirm(tell.paper(client, FormKind.MINOR, signed_on), signed_on)
    return client


def last_chance(tell: Teller) -> Client:
    """A pending adult of 25 (DT-11.2)."""
    return _as_a_child(tell, tell.client(25), 10)


def _as_a_child(tell: Teller, client: Client, at_age: int) -> Client:
    born_on = client.born_on
    signed_on = date(born_on.year + at_age, born_on.month, min(born_on.day, 28))
    paper = tell.paper(client, FormKind.MINOR, signed_on)
    tell.affirm(paper, signed_on + timedelta(days=3))
    return client


Story = Callable[[Teller], Client]
STORIES: Mapping[Status, Story] = {
    Status.NONE_MINOR: none_minor,
    Status.NONE_ADULT: none_adult,
    Status.DECLINED: declined,
    Status.SIGNED_TO_AFFIRM: waiting,
    Status.SENT_UNCONFIRMED: sent,
    Status.CONSENTED_MINOR: consented_minor,
    Status.CONSENTED_ADULT: consented_adult,
    Status.PENDING_ADULT: pending_adult,
    Status.LAPSED: lapsed,
    Status.WITHDRAWN: withdrawn,
    Status.CONFLICT: conflict,
    Status.DECEASED: deceased,
}
"""Every status has its story; the first clients of a practice clinic tell each once."""

MORE: tuple[Story, ...] = (
    turning_18,
    last_chance,
    consented_minor,
    pending_adult,
    waiting,
    consented_adult,
    none_minor,
    none_adult,
    consented_minor,
    declined,
)
"""What further clients tell in turn: common stories more often."""
