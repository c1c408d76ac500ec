"""The day that a page is about: the one in the address, otherwise today. A day reveals nothing about a case."""

import datetime
from dataclasses import dataclass

from django.http import HttpRequest

from mechanisms.clock import today
from rules.dates import DAY, PartialDate

EARLIEST, LATEST = datetime.date(1945, 1, 1), datetime.date(2100, 12, 31)
"""No treaty and no mandate is older than the United Nations; and arithmetic with days must not run out of years."""


@dataclass(frozen=True)
class Asked:
    """The day of a page, the present day, and the text of the address if it was no valid day."""

    day: datetime.date
    today: datetime.date
    wrong: str = ""

    @property
    def query(self) -> str:
        """What links to other pages carry, so that they are about the same day."""
        return "" if self.day == self.today else f"?on={self.day.isoformat()}"


def day_asked(request: HttpRequest) -> Asked:
    """Read ``on=YYYY-MM-DD``. An invalid or distant day gives today; its text is kept, so that the page can say so."""
    present, text = today(), request.GET.get("on", "").strip()
    if not text:
        return Asked(present, present)
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return Asked(present, present, text)
    if date.precision != DAY or not EARLIEST <= date.first <= LATEST:
        return Asked(present, present, text)
    return Asked(date.first, present)
