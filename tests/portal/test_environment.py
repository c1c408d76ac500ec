"""The environment is read strictly: each doubtful value is refused by name, and no secret is repeated."""

from pathlib import Path

import pytest

from portal.environment import POOL, BadEnvironment, Environment, database


def refused(kind: str, value: str) -> list[str]:
    """What is said of this value where that kind is asked for. What is given instead is the default, so that reading goes on."""
    env = Environment({"PORTAL_X": value})
    default = {"hosts": ["a.example"], "boolean": True, "folder": Path("x")}.get(kind, "" if kind != "day" else None)
    ask = getattr(env, kind)
    asked = {"hosts": ("a.example",), "boolean": (True,), "folder": (Path("x"),), "line": ("",), "mail_address": ("",)}
    given = ask("PORTAL_X", *asked.get(kind, ()))
    if env.faults:
        assert given == default
        with pytest.raises(BadEnvironment):
            env.finish()
    return env.faults


@pytest.mark.parametrize(
    ("kind", "values", "allowed"),
    [
        ("boolean", ["True", "1", "yes", "on", "", " true", "FALSE"], "write true or false"),
        ("day", ["", "soon", "2026-02-30", "24.11.2026", "20261124"], "write a day as YYYY-MM-DD"),
        (
            "hosts",
            ["", "a.example,,b.example", "a b", "*", "*.a.example", "https://a.example", "a.example:80", "a.example/"],
            "write names of hosts",
        ),
        ("line", ["", " ", "two\nlines", "x" * 61], "write one line"),
        ("folder", ["", " ", __file__], "write the path of a folder"),
        ("mail_address", ["", "me", "me@", "me@a.example, you@a.example", "Me <me@a.example>"], "write an address"),
        (
            "page",
            ["", "javascript:alert(1)", "data:text/html,x", "//a.example", "/leave", "a.example", "https://",
             "https://me:pass@a.example/", "https://a.example:port/", "https://a.example/\"x", "https://[::1", "ftp://a.example/"],
            "write an address that begins with https://",
        ),
        ("contact", ["", "me@a.example", "mailto:me", "javascript:alert(1)", "tel:1"], "write mailto:"),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_refused_by_name_with_what_is_allowed(kind, values, allowed):
    for value in values:
        (fault,) = refused(kind, value)
        assert fault.startswith("PORTAL_X: ")
        assert allowed in fault


def test_what_is_right_is_read():
    env = Environment({
        "B": "false", "C": "mailto:me@a.example", "D": "2026-11-24", "F": "/srv/portal", "H": "a.example, .b.example,[::1]",
        "L": "Planner", "M": "me@a.example", "P": "https://weather.example:8443/today?x=1#y",
    })  # fmt: skip
    assert env.boolean("B", True) is False
    assert env.contact("C") == "mailto:me@a.example"
    assert env.day("D") == "2026-11-24"
    assert env.folder("F", Path("x")) == Path("/srv/portal")
    assert env.hosts("H", "x") == ["a.example", ".b.example", "[::1]"]
    assert env.line("L", "x") == "Planner"
    assert env.mail_address("M", "x") == "me@a.example"
    assert env.page("P") == "https://weather.example:8443/today?x=1#y"
    env.finish()


def test_what_is_not_set_has_its_default():
    env = Environment({})
    assert (env.boolean("X", True), env.day("X"), env.page("X"), env.contact("X")) == (True, None, "", "")
    assert (env.hosts("X", "a,b"), env.line("X", "x"), env.mail_address("X", "x")) == (["a", "b"], "x", "x")
    env.finish()


def test_all_faults_are_told_at_once_those_of_names_too():
    env = Environment({"PORTAL_DEBUG": "1", "PORTAL_DEBUGG": "true", "PORTAL_QQQQQQ": "", "HOME": "/"})
    env.boolean("PORTAL_DEBUG", False)
    env.day("PORTAL_DAY")
    with pytest.raises(BadEnvironment) as told:
        env.finish()
    assert str(told.value).splitlines() == [
        "PORTAL_DEBUG: '1' is not allowed; write true or false",
        "PORTAL_DEBUGG: no such setting; did you mean PORTAL_DEBUG?",
        "PORTAL_QQQQQQ: no such setting; there are PORTAL_DAY, PORTAL_DEBUG",
    ]


def test_a_secret_may_stand_in_a_file(tmp_path: Path):
    file = tmp_path / "key"
    file.write_text("hush\n")
    assert Environment({"KEY_FILE": str(file)}).secret("KEY") == "hush"


def test_a_secret_may_come_from_the_generated_file(tmp_path: Path):
    file = tmp_path / "key"
    file.write_text("hush")
    assert Environment({}).secret("KEY", fallback=file) == "hush"
    assert Environment({"KEY": "spoken"}).secret("KEY", fallback=file) == "spoken"


def test_a_missing_secret_is_none(tmp_path: Path):
    assert Environment({}).secret("KEY", fallback=tmp_path / "none") is None


def test_a_doubtful_secret_is_refused_and_not_repeated(tmp_path: Path):
    (tmp_path / "picture").write_bytes(b"\x89\xff")
    for variables, words in (
        ({"KEY": "a", "KEY_FILE": "b"}, "KEY and KEY_FILE are both set"),
        ({"KEY": ""}, "KEY is empty"),
        ({"KEY_FILE": "/nowhere/at/all"}, "KEY_FILE: the file cannot be read"),
        ({"KEY_FILE": str(tmp_path / "picture")}, "KEY_FILE: the file is no text"),
    ):
        env = Environment(variables)
        assert env.secret("KEY") is None
        assert len(env.faults) == 1
        assert env.faults[0].startswith(words)


def test_an_sqlite_address_waits_for_its_turn_to_write():
    settings = database("X", "sqlite:////srv/portal.sqlite3", pool=False)
    assert settings["NAME"] == "/srv/portal.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in settings["OPTIONS"]["init_command"]


def test_a_postgresql_address_is_taken_apart():
    settings = database("X", "postgresql://ann:p%40ss@db.example:5433/portal?sslmode=require", pool=True)
    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "portal",
        "USER": "ann",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"sslmode": "require", "connect_timeout": "3", "pool": POOL},
    }


def test_how_long_to_wait_for_a_server_may_be_said():
    made = database("X", "postgresql://ann@db.example/portal?connect_timeout=10", pool=False)
    assert made["OPTIONS"] == {"connect_timeout": "10"}


def test_a_postgresql_socket_is_a_folder():
    settings = database("X", "postgresql://postgres@:5432/postgres?host=/run/db", pool=False)
    assert (settings["HOST"], settings["PORT"], settings["OPTIONS"]) == ("/run/db", "5432", {"connect_timeout": "3"})


@pytest.mark.parametrize(
    "address",
    [
        "mysql://u:secret@h/x",
        "portal.sqlite3",
        "",
        "sqlite://",
        "sqlite://host/x",
        "postgresql://u:secret@h/",
        "postgresql://u:secret@h:port/x",
        "postgresql://u:secret@h/x/y",
        "postgresql://u:secret@[h/x",
    ],
)
def test_another_address_is_refused_without_being_repeated(address):
    with pytest.raises(BadEnvironment, match="PORTAL_DATABASE_URL") as refusal:
        database("PORTAL_DATABASE_URL", address, pool=False)
    assert "secret" not in str(refusal.value)
