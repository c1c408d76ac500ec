"""The advice as data, open to everybody who has a draft. Reads and changes nothing; no address holds an answer."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from advisor.answering import attachment
from rules.facts.edition import Edition
from rules.result import Advice

from . import data_file
from .visitor import on_draft


@require_http_methods(["GET", "HEAD", "POST"])
def advice_json(request: HttpRequest) -> HttpResponse:
    """The advice on the draft."""
    found = on_draft(request)
    return found if isinstance(found, HttpResponse) else answer(found.advice, found.edition)


def answer(advice: Advice, edition: Edition) -> HttpResponse:
    """An advice as a file to take away."""
    name = f"advice-{advice.as_of.isoformat()}.json"
    return attachment(data_file.advice_file(advice, edition), name=name, content_type="application/json")
