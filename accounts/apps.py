from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "accounts"

    def ready(self) -> None:
        """Say what accounts keep of a person, and have a guest's things follow into the account at each sign-in."""
        from django.contrib.auth.signals import user_logged_in

        from . import expiry, personal_data, privacy

        privacy.register(
            "accounts",
            export=personal_data.export,
            delete=personal_data.delete,
            tidy=expiry.tidy,
            retention=_(
                "Your account, your organisations and the invitations you sent: until you delete them. What you did in an organisation "
                "stays in its history, under your name only while you belong to it."
            ),
        )
        user_logged_in.connect(_moved_in, dispatch_uid="accounts.moved_in")


def _moved_in(sender: object, *, request: object, user: object, **rest: object) -> None:
    from django.http import HttpRequest

    from . import privacy
    from .models import User

    if isinstance(request, HttpRequest) and isinstance(user, User):
        privacy.move_all(request, user)
