"""Pages that the portal itself reads, where its operator allows that: what is kept between two looks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FetchedPage(models.Model):
    """A page that an adapter reads, or, without an adapter, a source whose address is only tried.

    ``fault`` says in words why the last look brought nothing, and since when; a person has to look. ``notes`` are lines of the page that
    only a person can enter. ``claimed_until``: whoever reads the page has it until then.
    """

    address = models.URLField(_("address"), max_length=600, unique=True)
    host = models.CharField(_("host"), max_length=253, db_index=True)
    adapter = models.CharField(_("read by"), max_length=40, blank=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    looked_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    due_at = models.DateTimeField(_("to be looked at"), db_index=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    fault = models.CharField(_("what is wrong"), max_length=400, blank=True)
    fault_since = models.DateTimeField(_("wrong since"), null=True, blank=True)
    notes = models.TextField(_("for a person"), blank=True)

    class Meta:
        verbose_name = _("page that is fetched")
        verbose_name_plural = _("pages that are fetched")
        ordering = ["adapter", "address"]
        # Nobody adds, edits or deletes one: the portal keeps them.
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.address
