"""Record an existing consent: seen on paper, in the registry, or made at birth registration."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.words import FormKind, Scope, Source
from immtrac_desk.errors import DeskError, InputError, RefusedError
from ui.presenters.existing import FORMS, ExistingPresenter
from ui.presenters.existing_typing import ExistingTyping, typing_of
from ui.presenters.form_keeper import FormKeeper
from ui.presenters.sheet_fields import SCOPES
from ui.presenters.signers import capacities
from ui.shell.house import House
from ui.shell.room import Room
from ui.views.file_pick import FilePick
from ui.views.kept_strip import KeptStrip
from ui.views.narrowing import Narrowing
from ui.views.sparing_hint import SparingHint
from ui.widgets.card import Card
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.framed import Framed
from ui.widgets.layouts import boxed, column, row, scrolling
from ui.widgets.pick import Pick
from ui.widgets.words import Button, Said
from ui.wording import tr


class ExistingView(Room):
    """No sheet of ours is made; what was seen, where, when and by whom is what counts."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.presenter = ExistingPresenter(house.desk, ClientId(""))
        parse = house.desk.people.parse_date
        self.form = Choice("existing_form.form", _forms(), name="form")
        self.source = Choice("existing_form.source", _sources(), name="source")
        self.where = Field("existing_form.where", name="where")
        self.signed_on = DateField("existing_form.signed_on", parse, name="signed_on")
        self.signer_name = Field("existing_form.signer_name", name="signer_name")
        self.who = Pick("existing_form.who", name="who")
        self.revision = Field("existing_form.revision", name="revision")
        self.language = Choice("existing_form.language", _languages(), name="language")
        self.affirmed_on = DateField("existing_form.affirmed_on", parse, name="affirmed_on")
        self.affirmed_by = Field("existing_form.affirmed_by", name="affirmed_by")
        scopes = tuple(Option(s, f"option.scope.{s}") for s in SCOPES)
        self.scope = Choice("existing_form.scope", scopes, name="scope")
        self.scan = FilePick("existing_form.scan")
        self.reason = Field("consent.override.reason", name="override.reason")
        self.seen = Field("consent.override.seen", name="override.seen")
        self.do = Button("existing_form.do", self.record, kind="primary")
        self.kept_strip = KeptStrip(house, self._typing, self._put_back)
        self._lay()
        for framed in self._framed().values():
            framed.changed.connect(self._typed)
        self.scan.changed.connect(self._typed)

    # -- the room --------------------------------------------------------------------------

    def open(self, **about: object) -> None:
        client_id = ClientId(str(about["client_id"]))
        self.presenter = ExistingPresenter(self.house.desk, client_id)
        self._empty()
        self._put()
        keeper = FormKeeper(self.house.desk, "existing", client_id, ExistingTyping)
        self.kept_strip.begin(keeper)
        self.form.setFocus()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"record": self.record}

    def retell(self) -> None:
        super().retell()
        self._offer_signers()
        self.kept_strip.say_again()

    def keep(self) -> None:
        self.kept_strip.keep()

    def record(self) -> None:
        """Record it, or say beside the field what keeps it from being recorded."""
        self._put()
        try:
            for day in (self.signed_on, self.affirmed_on):
                day.need_day()
            document = self.presenter.record()
        except InputError as error:
            self._beside(error.field, error)
        except RefusedError as error:
            self._show(error)
        except DeskError as error:
            self.house.refuse(error)
        else:
            self.kept_strip.leave(saved=True)
            self.house.go("client", client_id=document.client_id)
            self.house.tell(partial(tr.say, "existing_form.done"), tone="good")

    # -- what one was typing here before ---------------------------------------------------

    def _typing(self) -> ExistingTyping:
        days = {one.name: one for one in (self.signed_on, self.affirmed_on) if one.day() is None}
        unread = {name: day.text() for name, day in days.items() if day.text().strip()}
        return typing_of(self.presenter.seen, unread)

    def _put_back(self, typed: ExistingTyping) -> None:
        self._empty()
        self._show_typed(typed)
        self.form.setFocus()
        if typed.scan_chosen:
            self.house.tell(partial(tr.say, "kept_form.scan_again"), tone="warn")

    def _show_typed(self, typed: ExistingTyping) -> None:
        seen = typed.seen
        for choice, word in zip(
            (self.form, self.source, self.scope), (seen.form, seen.source, seen.scope), strict=True
        ):
            choice.set_value(word.value if word else None)
        self.language.set_value(seen.language)
        self.where.set_value(seen.where)
        self.signer_name.set_value(seen.signer_name)
        self.revision.set_value(seen.revision)
        self.affirmed_by.set_value(seen.affirmed_by)
        self.signed_on.set_day(seen.signed_on)
        self.affirmed_on.set_day(seen.affirmed_on)
        self.reason.set_value(seen.override_reason)
        self.seen.set_value(seen.override_seen)
        self._override.setVisible(bool(seen.override_reason or seen.override_seen))
        self._put()  # whose line may be picked hangs on the form
        self.who.set_value(seen.capacity)
        for day in (self.signed_on, self.affirmed_on):
            if day.name in typed.unread:
                day.line.setText(typed.unread[day.name])
                day.line.editingFinished.emit()
        self._put()

    def _cancel(self) -> None:
        self.kept_strip.leave(saved=False)
        self.house.back()

    # -- fields ----------------------------------------------------------------------------

    def _framed(self) -> dict[str, Framed]:
        parts: tuple[Framed, ...] = (
            self.form,
            self.source,
            self.where,
            self.signed_on,
            self.signer_name,
            self.who,
            self.revision,
            self.language,
            self.affirmed_on,
            self.affirmed_by,
            self.scope,
            self.reason,
            self.seen,
        )
        return {part.name: part for part in parts}

    def _lay(self) -> None:
        title = column(
            Said("existing_form.title", role="title"), Said("existing_form.says", role="muted")
        )
        card = Card(self.form, self.source, self.scope, space=16)
        self._signer = boxed(row(self.signer_name, self.who))
        card.add(
            boxed(row(self.where, self.signed_on, shares=(3, 2))),
            self._signer,
            boxed(row(self.revision, self.language)),
            boxed(row(self.affirmed_on, self.affirmed_by)),
            self.scan,
        )
        self._override = boxed(
            column(
                Said("consent.override.title", role="section"),
                Said("consent.override.says", role="muted"),
                self.reason,
                self.seen,
            )
        )
        card.add(self._override)
        cancel = Button("act_form.cancel", self._cancel, kind="quiet")
        foot = row(cancel, None, self.do, SparingHint("Ctrl+Return"), space=8)
        self.column.addLayout(title)
        self.column.addWidget(self.kept_strip)
        self.column.addWidget(scrolling(_narrow(card)), 1)
        self.column.addLayout(foot)

    def _empty(self) -> None:
        for choice in (self.form, self.source, self.scope):
            choice.set_value(None)
        texts = (self.where, self.signer_name, self.revision, self.affirmed_by)
        for line in (*texts, self.reason, self.seen):
            line.set_value("")
        self._override.hide()
        for day in (self.signed_on, self.affirmed_on):
            day.set_day(None)
        self.language.set_value("en")
        self.who.set_value("")
        self.scan.set_data(None)

    def _typed(self) -> None:
        self._put()
        self.kept_strip.typed()

    def _put(self) -> None:
        """Take what stands in the fields into the presenter, and show what it asks for."""
        form, source, scope = self.form.value(), self.source.value(), self.scope.value()
        self.presenter.put(
            form=FormKind(form) if form else None,
            source=Source(source) if source else None,
            scope=Scope(scope) if scope else None,
            where=self.where.text(),
            signed_on=self.signed_on.day(),
            signer_name=self.signer_name.text(),
            capacity=str(self.who.value() or ""),
            revision=self.revision.text(),
            language=self.language.value() or "en",
            affirmed_on=self.affirmed_on.day(),
            affirmed_by=self.affirmed_by.text(),
            scan=self.scan.data(),
            override_reason=self.reason.text(),
            override_seen=self.seen.text(),
        )
        self._offer_signers()
        self.scope.setVisible(self.presenter.asks_scope)
        self._signer.setVisible(self.presenter.asks_signer)

    def _offer_signers(self) -> None:
        if not self.presenter.client_id:
            return
        lines = tuple(Option(c.id, f"signs_as.{c.id}") for c in capacities(self.presenter.minor))
        if lines != self.who._options:
            self.who.offer(lines)

    def _beside(self, name: str, error: DeskError) -> None:
        field = self._framed().get(name)
        if field is None:
            self.house.refuse(error)
            return
        field.refuse(error)
        field.setFocus()

    def _show(self, error: RefusedError) -> None:
        """Each finding beside its field; those without one in the notice."""
        findings = tuple(f for f in error.findings if isinstance(f, Finding))
        self._override.setVisible(self.presenter.may_override(findings))
        fields = self._framed()
        for field in fields.values():
            field.show_findings(findings)
        if not findings or any(f.field not in fields for f in findings):
            self.house.refuse(error)
        for finding in findings[:1]:
            if finding.field in fields:
                fields[finding.field].setFocus()


def _narrow(card: Card) -> QWidget:
    card.setMaximumWidth(860)
    return Narrowing(column(card, None))


def _forms() -> tuple[Option, ...]:
    return tuple(Option(form.value, f"form_name.{form.value}") for form in FORMS)


def _sources() -> tuple[Option, ...]:
    return tuple(Option(source.value, f"existing.sources.{source.value}") for source in Source)


def _languages() -> tuple[Option, ...]:
    return tuple(Option(language, f"option.language.{language}") for language in ("en", "es"))
