"""What the consent screen tells in the notice: what was recorded, or what still keeps it."""

from functools import partial

from immtrac_desk.desk.consents import Receipt
from immtrac_desk.domain.words import Choice
from ui.presenters.consent import ConsentPresenter
from ui.shell.house import House
from ui.wording import tr


def say_recorded(house: House, receipt: Receipt) -> None:
    """What was done, for whom; a slip is undone from here."""
    document = receipt.document

    def told() -> str:
        said = tr.say("consent.recorded", name=document.client_name.shown)
        declined = document.choice is Choice.DECLINE
        return f"{said} {tr.say('consent.declined')}" if declined else said

    about = {"client_id": document.client_id, "form": "undo", "act_id": receipt.act.id}
    house.tell(told, tone="good", action="notice.undo", act=partial(house.go, "client", **about))


def what_is_wrong(consent: ConsentPresenter) -> str:
    """The first thing that keeps the form from going on, in words."""
    if consent.problems:
        return tr.say("consent.still_open")
    errors = consent.assessment.errors
    if errors:
        return tr.say(errors[0].code, **errors[0].facts)
    return tr.say("consent.needs_signature")


def refer(house: House, consent: ConsentPresenter) -> None:
    """DT-2.11, DT-3.7: the desk does not decide; DSHS is asked, and the draft waits."""
    verdict = consent.assessment.signer
    note = tr.say(verdict.explain) if verdict else ""
    house.desk.consents.refer(consent.draft.client.id, note)
    house.tell(partial(tr.say, "consent.referred"), tone="good")
