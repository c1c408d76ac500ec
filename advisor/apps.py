from django.apps import AppConfig


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"

    def ready(self) -> None:
        """Register the check that every code has words, and say what is kept of people."""
        from accounts import privacy

        from .followup import guests
        from .wording import checks  # noqa: F401

        privacy.register("guests’ answers", retention=guests.RETENTION)
