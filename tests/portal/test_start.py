"""What commands and workers import to start: what they need, and not the editors' admin, the pages and their libraries."""

import json

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from accounts.models import User
from tests.support.portal import ROOT, Portal, prepared

CASE = str(ROOT / "fixtures" / "cases" / "bill-against-ngos.yaml")
FOR_PAGES = {"docx", "import_export", "lxml", "odfdo", "openpyxl", "PIL", "tablib", "typst"}
FOR_PAGES |= {"portal.urls", "accounts.admin", "advisor.admin", "mechanisms.admin"}
FOR_SIGNING_IN = {"allauth", "crispy_forms", "django_htmx", "fido2", "whitenoise"}
FOR_A_BROKER = {"celery", "kombu", "portal.celery"}

IMPORTED = """
import json, os, runpy, sys
del os.environ["DJANGO_SETTINGS_MODULE"]  # `manage.py` chooses
sys.argv = {arguments}
try:
    runpy.run_path("manage.py", run_name="__main__")
finally:
    sys.stdout.flush()
    print(json.dumps(sorted(sys.modules)))
"""
WORKER = """
import json, sys
from celery.app.utils import find_app
find_app("portal").loader.init_worker()
print(json.dumps(sorted(sys.modules)))
"""
COUNTS = """
from django.contrib import admin
from django.core import checks
before = len(admin.site._registry)
checks.run_checks(tags=["admin"])
print(before, len(admin.site._registry))
"""


def imported(portal: Portal, *arguments: str) -> set[str]:
    """The modules that `manage.py` has imported by its end."""
    code = IMPORTED.format(arguments=["manage.py", *arguments])
    return set(json.loads(portal.run(code, setup=False).splitlines()[-1]))


def test_advice_is_given_with_the_apps_that_it_needs(tmp_path):
    modules = imported(prepared(tmp_path), "advise", CASE)
    assert "advisor.management.commands.advise" in modules
    assert modules & (FOR_PAGES | FOR_SIGNING_IN | FOR_A_BROKER) == set()


@pytest.mark.parametrize("command", ["work", "tidy", "publish", "check_facts"])
def test_commands_start_without_the_pages(tmp_path, command):
    modules = imported(prepared(tmp_path), command)
    assert f"{command}" in {name.rpartition(".")[2] for name in modules}
    assert modules & (FOR_PAGES | FOR_A_BROKER) == set()


def test_a_worker_starts_without_the_pages(tmp_path):
    modules = set(json.loads(Portal(tmp_path).run(WORKER, setup=False)))
    assert {"portal.celery", "advisor.tasks"} <= modules
    assert modules & FOR_PAGES == set()


def test_the_check_finds_the_admin_classes_itself(tmp_path):
    import portal.urls  # noqa: F401

    assert Portal(tmp_path).run(COUNTS) == f"0 {len(admin.site._registry)}"


def test_a_faulty_admin_class_fails_the_check(monkeypatch):
    admin.autodiscover()
    monkeypatch.setattr(type(admin.site._registry[User]), "list_display", ("no_such_field",))
    with pytest.raises(SystemCheckError, match=r"admin\.E108"):
        call_command("check")


def test_whom_to_tell_of_a_fault_of_security_is_where_people_look(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = "mailto:faults@portal.example", "2027-06-30"
    settings.PUBLIC_URL = "https://portal.example"
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.content.decode().splitlines() == [
        "Contact: mailto:faults@portal.example",
        "Expires: 2027-06-30T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://portal.example/.well-known/security.txt",
    ]
