"""The day, from the one place that reads it."""

import datetime

from django.utils import timezone

from advisor import clock


def test_today_is_today():
    assert clock.today() == timezone.localdate()


def test_an_installation_may_be_fixed_to_a_day(settings):
    settings.FIXED_DAY = "2026-11-24"
    assert clock.today() == datetime.date(2026, 11, 24)
