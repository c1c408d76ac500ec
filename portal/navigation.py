"""The ways to other pages, at the top of every page: what there is, and where one is."""

from typing import Any, NamedTuple

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts import visits

register = template.Library()


class Way(NamedTuple):
    """A link of the navigation. In: its words, the page that it leads to, and how the names of the pages begin that lie behind it."""

    words: str | Promise
    page: str
    behind: tuple[str, ...]


CALENDAR = Way(_("Calendar"), "mechanisms:calendar", ("mechanisms:calendar",))
LOOK_UP = Way(_("Look up"), "mechanisms:index", ("mechanisms:",))
SAVED = Way(_("My advice"), "advisor:saved-list", ("advisor:saved", "advisor:board", "advisor:plan"))
OPEN = Way(_("My advice"), "advisor:advice", ("advisor:advice",))
ACCOUNT = Way(_("Your account"), "accounts:settings", ("accounts:", "account_", "mfa_"))
SIGN_OUT = Way(_("Sign out"), "account_logout", ("account_logout",))
SIGN_IN = Way(_("Sign in"), "account_login", ("account_",))


@register.inclusion_tag("_components/navigation.html", takes_context=True)
def navigation(context: template.Context) -> dict[str, Any]:
    """The list, for visitors and for people who are signed in; at most one of its links is where one is.

    Signing out leads to a page that asks first: answers of the visit that are not saved are deleted with it."""
    request = context["request"]
    # A request that is refused before anybody looked who asks, such as one for another host, has no user.
    signed_in = hasattr(request, "user") and request.user.is_authenticated
    here = request.resolver_match.view_name if request.resolver_match else ""
    ways = [SAVED, CALENDAR, LOOK_UP, ACCOUNT, SIGN_OUT] if signed_in else [OPEN, CALENDAR, LOOK_UP, SIGN_IN]
    at = next((way for way in ways if here == way.page), None) or next(
        (way for way in ways if here.startswith(way.behind)), None
    )
    return {"ways": [{"words": way.words, "page": way.page, "current": _current(way, at, here)} for way in ways]}


@register.inclusion_tag("_components/short_visit.html", takes_context=True)
def short_visit(context: template.Context) -> dict[str, Any]:
    """Says that the visit is a short one, and asks before it ends."""
    more = {"life": visits.LIFE, "before": visits.BEFORE, "last_minutes": visits.BEFORE // 60}
    return _visit(context) | more


@register.inclusion_tag("_components/short_visit_choice.html", takes_context=True)
def short_visit_choice(context: template.Context) -> dict[str, Any]:
    """The box that makes a visit a short one, for forms that begin one."""
    return _visit(context) | {"name": visits.CHOICE}


def _visit(context: template.Context) -> dict[str, Any]:
    request = context["request"]
    session = getattr(request, "session", None)
    is_short = session is not None and visits.is_short(session)
    minutes = visits.LIFE // 60
    return {"is_short": is_short, "minutes": minutes, "request": request, "csrf_token": context.get("csrf_token")}


def _current(way: Way, at: Way | None, here: str) -> str:
    """What `aria-current` says of the link: the page itself, a page behind it, or nothing."""
    if way is not at:
        return ""
    return "page" if here == way.page else "true"
