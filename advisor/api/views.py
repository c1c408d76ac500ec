"""The JSON API (contract §5): answers in, advice out. Open to everybody; it knows no session, keeps nothing and logs no answer."""

import datetime
import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from advisor import clock, entry
from advisor.editions import store
from advisor.words import serialise
from rules.advice import advise
from rules.facts.edition import Edition
from rules.scenario import BadScenario, Fault, Scenario, check, read_day

from .openapi import document

LONGEST = 64 * 1024
"""A scenario with every State and theme is well below a tenth of this."""

KEYS = ("scenario", "as_of", "edition")


class Refused(Exception):
    """A request that gets no advice: with which status, and every fault found."""

    def __init__(self, status: int, faults: Iterable[Fault]) -> None:
        super().__init__(status)
        self.status, self.faults = status, tuple(faults)


# Exempt: it changes nothing and reads no cookie, so there is nothing that a forged request could do in a visitor's name.
@csrf_exempt
@require_POST
def advice(request: HttpRequest) -> HttpResponse:
    """The advice on a scenario, or every fault of the request."""
    try:
        body = _body(request)
        edition = _edition(body.get("edition"))
        scenario, day = _checked(body, edition)
    except Refused as refused:
        return JsonResponse({"errors": [_error(fault) for fault in refused.faults]}, status=refused.status)
    text = serialise.dumps(serialise.as_json(advise(scenario, edition, day), edition))
    return HttpResponse(text, content_type="application/json")


@require_safe
def openapi(request: HttpRequest) -> JsonResponse:
    """What the API takes and gives, for machines."""
    return JsonResponse(document())


def _body(request: HttpRequest) -> Mapping[str, Any]:
    """The request's JSON object, with none but the known keys."""
    raw = request.read(LONGEST + 1)
    if len(raw) > LONGEST:
        raise Refused(413, [Fault("body", None, f"is longer than {LONGEST} bytes")])
    try:
        body = json.loads(raw.decode(), object_pairs_hook=_once, parse_constant=_no_number, parse_float=_number)
        json.dumps(
            body, ensure_ascii=False
        ).encode()  # half a character, as \ud800 is, fits into no answer and no database
    except (ValueError, RecursionError) as error:
        raise Refused(400, [Fault("body", None, f"is not readable as JSON: {error}")]) from error
    if not isinstance(body, dict):
        raise Refused(422, [Fault("body", body, "must be an object", KEYS)])
    faults = [Fault(key, value, "is not part of a request", KEYS) for key, value in body.items() if key not in KEYS]
    if "scenario" not in body:
        faults.append(Fault("scenario", None, "is missing; an empty object is allowed"))
    if faults:
        raise Refused(422, faults)
    return body


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of which no key stands twice: a silent overwrite could drop an answer."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _number(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _no_number(text)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _edition(edition_id: object) -> Edition:
    if edition_id is None:
        current = store.current()
        if current is None:
            raise Refused(503, [Fault("edition", None, "none is published yet")])
        return current
    try:
        if isinstance(edition_id, str) and "\0" not in edition_id:  # PostgreSQL takes no zero
            return store.open_edition(edition_id)
    except store.EditionMissing:
        pass
    raise Refused(422, [Fault("edition", edition_id, "is not an edition of this installation")])


def _checked(body: Mapping[str, Any], edition: Edition) -> tuple[Scenario, datetime.date]:
    """The scenario and the day; all faults of both together."""
    faults: list[Fault] = []
    scenario, day = Scenario(), None
    try:
        scenario = check(body["scenario"], countries=edition.states, themes=edition.themes)
    except BadScenario as bad:
        faults += bad.faults
    faults += entry.too_many(scenario)
    if body.get("as_of") is not None:
        day, wrong = read_day("as_of", body["as_of"])
        faults += wrong
    if faults:
        raise Refused(422, faults)
    return scenario, day or clock.today()


def _error(fault: Fault) -> dict[str, Any]:
    return {
        "question": fault.question,
        "value": fault.value,
        "message": fault.message,
        "allowed": list(fault.allowed),
    }
