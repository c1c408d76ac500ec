"""“Checked today”: for an editor who has compared a list with its source."""

import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mechanisms.remembered import Change

SHOWN = 100
"""How many rows are named before one confirms; of the others only the number is given."""


@transaction.atomic
def check_all(queryset: "models.QuerySet[Any]", day: datetime.date, change: Change) -> int:
    """Record that rows were checked on a day. Rows checked later stay as they are. Out: how many changed."""
    rows = list(
        queryset.model._default_manager.select_for_update()
        .order_by()
        .filter(pk__in=queryset.values("pk"), checked_on__lt=day)
    )
    for row in rows:
        row.checked_on = day
    change.update_all(queryset.model, rows, ["checked_on"])
    return len(rows)


@admin.action(description=gettext_lazy("I have checked the chosen rows today"), permissions=["change"])
def mark_as_checked(model_admin: Any, request: HttpRequest, queryset: "models.QuerySet[Any]") -> HttpResponse | None:
    """Ask first: the mark says that somebody has read the source again."""
    day = timezone.localdate()
    if request.POST.get("confirmed"):
        number = check_all(queryset, day, Change(by=request.user, reason=_("Checked against the source")))  # type: ignore[arg-type]
        said = ngettext(
            "%(number)d row is now checked on %(day)s.", "%(number)d rows are now checked on %(day)s.", number
        )
        messages.success(request, said % {"number": number, "day": day})
        return None
    sources = (
        queryset.order_by()
        .values_list("source__title", "source__url")
        .annotate(models.Count("pk"))
        .order_by("source__title")
    )
    total = queryset.count()
    context = {
        "title": _("Have you read the source today?"),
        "day": day,
        "rows": queryset.select_related("source")[:SHOWN],
        "total": total,
        "more": max(total - SHOWN, 0),
        "sources": sources[:SHOWN],
        "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
        "checkbox": ACTION_CHECKBOX_NAME,
        "across": request.POST.get("select_across", "0"),
    }
    page: HttpResponse = model_admin.respond(request, "checked_today", context)
    return page
