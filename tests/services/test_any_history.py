"""Whatever was done to a client, undoing all of it brings the first standing back."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.audit import first_break
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import Choice, FormKind, Scope, Source, Who
from immtrac_desk.errors import DeskError
from immtrac_desk.services.affirm import Affirm, affirm
from immtrac_desk.services.invalidate import InvalidateDocument, invalidate
from immtrac_desk.services.note_on_client import NoteOnClient, note_on_client
from immtrac_desk.services.on_document import counted
from immtrac_desk.services.settle_conflict import SettleConflict, settle_conflict
from immtrac_desk.services.undo import UndoAct, undo
from tests.services.counter import SAM, Counter, a_client

STEPS = (
    *("grant", "grant by the father", "grant as an adult", "disaster", "withdraw"),
    *("father withdraws", "affirm", "invalidate", "settle", "death", "a year passes"),
)


def step(counter: Counter, client: Client, what: str) -> None:
    """Do one thing that may be done at this point; a refusal is as good as the act."""
    documents = counter.read(lambda uow: uow.documents.of_client(client.id))
    last = documents[-1].id if documents else None
    father = {"signer_name": "Luis López", "relation": "father"} if "father" in what else {}
    leaving = {"form": FormKind.WITHDRAWAL, "choice": Choice.WITHDRAW, "scope": Scope.BOTH}
    today = {"signed_on": counter.today}
    if what == "a year passes":
        counter.today += timedelta(days=365)
    elif "grant as" in what:
        counter.existing(client, form=FormKind.ADULT, who=Who.SELF, **today)
    elif "grant" in what:
        counter.existing(client, **father, **today)
    elif what == "disaster":
        counter.existing(client, form=FormKind.DISASTER, source=Source.IMMTRAC2, **today)
    elif "withdraw" in what:
        counter.existing(client, **leaving, **father, **today)
    elif what == "death":
        died = NoteOnClient(
            client_id=client.id,
            kind=ActKind.DEATH_RECORDED,
            on=counter.today,
            facts={"source": "family"},
        )
        counter.do(note_on_client, died)
    elif last and what == "affirm":
        counter.do(affirm, Affirm(document_id=last, on=counter.today, registry_user="slee"))
    elif last and what == "invalidate":
        counter.do(invalidate, InvalidateDocument(document_id=last, note="n"))
    elif last:
        command = SettleConflict(client_id=client.id, prevails=last, seen="order", on=counter.today)
        counter.do(settle_conflict, command)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(STEPS), max_size=8))
def test_undoing_everything_brings_the_first_standing_back(
    counter: Counter, steps: list[str]
) -> None:
    counter.member, counter.today = SAM, date(2026, 3, 2)
    client = counter.add(a_client())
    for what in steps:
        try:
            step(counter, client, what)
        except DeskError:
            continue
    untouched = counter.standing(counter.add(a_client()))
    while left := counted(counter.read(lambda uow: uow.acts.of_client(client.id))):
        counter.do(undo, UndoAct(act_id=left[-1].id, reason="a test"))
    assert counter.standing(client) == untouched
    assert counter.read(lambda uow: first_break(uow.audit.all())) is None
