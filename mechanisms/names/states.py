"""One search for a State by whatever people call it. Pure: the States are given, the names are known here."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from .folding import forms
from .languages import iso2_of, names_in_languages
from .matching import Fit, Names, best
from .usual import ABBREVIATIONS, NAMES


@lru_cache(maxsize=1_000)
def names_of(iso3: str, shown: str) -> Names:
    """All that a State is called. In: its three-letter code, and the name under which it is shown."""
    iso2 = iso2_of(iso3)
    names = [shown, *NAMES.get(iso3, ()), *names_in_languages(iso2)]
    return Names(
        names=tuple(dict.fromkeys(form for name in names for form in forms(name))),
        abbreviations=tuple(dict.fromkeys(form for name in ABBREVIATIONS.get(iso3, ()) for form in forms(name))),
        codes=tuple(code.casefold() for code in (iso3, iso2) if code),
    )


def find_states(typed: str, states: Mapping[str, str]) -> list[str]:
    """The three-letter codes of the States that fit, best first. In: what was typed, and States by code with the name shown."""
    codes = sorted(states, key=lambda code: states[code])
    return [codes[place] for _, place in best(typed, (names_of(code, states[code]) for code in codes))]


def the_state(typed: str, states: Mapping[str, str]) -> str:
    """The code of the one State that is called exactly this; empty where it is none or more than one."""
    codes = list(states)
    exact = [codes[place] for fit, place in _fits(typed, codes, states) if fit is Fit.EXACT]
    return exact[0] if len(exact) == 1 else ""


def _fits(typed: str, codes: Iterable[str], states: Mapping[str, str]) -> list[tuple[Fit, int]]:
    return best(typed, (names_of(code, states[code]) for code in codes))
