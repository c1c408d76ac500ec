"""Editors' accounts in the admin. The way in is the portal's own sign-in."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from . import staff, vouching
from .actions import Refused
from .models import AccountDeed, AccountEvent, User

# Editors must not see e-mail addresses and keys of people; organisations have no page here at all.
admin.site.unregister([EmailAddress, Authenticator])


CONFIRMING = _(
    "Who makes an account, gives it a role or sets its password could be two persons. So approvals of the account count once a second "
    "administrator, who had no hand in it, has confirmed it in the list of users."
)

# One door for all: the portal's own sign-in counts attempts, and asks for the second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign, no-untyped-call]


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Who may edit facts. People who only use the portal are listed by a random word.

    An administrator gives roles and no more: only a superuser may change the account of somebody with more rights than a role gives,
    make a superuser, or give single permissions. Nobody gives a role to themselves.
    """

    list_display = ("username", "is_staff", "is_active", "is_confirmed", "last_login")
    actions = ("confirm",)
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
            (_("Who did what"), {"fields": ("done",), "description": CONFIRMING}),
            (_("When"), {"fields": ("last_login", "date_joined")}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nobody decides about themselves."""
        if obj is None or _is_superuser(request):
            return (*super().get_readonly_fields(request, obj), "done")
        own = ("is_active", "is_staff", "groups") if obj.pk == request.user.pk else ()
        return (*own, "done", "last_login", "date_joined")

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
        before = person.password if person is not None else ""
        with transaction.atomic():
            response = super().user_change_password(request, id, form_url)
            if person is not None and User.objects.get(pk=person.pk).password != before:
                vouching.note(AccountDeed.PASSWORD_SET, by=request.user, whom=person)
        return response

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """An administrator gives the three roles, and no other group."""
        if db_field.name == "groups" and not _is_superuser(request):
            options["queryset"] = Group.objects.filter(name__in=staff.ROLES)
            options["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """People with a role may enter. Who makes an account, opens it again or makes somebody a superuser had a hand in it."""
        if form.cleaned_data.get("groups"):
            obj.is_staff = True
        before = User.objects.get(pk=obj.pk) if change else None
        super().save_model(request, obj, form, change)
        if before is None:
            vouching.note(AccountDeed.MADE, by=request.user, whom=obj)
        elif obj.is_active and not before.is_active:
            vouching.note(AccountDeed.OPENED, by=request.user, whom=obj)
        if obj.is_superuser and not (before and before.is_superuser):
            vouching.note(AccountDeed.ROLES_GIVEN, by=request.user, whom=obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Who gives a role or a right had a hand in the account; who takes one away had none."""
        person = form.instance
        before = _rights(person)
        super().save_related(request, form, formsets, change)
        if _rights(person) - before:
            vouching.note(AccountDeed.ROLES_GIVEN, by=request.user, whom=person)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Each with what was done to the account last."""
        last = AccountEvent.objects.filter(whom=OuterRef("pk")).values("deed")[:1]
        people: QuerySet[User] = super().get_queryset(request).annotate(last_deed=Subquery(last))
        return people

    @admin.display(description=_("confirmed"), boolean=True)
    def is_confirmed(self, person: Any) -> bool:
        """Whether no second person has to confirm the account."""
        return person.last_deed in (None, AccountDeed.VOUCHED)

    @admin.display(description=_("Done to this account"))
    def done(self, person: User) -> str | Promise:
        """What others did to it, the latest first."""
        rows = AccountEvent.objects.filter(whom=person).select_related("by")
        lines = [
            (row.at.date().isoformat(), row.sentence, row.by.username if row.by else _("an account that is gone"))
            for row in rows
        ]
        return format_html_join("", "<div>{} · {} · {}</div>", lines) or _("Nothing.")

    @admin.action(description=_("Confirm, as a second person, whose accounts these are"), permissions=["change"])
    def confirm(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        """Vouch for each; where that can't be, say why."""
        for person in chosen:
            try:
                vouching.vouch(whom=person, by=request.user)  # type: ignore[arg-type]  # staff have accounts
            except Refused as refused:
                self.message_user(request, f"{person.username}: {refused}", messages.ERROR)
            else:
                self.message_user(request, _("Confirmed: %(name)s") % {"name": person.username}, messages.SUCCESS)

    def _may_set_password(self, request: HttpRequest, person: Any) -> bool:
        """A superuser; an administrator only for accounts made here, whose owners have no address to set a password themselves."""
        if not self.has_change_permission(request, person):
            return False
        has_address = bool(person.email) or EmailAddress.objects.filter(user=person).exists()
        return _is_superuser(request) or not has_address


def _rights(person: User) -> set[tuple[str, int]]:
    """The roles and single rights that somebody has."""
    held = (("group", person.groups), ("right", person.user_permissions))
    return {(kind, key) for kind, rows in held for key in rows.values_list("pk", flat=True)}


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


def _explained() -> str:
    lines = format_html_join("", "<li>{}: {}</li>", staff.EXPLAINED.items())
    return format_html("{}<ul>{}</ul>", _("What each role does:"), lines)
