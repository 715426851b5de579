"""Names that honest people have, and texts that programs stumble over: each is kept as typed."""

HARD = (
    "O'Brien",
    "Ñuñez",
    "García-López",
    "Nguyễn Thị Mỹ Hường",
    "X",
    "<b>&amp;</b>",
    "Robert'); DROP TABLE",
    "AND",
)
