"""A list of the registry room, or the list behind a number, as one table of typed columns."""

from collections.abc import Mapping, Sequence

from immtrac_desk.desk.letter_pictures import ListLine
from immtrac_desk.domain.ids import OrganizationId
from immtrac_desk.exports.table import Cell, Column, ColumnKind, Table
from immtrac_desk.paperwork.report_words import report_words

_COLUMNS = (
    *(("id", ColumnKind.TEXT), ("name", ColumnKind.TEXT), ("born_on", ColumnKind.DATE)),
    *(("since", ColumnKind.DATE), ("due", ColumnKind.DATE), ("alarm", ColumnKind.TEXT)),
    *(("language", ColumnKind.TEXT), ("site", ColumnKind.TEXT), ("county", ColumnKind.TEXT)),
    *(("no_contact", ColumnKind.TEXT), ("last_letter_on", ColumnKind.DATE)),
)


def list_table(
    list_code: str,
    lines: Sequence[ListLine],
    sites: Mapping[OrganizationId, str],
    language: str,
) -> Table:
    """Return the list with its headings in `language`; words stand in it, never codes."""
    words = report_words(language)

    def row(line: ListLine) -> tuple[Cell, ...]:
        return (
            line.client_id or "",
            line.name,
            line.born_on,
            line.since,
            line.due,
            words.say(f"sheet.alarm.{line.alarm}") if line.alarm in ("amber", "red") else "",
            words.say(f"sheet.language.{line.language}") if line.language else "",
            sites.get(line.site_id, "") if line.site_id else "",
            line.county,
            words.say("sheet.yes") if line.no_contact else "",
            line.last_letter_on,
        )

    columns = tuple(Column(key, words.say(f"sheet.column.{key}"), kind) for key, kind in _COLUMNS)
    name = words.say(f"list.{list_code}")
    return Table(name, columns, tuple(row(line) for line in lines))
