"""The advice as data: the visitor's draft, open to everybody, or saved advice. Reads and changes nothing; no address holds an answer."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accounts import roles
from accounts.access import SignedIn
from advisor import clock, editions
from advisor.core.facts import Edition
from advisor.core.result import Advice
from advisor.exports import data
from advisor.followup.access import saved_or_refuse
from advisor.followup.assessing import assess
from advisor.views.answering import attachment, unavailable
from advisor.views.drafted import on_draft


@require_http_methods(["GET", "HEAD", "POST"])
def advice_json(request: HttpRequest) -> HttpResponse:
    """The advice on the draft."""
    found = on_draft(request)
    return found if isinstance(found, HttpResponse) else _file(found.advice, found.edition)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def saved_json(request: SignedIn, saved: UUID) -> HttpResponse:
    """Saved advice as it is today."""
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = editions.current()
    if edition is None:
        return unavailable(request)
    return _file(assess(kept, edition, clock.today()), edition)


def _file(advice: Advice, edition: Edition) -> HttpResponse:
    name = f"advice-{advice.as_of.isoformat()}.json"
    return attachment(data.advice_file(advice, edition), name=name, content_type="application/json")
