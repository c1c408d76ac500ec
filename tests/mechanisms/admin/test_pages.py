"""Every page of the admin opens, keeps to the content-security policy, and asks the database for little."""

import io
import re

import pytest
from django.contrib import admin
from django.core.management import call_command

from mechanisms.models import SourcedFact

from .pages import address, broken_policy, pages


@pytest.fixture(autouse=True)
def cases(facts):
    """Expert cases, so that their pages are looked at as well."""
    call_command("load_cases", verbosity=0, stdout=io.StringIO())


JARGON = re.compile(r"(?<![.\w])(slug|pk|foreign key|queryset|null|boolean|django|regex|varchar)\b", re.IGNORECASE)


def test_every_page_opens_keeps_to_the_policy_and_speaks_no_programmers_language(facts, administrator):
    faults = []
    opened = 0
    for page in pages():
        response = administrator.get(page)
        opened += 1
        if response.status_code != 200:
            faults.append(f"{page}: {response.status_code}")
            continue
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
        if not response.headers["Content-Type"].startswith("text/html"):
            continue
        html = response.content.decode()
        text = re.sub(r"<(script|style|code)\b.*?</\1>|<[^>]*>", " ", html, flags=re.DOTALL)
        faults += [f"{page}: {fault}" for fault in broken_policy(html)]
        faults += [f"{page}: {match[0]}" for match in JARGON.finditer(text)]
    assert faults == []
    assert opened > 200


def test_lists_ask_the_database_little(facts, administrator, django_assert_max_num_queries):
    for model in admin.site._registry:
        if issubclass(model, SourcedFact):
            administrator.get(address(model, "changelist"))
            with django_assert_max_num_queries(13):
                administrator.get(address(model, "changelist"))
