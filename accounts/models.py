"""People and their organisations. A user model of our own from the first migration: replacing Django's later would
mean rewriting every key."""

import uuid
import zoneinfo
from datetime import tzinfo
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import roles
from .events import Event


class User(AbstractUser):
    """A person with an account: an editor of facts, or a member of organisations, or both.

    ``username`` is an editor's name for the admin, and a random word for everybody else, who sign in by e-mail address.
    ``first_name`` is what a person wants to be called by the members of their organisations; it may be empty.
    """

    language = models.CharField(_("language"), max_length=10, blank=True, help_text=_("Empty: as the browser asks."))
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")

    @property
    def label(self) -> str:
        """How this person is called in pages that their organisations see."""
        return self.get_full_name() or self.email or self.username

    @property
    def zone(self) -> tzinfo:
        """The time zone; UTC where the system no longer knows the one that was chosen."""
        try:
            return zoneinfo.ZoneInfo(self.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            return zoneinfo.ZoneInfo("UTC")


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations, seen from a person."""

    def of(self, user: User) -> "OrganisationQuerySet":
        """Those that this person belongs to."""
        return self.filter(memberships__user=user)

    def owned_alone_by(self, user: User) -> "OrganisationQuerySet":
        """Those that would have no owner without this person."""
        owners = Membership.objects.filter(role=roles.OWNER)
        others = owners.filter(organisation=models.OuterRef("pk")).exclude(user=user)
        own = owners.filter(organisation=models.OuterRef("pk"), user=user)
        return self.filter(models.Exists(own)).exclude(models.Exists(others))


class Organisation(models.Model):
    """People who work together. Its address holds a random id, so that nobody learns how many there are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    created = models.DateTimeField(_("created"), auto_now_add=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person belongs to an organisation, with a role. Somebody who is removed has no row, and counts as an outsider from then on."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10)
    joined = models.DateTimeField(_("joined"), auto_now_add=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["joined", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "user"], name="membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=roles.ROLES), name="membership_role"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} · {self.role}"

    @property
    def role_label(self) -> str:
        """The role in words."""
        return str(roles.LABELS[self.role])


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, by whether they still work."""

    def open(self) -> "InvitationQuerySet":
        """Those that can be accepted now."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())

    def over(self) -> "InvitationQuerySet":
        """Those that nobody can accept any more."""
        return self.exclude(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())


class Invitation(models.Model):
    """Somebody may join an organisation. Only the mail holds the token itself; this row holds its hash.

    The address is emptied as soon as it is used: it may belong to a person who never wanted to be known here.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    role = models.CharField(_("role"), max_length=10)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(User, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(_("sent"), auto_now_add=True)
    expires_at = models.DateTimeField(_("until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(role__in=roles.ROLES), name="invitation_role"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} · {self.role}"

    @property
    def role_label(self) -> str:
        """The role in words."""
        return str(roles.LABELS[self.role])


class OrganisationDeed(models.TextChoices):
    """What people do with an organisation. The codes are kept for good."""

    FOUNDED = "founded", _("The organisation was founded.")
    RENAMED = "renamed", _("The organisation was given another name.")
    INVITED = "invited", _("Somebody was invited.")
    INVITATION_WITHDRAWN = "invitation-withdrawn", _("An invitation was withdrawn.")
    JOINED = "joined", _("An invitation was accepted.")
    ROLE_CHANGED = "role-changed", _("The role of somebody who has left since was changed.")
    HANDED_OVER = "handed-over", _("The organisation was handed over to somebody who has left since.")
    LEFT = "left", _("A member left.")
    REMOVED = "removed", _("A member was removed.")
    ADVICE_DELETED = "advice-deleted", _("Saved advice was deleted.")


class OrganisationEvent(Event):
    """One deed on an organisation. ``whom`` it concerned beside the person who did it, if that is a member."""

    DEEDS = OrganisationDeed
    ABOUT_SOMEBODY: ClassVar = {
        OrganisationDeed.ROLE_CHANGED: _("The role of %(whom)s was changed."),
        OrganisationDeed.HANDED_OVER: _("The organisation was handed over to %(whom)s."),
    }

    organisation = models.ForeignKey(Organisation, models.CASCADE, editable=False, related_name="events")
    whom = models.ForeignKey(User, models.SET_NULL, null=True, editable=False, related_name="+")

    class Meta(Event.Meta):
        verbose_name = _("event of an organisation")
        verbose_name_plural = _("events of organisations")

    @property
    def sentence(self) -> str | Promise:
        """What was done and to whom, without who did it."""
        if self.whom is None:
            return super().sentence
        return self.ABOUT_SOMEBODY[OrganisationDeed(self.deed)] % {"whom": self.whom.label}


class AccountDeed(models.TextChoices):
    """What is done to somebody's account by another person. The codes are kept for good."""

    MADE = "made", _("The account was made.")
    ROLES_GIVEN = "roles-given", _("The account was given a role or a right.")
    PASSWORD_SET = "password-set", _("Its password was set.")
    OPENED = "opened", _("The account was opened again.")
    FACTORS_REMOVED = "factors-removed", _("Its second factors were removed.")
    VOUCHED = "vouched", _("A second person confirmed the account.")


class AccountEvent(Event):
    """One deed on an account: `by` whom, and to whom."""

    DEEDS = AccountDeed

    whom = models.ForeignKey(User, models.CASCADE, editable=False, related_name="deeds")

    class Meta(Event.Meta):
        verbose_name = _("event of an account")
        verbose_name_plural = _("events of accounts")


class SignIn(models.Model):
    """A session in which somebody is signed in, so that its owner finds it. What it holds lies sealed in the session itself
    (`accounts/sessions.py`); here lie only keyed digests: what the session is called, and whose it is."""

    session = models.CharField(max_length=40, primary_key=True, editable=False)
    owner = models.CharField(max_length=64, db_index=True, editable=False)

    class Meta:
        verbose_name = _("open sign-in")
        verbose_name_plural = _("open sign-ins")
        default_permissions = ()

    def __str__(self) -> str:
        return self.session[:8]
