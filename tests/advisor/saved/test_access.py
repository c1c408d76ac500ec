"""Everybody who has no business with saved advice, on each of its pages and each write: an outsider, a member of another organisation,
a removed member, a reader, a guest. The pages are taken from the addresses themselves, so a new one is tried by itself."""

import re
import uuid
from dataclasses import asdict
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from accounts import actions
from accounts.models import Membership
from advisor import urls
from advisor.drafts.models import SubmissionDraft
from advisor.editions.models import Publication
from advisor.plans.letters import Body
from advisor.plans.models import Correspondence, Outcome, Task
from advisor.questions import drawer
from advisor.saved import answers
from advisor.saved.models import GivenAdvice
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in

from .saved import DAY, NAME, NOTES, kept

PAGES = sorted(one.name for one in urls.urlpatterns if "<uuid:saved>" in str(one.pattern))
WRITES = [f"saved-{name}" for name in ("name", "status", "notes", "keep", "copy", "delete")]
PERSONAL = ("saved-changes-seen",)
"""What a reader may say, since it concerns nobody else."""
OUTSIDE = ["outsider", "elsewhere", "removed"]
BODY = {
    "revision": "2",
    "name": "Taken",
    "notes": "Taken",
    "status": "closed",
    "months": "1",
    "whose": "mine",
    "how": "over",
    "drop": "yes",
    "text": "Taken",
    "day": "2027-01-01",
    "file": "txt",
}
"""What a form of any page might ask for."""


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY


@pytest.fixture
def world(edition):
    """Advice of one organisation, opened once, with everybody in and around it."""
    people = {name: person(f"{name}@one.example") for name in ("owner", "member", "reader", *OUTSIDE)}
    made = organisation(**{role: people[role] for role in ("owner", "member", "reader")})
    Membership.objects.create(organisation=made, user=people["removed"], role="owner")
    saved = kept(people["owner"], organisation=made, notes=NOTES)
    # What addresses below that of the saved advice name, by the number or the id that `address` puts in.
    Task.objects.create(pk=1, saved=saved, title=NOTES)
    Correspondence.objects.create(pk=1, saved=saved, direction="sent", day=DAY, body=asdict(Body(RouteSlug.UPR)))
    content = {"country": "", "treaty": "", "language": "en", "sections": {"facts": NOTES}}
    SubmissionDraft.objects.create(pk=saved.pk, saved=saved, kind="urgent-appeal", title=NOTES, content=content)
    Outcome.objects.create(pk=1, saved=saved, route=RouteSlug.UPR.value, asked_at=DAY)
    signed_in(people["removed"]).get(reverse("advisor:saved", args=[saved.pk]))
    actions.remove_member(membership=made.memberships.get(user=people["removed"]), by=people["owner"])
    organisation("Elsewhere", owner=people["elsewhere"])
    return saved, people


def address(name: str, saved: Any, other: Any = None) -> str:
    """Where a page of this saved advice lies, whatever else its address asks for."""
    pattern = next(str(one.pattern) for one in urls.urlpatterns if one.name == name)
    values: dict[str, Any] = {"int": 1, "slug": "effort", "str": "effort", "uuid": other or saved.pk}
    wanted = re.findall(r"<(\w+):(\w+)>", pattern)
    return reverse(
        f"advisor:{name}", kwargs={key: saved.pk if key == "saved" else values[kind] for kind, key in wanted}
    )


def state() -> dict[str, list[Any]]:
    """Every row of the advice side but what was published, and the advices and calendars given out, which reading adds to."""
    kept_out = {"edition", "publication", "weight", "givenadvice", "calendarentry"}
    models = [model for model in apps.get_app_config("advisor").get_models() if model._meta.model_name not in kept_out]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


def test_the_pages_are_found():
    assert {"saved", "saved-name", "saved-notes", "saved-delete", "saved-compared", "saved-then"} <= set(PAGES)


@pytest.mark.parametrize("who", OUTSIDE)
def test_whoever_is_outside_learns_nothing_and_changes_nothing(world, who, subtests):
    saved, people = world
    client, before, given = signed_in(people[who]), state(), GivenAdvice.objects.count()
    for name in PAGES:
        where = address(name, saved)
        with subtests.test(name):
            for answer in (client.get(where), client.post(where, BODY)):
                # 405 says what a page takes, not what there is.
                assert answer.status_code in (404, 405)
                for word in (NAME, NOTES, saved.organisation.name):
                    assert word not in answer.content.decode()
            assert answers.KEY not in client.session
            assert drawer.KEY not in client.session
    assert (state(), GivenAdvice.objects.count()) == (before, given)


def test_what_is_not_there_looks_like_what_is_hidden(world, subtests):
    saved, people = world
    client, there, missing_one = signed_in(people["outsider"]), saved.pk, uuid.uuid4()
    for name in PAGES:
        with subtests.test(name):
            saved.pk = there
            hidden = client.get(address(name, saved))
            saved.pk = missing_one
            missing = client.get(address(name, saved))
            assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content)


def test_that_nothing_is_published_is_told_to_nobody_outside(world):
    saved, people = world
    client, places = signed_in(people["outsider"]), [address(name, saved) for name in PAGES]

    def seen() -> dict[str, list[tuple[int, bytes]]]:
        return {
            where: [(answer.status_code, answer.content) for answer in (client.get(where), client.post(where, BODY))]
            for where in places
        }

    before = seen()
    Publication.objects.all().delete()
    assert seen() == before
    assert {code for answers_there in before.values() for code, _ in answers_there} <= {404, 405}


def test_a_guest_is_asked_to_sign_in_whatever_there_is(world, subtests):
    saved, _ = world
    before = state()
    for name in PAGES:
        where = address(name, saved)
        with subtests.test(name):
            for answer in (Client().get(where), Client().post(where, BODY)):
                assert (answer.status_code, answer.headers["Location"]) == (302, f"/account/login/?next={where}")
    assert state() == before


def test_a_reader_changes_nothing(world, subtests):
    saved, people = world
    client, before = signed_in(people["reader"]), state()
    for name in PAGES:
        where = address(name, saved)
        with subtests.test(name):
            for answer in (client.get(where), client.post(where, BODY)):
                assert answer.status_code in (200, 403, 405) or name in PERSONAL
            assert answers.KEY not in client.session
    assert state() == before


@pytest.mark.parametrize("name", WRITES)
def test_what_others_are_refused_works_for_a_member(world, name):
    """Else the refusals above would prove nothing."""
    saved, people = world
    before = state()
    assert signed_in(people["member"]).post(address(name, saved), BODY).status_code == 302
    assert state() != before


def test_a_link_alone_changes_nothing(world, subtests):
    """Whoever follows a link that somebody sent them has done nothing yet."""
    saved, people = world
    client, before = signed_in(people["owner"]), state()
    for name in PAGES:
        with subtests.test(name):
            assert client.get(address(name, saved)).status_code in (200, 405)
            assert answers.KEY not in client.session
    assert state() == before


@pytest.mark.parametrize("who", ["owner", "member"])
def test_owners_and_members_open_each_page(world, who, subtests):
    saved, people = world
    client = signed_in(people[who])
    for name in PAGES:
        with subtests.test(name):
            answer = client.get(address(name, saved))
            assert answer.status_code in (200, 405)
            assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("who", OUTSIDE)
def test_ones_own_is_not_compared_with_what_is_hidden(world, who):
    saved, people = world
    own = kept(people[who])
    answer = signed_in(people[who]).get(reverse("advisor:saved-compared", args=[own.pk, saved.pk]))
    assert answer.status_code == 404


@pytest.mark.parametrize("who", OUTSIDE)
def test_lists_hold_nothing_that_is_hidden(world, who):
    saved, people = world
    client, own = signed_in(people[who]), kept(people[who], name="Own")
    for where in ("/saved/", reverse("advisor:saved-compare", args=[own.pk])):
        page = client.get(where).content.decode()
        assert "Own" in page
        assert NAME not in page
        assert str(saved.pk) not in page


def test_the_list_needs_a_sign_in(db):
    assert Client().get("/saved/").headers["Location"] == "/account/login/?next=/saved/"


def test_nobody_saves_into_an_organisation_that_they_only_read(world):
    saved, people = world
    for who in ("reader", "removed", "elsewhere"):
        client = signed_in(people[who])
        session = client.session
        session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": {"effort": "days"}}
        session.save()
        before = state()
        answer = client.post("/saved/new/", {"name": "Mine", "whose": str(saved.organisation_id)})
        # Whoever has no organisation to choose is not asked, and saves for themselves.
        if answer.status_code == 422:
            assert state() == before
        else:
            assert not saved.organisation.saved_advice.exclude(pk=saved.pk).exists()


def test_whoever_is_removed_while_changing_keeps_no_copy(world):
    saved, people = world
    client = signed_in(people["member"])
    client.post(reverse("advisor:saved-answers", args=[saved.pk]))
    assert "Kenya" in client.get("/check/").content.decode()
    Membership.objects.filter(user=people["member"]).update(role="reader")
    page = client.get("/advice/")
    assert (page.status_code, page.headers["Location"]) == (302, "/start/")
    assert "Kenya" not in client.get("/check/").content.decode()
    assert drawer.KEY not in client.session
