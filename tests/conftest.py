"""What every test has at hand. The fixtures themselves stand in `tests/support`, by subject."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis

from deploy.servers import redis_server

pytest_plugins = ["tests.support.outside", "tests.support.database", "tests.support.browser"]

# Few examples by default, thousands on demand: `--hypothesis-profile thorough`. Where a change is judged, the same examples each time;
# on a developer's machine new ones, to find what nobody thought of.
hypothesis.register_profile("quick", max_examples=50, deadline=None)
hypothesis.register_profile("judged", hypothesis.get_profile("quick"), derandomize=True)
hypothesis.register_profile("fuzz", max_examples=10_000, deadline=None)
hypothesis.register_profile("thorough", max_examples=3000, deadline=None)
hypothesis.load_profile("judged" if "CI" in os.environ else "quick")

TESTS = Path(__file__).parent
ALIKE = (
    "advisor/advice",
    "advisor/api",
    "advisor/calendars/test_feed_files.py",
    "advisor/calendars/test_file.py",
    "advisor/calendars/test_views.py",
    "advisor/calendars/test_entries.py",
    "advisor/cases/test_admin.py",
    "advisor/cases/test_boxes.py",
    "advisor/cases/test_case_files.py",
    "advisor/cases/test_offer.py",
    "advisor/compare",
    "advisor/drafts/test_files.py",
    "advisor/drafts/test_filling.py",
    "advisor/drafts/test_limits.py",
    "advisor/drafts/test_outlines.py",
    "advisor/drafts/test_paper.py",
    "advisor/drafts/test_views.py",
    "advisor/experience/test_views.py",
    "advisor/editions/test_packs.py",
    "advisor/editions/test_store.py",
    "advisor/editions/test_stores.py",
    "advisor/management/test_advise.py",
    "advisor/management/test_publish.py",
    "advisor/notices/test_views.py",
    "advisor/plans/test_access.py",
    "advisor/plans/test_boards.py",
    "advisor/plans/test_letter_views.py",
    "advisor/plans/test_letters.py",
    "advisor/plans/test_pages.py",
    "advisor/plans/test_views.py",
    "advisor/publishing/test_actions.py",
    "advisor/publishing/test_admin.py",
    "advisor/publishing/test_events.py",
    "advisor/publishing/test_points.py",
    "advisor/questions",
    "advisor/saved/test_access.py",
    "advisor/saved/test_answer_views.py",
    "advisor/saved/test_change_views.py",
    "advisor/saved/test_history_views.py",
    "advisor/saved/test_living.py",
    "advisor/saved/test_side_by_side.py",
    "advisor/saved/test_views.py",
    "advisor/sharing/test_guest_views.py",
    "advisor/sharing/test_views.py",
    "advisor/test_staff.py",
    "advisor/words",
    "mechanisms/admin",
    "mechanisms/fetch",
    "mechanisms/load/exchange",
    "mechanisms/load/test_releases.py",
    "mechanisms/names",
    "mechanisms/reference",
    "mechanisms/test_facts.py",
    "portal/test_design.py",
    "portal/test_security_headers.py",
    "test_fuzz.py",
)
"""Tests that ask a database for nothing but the edition's one text, or only through actions that have tests of their own, and through
pages that the journeys pass: both databases give it alike."""

ON_A_SERVER = ("advisor/test_migrations.py", "mechanisms/test_migrations.py")
"""Tests of what is done to a database that people use, on PostgreSQL alone. On SQLite every run makes its database by all migrations."""

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a database, for the run on PostgreSQL, and those in a browser, by what they ask for.

    A journey runs once, on PostgreSQL (`tests/run.py`).
    """
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        case = getattr(item, "cls", None)
        is_django_case = case is not None and issubclass(case, TransactionTestCase)
        if "browser" in asked or item.path.is_relative_to(TESTS / "journeys"):
            item.add_marker("journey")
        elif any(item.path.is_relative_to(TESTS / name) for name in ALIKE):
            continue
        elif any(item.path == TESTS / name for name in ON_A_SERVER):
            item.add_marker("server")
        elif is_django_case or item.get_closest_marker("django_db") or asked & DATABASE_FIXTURES:
            item.add_marker("database")


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The address of a real Redis, started for this run and empty at its start."""
    with redis_server() as url:
        yield url
