"""Filters of the lists: by re-check day, and by a row of another table, chosen in a box."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mechanisms.staleness import SOON, Dues


class RecheckFilter(admin.SimpleListFilter):
    """Whether something may have changed a fact since it was checked."""

    title = _("to be checked")
    parameter_name = "recheck"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The choices."""
        return [("due", _("now")), ("soon", _("within two weeks")), ("fine", _("not now"))]

    def queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any] | None":
        """The rows of a choice."""
        if self.value() not in ("due", "soon", "fine"):
            return None
        day, dues = timezone.localdate(), Dues()
        now = dues.due(queryset.model._default_manager.all(), day).values("pk")
        if self.value() == "soon":
            return dues.due(queryset, day + SOON).exclude(pk__in=now)
        return queryset.filter(pk__in=now) if self.value() == "due" else queryset.exclude(pk__in=now)


class InForceFilter(admin.SimpleListFilter):
    """Whether a dated fact applies today."""

    title = _("in force")
    parameter_name = "in_force"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The choices."""
        return [("yes", _("today")), ("no", _("over, or not yet"))]

    def queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any] | None":
        """The rows of a choice."""
        if self.value() is None:
            return None
        today = queryset.model._default_manager.on(timezone.localdate()).values("pk")
        return queryset.filter(pk__in=today) if self.value() == "yes" else queryset.exclude(pk__in=today)


class BoxFilter(admin.SimpleListFilter):
    """Rows of another table in a box: a list of 195 States beside each list of facts would help nobody."""

    template = "admin/mechanisms/box_filter.html"
    path = ""
    model: type[models.Model]

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """All rows of the other table that some row of this one points at."""
        used = model_admin.model._default_manager.order_by().values(self.path)
        rows = self.model._default_manager.filter(pk__in=used)
        return sorted(((str(row.pk), str(row)) for row in rows), key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any] | None":
        """The rows that point at the chosen one."""
        value = self.value()
        if not value or not value.isascii() or not value.isdigit():
            return None
        # By a subquery, so that a row that points to it twice is listed once.
        return queryset.filter(
            pk__in=queryset.model._default_manager.filter(**{self.path: value}).order_by().values("pk")
        )

    def choices(self, changelist: Any) -> Any:
        """Keep the other filters and the search while this one changes."""
        for choice in super().choices(changelist):
            yield choice | {"kept": self._kept(changelist)}

    def _kept(self, changelist: Any) -> list[tuple[str, str]]:
        return [
            (name, value)
            for name, values in changelist.filter_params.items()
            if name != self.parameter_name
            for value in values
        ]


def box(path: str, model: type[models.Model], title: Any = None) -> type[BoxFilter]:
    """A filter by the rows that a field points at."""
    return type(
        "BoxFilterBy" + model.__name__,
        (BoxFilter,),
        {
            "title": title or model._meta.verbose_name,
            "parameter_name": path.replace("__", "_"),
            "path": path,
            "model": model,
        },
    )
