"""One packet to draw: an application, its questions, and what it is compared with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from forms.agreement_packet.packet import PacketMarks
from immtrac_desk.domain.agreement import AgreementApplication, SiteAgreement
from immtrac_desk.domain.organization import Organization
from immtrac_desk.domain.question import Question
from immtrac_desk.paperwork.packet_changes import Since


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPaper:
    """One packet to draw.

    `questions` are the open ones, in their order; `base` is the agreement whose answers were
    carried over; `since` gives the day of a change by question or person id; `site_names` the
    names of other organizations by id; `signer_label` is a word of DT-14.
    Without a revision the newest is drawn.
    """

    application: AgreementApplication
    organization: Organization
    questions: tuple[Question, ...]
    language: str
    record_id: str
    paper_check: Callable[[str], str]
    practice: bool
    signer_label: str
    revision: str = ""
    base: SiteAgreement | None = None
    since: Since = field(default_factory=dict)
    site_names: Mapping[str, str] = field(default_factory=dict)
    marks: PacketMarks | None = None
    copy: bool = False
    draft: bool = False
    sample: bool = False
