"""What templates of accounts ask about the person who looks."""

from django import template

from . import second_factor
from .models import User

register = template.Library()


@register.simple_tag(takes_context=True)
def factor_due(context: template.Context) -> bool:
    """Whether this person must set up a second factor before anything else."""
    return second_factor.is_missing(_person(context))


@register.simple_tag(takes_context=True)
def factor_waits(context: template.Context) -> bool:
    """Whether their second factor waits for its recovery codes to be seen."""
    return second_factor.is_pending(_person(context))


def _person(context: template.Context) -> User:
    user = context["request"].user
    assert isinstance(user, User)
    return user
