"""The result of an expert case: whether the advice of an edition is as the case expects, in words."""

import datetime
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from advisor.words import serialise
from rules.advice import advise
from rules.facts.edition import Edition

from . import box_words, case_files
from .boxes import as_json
from .models import ExpertCase

KEPT = 500
"""How many results are cached, so that a list need not work them all out. The key holds all that a result depends on."""


@dataclass(frozen=True)
class Standing:
    """``faults``: why the case can't be read on this edition. ``broken``: the expectations that are not met. ``expected``: how many
    lines."""

    expected: int = 0
    broken: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether all is as expected."""
        return not self.broken and not self.faults


_kept: OrderedDict[tuple[str, ...], Standing] = OrderedDict()


def standing(row: ExpertCase, edition: Edition, today: datetime.date) -> Standing:
    """The result of a case on an edition, on its own day or today."""
    day = row.as_of or today
    key = (edition.id, str(day), as_json(row.scenario), as_json(row.expect), get_language() or "")
    if key not in _kept:
        _kept[key] = _worked_out(row, edition, today)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return _kept[key]


def advice_on(row: ExpertCase, edition: Edition, today: datetime.date) -> dict[str, Any]:
    """The advice on a case as the contract's JSON. Raises ``cases.BadCase`` where its answers can't be read."""
    case = case_files.read({**row.as_data(), "expect": {}}, edition)
    return serialise.as_json(advise(case.scenario, edition, case.as_of or today), edition)


def _worked_out(row: ExpertCase, edition: Edition, today: datetime.date) -> Standing:
    try:
        case_files.read(row.as_data(), edition)
    except case_files.BadCase as bad:
        return Standing(faults=tuple(str(fault) for fault in bad.faults))
    told = box_words.told(row.expect, edition)
    advice = advice_on(row, edition, today)
    return Standing(len(told), tuple(line for line, part in told if case_files.differences(part, advice)))
