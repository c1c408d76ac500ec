"""Advice as the contract's JSON (§4) and as plain text. Both speak English, so that the same advice gives the same bytes anywhere."""

import datetime
import hashlib
import json
from typing import Any

from django.utils import translation

from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.result import Action, Addressee, Advice, Change, Committee, GateResult, KeyDate, RouteAdvice, Score
from rules.vocabulary import RouteSlug

from . import plain
from .actions import action_text
from .addressees import condition_text
from .committees import committee_text
from .factors import factor_text
from .gates import gate_text
from .pointers import body_name, pointer_text
from .reasons import against_text, because_texts
from .sequence import step_text
from .visibility import visibility
from .warnings import warning_text

SCHEMA = 2
DIGEST_LENGTH = 32

Json = dict[str, Any]


def digest(advice: Advice) -> str:
    """The name of an advice: the digest of the answers given, the edition, the rules and the day."""
    named = {
        "scenario": advice.given.plain(),
        "edition": advice.edition,
        "as_of": advice.as_of.isoformat(),
        **_rules(advice),
    }
    text = json.dumps(named, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def as_json(advice: Advice, edition: Edition) -> Json:
    """The advice in the contract's form. ``edition`` is the one that it was computed from. Advice without a version of its rules has the
    form that advice had before rules had one."""
    with translation.override("en"):
        return {
            "schema": SCHEMA,
            "as_of": advice.as_of.isoformat(),
            "edition": advice.edition,
            **_rules(advice),
            "advice": digest(advice),
            "set_aside": list(advice.set_aside),
            "no_difference": list(advice.no_difference),
            "urgent": _urgent(advice),
            "routes": [_route(route, edition) for route in advice.routes],
            "tie": [route.value for route in advice.tie],
            "changes": [_change(change) for change in advice.changes],
            "unknowns": [{"question": unknown.question, "spread": unknown.spread} for unknown in advice.unknowns],
            "sequence": [
                {"first": str(step.first), "then": str(step.then), "why": step_text(step).text}
                for step in advice.sequence
            ],
            "pointers": [
                {
                    "pointer": pointer.pointer.value,
                    "text": pointer_text(pointer, edition),
                    "source": pointer.source,
                    "bodies": [{"name": body_name(body), "value": body.value} for body in pointer.bodies],
                }
                for pointer in advice.pointers
            ],
        }


def _rules(advice: Advice) -> Json:
    return {"rules": advice.rules} if advice.rules else {}


def dumps(obj: Json | list[Json]) -> str:
    """The one text of an advice, or of several: readable, keys in the contract's order."""
    return json.dumps(obj, ensure_ascii=False, indent=2)


def as_text(advice: Advice, edition: Edition) -> str:
    """The advice as plain text."""
    with translation.override("en"):
        return "\n".join(plain.lines(advice, edition))


def _urgent(advice: Advice) -> list[Json]:
    """What protects life now, each step once, whatever States and committees it is done for."""
    steps = dict.fromkeys((step.route.value, step.action.value) for step in advice.urgent)
    return [{"route": route, "action": action} for route, action in steps]


def _route(route: RouteAdvice, edition: Edition) -> Json:
    seen = visibility(route.route, edition)
    against = against_text(route, edition)
    return {
        "rank": route.rank,
        "route": route.route.value,
        "verdict": route.verdict.value,
        "side": route.side.value,
        "score": _score(route.score),
        "because": list(because_texts(route, edition)),
        "against": [against] if against else [],
        "next": _next(route.next),
        "warnings": [
            {"warning": row.warning.value, "text": warning_text(row, edition), "source": row.source}
            for row in route.warnings
        ],
        "gates": [_gate(route.route, gate, edition) for gate in route.gates],
        "factors": [
            {
                "factor": factor.factor,
                "points": factor.points,
                "text": factor_text(route.route, factor, edition),
                "source": factor.source,
            }
            for factor in route.factors
        ],
        "actions": [_action(action, edition) for action in route.actions],
        "dates": [_date(date) for date in route.dates],
        "stages": [{"country": s.country, "stage": s.stage.value, "session": s.session} for s in route.stages],
        "mandates": list(route.mandates),
        "mandates_if": [{"mandate": row.mandate, "if": condition_text(row, edition)} for row in route.mandates_if],
        "treaties": [{"treaty": pair.treaty, "country": pair.country} for pair in route.treaties],
        "committees": [_committee(row, edition) for row in route.committees],
        "visibility": {"state": seen.state, "public": seen.public, "un": seen.un},
    }


def _score(score: Score) -> Json:
    return {"low": score.low, "value": score.value, "high": score.high}


def _gate(route: RouteSlug, gate: GateResult, edition: Edition) -> Json:
    return {
        "gate": gate.gate.value,
        "result": gate.result.value,
        "odds": gate.odds.value if gate.odds else None,
        "text": gate_text(route, gate, edition),
        "source": gate.source,
    }


def _action(action: Action, edition: Edition) -> Json:
    return {
        "action": action.action.value,
        "text": action_text(action, edition),
        "by": _iso(action.by),
        "country": action.country,
        "mandates": list(action.mandates),
        "treaty": action.treaty,
        "to": [_addressee(row) for row in action.to],
    }


def _addressee(row: Addressee) -> Json:
    return {"name": row.name, "kind": row.kind.value if row.kind else None, "value": row.value, "source": row.source}


def _committee(row: Committee, edition: Edition) -> Json:
    return {
        "treaty": row.treaty,
        "country": row.country,
        "verdict": row.verdict.value,
        "score": _score(row.score),
        "gates": [_gate(RouteSlug.TREATY_BODY_COMPLAINT, gate, edition) for gate in row.gates],
        "by": _iso(row.by),
        "text": committee_text(row, edition),
    }


def _date(date: KeyDate) -> Json:
    return {
        "date": _iso(date.date),
        "end": _iso(date.end),
        "time": date.time,
        "zone": date.zone,
        "code": date.code.value,
        "country": date.country,
        "status": date.status.value,
        "source": date.source,
    }


def _next(date: KeyDate | None) -> Json | None:
    """The next date of a route; its end, hour and zone only where they are known."""
    if date is None:
        return None
    more = {"end": _iso(date.end), "time": date.time, "zone": date.zone}
    return {
        "date": _iso(date.date),
        "code": date.code.value,
        "country": date.country,
        "status": date.status.value,
        **{key: value for key, value in more.items() if value is not None},
    }


def _change(change: Change) -> Json:
    cause = (
        {"fact": dict(change.fact)}
        if change.fact
        else {"set": {q: _plain(value) for q, value in change.answers.items()}}
    )
    return {**cause, "route": change.route.value, "from": change.before.value, "to": change.after.value}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _iso(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)
