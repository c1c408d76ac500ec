"""What can be ticked for an advice: everything that it says, what it might say instead, and what is expected already."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from advisor.words import actions as action_texts
from advisor.words import actions_at_council as council_texts
from advisor.words.pointers import POINTER_LABELS
from rules import vocabulary as v
from rules.facts.edition import Edition

from . import box_words, case_files
from .boxes import Atom, as_json, join, pack

Json = Mapping[str, Any]

ACTIONS_OF: Mapping[v.RouteSlug, Mapping[str, object]] = {
    v.RouteSlug.SPECIAL_PROCEDURES: action_texts.LETTERS,
    v.RouteSlug.UPR: action_texts.REVIEW_OF_STATES,
    v.RouteSlug.COUNCIL_SESSIONS: {**council_texts.COUNCIL, **council_texts.COUNCIL_NOW},
    v.RouteSlug.COMPLAINT_PROCEDURE: action_texts.COMPLAINTS,
    v.RouteSlug.TREATY_BODY_COMPLAINT: action_texts.COMPLAINTS,
    v.RouteSlug.TREATY_BODY_REVIEW: action_texts.REVIEW_BY_COMMITTEES,
}
"""The sentences of a route's actions; the first part of a sentence's code is the action."""


@dataclass(frozen=True)
class Box:
    """A tick box. ``alone``: what it says without its surroundings; ``now``: whether it is true of the advice as it is; ``missed``:
    whether it is expected and not met."""

    value: str
    label: str
    alone: str
    now: bool
    ticked: bool
    missed: bool


@dataclass(frozen=True)
class Row:
    """A line of a table of boxes."""

    label: str
    boxes: list[Box]


@dataclass(frozen=True)
class TwoWays:
    """What the advice does not name: each line with a box for "must be there" and one for "must not"."""

    rows: list[Row]

    @property
    def ticked(self) -> bool:
        """Whether anything in it is expected and must therefore be shown."""
        return any(box.ticked for row in self.rows for box in row.boxes)


NONE = TwoWays([])


@dataclass
class Route:
    """Everything that can be ticked on one route."""

    name: str
    rank: int
    verdict: str
    verdicts: list[Box] = field(default_factory=list)
    gates: list[Row] = field(default_factory=list)
    actions: list[Box] = field(default_factory=list)
    others: TwoWays = NONE
    by: list[Box] = field(default_factory=list)
    treaties: list[Box] = field(default_factory=list)
    other_treaties: TwoWays = NONE
    warnings: list[Box] = field(default_factory=list)
    stages: list[Row] = field(default_factory=list)
    dates: list[Box] = field(default_factory=list)
    mandates: list[Box] = field(default_factory=list)
    other_mandates: TwoWays = NONE


@dataclass
class Offer:
    """The whole form. ``rest`` holds expectations without a place elsewhere, since the advice says nothing of the kind."""

    first: list[Box]
    before: list[Box]
    routes: list[Route]
    changes: list[Box]
    sequence: list[Box]
    pointers: list[Box]
    set_aside: list[Box]
    rest: list[Box]
    results: list[str]


class _Boxes:
    """Makes boxes, and records which expectations already have one."""

    def __init__(self, ticked: Iterable[Atom], advice: Json, edition: Edition) -> None:
        self.expected, self.advice, self.edition = dict.fromkeys(ticked), advice, edition
        self.placed: set[Atom] = set()

    def box(self, atom: Atom, label: str = "") -> Box:
        self.placed.add(atom)
        alone = box_words.one(atom, self.edition)
        now, ticked = self._holds(atom), atom in self.expected
        return Box(pack(atom), label or alone, alone, now, ticked, ticked and not now)

    def _holds(self, atom: Atom) -> bool:
        try:
            return not case_files.differences(join([atom]), self.advice)
        except LookupError:
            return False  # it names a route that there no longer is

    def every(self, atoms: Iterable[Atom], label: Callable[[Atom], str]) -> list[Box]:
        return [self.box(atom, label(atom)) for atom in dict.fromkeys(atoms)]

    def one_of(self, atoms: Iterable[Atom], label: Callable[[Atom], str]) -> list[Box]:
        """Boxes of which one must be true: if one is, the others are not missed."""
        found = self.every(atoms, label)
        met = any(box.ticked and box.now for box in found)
        return [replace(box, missed=False) for box in found] if met else found

    def and_expected(self, atoms: Iterable[Atom], *start: str) -> list[Atom]:
        """These atoms, and all other expected ones that begin the same way."""
        return [*atoms, *(atom for atom in self.expected if atom[: len(start)] == start)]

    def rest(self) -> list[Box]:
        return [self.box(atom) for atom in self.expected if atom not in self.placed]


def offer(ticked: Iterable[Atom], advice: Json, edition: Edition) -> Offer:
    """The boxes for an advice (contract JSON) and what is expected of it already."""
    boxes = _Boxes(ticked, advice, edition)
    ranked = [route["route"] for route in advice["routes"]]
    return Offer(
        first=boxes.one_of((("first", slug) for slug in ranked), lambda atom: box_words.route(atom[1])),
        before=boxes.every(
            boxes.and_expected([("before", *pair) for pair in combinations(ranked, 2)], "before"),
            lambda atom: box_words.one(atom, edition),
        ),
        routes=[_route(route, boxes) for route in advice["routes"]],
        changes=boxes.every(
            boxes.and_expected([("changes", as_json(row)) for row in _settable(advice["changes"])], "changes"),
            lambda atom: box_words.one(atom, edition),
        ),
        sequence=boxes.every(
            boxes.and_expected([("sequence", as_json(row)) for row in _order(advice["sequence"])], "sequence"),
            lambda atom: box_words.one(atom, edition),
        ),
        pointers=boxes.every(
            (("pointers", slug.value) for slug in v.PointerSlug),
            lambda atom: str(POINTER_LABELS[v.PointerSlug(atom[1])]),
        ),
        set_aside=boxes.every(
            boxes.and_expected([("set_aside", as_json(sorted(advice["set_aside"])))], "set_aside"),
            lambda atom: box_words.one(atom, edition),
        ),
        rest=boxes.rest(),
        results=[box_words.result(slug) for slug in v.Result],
    )


def _settable(changes: Iterable[Json]) -> list[Json]:
    """What another answer would do; not what another fact would."""
    return [{"set": row["set"], "route": row["route"], "to": [row["to"]]} for row in changes if "set" in row]


def _order(steps: Iterable[Json]) -> list[Json]:
    """What comes before what. The reason is left open: a case in a file may ask for it."""
    return [{"first": step["first"], "then": step["then"]} for step in steps]


def _route(route: Json, boxes: _Boxes) -> Route:
    slug, edition = route["route"], boxes.edition
    done = list(dict.fromkeys(action["action"] for action in route["actions"]))
    found = Route(box_words.route(slug), route["rank"], box_words.verdict(route["verdict"]))
    found.verdicts = boxes.one_of(
        (("verdicts", slug, one) for one in v.Verdict), lambda atom: box_words.verdict(atom[2])
    )
    found.gates = [
        Row(
            box_words.gate(gate["gate"]),
            boxes.one_of(
                (("gates", slug, gate["gate"], one) for one in v.Result), lambda atom: box_words.result(atom[3])
            ),
        )
        for gate in route["gates"]
    ]
    found.actions = boxes.every((("actions", slug, one) for one in done), lambda atom: box_words.action(atom[2]))
    found.others = TwoWays(
        [
            Row(box_words.action(one), [boxes.box(("actions", slug, one)), boxes.box(("not_actions", slug, one))])
            for one in _actions_of(slug)
            if one not in done
        ]
    )
    found.by = boxes.every(
        boxes.and_expected(
            [("by", slug, action["action"], action["by"]) for action in route["actions"] if action["by"]], "by", slug
        ),
        lambda atom: f"{box_words.action(atom[2])}: {box_words.day(atom[3])}",
    )
    named = [f"{pair['treaty']}@{pair['country']}" for pair in route["treaties"]]
    found.treaties = boxes.every(
        (("treaties", slug, one) for one in named), lambda atom: box_words.pair(atom[2], edition)
    )
    found.other_treaties = TwoWays(
        [
            Row(
                box_words.pair(one, edition),
                [boxes.box(("treaties", slug, one)), boxes.box(("not_treaties", slug, one))],
            )
            for one in _other_pairs(route, named, boxes)
        ]
    )
    found.warnings = boxes.every(
        (("warnings", slug, one) for one in v.WarningSlug), lambda atom: box_words.warning(atom[2])
    )
    found.stages = [
        Row(
            box_words.state(row["country"], edition),
            boxes.every((("stages", row["country"], one) for one in v.Stage), lambda atom: box_words.stage(atom[2])),
        )
        for row in route["stages"]
    ]
    found.dates = boxes.every((("dates", as_json(_date(row))) for row in route["dates"]), lambda atom: "")
    if slug == v.RouteSlug.SPECIAL_PROCEDURES:
        _mandates(found, route["mandates"], boxes)
    return found


def _other_pairs(route: Json, named: list[str], boxes: _Boxes) -> list[str]:
    """Committees that were judged, or are expected one way or the other, and are not named."""
    slug = route["route"]
    judged = [f"{row['treaty']}@{row['country']}" for row in route["committees"]]
    expected = [atom[2] for kind in ("treaties", "not_treaties") for atom in boxes.and_expected([], kind, slug)]
    return [pair for pair in dict.fromkeys((*judged, *expected)) if pair not in named]


def _mandates(found: Route, named: list[str], boxes: _Boxes) -> None:
    found.mandates = boxes.every(
        (("mandates", one) for one in named), lambda atom: box_words.mandate(atom[1], boxes.edition)
    )
    others = sorted((row.short_name, row.slug) for row in boxes.edition.mandates if row.slug not in named)
    found.other_mandates = TwoWays(
        [Row(name, [boxes.box(("mandates", slug)), boxes.box(("not_mandates", slug))]) for name, slug in others]
    )


def _date(row: Json) -> dict[str, Any]:
    """The parts of a date that can be expected: without its source, and without a State if it is about none."""
    return {key: row[key] for key in ("code", "country", "date", "status") if row[key] is not None or key == "date"}


def _actions_of(route: str) -> list[str]:
    codes = {code.partition(".")[0] for code in ACTIONS_OF[v.RouteSlug(route)]}
    return [action.value for action in v.ActionSlug if action in codes]
