"""What editors changed since the last publication: the living rows beside the published edition."""

import json
from dataclasses import dataclass

from advisor.compare.facts import changed
from advisor.editions import store
from advisor.editions.freeze import freeze
from advisor.editions.models import Weight
from advisor.editions.thaw import thaw
from advisor.editions.weights import check

from .report import Fact, shown


@dataclass(frozen=True)
class Unpublished:
    """Changed facts in words, and what keeps them from being published at all."""

    facts: list[Fact]
    faults: list[str]


def unpublished() -> Unpublished:
    """The facts as they are now against what is published. Before the first edition nothing counts as changed."""
    faults = check(list(Weight.objects.all()))
    base = store.current()
    if base is None:
        return Unpublished([], faults)
    content = freeze()
    try:
        draft = thaw("draft", content)
    except (LookupError, ValueError, StopIteration):
        draft = base  # names come from the base then; what is wrong is said when it is stored
    now = json.loads(json.dumps(content))
    return Unpublished(shown(changed(store.content_of(base.id), now), base, draft), faults)
