"""Golden results: what the rules said, line by line, so that a change of behaviour is seen and can be read.

The expert cases stand in `golden/cases/*.txt`, the sampled scenarios packed in `golden/samples.txt.xz`. Whoever changes a rule on purpose
writes them anew with `.venv/bin/python -m tests.rules.golden` and reads the difference before committing it (`--diff` prints it).
"""

import datetime
import difflib
import json
import lzma
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from rules.advice import advise
from rules.result import Advice, GateResult, RouteAdvice
from rules.scenario import check

from . import shipped
from .sampler import Sample, samples

GOLDEN = Path(__file__).parent / "golden"
PACKED = GOLDEN / "samples.txt.xz"
NUMBER = 2000
"""Sampled scenarios."""
EVERY = 20
"""Every twentieth of them is also asked what would change the advice, which takes ten times as long."""


def told(advice: Advice) -> Iterator[str]:
    """All that an advice says, one thing a line, in codes."""
    yield f"set aside: {' '.join(advice.set_aside) or '-'}"
    yield f"tie: {' '.join(advice.tie) or '-'}"
    for route in advice.routes:
        yield from _route(route)
    for now in advice.urgent:
        yield f"now {now.route}: {now.action} {now.country or '-'} {now.treaty or '-'}"
    yield f"no difference: {' '.join(advice.no_difference) or '-'}"
    for step in advice.sequence:
        yield f"step {step.first} > {step.then}: {step.why}"
    for pointer in advice.pointers:
        yield f"pointer {pointer.pointer}: {pointer.code} [{pointer.source}]{_params(pointer.params)}"
        for body in pointer.bodies:
            yield f"  body {body.name}: {body.kind or '-'} [{body.source}]"
    for change in advice.changes:
        cause = change.fact or {question: _plain(value) for question, value in change.answers.items()}
        yield f"change {change.route} {change.before} > {change.after}: {json.dumps(dict(cause))}"
    for unknown in advice.unknowns:
        yield f"open {unknown.question}: {unknown.spread}"


def _route(route: RouteAdvice) -> Iterator[str]:
    score = route.score
    name = route.route
    yield f"{route.rank}. {name}: {route.verdict} {score.low}..{score.value}..{score.high} ({route.side})"
    for gate in route.gates:
        yield f"  gate {gate.code}: {gate.result}{_open(gate)} [{gate.source}]{_params(gate.params)}"
    for factor in route.factors:
        yield f"  factor {factor.factor}: {factor.points:+d} [{factor.source}]{_params(factor.params)}"
    for action in route.actions:
        about = " ".join(filter(None, (action.country, action.treaty, ",".join(action.mandates))))
        by = f" by {action.by}" if action.by else ""
        if action.to:
            by += f" to {len(action.to)}: {action.to[0].value}"
        yield f"  do {action.action}: {action.code}{by} [{action.source}] {about}{_params(action.params)}".rstrip()
    for date in route.dates:
        day = date.date or "not published"
        yield f"  date {date.code}: {day} {date.status} {date.country or '-'} [{date.source}]{_params(date.params)}"
    for stage in route.stages:
        yield f"  stage {stage.country}: {stage.stage} {stage.session}"
    if route.mandates:
        yield f"  mandates {' '.join(route.mandates)}"
    for other in route.mandates_if:
        yield f"  mandate if {other.mandate}: {other.condition or other.theme}"
    for one in route.committees:
        says = " ".join(
            f"{gate.gate}:{gate.result}{'-low' if gate.odds else ''}" for gate in one.gates if gate.result != "pass"
        )
        by = f" by {one.by} {one.by_status}" if one.by else ""
        yield f"  committee {one.treaty}@{one.country}: {one.code} {one.verdict} {one.score.value}{by} {says}".rstrip()
    for warned in route.warnings:
        yield f"  warning {warned.code} [{warned.source}]"
    yield f"  because {' '.join(factor.factor for factor in route.because) or '-'}"
    if route.against is not None:
        yield f"  against {route.against.code if isinstance(route.against, GateResult) else route.against.factor}"
    if route.next is not None:
        yield f"  next {route.next.code} {route.next.date} {route.next.country or '-'}"
    for pair in route.treaties:
        yield f"  treaty {pair.treaty}@{pair.country}: {' | '.join(pair.limits) or '-'}"


def _open(gate: GateResult) -> str:
    if gate.possible == {gate.result}:
        return "".join(f" ?{question}" for question in gate.questions)
    return f" of {'/'.join(sorted(gate.possible))}" + "".join(f" ?{question}" for question in gate.questions)


def _params(params: Mapping[str, Any]) -> str:
    text = " ".join(f"{key}={_plain(value)}" for key, value in params.items())
    return f" {{{text}}}" if text else ""


def _plain(value: Any) -> Any:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def of_sample(sample: Sample, *, changes: bool) -> str:
    """What the rules say about a sampled scenario."""
    edition = shipped.edition()
    scenario = check(sample.answers, countries=edition.states, themes=edition.themes)
    return "\n".join(told(advise(scenario, edition, sample.day, counterfactuals=changes)))


def of_case(path: Path) -> str:
    """What the rules say about an expert case. Text of the file is data; its day and its scenario count."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    day = datetime.date.fromisoformat(str(case["as_of"]))  # with or without quotation marks
    edition = shipped.edition()
    scenario = check(case["scenario"], countries=edition.states, themes=edition.themes)
    return "\n".join(told(advise(scenario, edition, day))) + "\n"


def case_files() -> list[Path]:
    """The expert cases."""
    return sorted(shipped.CASES.glob("*.yaml"))


def kept_case(path: Path) -> Path:
    """Where the golden result of a case stands."""
    return GOLDEN / "cases" / f"{path.stem}.txt"


def kept_samples() -> list[str]:
    """The golden results of the samples, in their order."""
    return lzma.decompress(PACKED.read_bytes()).decode().split("\n\n")


def asked_for_changes(sample: Sample) -> bool:
    """Whether the golden result of a sample also holds what would change the advice."""
    return sample.number % EVERY == 0


def difference(before: str, after: str) -> str:
    """What an advice says now and did not say before, and the other way round."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "golden", "now", lineterm="", n=1)
    return "\n".join(lines)


def changed(sample: Sample, kept: str) -> str:
    """How the advice on a sample differs from the golden one, with the answers; empty where it does not."""
    now = of_sample(sample, changes=asked_for_changes(sample))
    if now == kept:
        return ""
    return f"sample {sample.number} on {sample.day}: {json.dumps(sample.answers)}\n{difference(kept, now)}"


def main() -> None:
    """Write all golden results, or print what would change."""
    drawn = tuple(samples(shipped.edition(), NUMBER))
    if "--diff" in sys.argv:
        found = filter(None, map(changed, drawn, kept_samples()))
        print("\n\n".join(found) or "no difference")
        return
    now = [of_sample(sample, changes=asked_for_changes(sample)) for sample in drawn]
    (GOLDEN / "cases").mkdir(parents=True, exist_ok=True)
    for path in case_files():
        kept_case(path).write_text(of_case(path), encoding="utf-8")
    PACKED.write_bytes(lzma.compress("\n\n".join(now).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(now)} samples in {PACKED.stat().st_size} bytes, {len(case_files())} cases")


if __name__ == "__main__":
    main()
