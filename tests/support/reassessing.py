"""Saved advices in a portal of its own, a quarter of them about a State whose deadline moves, and what became of them."""

import json
from typing import Any

from .portal import Portal

DAY = "2026-05-01"
"""Before the deadline that moves."""

# The rows, and a first round, so that there is something to go on from.
FILL = """
from allauth.account.models import EmailAddress
from accounts.models import User
from advisor.saved import living
from advisor.saved.models import SavedAdvice
people = [User.objects.create(username=f"p{n}", email=f"p{n}@one.example") for n in range(10)]
for user in people:
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
def draft(n):
    return {"answers": {"countries": [("MMR", "KEN", "CHE", "BRA")[n % 4]], "themes": ["torture"],
                        "information": "country-overview", "urgency": "ongoing", "ready_on": f"2026-{n % 12 + 1:02}-01"}}
SavedAdvice.objects.bulk_create(
    SavedAdvice(owner=people[n % 10], name="x", draft=draft(n), keep_until="2030-01-01") for n in range(ROWS)
)
living.run_due()
"""

# Myanmar's review moves to a session of its own, with a deadline of its own.
PUBLISH = """
import json
from advisor.editions import store
from advisor.editions.freeze import canonical, digest
from advisor.editions.models import Edition, Publication
content = json.loads(Edition.objects.get(pk=store.current_edition_id()).content)
content["upr_sessions"]["99"] = content["upr_sessions"]["54"] | {"stakeholder_deadline": "2026-08-08"}
content["reviews"]["MMR"][-1]["session"] = 99
text = canonical(content)
Publication.objects.create(edition=Edition.objects.create(pk=digest(text), content=text))
"""

# The claim of a worker that was killed is over.
TIME_PASSES = """
import datetime
from django.db.models import F
from advisor import batches
from advisor.saved.models import Reassessment
Reassessment.objects.filter(done_at=None).update(claimed_until=F("claimed_until") - 2 * batches.LEASE)
"""

STATE = """
import json
from advisor.notices.models import Notice
from advisor.saved.models import AdviceChange, GivenAdvice, Reassessment
row = Reassessment.objects.filter(reason="edition").first()
keys = sorted(notice.name for notice in Notice.objects.all())
print(json.dumps({
    "assessed": row.assessed, "changed": row.changed, "done": row.done_at is not None,
    "changes": AdviceChange.objects.count(), "saved": AdviceChange.objects.values("saved").distinct().count(),
    "given": GivenAdvice.objects.filter(reason="edition").count(), "notices": len(keys),
    "one each": keys == sorted(f"changed-{pk}" for pk in AdviceChange.objects.values_list("pk", flat=True)),
}))
"""


def fill(portal: Portal, rows: int) -> None:
    """In: a portal with a published edition, and how many saved advices it gets. Then another edition is published."""
    portal.run(FILL.replace("ROWS", str(rows)) + PUBLISH)


def state(portal: Portal) -> dict[str, Any]:
    """How far the re-assessment is, and what was kept so far."""
    return dict(json.loads(portal.run(STATE)))


def check_that_nothing_is_half_done(portal: Portal, rows: int) -> None:
    """In the middle: what is counted is what is kept, and all that belongs to it."""
    found = state(portal)
    assert 0 < found["assessed"] < rows
    assert (found["done"], found["one each"]) == (False, True)
    assert {found[name] for name in ("changes", "saved", "given", "notices")} == {found["changed"]}


def check_that_each_is_done_once(portal: Portal, rows: int) -> None:
    """At the end: every row, and everything for those about Myanmar."""
    counts = dict.fromkeys(("changed", "changes", "saved", "given", "notices"), rows // 4)
    assert state(portal) == {"assessed": rows, "done": True, "one each": True, **counts}
