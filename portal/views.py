"""Pages that belong to no app: home, safety, the error pages, and health for monitoring."""

import sys
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.views.decorators.http import require_safe

from rules.dates import PartialDate

from . import logs, lost
from .answered import turns_a_page
from .services import broker_answers

CSRF = "csrfmiddlewaretoken"

LEARN = ("ishr-academy", "upr-info", "ohchr-upr-ngos")
"""Where a newcomer learns how to take part, as the facts name it."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the portal is for, and the way in."""
    from advisor.editions import store
    from advisor.words import texts

    edition = store.current()
    supports = {row.slug: row for row in texts.of(edition).supports} if edition else {}
    learn = [supports[slug] for slug in LEARN if slug in supports]
    return render(request, "home.html", {"learn": [(row, PartialDate.parse(row.checked_on)) for row in learn]})


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """How to use the portal if somebody may be watching."""
    return render(request, "safety.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Who can use the portal, and what is not good yet."""
    return render(request, "accessibility.html")


@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """The database answers and an edition is published, so advice can be given; otherwise 503 and which of them fails.

    Also tells if the cache or the broker does not answer, how many seconds ago each round last went well, and which are late: without them
    advice works, so the portal is ready, but nothing is sent and nothing deleted.
    """
    from advisor import jobs
    from advisor.editions.store import current_edition_id

    try:
        edition = current_edition_id()
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "no answer"}, status=503)
    if edition is None:
        return JsonResponse({"status": "unavailable", "edition": "none published"}, status=503)
    told: dict[str, Any] = {"status": "ok", "edition": edition}
    # Without it each process counts attempts by itself.
    if not getattr(cache, "answers", lambda: True)():
        told["cache"] = "no answer"
    if not broker_answers(settings.CELERY_BROKER_URL):
        told["broker"] = "no answer"
    told["rounds"] = jobs.ages()
    return JsonResponse(told | ({"late": late} if (late := jobs.late(told["rounds"])) else {}))


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a fault of security, as RFC 9116 says it; no such page where the operator named nobody."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    canonical = f"{settings.PUBLIC_URL}{reverse('security-txt')}"
    lines = (
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {settings.SECURITY_EXPIRES}T00:00:00Z",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {canonical}",
    )
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that makes no sense."""
    return render(request, "errors/400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that this visitor may not see."""
    return render(request, "errors/403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the proof that it came from our page: usually one left open until the visit ended. What was typed comes back."""
    return lost.came_back(request)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page."""
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours. Rendered without the request, because what failed may be what a context processor needs.

    Where the database cannot be written or does not answer (somebody else holds it, the disk is full), 503: nothing was saved, and a form
    comes back with what was typed in it, to be sent again.
    """
    if not isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return HttpResponseServerError(loader.render_to_string("errors/500.html", {"number": logs.current()}))
    context: dict[str, object] = {"again": [], "texts": [], "path": request.get_full_path()}
    if request.method == "POST" and turns_a_page(request) and lost.is_our_own(request):
        # Whoever sees this page was let in by the form before: all of it may be sent again, but no password stands in a page.
        sent = lost.what_was_sent(request)
        complete = len(sent) == len(request.POST) and not request.FILES
        again = [(name, value) for name, values in sent if name != CSRF for value in values]
        context |= {"texts": lost.texts(sent), "again": again if complete else [], "csrf_token": get_token(request)}
    answer = HttpResponse(loader.render_to_string("errors/503.html", context), status=503)
    answer.headers["Retry-After"] = "60"
    return answer
