"""Beginning a consent: which form the law gives, who is at the counter, what goes along."""

from dataclasses import replace

from immtrac_desk.desk import Desk
from immtrac_desk.desk.pictures import ClientFile
from immtrac_desk.domain.client import ResponsiblePerson
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.ids import ClientId, DocumentId
from immtrac_desk.domain.words import FormKind, Intent, Status
from ui.presenters import telling
from ui.presenters.consent import ConsentPresenter
from ui.presenters.consent_words import ConsentWords
from ui.presenters.headline import TONES
from ui.presenters.signers import is_minor
from ui.wording import Wording

_INTENTS = {
    FormKind.MINOR: Intent.JOIN,
    FormKind.ADULT: Intent.JOIN,
    FormKind.DISASTER: Intent.KEEP_DISASTER,
    FormKind.WITHDRAWAL: Intent.LEAVE,
    FormKind.RELEASE: Intent.COPY,
}


def intent_of(form: FormKind) -> Intent:
    """What somebody wants who fills in this form."""
    return _INTENTS[form]


def refusable(desk: Desk, file: ClientFile) -> bool:
    """True where a consent of a living minor is on file, beside which another may refuse."""
    if file.standing.status is Status.DECEASED or not is_minor(desk, file.client):
        return False
    return desk.consents.advise(file.client, Intent.JOIN).form is None


class StartConsent:
    """Remembers the client while intents are tried."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.client_id = ClientId("")

    def begin(self, intent: Intent, *, despite: bool = False) -> ConsentDraft:
        """A fresh draft in the client's language. Raises RefusedError where DT-1 gives no form.

        `despite` begins one all the same: a replacement, or another representative's refusal.
        """
        client = self.desk.people.file(self.client_id).client
        return self.desk.consents.begin(client.id, intent, client.language, despite=despite)

    def resume_or_begin(self, intent: Intent) -> ConsentDraft:
        """One's own draft of the form that the law gives now, else a fresh one."""
        fresh = self.begin(intent)
        for kept in self.desk.consents.drafts():
            draft = kept.draft
            own = draft.client.id == fresh.client.id and draft.replaces is None
            if own and draft.form is fresh.form:
                return self.desk.consents.resume(draft.id)
        return fresh

    def replacing(self, document_id: DocumentId) -> ConsentDraft:
        """A second form in place of a lost, illegible or wrong one (DT-6.3)."""
        return replace(self.begin(Intent.JOIN, despite=True), replaces=document_id)

    def resumed(self, draft: ConsentDraft) -> ConsentDraft:
        """A kept draft to go on with, as it lies in the vault; one not kept is itself."""
        kept = [one.draft.id for one in self.desk.consents.drafts()]
        return self.desk.consents.resume(draft.id) if draft.id in kept else draft

    def another_may_refuse(self) -> bool:
        """A minor has representatives who may disagree (DT-6.4); an adult withdraws."""
        file = self.desk.people.file(self.client_id)
        return refusable(self.desk, file)

    def responsible(self) -> tuple[ResponsiblePerson, ...]:
        return self.desk.people.file(self.client_id).responsible

    def suggest(self, consent: ConsentPresenter) -> None:
        """The adult in person, or the only responsible person on file, is filled in already.

        Not beside a consent on file.
        """
        if consent.beside_consent:
            return  # whoever refuses is somebody else; the one on file may have consented
        known = [one for one in consent.known_signers() if one.name and one.capacity]
        if not consent.draft.signer_name and consent.draft.who is None and len(known) == 1:
            consent.choose_known(known[0])
            consent.kept = True

    @staticmethod
    def carried(before: ConsentDraft, draft: ConsentDraft) -> ConsentDraft:
        """Another form for the same person: who signs and what was typed of them goes along."""
        return replace(
            draft,
            client=before.client,
            language=before.language,
            signer_name=before.signer_name,
            who=before.who,
            relation=before.relation,
            paper_seen=before.paper_seen,
            interpreter_name=before.interpreter_name,
        )

    def bare_words(self, intent: Intent, tr: Wording) -> ConsentWords:
        """The head where there is no form: who, how old, where they stand."""
        file = self.desk.people.file(self.client_id)
        status = file.standing.status
        return ConsentWords(
            name=file.client.name.shown,
            age=telling.age_words(file.client.born_on, self.desk.today(), tr),
            pill=tr.say(f"status.{status.value}"),
            tone=TONES[status],
            form="",
            basis="",
            form_tone="info",
            source="",
        )
