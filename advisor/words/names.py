"""Names of States, treaties, mandates and days as they stand in sentences, and the filling of sentences with them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from mechanisms.words import Number, day, listed, separated, set_apart
from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.facts.states import RegionalBody
from rules.renewals import MANDATE
from rules.result import Param, Params

from . import fact_texts, texts
from .labels import ANSWERS, EMPTY_LABELS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

__all__ = [
    "about",
    "asked_for",
    "committee",
    "day",
    "fill",
    "listed",
    "mandate",
    "pairs",
    "rule_keys",
    "short_treaty",
    "state",
    "theme",
    "treaty",
]

FEW = 2
"""So many treaties are named in full in one sentence; more of them by their short names."""


def state(code: str, edition: Edition) -> str:
    """The name of a State."""
    return fact_texts.of("states", code, "name", edition.states[code].name)


def treaty(slug: str, edition: Edition) -> str:
    """The full name of a treaty with its short one."""
    name = fact_texts.of("treaties", slug, "name", edition.treaties[slug].name)
    return _("%(name)s (%(abbreviation)s)") % {"name": name, "abbreviation": short_treaty(slug, edition)}


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
    if params.get("due"):
        number = _("session %(number)s") % {"number": params["session"]}
        return separated((due(str(params["due"]), edition), number))
    if params.get("session"):
        return _("session %(number)s") % {"number": params["session"]}
    return str(params.get("title") or "")


def mandate(slug: str, edition: Edition) -> str:
    """The short name of a mandate."""
    name = next(row.short_name for row in edition.mandates if row.slug == slug)
    return fact_texts.of("mandates", slug, "short_name", name)


def door(slug: str, edition: Edition) -> str:
    """The name of a door outside the six routes; one that the edition does not know keeps its short name."""
    name = next((row.name for row in edition.doors if row.slug == slug), "")
    return fact_texts.of("doors", slug, "name", name) if name else slug


def due(subjects: str, edition: Edition) -> str:
    """Mandates and bodies of inquiry that fall due (``mandate:belarus door:belarus-experts``), by their names."""
    pairs = (subject.split(":") for subject in subjects.split())
    return listed(title(slug, edition) if kind == MANDATE else door(slug, edition) for kind, slug in pairs)


def title(slug: str, edition: Edition) -> str:
    """The full title of a mandate; one that the edition does not know keeps its short name."""
    name = next((row.full_title for row in edition.mandates if row.slug == slug), "")
    return fact_texts.of("mandates", slug, "full_title", name) if name else slug


def _resolution(symbol: str, edition: Edition) -> str:
    """A resolution by its symbol, and its title where that is known."""
    name = edition.resolutions_by_symbol[symbol].title
    if not name:
        return symbol
    named = fact_texts.of("council_resolutions", symbol, "title", name)
    return _("%(symbol)s (“%(title)s”)") % {"symbol": symbol, "title": named}


def _vote(symbol: str, edition: Edition) -> str:
    row = edition.resolutions_by_symbol[symbol]
    return _("in favour %(yes)s, against %(no)s, abstaining %(abstentions)s") % {
        "yes": row.yes,
        "no": row.no,
        "abstentions": row.abstentions,
    }


def _until(slug: str, edition: Edition) -> str:
    end = next((row.span.end for row in edition.doors if row.slug == slug), None)
    return day(end) if end else _("a day that we do not know")


def pairs(named: Iterable[str], edition: Edition) -> str:
    """State and treaty pairs (``cat@KEN``) by State: "Kenya: CAT and CRC; Togo: CAT"."""
    by_state: dict[str, list[str]] = {}
    for pair in named:
        slug, code = pair.split("@")
        by_state.setdefault(code, []).append(slug)
    short = sum(map(len, by_state.values())) > FEW
    return set_apart(
        _("%(state)s: %(treaties)s")
        % {
            "state": state(code, edition),
            "treaties": listed(short_treaty(slug, edition) if short else treaty(slug, edition) for slug in slugs),
        }
        for code, slugs in by_state.items()
    )


def body(slug: str, edition: Edition) -> RegionalBody:
    """A regional body."""
    return next(row for row in edition.regional_bodies if row.slug == slug)


def _said(slug: Param, edition: Edition, field: str) -> str:
    """One of the texts of a regional body."""
    row, said = body(str(slug), edition), texts.of(edition).bodies[str(slug)]
    english = {
        "name": row.name,
        "description": row.summary,
        "exhaustion": said.exhaustion,
        "time_limit": said.time_limit,
        "access": said.access,
    }
    return fact_texts.of("regional_bodies", row.slug, field, english[field])


def _outcomes(slugs: Iterable[str]) -> str:
    quoted = (_("“%(name)s”") % {"name": ANSWERS["outcomes", slug].label} for slug in slugs)
    return listed(quoted) or str(EMPTY_LABELS["outcomes"])


PLACES: Mapping[str, tuple[str, Callable[[Param, Edition], object]]] = {
    "access": ("body", lambda value, edition: _said(value, edition, "access")),
    "adopted": ("symbol", lambda value, edition: day(edition.resolutions_by_symbol[str(value)].adopted_on)),
    "body": ("body", lambda value, edition: _said(value, edition, "name")),
    "committee": ("treaty", lambda value, edition: committee(str(value), edition)),
    "condition": ("condition", lambda value, edition: fact_texts.of_english("theme_treaties", "condition", str(value))),
    "count": ("count", lambda value, edition: _number(value)),
    "countries": ("countries", lambda value, edition: listed(state(code, edition) for code in _many(value))),
    "country": ("country", lambda value, edition: state(str(value), edition)),
    "description": ("body", lambda value, edition: _said(value, edition, "description")),
    "due": ("due", lambda value, edition: due(str(value), edition)),
    "exhaustion": ("body", lambda value, edition: _said(value, edition, "exhaustion")),
    "invited": ("invited", lambda value, edition: listed(state(code, edition) for code in str(value).split())),
    "last": ("last", lambda value, edition: _day(value)),
    "limit": ("limit", lambda value, edition: fact_texts.of_english("treaty_limits", "summary", str(value))),
    "mandates": ("mandates", lambda value, edition: listed(mandate(slug, edition) for slug in _many(value))),
    "months": ("months", lambda value, edition: _number(value)),
    "outcomes": ("outcomes", lambda value, edition: _outcomes(_many(value))),
    "resolution": ("symbol", lambda value, edition: _resolution(str(value), edition)),
    "session": ("session", lambda value, edition: str(value)),
    "since": ("since", lambda value, edition: _day(value)),
    "sponsors": (
        "symbol",
        lambda value, edition: edition.resolutions_by_symbol[str(value)].sponsors or _("not found"),
    ),
    "time_limit": ("body", lambda value, edition: _said(value, edition, "time_limit")),
    "title": ("title", lambda value, edition: str(value)),
    "treaties": ("treaties", lambda value, edition: pairs(_many(value), edition)),
    "treaty": ("treaty", lambda value, edition: treaty(str(value), edition)),
    "until": ("door", lambda value, edition: _until(str(value), edition)),
    "vote": ("symbol", lambda value, edition: _vote(str(value), edition)),
}
"""What a sentence may ask for: from which parameter of the core, and how that is put into words."""

RULE = "rule_"
"""Before the key of a number that the edition holds: ``%(rule_mid_term)s`` is the number `mid-term`."""


class _Values(dict[str, object]):
    """What a sentence asks for, put into words when it asks: Python's own filling of sentences, which translators' tools check."""

    def __init__(self, params: Params, edition: Edition) -> None:
        super().__init__()
        self._params, self._edition = params, edition

    def __missing__(self, name: str) -> object:
        if name.startswith(RULE):
            return Number(self._edition.rule(_key(name)))
        param, put = PLACES[name]
        return put(self._params[param], self._edition)


class _Asked(dict[str, object]):
    """Notes what a sentence asks for."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.names: list[str] = []
        self._number = number

    def __missing__(self, name: str) -> object:
        self.names.append(name)
        return self._number


def fill(sentence: "StrOrPromise", params: Params, edition: Edition) -> str:
    """A sentence with its parameters in words, and with the edition's numbers in place of ``%(rule_key)s``.

    A sentence with a count is an `ngettext_lazy` that names the parameter which it counts.
    Raises ``KeyError`` where the sentence asks for something that is not there.
    """
    return str(sentence % _Values(params, edition))


def asked_for(sentence: "StrOrPromise") -> frozenset[str]:
    """Everything that a sentence asks for, whether about one or many. Raises ``ValueError`` where it can't be filled at all."""
    one, many = _Asked(1), _Asked(2)
    for asked in (one, many):
        str(sentence % asked)
    return frozenset(one.names + many.names)


def rule_keys(sentence: "StrOrPromise") -> frozenset[str]:
    """The keys of the edition's numbers that a sentence asks for."""
    return frozenset(_key(name) for name in asked_for(sentence) if name.startswith(RULE))


def _key(name: str) -> str:
    return name.removeprefix(RULE).replace("_", "-")


def _number(value: Param) -> Number:
    assert isinstance(value, int)
    return Number(value)


def _many(value: Param) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value


def _day(value: Param) -> str:
    assert isinstance(value, PartialDate)
    return day(value)
