"""Every row of every table as the database holds it, to look for what must not be there."""

import json

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection

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
    found += [json.dumps(SessionStore().decode(row.session_data), default=str) for row in Session.objects.all()]
    return "\n".join(found).lower()
