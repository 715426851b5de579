"""The registry in pictures: who waits, doses, what came back, the lists, a run of letters."""

from ui.practice_day.hands import Hands
from ui.views.client import ClientView
from ui.views.dose import DoseView
from ui.views.entry import EntryView
from ui.views.registry import RegistryView
from ui.views.registry_answers import AnswersPage
from ui.views.registry_lists import RegistryLists

SECTIONS = ("entry", "doses", "answers", "lists")
LISTS = ("to_affirm", "turning_18", "disaster_only")
PASTED = """MSH|^~\\&|IMMTRAC2|TXIIS|DESK|PRACTICE|20260102||ACK^V04^ACK|APR1|P|2.5.1
MSA|AE|PR1
ERR||PID^1^11|101^Required^HL70357|W|IEE-998^practice
PID|1||P-00002^^^PRACTICE^MR
Chart number\tCode\tSeverity\tCVX\tDate given
P-00003\tIMR-111\tE\t115\t2026-01-02
a line without a code (practice)
"""


def look_at_registry(hands: Hands) -> None:
    """A still of each section, of a card, a dose, an answer that is read, and a plan of letters."""
    for section in SECTIONS:
        hands.go("registry", RegistryView, section=section)
        hands.still(f"registry-{section}")
    _answer(hands)
    _lists(hands)
    waits = hands.desk.entry.waiting()[0]
    hands.go("entry", EntryView, client_id=waits.client_id, document_id=waits.document_id)
    hands.still("entry-card")
    line = hands.desk.doses.to_report()[0]
    hands.go("dose", DoseView, dose_id=line.dose.id)
    hands.still("dose")
    hands.go("client", ClientView, client_id=line.dose.client_id)
    hands.still("client-doses")


def write_letters(hands: Hands) -> bytes:
    """Write to everybody who turns 18 soon, with a still of the run; return its pages."""
    page = _list(hands, "turning_18")
    page.people.letters.click()
    hands.rest()
    page.letters.do.click()
    hands.wait(lambda: page.letters.presenter.run is not None, "the letters")
    hands.still("letters-run", both=True)
    run = page.letters.presenter.run
    assert run is not None
    return run.pdf


def _answer(hands: Hands) -> None:
    """What is pasted, as it is read before it is taken in; nothing of it is kept."""
    page = hands.go("registry", RegistryView, section="answers").page
    assert isinstance(page, AnswersPage)
    dose = next(one for one in hands.desk.answers.items() if one.leads_to.kind == "dose")
    page.table.take_key(dose.item.id)
    hands.still("answers-one")
    page.paste()
    hands.still("answers-paste")
    page.take.read_text(PASTED)
    hands.rest()
    hands.still("answers-read")
    page.take.begin()
    page.show_list()


def _lists(hands: Hands) -> None:
    for code in LISTS:
        _list(hands, code)
        hands.still(f"list-{code.replace('_', '-')}")
    page = _list(hands, "turning_18")
    page.people.letters.click()
    hands.rest()
    hands.still("letters-plan")


def _list(hands: Hands, code: str) -> RegistryLists:
    page = hands.go("registry", RegistryView, section="lists", list_code=code).page
    assert isinstance(page, RegistryLists)
    page.to_people()
    hands.rest()
    return page
