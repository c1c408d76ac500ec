from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"

    def ready(self) -> None:
        """Register the check that every code has words, and have the roles made once there are permissions to give."""
        from .staff import after_migration
        from .wording import checks  # noqa: F401

        # This app is the last one that Django tells of a migration, so all permissions are there by then.
        post_migrate.connect(after_migration, sender=self, dispatch_uid="advisor.staff")
