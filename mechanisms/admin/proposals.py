"""Proposed changes in the admin: what a row was, what it says here and what is proposed, side by side; adopt, keep, or cell by cell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mechanisms.load.deciding import adopt, decline, digest_of
from mechanisms.load.reading import FactsError
from mechanisms.load.stores import Store, store_named
from mechanisms.load.three_ways import Cells, changed
from mechanisms.models import FactProposal

WAITING = FactProposal.State.WAITING
OURS, THEIRS = "ours", "theirs"


@dataclass(frozen=True)
class Cell:
    """One column in which ours and theirs differ. ``choice`` is what is ticked at first: nothing where both sides changed it."""

    column: str
    label: str
    before: str
    ours: str
    theirs: str
    choice: str


@admin.display(description=gettext_lazy("table"), ordering="table")
def table_column(row: FactProposal) -> str:
    """The table by its name."""
    store = store_named(row.table)
    return str(store.model._meta.verbose_name_plural) if store else row.table


@admin.register(FactProposal)
class FactProposalAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """People decide here who may change the row itself. Nothing is edited or deleted."""

    list_display = ("key", table_column, "origin", "name", "made_at", "state", "decided_by")
    list_filter = ("state", "origin", "table")
    list_select_related = ("decided_by",)
    search_fields = ("key", "name", "note")
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 100
    change_list_template = "admin/change_list.html"
    actions = ("adopt_selected", "keep_selected")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Releases and official pages make them."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It is decided on, not edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It stays as a record."""
        return False

    @admin.action(description=gettext_lazy("Adopt what is proposed; own changes of other cells stay"))
    def adopt_selected(self, request: HttpRequest, queryset: "QuerySet[FactProposal]") -> None:
        """All of them or, where one does not fit, none."""
        rows = _waiting(request, queryset, _may_adopt)
        self._done(request, lambda: adopt(rows, by=request.user))

    @admin.action(description=gettext_lazy("Keep the rows as they are here"))
    def keep_selected(self, request: HttpRequest, queryset: "QuerySet[FactProposal]") -> None:
        """Decline all of them."""
        rows = _waiting(request, queryset, _may_keep)
        self._done(request, lambda: decline(rows, by=request.user))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One proposal, and the decision on it."""
        proposal = self.get_object(request, object_id)
        if proposal is None:
            raise Http404
        if not self.has_view_permission(request, proposal):
            raise PermissionDenied
        store = store_named(proposal.table)
        if request.method == "POST":
            may = _may_keep if "keep" in request.POST else _may_adopt
            if store is None or not may(request, proposal):
                raise PermissionDenied
            self._decide(request, proposal, store)
            return HttpResponseRedirect(request.path)
        ours = store.living().get(proposal.key) if store else None
        row = store.row_of(proposal.key) if store else None
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": proposal.key,
            "proposal": proposal,
            "table": table_column(proposal),
            "cells": _cells(proposal, store, ours) if store else [],
            "row": row,
            "address": _address(row),
            "gone": ours is None and proposal.base is not None,
            "seen": digest_of(ours),
            "may_keep": proposal.state == WAITING and _may_keep(request, proposal),
            "may_adopt": proposal.state == WAITING and _may_adopt(request, proposal),
        }
        return TemplateResponse(request, "admin/mechanisms/fact_proposal.html", context)

    def _decide(self, request: HttpRequest, proposal: FactProposal, store: Store) -> None:
        reason = request.POST.get("reason", "")
        if "keep" in request.POST:
            self._done(request, lambda: decline([proposal], by=request.user, reason=reason))
            return
        ours = store.living().get(proposal.key)
        if proposal.state == WAITING and request.POST.get("seen") != digest_of(ours):
            messages.error(request, _("The row was changed meanwhile. Look at it again; nothing is decided yet."))
            return
        only = None
        if proposal.proposed is not None and ours is not None:
            chosen = {cell.column: request.POST.get(f"cell-{cell.column}") for cell in _cells(proposal, store, ours)}
            if not all(choice in (OURS, THEIRS) for choice in chosen.values()):
                messages.error(request, _("Choose ours or theirs in every line."))
                return
            theirs = store.full(proposal.proposed)
            only = {**ours, **{name: theirs[name] for name, choice in chosen.items() if choice == THEIRS}}
        self._done(request, lambda: adopt([proposal], by=request.user, reason=reason, only=only))

    def _done(self, request: HttpRequest, act: Callable[[], int]) -> None:
        """Do it, and say what happened."""
        try:
            number = act()
        except FactsError as error:
            for fault in error.faults:
                messages.error(request, str(fault))
            return
        if number:
            words = ngettext("%(number)d proposal decided.", "%(number)d proposals decided.", number)
            messages.success(request, words % {"number": number})
        else:
            messages.info(request, _("This was decided already; nothing was changed."))


def _waiting(
    request: HttpRequest, rows: "QuerySet[FactProposal]", may: Callable[[HttpRequest, FactProposal], bool]
) -> list[FactProposal]:
    """Those that wait. Refused as a whole where this person may not decide on one of them."""
    waiting = list(rows.filter(state=WAITING))
    if not all(may(request, row) for row in waiting):
        raise PermissionDenied
    return waiting


def _may_keep(request: HttpRequest, proposal: FactProposal) -> bool:
    """Whoever may change the row by hand."""
    return all(_has(request, proposal, verb) for verb in ("add", "change"))


def _may_adopt(request: HttpRequest, proposal: FactProposal) -> bool:
    """The same; to let a row go needs the right to delete it."""
    return _may_keep(request, proposal) and (proposal.proposed is not None or _has(request, proposal, "delete"))


def _has(request: HttpRequest, proposal: FactProposal, verb: str) -> bool:
    store = store_named(proposal.table)
    if store is None:
        return False
    return request.user.has_perm(f"{store.model._meta.app_label}.{verb}_{store.model._meta.model_name}")


def _cells(proposal: FactProposal, store: Store, ours: Cells | None) -> list[Cell]:
    """The columns that differ, in the order of the file."""
    theirs = None if proposal.proposed is None else store.full(proposal.proposed)
    base = None if proposal.base is None else store.full(proposal.base)
    differing = changed(ours, theirs)
    return [_cell(name, store, base or {}, ours or {}, theirs or {}) for name in store.columns if name in differing]


def _cell(name: str, store: Store, base: Cells, ours: Cells, theirs: Cells) -> Cell:
    before, mine, other = (cells.get(name, "") for cells in (base, ours, theirs))
    choice = OURS if base and other == before else THEIRS if base and mine == before else ""
    return Cell(name, store.label(name), before, mine, other, choice)


def _address(row: Any) -> str:
    if row is None:
        return ""
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
