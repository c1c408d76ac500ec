from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

PARTS = ("needs", "receivers", "privacy", "keyed", "stores")
"""What a subject may bring: what it asks of an edition, what it does when another subject tells something, what it keeps of people,
which rows it finds by keyed digests, and rows that a release may bring."""


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"
    verbose_name = _("Advice: cases, points, publishing")

    def ready(self) -> None:
        """Let every subject take part, register the check that every code has words, and have the roles made once there are
        permissions to give."""
        from django.db.models.signals import post_migrate

        from . import checks  # noqa: F401
        from .staff import after_migration
        from .subjects import load

        for part in PARTS:
            for _module in load(part):
                pass  # to load it is to take part
        # This app is the last one that Django tells of a migration, so all permissions are there by then.
        post_migrate.connect(after_migration, sender=self, dispatch_uid="advisor.staff")
