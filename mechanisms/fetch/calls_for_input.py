"""OHCHR's list of calls for input: a link to each call, and its deadline in the same box.

The list does not say which mandate asks in words of ours, so a call that we don't have is for a person. A deadline of a call that we
have, known by its address, is compared.
"""

import datetime
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from .found import DAY, Adapter, Cells, ChangedForm, Found, Page, day_of
from .markup import document, text_of

ADDRESS = "https://www.ohchr.org/en/calls-for-input-listing"
_DAY = re.compile(DAY)
HIGHEST = 5
"""So many elements above a link, its box is looked for."""


def read(body: bytes, ours: Mapping[str, Cells], page: Page, today: datetime.date) -> Found:
    """Calls that are open: those with another deadline than ours, and in words those that we don't have."""
    found, seen = Found(), set()
    by_address = {row["url"].rstrip("/"): row for row in ours.values() if row["url"]}
    for link in document(body).xpath("//a[contains(@href, '/en/calls-for-input/')]"):
        address = urljoin(page.address, link.get("href")).partition("#")[0].partition("?")[0].rstrip("/")
        match = _in_its_box(link)
        if match is None or address in seen:
            continue
        seen.add(address)
        deadline = day_of(*match.groups())
        if deadline < today:
            continue
        row = by_address.get(address)
        if row is None:
            found.notes.append(f"{text_of(link)} ({deadline.isoformat()}): {address}")
            continue
        names = {name: row[name] for name in ("mandate", "title")}
        found.compare(row, {**names, "deadline": deadline.isoformat(), "status": "confirmed"})
    if not seen:
        raise ChangedForm("No call with a deadline was found on the page.")
    return found


def _in_its_box(link: Any) -> "re.Match[str] | None":
    """The day in the smallest element around the link that holds one, unless that element holds other calls too."""
    box = link
    for _level in range(HIGHEST):
        box = box.getparent()
        if box is None:
            return None
        links = {one.get("href") for one in box.xpath(".//a[contains(@href, '/en/calls-for-input/')]")}
        if len(links) > 1:
            return None
        if match := _DAY.search(text_of(box)):
            return match
    return None


ADAPTER = Adapter("calls-for-input", "calls_for_input", lambda: [Page(ADDRESS)], read, days=3)
