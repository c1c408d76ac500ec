"""A day for the tests of what calendars give out."""

import pytest


@pytest.fixture
def spring(settings, edition):
    """A day on which Iceland's deadline is ahead."""
    settings.FIXED_DAY = "2026-06-01"
