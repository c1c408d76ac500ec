"""What the template is given: the advice in words, as one JSON object of plain texts and numbers. Nothing in it is markup."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import islice
from textwrap import shorten
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from advisor.advice import addressees, cards, page, summary, todo
from advisor.advice.citations import Cite
from advisor.advice.days import Day
from advisor.advice.redaction import without_answers
from advisor.advice.todo import Doing, Target
from advisor.questions import overview
from advisor.questions.walk import Walk
from advisor.words import names
from mechanisms.words import sentences, separated
from rules.dates import PartialDate, Position
from rules.facts.edition import Edition
from rules.result import Advice

from .. import pictures
from .addresses import followable
from .labels import labels

MOST_UNKNOWNS = 5
"""So many open questions are worth a line on paper: they come in the order in which they matter."""

MOST_SOON = 6
"""So many of the next dates stand on two pages."""

MOST_SPOKEN, MOST_DATES_SPOKEN = 160, 40
"""Letters of one date, and dates, in the words for a picture: a reader must hear them out in one go, and Typst fails on very long ones."""

Json = dict[str, Any]


def document(
    advice: Advice, edition: Edition, *, language: str, with_answers: bool, paper: str, brief: bool = False
) -> Json:
    """The advice for the template, in the language that is active. ``language`` is its code; ``brief`` is two pages instead of all."""
    shown = page.build(advice, edition, {})
    if not with_answers:
        shown = without_answers(shown)
    first = {
        "brief": brief,
        "paper": {"a4": "a4", "letter": "us-letter"}[paper],
        "language": _language(language),
        "labels": labels(),
        "title": _title(shown),
        "day": {
            "words": shown.day_words,
            "advice": _("Advice of %(day)s") % {"day": shown.day_words},
            **{part: getattr(shown.day, part) for part in ("year", "month", "day")},
        },
        "edition": shown.edition,
        "digest": shown.digest,
        "headline": _headline(shown),
        "leaders": [
            {"name": str(card.name), "side": card.judged_for or str(card.side_label), **_short(card), **_told(card)}
            for card in shown.leaders
        ],
        "tie": shown.tie,
        "urgent": shown.urgent,
        "warnings": plain(shown.warnings),
        "now": [_step(step) for step in shown.now],
        "addresses": [_address(address) for address in shown.addresses],
        "unknowns": plain(shown.unknowns[:MOST_UNKNOWNS]),
        "with_answers": with_answers,
        "sources": [_source(cite) for cite in shown.sources],
    }
    return _brief(first, shown) if brief else first | _long(shown, advice, edition, with_answers=with_answers)


def _brief(first: Json, shown: page.AdvicePage) -> Json:
    """What two pages say beside the first things, and of the sources only those that they cite."""
    second = (shown.second,) if shown.second else ()
    found = {
        "second": {"name": str(shown.second.name), **_told(shown.second)} if shown.second else None,
        "thought_of": [{"name": str(card.name), **_told(card)} for card in shown.thought_of],
        "soon": [
            _dated(date)
            for date in islice(_ahead(page.timeline((*shown.leaders, *shown.thought_of, *second)), shown), MOST_SOON)
        ],
    }
    cited = set(_numbers([first["now"], first["warnings"], found["soon"]]))
    return first | found | {"sources": [row for row in first["sources"] if row["number"] in cited]}


def _long(shown: page.AdvicePage, advice: Advice, edition: Edition, *, with_answers: bool) -> Json:
    """Everything that stands behind the first things."""
    walk = Walk(advice.given.plain(), edition, advice.as_of)
    time = pictures.timeline(shown.timeline, advice.as_of)
    return {
        "considered": [{"name": str(card.name), **_short(card)} for card in shown.considered],
        "bars": plain(pictures.bars(shown.cards)),
        "timeline": plain(time) | {"alt": _spoken(time)},
        "dates": [_dated(date) for date in shown.timeline],
        "routes": [_route(card) for card in shown.cards],
        "changes": [change.text for change in shown.changes],
        "order": plain(shown.order),
        "doors": [
            plain(replace(door, bodies=())) | {"bodies": [_body(body) for body in door.bodies]} for door in shown.doors
        ],
        "supports": [plain(support) | {"follow": followable(support.url)} for support in shown.supports],
        "answers": _answers(walk) if with_answers else [],
        "aside": [{"label": str(row.label), "words": separated(row.words)} for row in overview.aside(walk)]
        if with_answers
        else [],
    }


def _dated(date: cards.Date) -> Json:
    return {**plain(date), "what": pictures.what(date)}


def _ahead(dates: Iterable[cards.Date], shown: page.AdvicePage) -> Iterator[cards.Date]:
    """Those that are known and not past on the day of the advice."""
    for date in dates:
        if date.day and PartialDate.parse(date.day.iso).seen_from(shown.day) is not Position.PAST:
            yield date


def _source(cite: Cite) -> Json:
    return {
        "number": cite.number,
        "title": cite.name,
        "read": cite.read,
        "day": cite.day,
        "checked": _checked(cite),
        "old": cite.old,
        **_link(cite.url),
    }


def _numbers(value: Any) -> Iterator[int]:
    """The numbers of all sources that are cited in it."""
    if isinstance(value, dict):
        if set(value) == {"number", "day", "checked"}:
            yield value["number"]
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from _numbers(item)


def _title(shown: page.AdvicePage) -> str:
    """What it is about, so that two papers can be told apart."""
    return _("Advice: %(subject)s") % {"subject": shown.about} if shown.about else _("Advice")


def _told(card: cards.Card) -> Json:
    """What a brief says of a route beside its name."""
    return {
        "verdict": str(card.verdict_label),
        "sentence": card.short.sentence,
        "reason": card.failing[0].text if card.failing else card.short.reason,
        "undated": "" if card.short.next and card.short.next.due else card.short.undated,
        "seen": card.seen.state,
    }


def plain(value: object) -> Any:
    """Presentation objects as JSON values. Days are their words, sources their numbers."""
    match value:
        case Cite():
            return {"number": value.number, "day": value.day, "checked": _checked(value)}
        case Day():
            return value.words
        case Promise() | datetime.date():
            return str(value)
        case list() | tuple():
            return [plain(item) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _checked(cite: Cite) -> str:
    return _("checked %(day)s") % {"day": cite.day} if cite.day else ""


def _language(code: str) -> Json:
    """As Typst names it: ``zh-hans`` is ``zh`` in the script ``Hans``."""
    language, _sep, script = code.partition("-")
    return {"code": language, "script": script.capitalize(), "rtl": get_language_info(code)["bidi"]}


def _headline(shown: page.AdvicePage) -> str:
    if not shown.leaders:
        return _("No route is open as things stand")
    if not shown.now:
        return _("No route stands out yet")
    if shown.fits_poorly:
        return _("No route fits well as things stand")
    if shown.tie:
        return _("These routes fit about equally well")
    return _("Start with: %(route)s") % {"route": shown.leaders[0].name}


def _step(step: page.NowStep) -> Json:
    """A step on page one names few States or committees, as on the screen; the rest stand under its route."""
    more = ngettext("and %(number)s more", "and %(number)s more", step.more) % {"number": step.more}
    few = page.FIRST_TARGETS
    targets = tuple(replace(target, to=target.to[:few]) for target in step.doing.targets[:few])
    doing = replace(step.doing, targets=targets, to=step.doing.to[:few])
    # The first day of all of them is said, even where its State is among the rest.
    return {
        "route": str(step.route),
        **_doing(doing),
        "by": _by(step.doing.by),
        "more": more if step.more else "",
    }


def _doing(doing: Doing) -> Json:
    return {
        "title": str(doing.title),
        "text": doing.text,
        "by": "" if any(target.by for target in doing.targets) else _by(doing.by),
        "cite": plain(doing.cite),
        "experts": len(doing.mandates) if doing.to_all_experts else 0,
        "to": [_where(one) for one in doing.to],
        "page": {"title": doing.page.name, **_link(doing.page.url)} if doing.page and doing.page.url else None,
        "targets": [
            {"name": _target(target), "by": _by(target.by), "to": [_where(one) for one in target.to]}
            for target in doing.targets
        ],
    }


def _where(one: todo.Address) -> Json:
    return {
        "name": one.name,
        "text": one.value,
        "follow": followable(one.link),
        "cite": plain(one.cite) if one.cite else None,
    }


def _body(body: page.Body) -> Json:
    return {**_where(body.address), "what": body.what}


def _short(card: cards.Card) -> Json:
    """A route in short; of one that is closed, which condition shuts it."""
    short = card.short
    return {
        "verdict": str(card.verdict_label),
        "because": list(short.because),
        "against": short.against,
        "next": _next(short.next) if short.next else "",
    }


def _next(row: summary.Next) -> str:
    """How many days are left is not said: paper is read later."""
    said = _("Next: %(day)s, %(what)s") % {"day": row.day.words, "what": row.what}
    return sentences((_("%(next)s (%(certainty)s).") % {"next": said, "certainty": row.certainty}, row.clock))


def _target(target: Target) -> str:
    if not (target.state and target.committee):
        return target.state or target.committee
    return _("%(state)s: %(committee)s") % {"state": target.state, "committee": target.committee}


def _by(day: Day | None) -> str:
    """How many days are left is not said: paper is read later."""
    return _("By %(day)s") % {"day": day.words} if day else ""


def _route(card: cards.Card) -> Json:
    kept = {
        field: plain(getattr(card, field))
        for field in ("rank", "slug", "name", "line", "side_label", "side_line", "closed", "pros", "cons")
    }
    return (
        kept
        | _short(card)
        | {
            "judged_for": card.judged_for,
            "warnings": plain(card.short.warnings),
            "committees": [
                {
                    "name": separated((one.committee, one.state)),
                    "verdict": str(one.verdict_label),
                    "by": _by(one.by),
                    "text": one.text,
                }
                for one in card.committees
            ],
            "also": [
                {"title": one.title, "condition": one.condition, "follow": followable(one.page)} for one in card.also
            ],
            "score": card.score_text,
            "gates": plain(card.gates),
            "reasons": plain(card.reasons),
            "standings": [
                plain(replace(standing, doings=()))
                | {"doings": [_doing(doing) for doing in standing.doings], "session": _session(standing.session)}
                for standing in card.standings
            ],
            "bindings": [plain(binding) | {"follow": followable(binding.page)} for binding in card.bindings],
            "mandates": [_mandate(mandate) for mandate in card.mandates],
            "seen": {"state": card.seen.state, "public": card.seen.public, "un": card.seen.un},
            "seen_cite": plain(card.seen_cite),
            "experience": card.experience,
        }
    )


def _session(number: int | None) -> str:
    return _("session %(number)s") % {"number": number} if number else ""


def _mandate(mandate: addressees.Mandate) -> Json:
    return {
        **plain(replace(mandate, addresses=())),
        "follow": followable(mandate.page),
        "addresses": [_address(address) for address in mandate.addresses],
    }


def _address(address: addressees.Address) -> Json:
    certain = not address.doubt
    return {
        "form": address.kind == "form",
        "text": address.value,
        "doubt": address.doubt,
        "follow": followable(address.value if address.kind == "form" else f"mailto:{address.value}") if certain else "",
        "cite": plain(address.cite),
    }


def _link(url: str) -> Json:
    return {"text": url, "follow": followable(url)}


def _answers(walk: Walk) -> list[Json]:
    return [
        {"part": str(part), "rows": [{"label": str(row.label), "words": names.listed(row.words)} for row in rows]}
        for part, rows in overview.parts(walk)
    ]


def _spoken(time: pictures.Timeline) -> str:
    """The picture of the time line for those who hear it. Whatever it cuts short stands in the table below it."""
    dates = (
        _("%(day)s: %(what)s (%(certainty)s).")
        % {"day": mark.when, "what": shorten(mark.what, MOST_SPOKEN), "certainty": mark.certainty}
        for mark in time.marks
    )
    opening = _("Time line from %(first)s to %(last)s.") % {"first": time.first, "last": time.last}
    return sentences([opening, *islice(dates, MOST_DATES_SPOKEN)])
