"""What stands on the adult consent, stock number F11-13366, revision built-in 2026-11."""

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
    stock_no="F11-13366",
    revision="built-in 2026-11",
    folder="adult_consent/r2026_11",
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
                Paragraph(("grant.release", "grant.inclusion", "grant.representative")),
                Heading("head.access"),
                Bullets(
                    (
                        "access.provider",
                        "access.school",
                        "access.health",
                        "access.custody",
                        "access.payor",
                    )
                ),
                Heading("head.time"),
                Paragraph(("time.once", "withdraw.any-time", "withdraw.ways")),
                Heading("head.responder"),
                Paragraph(("responder.law",)),
                Paragraph(("responder.who",)),
                Paragraph(("responder.family",)),
            )
        ),
        Ticks("responder", ("self", "family"), 2),
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
