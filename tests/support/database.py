"""The real facts and their edition in the test database, made once a run and put into a test in a moment.

Loading the facts and publishing takes seconds, so it happens once, in a transaction that is rolled back, and the rows are
kept: in memory, and in tables of their own beside the real ones, from which the database itself copies them in a moment. A
test that asks for `edition` or `facts` gets those rows as they were. That serves tests in a transaction and tests with a
live server (which empty every table at their end) alike, and a test that asks for neither starts with an empty database.
"""

import io
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

LARGE = 1000
ALL_APPS = ("accounts", "mechanisms", "advisor")
WITHOUT_FACTS = ("accounts", "advisor")


@dataclass(frozen=True)
class Table:
    """The rows of one table, as the database gave them."""

    model: type[Model]
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@pytest.fixture(scope="session")
def facts_dump(django_db_setup: None, django_db_blocker: Any) -> list[Table]:
    """Load and publish for real, read all rows, and leave the database as empty as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_facts", stdout=io.StringIO())
        call_command("load_weights", stdout=io.StringIO())
        call_command("publish", stdout=io.StringIO())
        tables = [_read(model) for label in ALL_APPS for model in _models(label)]
        transaction.set_rollback(True)
    with django_db_blocker.unblock(), transaction.atomic():
        _keep(tables)
    connection.close()
    return tables


@pytest.fixture
def facts(db: None, facts_dump: list[Table]) -> str:
    """All facts as rows, and the edition made from them. Out: the edition's id."""
    _insert(facts_dump, ALL_APPS)
    return _current_edition()


@pytest.fixture
def edition(request: pytest.FixtureRequest, db: None, facts_dump: list[Table]) -> str:
    """The published edition alone, which is all that advice and wizard read. Out: its id. Cheaper than `facts`."""
    if "facts" in request.fixturenames:
        return str(request.getfixturevalue("facts"))
    _insert(facts_dump, WITHOUT_FACTS)
    return _current_edition()


def _current_edition() -> str:
    from advisor.editions.store import current_edition_id

    edition = current_edition_id()
    assert edition is not None, "publish made no current edition"
    return edition


def _models(label: str) -> list[type[Model]]:
    models = apps.get_app_config(label).get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def _read(model: type[Model]) -> Table:
    columns = tuple(field.column for field in model._meta.local_concrete_fields if not field.generated)
    names = ", ".join(map(connection.ops.quote_name, columns))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {connection.ops.quote_name(model._meta.db_table)}")
        return Table(model, columns, cursor.fetchall())


def _kept(table: Table) -> str:
    return connection.ops.quote_name(f"kept_{table.model._meta.db_table}")


def _keep(tables: list[Table]) -> None:
    """Write the rows into tables of their own, without keys or checks."""
    with connection.cursor() as cursor:
        for table in filter(lambda table: table.rows, tables):
            names = ", ".join(map(connection.ops.quote_name, table.columns))
            places = ", ".join(["%s"] * len(table.columns))
            real = connection.ops.quote_name(table.model._meta.db_table)
            cursor.execute(f"CREATE TABLE {_kept(table)} AS SELECT {names} FROM {real} WHERE 1 = 0")
            cursor.executemany(f"INSERT INTO {_kept(table)} ({names}) VALUES ({places})", table.rows)


def _insert(tables: list[Table], labels: tuple[str, ...]) -> None:
    wanted = [table for table in tables if table.model._meta.app_label in labels and table.rows]
    with transaction.atomic(), connection.cursor() as cursor:
        # Foreign keys are checked at the end of a transaction on both databases, so the order of tables is free.
        for table in wanted:
            names = ", ".join(map(connection.ops.quote_name, table.columns))
            real = connection.ops.quote_name(table.model._meta.db_table)
            cursor.execute(f"INSERT INTO {real} ({names}) SELECT {names} FROM {_kept(table)}")
            if connection.vendor == "postgresql" and len(table.rows) > LARGE:
                # In production the server does so by itself; without it, it plans as if the table were empty.
                cursor.execute(f"ANALYZE {real}")
        for statement in connection.ops.sequence_reset_sql(no_style(), [table.model for table in wanted]):
            cursor.execute(statement)
