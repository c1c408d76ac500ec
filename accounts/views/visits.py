"""Short visits, on a device that others use."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accounts import visits

START = "advisor:start"


@require_POST
def shorten(request: HttpRequest) -> HttpResponse:
    """Have this visit end soon, or later than it would: each call counts anew.

    With ``stay`` the page stays; otherwise it leads to ``next``, or to the start.
    """
    visits.shorten(request.session)
    if "stay" in request.POST:
        return HttpResponse(status=204)
    onward = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        onward, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(onward if ours else START)
