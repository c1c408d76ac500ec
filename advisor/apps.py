from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"
    verbose_name = _("Advice: cases, points, publishing")

    def ready(self) -> None:
        """Register the check that every code has words, say what is kept of a person, let go of those who leave, and have the roles
        made once there are permissions to give."""
        from django.db.models.signals import post_delete, post_migrate, post_save

        from accounts import privacy
        from accounts.models import Membership

        from .followup import (
            calendar_feeds,
            drafting,
            experience,
            guests,
            keeping,
            moving,
            outbox,
            plan_keeping,
            seen,
            sharing,
        )
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
        # Belongs to the organisation; who wrote it is not kept.
        privacy.register(
            "how routes went",
            export=experience.export,
            retention=_(
                "How a route went for your organisation: until one of its members takes it back. It is deleted at once, and gone from "
                "the numbers when they are next made."
            ),
        )
        # An address of a calendar goes with its owner, and answers no more.
        privacy.register(
            "calendar addresses",
            export=calendar_feeds.export,
            retention=_(
                "Your calendar addresses: until you revoke them, and 30 days longer in your list. For each we note the day on which "
                "it was last read, not by whom or from where."
            ),
        )
        privacy.register("changes of saved advice", export=seen.export)
        privacy.register(
            "notices",
            export=outbox.export,
            retention=_("Reminders: when each of them was due and sent, for 90 days."),
        )
        privacy.register(
            "plans",
            export=plan_keeping.export,
            retention=_("Plans, letters noted and what came of them: as long as the saved advice that they belong to."),
        )
        privacy.register("guests’ answers", move=guests.forget, retention=guests.RETENTION)
        privacy.register("shared links", export=sharing.export, retention=sharing.RETENTION)
        privacy.register(
            "drafts",
            export=drafting.export,
            retention=_("Drafts of submissions: until you delete them, or the saved advice that they belong to."),
        )
        # This app is the last one that Django tells of a migration, so all permissions are there by then.
        post_migrate.connect(after_migration, sender=self, dispatch_uid="advisor.staff")
        post_delete.connect(_left, sender=Membership, dispatch_uid="advisor.left")
        post_save.connect(_in_charge, sender=Membership, dispatch_uid="advisor.in_charge")


def _in_charge(sender: object, *, instance: Any, created: bool, **rest: object) -> None:
    """Somebody has another role: whoever is in charge of what nobody took may be another person."""
    from accounts.roles import OWNER

    from .followup import plans

    if instance.role == OWNER or not created:
        plans.remind_anew(organisation_id=instance.organisation_id)


def _left(sender: object, *, instance: Any, **rest: object) -> None:
    from .followup import plans

    plans.let_go(user=instance.user, organisation_id=instance.organisation_id)
