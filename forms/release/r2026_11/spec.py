"""What stands on the release of the history, stock number F11-11406, revision built-in 2026-11."""

from datetime import date

from forms.spec import (
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
    stock_no="F11-11406",
    revision="built-in 2026-11",
    folder="release/r2026_11",
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
        Heading("head.requester"),
        Fields((Field("release.requester", 7), Field("release.relation", 5))),
        Fields((Field("release.address", 8, lines=3), Field("release.fax", 4))),
        Columns(
            (
                Heading("head.what"),
                Paragraph(("what.registry", "what.voluntary")),
                Paragraph(("release.once",)),
                Paragraph(("release.entitled", "release.all")),
                Paragraph(("release.authorize", "release.where")),
            )
        ),
        Heading("head.choice"),
        Choice(("release", "not_release")),
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
    ),
)
