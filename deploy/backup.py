"""A copy of the database while the portal runs, and the way back: `save FILE`, `restore FILE`.

The database is the one that the settings name, SQLite or PostgreSQL; with `--stack` the private one of `make stack`. With `--password PATH`
the file is encrypted by what that file holds; without, it is as secret as the database itself. Neither the portal's secret key nor any
other setting is in it: keep the key elsewhere, since without it most of a backup can't be read. Open visits and counts of attempts are
left out.
"""

import argparse
import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from deploy import sealed_files, servers, stack  # noqa: E402
from deploy.sealed_files import NotOpened  # noqa: E402
from portal.installation import Installation  # noqa: E402

SQLITE, POSTGRESQL = b"SQLite format 3\0", b"PGDMP"
PASSING = ("django_session", "portal_cache")
"""Tables whose rows are left out: they live for hours, and a copy of them would outlive that."""
SAVED = "advisor_savedadvice"


class Refused(Exception):
    """It can't be done; nothing was changed. The message says why."""


def main(arguments: list[str]) -> None:
    """In: `save FILE` or `restore FILE`, and `--password PATH`, `--stack`."""
    parser = argparse.ArgumentParser(prog="backup.py", description="Copies the database, and restores it.")
    parser.add_argument("what", choices=("save", "restore"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--password", type=Path, help="a file with the password by which the backup is encrypted")
    parser.add_argument("--stack", action="store_true", help="the private database of `make stack`")
    asked = parser.parse_args(arguments)
    try:
        with _database(private=asked.stack, writes=asked.what == "restore") as database:
            (save if asked.what == "save" else restore)(database, asked.file, asked.password)
    except (Refused, NotOpened, servers.MissingServer, OSError) as fault:
        sys.exit(f"backup.py: {fault}")
    except subprocess.CalledProcessError as failed:
        sys.exit(f"backup.py: {Path(failed.cmd[0]).name} failed (exit status {failed.returncode}): see above")


@contextlib.contextmanager
def _database(*, private: bool, writes: bool) -> Iterator[dict[str, Any]]:
    """Django's settings for the database that is meant. The private one is started where it does not run."""
    if not private:
        yield Installation.read_or_stop(os.environ, var=ROOT / "var").database
        return
    data = stack.data_folder()
    running = servers.socket_of(data)
    if running is not None:
        if writes:
            raise Refused("`make stack` runs: stop it first")
        yield _private(running)
        return
    if not writes and not data.exists():
        raise Refused("`make stack` has no database yet")
    with servers.postgres_server(data) as address:
        yield _private(address)


def _private(address: str) -> dict[str, Any]:
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_DATABASE_")}
    return Installation.read_or_stop(variables | {"PORTAL_DATABASE_URL": address}, var=ROOT / "var").database


def save(database: Mapping[str, Any], file: Path, password: Path | None) -> None:
    """Write the copy: whole or not at all, readable by nobody else. Raises `Refused` where there is a file already."""
    if file.exists():
        raise Refused(f"{file} is there already")
    part = file.with_name(f"{file.name}.part")
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
        plain = Path(folder) / "plain"
        os.close(os.open(plain, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        (_copy_sqlite if _is_sqlite(database) else _dump)(database, plain)
        if password is not None:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with plain.open("rb") as source, os.fdopen(descriptor, "wb") as target:
                sealed_files.seal(source, target, password)
        else:
            plain.replace(part)
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.replace(file)
    secrecy = "encrypted" if password else "not encrypted: as secret as the database itself"
    print(f"{file}: {file.stat().st_size} bytes, {secrecy}. The portal's secret key is not in it.")


def restore(database: Mapping[str, Any], file: Path, password: Path | None) -> None:
    """Put the copy into an empty database, all of it or nothing. Raises `Refused` if it is not empty, or of the other kind."""
    if _tables(database):
        raise Refused("the database is not empty; name an empty one")
    with tempfile.TemporaryDirectory(prefix="hrc-restore-") as folder:
        plain = Path(folder) / "plain"
        with file.open("rb") as source, os.fdopen(os.open(plain, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as target:
            if source.read(len(sealed_files.MAGIC)) == sealed_files.MAGIC:
                if password is None:
                    raise Refused("the backup is encrypted: name the file with its password (--password)")
                source.seek(0)
                target.writelines(sealed_files.unseal(source, password))
            else:
                source.seek(0)
                shutil.copyfileobj(source, target)
        _take_in(database, plain)
    print(f"Restored: {len(_tables(database))} tables. {_whether_the_key_fits(database)}")
    print("Next: deploy/local.py prepare (migrates, collects), start, and look at /health/ready.")


def _take_in(database: Mapping[str, Any], plain: Path) -> None:
    with plain.open("rb") as opened:
        head = opened.read(len(SQLITE))
    if not head.startswith(SQLITE if _is_sqlite(database) else POSTGRESQL):
        raise Refused("this is no backup of this kind of database")
    if _is_sqlite(database):
        target = Path(database["NAME"])
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(plain)) as checked:
            if checked.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise Refused("the backup is damaged")
            with contextlib.closing(sqlite3.connect(target)) as empty:
                checked.backup(empty)
        target.chmod(0o600)
    else:
        flags = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--dbname"]
        _run(database, "pg_restore", [*flags, _connection(database), str(plain)])


def _is_sqlite(database: Mapping[str, Any]) -> bool:
    return str(database["ENGINE"]).endswith("sqlite3")


def _copy_sqlite(database: Mapping[str, Any], plain: Path) -> None:
    """By SQLite's own way, page by page: what others write meanwhile is in it or not, never half."""
    name = Path(database["NAME"])
    if not name.exists():
        raise Refused(f"there is no database {name}")
    with (
        contextlib.closing(sqlite3.connect(f"{name.resolve().as_uri()}?mode=ro", uri=True)) as source,
        contextlib.closing(sqlite3.connect(plain)) as target,
    ):
        source.backup(target)
        there = {row[0] for row in target.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in there.intersection(PASSING):
            target.execute(f'DELETE FROM "{table}"')
        target.commit()
        # Not the file's free pages either, and one file alone.
        target.execute("PRAGMA journal_mode=DELETE")
        target.execute("VACUUM")


def _dump(database: Mapping[str, Any], plain: Path) -> None:
    flags = ["--format=custom", "--no-owner", "--no-privileges", f"--file={plain}"]
    _run(
        database,
        "pg_dump",
        [*flags, *(f"--exclude-table-data={name}" for name in PASSING), "--dbname", _connection(database)],
    )


def _connection(database: Mapping[str, Any]) -> str:
    """What PostgreSQL's programs and psycopg take, without the password: arguments of a process can be read by others."""
    from psycopg.conninfo import make_conninfo

    parts = {"dbname": database["NAME"], "user": database["USER"], "host": database["HOST"], "port": database["PORT"]}
    options = {name: value for name, value in database["OPTIONS"].items() if name != "pool"}
    return make_conninfo(**{name: value for name, value in {**parts, **options}.items() if value})


def _run(database: Mapping[str, Any], program: str, arguments: list[str]) -> None:
    found = shutil.which(program) or (servers.find_postgres() or Path()) / program
    secret = {"PGPASSWORD": database["PASSWORD"]} if database["PASSWORD"] else {}
    try:
        subprocess.run([found, *arguments], env={**os.environ, **secret}, check=True)
    except FileNotFoundError:
        raise Refused(
            f"{program} is missing: install PostgreSQL's client, of the server's version or a later one"
        ) from None


def _query(database: Mapping[str, Any], sql: str) -> list[tuple[Any, ...]]:
    if _is_sqlite(database):
        name = Path(database["NAME"])
        if not name.exists():
            return []
        with contextlib.closing(sqlite3.connect(name)) as connection:
            return connection.execute(sql).fetchall()
    import psycopg

    password = database["PASSWORD"] or None
    with psycopg.connect(_connection(database), password=password) as server:
        return server.execute(sql.encode()).fetchall()


def _tables(database: Mapping[str, Any]) -> set[str]:
    """The names of all tables."""
    sql = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        if _is_sqlite(database)
        else "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
    )
    return {row[0] for row in _query(database, sql)}


def _whether_the_key_fits(database: Mapping[str, Any]) -> str:
    """Encrypted text names the key that it needs: whether it is one of ours is known before anybody misses something."""
    rows = _query(database, f"SELECT name FROM {SAVED}") if SAVED in _tables(database) else []
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    from accounts import keys, sealing

    ours = tuple(f"{sealing.SEALED}{keys.number(secret)}:" for secret in keys.secrets())
    foreign = sum(not str(name).startswith((*ours, sealing.OLD)) for (name,) in rows)
    if foreign:
        return f"The secret key does not fit {foreign} of {len(rows)} saved advices: set the one that was used when they were kept."
    return f"The secret key fits all of {len(rows)} saved advices."


if __name__ == "__main__":
    main(sys.argv[1:])
