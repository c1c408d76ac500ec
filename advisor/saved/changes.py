"""Changes of saved advice as pages show them: what was, what is, and which fact or day brought it about."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.compare import fact_words, words
from advisor.compare.differences import Difference, from_plain
from advisor.words import labels, names
from rules.dates import PartialDate
from rules.facts.edition import Edition

from .comparison import fact_of
from .models import AdviceChange


@dataclass(frozen=True)
class Line:
    """One difference in a sentence, and why."""

    text: str
    why: str


@dataclass(frozen=True)
class Fact:
    """A fact that was changed, and what in it."""

    name: str
    lines: list[str]


@dataclass(frozen=True)
class Shown:
    """One change of the advice."""

    id: int
    day: datetime.date
    before_day: datetime.date
    reason: str
    lines: list[Line]
    facts: list[Fact]


@dataclass(frozen=True)
class Since:
    """What changed since somebody looked: the newest few, how many more there are, and the newest one's id."""

    shown: list[Shown]
    more: int
    newest: int


FEW = 3


def since(unseen: Iterable[AdviceChange], edition: Edition) -> Since | None:
    """For the page of one saved advice; ``None`` where nothing is new. In: the newest first, and the edition that names things today."""
    rows = list(unseen)
    if not rows:
        return None
    return Since([shown(row, edition) for row in rows[:FEW]], max(0, len(rows) - FEW), rows[0].pk)


def shown(change: AdviceChange, edition: Edition) -> Shown:
    """One change in words, in the language of whoever reads."""
    said: Mapping[str, Any] = change.said
    return Shown(
        id=change.pk,
        day=change.given.as_of,
        before_day=change.before_day,
        reason=change.reassessment.get_reason_display(),
        lines=[
            *(Line(words.text(from_plain(row), edition), _why(row, edition)) for row in said["differences"]),
            *(Line(_near(from_plain(row), edition), "") for row in said["near"]),
        ],
        facts=[
            Fact(fact_words.label(fact.key, edition), fact_words.sentences(fact))
            for fact in map(fact_of, said["facts"])
        ],
    )


def _why(row: Mapping[str, Any], edition: Edition) -> str:
    if row.get("by_rules"):
        return _("The questions of this site became finer; no fact was changed.")
    if row["by_day"]:
        return _("Time has passed; no fact was changed.")
    facts = [fact_words.label((section, name), edition) for section, name in row["facts"]]
    if not facts:
        return _("Several changed facts together brought this about.")
    if row["more"]:
        facts.append(ngettext("%(count)s more", "%(count)s more", row["more"]) % {"count": row["more"]})
    return _("Changed fact: %(facts)s.") % {"facts": names.listed(facts)}


def _near(one: Difference, edition: Edition) -> str:
    day = names.day(PartialDate.parse(one.after.split("/")[0]))
    said = {"route": labels.ROUTES[one.route], "what": words.about(one, edition), "day": day}
    return _("%(route)s – %(what)s: %(day)s, no more than 30 days ahead.") % said
