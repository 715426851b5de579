"""What the summary of a client's record shows: flat texts, days as they are printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPerson:
    """The client. `status` is a sentence; `address` and `former_names` one text each."""

    name: str
    birth_date: str
    gender: str = ""
    former_names: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    mother: str = ""
    race: str = ""
    ethnicity: str = ""
    language: str = ""
    chart_no: str = ""
    immtrac2_id: str = ""
    site: str = ""
    status: str
    notes: tuple[str, ...] = ()
    """Further sentences: first responder, disaster consent, a wish not to be contacted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResponsible:
    """Somebody responsible for a minor."""

    name: str
    relation: str = ""
    contact: str = ""
    note: str = ""
    """Such as `primary`, or until when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsent:
    """A signed consent, refusal or withdrawal, and where it stands, in words."""

    what: str
    signed_on: str
    signer: str
    state: str
    in_effect_on: str = ""
    ended_on: str = ""
    form: str = ""
    """Stock number, revision and language."""
    record_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAct:
    """One line of the client's history: its day, what was done, by whom."""

    on: str
    what: str
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDose:
    """A dose given, and where its report stands, in words."""

    given_on: str
    vaccine: str
    state: str
    code: str = ""
    lot: str = ""
    manufacturer: str = ""
    place: str = ""
    """Route and body site."""
    eligibility: str = ""
    prescriber: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReading:
    """What the registry showed: a search with its outcome, or what was read off the schedule."""

    on: str
    what: str
    said: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDocument:
    """A paper on file; `digest` is its SHA-256 in hexadecimal."""

    title: str
    on: str
    pages: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTask:
    """Something that somebody had, or still has, to do outside the desk."""

    on: str
    what: str
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSummary:
    """A client's whole record. `printed` says when and by whom, `stamps` as of a report."""

    language: str
    organization: str
    person: RecordPerson
    responsible: tuple[RecordResponsible, ...] = ()
    consents: tuple[RecordConsent, ...] = ()
    acts: tuple[RecordAct, ...] = ()
    doses: tuple[RecordDose, ...] = ()
    readings: tuple[RecordReading, ...] = ()
    documents: tuple[RecordDocument, ...] = ()
    tasks: tuple[RecordTask, ...] = ()
    printed: str
    stamps: tuple[str, ...] = ()
