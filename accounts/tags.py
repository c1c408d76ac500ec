"""How a field of any form is drawn, ours and allauth's alike."""

from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxSelectMultiple
from django.utils.safestring import SafeString

register = template.Library()


@register.inclusion_tag("accounts/_fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """Every field of the form with label, hint and what is wrong with it."""
    return {"form": form}


@register.inclusion_tag("accounts/_errors.html")
def errors(form: BaseForm) -> dict[str, Any]:
    """What is wrong, on top of the page; each line leads to its field."""
    first = next(iter(form.visible_fields()), None)
    return {"form": form, "first": first.id_for_label if first else ""}


@register.filter
def control(field: BoundField) -> SafeString:
    """The input itself, in the house's look."""
    kind = "form-select" if getattr(field.field.widget, "input_type", "") == "select" else "form-control"
    return field.as_widget(attrs={"class": f"{kind} wrong" if field.errors else kind})


@register.filter
def kind(field: BoundField) -> str:
    """`radio`, `checkbox`, `ticks` for several of them, or what else the widget is."""
    widget = field.field.widget
    if isinstance(widget, CheckboxSelectMultiple):
        return "ticks"
    return str(getattr(widget, "input_type", "text"))
