"""A real Chromium, watched: a page that asks another host for anything, or breaks its own policy, fails its test."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakSet

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from .servers import find_chromium

# Playwright's own event loop runs in the main thread; Django would take every query of a test for one made inside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
AXE = Path(__file__).resolve().parent.parent / "vendor" / "axe-core" / "axe.min.js"
# Everything that the accessibility standard (WCAG 2.2 A and AA) demands, and the rules of good practice.
RUN_AXE = "async () => (await axe.run(document)).violations"

Axe = Callable[..., list[str]]

# Contexts that run no scripts. axe needs timers, which do not run there, so it looks at a copy of the page.
SCRIPTLESS: WeakSet[BrowserContext] = WeakSet()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium as installed on the system, also for root, cut off from every host but this machine."""
    executable = find_chromium()
    if executable is None:
        pytest.fail("No Chromium found. `make test` installs it on Debian; elsewhere install chromium.")
    arguments = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ]
    return {**browser_type_launch_args, "executable_path": executable, "args": arguments}


class Watch:
    """Collects what no page may do: ask another host, break the content-security policy, throw in a script."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def attach(self, context: BrowserContext) -> None:
        """Watch every page of the context, also those opened later."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda fault: self.faults.append(f"script error: {fault.error}"))

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.hostname not in ("127.0.0.1", "localhost"):
            self.faults.append(f"asked another host: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.faults.append(f"policy broken: {message.text}")


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext]) -> Iterator[Callable[..., BrowserContext]]:
    """As pytest-playwright's, with a watch on each context. `page` and all fixtures below go through it."""
    watch = Watch()

    def watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(10_000)
        watch.attach(context)
        if options.get("java_script_enabled") is False:
            SCRIPTLESS.add(context)
        return context

    yield watched
    assert watch.faults == []


@pytest.fixture
def page_js_off(new_context: Callable[..., BrowserContext]) -> Page:
    """A page in a browser that runs no scripts."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a phone, 360 pixels wide."""
    return new_context(**PHONE).new_page()


@pytest.fixture
def phone_js_off(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a phone that runs no scripts."""
    return new_context(**PHONE, java_script_enabled=False).new_page()


@pytest.fixture
def axe(browser: Browser) -> Axe:
    """`axe(page)` gives what is wrong for people with disabilities, a line a fault; an empty list is what we want.

    ``copied``: look at a copy of the page, where axe itself would set inline styles that the page's policy forbids.
    """
    source = AXE.read_text(encoding="utf-8")

    def check(page: Page, *, copied: bool = False) -> list[str]:
        if copied or page.context in SCRIPTLESS:
            with closing(_copy(browser, page)) as copy:
                return check(copy)
        page.evaluate(source)
        return [
            f"{violation['id']}: {violation['help']}: {node['html']}"
            for violation in page.evaluate(RUN_AXE)
            for node in violation["nodes"]
        ]

    return check


def _copy(browser: Browser, page: Page) -> Page:
    """The same document at the same address and size, in a browser that can run axe but loads no script of the page."""
    copy = browser.new_page(viewport=page.viewport_size)
    content = page.content()
    copy.route("**/*.js", lambda route: route.abort())
    if urlsplit(page.url).scheme == "about":
        copy.set_content(content)
    else:
        copy.route(page.url, lambda route: route.fulfill(body=content, content_type="text/html"))
        copy.goto(page.url)
    return copy
