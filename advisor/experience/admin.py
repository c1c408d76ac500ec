"""Comments on how routes went: an editor shows them or refuses them, and is not told whose they are."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from advisor.words.labels import ROUTES
from rules.vocabulary import RouteSlug

from . import actions
from .models import Experience

READ = ("id", "route", "comment", "approved", "revision")
"""What an editor needs. The organisation is not part of it, and is not read from the database."""


class DecisionForm(forms.Form):
    """What is decided, on the comment as it was read."""

    decision = forms.ChoiceField(choices=[("show", "show"), ("refuse", "refuse")])
    revision = forms.IntegerField()


@admin.register(Experience)
class CommentAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """One page: what waits for a decision, what is shown, what was refused. No page of a single row, which would name its owner."""

    def get_urls(self) -> list[URLPattern]:
        """The list, under the name that the admin's index looks for, and the decision."""
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.list_view), name="advisor_experience_changelist"),
            path("<int:number>/decide/", wrap(self.decide_view), name="advisor_experience_decide"),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only organisations tell."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only organisations take back."""
        return False

    @method_decorator(require_safe)
    def list_view(self, request: HttpRequest) -> HttpResponse:
        """All comments, those that wait first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = sorted(Experience.objects.exclude(comment="").only(*READ), key=lambda row: (row.route, row.comment))
        named = [(row, ROUTES[RouteSlug(row.route)]) for row in rows]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Comments on routes"),
            "opts": self.opts,
            "may_decide": self.has_change_permission(request),
            "groups": [
                (heading, [pair for pair in named if pair[0].approved is state], state)
                for heading, state in ((_("To decide on"), None), (_("Shown"), True), (_("Refused"), False))
            ],
            "fewest": actions.FEWEST,
        }
        return TemplateResponse(request, "admin/advisor/comments.html", context)

    @method_decorator(require_POST)
    def decide_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show it or refuse it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = DecisionForm(request.POST)
        if not form.is_valid():
            raise BadRequest("no such decision")
        row = get_object_or_404(Experience.objects.only(*READ), pk=number)
        assert isinstance(request.user, User)
        approved = form.cleaned_data["decision"] == "show"
        try:
            actions.decide(experience=row, approved=approved, revision=form.cleaned_data["revision"], by=request.user)
        except actions.Overtaken:
            messages.error(request, _("The comment was changed or taken back meanwhile. Read it as it is now."))
        else:
            messages.success(request, _("It may be shown now.") if approved else _("It is not shown."))
        return HttpResponseRedirect(reverse("admin:advisor_experience_changelist"))
