"""Saved advice lends its answers to the questionnaire while they are changed there, and forgets the names of those who leave."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver

from accounts.models import Membership
from advisor.questions import purpose

from . import answers, events

purpose.register("saved advice", purpose.Purpose(answers.current, answers.stop))


@receiver(post_delete, sender=Membership, dispatch_uid="advisor.saved.left")
def forget_the_name(sender: object, *, instance: Any, **more: object) -> None:
    """Who left an organisation has no name in the history of its matters any more."""
    events.forget_name(user=instance.user, organisation_id=instance.organisation_id)
