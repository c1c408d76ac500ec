"""What holds on every page of the advice side."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from . import answers


def rights(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Whoever is changing saved answers and has lost the right to keeps no copy of them in the wizard."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if answers.KEY in request.session:
            answers.current(request)
        return get_response(request)

    return middleware
