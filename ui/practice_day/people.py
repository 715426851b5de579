"""The three people who come to the counter on the practice day. None of them exists."""

from dataclasses import dataclass, field
from datetime import date

from immtrac_desk.domain.values import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """What the clerk types about one client, by field name; `contact` is the parent."""

    answers: dict[str, Answer]
    years: int
    race: tuple[str, ...]
    contact: dict[str, str] = field(default_factory=dict)

    def born_on(self, today: date) -> date:
        """A birth date that makes the client this old today."""
        return date(today.year - self.years, 1, 17)


def _answers(last: str, first: str, gender: str, zip_code: str, **more: str) -> dict[str, Answer]:
    plain: dict[str, Answer] = {
        "client.last_name": last,
        "client.first_name": first,
        "client.gender": gender,
        "client.address.street": "12 Oak Street",
        "client.address.zip_code": zip_code,
        "client.phone": "512 555 0142",
    }
    return plain | {f"client.{name}": text for name, text in more.items()}


CHILD = Visitor(
    answers=_answers(
        "García-López",
        "Ana Sofía",
        "female",
        "78701",
        mother_first_name="María",
        mother_maiden_name="García",
        ethnicity="hispanic",
        language="es",
    ),
    years=9,
    race=("white",),
    contact={"last": "García", "first": "María", "relation": "mother"},
)
ADULT = Visitor(
    answers=_answers(
        "O'Brien", "Malachy", "male", "77002", middle_name="J", ethnicity="not_hispanic"
    ),
    years=34,
    race=("white", "other"),
)
NEIGHBOR = Visitor(
    answers=_answers("Nguyễn", "Thị Mỹ Hường", "female", "78205", ethnicity="not_hispanic"),
    years=58,
    race=("asian",),
)
