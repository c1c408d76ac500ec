from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdvisorConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "advisor"

    def ready(self) -> None:
        """Register the check that every code has words, and say what saved advice keeps of a person."""
        from accounts import privacy

        from .followup import calendar_feeds, experience, keeping, moving
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
