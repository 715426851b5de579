"""The work lists as lists of people: counts, the loudest alarm, filters, whom one has ticked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from immtrac_desk.domain.ids import ClientId
from immtrac_desk.domain.rights import may
from immtrac_desk.domain.values import plain_letters
from ui.wording import Wording

if TYPE_CHECKING:
    from immtrac_desk.desk import Desk
    from immtrac_desk.desk.letter_pictures import DisasterClock, ListLine, ListPicture

LOUDEST = ("red", "amber")
TONES = {"red": "bad", "amber": "warn", "": "quiet"}
CALM = "calm"
"""In the filter: whoever is neither red nor amber."""
NO_SITE = "none"
"""In the filter: clients who stand at no site but the clinic itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChoice:
    """One list as it stands at the left; `tone` is that of its loudest line."""

    code: str
    title: str
    count: int
    tone: str
    told: str
    """All of it in words, for whoever hears it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Which lines of a list are shown; "" asks for all."""

    text: str = ""
    site: str = ""
    language: str = ""
    alarm: str = ""
    writable: bool = False
    """Only those who want letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One client of a list in words; `cells` stand in the order of the table's columns."""

    client_id: ClientId
    cells: tuple[str, ...]
    loud: bool


class ListsPresenter:
    """`read` is slow and called off the event loop; everything else works on what it brought."""

    def __init__(self, desk: "Desk", tr: Wording) -> None:
        self._desk, self._tr = desk, tr
        self._lists: dict[str, ListPicture] = {}
        self._sites: dict[str, str] = {}
        self.code = ""
        self.narrowed = Narrowed()
        self.ticked: frozenset[ClientId] = frozenset()
        self.shown: tuple[ListLine, ...] = ()
        """The lines of the list in hand that fit the filters."""
        self._folded: dict[str, str] = {}
        self.last_run = ""
        """The run of letters that was made last, where that was today."""
        self.may_write = may(desk.actor.role, "make_letters")
        self.may_export = may(desk.actor.role, "export")

    def read(self) -> "tuple[ListPicture, ...]":
        """Every list as it stands today, those that hold nobody too."""
        lists = self._desk.letters.lists()
        names = {line.name for one in lists for line in one.entries}
        self._folded = {name: plain_letters(name) for name in names}
        return lists

    def take(self, lists: "Iterable[ListPicture]") -> None:
        """Take in what `read` brought; the list in hand and the ticks stay where they can."""
        self._lists = {one.code: one for one in lists}
        self.last_run = self._made_today()
        sites = self._desk.roster.organizations()
        self._sites = {one.id: one.name for one in sites}
        if self.code not in self._lists:
            held = next((one.code for one in self._lists.values() if one.entries), "")
            self.code = held or next(iter(self._lists), "")
        self.ticked &= {line.client_id for line in self.lines if line.client_id}
        self._fill()

    def choices(self) -> tuple[ListChoice, ...]:
        """The lists at the left: those that hold somebody first, in the order of Today."""
        ordered = sorted(self._lists.values(), key=lambda one: not one.entries)
        return tuple(self._choice(one) for one in ordered)

    @property
    def picture(self) -> "ListPicture | None":
        """The list in hand."""
        return self._lists.get(self.code)

    @property
    def lines(self) -> "tuple[ListLine, ...]":
        """Everybody on the list in hand, whoever is shown."""
        return self.picture.entries if self.picture else ()

    @property
    def letter(self) -> str:
        """The letter that belongs to the list in hand; "" for none."""
        return self.picture.letter if self.picture else ""

    @property
    def any_alarm(self) -> bool:
        """Whether anybody on the list in hand is red or amber."""
        return self.picture is not None and bool(self.picture.alarm)

    def choose(self, code: str) -> None:
        """Take another list in hand: its filters and ticks begin anew."""
        self.code, self.ticked, self.narrowed = code, frozenset(), Narrowed()
        self._fill()

    def narrow(self, narrowed: Narrowed) -> None:
        self.narrowed = narrowed
        self._fill()

    # -- whom ------------------------------------------------------------------------------

    def tick(self, ids: Iterable[str]) -> None:
        """Tick these clients and no others."""
        self.ticked = frozenset(ClientId(one) for one in ids)

    def tick_all(self) -> None:
        """Tick everybody who is shown; where all are, nobody."""
        shown = self.shown_ids()
        self.ticked = frozenset() if self.ticked >= set(shown) else self.ticked.union(shown)

    def chosen(self) -> tuple[ClientId, ...]:
        """Whom an act is for: those ticked of whom is shown, else everybody shown."""
        ids = self.shown_ids()
        return tuple(one for one in ids if one in self.ticked) or ids

    def shown_ids(self) -> tuple[ClientId, ...]:
        """The clients who are shown, in their order."""
        return tuple(line.client_id for line in self.shown if line.client_id)

    def page(self, at: int, most: int) -> tuple[PersonRow, ...]:
        """Rows in words from the line `at` on: only what comes into sight is ever said."""
        lines = self.shown[at : at + most]
        return tuple(self._row(line.client_id, line) for line in lines if line.client_id)

    # -- words -----------------------------------------------------------------------------

    def title(self) -> str:
        return self._tr.say(f"list.{self.code}.title") if self.code else ""

    def count_words(self) -> str:
        """How many are shown of how many, and how many of those are ticked."""
        shown, whole = len(self.shown), len(self.lines)
        ticked = sum(1 for line in self.shown if line.client_id in self.ticked)
        code = "all_1" if whole == shown == 1 else "all" if shown == whole else "some"
        said = self._tr.say(f"lists_page.count.{code}", shown=shown, whole=whole)
        return f"{said} {self._tr.say('lists_page.count.ticked', count=ticked)}" if ticked else said

    def sites(self) -> tuple[tuple[str, str], ...]:
        """The sites by which a list can be narrowed, none where nobody stands at one."""
        used = {str(line.site_id) for line in self.lines if line.site_id}
        found = tuple((site, name) for site, name in self._sites.items() if site in used)
        return (*found, (NO_SITE, "lists_page.no_site")) if found else ()

    def languages(self) -> tuple[str, ...]:
        """The languages spoken on the list in hand."""
        return tuple(sorted({line.language for line in self.lines} - {""}))

    def clock(self) -> tuple[str, ...]:
        """What the disaster clock says, one sentence an event (DT-7)."""
        return tuple(self._clock(one) for one in (self.picture.clocks if self.picture else ()))

    def file_name(self, kind: str) -> str:
        """What a file of this list is called: the list and the day, nobody's name."""
        return f"{self.code}-{self._desk.today().isoformat()}.{kind}"

    def export(self, kind: str) -> bytes:
        """The lines in hand as `csv` or `xlsx`; the book notes how many."""
        return self._desk.letters.export(self.code, kind, self._tr.language, self.chosen())

    def _made_today(self) -> str:
        now = self._desk.now()
        runs = self._desk.letters.runs(1)
        today = [one.id for one in runs if one.made_at.astimezone(now.tzinfo).date() == now.date()]
        return today[0] if today else ""

    def _clock(self, one: "DisasterClock") -> str:
        on = self._tr.long_date(one.removal_on) if one.removal_on else ""
        days = max((one.removal_on - self._desk.today()).days, 0) if one.removal_on else 0
        code = f"lists_page.clock.{one.state}"
        parts = [self._tr.say(code, name=one.event, on=on, days=days)]
        if one.clients and one.state != "removed":
            parts.append(self._tr.say("lists_page.clock.clients", count=one.clients))
        if not one.confirmed and one.removal_on:
            parts.append(self._tr.say("lists_page.clock.unconfirmed"))
        return " ".join(parts)

    def _choice(self, one: "ListPicture") -> ListChoice:
        title = self._tr.say(f"list.{one.code}.title")
        loud = one.alarm
        parts = [title, str(len(one.entries))]
        if loud:
            parts.append(self._tr.say(f"lists_page.alarm.{loud}"))
        return ListChoice(
            code=one.code,
            title=title,
            count=len(one.entries),
            tone=TONES[loud],
            told=", ".join(parts),
        )

    def _fill(self) -> None:
        if self.narrowed == Narrowed():
            self.shown = self.lines
            return
        wanted = replace(self.narrowed, text=plain_letters(self.narrowed.text))
        self.shown = tuple(one for one in self.lines if self._fits(one, wanted))

    def _fits(self, line: "ListLine", wanted: Narrowed) -> bool:
        site = str(line.site_id or NO_SITE)
        return (
            wanted.site in ("", site)
            and wanted.language in ("", line.language)
            and wanted.alarm in ("", line.alarm if line.alarm in LOUDEST else CALM)
            and not (wanted.writable and line.no_contact)
            and self._named(line.name, wanted.text)
        )

    def _named(self, name: str, text: str) -> bool:
        folded = self._folded.get(name, "")
        return all(part in folded for part in text.split())

    def _row(self, client: ClientId, line: "ListLine") -> PersonRow:
        tr = self._tr
        return PersonRow(
            client_id=client,
            cells=(
                line.name,
                tr.short_date(line.born_on) if line.born_on else "",
                self._when_cell(line),
                self._alarm_cell(line.alarm),
                self._letter_cell(line),
            ),
            loud=line.alarm == LOUDEST[0],
        )

    def _alarm_cell(self, alarm: str) -> str:
        """A sign and a word, so that no colour is needed."""
        heard = alarm in LOUDEST
        return f"▲ {self._tr.say(f'lists_page.alarm.{alarm}')}" if heard else ""

    def language_words(self, language: str) -> str:
        code = f"option.language.{language}"
        return self._tr.say(code) if language and self._tr.has(code) else language

    def _when_cell(self, line: "ListLine") -> str:
        """Until when, where a day runs out; else since when."""
        if line.due:
            return self._tr.say("lists_page.until_day", on=self._tr.short_date(line.due))
        since = line.since
        return self._tr.say("lists_page.since_day", on=self._tr.short_date(since)) if since else ""

    def _letter_cell(self, line: "ListLine") -> str:
        """In which language, and when the last one was written."""
        if line.no_contact:
            return self._tr.say("lists_page.no_letters")
        on, spoken = line.last_letter_on, self.language_words(line.language)
        if on is None:
            return spoken
        return f"{spoken} · {self._tr.say('lists_page.last_letter', on=self._tr.short_date(on))}"
