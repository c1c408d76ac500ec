"""What an installation may set: every variable, read in this one place, with its type and its default.

`.env.example` says in words what each means.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from .environment import BadEnvironment, Environment, database
from .services import SHORTEST_KEY, broker, former_keys, mail, public_url

REFUSED = 2
"""The exit status of a program that was not set up as it should be: starting it again does not help."""


@dataclass(frozen=True)
class Installation:
    """The settings of one installation, checked."""

    allowed_hosts: list[str]
    behind_proxy: bool
    broker_url: str | None
    database: dict[str, Any]
    debug: bool
    email_from: str
    fetch: bool
    fixed_day: str | None
    https: bool
    limits_factor: int
    mail: dict[str, Any]
    neutral_name: str
    public_url: str
    quick_exit_url: str
    secret_key: str
    secret_key_fallbacks: list[str]
    security_contact: str
    security_expires: str | None
    staff_second_factor: bool
    two_person_publishing: bool
    var: Path

    @classmethod
    def read(cls, variables: Mapping[str, str], *, var: Path) -> Self:
        """In: the environment, and the folder for what the portal writes where the environment names none. Raises `BadEnvironment` with a
        line for each fault."""
        env = Environment(variables)
        var = env.folder("PORTAL_VAR", var)
        secret_key = _secret_key(env, var)
        former = env.secret("PORTAL_SECRET_KEY_FALLBACKS", fallback=var / "secret_key_fallbacks")
        hosts = env.hosts("PORTAL_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
        https = env.boolean("PORTAL_HTTPS", default=True)
        pool = env.boolean("PORTAL_DATABASE_POOL", default=False)
        database_url = env.secret("PORTAL_DATABASE_URL") or f"sqlite:///{quote(str(var / 'portal.sqlite3'))}"
        broker_url = env.secret("PORTAL_BROKER_URL")
        mail_url = env.secret("PORTAL_EMAIL_URL")
        public = env.text("PORTAL_PUBLIC_URL", f"http{'s' if https else ''}://{hosts[0].lstrip('.')}")
        here = cls(
            allowed_hosts=hosts,
            behind_proxy=env.boolean("PORTAL_BEHIND_PROXY", default=False),
            broker_url=env.checked(lambda: broker("PORTAL_BROKER_URL", broker_url), None),
            database=env.checked(lambda: database("PORTAL_DATABASE_URL", database_url, pool=pool), {}),
            debug=env.boolean("PORTAL_DEBUG", default=False),
            email_from=env.mail_address("PORTAL_EMAIL_FROM", "no-reply@localhost"),
            fetch=env.boolean("PORTAL_FETCH", default=False),
            limits_factor=env.number("PORTAL_LIMITS_FACTOR", default=1, most=1000),
            fixed_day=env.day("PORTAL_FIXED_DAY"),
            https=https,
            mail=env.checked(lambda: mail("PORTAL_EMAIL_URL", mail_url, folder=var / "mail"), {}),
            neutral_name=env.line("PORTAL_NEUTRAL_NAME", "Planner"),
            public_url=env.checked(lambda: public_url("PORTAL_PUBLIC_URL", public), ""),
            quick_exit_url=env.page("PORTAL_QUICK_EXIT_URL"),
            secret_key=secret_key,
            secret_key_fallbacks=env.checked(
                lambda: former_keys("PORTAL_SECRET_KEY_FALLBACKS", former, present=secret_key), []
            ),
            security_contact=env.contact("PORTAL_SECURITY_CONTACT"),
            security_expires=env.day("PORTAL_SECURITY_EXPIRES"),
            staff_second_factor=env.boolean("PORTAL_STAFF_SECOND_FACTOR", default=True),
            two_person_publishing=env.boolean("PORTAL_TWO_PERSON_PUBLISHING", default=True),
            var=var,
        )
        if bool(here.security_contact) != bool(here.security_expires):
            env.faults.append("PORTAL_SECURITY_CONTACT and PORTAL_SECURITY_EXPIRES: set both or neither")
        env.finish()
        return here

    @classmethod
    def read_or_stop(cls, variables: Mapping[str, str], *, var: Path) -> Self:
        """The same; where anything is doubtful, the faults go to standard error, one a line, and the program ends with status 2."""
        try:
            return cls.read(variables, var=var)
        except BadEnvironment as faults:
            print(faults, file=sys.stderr)
            sys.exit(REFUSED)


def _secret_key(env: Environment, var: Path) -> str:
    before = len(env.faults)
    key = env.secret("PORTAL_SECRET_KEY", fallback=var / "secret_key")
    if key is not None and len(key) < SHORTEST_KEY:
        env.faults.append(f"PORTAL_SECRET_KEY is too short; {SHORTEST_KEY} characters or more are allowed")
    elif key is None and len(env.faults) == before:
        env.faults.append(
            "PORTAL_SECRET_KEY is not set; set it or PORTAL_SECRET_KEY_FILE, or let `make serve` make a key"
        )
    return key or ""
