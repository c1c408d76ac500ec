"""How forms are drawn, ours and allauth's alike: by crispy, with the template pack in `templates/forms/`.

{% open_form "advisor:task" saved.pk task.pk novalidate=True %}{% fields form %} … </form>
"""

from typing import Any

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_errors, as_crispy_form
from django import template
from django.forms import BaseForm, BoundField
from django.forms.utils import flatatt
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString

from accounts import visits

from .once import new_key

register = template.Library()

BY_WIDGET = {
    "radio": "forms/fields/group.html",
    "checkboxes": "forms/fields/group.html",
    "checkbox": "forms/fields/checkbox.html",
}
TYPED = "forms/fields/input.html"


@register.inclusion_tag("forms/open.html", takes_context=True)
def open_form(
    context: Context,
    page: str = "",
    *args: Any,
    to: str | None = None,
    protected: bool = True,
    once: bool = False,
    **attributes: Any,
) -> dict[str, Any]:
    """The opening tag of a form that is posted. It says whose form it is, where somebody is signed in (`accounts.visits`).

    In: the name of the page that receives it and the arguments of that page's address, or the address itself as ``to``;
    without both, the form goes to the address of its own page. Then the attributes of the tag: `_` stands for `-`, ``True``
    for an attribute without a value. ``protected=False`` is for the two forms that must work without a session: leaving
    the site, and stopping all mails. ``once`` is for forms that make something: sent twice, it is made once (`portal.once`).
    """
    action = reverse(page, args=args) if page else to
    named = {name.replace("_", "-"): value for name, value in attributes.items()}
    return {
        "attributes": flatatt({"action": action, **named}),
        "protected": protected,
        "key": new_key() if once else "",
        "csrf_token": context.get("csrf_token"),
        "whose": visits.mark(getattr(context.get("request"), "user", None)) if protected else "",
    }


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """Every field of the form with label, hint and what is wrong with it."""
    drawn: SafeString = as_crispy_form(form)
    return drawn


@register.simple_tag
def errors(form: BaseForm) -> SafeString:
    """The error summary at the top of a page; each line links to its field."""
    drawn: SafeString = as_crispy_errors(form)
    return drawn


@register.filter
def drawn_by(field: BoundField) -> str:
    """The template of a field: its own, or that of its widget's kind."""
    own = getattr(field.field, "template", None)
    return str(own or BY_WIDGET.get(_kind(field), TYPED))


@register.filter
def control(field: BoundField) -> SafeString:
    """The input itself, with the classes of our style sheet."""
    look = "form-select" if _kind(field) == "select" else "form-control"
    return field.as_widget(attrs={"class": f"{look} wrong" if field.errors else look})


@register.filter
def target(field: BoundField) -> str:
    """The id that a line of the error summary links to: the input to be corrected."""
    return str(getattr(field, "target", "") or field.id_for_label or field.auto_id)


@register.filter
def first_target(form: BaseForm) -> str:
    """The id that an error of the whole form links to: its first input; empty if there is none."""
    first = next(iter(form.visible_fields()), None)
    return first.id_for_label if first else ""


def _kind(field: BoundField) -> str:
    """``checkboxes`` for a group of them, otherwise the widget's own type."""
    widget = field.field.widget
    kind = str(getattr(widget, "input_type", ""))
    return "checkboxes" if kind == "checkbox" and getattr(widget, "allow_multiple_selected", False) else kind
