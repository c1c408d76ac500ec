"""Pieces of the pages of saved advice, and of those that show a draft as well."""

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def change_link(context: template.Context, step: str, slug: str = "") -> str:
    """The address where an answer is changed; empty where no page asks it now, or this visitor may not change it."""
    if not step or "shared" in context:
        return ""
    if "saved" not in context:
        return reverse("advisor:change", args=[step]) + (f"#id_{slug}" if slug else "")
    return reverse("advisor:saved-answer", args=[context["saved"].pk, step]) if context.get("may_change") else ""
