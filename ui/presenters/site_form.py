"""The record of one site as it is being typed: checked by DT-15 as one moves on, saved once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.domain.organization import Organization
from ui.presenters.agreement_words import org_type_words
from ui.presenters.typed_record import TypedRecord, Value, typed_over
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk

Named = tuple[tuple[str, str], ...]
"""Words to pick from: the value, and what is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTyping:
    """The form as it was begun (`before`) and as it stands, for whoever typed it."""

    before: Organization
    organization: Organization
    pin_again: str = ""
    changed_on: date | None = None
    unread: Mapping[str, str] = field(default_factory=dict)


class SiteFormPresenter(TypedRecord[Organization]):
    """`changed_on` is the day since when what is typed is true; triggers count from it."""

    twice = "tvfc_pin"

    def __init__(self, desk: "Desk", site: Organization, *, new: bool) -> None:
        self.desk, self.new = desk, new
        self.changed_on = desk.today()
        super().__init__(site, self._against)

    def put(self, name: str, value: Value) -> None:
        """Put a value; a ZIP proposes city and county where none stands yet."""
        if name == "parent_id":
            value = OrganizationId(str(value)) if value else None
        super().put(name, value)
        if name == "zip_code":
            self._propose(str(value or ""))

    def save(self) -> Organization:
        """Save by one act. Raises DeskError; nothing typed is lost."""
        saved = self.desk.roster.save_organization(self.record, self.changed_on, self.again)
        self.before = self.record = saved
        self.new = False
        return saved

    def options(self, name: str, tr: Wording) -> Named:
        """The words of a list that the clinic keeps, the counties, or the other sites."""
        if name == "county":
            return tuple((county, county) for county in self.desk.people.counties())
        if name == "parent_id":
            return self._parents(tr)
        listed = self.desk.book.setting(f"lists.{name}")
        assert isinstance(listed, tuple)
        kept = str(self.value(name) or "")
        given = listed if not kept or kept in listed else (*listed, kept)
        return tuple((str(word), org_type_words(str(word), tr)) for word in given)

    def typing(self, unread: Mapping[str, str]) -> SiteTyping:
        """The form as it stands."""
        return SiteTyping(
            before=self.before,
            organization=self.record,
            pin_again=self.again,
            changed_on=self.changed_on,
            unread=dict(unread),
        )

    def put_back(self, typed: SiteTyping) -> None:
        """Put in what was typed before; of a correction only what was typed over, so that what a
        colleague corrected meanwhile stays."""
        self.changed_on = typed.changed_on or self.changed_on
        self.again = typed.pin_again or self.again
        if self.new:
            self.take_back(replace(typed.organization, id=self.record.id))
            return
        self.take_back(typed_over(self.record, typed.before, typed.organization))

    def _against(self, site: Organization) -> tuple[Finding, ...]:
        return self.desk.roster.check_organization(site, self.again)

    def _parents(self, tr: Wording) -> Named:
        others = (one for one in self.desk.roster.organizations() if one.id != self.record.id)
        found = tuple((one.id, one.name) for one in others if one.parent_id != self.record.id)
        return (("", tr.say("site_field.parent_id.none")), *found)

    def _propose(self, zip_code: str) -> None:
        place = self.desk.people.place(zip_code)
        if place is None:
            return
        site = self.record
        self.take(
            replace(
                site,
                city=site.city or place.city,
                county=site.county or place.county,
                state=place.state if not site.city else site.state,
            )
        )
