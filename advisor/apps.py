from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"

    def ready(self) -> None:
        """Register the check that every code has words, and say what is kept of a person."""
        from accounts import privacy

        from .followup import outbox
        from .wording import checks  # noqa: F401

        privacy.register(
            "notices",
            export=outbox.export,
            retention=_(
                "Which mails we told you something with, and when: for 90 days. What they were about is not in it."
            ),
        )
