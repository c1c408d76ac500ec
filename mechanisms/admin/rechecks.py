"""The editors' list of what to look at next, and the intervals behind it."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mechanisms.concerns import due, groups
from mechanisms.models import RecheckInterval

from .base import FactAdmin


@admin.register(RecheckInterval)
class RecheckIntervalAdmin(FactAdmin):
    """How often each kind of fact is looked up again."""

    columns = ("kind", "days", "reason")
    search_fields = ("kind", "reason")

    def get_urls(self) -> list[URLPattern]:
        """The list is shown beside the intervals that it is based on."""
        return [path("due/", self.admin_site.admin_view(self.due_view), name=self.page("due")), *super().get_urls()]

    def due_view(self, request: HttpRequest) -> HttpResponse:
        """What is late, unknown, tentative, contradictory or doubtful; worst for users first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        day = timezone.localdate()
        context = {
            "title": _("What needs checking"),
            "day": day,
            "groups": groups(day),
            "kinds": [(item, _address(item.model, "changelist")) for item in due(day)],
        }
        return self.respond(request, "due", context)


def _address(model: Any, page: str) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")
