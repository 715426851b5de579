"""What stands on the withdrawal of consent, stock number C-8, revision built-in 2026-11."""

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
    Ticks,
)

SPEC = FormSpec(
    stock_no="C-8",
    revision="built-in 2026-11",
    folder="withdrawal/r2026_11",
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
        Fields((Field("client.gender", 4, ("female", "male")), Field("client.street", 8))),
        Fields(
            (
                Field("client.city", 4),
                Field("client.state", 2),
                Field("client.zip", 2),
                Field("client.county", 4),
            )
        ),
        Fields((Field("client.phone", 4), Field("client.email", 8))),
        Columns(
            (
                Heading("head.what"),
                Paragraph(("what.registry", "what.voluntary")),
                Paragraph(("withdraw.who", "withdraw.signer")),
                Heading("head.scope"),
                Paragraph(("withdraw.ends", "withdraw.excluded", "withdraw.ways")),
                Heading("head.know"),
                Bullets(("know.not-back", "know.vaccination", "know.again", "know.confirmed")),
            )
        ),
        Ticks("scope", ("standard", "disaster", "both"), 3),
        Heading("head.choice"),
        Choice(("withdraw", "keep")),
        SignatureLine(),
        Columns(
            (
                Heading("head.privacy"),
                Paragraph(
                    ("privacy.know", "privacy.see", "privacy.correct", "privacy.more"), small=True
                ),
                Panel("staff.title", ("staff.send", "staff.keep")),
            )
        ),
        Contacts(),
        Panel(
            "confirm.title",
            ("confirm.dshs",),
            ("confirm.received", "confirm.excluded", "confirm.by", "confirm.date"),
        ),
    ),
)
