"""Resolutions, renewals, national institutions and standing invitations for the small world of the rules' tests."""

from dataclasses import replace
from typing import Any

from rules.dates import PartialDate, Period
from rules.facts.at_home import Accreditation, NationalInstitution, StandingInvitation
from rules.facts.edition import Edition
from rules.facts.resolutions import Adoption, Renewal, Resolution
from rules.ground import Situation, situate
from rules.vocabulary import DateStatus

from . import world


def resolution(symbol: str, adopted: str, *states: str, item: int | None = 4, **more: Any) -> Resolution:
    given: dict[str, Any] = {
        "adoption": Adoption.WITHOUT_VOTE,
        "yes": None,
        "no": None,
        "abstentions": None,
        "voted_yes": (),
        "voted_no": (),
        "abstained": (),
        "sponsors": "State BBB",
        "record_url": "",
        **more,
    }
    return Resolution(
        symbol=symbol,
        title=f"On {symbol}",
        adopted_on=PartialDate.parse(adopted),
        session="61",
        agenda_item=item,
        states=states,
        **given,
        **world.PROOF,
    )


def renewal(symbol: str, session: int | None, *, mandate: str = "", door: str = "", sure: bool = True) -> Renewal:
    known = DateStatus.CONFIRMED if sure else DateStatus.ESTIMATED
    status = DateStatus.UNKNOWN if session is None else known
    return Renewal(symbol, mandate, door, 1, session, status, **world.PROOF)


def institution(state: str, status: str = "A", **span: str) -> NationalInstitution:
    period = Period(*(PartialDate.parse(span[name]) if name in span else None for name in ("start", "end")))
    return NationalInstitution(state, f"Commission of {state}", Accreditation(status), "", period, **world.PROOF)


def invitation(state: str, start: str | None = None, end: str | None = None) -> StandingInvitation:
    span = Period(PartialDate.parse(start) if start else None, PartialDate.parse(end) if end else None)
    return StandingInvitation(state, span, **world.PROOF)


def edition(**parts: Any) -> Edition:
    """The small world with these facts in addition."""
    return replace(world.edition(), **parts)


def situation(parts: dict[str, Any], **answers: object) -> Situation:
    """A scenario in that world, on its day."""
    return situate(world.scenario(**answers).applicable()[0], edition(**parts), world.DAY)
