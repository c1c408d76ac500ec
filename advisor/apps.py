from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"
    verbose_name = _("Advice: cases, points, publishing")

    def ready(self) -> None:
        """Register the check that every code has words, and say what saved advice keeps of a person."""
        from accounts import privacy

        from .followup import drafting, keeping, moving
        from .wording import checks  # noqa: F401

        # Rows go with the account or the organisation that they belong to, by their foreign keys.
        privacy.register(
            "saved advice",
            export=keeping.export,
            move=moving.move,
            retention=_(
                "Saved advice with its notes and history: until you delete it, otherwise for 24 months after its last change. "
                "Each page names the day, and you can choose another."
            ),
        )
        privacy.register(
            "drafts",
            export=drafting.export,
            retention=_("Drafts of submissions: until you delete them, or the saved advice that they belong to."),
        )
