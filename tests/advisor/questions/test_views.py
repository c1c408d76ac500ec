"""The wizard's addresses: each works for strangers, refuses wrong methods, and keeps answers out of addresses and caches."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from advisor.questions import drawer
from advisor.questions.steps import STEPS
from advisor.words.labels import ROUTES
from rules.questions import BY_SLUG

DRAFT_KEY = drawer.KEY
HTMX = {"HX-Request": "true"}
PAGES = [
    "/start/",
    "/check/",
    *(f"/questions/{key}/" for key in ("danger", "places", "themes", "information", "access")),
]


@pytest.fixture
def visitor(client: Client, edition):
    return client


def answers_of(client: Client):
    return client.session.get(DRAFT_KEY, {}).get("answers", {})


def start_with(client: Client, **answers):
    session = client.session
    session[DRAFT_KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers}
    session.save()


def send(client: Client, key: str, change: bool = False, headers=None, **data):
    address = f"/check/change/{key}/" if change else f"/questions/{key}/"
    return client.post(address, {"go": "next", **data}, headers=headers)


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_may_see_every_page_and_no_cache_may_keep_it(visitor, path):
    response = visitor.get(path)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", [*PAGES, "/questions/", "/leave/done/"])
def test_looking_leaves_nothing_behind(visitor, path):
    visitor.get(path)
    assert "sessionid" not in visitor.cookies


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("put", "/questions/places/"),
        ("delete", "/check/change/places/"),
        ("post", "/check/"),
        ("post", "/questions/"),
        ("put", "/start/"),
        ("get", "/draft/delete/"),
        ("get", "/leave/"),
        ("post", "/leave/done/"),
    ],
)
def test_wrong_methods_are_refused(visitor, method, path):
    assert getattr(visitor, method)(path).status_code == 405


@pytest.mark.parametrize("path", ["/questions/no-such/", "/check/change/no-such/"])
def test_an_unknown_page_is_not_found(visitor, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/questions/places/", "/check/change/places/", "/check/"])
def test_before_the_first_edition_there_is_no_advice(client, db, path):
    assert client.get(path).status_code == 503


def test_the_first_page_of_the_portal_names_all_routes_and_leads_in(visitor):
    page = visitor.get("/").content.decode()
    assert [str(name) for name in ROUTES.values() if str(name) not in page] == []
    for way_in in (
        'href="/start/"',
        'name="danger" value="yes"',
        f'href="{reverse("safety")}"',
        'id="take-part"',
        'id="what-we-keep"',
    ):
        assert way_in in page


def test_forged_forms_are_refused(edition):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/questions/places/", {"countries": "EGY"}).status_code == 403
    assert strict.post("/draft/delete/").status_code == 403


def test_a_page_is_saved_and_leads_to_the_next(visitor):
    response = send(visitor, "places", countries=["EGY", "CIV"], regions=["none"])
    assert (response.status_code, response.url) == (302, "/questions/themes/")
    assert answers_of(visitor) == {"countries": ["CIV", "EGY"], "regions": []}


def test_nothing_chosen_is_allowed(visitor):
    assert send(visitor, "places").url == "/questions/themes/"
    assert answers_of(visitor) == {}


def test_the_last_page_leads_to_the_check_page(visitor):
    assert send(visitor, "access", ecosoc="special").url == "/check/"


def test_malformed_is_not_allowed_and_everything_typed_is_kept(visitor):
    response = send(visitor, "evidence", evidence="direct", ready_on_day="31", ready_on_month="2", ready_on_year="2027")
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: " in page
    assert '<a href="#id_ready_on_day">There is no such day in this month.</a>' in page
    assert len(re.findall("There is no such day in this month", page)) == 2
    assert 'id="id_ready_on_year" name="ready_on_year" value="2027"' in page
    assert re.search(r'id="id_evidence_direct" value="direct" checked', page)
    assert answers_of(visitor) == {}


def test_back_saves_what_is_valid_and_complains_about_nothing(visitor):
    response = send(
        visitor, "evidence", go="back", evidence="direct", ready_on_day="31", ready_on_month="2", ready_on_year="2027"
    )
    assert response.url == "/questions/information/"
    assert answers_of(visitor) == {"evidence": "direct"}


def test_back_from_the_first_page_leads_to_the_start(visitor):
    assert send(visitor, "danger", go="back").url == "/start/"


def test_back_loses_no_answer_of_a_later_page(visitor):
    start_with(visitor, countries=["EGY"], themes=["torture"], effort="days")
    send(visitor, "themes", go="back", themes=["torture"])
    assert answers_of(visitor) == {"countries": ["EGY"], "themes": ["torture"], "effort": "days"}


def test_advice_may_be_asked_for_at_any_time_and_saves_the_page(visitor):
    assert send(visitor, "themes", go="advice", themes=["torture"]).url == "/advice/"
    assert answers_of(visitor) == {"themes": ["torture"]}


def test_a_search_shows_what_fits_and_keeps_the_ticks(visitor):
    response = visitor.post("/questions/places/", {"go": "find", "countries": ["EGY"], "find-countries": "turkey"})
    page = response.content.decode()
    assert response.status_code == 200
    assert re.search(r'id="id_countries_EGY" value="EGY" checked', page)
    assert 'id="id_countries_TUR"' in page
    assert 'id="id_countries_PER"' not in page
    assert answers_of(visitor) == {}


def test_a_search_for_nothing_known_says_so(visitor):
    response = visitor.post("/questions/places/", {"go": "find", "find-countries": "atlantis"})
    assert "Nothing found." in response.content.decode()


def test_a_page_that_does_not_apply_leads_on(visitor):
    assert visitor.get("/questions/consent/").url == "/questions/reprisals/"
    start_with(visitor, information="individual-cases")
    assert visitor.get("/questions/consent/").status_code == 200


def test_an_answer_that_no_longer_holds_is_asked_for_again(visitor):
    start_with(visitor, themes=["no-longer-there"], effort="days")
    assert visitor.get("/questions/effort/").url == "/questions/themes/"
    assert visitor.get("/check/").url == "/questions/themes/"
    assert "an earlier answer on this page no longer holds" in visitor.get("/questions/themes/").content.decode()
    assert visitor.get("/questions/places/").status_code == 200
    send(visitor, "themes", themes=["torture"])
    assert visitor.get("/check/").status_code == 200


def test_danger_leads_to_the_urgent_steps_after_two_pages(visitor):
    assert send(visitor, "danger", danger="yes").url == "/questions/place-and-theme/"
    assert "we take it that you write about the case" in visitor.get("/questions/place-and-theme/").content.decode()
    assert send(visitor, "place-and-theme", countries=["EGY"], themes=["torture"]).url == "/urgent/"
    assert answers_of(visitor)["urgency"] == "imminent"
    assert visitor.get("/questions/").url == "/questions/places/"


def test_the_danger_button_answers_the_first_page(visitor):
    assert visitor.post("/start/", {"danger": "yes"}).url == "/questions/place-and-theme/"
    assert answers_of(visitor) == {"urgency": "imminent", "information": "individual-cases"}


def test_starting_keeps_what_there_is(visitor):
    start_with(visitor, effort="days")
    assert visitor.post("/start/").url == "/questions/danger/"
    assert answers_of(visitor) == {"effort": "days"}
    assert "Continue where you left off" in visitor.get("/start/").content.decode()


def test_going_on_starts_after_the_page_saved_last(visitor):
    assert visitor.get("/questions/").url == "/questions/danger/"
    send(visitor, "themes", themes=["torture"])
    assert visitor.get("/questions/").url == "/questions/information/"


def test_the_check_page_shows_every_question_asked(visitor):
    start_with(
        visitor,
        countries=["EGY", "CIV"],
        information="individual-cases",
        ready_on="2027-03-07",
        outcomes=[],
        evidence="unknown",
    )
    page = visitor.get("/check/").content.decode()
    for words in (
        "Egypt",
        "Ivoire",
        "Cases of certain people or groups",
        "7 March 2027",
        "None of these",
        "I do not know",
        "Not answered",
    ):
        assert words in page
    not_asked = {"final_decision_on", "sponsor"}
    assert {slug for slug in BY_SLUG if f"#id_{slug}" in page} == set(BY_SLUG) - not_asked


def test_the_check_page_lists_what_is_set_aside_and_why(visitor):
    start_with(visitor, information="themes-one-country", scale="law-or-policy", consent="given")
    page = visitor.get("/check/").content.decode()
    assert "Set aside" in page
    assert "Yes, they or their family agreed" in page
    assert "“What is the problem like?”" in page


def test_a_change_returns_to_the_check_page(visitor):
    start_with(visitor, effort="days")
    assert send(visitor, "effort", change=True, effort="weeks").url == "/check/"
    assert send(visitor, "effort", change=True, go="back", effort="months").url == "/check/"
    assert answers_of(visitor) == {"effort": "months"}


def test_a_change_asks_newly_needed_questions_first(visitor):
    start_with(visitor, ecosoc="special", geneva="remote")
    assert send(visitor, "access", change=True, ecosoc="none", geneva="remote").url == "/check/change/sponsor/"
    assert send(visitor, "sponsor", change=True, sponsor="yes").url == "/check/"


def test_deleting_takes_every_answer(visitor):
    start_with(visitor, effort="days")
    response = visitor.post("/draft/delete/", follow=True)
    assert "Your answers are deleted." in response.content.decode()
    assert DRAFT_KEY not in visitor.session


def test_leaving_ends_the_session_first(visitor):
    start_with(visitor, effort="days")
    key = visitor.session.session_key
    assert visitor.post("/leave/").url == "/leave/done/"
    assert not visitor.session.exists(key)


def test_leaving_never_fails_for_want_of_a_token(edition):
    assert Client(enforce_csrf_checks=True).post("/leave/").status_code == 302


def test_the_page_after_leaving_does_not_say_where_it_belongs(visitor):
    page = visitor.get("/leave/done/").content.decode()
    assert not re.search(r"hrc|advisor|human|rights|static|refresh", page, re.IGNORECASE)


def test_an_installation_may_lead_on_to_another_site(visitor, settings):
    settings.QUICK_EXIT_URL = "https://weather.example/"
    assert 'content="0; url=https://weather.example/"' in visitor.get("/leave/done/").content.decode()


@pytest.mark.parametrize("path", ["/check/", *(f"/questions/{step.key}/" for step in STEPS if not step.urgent)])
def test_a_swapped_page_equals_a_fresh_page(visitor, path):
    start_with(
        visitor,
        information="individual-cases",
        remedies="exhausted",
        ecosoc="none",
        countries=["EGY"],
        consent="given",
        outcomes=[],
    )
    assert_swap_equals_page(visitor.get(path), visitor.get(path, headers=HTMX))


def test_a_swapped_page_with_errors_equals_a_fresh_one(visitor):
    bad = {"ready_on_day": "31", "ready_on_month": "2", "ready_on_year": "2027"}
    fresh, swapped = send(visitor, "evidence", **bad), send(visitor, "evidence", headers=HTMX, **bad)
    assert_swap_equals_page(fresh, swapped)
    assert swapped.status_code == 422
    assert swapped.headers["HX-Push-Url"] == "false"


def assert_swap_equals_page(fresh, swapped):
    token = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
    page, swap = (token.sub("", response.content.decode()) for response in (fresh, swapped))
    title = re.search(r"<title>.*?</title>", page, re.DOTALL)[0]
    main = re.search(r"<main[^>]*>(.*)</main>", page, re.DOTALL)[1]
    assert "".join(swap.split()) == "".join(f"{title}{main}".split())
    assert "HX-Request" in fresh.headers["Vary"]


def test_htmx_gets_whole_page_moves_where_the_wizard_ends(visitor):
    assert send(visitor, "themes", headers=HTMX, go="advice").headers["HX-Redirect"] == "/advice/"
    assert send(visitor, "danger", headers=HTMX, go="back").headers["HX-Redirect"] == "/start/"


def test_no_address_ever_holds_an_answer(visitor):
    start_with(visitor, information="individual-cases", remedies="exhausted", ecosoc="none")
    for step in STEPS:
        response = send(visitor, step.key, countries=["EGY"], themes=["torture"], effort="weeks", scale="single-case")
        assert re.fullmatch(r"/(questions/[\w-]+|urgent|check)/", response.url)
        assert not re.search("EGY|torture|weeks|single-case", response.url)
