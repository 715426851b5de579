"""The consent screen: fields on the left, the real sheet on the right, one act at the end."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.draft import ConsentDraft
from immtrac_desk.domain.ids import ClientId, DocumentId, DraftId
from immtrac_desk.domain.words import Intent
from immtrac_desk.errors import DeskError, InputError
from ui.presenters.consent import ConsentPresenter
from ui.presenters.consent_start import StartConsent, intent_of
from ui.presenters.consent_words import head_words, missing_words, signed_words
from ui.presenters.paper import Paper
from ui.shell.house import House
from ui.shell.room import Room
from ui.shell.theme import theme
from ui.views.consent_fields import ConsentFields
from ui.views.consent_foot import ConsentFoot
from ui.views.consent_halves import ConsentHalves
from ui.views.consent_head import ConsentHead
from ui.views.consent_told import refer, say_recorded, what_is_wrong
from ui.views.no_form import NoForm
from ui.views.sheet_pane import SheetPane
from ui.wording import tr

KEEP_AFTER = 2000
"""Milliseconds of rest before the draft keeps itself."""


class ConsentView(Room):
    """One act, one screen. Nothing is asked in a dialog; nothing typed is ever lost."""

    margins = (28, 22, 28, 16)

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.start = StartConsent(house.desk)
        self.consent: ConsentPresenter | None = None
        self.paper: Paper | None = None
        self.head = ConsentHead(self._wants)
        self.foot = ConsentFoot(self.print_for_ink, self.hand, self.record)
        self.halves = ConsentHalves(self.head, self.foot)
        self.column.addWidget(self.halves.body, 1)
        theme.changed.connect(self._place_head)
        self._keep_timer = QTimer(self)
        self._keep_timer.setSingleShot(True)
        self._keep_timer.timeout.connect(self.keep)

    @property
    def fields(self) -> ConsentFields | None:
        return self.halves.fields

    @property
    def sheet(self) -> SheetPane | None:
        return self.halves.sheet

    # -- the room --------------------------------------------------------------------------

    def make_way(self, **about: object) -> None:
        if about.get("client_id") or about.get("draft"):
            self.halves.clear()

    def open(self, **about: object) -> None:
        """`client_id` with `intent`, `replaces` or `despite`, a kept `draft`, or nothing."""
        if isinstance(draft := about.get("draft"), ConsentDraft):
            self._show_draft(self.start.resumed(draft))
        elif about.get("despite"):
            self._despite(ClientId(str(about["client_id"])))
        elif about.get("client_id"):
            intent = about.get("intent")
            wanted = intent if isinstance(intent, Intent) else Intent.JOIN
            self._begin(ClientId(str(about["client_id"])), wanted, str(about.get("replaces") or ""))
        elif self.consent is not None:
            self._refresh()
        self._focus()

    def _focus(self) -> None:
        """Where the work goes on: the first thing missing, else the next step."""
        if self.fields is not None and not self.fields.start():
            self.foot.next_step().setFocus()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.consent is None:
            return {}
        return {
            "print": self.print_for_ink,
            "hand_to_signer": self.hand,
            "record": self.record,
            "keep": self.keep_said,
            "sheet_language": self._other_language,
        }

    def refresh(self, changes: Changes) -> None:
        """Another act may have changed what is on file; the draft itself is ours."""

    def keep(self) -> None:
        self._keep_timer.stop()
        if self.paper is not None:
            self.paper.keep()

    def keep_said(self) -> None:
        """Keep now, and say so."""
        self.keep()
        self.house.tell(tr.say("consent.kept", at=f"{self.house.now():%H:%M}"), tone="good")

    def retell(self) -> None:
        super().retell()
        if self.fields is not None:
            self.fields.retell()
            self._refresh()

    # -- beginning -------------------------------------------------------------------------

    def _begin(self, client_id: ClientId, intent: Intent, replaces: str = "") -> None:
        self.start.client_id = client_id
        try:
            document = DocumentId(replaces)
            start = self.start
            draft = start.replacing(document) if replaces else start.resume_or_begin(intent)
        except DeskError as error:
            self._show_no_form(error, intent)
            return
        self._show_draft(draft)

    def _despite(self, client_id: ClientId) -> None:
        """A consent is on file, and somebody else who may sign says otherwise (DT-6.4)."""
        self.start.client_id = client_id
        try:
            self._show_draft(self.start.begin(Intent.JOIN, despite=True))
        except DeskError as error:
            self._show_no_form(error, Intent.JOIN)
        self._focus()

    def _show_draft(self, draft: ConsentDraft) -> None:
        self.start.client_id = draft.client.id
        people = self.start.responsible()
        self.consent = ConsentPresenter(self.house.desk, tr, draft, people, self._changed)
        self.paper = Paper(self.consent)
        self.consent.printed = self.house.desk.consents.last_print(draft.id)
        self.start.suggest(self.consent)
        fields = ConsentFields(self.consent, self.paper, self._refer, self._note_search)
        sheet = SheetPane(self.paper, self._sheet_speaks)
        # Filled in before they are put in: the page would be styled and laid out at each step.
        self._tell(self.consent, fields)
        self.halves.put(fields, sheet, self.height())
        self.house.acts_changed()

    def _show_no_form(self, error: DeskError, intent: Intent) -> None:
        """DT-1 gives no form: say why, and offer what there is instead."""
        self.consent = self.paper = None
        self.head.tell(self.start.bare_words(intent, tr), intent)
        joins, client_id = intent is Intent.JOIN, self.start.client_id
        offered = joins and self.start.another_may_refuse()
        despite = partial(self._despite, client_id) if offered else None
        self.halves.put_alone(NoForm(self.house, client_id, error, despite))
        self.house.acts_changed()

    def _place_head(self) -> None:
        self.halves.place_head(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()

    def _wants(self, intent: Intent) -> None:
        """The person wants something else: another form; what was typed of them goes along."""
        before = self.consent
        if before is not None and intent_of(before.draft.form) is intent:
            return
        self.keep()
        try:
            draft = self.start.begin(intent)
        except DeskError as error:
            self._show_no_form(error, intent)
            return
        self._show_draft(self.start.carried(before.draft, draft) if before else draft)
        self._refresh()

    # -- while one types -------------------------------------------------------------------

    def _changed(self) -> None:
        if self.fields is None or self.sheet is None:
            return
        self._refresh()
        self.sheet.changed()
        self._keep_timer.start(KEEP_AFTER)

    def _refresh(self) -> None:
        if self.consent is not None and self.fields is not None:
            self._tell(self.consent, self.fields)

    def _tell(self, consent: ConsentPresenter, fields: ConsentFields) -> None:
        words = head_words(consent, consent.assessment.standing, tr)
        self.head.tell(words, intent_of(consent.draft.form))
        fields.refresh()
        self.foot.tell(consent, missing_words(consent, tr), signed_words(consent, tr))

    def _sheet_speaks(self, language: str) -> None:
        if self.consent is not None:
            self.consent.choose_language(language)

    def _other_language(self) -> None:
        if self.consent is not None:
            self._sheet_speaks("es" if self.consent.draft.language == "en" else "en")

    # -- the acts --------------------------------------------------------------------------

    def print_for_ink(self) -> None:
        """Print for a pen; the panel for what comes back opens beneath the fields."""
        if self.consent is None or self.paper is None or self.fields is None:
            return
        self.consent.ask_again()
        try:
            pdf = self.paper.print_for_ink()
        except DeskError as error:
            self._refuse(error)
            return
        self.paper.note_printed(taken=self.house.print_pdf(pdf))
        self.fields.refresh()
        self.fields.area.ensureWidgetVisible(self.fields.ink)
        self._focus()

    def hand(self) -> None:
        """Hand the screen to the signer."""
        if self.consent is None or self.paper is None:
            return
        self.consent.ask_again()
        blocking = [f for f in self.consent.assessment.errors if f.field not in ("choice", "scope")]
        if blocking or self.consent.problems:
            self._say_what_is_wrong()
            return
        self.keep()
        self.house.go("signer", consent=self.consent, paper=self.paper)

    def _refer(self) -> None:
        assert self.consent is not None
        self.keep()
        refer(self.house, self.consent)

    def _note_search(self) -> None:
        """The search comes first; its small form leads back to the draft, which waits."""
        client_id = self.start.client_id
        self.house.go("client", client_id=client_id, form="note_search", then_back=True)

    def record(self) -> None:
        """The one act. What keeps it from being done is said beside its cause."""
        consent, paper = self.consent, self.paper
        if consent is None or paper is None:
            return
        if consent.signed is None or consent.problems:
            self._say_what_is_wrong()
            return
        try:
            receipt = paper.record()
        except DeskError as error:
            self._refuse(error)
            return
        self._keep_timer.stop()
        self.consent = None
        self.house.go("client", client_id=receipt.document.client_id, filed=receipt.document.id)
        say_recorded(self.house, receipt)

    def _say_what_is_wrong(self) -> None:
        assert self.consent is not None
        self.house.tell(what_is_wrong(self.consent), tone="warn")
        self._focus()

    def _refuse(self, error: DeskError) -> None:
        if isinstance(error, InputError) and self.fields is not None:
            self.fields.complete()
            field = self.fields.set.fields.get(error.field)
            if field is not None:
                field.refuse(error)
                field.setFocus()
                return
        self.house.refuse(error)
        if error.code == "record.turned_18":
            self._show_draft(self.house.desk.consents.resume(DraftId(str(error.facts["draft"]))))
