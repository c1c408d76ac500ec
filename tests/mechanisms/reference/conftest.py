"""A visitor of the reference pages on a fixed day."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import reverse

TODAY = "2026-11-24"


@dataclass(frozen=True)
class Visited:
    """A page: its markup, and its text as people read it."""

    markup: str

    @property
    def text(self) -> str:
        run_on = re.sub(r"</?(a|b|span|strong|time)\b[^>]*>", "", self.markup)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", run_on)).split())

    def part(self, heading: str) -> str:
        """The text of the section that an element with this id heads, until the next section ends."""
        return Visited(self.markup.split(f'id="{heading}"', 1)[1].split("</section>", 1)[0]).text


@pytest.fixture(autouse=True)
def _on_a_fixed_day(settings: Any) -> None:
    settings.FIXED_DAY = TODAY


@pytest.fixture
def visit(facts: str, client: Any) -> Callable[..., Visited]:
    """`visit("state", "KEN", on="2024-01-01")`: the page, which must open."""

    def get(name: str, *arguments: str, on: str = "") -> Visited:
        response = client.get(reverse(f"mechanisms:{name}", args=arguments), {"on": on} if on else {})
        assert response.status_code == 200
        return Visited(response.content.decode())

    return get
