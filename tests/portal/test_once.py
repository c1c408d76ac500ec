"""A second click does nothing new."""

import io
import re
import threading

import pytest
from django.conf import settings
from django.core.cache.backends.dummy import DummyCache
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client, RequestFactory

from accounts.models import Organisation
from portal import once
from portal.once import new_key

PLACE = "/account/organisations/new/"


def key_of(page: str) -> str:
    found = re.search(r'name="form_key" value="(\w+)"', page)
    assert found is not None
    return found.group(1)


@pytest.fixture
def anna(client: Client, db, django_user_model) -> Client:
    client.force_login(django_user_model.objects.create_user("anna", email="anna@one.example"))
    return client


@pytest.fixture
def form(anna: Client) -> dict[str, str]:
    return {"form_key": key_of(anna.get(PLACE).content.decode()), "name": "River Watch"}


def test_what_is_sent_twice_is_made_once_and_both_are_led_to_it(anna: Client, form: dict[str, str]) -> None:
    first, second = anna.post(PLACE, form), anna.post(PLACE, form)
    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert Organisation.objects.count() == 1


def test_other_content_under_the_same_key_is_another_wish(anna: Client, form: dict[str, str]) -> None:
    anna.post(PLACE, form)
    anna.post(PLACE, form | {"name": "Hill Watch"})
    assert Organisation.objects.count() == 2


def test_a_form_with_a_fault_may_be_sent_again(anna: Client, form: dict[str, str]) -> None:
    for _ in range(2):
        assert anna.post(PLACE, form | {"name": ""}).status_code in (200, 422)
    assert anna.post(PLACE, form).status_code == 302


def test_somebody_else_learns_nothing_by_the_key(anna: Client, form: dict[str, str], django_user_model) -> None:
    led = anna.post(PLACE, form).headers["Location"]
    other = Client()
    other.force_login(django_user_model.objects.create_user("ben", email="ben@one.example"))
    assert other.post(PLACE, form).headers["Location"] != led


@pytest.fixture
def send(rf, settings, django_user_model):
    """Sends one form through the middleware alone, to a view that the test gives."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": new_key()}}

    def sent(view) -> HttpResponse:
        request = rf.post("/make/", {"form_key": "k", "name": "x"})
        request.user = django_user_model(pk=1)
        return once.once(view)(request)

    return sent


def made(_request) -> HttpResponse:
    return HttpResponseRedirect("/made/")


@pytest.mark.parametrize("again", [1, 7])
def test_at_the_same_time_too(again: int, send) -> None:
    asked, answers = [], []

    def make(request) -> HttpResponse:
        asked.append(request)
        threading.Event().wait(0.3)
        return HttpResponseRedirect(f"/made/{len(asked)}/")

    senders = [
        threading.Thread(target=lambda: answers.append(send(make).headers["Location"])) for _ in range(1 + again)
    ]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert len(asked) == 1
    assert answers == ["/made/1/"] * (1 + again)


def test_a_view_that_fails_leaves_the_way_free(send) -> None:
    def fails(_request) -> HttpResponse:
        raise ValueError

    with pytest.raises(ValueError):
        send(fails)
    assert send(made).headers["Location"] == "/made/"


def test_a_second_one_does_the_work_where_the_first_came_to_nothing(send) -> None:
    begun, answers = threading.Event(), []

    def faulty(_request) -> HttpResponse:
        begun.set()
        threading.Event().wait(0.3)
        return HttpResponse(status=422)

    first = threading.Thread(target=lambda: answers.append(send(faulty).status_code))
    first.start()
    begun.wait(5)
    answers.append(send(made).status_code)
    first.join()
    assert sorted(answers) == [302, 422]


def test_a_cache_that_cannot_write_keeps_nobody_from_their_work(send, settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.portal.test_once.Refusing"}}
    assert send(made).status_code == 302


class Refusing(DummyCache):
    """A cache that is locked for a moment: it takes nothing and knows nothing."""

    def add(self, *_args, **_more) -> bool:
        return False


def test_a_form_with_a_large_file_is_left_to_its_own_page() -> None:
    """Looking for the key would read the whole file, before the page can refuse it by its length."""
    seen = []

    def view(request) -> HttpResponse:
        seen.append(hasattr(request, "_files"))
        return HttpResponse()

    file = io.BytesIO(b"x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1))
    once.once(view)(RequestFactory().post("/", {"form_key": new_key(), "file": file}))
    assert seen == [False]
