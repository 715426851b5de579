"""The sentence at the head of a client: what is true today, and until when."""

from dataclasses import dataclass
from datetime import date

from immtrac_desk.desk.pictures import Standing
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import DisasterRetention, Responder, Status
from ui.wording import Wording

TONES: dict[Status, str] = {
    Status.DECEASED: "quiet",
    Status.CONFLICT: "bad",
    Status.WITHDRAWN: "bad",
    Status.CONSENTED_ADULT: "good",
    Status.CONSENTED_MINOR: "good",
    Status.PENDING_ADULT: "warn",
    Status.LAPSED: "warn",
    Status.SIGNED_TO_AFFIRM: "accent",
    Status.SENT_UNCONFIRMED: "accent",
    Status.DECLINED: "quiet",
    Status.NONE_MINOR: "warn",
    Status.NONE_ADULT: "warn",
}


@dataclass(frozen=True, slots=True)
class Headline:
    """Pill, its tone, the sentence, and smaller true things beneath it."""

    pill: str
    tone: str
    sentence: str
    beside: tuple[str, ...]


def headline(client: Client, standing: Standing, kept_until: date, tr: Wording) -> Headline:
    """Say a standing (DT-5) in words; `kept_until` is the day a minor's consent stops keeping."""
    status = standing.status
    told = tr.say(f"headline.{status.value}", **_facts(client, standing, kept_until, tr))
    waits = status in (Status.SIGNED_TO_AFFIRM, Status.SENT_UNCONFIRMED)
    if waits and standing.until is not None:
        told = f"{told} {tr.say('headline.before', until=tr.short_date(standing.until))}"
    return Headline(
        pill=tr.say(f"status.{status.value}"),
        tone="bad" if standing.alarm == "red" else TONES[status],
        sentence=told[:1].upper() + told[1:],
        beside=_beside(client, standing, tr),
    )


def _facts(client: Client, standing: Standing, kept_until: date, tr: Wording) -> dict[str, object]:
    minor = standing.status is Status.CONSENTED_MINOR
    days = {
        "since": standing.since,
        "kept_until": kept_until,
        "adult_on": standing.until if minor else standing.since,
        "signed": standing.to_affirm[0].signed_on if standing.to_affirm else standing.since,
    }
    said = {name: tr.short_date(day) for name, day in days.items() if day is not None}
    return {**said, **_pronouns(client, tr)}


def _pronouns(client: Client, tr: Wording) -> dict[str, str]:
    which = client.gender if client.gender in ("female", "male") else "any"
    words = ("own", "object", "subject", "oneself")
    return {word: tr.say(f"pronoun.{which}.{word}") for word in words}


def _beside(client: Client, standing: Standing, tr: Wording) -> tuple[str, ...]:
    """First responder, disaster retention, opt-out, twin: only what is there."""
    said: list[str] = []
    if standing.fr is not Responder.NONE:
        fr = tr.say(f"fr.{standing.fr.value}")
        said.append(_reviewed(tr.say("client_room.responder", fr=fr), standing.fr_review, tr))
    if standing.dir is not DisasterRetention.NONE:
        dir_ = tr.say(f"dir.{standing.dir.value}")
        told = tr.say("client_room.retention", dir=dir_)
        said.append(_reviewed(told, standing.dir_review, tr))
    if client.birth_order:
        said.append(tr.say("client_room.twin", order=client.birth_order))
    if client.contact_opt_out:
        said.append(tr.say("client_room.opt_out"))
    return tuple(said)


def _reviewed(told: str, review: bool, tr: Wording) -> str:
    return f"{told}, {tr.say('client_room.review_18')}" if review else told
