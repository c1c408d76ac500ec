"""Expectations ↔ atoms: the smallest parts that one can tick by themselves. An atom is a tuple of texts, its first the kind."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from rules.scenario import Fault

from . import expectations
from .case_files import BadCase

Atom = tuple[str, ...]
Expect = Mapping[str, Any]

ROWS = ("dates", "changes", "sequence")
"""Kinds that are lists of mappings: each mapping is one part of its atom, as JSON."""
LISTS = ("first", "mandates", "not_mandates", "pointers")
LISTS_BY_ROUTE = ("verdicts", "actions", "not_actions", "treaties", "not_treaties", "warnings")
SINGLE = {"by": 4, "stages": 3}
"""Kinds in which one thing has one value, and the length of their atoms."""
GATES = "gates"
"""One result, or a list of which any will do."""
LENGTHS = {
    **dict.fromkeys(LISTS, 2),
    **dict.fromkeys(LISTS_BY_ROUTE, 3),
    **dict.fromkeys((*ROWS, "set_aside"), 2),
    **SINGLE,
    GATES: 4,
    "before": 3,
}
OPPOSITES = {"not_actions": "actions", "not_mandates": "mandates", "not_treaties": "treaties"}


def split(expect: Expect) -> list[Atom]:
    """The atoms of sound expectations, in the order of the kinds."""
    return [atom for kind in expectations.SHAPES if kind in expect for atom in _atoms(kind, expect[kind])]


def join(atoms: Iterable[Atom]) -> dict[str, Any]:
    """Atoms → expectations. Raises ``BadCase`` if two of them contradict each other."""
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    for atom in dict.fromkeys(atoms):
        kind, *path, last = atom
        if kind in SINGLE:
            faults += _put(found, atom)
        elif kind == GATES:
            _also(found.setdefault(kind, {}).setdefault(path[0], {}), path[1], last)
        elif kind in ROWS:
            found.setdefault(kind, []).append(json.loads(last))
        elif kind == "set_aside":
            if kind in found:
                faults.append(Fault("expect.set_aside", last, _("two different lists are expected; tick one of them")))
            found[kind] = json.loads(last)
        elif kind == "before":
            found.setdefault(kind, []).append([*path, last])
        elif kind in LISTS:
            found.setdefault(kind, []).append(last)
        else:
            found.setdefault(kind, {}).setdefault(path[0], []).append(last)
    faults += _contradictions(set(atoms))
    if faults:
        raise BadCase(tuple(faults))
    return {kind: found[kind] for kind in expectations.SHAPES if kind in found}


def pack(atom: Atom) -> str:
    """An atom as the value of a tick box."""
    return json.dumps(atom, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Atom:
    """What ``pack`` gave. Raises ``ValueError`` for anything else."""
    parts = json.loads(text)
    if not isinstance(parts, list) or not parts or not all(isinstance(part, str) for part in parts):
        raise ValueError(text)
    if LENGTHS.get(parts[0]) != len(parts):
        raise ValueError(text)
    if parts[0] in (*ROWS, "set_aside"):
        json.loads(parts[-1])
    return tuple(parts)


def as_json(value: object) -> str:
    """The one text of a part that is not a word."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _atoms(kind: str, value: Any) -> Iterator[Atom]:
    if kind in ROWS:
        yield from ((kind, as_json(row)) for row in value)
    elif kind == "set_aside":
        yield kind, as_json(sorted(value))
    elif kind == "before":
        yield from ((kind, *pair) for pair in value)
    else:
        yield from ((kind, *leaf) for leaf in _leaves(value))


def _leaves(value: Any) -> Iterator[tuple[str, ...]]:
    if isinstance(value, Mapping):
        yield from ((str(key), *leaf) for key, inner in value.items() for leaf in _leaves(inner))
    elif isinstance(value, list):
        yield from ((str(item),) for item in value)
    else:
        yield (str(value),)


def _put(found: dict[str, Any], atom: Atom) -> Iterator[Fault]:
    """One value for each thing; a second one is a fault."""
    *path, name, value = atom
    here = found
    for part in path:
        here = here.setdefault(part, {})
    if name in here:
        where = ".".join(("expect", *path, name))
        yield Fault(where, value, _("two different results are expected; tick one of them"), (here[name], value))
    here[name] = value


def _also(results: dict[str, Any], gate: str, result: str) -> None:
    """One more result that will do."""
    before = results.get(gate)
    if before is None:
        results[gate] = result
    else:
        results[gate] = [*(before if isinstance(before, list) else [before]), result]


def _contradictions(atoms: set[Atom]) -> Iterator[Fault]:
    for kind, *rest in sorted(atoms):
        if kind in OPPOSITES and (OPPOSITES[kind], *rest) in atoms:
            where = ".".join(("expect", OPPOSITES[kind], *rest))
            yield Fault(where, rest[-1], _("is expected to be there and not to be there; tick one of the two"))
