"""What Today knows: the work lists, your drafts, the loud entries, the last good backup."""

from dataclasses import dataclass

from immtrac_desk.desk import Desk
from immtrac_desk.desk.pictures import TodayLists, WorkEntry, WorkList
from immtrac_desk.domain.audit import AuditEntry
from immtrac_desk.domain.draft import KeptDraft
from immtrac_desk.domain.rights import may
from ui.presenters import telling
from ui.wording import Wording

URGENCY = {"red": 0, "amber": 1}
_URGENT_WORDS = frozenset({"to_affirm.red", "to_affirm.amber", "withdrawal_unconfirmed.amber"})
_OPENS = {"to_affirm": "affirm", "withdrawal_unconfirmed": "confirm_withdrawal"}
_BEGINS = frozenset({"turning_18", "pending_adult", "last_chance", "declined_again"})


@dataclass(frozen=True, slots=True)
class Card:
    """One work list as it stands on the screen. `tone` is good, warn or bad."""

    code: str
    count: int
    title: str
    sentence: str
    button: str
    tone: str
    entries: tuple[WorkEntry, ...]


class TodayPresenter:
    """Reads the day when it is first asked for, and anew with its `cards`."""

    def __init__(self, desk: Desk, tr: Wording) -> None:
        self.desk = desk
        self.tr = tr
        self._picture: TodayLists | None = None

    @property
    def picture(self) -> TodayLists:
        """The day as it was read."""
        if self._picture is None:
            self._picture = self.desk.book.today_lists()
        return self._picture

    def heading(self, *, short: bool = False) -> str:
        """The day; `short` where large text leaves it little room."""
        say = self.tr.short_date if short else self.tr.weekday_date
        return say(self.desk.today())

    def cards(self) -> tuple[Card, ...]:
        """The lists that hold somebody, the urgent ones first."""
        self._picture = self.desk.book.today_lists()
        lists = sorted(self.picture.lists, key=lambda one: URGENCY.get(one.alarm, 2))
        return tuple(self._card(one) for one in lists)

    @property
    def any_clients(self) -> bool:
        return self.picture.clients > 0

    def drafts(self) -> tuple[KeptDraft, ...]:
        """Your own half-done forms, the latest first."""
        if not may(self.desk.actor.role, "keep_draft"):
            return ()
        return tuple(sorted(self.desk.consents.drafts(), key=lambda d: d.kept_at, reverse=True))

    def draft_line(self, kept: KeptDraft) -> str:
        at = telling.moment_words(kept.kept_at, self.desk.now(), self.tr)
        form = self.tr.say(f"form_name.{kept.draft.form.value}")
        return self.tr.say(
            "today.draft", name=kept.draft.client.name.shown or "…", form=form, at=at
        )

    def loud(self) -> tuple[AuditEntry, ...]:
        """Entries a supervisor has not seen yet; nobody else is shown them."""
        if not may(self.desk.actor.role, "see_loud"):
            return ()
        return self.desk.book.loud()

    def loud_line(self, entry: AuditEntry) -> str:
        """What happened, who did it, when."""
        at = telling.moment_words(entry.at, self.desk.now(), self.tr)
        act = self.tr.say(f"audit.{entry.act}")
        return self.tr.say("today.loud_line", act=act, who=entry.actor, at=at)

    def entry_line(self, entry: WorkEntry) -> str:
        """Who, born when, since when: enough to pick the right person out of a list."""
        born = self.tr.short_date(entry.born_on)
        return self.tr.say("today.entry", name=entry.name, born=born)

    def since_line(self, entry: WorkEntry) -> str:
        if entry.since is None:
            return ""
        return telling.days_words((self.desk.today() - entry.since).days, self.tr)

    def backup_line(self) -> tuple[str, bool]:
        """The last good backup in words, and whether it is old enough to worry."""
        last = self.picture.backup
        if last is None:
            return self.tr.say("today.backup.none"), True
        now = self.desk.now()
        words = telling.moment_words(last.at, now, self.tr)
        old = (now - last.at).days > 1
        return self.tr.say("today.backup.at", at=words), old

    def _card(self, one: WorkList) -> Card:
        return Card(
            code=one.code,
            count=one.count,
            title=self.tr.say(f"list.{one.code}.title"),
            sentence=self._sentence(one),
            button=self.tr.say(f"list.{one.code}.button"),
            tone={"red": "bad", "amber": "warn"}.get(one.alarm, "good"),
            entries=one.entries,
        )

    def _sentence(self, one: WorkList) -> str:
        """The oldest, how long, and what makes it urgent."""
        first = one.entries[0]
        told = self.tr.say(f"list.{one.code}.says", name=first.name, days=self.since_line(first))
        if one.alarm in URGENCY and f"{one.code}.{one.alarm}" in _URGENT_WORDS:
            return f"{told} {self.tr.say(f'list.{one.code}.{one.alarm}')}"
        return told


def opens(code: str) -> str:
    """Which small form a list's button opens at its client, `""` for the client alone."""
    return _OPENS.get(code, "")


def begins_consent(code: str) -> bool:
    """True where the list's next step is a new form."""
    return code in _BEGINS
