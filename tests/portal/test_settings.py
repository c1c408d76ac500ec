"""The settings as a whole, loaded in a process of their own with an environment of their own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "a-key-for-this-test-alone-" * 3
SHOW = """
import json
from portal import settings as s
names = ("DEBUG", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS",
         "CELERY_TASK_ALWAYS_EAGER", "CELERY_BROKER_URL", "SECRET_KEY", "SECRET_KEY_FALLBACKS", "ALLOWED_HOSTS")
print(json.dumps({name: getattr(s, name) for name in names}))
"""


@pytest.fixture
def load(tmp_path):
    """`load(PORTAL_X="…")` gives the settings, or the last line of the error where the start is refused."""

    def run(**variables):
        environment = {"PORTAL_VAR": str(tmp_path), "PYTHONPATH": str(ROOT), **variables}
        done = subprocess.run(
            [sys.executable, "-c", SHOW], env=environment, capture_output=True, text=True, cwd=tmp_path
        )
        return json.loads(done.stdout) if done.returncode == 0 else done.stderr.strip().splitlines()[-1]

    return run


def test_a_missing_secret_stops_the_start(load):
    assert "PORTAL_SECRET_KEY is not set" in load()


def test_a_short_secret_stops_the_start_and_is_not_repeated(load):
    refusal = load(PORTAL_SECRET_KEY="tiny-secret")
    assert "PORTAL_SECRET_KEY is too short" in refusal
    assert "tiny-secret" not in refusal


def test_the_generated_secret_is_found(load, tmp_path):
    (tmp_path / "secret_key").write_text(KEY)
    assert load()["SECRET_KEY"] == KEY


def test_the_keys_before_are_found_too(load, tmp_path):
    before = "a-key-from-before-" * 3
    assert load(PORTAL_SECRET_KEY=KEY)["SECRET_KEY_FALLBACKS"] == []
    assert load(PORTAL_SECRET_KEY=KEY, PORTAL_SECRET_KEY_FALLBACKS=before)["SECRET_KEY_FALLBACKS"] == [before]
    (tmp_path / "secret_key_fallbacks").write_text(f"{before}\n")
    assert load(PORTAL_SECRET_KEY=KEY)["SECRET_KEY_FALLBACKS"] == [before]


def test_the_defaults_are_those_of_production(load):
    settings = load(PORTAL_SECRET_KEY=KEY)
    assert settings["DEBUG"] is False
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_HSTS_SECONDS"] > 0


def test_without_a_broker_work_is_done_at_once(load):
    assert load(PORTAL_SECRET_KEY=KEY)["CELERY_TASK_ALWAYS_EAGER"] is True


def test_with_a_broker_work_is_handed_over(load):
    settings = load(PORTAL_SECRET_KEY=KEY, PORTAL_BROKER_URL="redis://broker.example/0")
    assert settings["CELERY_TASK_ALWAYS_EAGER"] is False
    assert settings["CELERY_BROKER_URL"] == "redis://broker.example/0"


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORTAL_DEBUG", "yes"), ("PORTAL_HTTPS", "0"), ("PORTAL_DATABASE_URL", "mysql://x/y"), ("PORTAL_DEBGU", "true")],
)
def test_a_doubtful_value_stops_the_start_and_is_named(load, name, value):
    refusal = load(PORTAL_SECRET_KEY=KEY, **{name: value})
    assert refusal.startswith("portal.environment.BadEnvironment")
    assert name in refusal


def test_the_example_names_every_setting_and_no_other():
    lines = (ROOT / ".env.example").read_text().splitlines()
    shown = {
        line.lstrip("#").split("=")[0].strip() for line in lines if "=" in line and "PORTAL_" in line.split("=")[0]
    }
    source = (ROOT / "portal" / "settings.py").read_text()
    read = set(source.split("refuse_unknown(")[1].split("}")[0].replace('"', " ").replace(",", " ").split()) - {"{"}
    assert shown == read
