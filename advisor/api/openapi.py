"""The OpenAPI description of the JSON API, built from the core's vocabulary so that the two cannot drift apart."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from advisor import entry
from advisor.words.serialise import SCHEMA
from rules import vocabulary as v
from rules.questions import QUESTIONS, Question

Json = dict[str, Any]

DAY: Json = {"type": "string", "format": "date", "examples": ["2026-11-24"]}
PARTIAL: Json = {
    "type": ["string", "null"],
    "description": "YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.",
}
STATE: Json = {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 3166-1 alpha-3."}
SLUG: Json = {"type": "string", "pattern": "^[a-z0-9-]+$"}
TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer"}
EDITION: Json = {
    "type": "string",
    "description": "The id of an edition of facts and rules; the published one where left out.",
}


def document() -> Json:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "HRC Advisor",
            "version": "1",
            "summary": "Which United Nations human-rights route fits: answers in, ranked advice with its reasons out.",
            "description": "Information, not legal advice. Nothing here is a promise that a body takes a matter up. Send no names.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": {
            "/api/v1/advice": {
                "post": {
                    "operationId": "advise",
                    "summary": "Advice on a scenario. Nothing is kept.",
                    "requestBody": {"required": True, "content": _json("Request")},
                    "responses": {
                        "200": {"description": "The advice.", "content": _json("Advice")},
                        "400": {"description": "The body is not JSON.", "content": _json("Errors")},
                        "413": {"description": "The body is too long.", "content": _json("Errors")},
                        "422": {"description": "Something in the request does not hold.", "content": _json("Errors")},
                        "503": {"description": "No edition is published.", "content": _json("Errors")},
                    },
                }
            }
        },
        "components": {
            "schemas": {
                "Request": {
                    "type": "object",
                    "required": ["scenario"],
                    "additionalProperties": False,
                    "properties": {
                        "scenario": _ref("Scenario"),
                        "as_of": {
                            **DAY,
                            "type": ["string", "null"],
                            "description": "The day to advise on; today where left out or null.",
                        },
                        "edition": {**EDITION, "type": ["string", "null"]},
                    },
                },
                "Scenario": _scenario(),
                "Advice": _advice(),
                "Route": _route(),
                "Errors": _object(errors={"type": "array", "items": _error()}),
            }
        },
    }


def _json(name: str) -> Json:
    return {"application/json": {"schema": _ref(name)}}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(**properties: Json) -> Json:
    """An object with all of these properties and no other."""
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _one_of(members: type[StrEnum]) -> Json:
    return {"type": "string", "enum": [member.value for member in members]}


def _or_more(required: Mapping[str, Json], **optional: Json) -> Json:
    """An object with all of the first properties, and the others where they are known."""
    return {**_object(**required), "properties": {**required, **optional}}


def _nullable(schema: Mapping[str, Any]) -> Json:
    return {"oneOf": [dict(schema), {"type": "null"}]}


def _scenario() -> Json:
    return {
        "type": "object",
        "description": "Question to answer. What is left out, null or “unknown” is not known; an empty list is an answer.",
        "additionalProperties": False,
        "properties": {question.slug: _question(question) for question in QUESTIONS},
    }


def _question(question: Question) -> Json:
    unknown: Json = {"enum": ["unknown", None]}
    match question.kind:
        case "date":
            answer = DAY
        case "choice":
            answer = {"type": "string", "enum": list(question.allowed)}
        case "choices":
            answer = _list({"type": "string", "enum": list(question.allowed)})
        case "countries":
            answer = {**_list(STATE), "maxItems": entry.MOST[question.slug]}
        case _:
            answer = {**_list(SLUG), "maxItems": entry.MOST[question.slug]}
    variants = [answer, unknown]
    if question.choices is v.YesNo:
        variants.append({"type": "boolean"})
    return {"anyOf": variants}


def _advice() -> Json:
    change: Json = {"route": _one_of(v.RouteSlug), "from": _one_of(v.Verdict), "to": _one_of(v.Verdict)}
    return _object(
        schema={"const": SCHEMA},
        as_of=DAY,
        edition=EDITION,
        rules={"type": "string", "description": "The version of the rules that read the edition."},
        advice={
            "type": "string",
            "description": "Digest of answers, edition, rules and day: the same four give the same bytes.",
        },
        set_aside=_list(SLUG | {"pattern": "^[a-z_]+$"}),
        no_difference={
            **_list(SLUG | {"pattern": "^[a-z_]+$"}),
            "description": "Questions not answered, of which no answer changes a gate, a verdict or an action.",
        },
        urgent={
            **_list(_object(route=_one_of(v.RouteSlug), action=_one_of(v.ActionSlug))),
            "description": "What protects life now, in the order of doing, also from a closed route.",
        },
        routes={**_list(_ref("Route")), "minItems": len(v.RouteSlug), "maxItems": len(v.RouteSlug)},
        tie=_list(_one_of(v.RouteSlug)),
        changes=_list(
            {"oneOf": [_object(set={"type": "object"}, **change), _object(fact={"type": "object"}, **change)]}
        ),
        unknowns=_list(_object(question=TEXT, spread=NUMBER)),
        sequence=_list(_object(first=SLUG, then=SLUG, why=TEXT)),
        pointers=_list(
            _object(
                pointer=_one_of(v.PointerSlug), text=TEXT, source=SLUG, bodies=_list(_object(name=TEXT, value=TEXT))
            )
        ),
    )


SCORE: Json = _object(low=NUMBER, value=NUMBER, high=NUMBER)
CLOCK: Json = {"type": ["string", "null"], "description": "HH:MM, where a source gives an hour."}
ZONE: Json = {"type": ["string", "null"], "description": "The IANA name of the time zone of that hour."}


def _route() -> Json:
    gates = _list(_gate())
    next_ = {"date": PARTIAL, "code": _one_of(v.DateCode), "country": _nullable(STATE), "status": _one_of(v.DateStatus)}
    return _object(
        rank={"type": "integer", "minimum": 1, "maximum": len(v.RouteSlug)},
        route=_one_of(v.RouteSlug),
        verdict=_one_of(v.Verdict),
        side=_one_of(v.Side),
        score=SCORE,
        because={**_list(TEXT), "maxItems": 3, "description": "The strongest reasons for it."},
        against={**_list(TEXT), "maxItems": 1, "description": "The strongest reason against it."},
        next={
            **_nullable(_or_more(next_, end=PARTIAL, time=CLOCK, zone=ZONE)),
            "description": "The next date of this route; its end, hour and zone where they are known.",
        },
        warnings=_list(_object(warning=_one_of(v.WarningSlug), text=TEXT, source=SLUG)),
        gates=gates,
        factors=_list(_object(factor=SLUG, points=NUMBER, text=TEXT, source=SLUG)),
        actions=_list(
            _object(
                action=_one_of(v.ActionSlug),
                text=TEXT,
                by=PARTIAL,
                country=_nullable(STATE),
                mandates=_list(SLUG),
                treaty=_nullable(SLUG),
                to=_list(_object(name=TEXT, kind=_nullable(_one_of(v.AddressKind)), value=TEXT, source=SLUG)),
            )
        ),
        dates=_list(
            _object(
                date=PARTIAL,
                end=PARTIAL,
                time=CLOCK,
                zone=ZONE,
                code=_one_of(v.DateCode),
                country=_nullable(STATE),
                status=_one_of(v.DateStatus),
                source=SLUG,
            )
        ),
        stages=_list(_object(country=STATE, stage=_one_of(v.Stage), session=_nullable(NUMBER))),
        mandates={**_list(SLUG), "maxItems": 5, "description": "Whom to write to, the theme's own mandate first."},
        mandates_if={
            **_list(_object(mandate=SLUG, **{"if": TEXT})),
            "description": "Whom to write to only under a condition.",
        },
        treaties=_list(_object(treaty=SLUG, country=STATE)),
        committees={
            **_list(
                _object(
                    treaty=SLUG,
                    country=STATE,
                    verdict=_one_of(v.Verdict),
                    score=SCORE,
                    gates=gates,
                    by=PARTIAL,
                    text=TEXT,
                )
            ),
            "description": "Every committee judged, the best first; `treaties` lists those without a failed gate.",
        },
        visibility=_object(state=TEXT, public=TEXT, un=TEXT),
    )


def _gate() -> Json:
    return _object(
        gate=_one_of(v.GateSlug),
        result=_one_of(v.Result),
        odds={
            **_nullable(_one_of(v.Odds)),
            "description": "“low” where settled practice mostly decides against the author.",
        },
        text=TEXT,
        source=SLUG,
    )


def _error() -> Json:
    return _object(question=TEXT, value={}, message=TEXT, allowed=_list(TEXT))
