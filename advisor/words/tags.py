"""The six routes in words, for templates."""

from typing import Any

from django import template
from django.utils.html import format_html

from rules.facts.sources import Source
from rules.vocabulary import RouteSlug

from .fact_texts import ENGLISH, FactWords
from .labels import ROUTE_LINES, ROUTES
from .sources import name

register = template.Library()


@register.inclusion_tag("_components/route.html")
def route(slug: str) -> dict[str, Any]:
    """A route's picture, name and one line. Raises ``ValueError`` for a slug that is none."""
    return {"slug": slug, "name": ROUTES[RouteSlug(slug)], "line": ROUTE_LINES[RouteSlug(slug)]}


@register.simple_tag
def source_link(source: Source) -> str:
    """A source by its title and symbol, as a link where its own address is known."""
    if not source.url:
        return name(source)
    return format_html('<a href="{}" rel="noreferrer">{}</a>', source.url, name(source))


@register.filter
def in_its_language(text: str) -> str:
    """The text of a fact. English on a page in another language says that it is English, for screen readers and for its direction."""
    if isinstance(text, FactWords) and text.language == ENGLISH:
        return format_html('<span lang="en" dir="ltr">{}</span>', text)
    return text
