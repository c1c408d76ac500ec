"""An upgrade without a pause: the old release goes on while the database is already migrated, and reloading loses no request."""

import importlib
import os
import re
import signal
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import models
from django.db.migrations import AddField, operations
from django.db.migrations.loader import MigrationLoader

from tests.support.portal import prepared, wait_until
from tests.support.stack import OverSocket, ready

FIRST = {"accounts": "0004", "advisor": "0021", "mechanisms": "0017"}
"""The first migrations of each app after the release that asked for this. Those before it need the portal to be stopped."""

TAKES_AWAY = (
    operations.RemoveField,
    operations.DeleteModel,
    operations.RenameField,
    operations.RenameModel,
    operations.AlterModelTable,
)


def breaks_the_old(operation: object) -> bool:
    """Whether the release before it would fail on the database after it: it reads what is gone, or leaves out what must be there."""
    if isinstance(operation, AddField):
        field = operation.field
        many = isinstance(field, models.ManyToManyField)
        # Django's own default is no default of the table's.
        return not many and not field.null and field.db_default is models.NOT_PROVIDED
    if isinstance(operation, operations.SeparateDatabaseAndState):
        return any(map(breaks_the_old, operation.database_operations))
    return isinstance(operation, TAKES_AWAY)


def test_what_would_break_the_old_release_is_recognised():
    text = {"model_name": "x", "name": "y"}
    bad = (
        operations.RemoveField(**text),
        operations.RenameField(model_name="x", old_name="a", new_name="b"),
        operations.DeleteModel("x"),
        AddField(**text, field=models.TextField()),
        AddField(**text, field=models.TextField(default="")),
        operations.SeparateDatabaseAndState(database_operations=[operations.DeleteModel("x")]),
    )
    good = (
        AddField(**text, field=models.TextField(null=True)),
        AddField(**text, field=models.TextField(db_default="")),
        operations.CreateModel("x", []),
        operations.SeparateDatabaseAndState(state_operations=[operations.DeleteModel("x")]),
    )
    assert [breaks_the_old(operation) for operation in bad] == [True] * len(bad)
    assert [breaks_the_old(operation) for operation in good] == [False] * len(good)


def test_migrations_leave_the_release_before_them_running():
    """Take away in two releases: one that no longer reads it, then one whose migration says so (`unread_since = "1.2"`)."""
    loader = MigrationLoader(None)
    broken = [
        f"{app}.{name}: {type(operation).__name__}"
        for (app, name), migration in sorted(loader.disk_migrations.items())
        if app in FIRST and re.match(r"\d{4}", name) and name[:4] >= FIRST[app]
        and not getattr(importlib.import_module(migration.__module__).Migration, "unread_since", "")
        for operation in migration.operations
        if breaks_the_old(operation)
    ]  # fmt: skip
    assert broken == []


def workers(master: int) -> set[int]:
    return {int(pid) for pid in Path(f"/proc/{master}/task/{master}/children").read_text().split()}


def test_reloading_the_web_server_refuses_no_request(tmp_path):
    portal, address = prepared(tmp_path, PORTAL_HTTPS="false"), str(tmp_path / "web.sock")
    command = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--bind", f"unix:{address}", "portal.wsgi"]
    server = portal.start(*command, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: ready(address))
        before = workers(server.pid)
        server.send_signal(signal.SIGHUP)
        asked = 0

        def renewed() -> bool:
            nonlocal asked
            with closing(OverSocket(address)) as connection:
                connection.request("GET", "/health/live")
                assert connection.getresponse().status == 200
            asked += 1
            now = workers(server.pid)
            return bool(now) and not now & before

        wait_until(renewed)
        assert asked > 1
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)
