"""What the templates of the admin ask for."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from mechanisms.concerns import due, groups
from mechanisms.models import TreatyStatus

from .forms import link_to

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
def recheck_summary() -> dict[str, Any]:
    """What needs checking today, in short: for the first page."""
    day = timezone.localdate()
    late = [
        {
            "label": item.label,
            "late": item.late,
            "list": f"admin:{item.model._meta.app_label}_{item.model._meta.model_name}_changelist",
        }
        for item in due(day)
        if item.late
    ]
    return {"groups": groups(day), "late": late}
