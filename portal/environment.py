"""Reads the environment strictly: a value is right, or the start fails and says which variable and what is allowed.

Every variable of the portal begins with `PORTAL_`, so nothing in a developer's shell is taken for ours by accident and a misspelt name
is found out. A secret may also be in a file, named by the variable with `_FILE` at its end. All faults are told at once: whoever sets up
a server should not have to start it ten times.
"""

import datetime
import difflib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

PREFIX = "PORTAL_"
TRUE, FALSE = "true", "false"
HOST = re.compile(
    r"\.?[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*|\[[0-9a-f:.]+\]", re.IGNORECASE
)
ADDRESS = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+")
LONGEST_LINE = 60

Value = TypeVar("Value")


class BadEnvironment(Exception):
    """Variables are missing or malformed. The message has a line for each fault, with the variable and what is allowed, never a secret's
    value."""


class Environment:
    """The variables of one process. Out: checked Python values.

    What is doubtful gives the value that was asked for instead, and a line in `faults`; `finish` raises them all.
    """

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables
        self.faults: list[str] = []
        self.known: set[str] = set()

    def finish(self) -> None:
        """Raise `BadEnvironment` if anything is doubtful, or a `PORTAL_` variable is set that nobody asked for."""
        names = sorted(name.removeprefix(PREFIX) for name in self.known)
        for name in sorted(self.variables):
            if name.startswith(PREFIX) and name not in self.known:
                near = difflib.get_close_matches(name.removeprefix(PREFIX), names, n=1)
                hint = f"did you mean {PREFIX}{near[0]}?" if near else f"there are {', '.join(sorted(self.known))}"
                self.faults.append(f"{name}: no such setting; {hint}")
        if self.faults:
            raise BadEnvironment("\n".join(self.faults))

    def checked(self, read: Callable[[], Value], instead: Value) -> Value:
        """What `read` gives; where it raises `BadEnvironment`, that is noted, and the value is `instead`."""
        try:
            return read()
        except BadEnvironment as fault:
            self.faults.append(str(fault))
            return instead

    def _value(self, name: str) -> str | None:
        self.known.add(name)
        return self.variables.get(name)

    def _refuse(self, name: str, value: str, allowed: str) -> None:
        self.faults.append(f"{name}: {value!r} is not allowed; {allowed}")

    def text(self, name: str, default: str) -> str:
        """The value unchanged, for whoever checks it; `default` if the variable is not set."""
        value = self._value(name)
        return default if value is None else value

    def line(self, name: str, default: str) -> str:
        """A name that people read: one line of at most 60 characters, not empty."""
        value = self._value(name)
        if value is None:
            return default
        if not value.strip() or not value.isprintable() or len(value) > LONGEST_LINE:
            self._refuse(name, value, f"write one line of 1 to {LONGEST_LINE} characters")
            return default
        return value

    def folder(self, name: str, default: Path) -> Path:
        """A folder, which need not exist yet."""
        value = self._value(name)
        if value is None:
            return default
        if not value.strip() or Path(value).is_file():
            self._refuse(name, value, "write the path of a folder")
            return default
        return Path(value)

    def boolean(self, name: str, default: bool) -> bool:
        """`true` or `false` in small letters, nothing else."""
        value = self._value(name)
        if value is None:
            return default
        if value not in (TRUE, FALSE):
            self._refuse(name, value, f"write {TRUE} or {FALSE}")
            return default
        return value == TRUE

    def number(self, name: str, default: int, *, most: int) -> int:
        """A whole number from 1 to ``most``."""
        value = self._value(name)
        if value is None:
            return default
        if not (value.isascii() and value.isdecimal() and 1 <= int(value) <= most):
            self._refuse(name, value, f"write a whole number from 1 to {most}")
            return default
        return int(value)

    def day(self, name: str) -> str | None:
        """A day as `YYYY-MM-DD`; None where the variable is not set."""
        value = self._value(name)
        if value is None:
            return None
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            pass
        self._refuse(name, value, "write a day as YYYY-MM-DD")
        return None

    def hosts(self, name: str, default: str) -> list[str]:
        """Names of hosts divided by commas, at least one. A dot in front means all names below; a star is not allowed: it would let
        anybody choose where the links in mails lead."""
        value = self._value(name)
        parts = [part.strip() for part in (default if value is None else value).split(",")]
        wrong = [part for part in parts if not HOST.fullmatch(part)]
        if wrong:
            self._refuse(
                name,
                wrong[0],
                "write names of hosts divided by commas, without scheme, port or star (.a.example: all below a.example)",
            )
            return default.split(",")
        return parts

    def mail_address(self, name: str, default: str) -> str:
        """The address of a mailbox, alone."""
        value = self._value(name)
        if value is None:
            return default
        if not ADDRESS.fullmatch(value):
            self._refuse(name, value, "write an address as name@host")
            return default
        return value

    def page(self, name: str) -> str:
        """The address of a page of another site; empty where the variable is not set."""
        value = self._value(name)
        if value is None:
            return ""
        if not is_page(value):
            self._refuse(
                name, value, "write an address that begins with https:// (or http://), without a name or password in it"
            )
            return ""
        return value

    def contact(self, name: str) -> str:
        """Where faults are told: a page, or `mailto:` and an address; empty where the variable is not set."""
        value = self._value(name)
        if value is None:
            return ""
        if not is_page(value) and not (
            value.startswith("mailto:") and ADDRESS.fullmatch(value.removeprefix("mailto:"))
        ):
            self._refuse(name, value, "write mailto:name@host, or an address that begins with https://")
            return ""
        return value

    def secret(self, name: str, fallback: Path | None = None) -> str | None:
        """The variable, or the content of the file that `name`_FILE or else `fallback` names; None if there is none.

        It is a fault if both variables are set, the named file cannot be read, or the value is empty.
        """
        direct, named = self._value(name), self._value(f"{name}_FILE")
        return self.checked(lambda: _secret(name, direct, named, fallback), None)


def is_page(value: str) -> bool:
    """Whether this is the whole address of a page that a link may lead to: never a script, never one with a password."""
    try:
        parts = urlsplit(value)
        return (
            parts.scheme in ("https", "http")
            and HOST.fullmatch(parts.hostname or "") is not None
            and "@" not in parts.netloc
            and (parts.port or 1) > 0
            and not re.search(r"[\s<>\"'\\]", value)
        )
    except ValueError:
        return False


def _secret(name: str, direct: str | None, named: str | None, fallback: Path | None) -> str | None:
    if direct is not None and named is not None:
        raise BadEnvironment(f"{name} and {name}_FILE are both set; keep one")
    if direct is not None:
        value = direct
    elif named is not None:
        value = _read(f"{name}_FILE", Path(named))
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
    except UnicodeDecodeError:
        raise BadEnvironment(f"{name}: the file is no text") from None


def database(name: str, url: str, *, pool: bool) -> dict[str, Any]:
    """Turn a database address into Django's settings for it.

    In: `sqlite:///relative/path`, `sqlite:////absolute/path` or `postgresql://user:password@host:port/name?option=value`;
    a folder with a socket is written `?host=/folder`. Raises `BadEnvironment`, without the address, for anything else.
    """
    parts = taken_apart(name, url)
    if parts.scheme == "sqlite":
        if parts.netloc or not parts.path.strip("/"):
            raise BadEnvironment(f"{name}: an SQLite address is sqlite:///path/to/file")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]),
            # Whoever opens a file that nobody has open must write beside it, which a full disk refuses even to readers.
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                # Readers and the one writer do not block each other; a crash of the process loses nothing.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
                # A transaction that will write takes the lock at once and waits its turn, instead of failing half-way.
                "transaction_mode": "IMMEDIATE",
                # Longer than anything of ours writes at a stretch; whoever waits longer is told so, with what they typed.
                "timeout": 8,
            },
        }
    if parts.scheme == "postgresql":
        return _postgresql(name, parts, pool=pool)
    raise BadEnvironment(f"{name}: {parts.scheme or 'no scheme'!r} is not allowed; write sqlite:/// or postgresql://")


def taken_apart(name: str, url: str) -> SplitResult:
    """The parts of an address. Raises `BadEnvironment`, without the address, if it has none or its port is no number."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise BadEnvironment(f"{name}: this is no address") from None
    try:
        _ = parts.port
    except ValueError:
        raise BadEnvironment(f"{name}: the port is not a number") from None
    return parts


POOL = {"min_size": 2, "max_size": 16, "timeout": 3}
"""Connections of one process. Its many threads mostly wait for something else; whoever gets none in these seconds is told so."""


def _postgresql(name: str, parts: SplitResult, *, pool: bool) -> dict[str, Any]:
    database_name = unquote(parts.path[1:])
    if not database_name or "/" in database_name:
        raise BadEnvironment(f"{name}: a PostgreSQL address is postgresql://user:password@host:port/name")
    options: dict[str, Any] = dict(parse_qsl(parts.query, keep_blank_values=True))
    host = options.pop("host", parts.hostname or "")
    # A server that does not answer must not hold a visitor for minutes.
    options.setdefault("connect_timeout", "3")
    if pool:
        options["pool"] = dict(POOL)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": "" if parts.port is None else str(parts.port),
        # After a restart of the server, connections of the pool are dead: each would cost a visitor's request.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
