"""What the page of a proposal shows: changed facts, cases, and what would change for saved advice, added up."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.compare import fact_words, words
from advisor.compare.differences import QUIET, Difference, from_plain
from advisor.compare.editions import Between
from advisor.compare.facts import FactChange, Key
from advisor.editions.store import open_edition
from rules.facts.edition import Edition as CoreEdition

from .models import CaseResult, Moved, Proposal

Caused = tuple[Difference, tuple[Key, ...]]
"""A difference and the facts behind it."""

FEW = 5
"""Fewer than so many are not counted out: a number of one would say that somebody works on this State."""


@dataclass(frozen=True)
class Fact:
    """A changed fact in words."""

    label: str
    lines: list[str]
    only_proof: bool


@dataclass(frozen=True)
class Line:
    """One difference in words, what caused it, and how many saved advices it concerns (0: fewer than `FEW`)."""

    text: str
    causes: list[str]
    count: int = 0
    is_quiet: bool = False


@dataclass(frozen=True)
class Case:
    """An expert case: whether it is as expected, and what differs."""

    result: CaseResult
    lines: list[Line]

    @property
    def is_calm(self) -> bool:
        """Whether it says exactly the same as before."""
        return not (self.result.broken_now or self.result.broken_before or self.lines)

    @property
    def is_quiet(self) -> bool:
        """Whether only points moved, or what stands beside them: verdicts, places and dates are the same."""
        return not (self.result.broken_now or self.result.broken_before) and all(line.is_quiet for line in self.lines)


@dataclass(frozen=True)
class Report:
    """All of it. ``concerned`` counts saved advices that would change, ``moved`` those of which only points or reasons would;
    ``None`` stands for fewer than `FEW`, but not none."""

    cases: list[Case]
    saved: list[Line]
    concerned: int | None
    moved: int | None

    @property
    def stirred(self) -> list[Case]:
        """The cases in which a verdict, a place or a date differs, or that are not as expected."""
        return [case for case in self.cases if not case.is_quiet]

    @property
    def shifted(self) -> list[Case]:
        """The cases with the same verdicts, places and dates, in which points or reasons moved."""
        return [case for case in self.cases if case.is_quiet and not case.is_calm]

    @property
    def calm(self) -> list[Case]:
        """The cases that are as expected and say exactly the same as before."""
        return [case for case in self.cases if case.is_calm]


def facts(proposal: Proposal) -> list[Fact]:
    """Every fact that differs between base and draft, those that rules look at first."""
    return shown(
        _changed(proposal.base_id, proposal.draft_id), open_edition(proposal.base_id), open_edition(proposal.draft_id)
    )


def shown(changes: Iterable[FactChange], base: CoreEdition, draft: CoreEdition) -> list[Fact]:
    """Changed facts in words. Sources are left out: they are shown beside their facts."""
    rows = sorted((one for one in changes if one.section != "sources"), key=lambda one: not one.matters)
    return [
        Fact(fact_words.label(one.key, base if one.is_gone else draft), fact_words.sentences(one), not one.matters)
        for one in rows
    ]


def report(proposal: Proposal) -> Report:
    """What was found so far."""
    edition = open_edition(proposal.draft_id)
    moved = list(Moved.objects.filter(proposal=proposal))
    by_case = {row.case_id: row for row in moved if row.case_id}
    cases = [
        Case(result, _lines(by_case[result.case_id], edition) if result.case_id in by_case else [])
        for result in proposal.cases.select_related("waived_by")
    ]
    cases.sort(key=lambda case: (not case.result.broken_now, not case.lines, case.result.slug))
    saved = [_read(row) for row in moved if row.saved_id]
    grave = [[(one, keys) for one, keys in rows if one.kind not in QUIET] for rows in saved]
    concerned = sum(1 for rows in grave if rows)
    return Report(cases, _added_up(grave, edition), _number(concerned), _number(len(saved) - concerned))


def _number(count: int) -> int | None:
    return count if count >= FEW or not count else None


def _lines(row: Moved, edition: CoreEdition) -> list[Line]:
    return [
        Line(words.text(one, edition), _named(keys, edition), is_quiet=one.kind in QUIET) for one, keys in _read(row)
    ]


def _added_up(rows: Iterable[Sequence[Caused]], edition: CoreEdition) -> list[Line]:
    counted: Counter[Caused] = Counter()
    for found in rows:
        counted.update(found)
    return [
        Line(words.text(one, edition), _named(keys, edition), count if count >= FEW else 0)
        for (one, keys), count in counted.most_common()
    ]


def _read(row: Moved) -> list[Caused]:
    return [(from_plain(one), tuple((section, name) for section, name in one["causes"])) for one in row.found]


def _named(keys: Iterable[Key], edition: CoreEdition) -> list[str]:
    return [fact_words.label(key, edition) for key in keys]


@lru_cache(maxsize=8)
def _changed(base_id: str, draft_id: str) -> tuple[FactChange, ...]:
    return Between(base_id, draft_id).changed
