"""Which draft a page is about, from its address; older addresses lead to the draft that is open."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import get_script_prefix

from . import drawer
from .addresses import NO_ID, WITH_ID, at, belongs_to_draft, here, new_id


class OwnDraft:
    """Takes the id of a draft off the address, and remembers it while the page is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the page that stands after the id."""
        found = WITH_ID.fullmatch(request.path_info)
        if found:
            request.path_info = found["page"]
        with at(found["id"] if found else NO_ID):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Refuse an id before a page that belongs to no draft, and lead from an address without an id to the only open draft.

        With several open, their list is shown: nobody can know which is meant. The urgent steps are shown in any case.
        """
        name = request.resolver_match.url_name if request.resolver_match else None
        if not belongs_to_draft(name):
            if here():
                raise Http404
            return None
        if here() or request.method not in ("GET", "HEAD") or drawer.KEY in request.session:
            return None
        ids = drawer.ids(request)
        if not ids and name == "step":
            ids = [new_id()]
        if len(ids) > 1:
            return None if name == "urgent" else redirect("advisor:start")
        return redirect(_within(ids[0], request)) if ids else None


def _within(key: str, request: HttpRequest) -> str:
    """The address of the page that is asked for, within a draft."""
    query = request.META.get("QUERY_STRING", "")
    return f"{get_script_prefix()}draft/{key}{request.path_info}{'?' if query else ''}{query}"
