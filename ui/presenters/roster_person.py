"""Somebody named in an agreement, as typed: the e-mail twice, and nothing like a password."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.site_person import SitePerson
from ui.presenters.typed_record import TypedRecord, typed_over

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTyping:
    """The form as it was begun (`before`) and as it stands."""

    before: SitePerson
    person: SitePerson
    email_again: str = ""
    unread: Mapping[str, str] = field(default_factory=dict)


class PersonFormPresenter(TypedRecord[SitePerson]):
    """An e-mail on record counts as typed twice until it is typed over."""

    twice = "email"

    def __init__(
        self, desk: "Desk", site: OrganizationId, person: SitePerson, *, new: bool
    ) -> None:
        self.desk, self.site, self.new = desk, site, new
        super().__init__(person, self._against)

    def save(self) -> SitePerson:
        """Save by one act. Raises DeskError; nothing typed is lost."""
        saved = self.desk.roster.save_person(self.record, self.again)
        self.before = self.record = saved
        self.new = False
        return saved

    def typing(self, unread: Mapping[str, str]) -> PersonTyping:
        return PersonTyping(
            before=self.before,
            person=self.record,
            email_again=self.again,
            unread=dict(unread),
        )

    def put_back(self, typed: PersonTyping) -> None:
        self.again = typed.email_again
        if self.new:
            self.take_back(replace(typed.person, id=self.record.id))
        else:
            self.take_back(typed_over(self.record, typed.before, typed.person))

    def _against(self, person: SitePerson) -> tuple[Finding, ...]:
        return self.desk.roster.check_person(person, self.site, self.again)
