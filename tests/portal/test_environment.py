"""The environment is read strictly: each doubtful value is refused by name, and no secret is repeated."""

from pathlib import Path

import pytest

from portal.environment import BadEnvironment, Environment, database


@pytest.mark.parametrize("value", ["True", "1", "yes", "on", "", " true", "FALSE"])
def test_a_boolean_is_true_or_false(value):
    with pytest.raises(BadEnvironment, match=r"PORTAL_DEBUG: .* write true or false"):
        Environment({"PORTAL_DEBUG": value}).boolean("PORTAL_DEBUG", default=False)


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("false", False)])
def test_a_boolean_is_read(value, expected):
    assert Environment({"X": value}).boolean("X", default=not expected) is expected


def test_a_boolean_has_a_default():
    assert Environment({}).boolean("X", default=True) is True


def test_an_unknown_setting_is_refused_with_those_that_exist():
    with pytest.raises(BadEnvironment, match=r"PORTAL_DEBUGG: no such setting; allowed are PORTAL_DEBUG"):
        Environment({"PORTAL_DEBUGG": "true", "HOME": "/"}).refuse_unknown({"PORTAL_DEBUG"})


@pytest.mark.parametrize("value", ["", "a,,b", "a b"])
def test_names_are_divided_by_commas(value):
    with pytest.raises(BadEnvironment, match="PORTAL_ALLOWED_HOSTS"):
        Environment({"PORTAL_ALLOWED_HOSTS": value}).names("PORTAL_ALLOWED_HOSTS", default="x")


def test_names_are_read():
    assert Environment({"X": "a.example, b.example"}).names("X", default="x") == ["a.example", "b.example"]


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


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"KEY": "a", "KEY_FILE": "b"}, "KEY and KEY_FILE are both set"),
        ({"KEY": ""}, "KEY is empty"),
        ({"KEY_FILE": "/nowhere/at/all"}, "KEY_FILE: the file cannot be read"),
    ],
)
def test_a_doubtful_secret_is_refused(variables, words):
    with pytest.raises(BadEnvironment, match=words):
        Environment(variables).secret("KEY")


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
        "OPTIONS": {"sslmode": "require", "connect_timeout": "3", "pool": True},
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
    ],
)
def test_another_address_is_refused_without_being_repeated(address):
    with pytest.raises(BadEnvironment, match="PORTAL_DATABASE_URL") as refusal:
        database("PORTAL_DATABASE_URL", address, pool=False)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(("value", "day"), [("2026-11-24", "2026-11-24"), (None, None)])
def test_a_day_is_a_day_or_not_set(value, day):
    assert Environment({} if value is None else {"PORTAL_FIXED_DAY": value}).day("PORTAL_FIXED_DAY") == day


@pytest.mark.parametrize("value", ["", "soon", "2026-02-30", "24.11.2026"])
def test_what_is_no_day_is_refused(value):
    with pytest.raises(BadEnvironment, match=r"PORTAL_FIXED_DAY: .* write a day as YYYY-MM-DD"):
        Environment({"PORTAL_FIXED_DAY": value}).day("PORTAL_FIXED_DAY")
