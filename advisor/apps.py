from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"
    verbose_name = _("Advice: cases, points, publishing")

    def ready(self) -> None:
        """Register the check that every code has words, say what saved advice keeps of a person, and have the roles made once there
        are permissions to give."""
        from accounts import privacy

        from .followup import keeping, moving
        from .staff import after_migration
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
        # This app is the last one that Django tells of a migration, so all permissions are there by then.
        post_migrate.connect(after_migration, sender=self, dispatch_uid="advisor.staff")
