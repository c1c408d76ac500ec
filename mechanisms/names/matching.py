"""How well what somebody typed fits a name. ``static/finder.js`` does the same in the browser; one truth table tests both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache

from .folding import words

SHORTEST_INSIDE = 4
"""From so many letters on, a word may be a part in the middle of another: “nz” is not Tanzania."""
LONG = 8
"""From so many letters on, two typing errors are forgiven instead of one."""


class Fit(IntEnum):
    """Best first: a whole name or abbreviation; whole words of a name; beginnings of words; a part of words; a typing error."""

    EXACT = 0
    WORDS = 1
    BEGINNINGS = 2
    INSIDE = 3
    NEAR = 4


@dataclass(frozen=True)
class Names:
    """What something is called: names, and abbreviations and codes, which only fit as a whole. All as ``forms`` gives them."""

    names: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    @cached_property
    def every_word(self) -> frozenset[str]:
        """The words of all names."""
        return frozenset(word for name in self.names for word in name.split())

    @property
    def written(self) -> str:
        """All of them in one text for the browser: “=” before a code, “!” before an abbreviation."""
        return "|".join([*self.names, *(f"!{one}" for one in self.abbreviations), *(f"={one}" for one in self.codes)])


def fit(typed: Sequence[str], called: Names) -> Fit | None:
    """How well the words typed fit one of the names, if they are written right; ``None`` if they don't fit."""
    whole = " ".join(typed)
    if whole in called.abbreviations or whole in called.codes or whole in called.names:
        return Fit.EXACT
    return min((found for name in called.names if (found := _fit_name(typed, name)) is not None), default=None)


def _fit_name(typed: Sequence[str], name: str) -> Fit | None:
    parts = name.split()
    if sorted(typed) == sorted(parts) or "".join(typed) == "".join(parts):
        return Fit.EXACT
    if all(word in parts for word in typed):
        return Fit.WORDS
    if all(any(part.startswith(word) for part in parts) for word in typed):
        return Fit.BEGINNINGS
    if all(may_be_inside(word) and any(word in part for part in parts) for word in typed):
        return Fit.INSIDE
    return None


def is_near(typed: Sequence[str], called: Names) -> bool:
    """Whether a name is meant with a typing error in each word, or in all words written as one."""
    return any(
        all(any(_is_near(word, part) for part in name.split()) for word in typed)
        or _is_near("".join(typed), name.replace(" ", ""))
        for name in called.names
    )


def best(typed: str, called: Iterable[Names]) -> list[tuple[Fit, int]]:
    """The fit and place of each that the search shows, best first.

    Whole names and words come before beginnings. An abbreviation means nothing else, so beginnings are left out then: “UK” is not
    Ukraine. Parts of words, and then typing errors, only count where nothing fits better.
    """
    wanted = words(typed)
    if not wanted:
        return []
    listed = list(called)
    fits = [(found, place) for place, one in enumerate(listed) if (found := fit(wanted, one)) is not None]
    if not fits:
        return [(Fit.NEAR, place) for place, one in enumerate(listed) if is_near(wanted, one)]
    worst = max(Fit.BEGINNINGS, min(fits)[0])
    if any(" ".join(wanted) in one.abbreviations for one in listed):
        worst = Fit.WORDS
    return sorted(one for one in fits if one[0] <= worst)


def may_be_inside(word: str) -> bool:
    """Chinese and the like write several words in one, so two signs are enough."""
    return len(word) >= SHORTEST_INSIDE or (len(word) > 1 and not word.isascii())


def _is_near(typed: str, word: str) -> bool:
    """Whether a word is meant with one typing error, or with two in a long word. Short words must be right."""
    if typed == word or (word.startswith(typed) and len(typed) > 1):
        return True
    first, second = _heard(typed), _heard(word)
    if min(len(first), len(second)) < SHORTEST_INSIDE:
        return False
    allowed = 2 if min(len(first), len(second)) >= LONG else 1
    return abs(len(first) - len(second)) <= allowed and distance(first, second) <= allowed


@lru_cache(maxsize=20_000)
def _heard(word: str) -> str:
    """Y as i, doubled letters once: what people mix up most in names."""
    plain = word.replace("y", "i")
    return "".join(letter for place, letter in enumerate(plain) if plain[place - 1 : place] != letter)


def distance(first: str, second: str) -> int:
    """How many letters must be added, left out, changed, or swapped with their neighbour to make one word of the other."""
    before: list[int] = []
    above = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        row = [i]
        for j, b in enumerate(second, 1):
            least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and b == first[i - 2]:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before, above = above, row
    return above[-1]
