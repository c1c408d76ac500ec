"""What differs for saved advice under another version of the rules: the advice of today beside the one that was kept.

The rules of before are not here to ask, so what was given is compared as it was kept. Where nothing was kept, nothing can be told.
"""

import json

from advisor.advice.assessment import content_of, digest_of, scenario_of
from advisor.compare.kept import differences
from advisor.editions.store import open_edition
from rules.advice import advise

from .assessment import draft_of
from .comparison import Change, Stand
from .models import SavedAdvice


def change(saved: SavedAdvice, after: Stand) -> Change | None:
    """What differs since the last advice that was given by other rules; ``None`` where nothing does, or nothing was kept."""
    last = saved.given.exclude(rules=after.rules).exclude(kept="").first()
    if last is None:
        return None
    edition = open_edition(after.edition)
    advice = advise(scenario_of(draft_of(saved).answers, edition), edition, after.day)
    content = content_of(advice, edition)
    found = differences(json.loads(last.kept), json.loads(content))
    if not found:
        return None
    said = [one.plain() | {"by_day": False, "by_rules": True, "facts": [], "more": 0} for one in found]
    return Change({"differences": said, "near": [], "facts": []}, advice.given.plain(), digest_of(content), content)
