"""What editors have to do today, and the intervals after which pages of sources are looked at."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from mechanisms.concerns import unknowns
from mechanisms.events import Why
from mechanisms.models import RecheckInterval
from mechanisms.tasks import tasks

from .base import FactAdmin


@admin.register(RecheckInterval)
class RecheckIntervalAdmin(FactAdmin):
    """How long the pages of each kind of fact may go unread."""

    columns: tuple[Any, ...] = ("kind", "days", "reason")
    search_fields = ("kind", "reason")

    def get_urls(self) -> list[URLPattern]:
        """The list of tasks is shown beside the intervals."""
        return [path("due/", self.admin_site.admin_view(self.due_view), name=self.page("due")), *super().get_urls()]

    def due_view(self, request: HttpRequest) -> HttpResponse:
        """What happened and is to be entered; which pages are to be looked at; what nobody has found."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        day = timezone.localdate()
        every = tasks(day)
        context = {
            "title": _("What needs checking"),
            "day": day,
            "number": len(every),
            "happened": [task for task in every if task.why != Why.PAGE],
            "pages": [task for task in every if task.why == Why.PAGE],
            "unknowns": unknowns(day),
        }
        return self.respond(request, "due", context)
