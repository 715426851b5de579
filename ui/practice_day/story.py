"""The story of the practice day: three clients, one affirmed, one withdrawn, one declined."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.words import Choice, Intent, Scope
from ui.practice_day.hands import Hands
from ui.practice_day.people import ADULT, CHILD, NEIGHBOR, Visitor
from ui.presenters.shell_doors import PRACTICE_NAME, PRACTICE_WORD
from ui.views.client import ClientView
from ui.views.clients import ClientsView
from ui.views.consent import ConsentView
from ui.views.signer import SignerView


@dataclass(frozen=True, slots=True)
class Signing:
    """One form at the counter: what is wanted, in which language, who signs, what they choose."""

    intent: Intent
    language: str
    signs_as: str
    name: str
    choice: Choice
    stills: str = ""
    """Name under which the consent screen and the signer's view are pictured, "" for none."""


def tell(hands: Hands) -> None:
    """Play the day from the first client to the last."""
    child = add_client(hands, CHILD, still=True)
    join = Signing(Intent.JOIN, "es", "mother", "María García", Choice.GRANT, "consent-minor")
    sign(hands, child, join)
    affirm(hands, child)
    adult = add_client(hands, ADULT)
    own = Signing(Intent.JOIN, "en", "self", "Malachy J O'Brien", Choice.GRANT, "consent-adult")
    sign(hands, adult, own)
    leave = Signing(Intent.LEAVE, "en", "self", "Malachy J O'Brien", Choice.WITHDRAW)
    sign(hands, adult, leave)
    neighbor = add_client(hands, NEIGHBOR)
    name = "Thị Mỹ Hường Nguyễn"
    declined = Signing(Intent.JOIN, "en", "self", name, Choice.DECLINE)
    sign(hands, neighbor, declined)
    kept = Signing(Intent.KEEP_DISASTER, "es", "self", name, Choice.GRANT, "consent-disaster")
    sign(hands, neighbor, kept)


def add_client(hands: Hands, visitor: Visitor, still: bool = False) -> ClientId:
    """Type a visitor into the client form and save; return the new client's id."""
    room = hands.go("clients", ClientsView, add="")
    form = room.form
    assert form is not None
    for name, answer in visitor.answers.items():
        form.presenter.put(name, answer)
    today: date = hands.desk.today()
    form.presenter.put_born_on(visitor.born_on(today).strftime("%m/%d/%Y"))
    form.presenter.put_race(visitor.race)
    form.presenter.accept_place()
    if visitor.contact:
        form.presenter.put_contact(0, **visitor.contact)
    form.refresh()
    if still:
        hands.still("client-form", both=True)
    form.save()
    client = hands.room(ClientView).presenter
    assert client is not None
    return client.id


def sign(hands: Hands, client_id: ClientId, signing: Signing) -> None:
    """Fill in the form, hand the screen over, sign with the mouse, take it back, record."""
    room = hands.go("consent", ConsentView, client_id=client_id, intent=signing.intent)
    consent = room.consent
    assert consent is not None
    consent.choose_language(signing.language)
    consent.choose_capacity(signing.signs_as)
    consent.put("signer.name", signing.name)
    if signing.intent is Intent.LEAVE:
        consent.put("scope", Scope.STANDARD.value)
    hands.rest()
    if signing.stills:
        hands.still(signing.stills, both=True)
    room.hand()
    _at_the_pad(hands, signing)
    hands.room(ConsentView).record()
    hands.room(ClientView)


def _at_the_pad(hands: Hands, signing: Signing) -> None:
    view = hands.room(SignerView)
    presenter = view.presenter
    assert presenter is not None
    if signing.stills:
        hands.still(f"signer-locked-{signing.stills}")
    presenter.choose(signing.choice)
    hands.rest()
    hands.sign(view.pad)
    if signing.stills:
        hands.still(f"signer-signed-{signing.stills}")
    view.done.click()
    view.back.passphrase.setText(PRACTICE_WORD)
    if signing.stills:
        hands.still("give-back")
    view.back.check()
    hands.wait(lambda: view.presenter is None, "the clerk's passphrase")


def affirm(hands: Hands, client_id: ClientId) -> None:
    """Record the affirmation of the newest consent through its small form."""
    room = hands.go("client", ClientView, client_id=client_id)
    room.handlers()["affirm"]()
    assert room.form is not None
    user = room.form.editors["registry_user"]
    user.set_value(PRACTICE_NAME.lower().replace(" ", "."))  # type: ignore[union-attr]
    hands.still("affirm", both=True)
    room.form.submit()
    hands.rest()
    assert room.form is None, "the affirmation was refused"
