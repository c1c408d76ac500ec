"""Links by which somebody without an account reads one saved advice."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import Bound, SealedTextField
from advisor.saved.models import SavedAdvice


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    """Links, by whether they still work."""

    def open(self) -> "ShareLinkQuerySet":
        """Those that are neither past their last moment nor withdrawn."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def over(self) -> "ShareLinkQuerySet":
        """The others."""
        return self.exclude(revoked_at=None, expires_at__gt=timezone.now())


class ShareLink(Bound):
    """One link. Only the link holds the token itself; this row holds its hash.

    The link stops working when its maker may no longer change the advice (`advisor.sharing.links.find`), and is deleted with their
    account. Of its readers, only the day of the last visit is kept.
    """

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    label = SealedTextField(_("for whom"), blank=True, hides_empty=True)
    with_answers = models.BooleanField(_("with the answers"), default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    last_opened_on = models.DateField(_("last opened"), null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link for sharing")
        verbose_name_plural = _("links for sharing")
        ordering = ["expires_at", "id"]
        indexes: ClassVar = [models.Index(fields=["expires_at"], name="share_by_end")]

    def __str__(self) -> str:
        return f"{self.saved_id} · {self.expires_at:%Y-%m-%d}"

    @property
    def last_day(self) -> datetime.date:
        """The day on which it ends, in the reader's time zone."""
        return timezone.localdate(self.expires_at)


class GuestDraft(models.Model):
    """A draft that its writer comes back to by a code.

    ``lookup`` finds it, and a key opens ``sealed``. Both are computed from the code, slowly; the code itself is stored nowhere
    (`advisor.sharing.codes`). ``keep_until`` is the last day on which it can be opened. Days only: an hour could be matched with who
    was on the network.
    """

    lookup = models.CharField(max_length=64, unique=True, editable=False)
    sealed = models.TextField(_("answers"), editable=False)
    keep_until = models.DateField(_("kept until"))
    created = models.DateField(_("kept since"), editable=False)

    class Meta:
        verbose_name = _("draft of a guest")
        verbose_name_plural = _("drafts of guests")
        ordering = ["keep_until", "id"]
        indexes: ClassVar = [models.Index(fields=["keep_until"], name="guest_by_end")]

    def __str__(self) -> str:
        return str(self.keep_until)
