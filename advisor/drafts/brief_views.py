"""The two pages for a meeting, for a word processor. The PDF of them: `advisor.advice.paper`."""

from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from accounts import roles
from accounts.access import SignedIn
from advisor import clock
from advisor.advice import paper
from advisor.advice.visitor import on_draft
from advisor.answering import attachment
from advisor.editions import store
from advisor.saved import given
from advisor.saved.access import saved_or_refuse
from rules.facts.edition import Edition
from rules.result import Advice

from .briefs import brief
from .files import KINDS
from .paper import Sheet


class FileForm(forms.Form):
    """Which kind of file."""

    file = forms.ChoiceField(choices=[(kind, kind) for kind in KINDS])


@require_POST
def of_draft(request: HttpRequest) -> HttpResponse:
    """Of the advice on the draft. Its name tells nothing but the day."""
    ending, wish = _wish(request)
    found = on_draft(request)
    return found if isinstance(found, HttpResponse) else _file(found.advice, found.edition, ending, wish)


@login_required
@require_POST
def of_saved(request: SignedIn, saved: UUID) -> HttpResponse:
    """Of saved advice as it is today."""
    ending, wish = _wish(request)
    kept = saved_or_refuse(request.user, saved, roles.can_read)
    edition = store.published()
    return _file(given.give(kept, edition, clock.today()), edition, ending, wish)


def _wish(request: HttpRequest) -> tuple[str, dict[str, str]]:
    form = FileForm(request.POST)
    if not form.is_valid():
        raise BadRequest("no such file")
    return form.cleaned_data["file"], paper.wish(request)


def _file(advice: Advice, edition: Edition, ending: str, wish: dict[str, str]) -> HttpResponse:
    made = brief(
        advice,
        edition,
        language=get_language() or "en",
        with_answers=wish["copy"] != paper.SHARED,
        sheet=Sheet(wish["paper"] or Sheet.A4),
    )
    name = paper.file_name(advice, wish, ending, brief=True)
    return attachment(KINDS[ending].write(made), name=name, content_type=KINDS[ending].content_type)
