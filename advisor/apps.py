from django.apps import AppConfig


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"

    def ready(self) -> None:
        """Register the check that every code has words."""
        from .wording import checks  # noqa: F401
