from django.apps import AppConfig


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"

    def ready(self) -> None:
        """Register the check that every code has words, and say what is kept of a person."""
        from django.utils.translation import gettext_lazy as _

        from accounts import privacy

        from .followup import drafting
        from .wording import checks  # noqa: F401

        privacy.register(
            "drafts",
            export=drafting.export,
            retention=_("Drafts of submissions: until you delete them, or the saved advice that they belong to."),
        )
