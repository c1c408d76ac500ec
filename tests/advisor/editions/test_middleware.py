"""What a page answers where it asks for the published edition."""

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from advisor.editions import store
from advisor.editions.middleware import Unpublished


def test_a_page_that_needs_an_edition_says_that_there_is_none(client, db):
    answer = client.get(reverse("advisor:urgent"))
    assert answer.status_code == 503
    assert "No advice at the moment" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_answers_once_there_is_one(client, edition):
    assert client.get(reverse("advisor:urgent")).status_code == 200


def test_whoever_asks_outside_of_a_page_is_told_by_name(db):
    with pytest.raises(store.NothingPublished):
        store.published()


def test_the_edition_that_is_given_is_the_published_one(edition):
    assert store.published() is store.current()


@pytest.mark.parametrize("fault", [ValueError("broken"), LookupError("not there"), Http404()])
def test_other_faults_are_left_to_others(fault):
    def view(request: HttpRequest) -> HttpResponse:
        raise AssertionError

    assert Unpublished(view).process_exception(RequestFactory().get("/"), fault) is None
