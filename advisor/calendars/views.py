"""Dates in calendars: as a file, and under private addresses that calendar programs read. Dates and titles are in no address."""

import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts import roles, tokens
from accounts.access import SignedIn
from advisor import clock
from advisor.advice.visitor import on_draft
from advisor.answering import attachment
from advisor.editions import store
from advisor.editions.models import Publication
from advisor.saved.access import saved_or_refuse
from advisor.saved.assessment import assess
from advisor.saved.models import SavedAdvice

from . import feeds as calendar_feeds
from . import file, kept
from .entries import entries, keep
from .models import CalendarFeed

AGAIN_AFTER = 3600
"""Seconds after which a program asks again where no advice can be given yet."""

WHOSE = "advisor.calendar"
"""Where a visitor's session holds the secret that makes the UIDs of their file."""


class NeutralForm(forms.Form):
    """What the titles tell."""

    neutral = forms.BooleanField(required=False)


class FeedForm(forms.Form):
    """What a new address holds: one saved advice, or everything."""

    saved = forms.ChoiceField(label=gettext_lazy("Which dates?"), required=False)
    neutral = forms.BooleanField(
        label=gettext_lazy("Neutral titles"),
        help_text=gettext_lazy("The calendar shows that there is a date or a deadline, and nothing else."),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, readable: list[SavedAdvice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.readable = {str(row.pk): row for row in readable}
        offered: Any = self.fields["saved"]
        offered.choices = [("", _("Of all saved advice")), *((key, row.name) for key, row in self.readable.items())]

    @property
    def chosen(self) -> SavedAdvice | None:
        """The chosen advice; None means all of them."""
        return self.readable.get(self.cleaned_data["saved"])


@require_POST
def of_draft(request: HttpRequest) -> HttpResponse:
    """The dates of the draft as a file. Downloaded again in the same session, it updates the same entries and adds no second ones."""
    neutral = _neutral(request)
    found = on_draft(request)
    if isinstance(found, HttpResponse):
        return found
    advice, edition = found.advice, found.edition
    whose, now = request.session.setdefault(WHOSE, tokens.new()), timezone.now()
    # The number of the publication rises with every change of the facts, as a sequence must.
    sequence = Publication.objects.latest("id").pk
    dated = [file.of_guest(name, entry, whose, now, sequence) for name, entry in entries(advice).items()]
    return _file(file.write(dated, edition, neutral=neutral), advice.as_of)


@login_required
@require_POST
def of_saved(request: SignedIn, saved: UUID) -> HttpResponse:
    """The dates of one saved advice as a file: the same entries that its addresses hold."""
    matter = saved_or_refuse(request.user, saved, roles.can_read)
    neutral = _neutral(request)
    edition = store.published()
    advice = assess(matter, edition, clock.today(), changes=False)
    dated = [file.of_row(row) for row in keep(matter, advice)]
    return _file(file.write(dated, edition, neutral=neutral), advice.as_of)


@login_required
@require_safe
def index(request: SignedIn) -> HttpResponse:
    """One's addresses, and making another."""
    return _index(request, FeedForm(readable=_readable(request)))


@login_required
@require_POST
def new(request: SignedIn) -> HttpResponse:
    """Make an address and show it once."""
    form = FeedForm(request.POST, readable=_readable(request))
    if form.is_valid():
        try:
            token = calendar_feeds.make(
                by=request.user,
                saved=form.chosen,
                neutral=form.cleaned_data["neutral"],
                language=translation.get_language() or "en",
            )
        except calendar_feeds.TooMany as many:
            form.add_error(None, str(many))
        else:
            link = request.build_absolute_uri(reverse("advisor:calendar-feed", args=[token]))
            context = {"link": link, "open": f"webcal:{link.partition(':')[2]}", "saved": form.chosen}
            return render(request, "calendars/made.html", context)
    return _index(request, form)


@login_required
@require_POST
def revoke(request: SignedIn, feed: int) -> HttpResponse:
    """An address answers no more."""
    calendar_feeds.revoke(feed=get_object_or_404(request.user.calendar_feeds, pk=feed))
    messages.success(
        request, _("Revoked. Nobody can read this address any more. What a calendar has copied is deleted there.")
    )
    return redirect("advisor:calendar")


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar program reads. The address is the only proof: no session, no cookie. Unknown and revoked addresses get the same
    answer."""
    found = calendar_feeds.find(token)
    if found is None:
        raise Http404
    edition, today = store.current(), clock.today()
    if edition is None:
        return HttpResponse(status=503, headers={"Retry-After": str(AGAIN_AFTER)})
    made = kept.made_from(found, edition, today)
    if kept.is_unchanged(found, made):
        calendar_feeds.read(found, today)
        answer = _given_out(request, found, b"")
        content = kept.content(found) if answer.status_code == 200 else b""
        if content is not None:
            answer.content = content
            return answer
    with translation.override(found.language):
        dated = [file.of_row(row) for row in calendar_feeds.held(found, edition, today)]
        content = file.write(dated, edition, neutral=found.neutral)
    # Reading may have written entries, so what it was made from is asked once more.
    kept.keep(found, kept.made_from(found, edition, today), content)
    calendar_feeds.served(found, content, today)
    return _given_out(request, found, content)


def _given_out(request: HttpRequest, found: CalendarFeed, content: bytes) -> HttpResponse:
    """The file, or that it is as the program has it already."""
    etag, since = quote_etag(found.served), int(found.served_at.timestamp())
    # Only the program may store it, and must ask again each time: what was revoked or removed is gone at the next
    # request.
    headers = {
        "ETag": etag,
        "Last-Modified": http_date(since),
        "Cache-Control": "private, no-cache",
        "Content-Language": found.language,
    }
    whole = HttpResponse(content, content_type=file.CONTENT_TYPE, headers=headers)
    return get_conditional_response(request, etag=etag, last_modified=since, response=whole) or whole


def _readable(request: SignedIn) -> list[SavedAdvice]:
    return list(SavedAdvice.objects.of(request.user).living())


def _index(request: SignedIn, form: FeedForm) -> HttpResponse:
    names: dict[UUID | None, str] = {row.pk: row.name for row in SavedAdvice.objects.of(request.user)}
    feeds = [(feed, names.get(feed.saved_id)) for feed in request.user.calendar_feeds.all()]
    context = {"form": form, "feeds": feeds, "forgotten_after": calendar_feeds.SHOWN_DAYS}
    return render(request, "calendars/index.html", context, status=422 if form.errors else 200)


def _neutral(request: HttpRequest) -> bool:
    form = NeutralForm(request.POST)
    if not form.is_valid():
        raise BadRequest("no such titles")
    return bool(form.cleaned_data["neutral"])


def _file(content: bytes, day: datetime.date) -> HttpResponse:
    return attachment(content, name=f"dates-{day.isoformat()}.ics", content_type=file.CONTENT_TYPE)
