"""Editors' accounts in the admin. The way in is the portal's own sign-in."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from . import staff
from .models import User

# Editors must not see e-mail addresses and keys of people; organisations have no page here at all.
admin.site.unregister([EmailAddress, Authenticator])


# One door for all: the portal's own sign-in counts attempts, and asks for the second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign, no-untyped-call]


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Who may edit facts. People who only use the portal are listed by a random word.

    An administrator gives roles and no more: only a superuser may change the account of somebody with more rights than a role gives,
    make a superuser, or give single permissions. Nobody gives a role to themselves.
    """

    list_display = ("username", "is_staff", "is_active", "last_login")
    search_fields = ("username",)
    filter_horizontal = ("user_permissions",)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only what this person may decide; a password that they may not set is not shown."""
        if obj is None:
            return super().get_fieldsets(request, obj)
        may: tuple[str, ...] = ("is_active", "is_staff", "groups")
        if _is_superuser(request):
            may = ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")
        name = ("username", "password") if self._may_set_password(request, obj) else ("username",)
        return [
            (None, {"fields": name}),
            (_("May"), {"fields": may, "description": _explained()}),
            (_("When"), {"fields": ("last_login", "date_joined")}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nobody decides about themselves."""
        if obj is None or _is_superuser(request):
            return super().get_readonly_fields(request, obj)
        own = ("is_active", "is_staff", "groups") if obj.pk == request.user.pk else ()
        return (*own, "last_login", "date_joined")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An administrator can't change an account with more rights than a role gives."""
        may = super().has_change_permission(request, obj)
        return may and (obj is None or _is_superuser(request) or not staff.is_beyond_roles(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Deleting a person deletes all that they saved; an administrator switches the account off instead."""
        return super().has_delete_permission(request, obj) and _is_superuser(request)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:  # noqa: A002 - Django's name
        """Refused for people who use the portal: with a new password one could read what they saved."""
        person = self.get_object(request, unquote(id))
        if person is not None and not self._may_set_password(request, person):
            raise PermissionDenied
        return super().user_change_password(request, id, form_url)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """An administrator gives the three roles, and no other group."""
        if db_field.name == "groups" and not _is_superuser(request):
            options["queryset"] = Group.objects.filter(name__in=staff.ROLES)
            options["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """People with a role may enter."""
        if form.cleaned_data.get("groups"):
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    def _may_set_password(self, request: HttpRequest, person: Any) -> bool:
        """A superuser; an administrator only for accounts made here, whose owners have no address to set a password themselves."""
        if not self.has_change_permission(request, person):
            return False
        has_address = bool(person.email) or EmailAddress.objects.filter(user=person).exists()
        return _is_superuser(request) or not has_address


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


def _explained() -> str:
    lines = format_html_join("", "<li>{}: {}</li>", staff.EXPLAINED.items())
    return format_html("{}<ul>{}</ul>", _("What each role does:"), lines)
