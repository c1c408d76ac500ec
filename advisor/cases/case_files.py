"""Case files: a scenario with what an expert expects of the advice. Read, and compared with the advice's JSON.

The form is that of the contract: a bare scenario, or ``scenario`` with ``as_of`` and ``expect`` beside it.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from advisor.words.sequence import reason_text
from rules import vocabulary as v
from rules.facts.edition import Edition
from rules.scenario import BadScenario, Fault, Scenario, check, read_day

from . import expectations

KEYS = ("name", "why", "as_of", "scenario", "expect")
Json = Mapping[str, Any]


class BadCase(ValueError):
    """Raised with every fault of a case."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Case:
    """A checked case. ``as_of`` is ``None`` where the file names no day."""

    name: str
    scenario: Scenario
    as_of: datetime.date | None
    expect: Json = field(default_factory=dict)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as data only; a key that appears twice is an error instead of a silent overwrite."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a word", key_node.start_mark)
            if key_node.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key_node.value[:40]!r} stands twice", key_node.start_mark
                )
            seen.add(key_node.value)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]

    def construct_day(self, node: Any) -> object:
        """A day that does not exist, such as 30 February, stays text, so that the fault can name its question."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_day)


def parse(text: str) -> object:
    """YAML or JSON text → data. Raises ``BadCase`` where it is neither."""
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader by its base
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0] if str(error) else "nested too deeply"
        fault = Fault("scenario", None, f"is not readable as YAML or JSON{where}: {problem}")
        raise BadCase((fault,)) from error


def read(data: object, edition: Edition) -> Case:
    """Data → a checked case. Raises ``BadCase`` with all faults of the scenario, the day and the expectations."""
    wrapped = isinstance(data, Mapping) and "scenario" in data
    body: Mapping[Any, Any] = data if wrapped and isinstance(data, Mapping) else {"scenario": data}
    faults = [Fault(str(key), body[key], "is not part of a case", KEYS) for key in body if key not in KEYS]
    scenario = Scenario()
    try:
        scenario = check(body["scenario"], countries=edition.states, themes=edition.themes)
    except BadScenario as bad:
        faults += bad.faults
    as_of = body.get("as_of")
    if as_of is not None:
        as_of, wrong = read_day("as_of", as_of)
        faults += wrong
    expect = body.get("expect")
    expect = {} if expect is None else expect
    faults += expectations.wrong(expect, edition)
    if faults:
        raise BadCase(tuple(faults))
    return Case(str(body.get("name") or ""), scenario, as_of, expect)


def differences(expect: Json, advice: Json) -> list[str]:
    """Every way in which an advice (contract JSON) is not what was expected, a sentence each."""
    routes = {route["route"]: route for route in advice["routes"]}
    return [line for key in expectations.SHAPES if key in expect for line in CHECKS[key](expect[key], advice, routes)]


Check = Callable[[Any, Json, Mapping[str, Json]], Iterator[str]]


def _first(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    top = advice["routes"][0]["route"]
    if top not in wanted:
        yield f"first: expected one of {', '.join(wanted)}, found {top}"


def _before(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    for one, other in wanted:
        if routes[one]["rank"] > routes[other]["rank"]:
            yield f"before: expected {one} above {other}, found ranks {routes[one]['rank']} and {routes[other]['rank']}"


def _verdicts(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    for route, allowed in wanted.items():
        if routes[route]["verdict"] not in allowed:
            score = routes[route]["score"]["value"]
            yield f"verdicts.{route}: expected {', '.join(allowed)}, found {routes[route]['verdict']} ({score})"


def _gates(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    for route, gates in wanted.items():
        found = {gate["gate"]: gate["result"] for gate in routes[route]["gates"]}
        for gate, result in gates.items():
            allowed = result if isinstance(result, list) else [result]
            if found.get(gate) not in allowed:
                yield (
                    f"gates.{route}.{gate}: expected {' or '.join(allowed)}, found {found.get(gate, 'no such gate')}"
                )


def _listed(key: str, of: str, *, present: bool) -> Check:
    def check_(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
        for route, names in wanted.items():
            found = [action["action"] for action in routes[route][of]]
            for name in names:
                if (name in found) is not present:
                    yield f"{key}.{route}: {name} {'is missing' if present else 'must not be there'}; found {', '.join(found) or 'none'}"

    return check_


def _by(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    for route, actions in wanted.items():
        for name, day in actions.items():
            found = [action["by"] for action in routes[route]["actions"] if action["action"] == name]
            if str(day) not in found:
                yield f"by.{route}.{name}: expected {day}, found {', '.join(map(str, found)) or 'no such action'}"


def _mandates(key: str, *, present: bool) -> Check:
    def check_(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
        found = routes[v.RouteSlug.SPECIAL_PROCEDURES]["mandates"]
        for name in wanted:
            if (name in found) is not present:
                yield f"{key}: {name} {'is missing' if present else 'must not be there'}; found {', '.join(found) or 'none'}"

    return check_


def _treaties(key: str, *, present: bool) -> Check:
    def check_(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
        for route, pairs in wanted.items():
            found = [f"{pair['treaty']}@{pair['country']}" for pair in routes[route]["treaties"]]
            for pair in pairs:
                if (pair in found) is not present:
                    yield f"{key}.{route}: {pair} {'is missing' if present else 'must not be there'}; found {', '.join(found) or 'none'}"

    return check_


def _warnings(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    for route, names in wanted.items():
        found = [row["warning"] for row in routes[route]["warnings"]]
        for name in names:
            if name not in found:
                yield f"warnings.{route}: {name} is missing; found {', '.join(found) or 'none'}"


def _stages(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    found = {stage["country"]: stage["stage"] for stage in routes[v.RouteSlug.UPR]["stages"]}
    for country, stage in wanted.items():
        if found.get(country) != stage:
            yield f"stages.{country}: expected {stage}, found {found.get(country, 'none')}"


def _dates(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    found = [date for route in routes.values() for date in route["dates"]]
    for date in wanted:
        plain = {key: str(value) if isinstance(value, datetime.date) else value for key, value in date.items()}
        if not any(all(one.get(key) == value for key, value in plain.items()) for one in found):
            same = [one for one in found if one["code"] == plain.get("code")]
            yield f"dates: {plain} is missing; of that code found {same or 'none'}"


def _changes(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    for change in wanted:
        hits = [one for one in advice["changes"] if one.get("set") == change["set"] and one["route"] == change["route"]]
        if not any(one["to"] in change["to"] for one in hits):
            yield f"changes: {change['set']} on {change['route']} to {', '.join(change['to'])} is missing; found {hits or 'none'}"


def _sequence(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    for step in wanted:
        why = reason_text(step["why"]) if "why" in step else None
        found = [one for one in advice["sequence"] if (one["first"], one["then"]) == (step["first"], step["then"])]
        if not any(why in (None, one["why"]) for one in found):
            order = ", ".join(f"{one['first']} > {one['then']}" for one in advice["sequence"])
            said = f"{step['first']} > {step['then']}" + (f" ({step['why']})" if why else "")
            yield f"sequence: {said} is missing; found {order or 'none'}"


def _pointers(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    found = [pointer["pointer"] for pointer in advice["pointers"]]
    for name in wanted:
        if name not in found:
            yield f"pointers: {name} is missing; found {', '.join(found) or 'none'}"


def _set_aside(wanted: Any, advice: Json, routes: Mapping[str, Json]) -> Iterator[str]:
    if set(wanted) != set(advice["set_aside"]):
        yield f"set_aside: expected {', '.join(wanted) or 'nothing'}, found {', '.join(advice['set_aside']) or 'nothing'}"


CHECKS: Mapping[str, Check] = {
    "first": _first,
    "before": _before,
    "verdicts": _verdicts,
    "gates": _gates,
    "actions": _listed("actions", "actions", present=True),
    "not_actions": _listed("not_actions", "actions", present=False),
    "by": _by,
    "mandates": _mandates("mandates", present=True),
    "not_mandates": _mandates("not_mandates", present=False),
    "treaties": _treaties("treaties", present=True),
    "not_treaties": _treaties("not_treaties", present=False),
    "warnings": _warnings,
    "stages": _stages,
    "dates": _dates,
    "changes": _changes,
    "sequence": _sequence,
    "pointers": _pointers,
    "set_aside": _set_aside,
}
