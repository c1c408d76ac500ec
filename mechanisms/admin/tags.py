"""What the templates of the admin ask for."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from mechanisms.models import TreatyStatus
from mechanisms.tasks import Task, tasks

from .forms import link_to
from .groups import TableGroup, grouped

register = template.Library()


@register.filter
def own_page(row: Any) -> SafeString:
    """A row's name, leading to its form."""
    return link_to(row)


@register.simple_tag
def status_words(line: Any) -> str:
    """What the depositary's line says of a State, in the words of our own rows."""
    return str(TreatyStatus.Status(line.status).label)


@register.simple_tag
def tasks_today() -> list[Task]:
    """What is due today, the most urgent first: for the first page."""
    return tasks(timezone.localdate())


@register.filter
def by_subject(tables: Any) -> list[TableGroup]:
    """The tables of facts under headings."""
    return grouped(tables)
