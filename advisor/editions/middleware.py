"""What a page answers before the first edition is published."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from advisor.answering import unavailable

from .store import NothingPublished


class Unpublished:
    """Answer 503 where a view asks for the published edition and there is none.

    A view calls `store.published()` after it has decided on access, so a 503 tells nothing to people who may not see the page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing before the view, nothing after it."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Called by Django with whatever a view raises."""
        return unavailable(request) if isinstance(exception, NothingPublished) else None
