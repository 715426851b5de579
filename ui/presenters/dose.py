"""A dose as it is being typed: what stands in it, and what the registry would say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from immtrac_desk.domain.dose import Dose
from immtrac_desk.domain.finding import Finding
from immtrac_desk.domain.ids import ClientId, DoseId
from immtrac_desk.domain.rights import may
from immtrac_desk.errors import InputError
from ui.presenters import telling
from ui.presenters.dose_choices import DoseChoices, Named
from ui.presenters.dose_words import DoseSaid, said
from ui.presenters.typed_record import TypedRecord, Value, typed_over
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.registry_pictures import DosePicture

FLAGS = ("responder_asks", "historical")
_IDS = ("prescriber_id", "organization_id", "event_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseTyping:
    """The form as it was begun (`before`) and as it stands."""

    before: Dose
    dose: Dose
    unread: Mapping[str, str] = field(default_factory=dict)


class DosePresenter(TypedRecord[Dose]):
    """One dose of one client, new or corrected; `picture` is what the desk makes of it now."""

    def __init__(self, desk: "Desk", tr: Wording, dose: Dose, *, new: bool) -> None:
        self.desk, self.tr, self.new = desk, tr, new
        self.no_day = False
        """Nothing readable stands where the day is."""
        self.client = desk.people.file(dose.client_id).client
        self.choices = DoseChoices(desk, tr, self.client.born_on)
        super().__init__(dose, self._against)
        self._picture: DosePicture | None = None

    @classmethod
    def begin(
        cls, desk: "Desk", tr: Wording, client_id: ClientId, like: DoseId | None = None
    ) -> "DosePresenter":
        """A fresh dose of a client; `like` lends lot, site and prescriber of another."""
        return cls(desk, tr, desk.doses.new_dose(client_id, like=like), new=True)

    @classmethod
    def of(cls, desk: "Desk", tr: Wording, dose_id: DoseId) -> "DosePresenter":
        """A dose on record, to be read or corrected."""
        return cls(desk, tr, desk.doses.dose(dose_id).dose, new=False)

    @property
    def may_save(self) -> bool:
        return may(self.desk.actor.role, "save_dose")

    @property
    def picture(self) -> "DosePicture":
        """What the desk makes of the dose as it stands; nothing is written."""
        if self._picture is None:
            self._picture = self.desk.doses.assess(self.record)
        return self._picture

    def said(self) -> DoseSaid:
        """What the registry would say."""
        return said(self.desk, self.picture, self.tr)

    def heading(self) -> tuple[str, str]:
        """Whose dose, and how old they are on its day."""
        born, tr = self.client.born_on, self.tr
        age = telling.age_words(born, self.record.given_on, tr)
        return self.client.name.shown, tr.say("dose_room.under", born=tr.long_date(born), age=age)

    def prescribers(self) -> Named:
        """Who may prescribe on the day; whoever stands on the dose is shown too (IEE-526)."""
        dose, own = self.record, self.record.prescriber_id
        listed = self.choices.prescribers(dose.given_on, dose.organization_id)
        known = self.picture.prescriber if own and own not in dict(listed) else None
        return (*listed, (known.id, known.shown)) if known is not None else listed

    def eligibility(self) -> Named:
        """The codes that fit the age on the day, and the one on the dose though it does not."""
        fitting, own = self.choices.eligibility(self.record.given_on), self.record.eligibility
        if not own or own in dict(fitting):
            return fitting
        code = f"eligibility.{own}"
        return (*fitting, (own, self.tr.say(code) if self.tr.has(code) else own))

    # -- what stands in it -----------------------------------------------------------------

    def put(self, name: str, value: Value) -> None:
        """Put a value; a trade name brings its manufacturer where none stands yet."""
        if name == "given_on":
            self.no_day = value is None
            value = value or self.record.given_on
        if name in _IDS:
            value = value or None
        super().put(name, value)
        if name == "trade_name":
            self._propose(str(value or ""))
        if name == "given_on" and not self.no_day:
            self._drop_what_no_longer_fits()

    def take(self, record: Dose) -> None:
        self._picture = None
        super().take(record)

    def save(self) -> Dose:
        """Save by one act. Raises DeskError; nothing typed is lost."""
        if self.no_day:
            raise InputError("act_form.needed", "given_on")
        saved = self.desk.doses.save(self.record)
        self.before = self.record = saved
        self.new = False
        return saved

    def typing(self, unread: Mapping[str, str]) -> DoseTyping:
        return DoseTyping(before=self.before, dose=self.record, unread=dict(unread))

    def put_back(self, typed: DoseTyping) -> None:
        """What was typed before; of a correction only what was typed over."""
        if self.new:
            fresh = {"id": self.record.id, "entered_at": self.record.entered_at}
            self.take(replace(typed.dose, **fresh))  # type: ignore[arg-type]
        else:
            self.take(typed_over(self.record, typed.before, typed.dose))

    def _propose(self, trade: str) -> None:
        maker = self.choices.maker_of(self.record.cvx, trade)
        if maker and not self.record.manufacturer:
            self.take(replace(self.record, manufacturer=maker))

    def _drop_what_no_longer_fits(self) -> None:
        """A code of another age, and somebody who no longer prescribed on that day."""
        dose, on = self.record, self.record.given_on
        fits = {value for value, _ in self.choices.eligibility(on)}
        names = {value for value, _ in self.choices.prescribers(on, dose.organization_id)}
        self.take(
            replace(
                dose,
                eligibility=dose.eligibility if dose.eligibility in fits else "",
                prescriber_id=dose.prescriber_id if dose.prescriber_id in names else None,
            )
        )

    def _against(self, dose: Dose) -> tuple[Finding, ...]:
        """What is said beside a field; that something is missing is said in the panel."""
        found = self.desk.doses.assess(dose).missing
        return tuple(one for one in found if one.code != "element.missing")
