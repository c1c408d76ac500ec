"""The real facts and their edition, loaded once a run and kept by rollback.

Three databases are made at the start: an empty one; one with the edition alone, which is all that advice and questionnaire read; one
with the facts too. A test that asks for `facts` or `edition` works in that database, in a transaction that is rolled back, so nothing
is copied for it; a test that asks for neither works in the empty one. A test that commits, as those with a live server do, works in a
copy that is thrown away.
"""

import io
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TestCase, TransactionTestCase

EMPTY, EDITION, FACTS, COPY = "", "edition", "facts", "copy"
ASKED = (FACTS, EDITION)
"""Fixtures that name a database, the one that holds more before the other."""


class Databases:
    """A connection to each database, one of which is the test's."""

    def __init__(self) -> None:
        self.made: dict[str, BaseDatabaseWrapper] = {}
        self.unblocked: Callable[[], AbstractContextManager[None]] = nullcontext
        self.wanted, self.commits = EMPTY, False

    def want(self, item: pytest.Item) -> None:
        """Note which database a test asks for, and whether it commits."""
        names = set(getattr(item, "fixturenames", ()))
        marker = item.get_closest_marker("django_db")
        case = getattr(item, "cls", None) or object
        self.wanted = next((name for name in ASKED if name in names), EMPTY)
        self.commits = bool(
            names & {"transactional_db", "live_server"}
            or (marker and marker.kwargs.get("transaction"))
            or (issubclass(case, TransactionTestCase) and not issubclass(case, TestCase))
        )

    def make(self, *, filled: bool) -> None:
        """Take over the empty database; where a test will ask, load and publish for real into a copy."""
        self.made[EMPTY] = connections["default"]
        if filled:
            self._copy(EMPTY, FACTS)
            self._use(FACTS)
            for command in ("load_facts", "load_weights", "publish"):
                call_command(command, stdout=io.StringIO())
            if connection.vendor == "postgresql":
                # In production the server does so by itself; without it, it plans as if the tables were empty.
                with connection.cursor() as cursor:
                    cursor.execute("ANALYZE")
            self._copy(FACTS, EDITION)
            self._use(EDITION)
            _forget_facts()
        self.choose()

    def choose(self) -> None:
        """Let the test have the database that it asks for. Before the databases are made, nothing."""
        if not self.made:
            return
        if self.commits:
            with self.unblocked():
                self._copy(self.wanted, COPY)
        self._use(COPY if self.commits else self.wanted)

    @contextmanager
    def blank(self, path: Path) -> Iterator[None]:
        """Work in a database without a table, which is thrown away. ``path``: where SQLite may keep it."""
        source = self.made[EMPTY]
        name = str(path) if source.vendor == "sqlite" else self._name("blank")
        made = type(source)(source.settings_dict | {"NAME": name}, "default")
        if source.vendor == "postgresql":
            self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", made)
            self._execute("CREATE DATABASE {} TEMPLATE template0", made)
        connections["default"] = made
        try:
            yield
        finally:
            BaseDatabaseWrapper.close(made)
            self._use(EMPTY)
            if source.vendor == "postgresql":
                self._execute("DROP DATABASE {} WITH (FORCE)", made)

    def save(self, path: Path) -> bool:
        """Write the facts into an SQLite file. Out: false where this run has none on SQLite."""
        facts = self.made.get(FACTS)
        if facts is None or facts.vendor != "sqlite":
            return False
        with self.unblocked(), closing(sqlite3.connect(path)) as file:
            facts.ensure_connection()
            facts.connection.backup(file)
        return True

    def drop(self) -> None:
        """Leave the empty database alone, as it was taken over."""
        self._use(EMPTY)
        for name in self.made.keys() - {EMPTY}:
            made = self.made[name]
            BaseDatabaseWrapper.close(made)  # SQLite's own close does nothing for a database in memory
            if made.vendor == "postgresql":
                self._execute("DROP DATABASE {} WITH (FORCE)", made)
        self.made.clear()

    def _use(self, name: str) -> None:
        """For this thread, and for threads that are begun later."""
        connections["default"] = self.made[name]
        connections.settings["default"] = self.made[name].settings_dict

    def _copy(self, name: str, copied: str) -> None:
        """Make a database what another one is. It keeps its connection, which a live server may have."""
        source = self.made[name]
        if copied not in self.made:
            self.made[copied] = type(source)(source.settings_dict | {"NAME": self._name(copied)}, "default")
        target = self.made[copied]
        if source.vendor == "sqlite":
            source.ensure_connection()
            target.ensure_connection()
            source.connection.backup(target.connection)
            return
        # A server copies a database only while nobody is connected to it.
        source.close()
        target.close()
        self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", target)
        self._execute("CREATE DATABASE {} TEMPLATE {}", target, source)

    def _execute(self, statement: str, *named: BaseDatabaseWrapper) -> None:
        names = [made.ops.quote_name(made.settings_dict["NAME"]) for made in named]
        with named[0]._nodb_cursor() as cursor:
            cursor.execute(statement.format(*names))

    def _name(self, name: str) -> str:
        first, question_mark, options = str(self.made[EMPTY].settings_dict["NAME"]).partition("?")
        return f"{first}_{name}{question_mark}{options}"


DATABASES = Databases()


def _forget_facts() -> None:
    """Empty the tables of facts; what was published of them stays."""
    models = apps.get_app_config("mechanisms").get_models(include_auto_created=True)
    tables = [model._meta.db_table for model in models if model._meta.managed and not model._meta.proxy]
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    DATABASES.want(item)
    DATABASES.choose()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    monkeypatch_session: pytest.MonkeyPatch,
) -> Iterator[None]:
    """pytest-django's own, which makes the empty database; then the others, if any test of this run asks for them."""
    asked = any(set(ASKED) & set(getattr(item, "fixturenames", ())) for item in request.session.items)
    # A copy is made anew for the next test: nobody needs it emptied.
    monkeypatch_session.setattr(TransactionTestCase, "_fixture_teardown", lambda case: None)
    DATABASES.unblocked = django_db_blocker.unblock
    with django_db_blocker.unblock():
        DATABASES.make(filled=asked)
    yield
    with django_db_blocker.unblock():
        DATABASES.drop()


@pytest.fixture(scope="session")
def monkeypatch_session() -> Iterator[pytest.MonkeyPatch]:
    """As `monkeypatch`, for the whole run."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture
def blank_database(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    """A database without a table, for a test that brings it through migrations itself."""
    with django_db_blocker.unblock(), DATABASES.blank(tmp_path / "blank.sqlite3"):
        yield


@pytest.fixture
def facts(db: None) -> str:
    """All facts as rows, and the edition made from them. Out: the edition's id."""
    return _current_edition()


@pytest.fixture
def edition(db: None) -> str:
    """The published edition alone, or with the facts where the test asks for these too. Out: its id."""
    return _current_edition()


def _current_edition() -> str:
    from advisor.editions.store import current_edition_id

    edition = current_edition_id()
    assert edition is not None, "publish made no current edition"
    return edition
