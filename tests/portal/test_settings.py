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
         "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_NAME",
         "CELERY_TASK_ALWAYS_EAGER", "CELERY_BROKER_URL", "SECRET_KEY", "SECRET_KEY_FALLBACKS", "ALLOWED_HOSTS")
print(json.dumps({name: getattr(s, name) for name in names}))
"""


@pytest.fixture
def load(tmp_path):
    """`load(PORTAL_X="…")` gives the settings, or all that is said where the start is refused."""

    def run(**variables):
        environment = {"PORTAL_VAR": str(tmp_path), "PYTHONPATH": str(ROOT), **variables}
        done = subprocess.run(
            [sys.executable, "-c", SHOW], env=environment, capture_output=True, text=True, cwd=tmp_path
        )
        assert done.returncode in (0, 2)
        return json.loads(done.stdout) if done.returncode == 0 else done.stderr.strip()

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


def test_cookies_of_production_come_from_this_host_alone(load):
    settings = load(PORTAL_SECRET_KEY=KEY)
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_NAME")
    assert [settings[name] for name in names] == ["__Host-sessionid", "__Host-csrftoken", "__Host-django_language"]
    # Browsers take the prefix over https alone.
    assert load(PORTAL_SECRET_KEY=KEY, PORTAL_HTTPS="false")["SESSION_COOKIE_NAME"] == "sessionid"


BAD = {
    "PORTAL_SECRET_KEY": "tiny-secret",
    "PORTAL_ALLOWED_HOSTS": "*",
    "PORTAL_QUICK_EXIT_URL": "javascript:alert(1)",
    "PORTAL_DATABASE_URL": "mysql://x:tiny-secret@y/z",
    "PORTAL_DEBGU": "true",
    "PORTAL_SECURITY_EXPIRES": "2027-01-01",
}


def test_every_fault_is_a_line_with_its_name_and_there_is_no_traceback(load):
    lines = load(**BAD).splitlines()
    assert [line.split()[0].rstrip(":") for line in lines] == [
        "PORTAL_SECRET_KEY",
        "PORTAL_ALLOWED_HOSTS",
        "PORTAL_DATABASE_URL",
        "PORTAL_QUICK_EXIT_URL",
        "PORTAL_SECURITY_CONTACT",
        "PORTAL_DEBGU",
    ]
    assert "tiny-secret" not in str(lines)


@pytest.mark.parametrize(
    "command",
    [
        ["manage.py", "check"],
        ["deploy/local.py", "serve", "127.0.0.1:0"],
        ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--bind", "127.0.0.1:0", "portal.wsgi"],
        ["-m", "celery", "--app", "portal", "beat"],
    ],
    ids=lambda command: command[:2][-1],
)
def test_whatever_is_started_ends_with_status_2_and_the_lines_alone(tmp_path, command):
    done = subprocess.run(
        [sys.executable, *command],
        env={"PORTAL_VAR": str(tmp_path), **BAD}, capture_output=True, text=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    lines = done.stderr.strip().splitlines()
    assert len(lines) == len(BAD)
    assert all(line.startswith("PORTAL_") for line in lines)


def test_the_example_names_every_setting_and_no_other(load):
    lines = (ROOT / ".env.example").read_text().splitlines()
    shown = {
        line.lstrip("#").split("=")[0].strip() for line in lines if "=" in line and "PORTAL_" in line.split("=")[0]
    }
    listed = load(PORTAL_SECRET_KEY=KEY, PORTAL_QQQQQQQQQQQ="x").partition("there are ")[2].split(", ")
    assert shown == set(listed)
