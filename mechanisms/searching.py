"""Rows that fit what somebody typed, the same on every database: SQLite folds no letter beyond a to z."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import models

from mechanisms.models import State
from mechanisms.names.folding import fold, words
from mechanisms.names.matching import Fit, Names, may_be_inside
from mechanisms.names.states import find_states, names_of

CODE = "iso3"
NAME = "name"


class Row(NamedTuple):
    """What a search looks at: the words of the row's own text, and the States that it is about."""

    text: frozenset[str]
    states: tuple[Names, ...]


def search(queryset: "models.QuerySet[Any]", paths: Iterable[str], typed: str) -> "models.QuerySet[Any]":
    """The rows in which each word typed stands, a State's under any of its names. In: the paths of the fields to search.

    Whole words and beginnings count; an abbreviation leaves out all that only begins so. Parts of words count where nothing fits better,
    and then a State's name with a typing error.
    """
    wanted = words(typed)
    if not wanted:
        return queryset
    rows = _rows(queryset, list(paths))
    fits = {pk: fit for pk, row in rows.items() if (fit := _fit(wanted, row)) is not None}
    if not fits:
        return _of_states(queryset, rows, typed)
    worst = max(Fit.BEGINNINGS, min(fits.values()))
    if any(fit is Fit.EXACT for fit in fits.values()):
        worst = Fit.EXACT
    return queryset.filter(pk__in=[pk for pk, fit in fits.items() if fit <= worst])


def states_called(queryset: "models.QuerySet[State]", typed: str) -> "models.QuerySet[State]":
    """The States that are called so, the best fit first; all of them where nothing was typed."""
    if not words(typed):
        return queryset
    found = find_states(typed, dict(queryset.order_by().values_list(CODE, NAME)))
    places = [models.When(iso3=code, then=place) for place, code in enumerate(found)]
    rank = models.Case(*places, default=0, output_field=models.IntegerField())
    return queryset.filter(iso3__in=found).order_by(rank)


def _rows(queryset: "models.QuerySet[Any]", paths: list[str]) -> dict[Any, Row]:
    """What is searched of each row; a row that points to several others has the words of all of them."""
    codes = [path for path in paths if path.split("__")[-1] == CODE]
    texts: dict[Any, set[str]] = defaultdict(set)
    states: dict[Any, set[str]] = defaultdict(set)
    for pk, *values in queryset.order_by().values_list("pk", *paths):
        for path, value in zip(paths, values, strict=True):
            if value is not None:
                texts[pk].update(fold(str(value)).split())
                if path in codes:
                    states[pk].add(value)
    named = dict(State.objects.order_by().values_list(CODE, NAME)) if codes else {}
    return {
        pk: Row(frozenset(text), tuple(names_of(code, named[code]) for code in states[pk] if code in named))
        for pk, text in texts.items()
    }


def _fit(wanted: tuple[str, ...], row: Row) -> Fit | None:
    """The worst fit of the words; ``EXACT`` where one of them is a State's abbreviation and no other is only begun."""
    fits = [_fit_word(word, row) for word in wanted]
    if None in fits:
        return None
    worst = max(fit for fit in fits if fit is not None)
    if worst is Fit.WORDS and Fit.EXACT in fits:
        return Fit.EXACT
    return worst


def _fit_word(word: str, row: Row) -> Fit | None:
    if any(word in state.abbreviations for state in row.states):
        return Fit.EXACT
    if word in row.text or any(word in state.codes or word in state.every_word for state in row.states):
        return Fit.WORDS
    if _begins(word, row.text) or any(_begins(word, state.every_word) for state in row.states):
        return Fit.BEGINNINGS
    if may_be_inside(word) and any(word in part for part in row.text):
        return Fit.INSIDE
    return None


def _begins(word: str, parts: Iterable[str]) -> bool:
    return any(part.startswith(word) for part in parts)


def _of_states(queryset: "models.QuerySet[Any]", rows: dict[Any, Row], typed: str) -> "models.QuerySet[Any]":
    """The rows about States that are meant with a typing error."""
    meant = {code.casefold() for code in find_states(typed, _states_of(rows))}
    found = [pk for pk, row in rows.items() if any(meant.intersection(state.codes) for state in row.states)]
    return queryset.filter(pk__in=found)


def _states_of(rows: dict[Any, Row]) -> dict[str, str]:
    return {state.codes[0].upper(): state.names[0] for row in rows.values() for state in row.states}
