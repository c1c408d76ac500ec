"""The dates of an advice, and the tasks of its plan, as entries of a calendar. Each always keeps its UID, counts its changes, and is
cancelled when its date disappears."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts import keys
from advisor.advice.days import TAKES_PLACE
from advisor.plans.models import Task
from advisor.saved.models import SavedAdvice
from rules.dates import PartialDate
from rules.result import Advice, KeyDate
from rules.vocabulary import DateCode, DateStatus

from .models import CalendarEntry

NAMES = "names of calendar entries"
SALT = "advisor.calendar"
"""How releases before made the keys."""

REMEMBERED = datetime.timedelta(days=183)
"""How long a cancelled or past entry is still given out: half a year, for programs that seldom look."""

NAMED_BY: Mapping[str, tuple[str, ...]] = {
    DateCode.COUNCIL_SESSION: ("session",),
    DateCode.COUNCIL_WRITTEN_STATEMENT: ("session",),
    DateCode.COUNCIL_SIDE_EVENT: ("session",),
    DateCode.COUNCIL_SPEAKERS_LIST: ("session",),
    DateCode.PETITION_LIMIT: ("treaty",),
    DateCode.CALL_FOR_INPUT: ("mandate", "title"),
    DateCode.TB_SESSION: ("session", "treaty"),
    DateCode.TB_REVIEW: ("treaty",),
    DateCode.TB_REPORT_DUE: ("treaty",),
    DateCode.TB_NGO_REPORT: ("treaty",),
    DateCode.MANDATE_RENEWAL: ("mandate",),
}
"""Which parameters tell a date from others of its code and State. All other parameters only say more about it: whatever rules add to a
date, its name and so its UID stay. Never change a row: programs would show the date twice."""

SHOWN = ("treaty", "session", "mandate", "title")
"""The parameters that a calendar puts into words."""

TASK = "task"

PRECISE = ("day", "month")
"""A date known only by its year is in no calendar: it would cover the whole year (docs/decisions/0045)."""


@dataclass(frozen=True)
class Entry:
    """Something with a date, which is ``due`` then or takes place.

    ``what`` is put into words when a calendar is written. For a date of the advice it holds the ``code``, with ``country``, ``source``
    and the date's own parameters (`SHOWN`); for a task of the plan the ``action``, with ``country`` and ``treaty``, or else ``text``, as a
    person wrote it. ``end`` is the last day of what takes longer, or the
    end of the span in which it is expected; ``time`` and ``zone`` are the hour of a deadline where it is published.
    """

    date: PartialDate
    status: DateStatus = DateStatus.CONFIRMED
    due: bool = True
    what: Mapping[str, str] = field(default_factory=dict)
    end: PartialDate | None = None
    time: str = ""
    zone: str = ""

    @property
    def until(self) -> PartialDate:
        """The date by which it counts as over."""
        return self.end or self.date

    def plain(self) -> dict[str, object]:
        """As JSON can hold it; what it has not is left out, so that nothing changes for what was kept before."""
        more = {"end": str(self.end or ""), "time": self.time, "zone": self.zone}
        kept = {key: value for key, value in more.items() if value}
        return {"date": str(self.date), "status": self.status.value, "due": self.due, "what": dict(self.what), **kept}


def from_plain(row: Mapping[str, object]) -> Entry:
    """What ``plain`` gave."""
    what = row["what"]
    assert isinstance(what, Mapping)
    end = row.get("end")
    return Entry(
        date=PartialDate.parse(str(row["date"])),
        status=DateStatus(str(row["status"])),
        due=bool(row["due"]),
        what=what,
        end=PartialDate.parse(str(end)) if end else None,
        time=str(row.get("time", "")),
        zone=str(row.get("zone", "")),
    )


def entries(advice: Advice, tasks: Iterable[Task] = ()) -> dict[str, Entry]:
    """Everything with a date, by its name, which stays the same when the date moves. In: the advice, and the tasks of its plan."""
    rows = (row for route in advice.routes for row in route.dates)
    found: dict[str, Entry] = {}
    for row in rows:
        if row.date is not None and row.date.precision in PRECISE and not (row.end or row.date).is_past(advice.as_of):
            found.setdefault(_name(row), _entry(row, row.date))
    for task in tasks:
        due = task.due_on
        if task.is_open and due is not None and due.precision in PRECISE and not due.is_past(advice.as_of):
            found[f"{TASK}/{task.pk}"] = Entry(due, what=_of_task(task))
    return found


def _of_task(task: Task) -> dict[str, str]:
    """What a task is: slugs that are put into words later, or the words that a person wrote."""
    about, number = task.about, {"task": str(task.pk)}
    if not about:
        return {"text": task.title, **number}
    return {"action": about["action"], "country": about["country"] or "", "treaty": about["treaty"] or "", **number}


def _name(row: KeyDate) -> str:
    return _named(row.code.value, row.country or "", row.params)


def _named(code: str, country: str, params: Mapping[str, Any]) -> str:
    named = (key for key in NAMED_BY.get(code, ()) if key in params)
    return "/".join([code, country, *(f"{key}={params[key]}" for key in named)])


def _entry(row: KeyDate, date: PartialDate) -> Entry:
    params = {key: str(value) for key, value in row.params.items() if key in SHOWN}
    what = {"code": row.code.value, "country": row.country or "", "source": row.source, **params}
    return Entry(date, row.status, row.code not in TAKES_PLACE, what, row.end, row.time or "", row.zone or "")


def keep(saved: SavedAdvice, advice: Advice) -> list[CalendarEntry]:
    """What a calendar of this saved advice holds now, kept for the next time. Writes only if something has changed."""
    wanted = entries(advice, saved.tasks.all())
    now = timezone.now()
    settled = _settled(saved, saved.calendar_entries.all(), wanted, advice.as_of, now)
    if not settled.changed and not settled.gone:
        return settled.rows
    with transaction.atomic():
        # Of two simultaneous requests the second waits here, then finds what the first has stored.
        if SavedAdvice.objects.select_for_update().filter(pk=saved.pk).first() is None:
            return []
        rows = CalendarEntry.objects.filter(saved=saved)
        settled = _settled(saved, rows, wanted, advice.as_of, now)
        for row in settled.changed:
            row.save()
        rows.filter(pk__in=[row.pk for row in settled.gone]).delete()
    return settled.rows


def row_key(saved: SavedAdvice, name: str) -> str:
    """What replaces a name in the database: a keyed digest, so nobody can read or test which name it was."""
    return keys.digest(NAMES, f"{saved.pk}/{name}")


def name_of(content: Mapping[str, Any]) -> str:
    """The name of an entry from what is kept of it."""
    what = content["what"]
    if "task" in what:
        return f"{TASK}/{what['task']}"
    return _named(what["code"], what["country"], what) if "code" in what else ""


def _names(saved: SavedAdvice, wanted: Iterable[str]) -> dict[str, str]:
    """The names that are wanted, by each key that a row may have: of the present secret, of one before, of a release before."""
    found: dict[str, str] = {}
    for name in wanted:
        found |= dict.fromkeys(keys.digests(NAMES, f"{saved.pk}/{name}"), name)
        for secret in keys.secrets():
            found[salted_hmac(SALT, f"{saved.pk}/{name}", secret=secret, algorithm="sha256").hexdigest()] = name
    return found


@dataclass
class _Settled:
    rows: list[CalendarEntry] = field(default_factory=list)
    changed: list[CalendarEntry] = field(default_factory=list)
    gone: list[CalendarEntry] = field(default_factory=list)


def _settled(
    saved: SavedAdvice,
    kept: Iterable[CalendarEntry],
    wanted: Mapping[str, Entry],
    today: datetime.date,
    now: datetime.datetime,
) -> _Settled:
    """The rows as they must be now, and which of them must be written or deleted."""
    found, met, names = _Settled(), set(), _names(saved, wanted)
    for row in kept:
        if _forgotten(row, today, now):
            found.gone.append(row)
            continue
        name = names.get(row.key) or name_of(row.content)
        entry = None if row.over else wanted.get(name)
        if entry is None or _is_another(entry, row, today):
            changed = _retire(row, today, now)
        else:
            met.add(name)
            changed = _follow(row, entry, now)
        found.rows.append(row)
        if changed:
            found.changed.append(row)
    new = [
        CalendarEntry(saved=saved, key=row_key(saved, name), content=entry.plain(), changed_at=now)
        for name, entry in wanted.items()
        if name not in met
    ]
    return _Settled([*found.rows, *new], [*found.changed, *new], found.gone)


def _is_another(entry: Entry, row: CalendarEntry, today: datetime.date) -> bool:
    """Whether the row's date has passed and the wanted one has not: then it is the next of its kind, not a change of this one."""
    return from_plain(row.content).until.is_past(today) and not entry.until.is_past(today)


def _forgotten(row: CalendarEntry, today: datetime.date, now: datetime.datetime) -> bool:
    if row.over:
        return from_plain(row.content).until.is_past(today - REMEMBERED)
    return row.cancelled and row.changed_at < now - REMEMBERED


def _retire(row: CalendarEntry, today: datetime.date, now: datetime.datetime) -> bool:
    """The date is gone: leave a past entry as it was, cancel any other. Out: whether the row changed."""
    if row.over:
        return False
    if from_plain(row.content).until.is_past(today):
        row.over = True
        return True
    if row.cancelled:
        return False
    row.cancelled = True
    _count(row, now)
    return True


def _follow(row: CalendarEntry, entry: Entry, now: datetime.datetime) -> bool:
    """Update the row to what is true now. Out: whether it changed."""
    if not row.cancelled and row.content == entry.plain():
        return False
    row.content, row.cancelled = entry.plain(), False
    _count(row, now)
    return True


def _count(row: CalendarEntry, now: datetime.datetime) -> None:
    row.sequence += 1
    row.changed_at = now
