"""Pages of a source that somebody compared with our rows as a whole."""

import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import ChoiceField
from .rechecks import RecheckInterval
from .sources import Source


class PageCheck(models.Model):
    """On a day, somebody had a page open: how many it counts, and how many we counted then. All its rows of a kind count as checked on that
    day if the two agree, without a new version of each.

    ``about`` names the part of the page, as treaty and instrument; it is empty where a page has one part only.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="page_checks", verbose_name=_("source"))
    kind = ChoiceField(RecheckInterval.Kind, verbose_name=_("kind of fact"))
    about = models.CharField(_("about"), max_length=60, blank=True)
    day = models.DateField(_("checked on"))
    stated = models.PositiveIntegerField(_("the page counts"), null=True, blank=True)
    others = models.PositiveIntegerField(
        _("of these, not in our list of States"), default=0, help_text=_("For instance the European Union.")
    )
    counted = models.PositiveIntegerField(_("we count"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("page looked at")
        verbose_name_plural = _("pages looked at")
        ordering = ["-day", "source", "kind", "about"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "about", "day"], name="page_check_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.source} – {self.get_kind_display()}"

    @property
    def agrees(self) -> bool:
        """Whether the page and our rows counted the same; a page that counts nothing was compared row by row."""
        return self.stated is None or self.stated == (self.counted or 0) + self.others

    @property
    def key(self) -> tuple[int, str, str]:
        """What it is about: source, kind and part of the page."""
        return self.source_id, self.kind, self.about


def latest(checks: "list[PageCheck]") -> dict[tuple[int, str, str], datetime.date]:
    """By source, kind and part: the last day on which page and rows agreed."""
    found: dict[tuple[int, str, str], datetime.date] = {}
    for check in checks:
        if check.agrees:
            found[check.key] = max(check.day, found.get(check.key, check.day))
    return found
