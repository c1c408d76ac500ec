"""Editors' accounts in the admin, and a sign-in there that is no weaker than the portal's own."""

from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from accounts.models import User

# Whose address is whose, and their keys, are no editor's business; organisations have no page here at all.
admin.site.unregister([EmailAddress, Authenticator])


class EditorSignInForm(AdminAuthenticationForm):
    """Name and password, counted; whoever has a second factor signs in where it is asked for."""

    def clean(self) -> dict[str, Any]:
        """Refuse after too many tries, before the password is looked at."""
        if self.request is not None:
            name = str(self.cleaned_data.get("username", "")).lower()
            if not ratelimit.consume(self.request, action="editor_sign_in", key=name):
                raise forms.ValidationError(_("Too many tries in a short time. Wait a few minutes, then try again."))
        return super().clean()

    def confirm_login_allowed(self, user: Any) -> None:
        """As always, and no way around the second factor."""
        super().confirm_login_allowed(user)
        if is_mfa_enabled(user):
            raise forms.ValidationError(
                _("Your account asks for a second factor. Sign in on the portal's own page, then come back here.")
            )


admin.site.login_form = EditorSignInForm


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Who may edit facts. People who only use the portal are listed by a random word."""

    list_display = ("username", "is_staff", "is_active", "last_login")
    search_fields = ("username",)
    fieldsets: ClassVar = (
        (None, {"fields": ("username", "password")}),
        (_("May"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        (_("When"), {"fields": ("last_login", "date_joined")}),
    )
