"""One client: what is true today in one line, what can be done with one key, what happened."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.changes import Changes
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.ids import ActId, ClientId, DocumentId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.words import Intent
from ui.presenters.act_forms import About, form
from ui.presenters.client import ClientPresenter, Offer
from ui.presenters.client_form import ClientFormPresenter
from ui.presenters.signers import is_minor
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.act_editors import prevailing_options, responder_options
from ui.views.act_form import ActForm
from ui.views.client_aside import ClientAside
from ui.views.client_form import ClientForm
from ui.views.client_head import ClientHead
from ui.views.client_papers import ClientPapers
from ui.views.filed_paper import FiledPaper
from ui.views.narrowing import scrolled
from ui.views.time_line import TimeLine
from ui.widgets.layouts import boxed, column, row
from ui.wording import tr

FILED = frozenset({ActKind.CONSENT_GRANTED, ActKind.CONSENT_DECLINED, ActKind.CONSENT_WITHDRAWN})
STEPS = frozenset({"affirm", "confirm_withdrawal"})
"""Lists ask for these; which step is next (send, affirm, confirm) is the paper's to say."""
KEYS = {
    "new_consent": "join",
    "withdraw": "leave",
    "release": "copy",
    "affirm": "affirm",
    "new_dose": "new_dose",
    "enter_in_registry": "enter",
    "note_schedule": "note_schedule",
}


class ClientView(Room):
    """Head above; time line left; papers and people right, or the one small form that is open."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter: ClientPresenter | None = None
        self.head = ClientHead(self.do_offer, self._edit)
        self.line = TimeLine(self._undo_act, self._attach)
        self.papers = ClientPapers(house, self)
        self.aside = ClientAside(self.papers, house.acts_changed)
        self._undone: DocumentId | None = None
        self._then_back = False
        self.edit: ClientForm | None = None
        left = scrolled(column(self.line, None))
        body = boxed(row(left, self.aside, space=24, shares=(5, 4)))
        self._main = boxed(_stretched(column(self.head, body, space=16)))
        self.column.addWidget(self._main, 1)

    @property
    def form(self) -> ActForm | None:
        """The small form that is open."""
        return self.aside.form

    # -- the room --------------------------------------------------------------------------

    def open(self, **about: object) -> None:
        """`client_id`, and optionally `form` with `document_id` or `other_id`, `offer`, or `edit`,
        which names a field of the client."""
        self._close_edit()
        self.aside.clear()
        client_id = ClientId(str(about["client_id"]))
        self.presenter = ClientPresenter(self.house.desk, tr, client_id)
        self._then_back = bool(about.get("then_back"))
        if about.get("edit"):
            self._main.hide()  # as the form will: nothing of it is laid out for a moment
        self._show()
        self.head.start()
        filed = about.get("filed")
        if filed:
            self._show_filed(DocumentId(str(filed)))
        elif about.get("offer"):
            self._begin(Intent.JOIN)
        elif about.get("edit"):
            self._edit(str(about["edit"]))
        elif about.get("form"):
            self._open_named(str(about["form"]), about)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.edit is not None:
            return {
                "record": self.edit.save,
                "keep": self.edit.save,
                "new_consent": self.edit.begin,
            }
        if self.form is not None:
            return {"record": self.form.submit}
        acts = self._keys()
        if self.aside.paper is not None and self.aside.paper.copy is not None:
            acts["print"] = self.aside.paper.copy
        return acts

    def keep(self) -> None:
        self.aside.keep()
        if self.edit is not None:
            self.edit.keep()

    def refresh(self, changes: Changes) -> None:
        if (
            self.presenter is not None
            and self.edit is None
            and self.presenter.id in changes.clients
        ):
            self.presenter.read()
            self._show()

    def retell(self) -> None:
        super().retell()
        if self.presenter is not None:
            self._show()

    def _keys(self) -> dict[str, Callable[[], object]]:
        presenter = self.presenter
        if presenter is None:
            return {}
        offers = {offer.id: offer for offer in reversed(presenter.offers())}
        acts: dict[str, Callable[[], object]] = {"acts": self.head.open_menu}
        for act, offer_id in KEYS.items():
            if offer_id in offers:
                acts[act] = partial(self.do_offer, offers[offer_id])
        if "existing" in offers:
            acts["record_existing"] = lambda: self.do_offer(offers["existing"])
            acts["correct"] = self._edit
        if presenter.file.acts:
            acts["attach"] = lambda: self._attach(presenter.file.acts[0].act.id)
        return acts

    def _show(self) -> None:
        presenter = self.presenter
        assert presenter is not None
        self.head.show_client(presenter)
        self.line.show_acts(presenter)
        self.papers.show_file(presenter)
        self.house.acts_changed()

    # -- acts ------------------------------------------------------------------------------

    def do_offer(self, offer: Offer) -> None:
        """Open the small form, the sheet or the room that the offer names."""
        presenter = self.presenter
        assert presenter is not None
        if offer.id == "replace":
            self._begin(Intent.JOIN, replaces=offer.about.document_id)
        elif offer.id == "refuse":
            self._begin(Intent.JOIN, despite=True)
        elif offer.intent is not None:
            self._begin(offer.intent)
        elif offer.card:
            self.aside.clear()
            self.papers.stand_at_record()
        elif offer.id == "sibling":
            self.house.go("clients", sibling_of=presenter.file)
        elif offer.room:
            self.house.go(offer.room, client_id=presenter.id)
        else:
            self.open_form(offer.form, offer.about)

    def open_form(self, form_id: str, about: About, **facts: object) -> None:
        """Open a small form in place of the papers; an older one is kept and gives way."""
        presenter = self.presenter
        assert presenter is not None
        minor = is_minor(presenter.desk, presenter.file.client)
        choices = {
            "responder": responder_options(minor),
            "prevails": prevailing_options(presenter.conflict_choices(), presenter.document_line),
        }
        done, clear = self._form_done, self.aside.clear
        self.aside.show_form(ActForm(self.house, form_id, about, done, clear, choices, **facts))

    def show_paper(
        self,
        title: str,
        data: bytes,
        copy: Callable[[], object] | None = None,
        copy_says: str = "consent.print_copy",
    ) -> None:
        """Read a filed paper in place of the list of papers; `copy` prints it once more."""
        self.aside.show_paper(FiledPaper(title, data, self.aside.clear, copy, copy_says))

    def _show_filed(self, document_id: DocumentId) -> None:
        """Just recorded: the sheet as it was filed, and a copy for the signer in one key."""
        presenter = self.presenter
        assert presenter is not None
        document = next(d for d in presenter.file.documents if d.id == document_id)
        self.papers.open_document(document)

    def _open_named(self, form_id: str, about: Mapping[str, object]) -> None:
        presenter = self.presenter
        assert presenter is not None
        known = About(
            client_id=presenter.id,
            document_id=DocumentId(str(about.get("document_id") or "")),
            other_id=ClientId(str(about.get("other_id") or "")),
            act_id=ActId(str(about.get("act_id") or "")),
        )
        if form_id == "undo":
            self._undo_act(known.act_id)
            return
        if form_id not in STEPS:
            if may(presenter.desk.actor.role, form(form_id).right):
                self.open_form(form_id, known)
            return
        for offer in presenter.offers():
            same = known.document_id in ("", offer.about.document_id)
            if offer.form and same and offer.first:
                self.do_offer(offer)
                return

    def _form_done(self) -> None:
        self.aside.clear()
        if self.presenter is not None:
            self.presenter.read()
            self._show()
        undone, self._undone = self._undone, None
        done = partial(tr.say, "client_room.done")
        if undone is None:
            self.house.tell(done, tone="good")
        else:
            again = partial(self._again, undone)
            self.house.tell(done, action="client_room.again", act=again)
        if self._then_back:
            self.house.back()  # after the notice: where one returns may have more to say

    def _again(self, document_id: DocumentId) -> None:
        """After an undo the form is offered again, as it was filled in."""
        self.house.go("consent", draft=self.house.desk.consents.again(document_id))

    def _undo_act(self, act_id: ActId) -> None:
        presenter = self.presenter
        assert presenter is not None
        line = next(one for one in presenter.file.acts if one.act.id == act_id)
        told = tr.say(f"audit.{line.act.kind.value}")
        self._undone = line.act.document_id if line.act.kind in FILED else None
        self.open_form("undo", presenter.undo_about(line), act=told)

    def _attach(self, act_id: ActId) -> None:
        presenter = self.presenter
        assert presenter is not None
        about = next(one for one in presenter.file.acts if one.act.id == act_id)
        self.open_form("attach", presenter.undo_about(about))

    def _begin(self, intent: Intent, replaces: str = "", *, despite: bool = False) -> None:
        presenter = self.presenter
        assert presenter is not None
        about = {"intent": intent, "replaces": replaces, "despite": despite}
        self.house.go("consent", client_id=presenter.id, **about)

    # -- correcting ------------------------------------------------------------------------

    def _edit(self, field: str = "") -> None:
        presenter = self.presenter
        assert presenter is not None
        file = presenter.file
        edited = ClientFormPresenter(self.house.desk, file.client, file.responsible)
        self.edit = ClientForm(self.house, edited, self._edited, self._close_edit)
        self._main.hide()
        self.column.addWidget(self.edit, 1)
        self.edit.show()
        self.edit.start(field)
        self.house.acts_changed()

    def _edited(self, client: Client, begin: bool) -> None:
        self._close_edit()
        if begin:
            self._begin(Intent.JOIN)
        elif self._then_back:
            self.house.back()
        else:
            self.open(client_id=client.id)

    def _close_edit(self) -> None:
        if self.edit is not None:
            self.edit.setParent(None)
            self.edit.deleteLater()
            self.edit = None
        self._main.show()


def _stretched(layout: QVBoxLayout) -> QVBoxLayout:
    layout.setStretch(1, 1)
    return layout
