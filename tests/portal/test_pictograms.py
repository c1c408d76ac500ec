"""The pictures of the routes: one each, silent, in the colour of the text."""

import re

import pytest
from django.template.loader import render_to_string

from rules.vocabulary import RouteSlug


def drawn(slug: str) -> str:
    """The picture of a route."""
    return render_to_string("_components/pictogram.html", {"route": slug})


def test_each_route_has_a_picture_of_its_own():
    strokes = {re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", drawn(slug), flags=re.DOTALL) for slug in RouteSlug}
    assert len(strokes) == len(RouteSlug)
    assert "" not in strokes


@pytest.mark.parametrize("slug", RouteSlug)
def test_a_picture_is_silent_and_has_no_colour_of_its_own(slug):
    assert 'aria-hidden="true" focusable="false"' in drawn(slug)
    assert 'stroke="currentColor"' in drawn(slug)
    assert "#" not in drawn(slug)
