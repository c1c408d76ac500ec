from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from accounts.models import User


class AccountsConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "accounts"

    def ready(self) -> None:
        """Register what accounts keep of a person, and move a guest's things into the account at each sign-in."""
        from django.contrib.auth.signals import user_logged_in

        from . import expiry, privacy

        if apps.is_installed("allauth.mfa"):  # it is not where a command only works out an advice
            from . import receivers  # noqa: F401  # they connect themselves

        privacy.register(
            "accounts",
            export=_export,
            delete=_delete,
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


# What is kept lies in tables of other apps too (allauth, sessions, the editors' journal), with which not every command starts.
def _export(user: User) -> dict[str, Any]:
    from accounts import personal_data

    return personal_data.export(user)


def _delete(user: User) -> None:
    from accounts import personal_data

    personal_data.delete(user)
