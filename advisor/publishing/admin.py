"""The rule lab in the admin: compare the facts as they are now, look, approve, publish, go back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from advisor import clock
from advisor.editions import store
from advisor.editions.models import Edition, Publication, Weight
from advisor.editions.weights import BadWeights, check
from mechanisms.load.parsing import whole_number

from . import actions, edition_admin, report, waiting, weight_admin
from .models import CaseResult, Proposal

__all__ = ["ProposalAdmin", "edition_admin", "weight_admin"]

APPROVE, PUBLISH = "advisor.approve_edition", "advisor.publish_edition"
LISTED = 100
"""So many changed facts are listed; the others are counted."""


class NoteForm(forms.Form):
    """Why. It stays with the edition for good."""

    note = forms.CharField(
        label=gettext_lazy("What did you change, and why?"),
        max_length=300,
        help_text=gettext_lazy("One sentence. It is kept with what is published, so don’t name people in it."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


@admin.register(Proposal)
class ProposalAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Proposals are made and decided on here; nothing is edited, nothing is deleted."""

    list_display = ("made_at", "note", "state", "made_by", "approved_by")
    list_display_links = ("made_at", "note")
    list_filter = ("state",)
    list_select_related = ("made_by", "approved_by")
    show_facets = admin.ShowFacets.NEVER
    actions = None
    change_list_template = "admin/advisor/proposals.html"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A proposal is a record."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A proposal is a record."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Proposal]:
        """Contents of editions are large and not for lists."""
        return super().get_queryset(request).defer("draft__content", "base__content")

    def get_urls(self) -> list[URLPattern]:
        """The pages of the lab beside the list."""
        own: list[tuple[str, Callable[..., HttpResponse], str]] = [
            ("<int:number>/progress/", self.progress_view, "progress"),
            ("<int:number>/do/<slug:what>/", self.do_view, "do"),
            ("published/", self.published_view, "published"),
            ("published/<str:edition_id>/back/", self.back_view, "back"),
        ]
        wrap = self.admin_site.admin_view
        pages = [path(route, wrap(view), name=f"advisor_proposal_{name}") for route, view, name in own]
        return pages + super().get_urls()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list says what can be done and what is published."""
        latest = Publication.objects.select_related("published_by").defer("edition__content").first()
        return super().changelist_view(request, {"latest": latest, **_mode(), **(extra_context or {})})

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """What was changed since the last publication, and the button that has it compared."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = NoteForm(request.POST or None)
        refused: tuple[str, ...] | list[str] = ()
        if request.method == "POST" and form.is_valid():
            try:
                proposal = actions.propose(note=form.cleaned_data["note"], as_of=clock.today(), by=_person(request))
            except actions.Refused as error:
                refused = error.reasons
            except (BadWeights, store.BadFacts) as error:
                refused = error.faults
            else:
                return HttpResponseRedirect(_page(proposal))
        found = waiting.waiting()
        context = {
            "title": _("Waiting for publication"),
            "form": form,
            "refused": refused,
            "waiting": found,
            "checked": list(waiting.sentences(found)),
            "faults": check(list(Weight.objects.all())),
            **_mode(),
        }
        return self._shown(request, "propose", context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """One proposal: progress, changed facts, cases, saved advice, and what can be done now."""
        proposal = self._proposal(request, object_id)
        facts = report.facts(proposal)
        by = _person(request)
        context = {
            "title": str(proposal.note),
            "proposal": proposal,
            "facts": facts[:LISTED],
            "more": max(0, len(facts) - LISTED),
            "report": report.report(proposal),
            "few": report.FEW,
            "may_approve": request.user.has_perm(APPROVE),
            "may_publish": request.user.has_perm(PUBLISH),
            "may_add": self.has_add_permission(request),
            "not_approving": actions.obstacles_to_approving(proposal, by),
            "not_publishing": actions.obstacles_to_publishing(proposal),
            "is_open": proposal.state in actions.OPEN,
            "events": proposal.events.select_related("by"),
            **_mode(),
        }
        return self._shown(request, "proposal", context)

    def progress_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """How far the comparison is. Once it is over, the whole page is asked for anew."""
        proposal = self._proposal(request, str(number))
        response = TemplateResponse(request, "admin/advisor/_progress.html", {"proposal": proposal, "opts": self.opts})
        if proposal.state != Proposal.State.RUNNING:
            response.headers["HX-Refresh"] = "true"
        return response

    def do_view(self, request: HttpRequest, number: int, what: str) -> HttpResponse:
        """One act on a proposal, then back to its page."""
        proposal = self._proposal(request, str(number))
        return _acted(request, what, proposal)

    def published_view(self, request: HttpRequest) -> HttpResponse:
        """What was published when, and the way back."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = Publication.objects.select_related("published_by").defer("edition__content")
        context = {
            "title": _("What was published"),
            "rows": rows.select_related("proposal__approved_by")[:LISTED],
            "current": store.current_edition_id(),
            "may_publish": request.user.has_perm(PUBLISH),
        }
        return self._shown(request, "published", context)

    def back_view(self, request: HttpRequest, edition_id: str) -> HttpResponse:
        """Publish an older edition again: one page that asks, one click that does it."""
        if not request.user.has_perm(PUBLISH):
            raise PermissionDenied
        edition = get_object_or_404(Edition, pk=edition_id)
        form = NoteForm(request.POST or None)
        refused: tuple[str, ...] = ()
        if request.method == "POST" and form.is_valid():
            try:
                actions.go_back(edition=edition, note=form.cleaned_data["note"], by=_person(request))
            except actions.Refused as error:
                refused = error.reasons
            else:
                messages.success(
                    request, _("Published: %(edition)s. All advice is given on it from now on.") % {"edition": edition}
                )
                return HttpResponseRedirect(reverse("admin:advisor_proposal_published"))
        context = {"title": _("Go back to an older edition"), "edition": edition, "form": form, "refused": refused}
        return self._shown(request, "back", context)

    def _proposal(self, request: HttpRequest, number: str) -> Proposal:
        proposal = self.get_object(request, number)
        if proposal is None:
            raise Http404
        if not self.has_view_permission(request, proposal):
            raise PermissionDenied
        found: Proposal = proposal
        return found

    def _shown(self, request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        every = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/advisor/{template}.html", every)


@require_POST
def _acted(request: HttpRequest, what: str, proposal: Proposal) -> HttpResponse:
    """Do it if this person may; say what happened, or all that stands in the way."""
    by = _person(request)
    add = "advisor.add_proposal"
    acts: dict[str, tuple[str, Callable[[], object], str]] = {
        "approve": (
            APPROVE,
            lambda: actions.approve(proposal=proposal, by=by),
            _("Approved. It can be published now."),
        ),
        "publish": (
            PUBLISH,
            lambda: actions.publish(proposal=proposal, by=by),
            _("Published. All advice is given on it from now on."),
        ),
        "withdraw": (
            add,
            lambda: actions.withdraw(proposal=proposal, by=by),
            _("Withdrawn. The facts stay as they are."),
        ),
        "again": (add, lambda: actions.compare_again(proposal=proposal, as_of=clock.today(), by=by), ""),
        "waive": (APPROVE, lambda: _waive(request, proposal), _("Set aside, with your reason.")),
    }
    if what not in acts:
        raise Http404
    permission, act, said = acts[what]
    if not request.user.has_perm(permission):
        raise PermissionDenied
    try:
        done = act()
    except actions.Refused as error:
        for reason in error.reasons:
            messages.error(request, reason)
    else:
        if said:
            messages.success(request, said)
        if isinstance(done, Proposal):
            proposal = done
    return HttpResponseRedirect(_page(proposal))


def _waive(request: HttpRequest, proposal: Proposal) -> None:
    number = whole_number(request.POST.get("case", ""), longest=17)
    result = proposal.cases.filter(pk=number).first() if number is not None else None
    if result is None:
        raise Http404
    reason = request.POST.get("reason", "")
    most = CaseResult._meta.get_field("waived_because").max_length or 0
    if len(reason) > most:
        words = ngettext(
            "The reason has %(length)d character; %(most)d are allowed.",
            "The reason has %(length)d characters; %(most)d are allowed.",
            len(reason),
        )
        raise actions.Refused(words % {"length": len(reason), "most": most})
    actions.waive(result=result, reason=reason, by=_person(request))


def _person(request: HttpRequest) -> Any:
    return request.user


def _page(proposal: Proposal) -> str:
    return reverse("admin:advisor_proposal_change", args=[proposal.pk])


def _mode() -> dict[str, bool]:
    return {"alone": not settings.TWO_PERSON_PUBLISHING}
