"""Everything that people read, in a language without a Latin letter: not one word of ours is left in English, and nothing breaks.

The facts and what people wrote stand in Greek letters, so that every Latin word found is ours (`tests/support/foreign.py`).
"""

import datetime
import html
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

import icalendar
import pytest
import tablib
from allauth.mfa.models import Authenticator
from django.conf import settings as portal
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.template.loader import get_template
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from accounts import actions as people
from accounts import mails as account_mails
from advisor.advice.pdf.data import document
from advisor.calendars import feeds
from advisor.drafts import files, paper
from advisor.drafts.actions import standing
from advisor.drafts.outlines import OUTLINES
from advisor.drafts.suggestions import suggested
from advisor.editions import store
from advisor.notices import mails as notice_mails
from advisor.notices.models import Kind, NoticePreference
from advisor.notices.models import new as new_notice
from advisor.notices.outbox import Letter
from advisor.plans import actions as plans
from advisor.plans import letters
from advisor.plans.letters import Body
from advisor.questions import drawer
from advisor.questions.steps import STEPS
from advisor.saved import actions as saving
from advisor.saved import given
from advisor.saved.assessment import assess
from advisor.saved.models import SavedAdvice
from advisor.sharing import links
from rules.vocabulary import RouteSlug
from tests.accounts.people import PASSWORD, organisation, person
from tests.advisor.conftest import NOON
from tests.advisor.matters import begun
from tests.support.cases import answers_of
from tests.support.foreign import greek, translate_facts, words, words_of_page
from tests.support.pseudo import foreign_translations

DAY = datetime.date(2026, 11, 24)
LANGUAGES = {"ar": "rtl"}
"""The one with most forms of a plural, and written the other way. A walk is long, so others have to wait for their catalogue."""
WRITTEN = greek("Written by somebody")
CASES = ("deadline-missed-togo", "defender-tortured-in-custody")
NAMES_OF_FILES = ("CSV", "XLSX", "PDF", "JSON", "DOCX", "ODT", "TXT")
"""Kinds of file have the same name in every language."""
ALLOWED = frozenset(NAMES_OF_FILES)

Faults = dict[str, list[str]]


def browser(language: str) -> Client:
    """A visitor who reads this language, to whom a fault is shown as to everybody."""
    return Client(headers={"accept-language": language}, raise_request_exception=False)


class World:
    """One person with everything that somebody can have, and a guest with answers; ``faults`` is what was found so far."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.faults: Faults = defaultdict(list)
        self.edition = store.current()
        self.anna = person("anna@one.example", language=language, is_superuser=False)
        self.ben = person("ben@one.example", language=language)
        self.organisation = organisation(greek("River Watch"), owner=self.anna, member=self.ben)
        self.matters = [self.matter(case) for case in CASES]
        self.client = browser(language)
        self.client.post(reverse("account_login"), {"login": self.anna.email, "password": PASSWORD})
        self.preference = NoticePreference.objects.create(user=self.anna)
        self.key = Authenticator.objects.create(
            user=self.anna, type=Authenticator.Type.WEBAUTHN, data={"name": WRITTEN, "credential": {}}
        )
        self.tokens = {
            "advisor:shared": links.make(saved=self.matters[0], label=WRITTEN, with_answers=True, days=7, by=self.anna),
            "advisor:calendar-feed": feeds.make(by=self.anna, saved=None, neutral=False, language=language),
            "accounts:arrive": people.invite(
                organisation=self.organisation, email="carl@one.example", role="member", by=self.anna
            ),
        }
        self.guest = self.visitor("defender-tortured-in-custody")

    def visitor(self, case: str) -> Client:
        """A guest who has answered."""
        client = browser(self.language)
        session = client.session
        session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers_of(case)}
        session.save()
        return client

    def matter(self, case: str) -> SavedAdvice:
        """Saved advice with a plan, letters, an outcome to tell, drafts and links."""
        draft = drawer.Draft(answers=answers_of(case), no_danger="no")
        saved = saving.save(draft=draft, name=WRITTEN, by=self.anna, organisation=self.organisation)
        advice = given.give(saved, self.edition, DAY)
        plans.make(saved=saved, advice=advice, routes=[route.route for route in advice.routes], by=self.anna)
        for route in (RouteSlug.SPECIAL_PROCEDURES, RouteSlug.TREATY_BODY_COMPLAINT, RouteSlug.UPR):
            body = Body(route, countries=tuple(advice.given.countries or ()))
            letters.log(
                saved=saved, direction="sent", day=datetime.date(2026, 3, 1), body=body, text=WRITTEN,
                reply_by=None, answers=None, edition=self.edition, by=self.anna, today=DAY,
            )  # fmt: skip
        for one in suggested(advice):
            begun(saved, self.edition, one.key, by=self.anna)
        links.make(saved=saved, label=WRITTEN, with_answers=True, days=7, by=self.anna)
        return saved

    def key_is_gone(self) -> None:
        """A key that no device made is only good for the pages that name it."""
        self.anna.authenticator_set.filter(type=Authenticator.Type.WEBAUTHN).delete()

    def look(self, where: str, text: str, *, page: bool = False) -> None:
        """Note the words that are left, and what broke."""
        found = (words_of_page if page else words)(text, ALLOWED)
        if found:
            self.faults[" ".join(found)].append(where)
        if re.search(r"%\(\w+\)|\{\w+\}", text):
            self.faults["a placeholder is left"].append(where)


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> None:
    settings.FIXED_DAY = str(DAY)
    settings.NEUTRAL_NAME = greek("Calendar")


@pytest.fixture(params=LANGUAGES)
def world(request: pytest.FixtureRequest, facts: str, settings: Any) -> Iterator[World]:
    language = request.param
    settings.LANGUAGES = [("en", greek("English")), (language, greek(language))]
    cache.clear()
    with foreign_translations(language):
        translate_facts()
        with translation.override(language):
            yield World(language)


def test_not_one_word_is_left_in_english_and_nothing_breaks(world: World) -> None:
    pages(world)
    wizard(world)
    mails(world)
    papers(world)
    calendars(world)
    if world.faults:
        pytest.fail("\n".join(f"{what}: {', '.join(where[:3])}" for what, where in sorted(world.faults.items())))


ONLY_POSTED = frozenset()
"""Addresses that answer nothing but a form."""


def pages(world: World) -> None:
    """Every address that answers, for the guest and for whoever is signed in; and every form there, sent with nothing in it."""
    sent: set[str] = set()
    found = sorted(
        addresses(world), key=lambda one: "webauthn" not in one[0] or "login" in one[0] or "reauth" in one[0]
    )
    for name, address in found:
        if "webauthn" not in name:
            world.key_is_gone()
        for client in (world.client, world.guest):
            answer = client.get(address, follow=True)
            if answer.status_code >= 500:
                world.faults["broken"].append(address)
            if not answer.headers["Content-Type"].startswith("text/html"):
                continue
            text = answer.content.decode()
            if text and f'<html lang="{world.language}" dir="{LANGUAGES[world.language]}"' not in text:
                world.faults["no direction"].append(name)
            world.look(name, text, page=True)
            send_forms(world, name, answer.request["PATH_INFO"], text, client, sent)


FORM = re.compile(r'<form\b[^>]*method="post"[^>]*>(.*?)</form>', re.S)
ACTION = re.compile(r'\baction="([^"]*)"')


def send_forms(world: World, name: str, at: str, page: str, client: Client, sent: set[str]) -> None:
    """Send each form that was not sent before, once as it stands and empty, and look at what comes back."""
    for form in FORM.finditer(page):
        found = ACTION.search(form[0][: form[0].index(">")])
        action = html.unescape(found[1]) if found and found[1] else at
        kind = re.sub(r"[0-9a-f-]{36}|\d+", "…", action)
        if kind in sent or "/leave" in action or "/logout" in action:
            continue
        sent.add(kind)
        hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form[1]))
        with transaction.atomic():
            copy = browser(world.language)
            copy.cookies = client.cookies.copy()
            answer = copy.post(action, hidden, follow=True)
            transaction.set_rollback(True)
        if answer.status_code >= 500:
            world.faults["broken"].append(action)
        if answer.headers["Content-Type"].startswith("text/html"):
            world.look(f"{name}, form to {kind}", answer.content.decode(), page=True)


def addresses(world: World) -> Iterator[tuple[str, str]]:
    """Every address of the portal but the editors', with the things of this world in it."""
    for name, pattern in named(get_resolver()):
        for values in worth(world, name, re.findall(r"<(?:(\w+):)?(\w+)>", pattern)):
            yield name, reverse(name, kwargs=values)


def named(resolver: URLResolver, space: str = "", path: str = "") -> Iterator[tuple[str, str]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            if one.namespace != "admin":
                yield from named(one, inner, path + str(one.pattern))
        elif isinstance(one, URLPattern) and one.name:
            yield space + one.name, path + str(one.pattern)


def worth(world: World, name: str, wanted: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """The values that an address is tried with."""
    fields = [field for _kind, field in wanted]
    first, second = world.matters
    matters = world.matters if fields == ["saved"] else [first]
    things: dict[str, list[Any]] = {
        "saved": [saved.pk for saved in matters],
        "organisation": [world.organisation.pk],
        "membership": [world.organisation.memberships.get(user=world.ben).pk],
        "invitation": [world.organisation.invitations.first().pk],
        "task": [first.tasks.first().pk],
        "letter": [first.letters.first().pk],
        "outcome": [first.outcomes.first().pk],
        "number": [first.given.first().pk],
        "other": [second.pk],
        "link": [first.links.first().pk],
        "feed": [world.anna.calendar_feeds.first().pk],
        "pk": [world.key.pk],
        "route": [RouteSlug.UPR.value],
        "signed": [notice_mails.off_path(world.preference).rstrip("/").rpartition("/")[2]],
        "token": [world.tokens.get(name.removesuffix("-pdf"), "none")],
        "iso3": ["KEN", "TGO", "USA"],
        "slug": SLUGS.get(name, []),
        "key": [step.key for step in STEPS],
        "way": ["change", "more"],
    }
    if name.startswith("advisor:draft") and "key" in fields:
        rows = {row.kind: row for saved in world.matters for row in saved.submissions.all()}
        yield from ({"saved": row.saved_id, "key": row.pk} for row in rows.values())
        return
    for values in product(*(things[field] for field in fields)):
        yield dict(zip(fields, values, strict=True))


SLUGS = {
    "mechanisms:route": [route.value for route in RouteSlug],
    "mechanisms:mandate": ["torture", "cote-divoire", "slavery"],
    "mechanisms:theme": ["torture"],
    "mechanisms:treaty": ["iccpr", "cmw", "opcat"],
}


DAYS = ("ready_on", "began_on", "happened_on", "final_decision_on", "elsewhere_ended_on")


def wizard(world: World) -> None:
    """Each page of the questionnaire answered wrongly, and the search for a State."""
    wrong = {
        "go": "next",
        **{
            f"{slug}_{part}": typed
            for slug in DAYS
            for part, typed in (("day", "31"), ("month", "2"), ("year", "2026"))
        },
        "countries": "XXX",
        "effort": "x",
    }
    for step in STEPS:
        answer = world.guest.post(reverse("advisor:step", args=[step.key]), wrong, follow=True)
        world.look(f"step {step.key}, wrong", answer.content.decode(), page=True)
    found = world.guest.post(
        reverse("advisor:step", args=["places"]), {"go": "find", "find-countries": "ken"}, follow=True
    )
    world.look("search for a State", found.content.decode(), page=True)
    for case in ("nubian-children-kenya", "nothing-known"):
        if True:
            world.look(f"advice {case}", world.visitor(case).get(reverse("advisor:advice")).content.decode(), page=True)


def mails(world: World) -> None:
    """Notices of every kind, one and several, with and without names; the invitation; and every mail of an account."""
    for names in (True, False):
        world.preference.with_names = names
        about = {"user": world.anna, "saved": world.matters[0], "name": "", "due_at": NOON, "now": NOON}
        rows = [new_notice(kind=kind, **about) for kind in Kind]
        for told in (rows, *([row] for row in rows)):
            message = notice_mails.compose(Letter(UUID(int=1), UUID(int=2), world.preference, told), told)
            world.look(f"notice {told[0].kind}", f"{message.subject}\n{message.body}")
    mail.outbox.clear()
    account_mails.send_invitation(email="anna@one.example", link="https://one.example/")
    world.look("invitation", f"{mail.outbox[0].subject}\n{mail.outbox[0].body}")
    context = {
        "user": world.anna,
        "code": "1234-5678",
        "sender": portal.NEUTRAL_NAME,
        "password_reset_url": "https://one.example/",
    }
    for template in sorted((Path(portal.BASE_DIR) / "templates").glob("*/email/*.txt")):
        name = f"{template.parts[-3]}/email/{template.name}"
        world.look(name, get_template(name).render(context))


def papers(world: World) -> None:
    """The advice as a PDF is told, drafts in every kind of file, and plans as tables."""
    edition = world.edition
    for saved in world.matters:
        advice = assess(saved, edition, DAY, changes=True)
        for with_answers in (True, False):
            told = document(advice, edition, language=world.language, with_answers=with_answers, paper="a4")
            world.look("PDF", "\n".join(texts(told)))
        for draft in saved.submissions.all():
            found = list(standing(draft, edition).limits)
            outline, texts_of, language = OUTLINES[draft.kind], draft.content["sections"], draft.content["language"]
            clean = paper.clean(outline, draft.title, texts_of, language=language)
            working = paper.working_copy(outline, draft.title, texts_of, found, edition, language=language)
            # A body that does not read the visitor's language gets its text in one that it reads; our notes are the visitor's.
            own = {paper.Style.NOTE} if language != world.language else set(paper.Style)
            for made in (clean, working):
                world.look(f"draft {draft.kind}", "\n".join(block.text for block in made.blocks if block.style in own))
                for kind in files.KINDS.values():
                    assert kind.write(made)
    for kind in ("csv", "xlsx"):
        answer = world.client.get(reverse(f"advisor:plan-{kind}"))
        table = tablib.Dataset().load(
            answer.content.decode("utf-8-sig") if kind == "csv" else answer.content, format=kind
        )
        world.look(f"plan {kind}", table.export("tsv"))


def calendars(world: World) -> None:
    """The calendar of a matter, and that of an address, with full and neutral titles."""
    for neutral in (True, False):
        token = feeds.make(by=world.anna, saved=None, neutral=neutral, language=world.language)
        answer = Client().get(reverse("advisor:calendar-feed", args=[token]))
        calendar = icalendar.Calendar.from_ical(answer.content)
        world.look("calendar", str(calendar["x-wr-calname"]))
        for event in calendar.walk("VEVENT"):
            world.look("calendar", f"{event['summary']}\n{event.get('description', '')}")


def texts(told: Any) -> Iterator[str]:
    """Every text in a document, but for what tells the typesetter how to set it, and for addresses, which are the same everywhere."""
    if isinstance(told, dict):
        for key, value in told.items():
            if key not in MARKS and not (key == "text" and "follow" in told):
                yield from texts(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from texts(value)
    elif isinstance(told, str):
        yield told


MARKS = frozenset(
    {
        "paper",
        "language",
        "slug",
        "iso3",
        "status",
        "verdict_code",
        "result",
        "term",
        "action",
        "kind",
        "code",
        "edition",
        "digest",
        "step",
        "follow",
        "treaty",
    }
)
"""Parts of a document that are codes."""
