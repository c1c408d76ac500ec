"""The advice and the plan as files: whole, sourced, never kept by a cache, and under names that tell nothing but the day."""

import csv
import io
import json

import openpyxl
import pytest
from django.test import Client

from advisor.editions import store
from advisor.plans import actions as plans
from advisor.questions import drawer
from advisor.words import serialise
from rules.advice import advise
from rules.scenario import check
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.plans.planned import DAY, NAME, planned, saved_for
from tests.advisor.words.test_serialise import mismatches

ANSWERS = {"countries": ["KEN"], "themes": ["minorities"], "information": "individual-cases"}
GUEST = "/advice/json/"


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY.isoformat()


@pytest.fixture
def anna(edition):
    return person("anna@one.example", first_name="Anna")


def told(client, **answers):
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers, "no_danger": "no"}
    session.save()
    return client


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_guest_takes_the_advice_away_as_data(client, edition, method):
    response = getattr(told(client, **ANSWERS), method)(GUEST)
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Content-Disposition"] == 'attachment; filename="advice-2026-11-24.json"'
    assert response.headers["Cache-Control"] == "no-store"
    given = json.loads(response.content)
    facts = store.open_edition(edition)
    advice = advise(check(ANSWERS, countries=facts.states, themes=facts.themes), facts, DAY)
    sources = given.pop("sources")
    assert given == json.loads(serialise.dumps(serialise.as_json(advice, facts)))
    assert (given["edition"], given["as_of"]) == (edition, "2026-11-24")
    cited = {gate["source"] for route in given["routes"] for gate in route["gates"]}
    assert cited <= set(sources)
    assert all(source["title"] for source in sources.values())


def test_it_is_the_contracts_json(client, edition):
    given = json.loads(told(client, **ANSWERS).post(GUEST).content)
    assert (
        mismatches(
            {key: value for key, value in given.items() if key != "sources"}, {"$ref": "#/components/schemas/Advice"}
        )
        == []
    )


def test_without_a_draft_there_is_nothing_to_take(client, edition):
    assert client.get(GUEST).headers["Location"] == "/start/"
    assert told(client, themes=["no-such-theme"]).get(GUEST).headers["Location"] == "/questions/themes/"


def test_without_an_edition_it_says_so(client, db):
    assert told(client, **ANSWERS).get(GUEST).status_code == 503


def test_it_takes_nothing_else_and_no_forged_form(client, edition):
    assert client.put(GUEST).status_code == 405
    assert told(Client(enforce_csrf_checks=True), **ANSWERS).post(GUEST).status_code == 403


def test_the_page_offers_it_beside_the_pdf(client, edition):
    page = told(client, **ANSWERS).get("/advice/").content.decode()
    assert f'<form method="post" action="{GUEST}">' in page
    assert "The advice as data (JSON)" in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_saved_advice_as_data(anna, method):
    saved = saved_for(anna)
    client = signed_in(anna)
    given = getattr(client, method)(f"/saved/{saved.pk}/json/")
    assert given.headers["Cache-Control"] == "no-store"
    assert json.loads(given.content)["routes"][0]["rank"] == 1
    assert NAME not in given.content.decode()
    assert f'action="/saved/{saved.pk}/json/"' in client.get(f"/saved/{saved.pk}/").content.decode()


def rows(response):
    """The table of a file, whichever kind it is."""
    if response.headers["Content-Type"].startswith("text/csv"):
        return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


@pytest.fixture(params=["csv", "xlsx"])
def kind(request):
    return request.param


@pytest.fixture
def shared(anna):
    return saved_for(anna, organisation(owner=anna))


def add(saved, title, note=""):
    return plans.add_task(saved=saved, title=title, note=note, owner=None, due=None, by=saved.created_by, today=DAY)


def test_the_plan_of_an_organisation_as_a_table(anna, shared, kind):
    planned(shared, RouteSlug.UPR, by=anna)
    task = add(shared, "Book a room", "Ask the bakery")
    plans.mark(task=task, state="done", by=anna, today=DAY)
    response = signed_in(anna).get(f"/plans/{shared.organisation_id}/plan.{kind}")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"] == f'attachment; filename="plan-2026-11-24.{kind}"'
    head, *lines = rows(response)
    step, own = (dict(zip(head, line, strict=True)) for line in lines)
    assert step["Advice"] == NAME
    assert (step["Task"], step["About"]) == ("Win States for your recommendations", "Togo")
    assert (step["Due"], step["Deadline"], step["How certain"]) == (
        "2026-12",
        "2027-01",
        "Tentative: it may still move",
    )
    assert step["Edition of our facts and rules"] == shared.plan.edition_id
    assert step["Day of the advice"] == "2026-11-24"
    assert step["Source"]
    assert step["Address of the source"].startswith("https://")
    assert step["Source checked on"].startswith("2026-")
    assert (own["Task"], own["Note"], own["Where it stands"], own["Source"]) == (
        "Book a room",
        "Ask the bakery",
        "Done",
        "",
    )
    assert own["Edition of our facts and rules"] == shared.plan.edition_id


def test_ones_own_plan_without_the_advices_steps_still_names_the_edition(anna, edition, kind):
    add(saved_for(anna), "Book a room")
    _head, line = rows(signed_in(anna).get(f"/plans/plan.{kind}"))
    assert line[-2:] == [edition, "2026-11-24"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1+1", "'+1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("'=1", "''=1"),
        ("بيت السلام", "بيت السلام"),
        ("a\x0bb", "a\ufffdb"),
    ],
)
def test_no_cell_starts_a_formula_or_breaks_the_file(anna, shared, kind, text, cell):
    add(shared, text, text)
    (head, line) = rows(signed_in(anna).get(f"/plans/{shared.organisation_id}/plan.{kind}"))
    found = dict(zip(head, line, strict=True))
    assert (found["Task"], found["Note"]) == (cell, cell)


def test_an_xlsx_file_holds_no_formula(anna, shared):
    add(shared, "=1+1")
    content = signed_in(anna).get(f"/plans/{shared.organisation_id}/plan.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_an_empty_plan_has_its_head(anna, kind):
    assert len(rows(signed_in(anna).get(f"/plans/plan.{kind}"))) == 1


@pytest.mark.parametrize("kind", ["ods", "html", "json"])
def test_there_is_no_other_kind(anna, kind):
    assert signed_in(anna).get(f"/plans/plan.{kind}").status_code == 404
