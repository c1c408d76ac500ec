"""A re-assessment that was under way, in 16 lanes, when the portal was brought up to date: it is finished, and nobody is told twice.
The way back keeps where it was."""

from pathlib import Path

from tests.support.portal import prepared
from tests.support.reassessing import DAY, check_that_each_is_done_once, fill, state

ROWS = 200

# Back to the middle: two lanes were done, and half of another.
MIDDLE = """
from uuid import UUID
from advisor.notices.models import Notice
from advisor.saved import living
from advisor.saved.models import AdviceChange, GivenAdvice, Reassessment, SavedAdvice
ids = sorted(SavedAdvice.objects.values_list("pk", flat=True))
lane = {number: [pk for pk in ids if pk.int >> 124 == number] for number in range(16)}
half = lane[1][: len(lane[1]) // 2 + 1]
done = [*lane[0], *half, *lane[9]]
print(str(half[-1]))
undone = AdviceChange.objects.exclude(saved__in=done)
Notice.objects.named(*(f"changed-{pk}" for pk in undone.values_list("pk", flat=True))).delete()
GivenAdvice.objects.filter(changes__in=undone).delete()
row = Reassessment.objects.first()
row.assessed, row.changed, row.done_at = len(done), AdviceChange.objects.count(), None
row.cursor = str(half[-1])
row.save()
"""
SHOW = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT cursors FROM advisor_reassessment ORDER BY id")
    print(*[row[0] for row in cursor.fetchall()], sep="\\n")
"""
CURSORS = """
import json
from django.db import connection
cursors = ["done", "CURSOR", *[""] * 14]
cursors[9] = "done"
with connection.cursor() as cursor:
    cursor.execute("UPDATE advisor_reassessment SET cursors = %s WHERE done_at IS NULL", [json.dumps(cursors)])
"""


def test_there_and_back_it_goes_on_where_it_was_and_nobody_is_told_twice(tmp_path: Path) -> None:
    portal = prepared(tmp_path, PORTAL_FIXED_DAY=DAY)
    fill(portal, ROWS)
    portal.manage("work")
    half = portal.run(MIDDLE)
    portal.manage("migrate", "advisor", "0013")
    finished, under_way = portal.run(SHOW + CURSORS.replace("CURSOR", half)).splitlines()
    assert finished.count("done") == 16
    assert (under_way.count("done"), half in under_way) == (1, True)
    portal.manage("migrate")
    found = state(portal)
    assert 0 < found["changed"] <= found["assessed"] < ROWS
    portal.manage("work")
    check_that_each_is_done_once(portal, ROWS)
