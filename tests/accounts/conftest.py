"""Counts of attempts start anew with each test: the cache is no table of a model, so nothing else empties it."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_attempts_counted(request):
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        request.getfixturevalue("db")
        cache.clear()
