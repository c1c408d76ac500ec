"""How much of the law the tests hold: change the rules in one place at a time, and see whether a test notices.

`.venv/bin/python -m tests.mutants` takes a seeded sample of 200 changes, prints what survives, and fails above one in ten. Options:

    --sample 200    how many changes (0: all)      --seed 9       another sample
    --package rules                         where the rules lie
    --without-golden                               leave the golden results out: what tables, examples and laws hold alone
    --only gates.py                                changes in files whose path ends so
    --list                                         print the changes, run nothing

Each change runs in a process of its own, forked from one that has loaded pytest but not the rules; no file is touched. A run stops at
the first failing test. A change that has no effect by its nature stands in `EQUIVALENT`, with the reason.
"""

import argparse
import ast
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import io
import os
import random
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TESTS = "tests/rules"
"""Where the rules are tested, without a database."""
GOLDEN = "tests/rules/test_golden.py"
QUICK = ("test_golden.py", "test_gates.py", "test_committees.py", "test_tables.py", "test_sequence.py")
"""What notices most changes in the shortest time; the rest is asked only where these are silent."""
PLAIN = (
    "-c",
    os.devnull,
    "--rootdir",
    str(ROOT),
    "--import-mode=importlib",
    "--noconftest",
    "-p",
    "no:cacheprovider",
    "-x",
    "-q",
)
LONGEST = 120
"""Seconds after which a change that makes the rules hang counts as noticed."""
LONGEST_TEXT = 100
SHARE = 0.1
"""The most that may survive."""

EQUIVALENT: Mapping[str, str] = {
    "counterfactuals _days: 24 → 25": "any day far ahead will do",
    "counterfactuals _days: 4 → 5": "any day between three months ago and six will do",
    "counterfactuals _days: 11 → 12": "any day between six months ago and a year will do",
    "counterfactuals _days: 120 → 121": "any day before the longest limit will do",
    "counterfactuals _tried: 0 → 1": "no question is in the gates of all six routes, so the default is never used",
}
"""A change as it is printed, without file and line → why it cannot be noticed."""

COMPARE = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
BINARY = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr}
Place = tuple[tuple[str, int | None], ...]
"""The way from a module to a node: fields and, in a list, positions."""


@dataclass(frozen=True)
class Mutant:
    """One change of one file."""

    path: Path
    line: int
    where: str
    """The function, class or constant; empty outside."""
    change: str
    source: str
    """The changed module."""

    @property
    def name(self) -> str:
        """The file as the report names it."""
        return str(self.path.relative_to(ROOT))

    @property
    def key(self) -> str:
        """The change without its line, which moves."""
        return f"{self.path.stem} {self.where}: {self.change}".replace(" :", ":")

    def __str__(self) -> str:
        return f"{self.name}:{self.line}: {self.key}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Every change of a file, in the order of its text."""
    text = path.read_text(encoding="utf-8")
    for place, node, parent, where in _walk(ast.parse(text)):
        for number in range(_ways(node, parent)):
            tree = ast.parse(text)
            changed = _changed(_at(tree, place), number)
            if changed is None:
                continue
            said = _said(node, number, changed)
            _put(tree, place, changed)
            ast.fix_missing_locations(tree)
            line = getattr(node, "lineno", None) or node.target.lineno
            yield Mutant(path, line, where, said, ast.unparse(tree))


def _walk(node: ast.AST, place: Place = (), where: str = "") -> Iterator[tuple[Place, Any, ast.AST, str]]:
    """Statements and expressions that do something: not docstrings, annotations, aliases of types, imports or lists of slugs."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _is_nothing(child, inside=bool(where)):
                continue
            here = (*place, (name, index))
            yield here, child, node, where
            yield from _walk(child, here, _name(child) or where)


def _name(node: ast.AST) -> str:
    """The function, class or constant that a statement makes."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)) if name.isupper():
            return name
    return ""


def _is_nothing(node: ast.AST, *, inside: bool) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.ClassDef):
        return any(getattr(base, "id", "") == "StrEnum" for base in node.bases)
    is_alias = isinstance(node, ast.Assign) and not inside and isinstance(node.value, ast.Subscript | ast.BinOp)
    return is_alias or isinstance(node, ast.Import | ast.ImportFrom | ast.Assert | ast.JoinedStr | ast.Raise)


def _ways(node: Any, parent: ast.AST) -> int:
    """In how many ways a node can be changed. A part of a returned or unpacked pair is left: every call would break."""
    match node:
        case ast.BoolOp():
            return 1 + len(node.values)
        case ast.Tuple() | ast.List() | ast.Set():
            is_pair = isinstance(parent, ast.Return | ast.Assign | ast.For | ast.comprehension | ast.IfExp | ast.Lambda)
            is_list = not is_pair and not isinstance(getattr(node, "ctx", ast.Load()), ast.Store)
            return len(node.elts) if is_list and len(node.elts) > 1 else 0
        case ast.Dict():
            return len(node.keys) if len(node.keys) > 1 else 0
        case ast.Constant(value=str(value)):
            return 1 if value and " " not in value else 0
        case ast.Compare() | ast.BinOp() | ast.If() | ast.IfExp() | ast.Constant() | ast.UnaryOp():
            return 1
        case ast.Expr() | ast.AugAssign() | ast.Continue():
            return 1
        case ast.comprehension():
            return len(node.ifs)
    return 0


def _changed(node: Any, number: int) -> Any:
    """The node changed in its `number`-th way; ``None`` where there is none."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARE:
            return ast.Compare(node.left, [COMPARE[type(op)]()], node.comparators)
        case ast.BinOp(op=op) if type(op) in BINARY:
            return ast.BinOp(node.left, BINARY[type(op)](), node.right)
        case ast.BoolOp() if number == 0:
            return ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
        case ast.BoolOp():
            left = [value for place, value in enumerate(node.values) if place != number - 1]
            return left[0] if len(left) == 1 else ast.BoolOp(node.op, left)
        case ast.If():
            return ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.IfExp():
            return ast.IfExp(node.test, node.orelse, node.body)
        case ast.Constant(value=bool(value)):
            return ast.Constant(not value)
        case ast.Constant(value=int(value)):
            return ast.Constant(value + 1)
        case ast.UnaryOp(op=ast.Not()):
            return node.operand
        case ast.Constant(value=str(value)):
            return ast.Constant(f"not-{value}")
        case ast.comprehension():
            left = [test for at, test in enumerate(node.ifs) if at != number]
            return ast.comprehension(node.target, node.iter, left, node.is_async)
        case ast.Tuple() | ast.List() | ast.Set():
            return type(node)(**{**_context(node), "elts": [one for at, one in enumerate(node.elts) if at != number]})
        case ast.Dict():
            left = [at for at in range(len(node.keys)) if at != number]
            return ast.Dict([node.keys[at] for at in left], [node.values[at] for at in left])
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue():
            return ast.Pass()
    return None


def _context(node: Any) -> dict[str, Any]:
    return {"ctx": ast.Load()} if hasattr(node, "ctx") else {}


def _at(tree: ast.AST, place: Place) -> Any:
    here: Any = tree
    for name, index in place:
        here = getattr(here, name) if index is None else getattr(here, name)[index]
    return here


def _put(tree: ast.AST, place: Place, new: ast.AST) -> None:
    *way, (name, index) = place
    parent = _at(tree, tuple(way))
    if index is None:
        setattr(parent, name, new)
    else:
        getattr(parent, name)[index] = new


def _said(node: Any, number: int, changed: Any) -> str:
    """A change in one short line."""
    match node:
        case ast.Tuple() | ast.List() | ast.Set():
            return f"without {_text(node.elts[number])} of {len(node.elts)}"
        case ast.Dict():
            key = node.keys[number]
            return f"without {_text(key) if key else '**' + _text(node.values[number])} of {len(node.keys)}"
        case ast.BoolOp() if number:
            return f"without {_text(node.values[number - 1])} in {_text(node)}"
    return f"{_text(node)} → {_text(changed)}"


def _text(node: ast.AST) -> str:
    text = f"if {ast.unparse(node.test)}" if isinstance(node, ast.If) else " ".join(ast.unparse(node).split())
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed module in the place of the one on disk."""

    def __init__(self, name: str, mutant: Mutant) -> None:
        self.name, self.mutant = name, mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The changed module, if it is asked for."""
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.mutant.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed text."""
        exec(compile(self.mutant.source, str(self.mutant.path), "exec"), module.__dict__)  # noqa: S102 - our own text


def is_noticed(mutant: Mutant | None, tests: Sequence[str]) -> bool:
    """Whether a test fails on the changed rules; without a change, on the rules as they are."""
    child = os.fork()
    if child == 0:
        os._exit(_run(mutant, tests))
    started = time.monotonic()
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        if time.monotonic() - started > LONGEST:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return True
        time.sleep(0.02)


def _run(mutant: Mutant | None, tests: Sequence[str]) -> int:
    import pytest

    if mutant is not None:
        sys.meta_path.insert(0, Changed(".".join(Path(mutant.name).with_suffix("").parts), mutant))
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(said):
        code = int(pytest.main([*PLAIN, *tests]))
    if mutant is None and code:
        sys.stderr.write(said.getvalue())
    return code


def main() -> int:
    """Take the sample, run the tests on each, report."""
    options = _options()
    package = ROOT / options.package
    found = [mutant for path in sorted(package.rglob("*.py")) for mutant in mutants(path)]
    stale = EQUIVALENT.keys() - {mutant.key for mutant in found}
    if stale:
        print(f"EQUIVALENT names what is no change any more: {'; '.join(sorted(stale))}")
        return 2
    found = [mutant for mutant in found if mutant.name.endswith(options.only)]
    if options.sample and options.sample < len(found):
        found = random.Random(options.seed).sample(found, options.sample)
    found = [mutant for mutant in found if mutant.key not in EQUIVALENT]
    if options.list:
        print("\n".join(map(str, found)))
        return 0
    tests = sorted(str(path.relative_to(ROOT)) for place in TESTS for path in (ROOT / place).rglob("test_*.py"))
    tests = [path for path in tests if path != GOLDEN or not options.without_golden]
    quick = [path for path in tests if path.endswith(QUICK)]
    stages = [quick, [path for path in tests if path not in quick]]
    _prepare()
    if any(is_noticed(None, stage) for stage in stages):
        print("the tests fail on the rules as they are")
        return 2
    return _report(found, stages)


def _report(found: list[Mutant], stages: list[list[str]]) -> int:
    survived = []
    started = time.monotonic()
    for number, mutant in enumerate(found, start=1):
        if not any(is_noticed(mutant, stage) for stage in stages):
            survived.append(mutant)
            print(f"survived: {mutant}", flush=True)
        if number % 20 == 0:
            print(
                f"{number} of {len(found)}, {len(survived)} survived, {time.monotonic() - started:.0f} s",
                file=sys.stderr,
            )
    share = len(survived) / max(1, len(found))
    print(f"{len(found)} changes, {len(found) - len(survived)} noticed, {len(survived)} survived ({share:.1%})")
    return int(share > SHARE)


def _prepare() -> None:
    """Load what every run needs, apart from the rules and their tests, and only the plugins that are ours."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    import hypothesis
    import pytest
    import yaml  # noqa: F401
    from hypothesis import Phase, strategies  # noqa: F401

    phases = (Phase.explicit, Phase.generate)
    hypothesis.settings.register_profile(
        "mutants", max_examples=15, derandomize=True, deadline=None, database=None, phases=phases
    )
    hypothesis.settings.load_profile("mutants")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        pytest.main([*PLAIN, "--version"])  # loads pytest's own plugins


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--package", default="rules")
    parser.add_argument("--only", default="")
    parser.add_argument("--without-golden", action="store_true")
    parser.add_argument("--list", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
