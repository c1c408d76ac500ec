"""Reads the environment strictly: a value is right, or the start fails and says which variable and what is allowed.

Every variable of the portal begins with `PORTAL_`, so nothing in a developer's shell is taken for ours by accident and a misspelt name
is found out. A secret may also be in a file, named by the variable with `_FILE` at its end.
"""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

PREFIX = "PORTAL_"
TRUE, FALSE = "true", "false"


class BadEnvironment(Exception):
    """A variable is missing or malformed. The message names the variable and what is allowed, never a secret's value."""


class Environment:
    """The variables of one process. Out: checked Python values. Raises `BadEnvironment` on anything doubtful."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Raise when a `PORTAL_` variable is set that no setting reads."""
        names = set(known)
        unknown = sorted(name for name in self.variables if name.startswith(PREFIX) and name not in names)
        if unknown:
            raise BadEnvironment(f"{', '.join(unknown)}: no such setting; allowed are {', '.join(sorted(names))}")

    def text(self, name: str, default: str) -> str:
        """The value unchanged; `default` if the variable is not set."""
        return self.variables.get(name, default)

    def boolean(self, name: str, default: bool) -> bool:
        """`true` or `false` in small letters, nothing else."""
        value = self.variables.get(name)
        if value is None:
            return default
        if value not in (TRUE, FALSE):
            raise BadEnvironment(f"{name}: {value!r} is not allowed; write {TRUE} or {FALSE}")
        return value == TRUE

    def day(self, name: str) -> str | None:
        """A day as `YYYY-MM-DD`; None where the variable is not set."""
        value = self.variables.get(name)
        if value is None:
            return None
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            raise BadEnvironment(f"{name}: {value!r} is not allowed; write a day as YYYY-MM-DD") from None

    def names(self, name: str, default: str) -> list[str]:
        """A list of names divided by commas, at least one, none of them empty or holding a space."""
        value = self.text(name, default)
        parts = [part.strip() for part in value.split(",")]
        if any(not part or " " in part for part in parts):
            raise BadEnvironment(f"{name}: {value!r} is not allowed; write names divided by commas")
        return parts

    def secret(self, name: str, fallback: Path | None = None) -> str | None:
        """The variable, or the content of the file that `name`_FILE or else `fallback` names; None if there is none.

        Raises `BadEnvironment` if both variables are set, the named file cannot be read, or the value is empty.
        """
        file_name = f"{name}_FILE"
        direct, named = self.variables.get(name), self.variables.get(file_name)
        if direct is not None and named is not None:
            raise BadEnvironment(f"{name} and {file_name} are both set; keep one")
        if direct is not None:
            value = direct
        elif named is not None:
            value = _read(file_name, Path(named))
        elif fallback is not None and fallback.exists():
            value = _read(f"{name} (file {fallback.name})", fallback)
        else:
            return None
        if not value:
            raise BadEnvironment(f"{name} is empty; give it a value or leave it out")
        return value


def _read(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as fault:
        raise BadEnvironment(f"{name}: the file cannot be read ({fault.strerror})") from fault


def database(name: str, url: str, *, pool: bool) -> dict[str, Any]:
    """Turn a database address into Django's settings for it.

    In: `sqlite:///relative/path`, `sqlite:////absolute/path` or `postgresql://user:password@host:port/name?option=value`;
    a folder with a socket is written `?host=/folder`. Raises `BadEnvironment`, without the address, for anything else.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        if parts.netloc or not parts.path.strip("/"):
            raise BadEnvironment(f"{name}: an SQLite address is sqlite:///path/to/file")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]),
            "OPTIONS": {
                # Readers and the one writer do not block each other; a crash of the process loses nothing.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
                # A transaction that will write takes the lock at once and waits its turn, instead of failing half-way.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
            },
        }
    if parts.scheme == "postgresql":
        return _postgresql(name, url, pool=pool)
    raise BadEnvironment(f"{name}: {parts.scheme or 'no scheme'!r} is not allowed; write sqlite:/// or postgresql://")


def _postgresql(name: str, url: str, *, pool: bool) -> dict[str, Any]:
    parts = urlsplit(url)
    database_name = unquote(parts.path[1:])
    try:
        port = parts.port
    except ValueError as fault:
        raise BadEnvironment(f"{name}: the port is not a number") from fault
    if not database_name or "/" in database_name:
        raise BadEnvironment(f"{name}: a PostgreSQL address is postgresql://user:password@host:port/name")
    options: dict[str, Any] = dict(parse_qsl(parts.query, keep_blank_values=True))
    host = options.pop("host", parts.hostname or "")
    # A server that does not answer must not hold a visitor for minutes.
    options.setdefault("connect_timeout", "3")
    if pool:
        options["pool"] = True
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": "" if port is None else str(port),
        # After a restart of the server, connections of the pool are dead: each would cost a visitor's request.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
