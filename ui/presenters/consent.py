"""What the consent screen knows: the draft, what is wrong with it, the sheet, the one act."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.domain.client import Client, ResponsiblePerson
from immtrac_desk.domain.document import Signature
from immtrac_desk.domain.draft import ConsentDraft, Override, Print
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.values import Answer, Explicit, said
from immtrac_desk.domain.words import Choice, FormKind, Role, Severity, Who
from immtrac_desk.errors import DeskError, InputError
from ui.presenters import client_fields, draft_fields, signers
from ui.wording import Wording


@dataclass(frozen=True, slots=True)
class Signed:
    """What came back from the signer, with the digest of the sheet as it was read."""

    signature: Signature
    digest_read: str
    print: Print | None = None
    scan: bytes | None = None


class ConsentPresenter:
    """One form being filled in. `changed` is called after every change that the screen shows."""

    def __init__(
        self,
        desk: Desk,
        tr: Wording,
        draft: ConsentDraft,
        responsible: tuple[ResponsiblePerson, ...] = (),
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.desk = desk
        self.tr = tr
        self.draft = draft
        self.responsible = responsible
        self.changed = changed
        self.problems: dict[str, DeskError] = {}
        self.signed: Signed | None = None
        self.printed: Print | None = None
        self.kept = True
        self.assessment = desk.consents.assess(draft)

    # -- the draft -------------------------------------------------------------------------

    def replace(self, draft: ConsentDraft) -> None:
        """Take a new draft: assess it, let go of a signature that was made under another text."""
        if draft == self.draft:
            return
        self.draft = draft
        self.signed = None
        self.kept = False
        self.assessment = self.desk.consents.assess(draft)
        self.changed()

    def put(self, name: str, answer: Answer) -> None:
        """Put an answer into field `name`; what cannot be understood becomes its problem."""
        try:
            draft = draft_fields.with_answer(self.draft, name, self._understood(name, answer))
        except InputError as problem:
            self._problem(name, problem)
            return
        self._solved(name)
        self.replace(self._with_place(draft) if name == "client.address.zip_code" else draft)

    def put_born_on(self, text: str) -> date | None:
        """Put the birth date as typed; return what was understood, None if nothing was."""
        if not text.strip():
            self._solved("client.born_on")
            self._put_client(replace(self.draft.client, born_on=date.min))
            return None
        try:
            born_on = self.desk.people.parse_date(text)
        except InputError as problem:
            self._problem("client.born_on", problem)
            return None
        self._solved("client.born_on")
        self._put_client(replace(self.draft.client, born_on=born_on))
        return born_on

    def put_race(self, race: tuple[str, ...] | Explicit) -> None:
        self._put_client(client_fields.with_race(self.draft.client, race))

    def accept_place(self) -> None:
        self._put_client(client_fields.accept_place(self.draft.client))

    def put_flag(self, name: str, on: bool) -> None:
        """`cannot_write`, or `paper.seen`: the order or designation was seen."""
        if name == "paper.seen":
            self.replace(replace(self.draft, paper_seen=replace(self.draft.paper_seen, seen=on)))
        else:
            self.replace(replace(self.draft, cannot_write=on))

    # -- what stands in the fields ---------------------------------------------------------

    def answer(self, name: str) -> Answer:
        return draft_fields.answer_of(self.draft, name)

    def born_on(self) -> date | None:
        born_on = self.draft.client.born_on
        return None if born_on == date.min else born_on

    def race(self) -> tuple[str, ...] | Explicit:
        return self.draft.client.race

    def flag(self, name: str) -> bool:
        paper = name == "paper.seen"
        return self.draft.paper_seen.seen if paper else self.draft.cannot_write

    # -- who signs -------------------------------------------------------------------------

    @property
    def minor(self) -> bool:
        """Whether the law on the desk's day asks for somebody else's signature."""
        return signers.is_minor(self.desk, self.draft.client)

    @property
    def capacity(self) -> str:
        return signers.capacity_of(self.draft.who, self.draft.relation, self.minor)

    def choose_capacity(self, capacity: str) -> None:
        """As what the person signs; relation is told in the sheet's language."""
        lines = {line.id: line.who for line in signers.capacities(self.minor)}
        who = lines.get(capacity)
        relation = signers.relation_of(capacity, self.draft.language) if who else ""
        name = self.draft.signer_name
        if who is Who.SELF and not name:
            name = client_fields.full_name(self.draft.client.name)
        self.replace(replace(self.draft, who=who, relation=relation, signer_name=name))

    def choose_known(self, known: signers.KnownSigner) -> None:
        """Somebody on file stands at the counter: name and capacity in one press."""
        self.replace(replace(self.draft, signer_name=known.name))
        self.choose_capacity(known.capacity)

    def known_signers(self) -> tuple[signers.KnownSigner, ...]:
        return signers.known_signers(self.draft.client, self.responsible, self.minor)

    # -- language, choice, override --------------------------------------------------------

    def choose_language(self, language: str) -> None:
        """The sheet's language; the relation follows if it is a word of the list."""
        capacity = self.capacity
        known = signers.relation_of(capacity, self.draft.language)
        draft = replace(self.draft, language=language)
        if known and known == self.draft.relation:
            relation = signers.relation_of(capacity, language)
            draft = replace(draft, relation=relation)
        self.replace(draft)

    def choose(self, choice: Choice | None) -> None:
        self.replace(replace(self.draft, choice=choice))

    @property
    def beside_consent(self) -> bool:
        """A consent is on file and this paper replaces none: it can only say no (DT-6.3, 6.4)."""
        advice, standing = self.assessment.advice, self.assessment.standing
        if advice is None or standing is None or standing.died_on is not None:
            return False
        joins = self.draft.form in (FormKind.MINOR, FormKind.ADULT)
        return joins and advice.form is None and self.draft.replaces is None

    def ask_again(self) -> None:
        """A yes that cannot be recorded is let go, so that the signer can be asked once more."""
        if self.beside_consent and self.draft.choice is Choice.GRANT:
            self.choose(None)

    def may_override(self) -> bool:
        """A supervisor, and something is in the way that may be overridden."""
        open_ones = [f for f in self.assessment.findings if f.overridable]
        return bool(open_ones) and self.desk.actor.role is Role.SUPERVISOR

    def override(self, reason: str, seen: str) -> None:
        given = Override(reason=reason, seen=seen, by=self.desk.actor.id) if reason else None
        self.replace(replace(self.draft, override=given))

    # -- what is said beside the fields ----------------------------------------------------

    def findings(self, field: str) -> tuple[Finding, ...]:
        return tuple(f for f in self.assessment.findings if f.field == field)

    def loose(self, shown: frozenset[str]) -> tuple[Finding, ...]:
        """Findings whose field is not on the screen: they stand in the strip beneath."""
        loose = [f for f in self.assessment.findings if f.field not in shown]
        return tuple(sorted(loose, key=lambda f: _RANK[f.severity]))

    def missing(self) -> tuple[str, ...]:
        """Field names for 'Still missing'; the signature last."""
        named = [m for m in self.assessment.missing if m != "signature"]
        return tuple(named) if self.signed else (*named, "signature")

    @property
    def can_record(self) -> bool:
        return bool(self.signed) and self.assessment.can_record and not self.problems

    # -- private ---------------------------------------------------------------------------

    def _put_client(self, client: Client) -> None:
        self.replace(replace(self.draft, client=client))

    def _understood(self, name: str, answer: Answer) -> Answer:
        if name == "client.phone" and isinstance(answer, str) and answer.strip():
            return self.desk.people.parse_phone(answer)
        return answer

    def _with_place(self, draft: ConsentDraft) -> ConsentDraft:
        place = self.desk.people.place(said(draft.client.address.zip_code))
        if place is None:
            return draft
        client = client_fields.with_place(draft.client, place.city, place.county, place.state)
        return replace(draft, client=client)

    def _problem(self, name: str, problem: DeskError) -> None:
        self.problems[name] = problem
        self.changed()

    def _solved(self, name: str) -> None:
        if self.problems.pop(name, None) is not None:
            self.changed()


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
