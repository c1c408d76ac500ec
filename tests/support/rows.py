"""Every row of every table as the database holds it, to look for what must not be there."""

import json

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection

from accounts import sessions
from accounts.fields import Sealed

PUBLIC = ("advisor_edition", "advisor_historicalweight", "advisor_weight", "mechanisms_")
"""Facts and weights, which hold the names of States and themes by right."""


def raw() -> str:
    """In small letters: all values of all tables but these, and what sessions hold."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if not table.startswith(PUBLIC):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                found += [str(value) for row in cursor.fetchall() for value in row]
    found += [json.dumps(sessions.opened(row), default=str) for row in Session.objects.all()]
    return "\n".join(found).lower()


def opened() -> list[tuple[str, str]]:
    """Table and text of everything that lies sealed, once it is opened: columns and sessions."""
    found = [("session", json.dumps(sessions.opened(row), default=str)) for row in Session.objects.all()]
    for model in apps.get_models():
        names = [field.attname for field in model._meta.concrete_fields if isinstance(field, Sealed)]
        if names:
            rows = model._default_manager.all()
            found += [(model._meta.db_table, str(getattr(row, name))) for row in rows for name in names]
    return found
