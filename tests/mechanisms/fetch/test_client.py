"""Manners: what is asked, how often, and where the client turns back."""

import pytest

from mechanisms.fetch import client as module
from mechanisms.fetch.client import Client, Refused, Unreachable


def test_a_page_comes_with_its_mark_and_is_not_sent_twice(site, visitor):
    site.pages["/page"], site.etags["/page"] = b"words", '"v1"'
    first = visitor.get(f"{site.address}/page")
    assert (first.body, first.etag, first.unchanged) == (b"words", '"v1"', False)
    again = visitor.get(f"{site.address}/page", etag=first.etag)
    assert (again.body, again.unchanged) == (b"", True)
    assert site.asked[1][2]["User-Agent"] == module.AGENT
    assert "Cookie" not in site.asked[1][2]


def test_robots_are_asked_once_and_obeyed(site, visitor):
    site.pages |= {"/robots.txt": b"User-agent: *\nDisallow: /private/", "/private/page": b"x", "/open": b"x"}
    with pytest.raises(Refused, match="robots"):
        visitor.get(f"{site.address}/private/page")
    visitor.get(f"{site.address}/open")
    assert [path for _method, path, _headers in site.asked] == ["/robots.txt", "/open"]


def test_no_other_host_is_followed_and_no_end_of_pages(site, visitor):
    site.answers |= {
        "/away": (302, {"Location": "https://elsewhere.example/"}),
        "/round": (301, {"Location": "/round"}),
        "/here": (301, {"Location": "/page"}),
    }
    site.pages["/page"] = b"words"
    with pytest.raises(Refused, match="another host: elsewhere"):
        visitor.get(f"{site.address}/away")
    with pytest.raises(Refused, match="without end"):
        visitor.get(f"{site.address}/round")
    assert visitor.get(f"{site.address}/here").body == b"words"


@pytest.mark.parametrize(
    "address",
    [
        "http://www.ohchr.org/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://printer.local/",
        "https://www.ohchr.org:8443/",
        "https://name:word@www.ohchr.org/",
        "file:///etc/passwd",
        "ftp://www.ohchr.org/",
    ],
)
def test_only_public_hosts_over_https(address):
    with pytest.raises(Refused):
        Client().get(address)


@pytest.mark.parametrize(
    ("code", "wrong"), [(403, Refused), (404, Refused), (410, Refused), (429, Unreachable), (503, Unreachable)]
)
def test_what_the_server_says_against_it(site, visitor, code, wrong):
    site.answers["/page"] = (code, {"Retry-After": "120"})
    with pytest.raises(wrong, match=str(code)) as raised:
        visitor.get(f"{site.address}/page")
    assert getattr(raised.value, "wait", 120) == 120


def test_nobody_there_is_worth_another_try(visitor):
    with pytest.raises(Unreachable):
        visitor.get("http://127.0.0.1:9/page")


def test_a_flood_is_cut_off(site, visitor, monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    site.pages |= {"/small": b"x" * 100, "/large": b"x" * 101}
    assert len(visitor.get(f"{site.address}/small").body) == 100
    with pytest.raises(Refused, match="too large"):
        visitor.get(f"{site.address}/large")


def test_between_two_requests_to_a_host_is_the_pause_that_it_asks_for(site):
    waits: list[float] = []
    site.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 7", "/a": b"", "/b": b""}
    slow = Client(plain=True, pause=1, sleep=waits.append)
    slow.get(f"{site.address}/a")
    slow.get(f"{site.address}/b")
    assert [round(wait) for wait in waits] == [7, 7]
