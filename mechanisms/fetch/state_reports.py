"""The treaty bodies' master calendar: which State's report is due to which committee, and when.

The form: rows of region, State, treaty, document, and a day such as “15 Mar 2027”. Which of a State's reports is meant is not said, so
a day is compared only where exactly one report of that State under that treaty is due here; all others are for a person.
"""

import datetime
import re
from collections.abc import Mapping

from mechanisms.models import State, Treaty
from mechanisms.names.folding import fold
from mechanisms.names.states import the_state

from .found import DAY, Adapter, Cells, ChangedForm, Found, Page, day_of
from .markup import document, table_rows

ADDRESS = "https://tbinternet.ohchr.org/_layouts/15/TreatyBodyExternal/MasterCalendar.aspx?Lang=en"
REPORT = "report"
_DAY = re.compile(DAY)


def read(body: bytes, ours: Mapping[str, Cells], page: Page, today: datetime.date) -> Found:
    """Reports with another due day than ours; and in words those that can't be told apart."""
    states = dict(State.objects.values_list("iso3", "name"))
    treaties = {
        fold(name): slug
        for slug, *names in Treaty.objects.values_list("slug", "abbreviation", "committee_abbreviation")
        for name in names
    }
    found, seen = Found(), 0
    for cells in table_rows(document(body)):
        days = [match for cell in cells if (match := _DAY.fullmatch(cell))]
        if len(cells) < 5 or not days:
            continue
        seen += 1
        due, line = day_of(*days[0].groups()), " | ".join(cells)
        state, treaty = the_state(cells[1], states), treaties.get(fold(cells[2]), "")
        if due < today or REPORT not in cells[3].casefold():
            continue
        rows = [row for row in ours.values() if (row["state"], row["treaty"]) == (state, treaty)]
        if not state or not treaty or len(rows) != 1:
            found.notes.append(line)
            continue
        names = {name: rows[0][name] for name in ("state", "treaty", "document", "number")}
        found.compare(rows[0], {**names, "due": due.isoformat(), "status": "confirmed"})
    if not seen:
        raise ChangedForm("No row of State, treaty, document and day was found in a table of the page.")
    return found


ADAPTER = Adapter("state-reports", "state_reports", lambda: [Page(ADDRESS)], read, days=7)
