"""The Human Rights Council: who its members are on a day, and its sessions."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mechanisms.models import CouncilMembership, CouncilSession, State, Support

from .comparison_texts import Said
from .day import day_asked
from .pages import show
from .resolutions import due_by_session

SEATS = 47
FOUNDED = Said("", "ga-res-60-251")
HELPERS = ("council-votes", "council-sessions-page")
"""Where votes, programmes of work and resolutions are found."""


@require_safe
def council(request: HttpRequest) -> HttpResponse:
    """The members of the day, group by group, and every session that we know of."""
    asked = day_asked(request)
    rows = CouncilMembership.objects.on(asked.day).select_related("state", "source").order_by("state__name")
    groups = [
        (label, [row for row in rows if row.regional_group == group]) for group, label in State.RegionalGroup.choices
    ]
    return show(
        request,
        asked,
        "reference/council.html",
        _("Human Rights Council: members and sessions"),
        groups=[(label, members) for label, members in groups if members],
        number=len(rows),
        seats=SEATS,
        founded=FOUNDED,
        sessions=CouncilSession.objects.select_related("source").order_by("-number"),
        due=due_by_session(asked.day),
        supports=Support.objects.filter(slug__in=HELPERS).select_related("source").order_by("slug"),
    )
