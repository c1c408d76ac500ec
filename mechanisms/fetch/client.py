"""Asks a public server for a page, politely: https, robots.txt, one request at a time with a pause, limits on time and size, no other host.

The standard library is enough: some twenty requests a day, one after the other, and the rules that matter here (no redirect to another
host, a limit while reading) would be ours with any library.
"""

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

AGENT = "HRC-Advisor"
"""Who asks. The name stands in robots.txt too."""
MOST_BYTES = 8 * 1024 * 1024
MOST_REDIRECTS = 3
SECONDS = 20
PAUSE = 2.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""
LONGEST_PAUSE = 30.0


class Refused(Exception):
    """The page is not to be read by us: what the server or our own rules say against it. Trying again soon is of no use."""


class Unreachable(Exception):
    """No answer, or one that says that the server is in trouble. Worth another try later; ``wait`` is how many seconds it asks for."""

    def __init__(self, words: str, wait: int = 0) -> None:
        super().__init__(words)
        self.wait = wait


@dataclass(frozen=True)
class Answer:
    """A page as it came. ``unchanged``: the server says that it is as it was."""

    body: bytes = b""
    etag: str = ""
    last_modified: str = ""
    unchanged: bool = False


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing by itself: we look at where it leads first."""

    def redirect_request(self, *args: Any, **options: Any) -> None:
        return None


@dataclass
class Client:
    """One round's requests. ``plain`` allows http: for a server of one's own on this machine only."""

    plain: bool = False
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def get(self, address: str, etag: str = "", last_modified: str = "", *, head: bool = False) -> Answer:
        """The page, or that it is unchanged. ``head``: only whether it is there. Raises ``Refused`` or ``Unreachable``."""
        self._refuse_unless_public(address)
        if not self._rules_of(address).can_fetch(AGENT, address):
            raise Refused("The site's robots.txt asks programs to stay away from this page.")
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        return self._follow(address, {name: text for name, text in known.items() if text}, head=head)

    def _follow(self, address: str, headers: dict[str, str], *, head: bool) -> Answer:
        for _step in range(MOST_REDIRECTS + 1):
            answer, onward = self._ask(address, headers, head=head)
            if not onward:
                return answer
            onward = urljoin(address, onward)
            self._refuse_unless_public(onward)
            if urlsplit(onward).netloc != urlsplit(address).netloc:
                raise Refused(f"The address leads to another host: {urlsplit(onward).netloc}.")
            if not self._rules_of(onward).can_fetch(AGENT, onward):
                raise Refused("The site's robots.txt asks programs to stay away from the page to which it leads.")
            address = onward
        raise Refused("The address leads from one page to the next without end.")

    def _ask(self, address: str, headers: dict[str, str], *, head: bool = False) -> tuple[Answer, str]:
        """An answer, or the address that it leads to."""
        self._wait_for(urlsplit(address).netloc)
        request = urllib.request.Request(
            address, headers={"User-Agent": AGENT, **headers}, method="HEAD" if head else "GET"
        )
        try:
            with urllib.request.build_opener(_Stay()).open(request, timeout=SECONDS) as response:
                body = b"" if head else _limited(response)
                return Answer(
                    body, _short(response.headers, "ETag", 200), _short(response.headers, "Last-Modified", 60)
                ), ""
        except urllib.error.HTTPError as error:
            with error:
                return self._other_than_ok(error)
        except (OSError, ValueError) as error:
            raise Unreachable(f"No answer ({type(error).__name__}).") from error
        finally:
            self._last[urlsplit(address).netloc] = time.monotonic()

    def _other_than_ok(self, error: urllib.error.HTTPError) -> tuple[Answer, str]:
        if error.code == 304:
            return Answer(unchanged=True), ""
        if error.code in (301, 302, 303, 307, 308) and (onward := error.headers.get("Location")):
            return Answer(), onward
        if error.code == 429 or error.code >= 500:
            wait = error.headers.get("Retry-After", "")
            raise Unreachable(
                f"The server answered {error.code}.", int(wait) if wait.isascii() and wait.isdigit() else 0
            )
        raise Refused(f"The server answered {error.code}.")

    def _refuse_unless_public(self, address: str) -> None:
        """Only https, and only hosts with a name: no address of a machine in somebody's own network."""
        parts = urlsplit(address)
        if self.plain and parts.hostname == "127.0.0.1":
            return
        name = parts.hostname or ""
        if parts.scheme != "https" or parts.port not in (None, 443) or parts.username is not None:
            raise Refused("Only addresses that begin with https:// are read.")
        if "." not in name or not name.rpartition(".")[2].isalpha() or name.endswith((".local", ".internal")):
            raise Refused("The address names no public host.")

    def _rules_of(self, address: str) -> RobotFileParser:
        """The host's rules for programs, asked for once a round. Where it has none, all is allowed."""
        parts = urlsplit(address)
        if parts.netloc not in self._robots:
            rules = RobotFileParser()
            try:
                answer, onward = self._ask(f"{parts.scheme}://{parts.netloc}/robots.txt", {})
                rules.parse([] if onward else answer.body.decode("utf-8", "replace").splitlines())
            except Refused:
                rules.parse([])
            self._robots[parts.netloc] = rules
        return self._robots[parts.netloc]

    def _wait_for(self, host: str) -> None:
        """A pause since the last request to the same host."""
        asked = self._robots[host].crawl_delay(AGENT) if host in self._robots else None
        pause = min(max(self.pause, float(asked or 0)), LONGEST_PAUSE)
        if host in self._last and (left := self._last[host] + pause - time.monotonic()) > 0:
            self.sleep(left)


def _limited(response: Any) -> bytes:
    """The body, if it is no longer than allowed. A slow flood ends here too."""
    pieces, size, end = [], 0, time.monotonic() + 3 * SECONDS
    while piece := response.read(64 * 1024):
        size += len(piece)
        if size > MOST_BYTES:
            raise Refused("The page is too large.")
        if time.monotonic() > end:
            raise Unreachable("The answer took too long.")
        pieces.append(piece)
    return b"".join(pieces)


def _short(headers: Message, name: str, longest: int) -> str:
    """A header, or nothing if it is longer than anybody needs: a shortened one would never fit."""
    text = headers.get(name, "")
    return text if len(text) <= longest else ""
