"""Dates as a file that calendar programs read (iCalendar, RFC 5545 and 7986).

A day is an event of that whole day. A month is an event across the whole month that blocks no time, named "on some day in …": no
program is ever told a day that nobody has published (docs/decisions/0045). All events are private and block no time.
"""

import datetime
import hmac
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from advisor.words import labels, names
from advisor.words.actions import action_title
from advisor.words.clocks import until
from advisor.words.sources import name
from mechanisms.words import dashed
from rules.facts.edition import Edition
from rules.vocabulary import ActionSlug, DateCode, DateStatus

from .entries import Entry, from_plain
from .models import CalendarEntry

ASK_AGAIN = datetime.timedelta(hours=12)
"""How long a program may wait before it reads an address again."""

CONTENT_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class Dated:
    """An entry as a calendar shows it: what does not change when it moves, and what tells programs that it did."""

    entry: Entry
    uid: UUID
    changed_at: datetime.datetime
    sequence: int = 0
    cancelled: bool = False


def of_row(row: CalendarEntry) -> Dated:
    """An entry from its row."""
    return Dated(from_plain(row.content), row.uid, row.changed_at, row.sequence, row.cancelled)


def of_guest(name: str, entry: Entry, whose: str, now: datetime.datetime, sequence: int) -> Dated:
    """An entry without a row. Its UID is derived from its name and from ``whose``, a secret that the visitor's session holds: a file
    downloaded twice updates the same entries, whatever becomes of the portal's key, and nobody else can find out from a UID which date
    it is."""
    return Dated(
        entry, UUID(hex=hmac.digest(whose.encode(), name.encode(), "sha256").hex()[:32], version=4), now, sequence
    )


def write(dates: Iterable[Dated], edition: Edition, *, neutral: bool) -> bytes:
    """The file, in the active language. ``neutral``: nothing in it says what the dates are or where it comes from."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{_clean(settings.NEUTRAL_NAME)}//1.0//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    name = settings.NEUTRAL_NAME if neutral else _("HRC Advisor")
    for called in ("name", "x-wr-calname"):
        calendar.add(called, _clean(name))
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", ASK_AGAIN)
    for dated in dates:
        calendar.add_component(_event(dated, edition, neutral=neutral))
    return bytes(calendar.to_ical())


def _event(dated: Dated, edition: Edition, *, neutral: bool) -> Event:
    date = dated.entry.date
    event = Event()
    event.add("uid", str(dated.uid))
    event.add("sequence", dated.sequence)
    for changed in ("dtstamp", "last-modified"):
        event.add(changed, dated.changed_at.astimezone(datetime.UTC).replace(microsecond=0))
    event.add("dtstart", date.first)
    last = dated.entry.until if date.precision == "day" else date  # a span of months is told, not blocked
    event.add("dtend", last.last + datetime.timedelta(days=1))  # the first day that no longer belongs to it
    event.add("summary", _clean(_summary(dated, edition, neutral=neutral)))
    if not neutral:
        event.add("description", _clean(_description(dated.entry, edition)))
    event.add("status", _status(dated))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _status(dated: Dated) -> str:
    if dated.cancelled:
        return "CANCELLED"
    certain = dated.entry.status is DateStatus.CONFIRMED and dated.entry.date.precision == "day"
    return "CONFIRMED" if certain else "TENTATIVE"


def _summary(dated: Dated, edition: Edition, *, neutral: bool) -> str:
    entry = dated.entry
    title = _neutral_title(entry) if neutral else title_of(entry, edition)
    if entry.date.precision != "day":
        title = _("%(title)s (some day in %(month)s)") % {"title": title, "month": names.day(entry.date)}
    if entry.status is DateStatus.TENTATIVE:
        title = _("%(title)s (may still move)") % {"title": title}
    elif entry.status is DateStatus.ESTIMATED:
        title = _("%(title)s (our estimate)") % {"title": title}
    return _("No longer holds: %(title)s") % {"title": title} if dated.cancelled else title


def _neutral_title(entry: Entry) -> str:
    words = _("%(name)s: deadline") if entry.due else _("%(name)s: date")
    return words % {"name": settings.NEUTRAL_NAME}


def title_of(entry: Entry, edition: Edition) -> str:
    """What it is, in words: what a person wrote, or the date's name with its State and what else it is about."""
    what = entry.what
    if "text" in what:
        return what["text"]
    if "action" in what:
        return _task_title(what, edition)
    about = [str(labels.DATES[DateCode(what["code"])])]
    # A kept entry may name what a later edition no longer knows.
    if what["country"] in edition.states:
        about.append(names.state(what["country"], edition))
    if what.get("treaty") in (None, *edition.treaties):
        about.append(names.about(what, edition))
    return dashed(about)


def _task_title(what: Mapping[str, str], edition: Edition) -> str:
    state = names.state(what["country"], edition) if what["country"] in edition.states else ""
    committee = names.committee(what["treaty"], edition) if what["treaty"] in edition.treaties else ""
    return dashed((action_title(ActionSlug(what["action"])), state, committee))


def _description(entry: Entry, edition: Edition) -> str:
    lines = [str(labels.DATE_STATUS[entry.status]) if "code" in entry.what else _("A task of your plan.")]
    if entry.date.precision != "day":
        lines.append(_("Only the month is known. It may be as early as its first day."))
        if entry.end:
            lines.append(_("It may be as late as %(month)s.") % {"month": names.day(entry.end)})
    if entry.time:
        lines.append(until(entry.time, entry.zone))
    source = edition.sources.get(entry.what.get("source", ""))
    if source is not None:
        if source.url:
            lines.append(_("Source: %(title)s, %(url)s") % {"title": name(source), "url": source.url})
            lines.append(_("Check the date there before you rely on it."))
        else:
            lines.append(_("Source: %(title)s") % {"title": name(source)})
            lines.append(_("Check the date before you rely on it."))
    return "\n".join(lines)


def _clean(text: str) -> str:
    """Text without control characters, which a calendar may not hold."""
    return "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) != "Cc")
