"""The wizard's addresses: each works for strangers, refuses wrong methods, and keeps answers out of addresses and caches."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from advisor.questions import drawer
from advisor.questions.steps import MOVED, STEPS
from advisor.words.labels import ROUTES
from rules.questions import BY_SLUG

DRAFT_KEY = drawer.KEY
HTMX = {"HX-Request": "true"}
REVIEW = {
    "countries": ["PHL"],
    "themes": ["housing"],
    "information": "country-overview",
    "scale": "law-or-policy",
    "evidence": "direct",
    "outcomes": ["recommendations"],
    "effort": "months",
    "ecosoc": "none",
    "sponsor": "no",
    "geneva": "remote",
    "coalition": "yes",
}
BAD_DAY = {"happened_on": "31.2.2025"}
CASE = {"countries": ["EGY"], "themes": ["torture"], "information": "individual-cases", "scale": "single-case"}
NEPAL = CASE | {"countries": ["NPL"], "evidence": "direct", "urgency": "past"}
"""A case in a State that has accepted complaints."""
PAGES = [
    "/start/",
    "/check/",
    *(f"/questions/{key}/" for key in ("places", "themes", "information", "access")),
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
    response = visitor.get(path, follow=True)
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
    assert visitor.get(path, follow=True).status_code == 404


@pytest.mark.parametrize("path", ["/questions/places/", "/check/change/places/", "/check/"])
def test_before_the_first_edition_there_is_no_advice(client, db, path):
    assert client.get(path, follow=True).status_code == 503


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
    response = send(visitor, "places", countries=["EGY", "CIV"])
    assert (response.status_code, response.url) == (302, "/questions/themes/")
    assert answers_of(visitor) == {"countries": ["CIV", "EGY"]}


def test_nothing_chosen_is_allowed(visitor):
    assert send(visitor, "places").url == "/questions/themes/"
    assert answers_of(visitor) == {}


def test_the_last_page_leads_to_the_check_page_once_everything_was_asked(visitor):
    start_with(visitor, **REVIEW)
    assert send(visitor, "last", ready_on_box="today", reprisals="none").url == "/check/"


def test_malformed_is_not_allowed_and_everything_typed_is_kept(visitor):
    start_with(visitor, **NEPAL)
    response = send(visitor, "dates", began_on_box="unknown", **BAD_DAY)
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: " in page
    assert '<a href="#id_happened_on_date">There is no such day in this month.' in page
    assert len(re.findall("There is no such day in this month", page)) == 2
    assert 'id="id_happened_on_date" name="happened_on" value="31.2.2025"' in page
    assert re.search(r'id="id_began_on_box_unknown" value="unknown" checked', page)
    assert answers_of(visitor) == NEPAL


def test_back_saves_what_is_valid_and_complains_about_nothing(visitor):
    start_with(visitor, **NEPAL)
    assert send(visitor, "dates", go="back", began_on_box="unknown", **BAD_DAY).url == "/questions/events/"
    assert answers_of(visitor) == NEPAL | {"began_on": "unknown"}


def test_back_from_the_first_page_leads_to_the_start(visitor):
    assert send(visitor, "places", go="back").url == "/start/"


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
    start_with(visitor, information="country-overview", scale="law-or-policy")
    assert visitor.get("/questions/consent/").url == "/questions/outcomes/"
    start_with(visitor, information="individual-cases")
    assert visitor.get("/questions/consent/").status_code == 200


@pytest.mark.parametrize("way", ["questions", "check/change"])
@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_an_address_of_earlier_leads_to_where_its_questions_stand_now(visitor, way, old, new):
    start_with(visitor, effort="days")
    assert visitor.get(f"/{way}/{old}/").url == f"/{way}/{new}/"
    assert visitor.post(f"/{way}/{old}/", {"go": "next"}).url == f"/{way}/{new}/"


def test_an_answer_that_no_longer_holds_is_asked_for_again(visitor):
    start_with(visitor, themes=["no-longer-there"], effort="days")
    assert visitor.get("/questions/access/").url == "/questions/themes/"
    assert visitor.get("/check/").url == "/questions/themes/"
    assert "an earlier answer on this page no longer fits" in visitor.get("/questions/themes/").content.decode()
    assert visitor.get("/questions/places/").status_code == 200
    send(visitor, "themes", themes=["torture"])
    assert visitor.get("/check/").status_code == 200


def test_the_danger_button_leads_to_the_urgent_steps_after_one_more_page(visitor):
    first = visitor.post("/start/", {"danger": "yes"}).url
    assert re.fullmatch(r"/draft/[a-z0-9]{12}/questions/place-and-theme/", first)
    draft = first.removesuffix("/questions/place-and-theme/")
    told = next(iter(visitor.session[drawer.DRAFTS].values()))["answers"]
    assert told == {"urgency": "imminent", "information": "individual-cases"}
    assert "we assume that you write about the case" in visitor.get(first).content.decode()
    told = {"countries": ["EGY"], "themes": ["torture"]}
    assert visitor.post(first, {"go": "next", **told}).url == f"{draft}/urgent/"
    assert visitor.get(f"{draft}/questions/").url == f"{draft}/questions/information/"


def test_whoever_says_later_that_someone_is_in_danger_sees_what_to_do_at_once(visitor):
    start_with(visitor, **CASE)
    assert send(visitor, "events", urgency="imminent").url == "/urgent/"
    assert visitor.get("/questions/").url == "/questions/dates/"
    assert send(visitor, "events", urgency="imminent").url == "/questions/dates/"
    page = visitor.get("/questions/dates/").content.decode()
    assert "What may happen next?" in page


def test_going_on_starts_after_the_page_saved_last(visitor):
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
    asked = {slug for slug in BY_SLUG if f"#id_{slug}" in page}
    assert set(BY_SLUG) - asked == {
        *("regions", "danger", "our_name", "remedy_stops_it", "final_decision_on", "elsewhere_ended_on", "sponsor")
    }


def test_the_check_page_names_what_makes_no_difference_and_where_to_answer_it(visitor):
    start_with(
        visitor, **REVIEW | {"themes": ["climate"], "countries": [], "regions": ["african"], "coalition": "unknown"}
    )
    page = visitor.get("/check/").content.decode()
    assert "Makes no difference here" in page
    links = re.findall(r'href="(/check/more/[\w-]+/)#id_(\w+)"', page)
    assert ("/check/more/last/", "ready_on") in links
    asked = visitor.get("/check/more/last/").content.decode()
    assert {slug for slug in BY_SLUG if f'id="id_{slug}"' in asked} == {slug for _, slug in links}
    assert visitor.post("/check/more/last/", {"go": "next", "ready_on_box": "today"}).url == "/check/"
    assert "ready_on" in answers_of(visitor)
    assert "/check/more/last/#id_ready_on" not in visitor.get("/check/").content.decode()


def test_where_everything_matters_there_is_nothing_more(visitor):
    start_with(visitor, **dict.fromkeys(BY_SLUG, "unknown"))
    assert "Makes no difference here" not in visitor.get("/check/").content.decode()
    assert visitor.get("/check/more/last/").url == "/check/"


def test_status_and_sponsor_are_one_row(visitor):
    start_with(visitor, **REVIEW | {"sponsor": "yes"})
    page = visitor.get("/check/").content.decode()
    assert "No, but a partner who has it would bring us in" in page
    assert "Would an organisation with status bring you in?" not in page


@pytest.mark.parametrize("elsewhere", ["yes", "unclear"])
def test_a_draft_of_version_1_is_read(visitor, elsewhere):
    start_with(visitor, **CASE, elsewhere=elsewhere, consent="not-given", urgency="ongoing", happened_on="2026-11-01")
    page = visitor.get("/check/").content.decode()
    assert "Yes, but we cannot say which of these" in page
    assert re.search(r'value="unclear" checked', visitor.get("/check/change/remedies/").content.decode())
    assert answers_of(visitor)["elsewhere"] == elsewhere  # looking changes nothing


@pytest.mark.parametrize(
    "answers", [None, [], "text", {"elsewhere": {"a": 1}, "themes": 5, "countries": "EGY", "gone": "x"}]
)
def test_a_draft_that_nobody_could_have_made_fails_no_page(visitor, answers):
    session = visitor.session
    session[DRAFT_KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers, "at": "effort", "more": 1}
    session.save()
    for path in ("/start/", "/questions/", "/questions/places/", "/questions/remedies/", "/check/"):
        assert visitor.get(path).status_code in (200, 302)


def test_the_check_page_lists_what_is_set_aside_and_why(visitor):
    start_with(visitor, information="themes-one-country", scale="law-or-policy", consent="given")
    page = visitor.get("/check/").content.decode()
    assert "Set aside" in page
    assert "Yes, they agreed" in page
    assert "“What is the problem like?”" in page


def test_a_change_returns_to_the_check_page(visitor):
    start_with(visitor, **REVIEW | {"reprisals": "none", "ready_on": "unknown"})
    given = {"effort": "weeks", "ecosoc": "none"}
    assert send(visitor, "access", change=True, **given).url == "/check/"
    assert send(visitor, "access", change=True, go="back", **given | {"effort": "months"}).url == "/check/"
    assert answers_of(visitor)["effort"] == "months"


def test_a_change_asks_newly_needed_questions_first(visitor):
    start_with(visitor, **REVIEW | {"ecosoc": "special", "reprisals": "none", "ready_on": "unknown"})
    visitor.get("/check/")
    assert send(visitor, "access", change=True, effort="months", ecosoc="applied").url == "/check/"
    del_sponsor = {slug: value for slug, value in REVIEW.items() if slug != "sponsor"}
    start_with(visitor, **del_sponsor | {"ecosoc": "special", "reprisals": "none", "ready_on": "unknown"})
    assert send(visitor, "access", change=True, effort="months", ecosoc="applied").url == "/check/change/last/"
    page = visitor.get("/check/change/last/").content.decode()
    assert {slug for slug in BY_SLUG if f'id="id_{slug}"' in page} == {"sponsor"}
    assert send(visitor, "last", change=True, sponsor="yes").url == "/check/"


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
    start_with(visitor, **NEPAL, remedies="exhausted", ecosoc="none", outcomes=[])
    assert_swap_equals_page(visitor.get(path), visitor.get(path, headers=HTMX))


def test_a_swapped_page_with_errors_equals_a_fresh_one(visitor):
    start_with(visitor, **NEPAL)
    fresh, swapped = send(visitor, "dates", **BAD_DAY), send(visitor, "dates", headers=HTMX, **BAD_DAY)
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
    assert send(visitor, "places", headers=HTMX, go="back").headers["HX-Redirect"] == "/start/"


def test_no_address_ever_holds_an_answer(visitor):
    start_with(visitor, information="individual-cases", remedies="exhausted", ecosoc="none")
    for step in STEPS:
        response = send(visitor, step.key, countries=["EGY"], themes=["torture"], effort="weeks", scale="single-case")
        assert re.fullmatch(r"/(questions/[\w-]+|urgent|check)/", response.url)
        assert not re.search("EGY|torture|weeks|single-case", response.url)
