from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"
    verbose_name = _("Advice: cases, points, publishing")

    def ready(self) -> None:
        """Register the check that every code has words."""
        from .wording import checks  # noqa: F401
