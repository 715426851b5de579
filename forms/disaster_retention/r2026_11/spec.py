"""What stands on the disaster retention consent, F11-12956, revision built-in 2026-11."""

from datetime import date

from forms.spec import (
    Bullets,
    Choice,
    Columns,
    Contacts,
    Field,
    Fields,
    FormSpec,
    Heading,
    Panel,
    Paragraph,
    SignatureLine,
)

SPEC = FormSpec(
    stock_no="F11-12956",
    revision="built-in 2026-11",
    folder="disaster_retention/r2026_11",
    effective_from=date(2026, 11, 1),
    blocks=(
        Heading("head.client"),
        Fields(
            (
                Field("client.last_name", 4),
                Field("client.first_name", 4),
                Field("client.middle_name", 2),
                Field("client.birth_date", 2),
            )
        ),
        Fields(
            (
                Field("client.gender", 4, ("female", "male")),
                Field("client.street", 6),
                Field("client.unit", 2),
            )
        ),
        Fields(
            (
                Field("client.city", 4),
                Field("client.state", 2),
                Field("client.zip", 2),
                Field("client.county", 4),
            )
        ),
        Fields(
            (
                Field("client.phone", 4),
                Field("mother.first_name", 4),
                Field("mother.maiden_name", 4),
            )
        ),
        Columns(
            (
                Heading("head.what"),
                Paragraph(("what.registry", "what.disaster")),
                Paragraph(("what.five-years", "what.removed")),
                Paragraph(("what.voluntary", "what.encouraged")),
                Heading("head.grant"),
                Paragraph(("grant.retain", "grant.release", "grant.one")),
                Heading("head.access"),
                Bullets(("access.agency", "access.provider")),
                Heading("head.withdraw"),
                Paragraph(("withdraw.any-time", "withdraw.writing")),
            )
        ),
        Heading("head.choice"),
        Choice(("grant", "decline")),
        SignatureLine(),
        Columns(
            (
                Heading("head.privacy"),
                Paragraph(
                    ("privacy.know", "privacy.see", "privacy.correct", "privacy.more"), small=True
                ),
                Panel("staff.title", ("staff.registered", "staff.others")),
            )
        ),
        Contacts(),
    ),
)
