"""Headers that keep a page to itself: on pages, on static files, on errors."""

import contextlib

import pytest
from django.test import Client

from tests.accounts.people import PASSWORD, person

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
EVERYWHERE = [
    "/",
    "/safety/",
    "/accessibility/",
    "/health/live",
    "/no/such/page",
    "/admin/login/",
    "/static/tokens.css",
]


@pytest.fixture(params=EVERYWHERE)
def response(request, client: Client, db):
    with contextlib.closing(client.get(request.param)) as response:
        yield response


def test_the_content_security_policy_allows_our_own_host_alone(response):
    directives = response.headers["Content-Security-Policy"].split(";")
    assert dict(directive.strip().split(" ", 1) for directive in directives) == POLICY


def test_no_other_host_learns_where_a_visitor_comes_from(response):
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_a_file_is_what_it_says(response):
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_no_other_window_keeps_a_hold_on_ours(response):
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("path", EVERYWHERE[:4])
def test_a_page_is_never_stored_and_asks_for_no_permission(client, db, path):
    response = client.get(path)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in response.headers["Permissions-Policy"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_the_admin_is_not_stored(client, db):
    assert "no-store" in client.get("/admin/login/").headers["Cache-Control"]


def test_a_static_file_may_be_stored(client, db):
    with contextlib.closing(client.get(EVERYWHERE[-1])) as response:
        assert "no-store" not in response.headers["Cache-Control"]


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client, db):
    person("anna@one.example")
    client.get("/account/login/")
    client.post("/account/login/", {"login": "anna@one.example", "password": PASSWORD})
    for name in ("sessionid", "csrftoken"):
        assert client.cookies[name]["max-age"] == client.cookies[name]["expires"] == "", "gone with the browser"
        assert client.cookies[name]["httponly"] is True
        assert client.cookies[name]["samesite"] == "Lax"


def test_in_production_plain_http_is_led_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = Client().get("/safety/")
    assert (response.status_code, response.headers["Location"]) == (301, "https://testserver/safety/")


def test_a_probe_needs_no_certificate(settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/health/live").status_code == 200


@pytest.mark.parametrize(
    ("path", "status"), [("/reference/states/%00/", 404), ("/reference/?q=%00", 400), ("/%00", 404)]
)
def test_an_address_with_a_zero_byte_is_no_page(client, edition, path, status):
    assert client.get(path).status_code == status


def test_leaving_leaves_nothing_in_the_browser(client, edition):
    client.get("/account/login/")
    client.cookies["csrftoken"] = "x" * 32
    answer = client.post("/leave/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer.cookies["csrftoken"]["max-age"] == 0
    assert "Clear-Site-Data" not in client.get("/leave/done/").headers
