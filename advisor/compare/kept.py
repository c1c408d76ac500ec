"""What differs between an advice as it was kept, in JSON, and the advice of today, in codes.

For advice that can't be computed again since its rules are no longer here. Dates are left out: the JSON does not name what a date is about,
so that one that moved could not be told from one that went.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rules.vocabulary import GateSlug, Result, RouteSlug, Stage, Verdict

from .differences import Difference, Kind

Json = Mapping[str, Any]

GATES = frozenset(GateSlug)
KNOWN: Mapping[Kind, frozenset[str]] = {
    Kind.VERDICT: frozenset(Verdict),
    Kind.GATE: frozenset(Result),
    Kind.STAGE: frozenset(Stage),
}
"""The values that have words."""


def differences(before: Json, after: Json) -> tuple[Difference, ...]:
    """All differences, the most important kind first. In: two advices as `serialise.as_json` gives them, the first of whatever version.
    Routes that only one of them has are left out, and so is what has no words today."""
    was = {row["route"]: row for row in before["routes"]}
    found = [one for now in after["routes"] if now["route"] in was for one in _route(was[now["route"]], now)]
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _route(was: Json, now: Json) -> Iterator[Difference]:
    old, new = _codes(was), _codes(now)
    for kind, about in {**old, **new}:
        before, after = old.get((kind, about), ""), new.get((kind, about), "")
        if kind is Kind.GATE and not before and after in (Result.PASS, Result.NOT_NEEDED):
            continue  # rules that ask for more, and find it met, change nothing for anybody
        if before != after:
            yield Difference(kind, RouteSlug(now["route"]), about, before, after)


def _codes(route: Json) -> dict[tuple[Kind, str], str]:
    """What is compared, by kind and what it is about."""
    found = {(Kind.VERDICT, ""): route["verdict"], (Kind.RANK, ""): str(route["rank"])}
    found |= {(Kind.GATE, row["gate"]): row["result"] for row in route["gates"] if row["gate"] in GATES}
    found |= {(Kind.STAGE, row["country"]): row["stage"] for row in route["stages"]}
    found |= {(Kind.MANDATE, slug): "named" for slug in route["mandates"]}
    return {name: value for name, value in found.items() if value in KNOWN.get(name[0], (value,))}
