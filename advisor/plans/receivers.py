"""Plans follow what happens to saved advice and to the people who answer for it."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from accounts.models import Membership
from accounts.roles import OWNER
from advisor import clock
from advisor.saved import signals

from . import actions, reminders


@receiver(signals.given, dispatch_uid="advisor.plans.given")
def follow_the_advice(sender: object, *, saved: Any, advice: Any, **more: object) -> None:
    """The plan is brought up to the advice that was given."""
    actions.refresh(saved=saved, advice=advice)


@receiver(signals.matter_changed, dispatch_uid="advisor.plans.matter_changed")
def remind_of_the_matter_anew(sender: object, *, saved: Any, **more: object) -> None:
    """What is closed reminds nobody; what was given to an organisation reminds its members."""
    reminders.of_saved(saved, clock.today())


@receiver(post_save, sender=Membership, dispatch_uid="advisor.in_charge")
def remind_whoever_is_in_charge(sender: object, *, instance: Any, created: bool, **more: object) -> None:
    """Somebody has another role: whoever is in charge of what nobody took may be another person."""
    if instance.role == OWNER or not created:
        actions.remind_anew(organisation_id=instance.organisation_id)


@receiver(post_delete, sender=Membership, dispatch_uid="advisor.left")
def let_go_of_tasks(sender: object, *, instance: Any, **more: object) -> None:
    """Who left an organisation has no tasks in its plans any more."""
    actions.let_go(user=instance.user, organisation_id=instance.organisation_id)
