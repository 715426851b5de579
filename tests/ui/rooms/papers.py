"""A paper signed earlier, recorded as it was seen."""

from datetime import date

from immtrac_desk.desk import Desk
from immtrac_desk.desk.consents import RecordExisting
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import FormKind, Source, Who


def signed_paper(desk: Desk, client: Client, signed_on: date) -> None:
    """The mother signed the minor form on that day; the paper is in the chart."""
    desk.consents.record_existing(
        RecordExisting(
            client_id=client.id,
            form=FormKind.MINOR,
            signed_on=signed_on,
            source=Source.PAPER,
            where="chart",
            signer_name="María García",
            who=Who.PARENT,
            relation="mother",
        )
    )
