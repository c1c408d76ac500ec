"""How much waits for publication, for the editors' first page."""

from django import template

from .waiting import count

register = template.Library()


@register.simple_tag
def rows_waiting() -> int:
    """How many rows are not as published."""
    return count()
