"""DT-16: what must be true of somebody named at a site, and of the account that goes with it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from immtrac_desk.domain.finding import Finding, FindingFact
from immtrac_desk.domain.site_person import (
    SUPERVISORS,
    USERS,
    RoleHeld,
    SitePerson,
    SiteRole,
    Training,
    TrainingKind,
)
from immtrac_desk.domain.words import Severity
from immtrac_desk.law.identifiers import check_email, check_extension, check_npi, check_phone
from immtrac_desk.law.tables import row

_SHARED = frozenset(
    {
        *("admin", "administrator", "appointments", "billing", "clinic", "contact", "desk"),
        *("frontdesk", "help", "immunizations", "info", "mail", "manager", "nurse", "nurses"),
        *("office", "pharmacy", "reception", "records", "schedule", "school", "staff", "support"),
        *("team", "vaccines", "citas", "clinica", "recepcion", "oficina", "farmacia"),
    }
)
"""Names of mailboxes that several people read."""
_PLAIN = "._-@"
"""Signs that stand in ordinary user names and e-mail addresses."""
_IN_NAMES = "-'."
_TYPED_AT_LOG_IN = frozenset({"org_code", "tx_iis_id", "tvfc_pin", "tvfc_pin_again"})
"""Fields next to which a password is at hand."""


def assess_person(
    person: SitePerson,
    others: Sequence[SitePerson],
    roles: Sequence[RoleHeld],
    trainings: Sequence[Training],
    on: date,
    practice: bool = False,
) -> tuple[Finding, ...]:
    """Return what must be said of `person` on `on`, each beside its field.

    `others` is everybody else of the vault, `roles` everybody's roles, the ones about to be given
    among them; `trainings` may hold other people's too.
    """
    own = [one for one in roles if one.person_id == person.id]
    return (
        *_names(person, on),
        *_email(person, others, roles, on),
        *_secrets(person, on),
        *_numbers(person, practice),
        *_days(person, on),
        *_training(own, [one for one in trainings if one.person_id == person.id], on),
    )


def assess_training(training_on: date, on: date) -> tuple[Finding, ...]:
    """Return what is wrong with the day of a training, today being `on` (DT-16.4)."""
    return (_finding("training.in_future", "on", "DT-16.4", on),) if training_on > on else ()


def disable_due(left_on: date) -> date:
    """Return when the account in ImmTrac2 must be disabled: on the last day itself (DT-16.7)."""
    return left_on


def is_active_user(person: SitePerson, roles: Sequence[RoleHeld], on: date) -> bool:
    """True if `person` holds a role with an account on `on`, and the account is not disabled.

    A role that begins later counts: its e-mail is spoken for.
    """
    if person.left_on is not None and person.left_on < on:
        return False
    disabled, made = person.account_disabled_on, person.account_made_on
    if disabled is not None and disabled <= on and not (made and made > disabled):
        return False
    return _still(person, roles, USERS, on)


def looks_like_password(text: str, plain: str = "") -> bool:
    """True if a word of `text` has the shape of an ImmTrac2 password (DT-16.8).

    8 to 16 characters with upper case, lower case, digit and a special character; the signs of
    `plain` are not special.
    """
    rule = row("DT-16.8", date.max).then
    return any(
        int(rule["least"]) <= len(word) <= int(rule["most"]) and _mixed(word, plain)
        for word in text.split()
    )


def assess_texts(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Say of each text of a site, by its field, that it looks like a password (DT-16.8).

    Refused where a password is at hand; elsewhere hours or an address may look like one, and warn.
    """
    return tuple(
        Finding(
            code="person.looks_like_password",
            field=field,
            severity=Severity.ERROR if field in _TYPED_AT_LOG_IN else Severity.WARNING,
            row="DT-16.8",
        )
        for field, text in texts.items()
        if looks_like_password(text)
    )


def _mixed(word: str, plain: str) -> bool:
    kinds = (str.isupper, str.islower, str.isdigit)
    special = any(not letter.isalnum() and letter not in plain for letter in word)
    return special and all(any(kind(letter) for letter in word) for kind in kinds)


def _names(person: SitePerson, on: date) -> Iterator[Finding]:
    if not person.first_name.strip():
        yield _finding("person.first_name_missing", "first_name", "DT-16.6", on)
    if not person.last_name.strip():
        yield _finding("person.last_name_missing", "last_name", "DT-16.6", on)
    longest = row("DT-16.6", on).then
    limits = {"first_name": "first", "last_name": "last", "middle_initial": "initial"}
    for field, name in limits.items():
        yield from _length(field, getattr(person, field), int(longest[name]), "DT-16.6", on)


def _length(field: str, value: str, limit: int, row_id: str, on: date) -> Iterator[Finding]:
    if len(value.strip()) > limit:
        facts: dict[str, FindingFact] = {"limit": limit, "length": len(value.strip())}
        yield _finding("person.too_long", field, row_id, on, facts=facts)


def _email(
    person: SitePerson, others: Sequence[SitePerson], roles: Sequence[RoleHeld], on: date
) -> Iterator[Finding]:
    typed, user = person.email.strip(), is_active_user(person, roles, on)
    if not typed:
        if user:
            yield _finding("person.email_missing", "email", "DT-16.5", on)
        return
    if check_email(typed) is not None:
        yield _finding("person.email_shape", "email", "DT-16.5", on)
    yield from _length("email", typed, int(row("DT-16.5", on).then["email"]), "DT-16.5", on)
    if _mailbox(typed) in _SHARED:
        yield _finding("person.shared_mailbox", "email", "DT-16.5", on, Severity.WARNING)
    same = (one for one in others if one.email.strip().casefold() == typed.casefold())
    if any(is_active_user(one, roles, on) for one in same if one.id != person.id):
        severity = Severity.ERROR if user else Severity.WARNING
        yield _finding("person.email_twice", "email", "DT-16.5", on, severity)


def _mailbox(email: str) -> str:
    return "".join(filter(str.isalpha, email.partition("@")[0])).casefold()


def _secrets(person: SitePerson, on: date) -> Iterator[Finding]:
    typed = (("title", ""), ("licence_no", ""), ("registry_user", _PLAIN))
    names = (("first_name", _IN_NAMES), ("last_name", _IN_NAMES))
    for field, plain in (*names, *typed):
        if looks_like_password(getattr(person, field), plain):
            yield _finding("person.looks_like_password", field, "DT-16.8", on)


def _numbers(person: SitePerson, practice: bool) -> Iterator[Finding]:
    found = (
        check_phone(person.phone, "phone", practice),
        check_extension(person.extension),
        check_npi(person.npi),
    )
    yield from (one for one in found if one is not None)


def _days(person: SitePerson, on: date) -> Iterator[Finding]:
    if person.hired_on and person.left_on and person.left_on < person.hired_on:
        yield _finding("person.left_before_hired", "left_on", "DT-16.7", on)


def _training(
    own: Sequence[RoleHeld], trainings: Sequence[Training], on: date
) -> Iterator[Finding]:
    if any(one.on > on for one in trainings):
        yield _finding("training.in_future", "on", "DT-16.4", on)
    trained = any(one.kind is TrainingKind.SUPERVISOR and one.on <= on for one in trainings)
    supervises = any(one.role in SUPERVISORS and _not_over(one, on) for one in own)
    if supervises and not trained:
        yield _finding("person.supervisor_untrained", "role", "DT-16.4", on)


def _still(
    person: SitePerson, roles: Sequence[RoleHeld], group: frozenset[SiteRole], on: date
) -> bool:
    own = (one for one in roles if one.person_id == person.id and one.role in group)
    return any(_not_over(one, on) for one in own)


def _not_over(held: RoleHeld, on: date) -> bool:
    return held.until_on is None or on <= held.until_on


def _finding(
    code: str,
    field: str,
    row_id: str,
    on: date,
    severity: Severity = Severity.ERROR,
    facts: dict[str, FindingFact] | None = None,
) -> Finding:
    found = row(row_id, on)
    return Finding(
        code=code,
        field=field,
        severity=severity,
        row=found.id,
        citation=found.citation,
        facts=facts or {},
    )
