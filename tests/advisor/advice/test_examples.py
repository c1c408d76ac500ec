"""Finished advices from the first page."""

import pytest

from advisor.advice.examples import EXAMPLES, answers_of
from advisor.questions.walk import Walk


@pytest.mark.parametrize("slug", EXAMPLES)
def test_each_opens_from_the_first_page_as_a_finished_advice(slug, client, edition):
    assert f'href="/examples/{slug}/"' in client.get("/").content.decode()
    response = client.get(f"/examples/{slug}/")
    shown = response.content.decode()
    assert response.status_code == 200
    assert "No route stands out yet" not in shown
    assert shown.count('<details class="card-route') == 6
    assert "sessionid" not in response.cookies
    assert "/check/" not in shown


@pytest.mark.parametrize("slug", EXAMPLES)
def test_its_answers_hold(slug, frozen):
    walk = Walk(answers_of(slug), frozen)
    assert walk.first_broken is None
    assert walk.scenario.countries


def test_there_is_no_other(client, edition):
    assert client.get("/examples/nothing-known/").status_code == 404
