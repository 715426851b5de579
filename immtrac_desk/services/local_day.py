"""The clinic's own day of a moment that is kept in UTC."""

from datetime import UTC, date, datetime, timedelta

from immtrac_desk.services.occasion import Occasion

_MINUTE = timedelta(minutes=1)


def local_day(moment: datetime, occasion: Occasion) -> date:
    """Return the local date of `moment` (aware), by the occasion's own distance from UTC."""
    here = datetime.combine(occasion.today, occasion.clock_time, UTC)
    distance = round((here - occasion.now.astimezone(UTC)) / _MINUTE) * _MINUTE
    return (moment.astimezone(UTC) + distance).date()
