"""Names of States, treaties, mandates and days as they stand in sentences, and the filling of sentences with them."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils.dateformat import format as formatted
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.result import Param, Params

from . import fact_texts
from .labels import ANSWERS, EMPTY_LABELS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

FEW = 2
"""So many treaties are named in full in one sentence; more of them by their short names."""


def day(date: PartialDate) -> str:
    """A date in words, as precise as it is known."""
    formats = {
        "day": pgettext("a day, in Django's letters for dates", "j F Y"),
        "month": pgettext("a month, in Django's letters for dates", "F Y"),
        "year": pgettext("a year, in Django's letters for dates", "Y"),
    }
    return formatted(date.first, formats[date.precision])


def listed(names: Iterable[str]) -> str:
    """Names in a row: "a, b and c"."""
    every = list(names)
    if len(every) < 2:
        return "".join(every)
    return _("%(first)s and %(last)s") % {"first": ", ".join(every[:-1]), "last": every[-1]}


def state(code: str, edition: Edition) -> str:
    """The name of a State."""
    return fact_texts.of("states", code, "name", edition.states[code].name)


def treaty(slug: str, edition: Edition) -> str:
    """The full name of a treaty with its short one."""
    name = fact_texts.of("treaties", slug, "name", edition.treaties[slug].name)
    return f"{name} ({short_treaty(slug, edition)})"


def short_treaty(slug: str, edition: Edition) -> str:
    """The short name of a treaty."""
    return fact_texts.of("treaties", slug, "abbreviation", edition.treaties[slug].abbreviation)


def committee(slug: str, edition: Edition) -> str:
    """The name of a treaty's committee."""
    return fact_texts.of("treaties", slug, "committee_name", edition.treaties[slug].committee)


def theme(slug: str, edition: Edition) -> str:
    """The name of a theme."""
    return fact_texts.of("themes", slug, "label", edition.themes[slug].label)


def about(params: Mapping[str, object], edition: Edition) -> str:
    """What a date is about beside its State: a committee, a session, a call; empty where its name says all."""
    if params.get("treaty"):
        return committee(str(params["treaty"]), edition)
    if params.get("session"):
        return _("session %(number)s") % {"number": params["session"]}
    return str(params.get("title") or "")


def mandate(slug: str, edition: Edition) -> str:
    """The short name of a mandate."""
    name = next(row.short_name for row in edition.mandates if row.slug == slug)
    return fact_texts.of("mandates", slug, "short_name", name)


def pairs(named: Iterable[str], edition: Edition) -> str:
    """State and treaty pairs (``cat@KEN``) by State: "Kenya: CAT and CRC; Togo: CAT"."""
    by_state: dict[str, list[str]] = {}
    for pair in named:
        slug, code = pair.split("@")
        by_state.setdefault(code, []).append(slug)
    short = sum(map(len, by_state.values())) > FEW
    return "; ".join(
        f"{state(code, edition)}: {listed(short_treaty(slug, edition) if short else treaty(slug, edition) for slug in slugs)}"
        for code, slugs in by_state.items()
    )


def _body(slug: str, edition: Edition) -> str:
    name = next(body.name for body in edition.regional_bodies if body.slug == slug)
    return fact_texts.of("regional_bodies", slug, "name", name)


def _outcomes(slugs: Iterable[str]) -> str:
    return listed(f"“{ANSWERS['outcomes', slug].label}”" for slug in slugs) or str(EMPTY_LABELS["outcomes"])


PLACES: Mapping[str, tuple[str, Callable[[Param, Edition], str]]] = {
    "body": ("body", lambda value, edition: _body(str(value), edition)),
    "committee": ("treaty", lambda value, edition: committee(str(value), edition)),
    "count": ("count", lambda value, edition: str(value)),
    "countries": ("countries", lambda value, edition: listed(state(code, edition) for code in _many(value))),
    "country": ("country", lambda value, edition: state(str(value), edition)),
    "last": ("last", lambda value, edition: _day(value)),
    "mandates": ("mandates", lambda value, edition: listed(mandate(slug, edition) for slug in _many(value))),
    "months": ("months", lambda value, edition: str(value)),
    "outcomes": ("outcomes", lambda value, edition: _outcomes(_many(value))),
    "session": ("session", lambda value, edition: str(value)),
    "since": ("since", lambda value, edition: _day(value)),
    "title": ("title", lambda value, edition: str(value)),
    "treaties": ("treaties", lambda value, edition: pairs(_many(value), edition)),
    "treaty": ("treaty", lambda value, edition: treaty(str(value), edition)),
}
"""What a sentence may ask for: from which parameter of the core, and how that is put into words."""

RULE = "rule:"
PLACE = re.compile(r"%\(([\w:-]+)\)s")


def fill(sentence: "StrOrPromise", params: Params, edition: Edition) -> str:
    """A sentence with its parameters in words, and with the edition's numbers in place of ``%(rule:key)s``.

    Raises ``KeyError`` where the sentence asks for something that is not there.
    """

    def word(place: re.Match[str]) -> str:
        if place[1].startswith(RULE):
            return number_format(edition.rule(place[1].removeprefix(RULE)), use_l10n=True, force_grouping=True)
        param, put = PLACES[place[1]]
        return put(params[param], edition)

    return PLACE.sub(word, str(sentence))


def _many(value: Param) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value


def _day(value: Param) -> str:
    assert isinstance(value, PartialDate)
    return day(value)
