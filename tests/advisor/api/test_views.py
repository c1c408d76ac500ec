"""POST /api/v1/advice and its OpenAPI file."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from advisor import entry
from advisor.api import views
from advisor.cases import case_files as cases
from advisor.editions import store
from advisor.words import serialise
from rules.advice import advise
from rules.questions import QUESTIONS

SHIPPED = sorted((Path(settings.BASE_DIR) / "fixtures" / "cases").glob("*.yaml"))
ADVICE = "/api/v1/advice"


def post(client: Client, body: object, **more: Any) -> Any:
    data = body if isinstance(body, (str, bytes)) else json.dumps(body)
    return client.post(ADVICE, data, content_type="application/json", **more)


def faults(response: Any) -> dict[str, dict[str, Any]]:
    errors = response.json()["errors"]
    assert all(list(error) == ["question", "value", "message", "allowed"] for error in errors)
    return {error["question"]: error for error in errors}


@pytest.mark.parametrize("path", SHIPPED[:3], ids=lambda path: path.stem)
def test_it_answers_what_the_command_answers(path: Path, edition: str, client: Client) -> None:
    facts = store.open_edition(edition)
    case = cases.read(cases.parse(path.read_text(encoding="utf-8")), facts)
    assert case.as_of is not None
    body = {"scenario": case.scenario.plain(), "as_of": case.as_of.isoformat(), "edition": edition}
    response = post(client, body)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    assert response.content.decode() == serialise.dumps(
        serialise.as_json(advise(case.scenario, facts, case.as_of), facts)
    )


def test_day_and_edition_may_be_left_out(edition: str, client: Client, settings: Any) -> None:
    settings.FIXED_DAY = "2026-11-24"
    advice = post(client, {"scenario": {}}).json()
    assert (advice["as_of"], advice["edition"]) == ("2026-11-24", edition)
    assert post(client, {"scenario": {}, "as_of": None, "edition": None}).json() == advice


def test_no_cookie_comes_back_and_none_is_needed(edition: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = post(strict, {"scenario": {}})
    assert response.status_code == 200
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store"


def test_more_states_or_themes_than_one_advice_takes_are_refused_with_the_limit(edition: str, client: Client) -> None:
    facts = store.open_edition(edition)
    every = {"countries": sorted(facts.states), "themes": sorted(facts.themes)}
    response = post(client, {"scenario": every})
    assert response.status_code == 422
    found = faults(response)
    for question, most in entry.MOST.items():
        assert found[question]["value"] == len(every[question])
        assert found[question]["message"] == f"names {len(every[question])}; one advice takes {most} at most"
        assert found[question]["allowed"] == [f"a list of at most {most}"]
    few = {question: every[question][:most] for question, most in entry.MOST.items()}
    assert post(client, {"scenario": few}).status_code == 200


@pytest.mark.parametrize("method", ["get", "put", "delete", "head"])
def test_only_post_advises(method: str, client: Client) -> None:
    assert getattr(client, method)(ADVICE).status_code == 405


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "{'scenario': {}}",
        '{"scenario": {"effort": NaN}}',
        '{"scenario": {}, "scenario": {}}',
        '{"scenario": {"effort": "days", "effort": "weeks"}}',
        b"\xff\xfe",
        "[" * 20_000,
    ],
    ids=["nothing", "half", "quotes", "nan", "twice", "twice within", "not UTF-8", "too deep"],
)
def test_what_is_no_json_is_a_400(body: str | bytes, edition: str, client: Client) -> None:
    response = post(client, body)
    assert response.status_code == 400
    assert "body" in faults(response)


@pytest.mark.parametrize(
    ("body", "question", "value"),
    [
        ([], "body", []),
        ({}, "scenario", None),
        ({"scenario": []}, "scenario", []),
        ({"scenario": {}, "colour": "blue"}, "colour", "blue"),
        ({"scenario": {"colour": "blue"}}, "colour", "blue"),
        ({"scenario": {"countries": ["KEN", "XXX"]}}, "countries", "XXX"),
        ({"scenario": {"countries": "KEN"}}, "countries", "KEN"),
        ({"scenario": {"urgency": "soon"}}, "urgency", "soon"),
        ({"scenario": {"ready_on": "2026-02-30"}}, "ready_on", "2026-02-30"),
        ({"scenario": {}, "as_of": "tomorrow"}, "as_of", "tomorrow"),
        ({"scenario": {}, "as_of": "2026-02-30"}, "as_of", "2026-02-30"),
        ({"scenario": {}, "as_of": "2026-W01-1"}, "as_of", "2026-W01-1"),
        ({"scenario": {}, "as_of": "9999-12-31"}, "as_of", "9999-12-31"),
        ({"scenario": {}, "as_of": 20261124}, "as_of", 20261124),
        ({"scenario": {}, "edition": "no-such"}, "edition", "no-such"),
        ({"scenario": {}, "edition": 7}, "edition", 7),
    ],
)
def test_a_fault_is_a_422_that_names_it(
    body: object, question: str, value: object, edition: str, client: Client
) -> None:
    response = post(client, body)
    assert response.status_code == 422
    assert faults(response)[question]["value"] == value


def test_all_faults_come_at_once_with_what_is_allowed(edition: str, client: Client) -> None:
    found = faults(post(client, {"scenario": {"urgency": "soon", "effort": 3}, "as_of": "soon"}))
    assert set(found) == {"urgency", "effort", "as_of"}
    assert "imminent" in found["urgency"]["allowed"]


def test_a_long_body_is_refused_before_it_is_read(edition: str, client: Client) -> None:
    response = post(client, {"scenario": {}, "padding": "x" * views.LONGEST})
    assert response.status_code == 413
    assert "body" in faults(response)


def test_without_an_edition_there_is_no_advice(db: None, client: Client) -> None:
    response = post(client, {"scenario": {}})
    assert response.status_code == 503
    assert "edition" in faults(response)


def test_no_answer_is_logged(edition: str, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(0):
        post(client, {"scenario": {"countries": ["KEN"], "themes": ["tortoise"]}})
    assert "tortoise" not in caplog.text
    assert "KEN" not in caplog.text


def test_the_openapi_file_knows_every_question_and_answer(client: Client) -> None:
    response = client.get("/api/v1/openapi.json")
    assert response.status_code == 200
    document = response.json()
    assert document["openapi"] == "3.1.0"
    asked = document["components"]["schemas"]["Scenario"]["properties"]
    assert list(asked) == [question.slug for question in QUESTIONS]
    assert all(answer in json.dumps(asked[question.slug]) for question in QUESTIONS for answer in question.allowed)


def test_every_reference_in_the_openapi_file_leads_somewhere(client: Client) -> None:
    text = client.get("/api/v1/openapi.json").content.decode()
    document = json.loads(text)
    names = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert names <= set(document["components"]["schemas"])


def test_the_openapi_file_is_read_only(client: Client) -> None:
    assert client.post("/api/v1/openapi.json").status_code == 405


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (r'{"scenario": {}, "edition": "\ud800"}', 400),
        (r'{"scenario": {"themes": ["\ud800"]}}', 400),
        (r'{"scenario": {}, "edition": "\u0000"}', 422),
        ('{"scenario": {}, "as_of": 1e999}', 400),
        ('{"scenario": {"countries": [-1e999]}}', 400),
        ('{"scenario": {}, "other": 1e5}', 422),
    ],
)
def test_odd_text_and_numbers_are_refused_in_json_that_everybody_reads(
    edition: str, client: Client, body, status
) -> None:
    response = post(client, body)
    assert response.status_code == status
    assert "Infinity" not in response.content.decode()
    assert json.loads(response.content)["errors"]
