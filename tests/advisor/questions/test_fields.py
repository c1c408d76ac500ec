"""A month or a year instead of a day, from the page to the check page and back."""

import pytest
from django.test import Client

from advisor.questions import drawer


@pytest.fixture
def visitor(client: Client, edition):
    return client


def start(client: Client) -> None:
    """A case in a State that has accepted complaints: its dates are asked."""
    answers = {
        "countries": ["NPL"],
        "themes": ["torture"],
        "information": "individual-cases",
        "scale": "single-case",
        "evidence": "direct",
        "urgency": "past",
    }
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers}
    session.save()


def test_a_month_is_kept_as_a_month_until_a_day_is_given(visitor):
    start(visitor)
    visitor.post("/questions/dates/", {"go": "next", "began_on": "March 2025", "happened_on": "4/2025"})
    assert visitor.session[drawer.KEY]["answers"]["began_on"] == "2025-03-01"
    assert "March 2025 (counted as 1 March 2025)" in visitor.get("/check/").content.decode()
    assert 'value="March 2025"' in visitor.get("/questions/dates/").content.decode()
    visitor.post("/check/change/dates/", {"go": "next", "began_on": "2 March 2025", "happened_on": "April 2025"})
    page = visitor.get("/check/").content.decode()
    assert ("March 2025 (counted" in page, "April 2025 (counted as 1 April 2025)" in page) == (False, True)
