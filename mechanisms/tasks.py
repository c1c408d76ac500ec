"""What editors have to do, in words: what happened, what to enter, in which form, and which page to open. The day is always passed in."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .concerns import contradictions
from .events import AFTERWARDS, ELECTED_BY, EVENTS, Event, Why, closing
from .models import CouncilMembership, CouncilSession, FetchedPage, Mandate, Source, UprReview, UprSession
from .pages import pages_due, part_words, unsettled
from .staleness import Dues, models_with_facts, related
from .words import Number
from .words import day as day_words

CONTRADICTION, DISAGREES, TERMS_END, UNREAD, BY_HAND = (
    "contradiction", "disagrees", "terms-end", "unread", "by-hand",
)  # fmt: skip
ORDER = (
    CONTRADICTION, DISAGREES, Why.DEADLINE_NEAR, Why.DATE_NEAR, Why.REVIEWED, Why.COUNCIL_CLOSED, Why.ADOPTED, Why.LAST_DAY,
    Why.LONGEST_TERM, Why.ELECTION, TERMS_END, Why.YEARLY, Why.NO_DATE, BY_HAND, UNREAD, Why.PAGE,
)  # fmt: skip
"""By what tasks are sorted: first what misleads people today, then what they soon act on, last what is looked at in its turn."""


@dataclass(frozen=True)
class Task:
    """Something to do. ``address`` is the form in the admin, ``source`` the page to open, ``since`` the day on which it fell due, ``rows``
    tells how many facts wait for it."""

    why: str
    words: str
    address: str
    since: datetime.date
    rows: int = 1
    source: Source | None = None


@dataclass(frozen=True)
class Waiting:
    """A fact that is due, and the event that calls for it."""

    row: Any
    event: Event


def tasks(day: datetime.date) -> list[Task]:
    """Everything that is due on a day, the most urgent first. Every fact that is due belongs to one of them."""
    dues = Dues()
    waiting = [Waiting(row, event) for row in _rows_with_events() if (event := dues.event(row, day))]
    called = {(type(item.row), item.row.pk) for item in waiting}
    found = [
        *(
            Task(CONTRADICTION, f"{item.row}: {item.what}", form(item.row), day)
            for item in contradictions(day)
            if (type(item.row), item.row.pk) not in called
        ),
        *_disagreements(),
        *_fetched(),
        *_closed(waiting),
        *_mandates([item for item in waiting if item.event.why is Why.COUNCIL_CLOSED], day),
        *_elections(waiting, day),
        *(_single(item) for item in waiting if item.event.why in SINGLE or _has_no_session(item)),
        *_pages(waiting, dues, day),
    ]
    return sorted(found, key=lambda task: (ORDER.index(task.why), task.since, task.words))


def form(row: Model) -> str:
    """The address of a row's form."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def _rows_with_events() -> Iterator[Any]:
    for kind, model in models_with_facts().items():
        if kind in EVENTS:
            yield from related(model)


def _source(rows: Iterable[Any]) -> Source | None:
    """The page that most of the rows rest on."""
    found = Counter(row.source for row in rows).most_common(1)
    return found[0][0] if found else None


def _since(items: Sequence[Waiting]) -> datetime.date:
    return min(item.event.day for item in items)


def _has_no_session(item: Waiting) -> bool:
    return isinstance(item.row, UprReview) and item.row.session is None


def _closed(waiting: Sequence[Waiting]) -> Iterator[Task]:
    """A session of the UPR with its reviews is one task, whatever number of rows it has."""
    sessions = {row.number: row for row in UprSession.objects.select_related("source")}
    for why in (Why.REVIEWED, Why.ADOPTED):
        by_session: dict[int, list[Waiting]] = {}
        for item in waiting:
            if item.event.why is why and not _has_no_session(item):
                by_session.setdefault(item.event.number, []).append(item)
        for number, items in by_session.items():
            session = sessions[number]
            day = session.partial("end") or session.partial("start")
            if why is Why.REVIEWED:
                words = _(
                    "%(session)s closed (%(day)s): enter when its outcomes are adopted, and which States were not reviewed."
                )
                address = form(session)
            else:
                words = _("The outcomes of %(session)s were to be adopted by now: enter which were put off.")
                address = f"{reverse('admin:mechanisms_uprreview_changelist')}?session={session.pk}"
            told = words % {"session": session, "day": day_words(day) if day else _("day not known")}
            yield Task(why, told, address, _since(items), len(items), _source(item.row for item in items))


def _mandates(waiting: Sequence[Waiting], day: datetime.date) -> Iterator[Task]:
    """After a session of the Council all mandates are looked at once, with their holders and addresses, and the session itself."""
    for item in waiting:
        if isinstance(item.row, CouncilSession):
            words = _("%(session)s has closed: enter its last day, and that it was held.") % {"session": item.row}
            yield Task(Why.COUNCIL_CLOSED, words, form(item.row), item.event.day, 1, item.row.source)
    rest = [item for item in waiting if not isinstance(item.row, CouncilSession)]
    unknown = Mandate.objects.on(day).filter(renewal_status=Mandate.Renewal.OUTCOME_UNKNOWN).count()
    last = last_closed(day)
    if last is None or not (rest or unknown):
        return
    mandates = {item.row.pk if isinstance(item.row, Mandate) else item.row.mandate_id for item in rest} - {None}
    words = ngettext(
        "%(session)s has closed: say what became of %(number)s mandate and its holder.",
        "%(session)s has closed: say what became of %(number)s mandates and their holders.",
        len(mandates) or unknown,
    )
    yield Task(
        Why.COUNCIL_CLOSED,
        words % {"session": last, "number": Number(len(mandates) or unknown)},
        reverse("admin:mechanisms_mandate_closing"),
        _since(rest) if rest else day,
        len(rest) or unknown,
        _source([item.row for item in rest if not isinstance(item.row, Mandate)] or [item.row for item in rest]),
    )


def last_closed(day: datetime.date) -> CouncilSession | None:
    """The last session of the Council whose results can be read on a day."""
    over = [
        (over, row)
        for row in CouncilSession.objects.select_related("source")
        if (over := closing(row)) and over + AFTERWARDS < day
    ]
    return max(over, key=lambda pair: pair[0])[1] if over else None


def _elections(waiting: Sequence[Waiting], day: datetime.date) -> Iterator[Task]:
    due = [item for item in waiting if item.event.why is Why.ELECTION]
    address = reverse("admin:mechanisms_councilmembership_changelist")
    if due:
        year = max(item.event.number for item in due)
        words = _("The General Assembly elected members of the Council in October %(year)s: enter their terms.")
        yield Task(Why.ELECTION, words % {"year": year}, address, _since(due), len(due), _source(i.row for i in due))
        return
    ends = datetime.date(day.year if (day.month, day.day) > ELECTED_BY else day.year - 1, 12, 31)
    ending = CouncilMembership.objects.filter(valid_to=ends).select_related("source")
    if ending and not CouncilMembership.objects.filter(valid_from__gt=ends).exists():
        words = ngettext(
            "%(number)s term on the Council ends on %(day)s and no later one is entered: enter who was elected.",
            "%(number)s terms on the Council end on %(day)s and no later ones are entered: enter who was elected.",
            len(ending),
        )
        told = words % {"number": Number(len(ending)), "day": day_words(ends)}
        yield Task(
            TERMS_END, told, address, datetime.date(ends.year, *ELECTED_BY) + AFTERWARDS, len(ending), _source(ending)
        )


SINGLE = {
    Why.DATE_NEAR: gettext_lazy("%(row)s is near, and its days are not confirmed: enter them as they are published."),
    Why.DEADLINE_NEAR: gettext_lazy("%(row)s: a deadline is near, and not confirmed. Look whether it is published."),
    Why.NO_DATE: gettext_lazy("%(row)s: a date is missing. Look whether it is published by now."),
    Why.LAST_DAY: gettext_lazy("%(row)s: the term of a holder ended on %(day)s. Enter who follows."),
    Why.LONGEST_TERM: gettext_lazy(
        "%(row)s: six years are over, the most that one person can serve. Enter who follows."
    ),
    Why.YEARLY: gettext_lazy("%(row)s: the date comes each year. Look it up for this one."),
}
"""What to do about one row, by what calls for it."""


def _single(item: Waiting) -> Task:
    """A task about one row."""
    row, event = item.row, item.event
    if _has_no_session(item):
        words = _("%(row)s: no session is known. Look whether one is, now that UPR session %(number)d has closed.")
        told = words % {"row": row, "number": event.number}
    else:
        told = SINGLE[event.why] % {"row": row, "day": day_words(event.day)}
    return Task(event.why, told, form(row), event.day, 1, row.source)


def _pages(waiting: Sequence[Waiting], dues: Dues, day: datetime.date) -> Iterator[Task]:
    """A page of a source is one task, whatever number of facts stands on it."""
    late: Counter[Source] = Counter()
    since: dict[Source, datetime.date] = {}
    for page in pages_due(dues, day):
        late[page.source] += page.rows
        since[page.source] = min(page.since, since.get(page.source, page.since))
    for item in waiting:
        if item.event.why is Why.PAGE:
            late[item.row.source] += 1
            since[item.row.source] = min(item.event.day, since.get(item.row.source, item.event.day))
    for source, rows in late.items():
        words = ngettext(
            "Open “%(source)s” and compare it with our %(number)s fact from there.",
            "Open “%(source)s” and compare it as a whole with our %(number)s facts from there.",
            rows,
        )
        told = words % {"source": source, "number": Number(rows)}
        yield Task(
            Why.PAGE, told, reverse("admin:mechanisms_source_page", args=[source.pk]), since[source], rows, source
        )


def _fetched() -> Iterator[Task]:
    """Pages that the portal reads by itself: those that it can't read, and those with lines that only a person can enter."""
    for page in FetchedPage.objects.exclude(fault="", notes=""):
        address = reverse("admin:mechanisms_fetchedpage_change", args=[page.pk])
        if page.fault and page.fault_since:
            words = _("%(address)s could not be read: %(fault)s Look at the page.")
            told = words % {"address": page.address, "fault": page.fault}
            yield Task(UNREAD, told, address, page.fault_since.date())
        if page.notes and page.looked_at:
            lines = len(page.notes.splitlines())
            told = ngettext(
                "%(number)s line of %(address)s fits no row of ours: look whether it is to be entered.",
                "%(number)s lines of %(address)s fit no row of ours: look whether they are to be entered.",
                lines,
            ) % {"number": Number(lines), "address": page.address}
            yield Task(BY_HAND, told, address, page.looked_at.date(), lines)


def _disagreements() -> Iterator[Task]:
    """A page that counted something else than we did, until a later look agrees."""
    for check in unsettled():
        words = _(
            "“%(source)s” counted %(stated)s on %(day)s, we count %(counted)s (%(part)s): find the rows that differ."
        )
        told = words % {
            "source": check.source,
            "stated": Number((check.stated or 0) - check.others),
            "counted": Number(check.counted or 0),
            "day": day_words(check.day),
            "part": part_words(check.kind, check.about),
        }
        address = reverse("admin:mechanisms_source_page", args=[check.source_id])
        yield Task(DISAGREES, told, address, check.day, 1, check.source)
