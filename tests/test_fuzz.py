"""Whatever is sent to a form, to the API or as a file: no fault of ours (500), and no text that somebody typed is lost.

50 examples here; `make fuzz` tries 10,000. Each is undone afterwards, so all begin with the same people, matters and facts.
"""

import contextlib
import json
from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from accounts.models import User
from mechanisms.load.exchange.uploads import Refused, lines_of
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.plans.planned import planned, saved_for
from tests.support.crawling import Field, Form, forms

EVERY_PAGE, SOME_PAGES, FEW = 400, 12, 100
"""So many pages of each person are looked through, here and for `make fuzz`."""
ALL = settings.default.max_examples if settings.default else 50
KINDS = {"forms": 0.6, "api": 0.2, "files": 0.2}
WRITTEN = ("textarea", "text", "search")
MARK = "kept word"
PASSED_OVER = ("form_key", "csrfmiddlewaretoken")

ODDS = [
    "", " ", "\0", "a\0b", "\ud800", "\ufffe", "\u202eabc", "é" * 300, "x" * 30_000, "<script>alert(1)</script>", "\"'><b>", "{{ 1 }}",
    "%s%n",
    "1e999", "-1", "9" * 400, "NaN", "٣", "2026-02-30", "0001-01-01", "9999-12-31", "2026-11-24", "KEN", "no-such", "../../etc/passwd",
    "=1+1", "a@b", "me@one.example", "0", "1", "true", "null", "[]", "00000000-0000-0000-0000-000000000000", "\r\nX: y", "ﬃ", "👩‍👩‍👧",
]  # fmt: skip
TEXT = st.sampled_from(ODDS) | st.text(max_size=80)


def fuzzed(kind: str):
    """As many examples as the profile allows, of which each kind has its share."""
    return settings(
        max_examples=max(5, round(ALL * KINDS[kind])),
        deadline=None,
        # What fails is told as it came: to make it smaller would take longer than to find it.
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )


@contextlib.contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture
def world(facts, settings):
    """Browsers of a visitor, of a member with a matter and a plan, and of an editor who may do everything; and all their forms."""
    settings.FIXED_DAY = "2026-11-24"
    settings.ACCOUNT_RATE_LIMITS = False
    anna = person("anna@one.example")
    river = organisation(owner=anna)
    planned(saved_for(anna), RouteSlug.UPR, by=anna)
    saved_for(anna, organisation=river)
    chief = User.objects.create_superuser("chief", email="chief@one.example", password=None)
    browsers = {"visitor": Client(), "member": signed_in(anna), "editor": signed_in(chief)}
    most = EVERY_PAGE if ALL > FEW else SOME_PAGES
    found = [
        *forms("visitor", browsers["visitor"], most, "/account/signup/", "/account/login/", "/code/", "/"),
        *forms("member", browsers["member"], most, "/saved/", "/account/", "/organisations/", "/calendar/"),
        *forms("editor", browsers["editor"], most, "/admin/mechanisms/source/add/", "/admin/"),
    ]
    places = {(form.who, form.address.split("/")[1]) for form in found}
    assert {("visitor", "account"), ("member", "saved"), ("member", "account"), ("editor", "admin")} <= places
    return browsers, [form for form in found if not form.is_upload]


def text(lot: Random) -> str:
    """Something odd, or letters from anywhere."""
    if lot.random() < 0.6:
        return lot.choice(ODDS)
    return "".join(
        chr(lot.choice((lot.randrange(128), lot.randrange(0x3000), lot.randrange(0x11_0000))))
        for _ in range(lot.randrange(60))
    )


def chosen(lot: Random, form: Form) -> list[tuple[str, str]]:
    """What is sent: mostly what a person could choose, among it what nobody could."""
    sent = []
    for field in form.fields:
        how = lot.randrange(10)
        if field.name in PASSED_OVER or field.kind == "file":
            sent.append((field.name, field.value))
        elif how == 0:
            continue
        elif how == 1:
            sent += [(field.name, text(lot)) for _ in range(2)]
        elif field.options:
            sent.append((field.name, lot.choice(field.options) if how < 8 else text(lot)))
        elif field.kind in WRITTEN:
            sent.append((field.name, _marked(field, text(lot))))
        else:
            sent.append((field.name, field.value if how < 6 else text(lot)))
    return sent


def _marked(field: Field, text: str) -> str:
    return f"{MARK} {text}" if field.kind == "textarea" else text


@fuzzed("forms")
@given(number=st.integers(0, 2**32))
def test_no_form_fails_and_none_loses_what_was_typed(world, number):
    browsers, found = world
    # By lot from one number: a form has hundreds of fields, more than Hypothesis keeps account of.
    lot = Random(number)
    form = lot.choice(found)
    sent = chosen(lot, form)
    body = urlencode(
        [(name.encode(errors="surrogatepass"), value.encode(errors="surrogatepass")) for name, value in sent]
    )
    with undone():
        client = Client(raise_request_exception=True)
        client.cookies = browsers[form.who].cookies.copy()
        answer = client.post(
            form.address, body, content_type="application/x-www-form-urlencoded", headers={"referer": form.page}
        )
        assert answer.status_code < 500
        typed = [value for name, value in sent if value.startswith(MARK) and len(value) < 200]
        if typed and answer.status_code in (200, 422):
            assert answer.content.decode().count(MARK) >= 1, "a form that comes back holds what was typed"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT.filter(lambda text: len(text) < 1000),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(lambda text: len(text) < 100), inner, max_size=4)
    ),
    max_leaves=8,
)
ANSWERS = {
    "countries": ["KEN", "UZB"], "themes": ["torture", "women"], "information": "individual-cases", "scale": "single-case",
    "urgency": "imminent", "happened_on": "2026-01-05", "people": ["women"], "remedies": "exhausted", "final_decision_on": "2025-05-01",
    "elsewhere": "no", "consent": "given", "identification": "open", "outcomes": ["protection"], "ready_on": "2027-01-01",
}  # fmt: skip


@fuzzed("api")
@given(data=st.data())
def test_the_api_answers_whatever_it_is_sent(client, edition, data):
    scenario = {name: data.draw(st.just(value) | JSON) for name, value in ANSWERS.items() if data.draw(st.booleans())}
    body = data.draw(
        st.just({"scenario": scenario, "as_of": "2026-11-24"})
        | st.fixed_dictionaries({"scenario": st.just(scenario), "as_of": JSON, "edition": JSON})
        | JSON
    )
    raw = data.draw(st.just(json.dumps(body).encode()) | st.binary(max_size=200))
    answer = client.post("/api/v1/advice", raw, content_type="application/json")
    assert answer.status_code < 500
    json.loads(answer.content, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


HEADER = b"iso3,iso2,m49,name,un_status,regional_group,un_region,source,checked_on,confidence,note\n"
LINE = st.lists(TEXT.filter(lambda text: len(text) < 1000), min_size=1, max_size=12).map(
    lambda cells: ",".join(cells).encode(errors="surrogatepass")
)
FILES = (
    st.binary(max_size=300)
    | st.lists(LINE, max_size=4).map(lambda lines: HEADER + b"\n".join(lines))
    | st.binary(max_size=100).map(lambda rest: b"PK\x03\x04" + rest)
    | st.binary(max_size=60).map(lambda rest: b"title: x\nscenario:\n  countries: [" + rest)
    | st.binary(max_size=60).map(lambda rest: b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;" + rest)
)
NAMES = st.sampled_from(["a.csv", "a.xlsx", "a.tsv", "a.yaml", "a.xml", "a.json", "a", "../a.csv", "é\u202e.csv"])


IMPORTS = ("/admin/mechanisms/state/import/", "/admin/advisor/expertcase/import/")


@pytest.fixture
def chief(facts):
    return signed_in(User.objects.create_superuser("chief", email="chief@one.example", password=None))


@fuzzed("files")
@given(data=st.data())
def test_no_file_fails(chief, data):
    name, content = data.draw(NAMES), data.draw(FILES)
    with contextlib.suppress(Refused):
        lines_of(name, content)
    with undone():
        sent = {"file": SimpleUploadedFile(name, content), "files": SimpleUploadedFile(name, content)}
        assert chief.post(data.draw(st.sampled_from(IMPORTS)), sent).status_code in (200, 302, 400, 413, 422)
