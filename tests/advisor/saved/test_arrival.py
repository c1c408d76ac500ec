"""A guest's draft comes along at sign-in, once."""

import pytest
from django.test import Client

from accounts import privacy
from accounts.models import User
from advisor.questions import drawer
from advisor.saved.models import SavedAdvice
from tests.accounts.people import PASSWORD, last_code, person

from .saved import DAY, draft


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY


def guest(**answers) -> Client:
    client = Client()
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers or draft().answers}
    session.save()
    return client


def sign_in(client: Client, **more):
    return client.post("/account/login/", {"login": "anna@one.example", "password": PASSWORD, **more}, follow=True)


def test_at_sign_up_the_answers_come_along(edition):
    client = guest()
    assert "Your answers come along when you sign in." in client.get("/saved/new/").content.decode()
    client.post("/account/signup/?next=/saved/new/", {"email": "new@one.example", "password1": PASSWORD})
    assert not SavedAdvice.objects.exists()
    page = client.post("/account/confirm-email/", {"code": last_code()}, follow=True)
    saved = SavedAdvice.objects.get()
    assert (saved.owner, saved.name) == (User.objects.get(), "Advice of 24 November 2026")
    assert saved.draft["answers"] == draft().answers
    assert drawer.KEY not in client.session
    assert page.status_code == 200


def test_whoever_wanted_to_save_sees_what_came_along(edition):
    person("anna@one.example")
    page = sign_in(guest(), next="/saved/new/")
    assert page.redirect_chain[-1][0] == f"/saved/{SavedAdvice.objects.get().pk}/"
    assert "Your answers came along" in page.content.decode()


def test_signing_in_again_moves_nothing_twice(edition):
    person("anna@one.example")
    client = guest()
    sign_in(client)
    client.post("/account/logout/")
    sign_in(client)
    assert SavedAdvice.objects.count() == 1


def test_the_same_visit_moved_twice_makes_one(edition, rf):
    """Two sign-ins sent at once, or one sent again because its answer was lost on the way."""
    anna = person("anna@one.example")
    stored = guest().session
    for _ in range(2):
        request = rf.post("/account/login/")
        request.session = type(stored)(stored.session_key)
        request.guest_session_key = stored.session_key
        privacy.move_all(request, anna)
        assert drawer.KEY not in request.session
    assert SavedAdvice.objects.count() == 1


def test_without_answers_nothing_is_saved(edition):
    person("anna@one.example")
    sign_in(Client())
    assert not SavedAdvice.objects.exists()


def test_whoever_was_signed_in_saves_when_they_want_to(edition):
    """Proving once more who one is is no sign-in of a guest."""
    anna = person("anna@one.example")
    client = guest()
    client.force_login(anna)
    sign_in(client)
    assert not SavedAdvice.objects.exists()


def test_another_visit_of_the_same_person_is_another_advice(edition):
    person("anna@one.example")
    sign_in(guest())
    sign_in(guest(effort="days"))
    assert SavedAdvice.objects.count() == 2


def test_every_draft_of_the_visit_comes_along(edition):
    person("anna@one.example")
    client = guest()
    for country in ("NPL", "KEN"):
        begun = client.post("/start/").url
        client.post(begun, {"go": "next", "countries": [country]})
    wanted = begun.replace("questions/places", "saved/new")
    page = sign_in(client, next=wanted)
    assert SavedAdvice.objects.count() == 3
    assert drawer.DRAFTS not in client.session
    shown = SavedAdvice.objects.get(pk=page.redirect_chain[-1][0].split("/")[2])
    assert shown.draft["answers"] == {"countries": ["KEN"]}
