"""What stands on the minor consent, stock number C-7, revision built-in 2026-11."""

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

RACES = ("american_indian", "asian", "black", "pacific_islander", "white", "other", "refused")

SPEC = FormSpec(
    stock_no="C-7",
    revision="built-in 2026-11",
    folder="minor_consent/r2026_11",
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
                Field("client.phone", 3),
                Field("client.email", 3),
                Field("mother.first_name", 3),
                Field("mother.maiden_name", 3),
            )
        ),
        Ticks("race", RACES, 4),
        Ticks("ethnicity", ("hispanic", "not_hispanic", "refused"), 3),
        Columns(
            (
                Heading("head.what"),
                Paragraph(("what.registry", "what.voluntary")),
                Paragraph(("grant.who", "grant.registration", "grant.release", "grant.data")),
                Heading("head.access"),
                Bullets(
                    (
                        "access.health",
                        "access.provider",
                        "access.custody",
                        "access.school",
                        "access.payor",
                    )
                ),
                Heading("head.time"),
                Paragraph(
                    ("time.once", "time.before-18", "time.until-26", "time.locked", "time.doses")
                ),
                Paragraph(("withdraw.any-time", "withdraw.ways")),
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
