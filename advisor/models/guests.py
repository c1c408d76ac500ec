"""What guests keep under a code of a few words. Nothing here says whose it is, and nothing opens it but the code."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class GuestDraft(models.Model):
    """A draft that its writer comes back to by a code.

    ``lookup`` finds it and ``sealed`` is opened by a key; both come from the code, slowly, and the code itself is kept nowhere
    (`advisor.followup.codes`). ``keep_until`` is the last day on which it can be opened. Days alone: an hour could be matched with who
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
