"""How often each kind of fact must be checked again. Our own rule, kept as data so that editors can change it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .dated import SourcedFact
from .fields import ChoiceField


class RecheckInterval(SourcedFact):
    """The longest time that a kind of fact may go unchecked before advice that uses it says so."""

    class Kind(models.TextChoices):
        """By the name of the table's file; those on which people act soonest come first."""

        UPR_SESSIONS = "upr_sessions", _("UPR sessions and their deadlines")
        COUNCIL_SESSIONS = "council_sessions", _("Council sessions and their deadlines")
        COMMITTEE_SESSIONS = "committee_sessions", _("sessions of committees and their deadlines")
        CALLS_FOR_INPUT = "calls_for_input", _("calls for input")
        UPR_REVIEWS = "upr_reviews", _("UPR reviews")
        COMMITTEE_REVIEWS = "committee_reviews", _("reviews by committees")
        STATE_REPORTS = "state_reports", _("reports due from States")
        MANDATES = "mandates", _("mandates")
        ADDRESSES = "addresses", _("addresses of steps")
        RENEWALS = "renewals", _("renewals of mandates and bodies of inquiry")
        MANDATE_CONTACTS = "mandate_contacts", _("contacts of mandates")
        DOORS = "doors", _("other doors")
        MANDATE_HOLDERS = "mandate_holders", _("mandate holders")
        TREATY_STATUSES = "treaty_statuses", _("what States did about treaties")
        TREATY_LIMITS = "treaty_limits", _("limits set by States")
        ROUTE_RULES = "route_rules", _("numbers of routes")
        ROUTE_REQUIREMENTS = "route_requirements", _("requirements of routes")
        TREATIES = "treaties", _("treaties and their committees")
        UPR_CYCLES = "upr_cycles", _("UPR cycles")
        COUNCIL_MEMBERSHIPS = "council_memberships", _("members of the Council")
        COUNCIL_RESOLUTIONS = "council_resolutions", _("Council resolutions and their votes")
        STANDING_INVITATIONS = "standing_invitations", _("standing invitations")
        NATIONAL_INSTITUTIONS = "national_institutions", _("national human rights institutions")
        ROUTES = "routes", _("routes")
        ROUTE_STATEMENTS = "route_statements", _("statements about routes")
        THEME_TREATIES = "theme_treaties", _("treaties of themes")
        MANDATE_ROLES = "mandate_roles", _("roles of mandates")
        REGIONAL_MEMBERSHIPS = "regional_memberships", _("States covered by regional bodies")
        REGIONAL_BODIES = "regional_bodies", _("regional bodies")
        SUPPORTS = "supports", _("supports")
        PLACES = "places", _("places that are no States")
        THEMES = "themes", _("themes")
        STATES = "states", _("States")
        RECHECK_INTERVALS = "recheck_intervals", _("these intervals themselves")

    NATURAL_KEY: ClassVar = ("kind",)

    kind = ChoiceField(Kind, unique=True, verbose_name=_("kind of fact"))
    days = models.PositiveSmallIntegerField(
        _("days"), help_text=_("After so many days without a check the fact counts as out of date.")
    )
    reason = models.TextField(_("reason"), help_text=_("Why that often, and when in the year it is best done."))

    class Meta:
        verbose_name = _("re-check interval")
        verbose_name_plural = _("re-check intervals")
        ordering = ["days", "kind"]
        constraints = [models.CheckConstraint(condition=models.Q(days__gt=0), name="recheck_interval_positive")]

    def __str__(self) -> str:
        return str(self.get_kind_display())
