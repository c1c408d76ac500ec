"""The advice page and the urgent page: open to strangers, read-only, from facts with sources, and honest about closed routes."""

import datetime
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from advisor.advice import now
from advisor.editions import store
from advisor.questions import drawer
from advisor.words.labels import ROUTES, VERDICTS
from rules.advice import advise
from rules.scenario import check
from rules.vocabulary import Verdict
from tests.support.cases import CASES, answers_of

from .reading import FIRST_SCREENS

SHIPPED = {path.stem: path for path in CASES.glob("*.yaml")}
DAY = datetime.date(2026, 11, 24)
PAGES = ["/advice/", "/urgent/"]


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> None:
    settings.FIXED_DAY = DAY.isoformat()


@pytest.fixture
def visitor(client: Client, edition: str) -> Client:
    return client


def told(client: Client, **answers: Any) -> Client:
    """A visitor who has answered."""
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers, "no_danger": "no"}
    session.save()
    return client


MOST_WORDS = 600


Attributes = list[tuple[str, str | None]]


class Shown(HTMLParser):
    """The words of the main part that stand there before anything is opened: of what is folded, its title alone."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        if tag in ("meta", "link", "input", "br", "img", "hr", "circle", "rect", "line", "path"):
            return
        names = dict(attributes)
        inside = any(hidden for _tag, hidden in self.open[:-1]) or (self.open and self.open[-1][1] and tag != "summary")
        unseen = tag in ("template", "svg", "option") or "visually-hidden" in (names.get("class") or "")
        self.open.append((tag, bool(inside or unseen or (tag == "details" and "open" not in names))))

    def handle_startendtag(self, tag: str, attributes: Attributes) -> None:
        """It holds no word."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _hidden in self.open]
        if "main" not in tags:
            return
        # A title stands in the folded part that it opens; only what is hidden around that part hides it.
        folded = [hidden for tag, hidden in self.open]
        if "summary" in tags:
            place = tags.index("summary")
            folded = [*folded[: place - 1], *folded[place:]]
        if not any(folded):
            self.words += data.split()


class Reader(HTMLParser):
    """The ids, the links and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.styled: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(found)
        if "style" in found or any(name.startswith("on") for name in found):
            self.styled.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def read(client: Client, path: str = "/advice/") -> Reader:
    response = client.get(path)
    assert response.status_code == 200
    return Reader(response.content.decode())


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_with_a_draft_may_see_it_and_no_cache_may_keep_it(path: str, visitor: Client) -> None:
    response = told(visitor, countries=["KEN"]).get(path)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_neither_page_takes_anything(method: str, path: str, visitor: Client) -> None:
    assert getattr(visitor, method)(path).status_code == 405


@pytest.mark.parametrize("path", PAGES)
def test_without_an_edition_both_say_so(path: str, client: Client, db: None) -> None:
    assert told(client, countries=["KEN"]).get(path).status_code == 503


def test_without_a_draft_there_is_nothing_to_advise_on(visitor: Client) -> None:
    response = visitor.get("/advice/")
    assert (response.status_code, response.headers["Location"]) == (302, "/start/")
    assert "sessionid" not in visitor.cookies


def test_reading_changes_no_answer(visitor: Client) -> None:
    answers = answers_of("nubian-children-kenya")
    told(visitor, **answers)
    for path in PAGES:
        visitor.get(path)
    assert visitor.session[drawer.KEY]["answers"] == answers


@pytest.mark.parametrize(
    ("answers", "step"),
    [({"themes": ["no-such-theme"]}, "themes"), ({"countries": ["XXX"]}, "places"), ({"effort": "forever"}, "access")],
)
def test_an_answer_that_no_longer_holds_is_asked_anew(answers: dict[str, Any], step: str, visitor: Client) -> None:
    response = told(visitor, **answers).get("/advice/")
    assert (response.status_code, response.headers["Location"]) == (302, f"/questions/{step}/")


def test_a_broken_answer_that_no_page_asks_now_does_not_count(visitor: Client) -> None:
    told(visitor, information="themes-one-country", scale="law-or-policy", consent="perhaps")
    assert visitor.get("/advice/").status_code == 200


def test_the_urgent_page_needs_no_sound_answers(visitor: Client) -> None:
    assert "urgent-action@ohchr.org" in read(told(visitor, themes=["no-such-theme"]), "/urgent/").text


@pytest.mark.parametrize("case", sorted(SHIPPED))
def test_every_case_shows_all_six_routes_in_order_with_their_verdicts(case: str, visitor: Client, edition: str) -> None:
    facts, answers = store.open_edition(edition), answers_of(case)
    advice = advise(
        check(answers, countries=facts.states, themes=facts.themes),
        facts,
        DAY,
    )
    page = read(told(visitor, **answers))
    assert [name for name in page.ids if name.startswith("route-")] == [
        f"route-{route.route}" for route in advice.routes
    ]
    for route in advice.routes:
        assert f"{route.rank}. {ROUTES[route.route]} {VERDICTS[route.verdict]}" in page.text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("case", sorted(SHIPPED))
def test_every_link_within_the_page_leads_somewhere_and_every_id_stands_once(
    case: str, path: str, visitor: Client
) -> None:
    page = read(told(visitor, **answers_of(case)), path)
    assert len(page.ids) == len(set(page.ids))
    within = {str(link["href"])[1:] for link in page.links if str(link.get("href")).startswith("#")}
    assert within - set(page.ids) == set()


@pytest.mark.parametrize("path", PAGES)
def test_links_that_leave_tell_nobody_where_from(path: str, visitor: Client) -> None:
    page = read(told(visitor, **answers_of("cerd-clock-running")), path)
    leaving = [link for link in page.links if str(link.get("href")).startswith("http")]
    assert leaving
    assert [link["href"] for link in leaving if link.get("rel") != "noreferrer"] == []


@pytest.mark.parametrize("path", PAGES)
def test_no_style_and_no_script_stands_in_the_page(path: str, visitor: Client) -> None:
    assert read(told(visitor, **answers_of("cerd-clock-running")), path).styled == []


@pytest.mark.parametrize("part", ["gate", "doings", "dates", "seen", "experts", "bindings", "order"])
def test_every_fact_has_a_source(part: str, visitor: Client) -> None:
    page = told(visitor, **answers_of("cerd-clock-running")).get("/advice/").content.decode()
    pattern = rf'<(li|ul|ol|dl) class="{part}[ "].*?</\1>(?:\s*<p>.*?</p>)?'
    found = [match.group(0) for match in re.finditer(pattern, page, re.DOTALL)]
    assert found
    assert all('href="#source-' in block for block in found)


def test_every_source_is_listed_once_with_its_day(visitor: Client) -> None:
    page = read(told(visitor, **answers_of("nubian-children-kenya")))
    numbers = [name for name in page.ids if name.startswith("source-")]
    assert numbers == [f"source-{place}" for place in range(1, len(numbers) + 1)]
    assert "check first To be checked again since 6 Mar 2026." in page.text
    assert page.text.count("Look at the official page before you rely on it.") == 1


def test_a_closed_route_says_what_is_not_met_and_what_would_open_it(visitor: Client) -> None:
    page = told(visitor, **answers_of("nubian-children-kenya")).get("/advice/").content.decode()
    card = page[page.index('id="route-council-sessions"') : page.index('id="route-treaty-body-complaint"')]
    assert card.index("Why it is not open") < card.index("<details")
    assert "What would open it:" in card
    assert "A partner with consultative status" in card


def test_a_tie_is_said(visitor: Client) -> None:
    assert "These routes fit about equally well" in read(told(visitor, **answers_of("nubian-children-kenya"))).text


def test_several_states_are_told_apart(visitor: Client) -> None:
    text = read(told(visitor, **answers_of("housing-in-six-states"))).text
    assert "Togo Time to speak with States" in text
    assert "Kenya Adopted: time to follow up" in text


def test_in_danger_the_urgent_steps_come_first(visitor: Client) -> None:
    text = read(told(visitor, **answers_of("defender-tortured-in-custody"))).text
    assert text.index("Go to the urgent steps") < text.index("Because ") < text.index("Ask for an urgent appeal")


@pytest.mark.parametrize("case", FIRST_SCREENS)
def test_the_first_screen_says_why_by_when_and_to_whom(case: str, visitor: Client) -> None:
    page = told(visitor, **answers_of(case)).get("/advice/", follow=True).content.decode()
    first = page[page.index('class="about-line"') : page.index('class="take"')]
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", first))
    assert "Because " in said
    when, to = (re.search(rf"<dt>{term}</dt><dd>(.*?)</dd>", first, re.DOTALL) for term in ("When", "To"))
    assert when is not None
    assert re.search(r"\w{4}", re.sub(r"<[^>]*>", "", when.group(1)))
    assert to is not None
    assert "href=" in to.group(1) or 'class="copy"' in to.group(1)


@pytest.mark.parametrize("case", FIRST_SCREENS)
def test_before_anything_is_opened_there_are_few_words(case: str, visitor: Client) -> None:
    page = told(visitor, **answers_of(case)).get("/advice/", follow=True).content.decode()
    assert len(Shown(page).words) <= MOST_WORDS


def test_who_asked_that_a_name_stays_secret_is_told_what_the_state_learns(visitor: Client) -> None:
    answers = answers_of("defender-tortured-in-custody")
    told_so = (
        told(visitor, **(answers | {"identification": "names-withheld"})).get("/advice/", follow=True).content.decode()
    )
    assert "<dt>Who sees it</dt>" in told_so
    assert "Before you write:" in told_so


def test_what_would_change_it_leads_to_the_very_answer(visitor: Client) -> None:
    page = told(visitor, **answers_of("reviewed-and-years-to-go-kenya")).get("/advice/", follow=True).content.decode()
    part = page[page.index('id="changes"') : page.index('id="supports"')]
    assert re.search(r'href="[^"]*/check/change/\w+/#id_\w+">Change this answer', part)


def test_at_most_five_helpers_are_named(visitor: Client) -> None:
    page = told(visitor, **answers_of("nubian-children-kenya")).get("/advice/", follow=True).content.decode()
    part = re.search(r'<ul class="order" id="supports">.*?</ul>', page, re.DOTALL)
    assert part is not None
    assert 1 <= part.group(0).count("<li>") <= 5


def test_where_nothing_is_known_the_first_thing_is_to_find_out(visitor: Client) -> None:
    page = read(told(visitor))
    assert "No route stands out yet" in page.text
    assert page.text.index("What to find out first") < page.text.index("Which States are responsible?")


def test_answers_are_shown_with_a_way_to_change_them(visitor: Client) -> None:
    page = read(told(visitor, countries=["KEN"], effort="weeks"))
    assert "Some weeks" in page.text
    assert "/check/change/access/#id_effort" in [link.get("href") for link in page.links]


def test_the_page_names_its_edition_and_day(visitor: Client, edition: str) -> None:
    text = read(told(visitor, countries=["KEN"])).text
    assert f"Advice of 24 November 2026, on edition {edition[:12]}" in text


@pytest.mark.parametrize("case", sorted(SHIPPED))
def test_there_are_at_most_three_steps_for_now_and_none_on_a_closed_route(case: str, edition: str) -> None:
    facts, answers = store.open_edition(edition), answers_of(case)
    advice = advise(check(answers, countries=facts.states, themes=facts.themes), facts, DAY)
    steps = now.steps(advice)
    urgent = dict.fromkeys((step.route, step.action) for step in advice.urgent)
    assert len(steps) <= max(now.MOST, len(urgent))
    for route, actions in steps:
        assert advice.route(route).verdict is not Verdict.CLOSED or (route, actions[0].action) in urgent


def test_the_urgent_page_names_experts_and_holds_a_message(visitor: Client) -> None:
    text = read(told(visitor, **answers_of("defender-tortured-in-custody")), "/urgent/").text
    for words in (
        "https://spsubmission.ohchr.org",
        "urgent-action@ohchr.org",
        "Working Group on Arbitrary Detention",
        "Country: Egypt",
        "Nobody at the UN can protect a person physically",
    ):
        assert words in text


def test_the_urgent_page_works_for_somebody_who_came_straight_to_it(visitor: Client) -> None:
    page = read(visitor, "/urgent/")
    assert "If you are unsure which experts to name" in page.text
    assert "Country: [country]" in page.text
    assert "sessionid" not in visitor.cookies


def test_a_disappearance_has_steps_of_its_own(visitor: Client) -> None:
    told(visitor, countries=["TGO"], themes=["enforced-disappearance"], urgency="imminent", began_on="2026-11-01")
    text = read(visitor, "/urgent/").text
    assert "Use the urgent procedure on disappearances" in text
    assert "By 1 February 2027" in text
    assert "Ask the committee to have the person searched for" in text


def test_the_message_is_in_a_language_that_the_experts_read(visitor: Client, settings: Any) -> None:
    response = told(visitor, countries=["KEN"]).get("/urgent/", headers={"accept-language": "ru"})
    assert "URGENT: request for an urgent appeal" in response.content.decode()
