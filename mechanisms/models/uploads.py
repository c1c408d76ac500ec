"""Files that an editor has sent, kept while their preview is shown."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PendingUpload(models.Model):
    """A file between preview and confirmation. In the database, since the two pages may be served by different machines."""

    name = models.CharField(_("name"), max_length=200)
    target = models.CharField(_("table"), max_length=60)
    content = models.BinaryField(_("content"))
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("by"))
    uploaded_at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("file under preview")
        verbose_name_plural = _("files under preview")
        ordering = ["-uploaded_at"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
