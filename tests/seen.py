"""Papers signed earlier, recorded as they were seen."""

from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.desk.consents import RecordExisting
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.document import Document
from immtrac_desk.domain.words import FormKind, Source, Who


def signed_paper(desk: Desk, client: Client, signed_on: date) -> None:
    """The mother signed the minor form on that day; the paper is in the chart."""
    seen_paper(desk, client, FormKind.MINOR, signed_on, affirmed=False)


def seen_paper(
    desk: Desk, client: Client, form: FormKind, signed_on: date, *, affirmed: bool = True
) -> Document:
    """A form signed on that day by who may sign it, affirmed the same day if so."""
    minor = form is FormKind.MINOR
    return desk.consents.record_existing(
        RecordExisting(
            client_id=client.id,
            form=form,
            signed_on=signed_on,
            source=Source.PAPER,
            where="chart",
            signer_name="María García",
            who=Who.PARENT if minor else Who.SELF,
            relation="mother" if minor else "",
            affirmed_on=signed_on if affirmed else None,
            affirmed_by="mrobles" if affirmed else "",
        )
    )
