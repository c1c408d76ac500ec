"""Places that are in no list of States and who answers for them: the page, their names for a search in a browser, what a search finds."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from mechanisms.models import Place
from mechanisms.names.folding import forms, words
from mechanisms.names.matching import Fit, Names, best

from .day import day_asked
from .pages import show


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """All of them, by name."""
    rows = Place.objects.select_related("state", "source")
    return show(
        request,
        day_asked(request),
        "reference/places.html",
        _("Places that are not in the list of States"),
        places=rows,
    )


@require_safe
@cache_control(max_age=3600, public=True)
def names(_request: HttpRequest) -> HttpResponse:
    """What each is called and what is said of it, for the search in the browser: all at once, so that what is typed is sent to nobody."""
    rows: list[dict[str, Any]] = [
        {
            "called": names_of(place).written,
            "name": place.name,
            "text": place.text,
            "address": f"{reverse('mechanisms:places')}#{place.slug}",
        }
        for place in Place.objects.all()
    ]
    return JsonResponse(rows, safe=False)


def names_of(place: Place) -> Names:
    """What it may be searched by."""
    return Names(tuple(dict.fromkeys(form for name in place.called for form in forms(name))))


def called(typed: str, *, worst: Fit = Fit.NEAR) -> list[Place]:
    """The places that are called so, best first. In: the worst fit that counts, where something else was found already."""
    if not words(typed):
        return []
    rows = list(Place.objects.select_related("source"))
    found = best(typed, [names_of(row) for row in rows])
    return [rows[place] for fit, place in found if fit <= worst]
