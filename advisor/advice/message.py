"""An advice short enough for a text message: what protects life now, the route that leads, how well it fits, its next date. No State and
no theme unless asked for.

One message where the language has letters of 7 bits (``texting``), three at most elsewhere. What does not fit is left out, the least
important first; a date never loses how certain it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.words import labels, names
from advisor.words.actions import action_title
from mechanisms.words import either, few, sentences, separated, set_apart, short_day
from rules.facts.edition import Edition
from rules.result import Advice, KeyDate
from rules.vocabulary import ActionSlug, DateCode, DateStatus

from . import now, summary
from .text_messages import is_narrow, narrow, parts

MOST_PARTS = 3

TELLING = frozenset({DateCode.WGEID_URGENT_LIMIT})
"""Dates whose name tells the theme."""

TELLING_STEPS = frozenset(
    {ActionSlug.WGEID_URGENT, ActionSlug.CED_URGENT_ACTION, ActionSlug.WGAD_URGENT, ActionSlug.CERD_URGENT_PROCEDURE}
)
"""Steps whose name tells the theme."""


@dataclass(frozen=True)
class Summary:
    """The text, and how many messages it makes."""

    text: str
    parts: int


@dataclass(frozen=True)
class Summaries:
    """Without and with the States and themes; ``about`` is ``None`` where the advice is about no particular one."""

    plain: Summary
    about: Summary | None


def summaries(advice: Advice, edition: Edition) -> Summaries:
    """Both of them, in the language that is active."""
    named = advice.scenario.countries or advice.scenario.themes
    return Summaries(_fitting(_texts(advice)), _fitting(_about(advice, edition)) if named else None)


def _fitting(texts: Iterator[str]) -> Summary:
    """The first that fits; the last is short enough in every language."""
    text = ""
    for wanted in texts:
        text = narrow(wanted)
        if parts(text) <= (1 if is_narrow(text) else MOST_PARTS):
            break
    return Summary(text, parts(text))


def _texts(advice: Advice, *, telling: bool = False) -> Iterator[str]:
    """From the fullest to the shortest. What protects life now comes first, and is left out last."""
    leads, dates, steps = list(_leads(advice)), list(_dates(advice, telling)), list(_steps(advice, telling))
    day = _("Advice of %(day)s.") % {"day": short_day(advice.as_of)}
    yield sentences((steps[0], leads[0], dates[0], day))
    for step in steps:
        for date in dates:
            for lead in leads:
                yield sentences((step, lead, date))
    yield sentences((steps[-1], leads[-1]))
    yield steps[-1] or leads[-1]


def _steps(advice: Advice, telling: bool) -> Iterator[str]:
    """What protects life now: all of it, then the first step alone; empty where nothing does."""
    kinds = dict.fromkeys(step.action for step in advice.urgent)
    titles = [action_title(kind) for kind in kinds if telling or kind not in TELLING_STEPS]
    if not kinds:
        yield ""
    elif titles:
        if len(titles) > 1:
            yield _("Now: %(steps)s.") % {"steps": set_apart(titles)}
        yield _("Now: %(steps)s.") % {"steps": titles[0]}
    else:
        yield _("Now: act at once.")


def _about(advice: Advice, edition: Edition) -> Iterator[str]:
    """The same with what it is about before it."""
    states = [names.state(code, edition) for code in advice.scenario.countries or ()]
    themes = [edition.themes[slug].label for slug in advice.scenario.themes or ()]
    everything = separated([*states, *themes])
    shortened = separated((few(states, 1), few(themes, 1)))
    about = _("%(about)s: %(advice)s")
    for text in _texts(advice, telling=True):
        yield about % {"about": everything, "advice": text}
        yield about % {"about": shortened, "advice": text}
    yield about % {"about": few(states, 1) or few(themes, 1), "advice": text}
    yield text


def _leads(advice: Advice) -> Iterator[str]:
    """What leads and how well it fits: all that tie, then the first alone."""
    leading = now.leaders(advice)
    if not leading:
        yield _("No route is open as things stand.")
        return
    for listed in (
        either(labels.ROUTES[route.route] for route in leading),
        str(labels.ROUTES[leading[0].route]),
    ):
        yield _("%(route)s: %(verdict)s.") % {"route": listed, "verdict": str(labels.VERDICTS[leading[0].verdict])}


def _dates(advice: Advice, telling: bool) -> Iterator[str]:
    """The next date with what it is, then the day alone; nothing where none is known."""
    row = summary.next_row(advice)
    if row is None or row.date is None:
        yield ""
        return
    day = _doubted(short_day(row.date), row)
    what = labels.DATES[row.code] if telling or row.code not in TELLING else _("last day to send")
    yield _("Next: %(day)s, %(what)s.") % {"day": day, "what": what}
    yield _("Next date: %(day)s.") % {"day": day}


def _doubted(day: str, row: KeyDate) -> str:
    if row.status is DateStatus.CONFIRMED:
        return day
    words = _("%(day)s (may move)") if row.status is DateStatus.TENTATIVE else _("%(day)s (our estimate)")
    return words % {"day": day}
