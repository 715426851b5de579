"""What the form for an existing consent knows: signed earlier, elsewhere, on paper not ours."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.desk.consents import RecordExisting
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.draft import Override
from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.words import Choice, FormKind, Role, Scope, Source, Who
from immtrac_desk.errors import HasCode, InputError
from ui.presenters import signers

FORMS = (FormKind.MINOR, FormKind.ADULT, FormKind.DISASTER, FormKind.WITHDRAWAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the clerk tells of the paper, as typed."""

    form: FormKind | None = None
    source: Source | None = None
    where: str = ""
    signed_on: date | None = None
    signer_name: str = ""
    capacity: str = ""
    revision: str = ""
    language: str = "en"
    affirmed_on: date | None = None
    affirmed_by: str = ""
    scope: Scope | None = None
    scan: bytes | None = None
    override_reason: str = ""
    override_seen: str = ""


@dataclass(slots=True)
class ExistingPresenter:
    """`seen` is replaced as one types; `record` is the one act."""

    desk: Desk
    client_id: ClientId
    seen: Seen = field(default_factory=Seen)

    @property
    def minor(self) -> bool:
        """Who may stand in the list: for a minor's form those of DT-2, else those of DT-3."""
        if self.seen.form is FormKind.MINOR:
            return True
        if self.seen.form is FormKind.ADULT:
            return False
        return signers.is_minor(self.desk, self.desk.people.file(self.client_id).client)

    def put(self, **parts: object) -> None:
        """Replace parts of what was seen."""
        self.seen = replace(self.seen, **parts)  # type: ignore[arg-type]

    @property
    def asks_scope(self) -> bool:
        return self.seen.form is FormKind.WITHDRAWAL

    @property
    def asks_signer(self) -> bool:
        """In the registry one sees a consent, not who signed it."""
        return self.seen.source not in (Source.IMMTRAC2, Source.BIRTH_REGISTRATION)

    def record(self) -> Document:
        """Record it. Raises InputError beside an empty field, RefusedError with findings."""
        seen = self.seen
        if seen.form is None:
            raise InputError("act_form.needed", "form")
        if seen.source is None:
            raise InputError("act_form.needed", "source")
        if seen.signed_on is None:
            raise InputError("act_form.needed", "signed_on")
        if not seen.where.strip():
            raise InputError("act_form.needed", "where")
        return self.desk.consents.record_existing(self._command(seen.form, seen.source))

    def _command(self, form: FormKind, source: Source) -> RecordExisting:
        seen = self.seen
        assert seen.signed_on is not None
        withdrawal = form is FormKind.WITHDRAWAL
        return RecordExisting(
            client_id=self.client_id,
            form=form,
            signed_on=seen.signed_on,
            source=source,
            where=seen.where,
            signer_name=seen.signer_name,
            who=self._who(),
            relation=signers.relation_of(seen.capacity, seen.language),
            revision=seen.revision,
            language=seen.language,
            affirmed_on=seen.affirmed_on,
            affirmed_by=seen.affirmed_by,
            scan=seen.scan,
            choice=Choice.WITHDRAW if withdrawal else Choice.GRANT,
            scope=seen.scope if withdrawal else None,
            override=self._override(),
        )

    def may_override(self, findings: Sequence[HasCode]) -> bool:
        """A supervisor, and something stands in the way that may be overridden."""
        open_ones = any(getattr(finding, "overridable", False) for finding in findings)
        return open_ones and self.desk.actor.role is Role.SUPERVISOR

    def _override(self) -> Override | None:
        reason, what = self.seen.override_reason.strip(), self.seen.override_seen.strip()
        return Override(reason=reason, seen=what, by=self.desk.actor.id) if reason else None

    def _who(self) -> Who | None:
        lines = {line.id: line.who for line in signers.capacities(self.minor)}
        return lines.get(self.seen.capacity)
