"""Plans kept true: those made from another edition, or on an earlier day, are brought up to the advice of today.

Each plan is one transaction and carries its own edition and day, so this may be killed at any moment, run twice or by several processes
at once: what is done is found done.
"""

import logging

from advisor import clock
from advisor.editions import store
from advisor.saved.assessment import assess
from advisor.saved.models import LIVING

from . import actions
from .models import Plan

log = logging.getLogger(__name__)


def bring_up() -> int:
    """All plans of advice that the portal keeps true. Out: how many were brought up."""
    edition, today = store.current(), clock.today()
    if edition is None:
        return 0
    behind = Plan.objects.filter(saved__status__in=LIVING).exclude(edition=edition.id, as_of__gte=today)
    done = 0
    for key in list(behind.values_list("pk", flat=True)):
        try:
            plan = behind.select_related("saved").filter(pk=key).first()
            if plan is not None:
                actions.refresh(saved=plan.saved, advice=assess(plan.saved, edition, today, changes=False))
                done += 1
        except Exception as fault:
            # One that can't be worked out keeps no other plan from being true. Its words may quote a case.
            log.error("The plan of saved advice %s could not be brought up (%s)", key, type(fault).__name__)
    return done
