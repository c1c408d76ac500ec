"""The app of facts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MechanismsConfig(AppConfig):
    """What the UN offers, and since when. Does not know accounts or advice."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "mechanisms"
    verbose_name = _("Facts")
