"""Tasks, letters and outcomes in words: as lines of a plan, columns of a board, months of a timeline."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from advisor.advice.days import Day, shown
from advisor.words import labels, names, texts
from advisor.words.actions import ACTIONS, action_title
from mechanisms.words import counted, dashed, sentences, set_apart
from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.facts.sources import Source
from rules.result import Advice
from rules.vocabulary import ActionSlug, DateStatus, RouteSlug

from .models import Correspondence, Direction, Task

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise, StrPromise

SOON_DAYS = 14
"""A task that is due within so many days is due soon."""

DONE_SHOWN = 20
"""So many done tasks stand on a board, the latest first."""

LATE, SOON, TO_DO, DONE, ASIDE, GONE = "late", "soon", "to-do", "done", "aside", "gone"
DEADLINE = "deadline"

PLACES: Mapping[str, "StrOrPromise"] = {
    TO_DO: gettext_lazy("To do"),
    SOON: gettext_lazy("Due soon"),
    LATE: gettext_lazy("Late"),
    DONE: gettext_lazy("Done"),
    ASIDE: gettext_lazy("Set aside"),
    GONE: gettext_lazy("No longer in the advice"),
}
"""Where a task stands; the first four are the columns of a board."""

AFTER_A_LETTER: Mapping[str, "StrPromise"] = {
    "days": ngettext_lazy("%(number)s day after the letter", "%(number)s days after the letter", "number"),
    "months": ngettext_lazy("%(number)s month after the letter", "%(number)s months after the letter", "number"),
}

COLUMNS = (TO_DO, SOON, LATE, DONE)


@dataclass(frozen=True)
class Line:
    """A task. ``about`` names State and committee, ``certainty`` how sure the deadline is."""

    task: Task
    title: str
    about: str
    text: str
    route: "StrOrPromise"
    place: str
    due: Day | None
    deadline: Day | None
    certainty: "StrOrPromise"
    done: Day | None
    source: Source | None
    notes: tuple[str, ...] = ()
    """What else the text is for, and who else could take it."""

    @property
    def place_label(self) -> "StrOrPromise":
        """Where it stands, in words."""
        return PLACES[self.place]

    @property
    def owner(self) -> str:
        """Whose it is; empty where it is nobody's."""
        return self.task.owner.label if self.task.owner else ""


@dataclass(frozen=True)
class Letter:
    """A letter in the log. ``overdue`` says that no answer came in time."""

    letter: Correspondence
    day: Day | None
    body: str
    reply_by: Day | None
    reply_why: str
    reply_source: Source | None
    is_answered: bool
    overdue: bool


@dataclass(frozen=True)
class Entry:
    """Something on the timeline, ``when`` as precise as it is known."""

    when: PartialDate
    day: Day | None
    kind: "StrOrPromise"
    title: str
    about: str
    saved: Any
    mark: str


@dataclass(frozen=True)
class Month:
    """A month of the timeline, and whether it is the present one."""

    name: str
    is_now: bool
    entries: tuple[Entry, ...]


def place(task: Task, today: datetime.date) -> str:
    """Where a task stands on a day."""
    if task.done_at is not None:
        return DONE
    if task.set_aside or task.gone:
        return ASIDE if task.set_aside else GONE
    due = task.due_on
    if due is None:
        return TO_DO
    if due.is_past(today):
        return LATE
    return SOON if due.first <= today + datetime.timedelta(days=SOON_DAYS) else TO_DO


def line(task: Task, edition: Edition, today: datetime.date) -> Line:
    """A task in words. What this edition no longer knows keeps its short name."""
    about = task.about or {}
    return Line(
        task=task,
        title=action_title(ActionSlug(about["action"])) if about else task.title,
        about=_about(about.get("country"), about.get("treaty"), edition),
        text=_text(about, edition),
        route=labels.ROUTES[RouteSlug(about["route"])] if about else "",
        place=place(task, today),
        due=shown(task.due_on, today),
        deadline=shown(task.deadline_on, today),
        certainty=labels.DATE_STATUS[DateStatus(task.deadline_status)] if task.deadline_status else "",
        done=shown(PartialDate(timezone.localdate(task.done_at)), today) if task.done_at else None,
        source=edition.sources.get(about.get("source", "")),
        notes=tuple(_notes(about, edition)),
    )


def lines(tasks: Iterable[Task], edition: Edition, today: datetime.date) -> list[Line]:
    """Tasks in words: what is due first comes first, what has no day comes last."""
    ordered = sorted(tasks, key=lambda task: (not task.due, task.due, task.pk or 0))
    return [line(task, edition, today) for task in ordered]


def board(found: Iterable[Line]) -> list[tuple["StrOrPromise", str, list[Line], int]]:
    """The columns: name, slug, tasks, and how many there are in all."""
    columns: dict[str, list[Line]] = {slug: [] for slug in COLUMNS}
    for one in found:
        if one.place in columns:
            columns[one.place].append(one)
    columns[DONE].sort(key=lambda one: one.task.done_at or timezone.now(), reverse=True)
    return [
        (PLACES[slug], slug, rows[:DONE_SHOWN] if slug == DONE else rows, len(rows)) for slug, rows in columns.items()
    ]


def letter(row: Correspondence, edition: Edition, today: datetime.date, *, is_answered: bool) -> Letter:
    """A letter in words."""
    rule = texts.of(edition).numbers.get(row.reply_rule)
    return Letter(
        letter=row,
        day=shown(PartialDate(row.day), today),
        body=body_words(row.body, edition),
        reply_by=shown(PartialDate(row.reply_by), today) if row.reply_by else None,
        reply_why=_reply_why(row, rule),
        reply_source=edition.sources.get(rule.source) if rule else None,
        is_answered=is_answered,
        overdue=row.reply_by is not None and row.reply_by < today and not is_answered,
    )


def letters(rows: Iterable[Correspondence], edition: Edition, today: datetime.date) -> list[Letter]:
    """The log, the latest letter first."""
    found = list(rows)
    answered = {row.answers_id for row in found}
    return [letter(row, edition, today, is_answered=row.pk in answered) for row in found]


def body_words(body: Mapping[str, Any], edition: Edition) -> str:
    """To or from whom."""
    known = {mandate.slug: mandate.short_name for mandate in edition.mandates}
    treaty = edition.treaties.get(body["treaty"])
    named = [known.get(slug, slug) for slug in body["mandates"]] + ([treaty.committee] if treaty else [])
    words = str(labels.ROUTES[RouteSlug(body["route"])])
    if named:
        words = _("%(route)s: %(bodies)s") % {"route": words, "bodies": names.listed(named)}
    states = names.listed(_state(code, edition) for code in body["countries"])
    return _("%(bodies)s (%(states)s)") % {"bodies": words, "states": states} if states else words


def timeline(
    found: Iterable[Line],
    log: Iterable[Letter],
    dates: Iterable[tuple[Any, Advice]],
    edition: Edition,
    today: datetime.date,
) -> list[Month]:
    """What was done, sent and received, what is due and what is expected, by month. A month known only as one stands at its end.

    ``dates`` are saved matters with their advice, whose dates stand among the tasks.
    """
    advised = [entry for saved, advice in dates for entry in _dates(saved, advice, edition, today)]
    there = {(entry.saved.pk, str(entry.when)) for entry in advised}
    worked = _entries(found, log, today)
    # a deadline that is a date of the advice stands there once, by the name of the date
    rest = [entry for entry in worked if entry.mark != DEADLINE or (entry.saved.pk, str(entry.when)) not in there]
    entries = sorted([*advised, *rest], key=lambda entry: (entry.when.last, entry.title))
    months: dict[tuple[int, int], list[Entry]] = {(today.year, today.month): []}
    for entry in entries:
        months.setdefault((entry.when.first.year, entry.when.first.month), []).append(entry)
    return [
        Month(
            name=names.day(PartialDate(datetime.date(year, month, 1), "month")),
            is_now=(year, month) == (today.year, today.month),
            entries=tuple(rows),
        )
        for (year, month), rows in sorted(months.items())
    ]


def _entries(found: Iterable[Line], log: Iterable[Letter], today: datetime.date) -> Iterable[Entry]:
    def entry(when: PartialDate, kind: "StrOrPromise", title: str, about: str, saved: Any, mark: str) -> Entry:
        return Entry(when, shown(when, today), kind, title, about, saved, mark)

    for one in found:
        task = one.task
        if one.done is not None:
            yield entry(PartialDate.parse(one.done.iso), PLACES[DONE], one.title, one.about, task.saved, DONE)
            continue
        if one.place in COLUMNS and task.due_on is not None:
            yield entry(task.due_on, _("Task is due"), one.title, one.about, task.saved, one.place)
        if one.place in COLUMNS and task.deadline_on is not None and task.deadline != task.due:
            yield entry(task.deadline_on, _("Deadline"), one.title, one.about, task.saved, DEADLINE)
    for row in log:
        saved = row.letter.saved
        kind = Direction(row.letter.direction).label
        yield entry(PartialDate(row.letter.day), kind, row.body, "", saved, row.letter.direction)
        if row.letter.reply_by is not None and not row.is_answered:
            mark = LATE if row.overdue else "expected"
            yield entry(PartialDate(row.letter.reply_by), _("Answer expected by"), row.body, "", saved, mark)


def _dates(saved: Any, advice: Advice, edition: Edition, today: datetime.date) -> Iterable[Entry]:
    """The dates of an advice that are ahead, each once."""
    seen = set()
    for row in (row for route in advice.routes for row in route.dates):
        if row.date is None or row.date.precision == "year" or (row.end or row.date).is_past(today):
            continue
        about = dashed((_state(row.country, edition) if row.country else "", names.about(row.params, edition)))
        key = (row.code, row.date, about)
        if key in seen:
            continue
        seen.add(key)
        certainty = "" if row.status is DateStatus.CONFIRMED else labels.DATE_STATUS[row.status]
        kind = dashed((_("Date of the advice"), certainty))
        yield Entry(
            row.date, shown(row.date, today, row.end), kind, str(labels.DATES[row.code]), about, saved, "advice"
        )


def _about(country: str | None, treaty: str | None, edition: Edition) -> str:
    committee = edition.treaties.get(treaty or "")
    named = [_state(country, edition)] if country else []
    named += [committee.committee if committee else treaty] if treaty else []
    return dashed(named)


def _notes(about: Mapping[str, Any], edition: Edition) -> Iterable[str]:
    also = [action_title(ActionSlug(slug)) for slug in about.get("also", ())]
    if also:
        yield _("In the same text: %(steps)s.") % {"steps": set_apart(also)}
    known = [names.committee(slug, edition) for slug in about.get("instead", ()) if slug in edition.treaties]
    if known:
        yield _("Only one committee can take it. If you choose another: %(committees)s.") % {
            "committees": set_apart(known)
        }


def _state(code: str, edition: Edition) -> str:
    state = edition.states.get(code)
    return state.name if state else code


def _text(about: Mapping[str, Any], edition: Edition) -> str:
    """The sentence of the action; empty where a later release words it otherwise or this edition lacks a number in it."""
    try:
        return names.fill(ACTIONS[about["code"]], about["params"], edition) if about else ""
    except KeyError:
        return ""


def _reply_why(row: Correspondence, rule: texts.Number | None) -> str:
    """Where the day comes from."""
    if row.reply_by is None:
        return ""
    if not row.reply_rule:
        return _("A day that you set.")
    if rule is None:
        return _("Our own reminder.")
    if not rule.verified:
        return sentences((_("Our own reminder: the number is not certain here."), rule.note))
    return counted(AFTER_A_LETTER[rule.unit], rule.value)
