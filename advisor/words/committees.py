"""Why a committee is the best one for a complaint, or why it comes second, and what must still be true of the case."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from mechanisms.words import sentences
from rules.facts.edition import Edition
from rules.result import Committee, GateResult
from rules.scoring import failing
from rules.vocabulary import GateSlug, Result, RouteSlug

from .gates import GATE_LABELS, gate_text
from .names import committee

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

COMMITTEES: Mapping[str, "StrPromise"] = {
    "best": _("Of the committees that may be open, this one fits your answers best."),
    "closest": _("No committee is open for this State as things stand. This one comes closest."),
    "second.closed": _("This committee is not open as things stand. Not met: “%(gate)s”."),
    "second.less-sure": _(
        "This committee comes second to the %(best)s, because one condition more is not sure here: “%(gate)s”."
    ),
    "second.framed": _("This committee comes second to the %(best)s, whose treaty names the right."),
    "second.more-time": _(
        "This committee may be open too. The %(best)s comes first, because its time limit ends earlier."
    ),
    "second.less-close": _("This committee may be open too. For these rights we name the %(best)s first."),
}

STILL_TRUE = (GateSlug.RIGHT_COVERED, GateSlug.VICTIM_GROUP, GateSlug.FACTS_IN_TIME)
"""What a committee asks of this very case, said in the same breath: the right, the person, the time."""

ONLY_FOR = frozenset({f"{GateSlug.VICTIM_GROUP}.everybody"})
"""What need not be said there, since it leaves out nobody."""


def committee_text(row: Committee, edition: Edition) -> str:
    """Why this one, or why second; of one that may be open, with whom it takes and what must still be true.

    Raises ``KeyError`` for a code without words.
    """
    why = str(COMMITTEES[row.code] % _named(row, edition))
    if failing(row.gates):
        return why
    said = (gate_text(RouteSlug.TREATY_BODY_COMPLAINT, gate, edition) for gate in row.gates if _must_be_said(gate))
    return sentences((why, *said))


def _named(row: Committee, edition: Edition) -> dict[str, str]:
    named = {"best": committee(str(row.params["best"]), edition)}
    if "gate" in row.params:
        named["gate"] = str(GATE_LABELS[GateSlug(str(row.params["gate"]))])
    return named


def _must_be_said(gate: GateResult) -> bool:
    limits = gate.gate is GateSlug.VICTIM_GROUP and gate.code not in ONLY_FOR
    open_ = gate.result in (Result.ARGUABLE, Result.UNKNOWN) or len(gate.possible) > 1
    return gate.gate in STILL_TRUE and (limits or open_)
