"""A backup is made while the portal is in use and restored into an empty place; there what people kept can be read, with the key alone."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import psycopg
import pytest

from deploy import backup, stack
from deploy.servers import postgres_server, socket_of
from tests.support.portal import Portal, prepared

NAME, NOTES = "Salt works petition", "Meet the delegate behind the bakery"
KEEP = f"""
from accounts.models import User
from advisor.saved import actions
from advisor.questions.drawer import Draft
from importlib import import_module
from django.conf import settings
by = User.objects.create_user("anna", email="anna@one.example")
saved = actions.save(draft=Draft(answers={{"countries": ["KEN"]}}), name={NAME!r}, by=by)
actions.change_notes(saved=saved, notes={NOTES!r}, revision=saved.revision, by=by)
session = import_module(settings.SESSION_ENGINE).SessionStore()
session["x"] = "y"
session.save()
"""
READ = """
from advisor.saved.models import SavedAdvice
from django.contrib.sessions.models import Session
saved = SavedAdvice.objects.get()
print(saved.name, saved.notes, saved.draft["answers"]["countries"], Session.objects.count())
"""


def run(portal: Portal, *arguments: object) -> tuple[int, str]:
    """Exit status and all that is said."""
    done = subprocess.run(
        [sys.executable, "deploy/backup.py", *map(str, arguments)],
        cwd=stack.ROOT, env=portal.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout


def test_a_sealed_matter_is_read_where_it_was_restored(tmp_path):
    folders = [tmp_path / name for name in ("old", "new", "other")]
    for folder in folders:
        folder.mkdir()
    old, password, file = prepared(folders[0]), tmp_path / "password", tmp_path / "backup.sealed"
    password.write_text("five words and some more")
    old.run(KEEP)
    # Somebody writes all the while: the copy is of one moment.
    with closing(sqlite3.connect(folders[0] / "portal.sqlite3")) as busy:
        busy.execute("BEGIN IMMEDIATE")
        busy.execute("UPDATE accounts_user SET username = 'half'")
        assert run(old, "save", file, "--password", password) == (
            0, f"{file}: {file.stat().st_size} bytes, encrypted. The portal's secret key is not in it.\n",
        )  # fmt: skip
    content = file.read_bytes()
    assert b"SQLite" not in content
    assert b"anna@one.example" not in content
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "backup.sealed."))] == []

    new = Portal(folders[1])
    assert run(new, "restore", file)[1] == (
        "backup.py: the backup is encrypted: name the file with its password (--password)\n"
    )
    assert not (folders[1] / "portal.sqlite3").exists()
    status, said = run(new, "restore", file, "--password", password)
    assert status == 0
    assert "The secret key fits all of 1 saved advices." in said
    assert new.run(READ) == f"{NAME} {NOTES} ['KEN'] 0", "open visits are left out"
    assert run(new, "restore", file, "--password", password) == (
        1, "backup.py: the database is not empty; name an empty one\n",
    )  # fmt: skip

    other = Portal(folders[2], PORTAL_SECRET_KEY="another-installation-" * 3)
    assert "The secret key does not fit 1 of 1 saved advices" in run(other, "restore", file, "--password", password)[1]


def test_what_is_no_backup_changes_nothing(tmp_path, monkeypatch):
    settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "new" / "portal.sqlite3")}
    for content in (b"", b"PGDMP something", b"SQLite format 3\0 and then nothing of it"):
        (tmp_path / "file").write_bytes(content)
        with pytest.raises((backup.Refused, sqlite3.DatabaseError)):
            backup.restore(settings, tmp_path / "file", None)
        assert backup._tables(settings) == set()
    with pytest.raises(backup.Refused, match="there already"):
        backup.save(settings, tmp_path / "file", None)
    with pytest.raises(backup.Refused, match="no database"):
        backup.save(settings, tmp_path / "copy", None)
    assert not (tmp_path / "copy").exists()


def test_the_private_database_of_make_stack_is_saved_while_it_runs_and_restored_while_it_does_not(
    tmp_path, monkeypatch
):
    data = stack.data_folder
    folder = tmp_path / "portal"
    folder.mkdir()
    monkeypatch.setenv("PORTAL_VAR", str(folder))
    portal, file = Portal(folder), tmp_path / "plain.dump"
    assert run(portal, "save", file, "--stack") == (1, "backup.py: `make stack` has no database yet\n")
    try:
        with postgres_server(data()) as address:
            with psycopg.connect(address) as connection:
                connection.execute("CREATE TABLE advisor_savedadvice AS SELECT 's2:AAAAAAAA:x' AS name")
                connection.execute("CREATE TABLE django_session AS SELECT 'secret' AS session_data")
            assert socket_of(data()) is not None
            status, said = run(portal, "save", file, "--stack")
            assert (status, "not encrypted: as secret as the database itself" in said) == (0, True)
            assert run(portal, "restore", file, "--stack") == (1, "backup.py: `make stack` runs: stop it first\n")
        assert socket_of(data()) is None
        assert run(portal, "restore", file, "--stack")[1] == "backup.py: the database is not empty; name an empty one\n"
        with postgres_server() as empty:
            elsewhere = Portal(folder, PORTAL_DATABASE_URL=empty)
            status, said = run(elsewhere, "restore", file)
            assert (status, "does not fit 1 of 1" in said) == (0, True)
            with psycopg.connect(empty) as connection:
                assert connection.execute("SELECT name FROM advisor_savedadvice").fetchall() == [("s2:AAAAAAAA:x",)]
                assert connection.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
    finally:
        if os.geteuid() == 0:
            subprocess.run(["rm", "-rf", str(data().parent)], check=True)
