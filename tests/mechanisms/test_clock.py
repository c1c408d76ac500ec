"""The day, from the one place that reads it."""

import datetime

import pytest

from advisor import clock


@pytest.mark.parametrize(
    ("moment", "in_geneva", "latest"),
    [
        ("2026-11-24T09:59Z", "2026-11-24", "2026-11-24"),
        ("2026-11-24T10:00Z", "2026-11-24", "2026-11-25"),
        ("2026-11-24T23:00Z", "2026-11-25", "2026-11-25"),
        ("2026-06-30T21:59Z", "2026-06-30", "2026-07-01"),
        ("2026-06-30T22:00Z", "2026-07-01", "2026-07-01"),
    ],
)
def test_the_day_is_genevas_and_what_people_enter_may_be_of_a_day_that_has_begun_anywhere(
    moment, in_geneva, latest, monkeypatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime.datetime.fromisoformat(moment))
    assert (str(clock.today()), str(clock.latest_day())) == (in_geneva, latest)


def test_an_installation_may_be_fixed_to_a_day(settings):
    settings.FIXED_DAY = "2026-11-24"
    assert clock.today() == clock.latest_day() == datetime.date(2026, 11, 24)
