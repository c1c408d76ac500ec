"""The content of an edition → frozen facts. Reads the content alone, never a table."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from advisor.words import texts
from rules.facts.addresses import Address, Door
from rules.facts.at_home import NationalInstitution, StandingInvitation
from rules.facts.committees import CommitteeReview, CommitteeSession, StateReport
from rules.facts.council import CouncilSession
from rules.facts.edition import Edition
from rules.facts.mandates import CallForInput, Mandate, MandateRole
from rules.facts.requirements import Requirement
from rules.facts.resolutions import Renewal, Resolution
from rules.facts.sources import Source
from rules.facts.states import RegionalBody, State
from rules.facts.themes import Theme, ThemeTreaty
from rules.facts.treaties import Commitment, Limit, Treaty, binds_from
from rules.facts.upr import UprCycle, UprReview, UprSession
from rules.facts.weights import Weights
from rules.vocabulary import GateSlug, RouteSlug, Side

from .codec import Json, date, from_plain
from .upgrades import Content, upgraded
from .weight_tables import tables

ROUTES = frozenset(RouteSlug)
GATES = frozenset(GateSlug)


def thaw(edition_id: str, content: Content) -> Edition:
    """The edition that a content describes, of whatever schema. Routes and gates that the rules no longer know are left out."""
    found = upgraded(content)
    treaties = _by(Treaty, found["treaties"], "slug")
    return Edition(
        id=edition_id,
        sources=_by(Source, found["sources"], "slug"),
        states=_by(State, found["states"], "iso3"),
        regional_bodies=_all(RegionalBody, found["regional"]),
        themes=_by(Theme, found["themes"], "slug"),
        theme_treaties={theme: _all(ThemeTreaty, rows) for theme, rows in found["theme_treaties"].items()},
        mandates=_all(Mandate, found["mandates"]),
        mandate_roles=_all(MandateRole, found["mandate_roles"]),
        addresses=_all(Address, found["addresses"]),
        doors=_all(Door, found["doors"]),
        calls=_all(CallForInput, found["calls"]),
        treaties=treaties,
        commitments=dict(_commitments(found["commitments"], treaties)),
        limits={_pair(name): _all(Limit, rows) for name, rows in found["limits"].items()},
        committee_sessions=_by(CommitteeSession, found["committee_sessions"], "slug"),
        committee_reviews={state: _all(CommitteeReview, rows) for state, rows in found["committee_reviews"].items()},
        state_reports={state: _all(StateReport, rows) for state, rows in found["state_reports"].items()},
        cycles={int(name): from_plain(UprCycle, row, number=int(name)) for name, row in found["cycles"].items()},
        upr_sessions={
            int(name): from_plain(UprSession, row, number=int(name)) for name, row in found["upr_sessions"].items()
        },
        reviews={state: _all(UprReview, rows) for state, rows in found["reviews"].items()},
        council_sessions=_all(CouncilSession, found["council_sessions"]),
        requirements=_all(Requirement, filter(_is_known, found["requirements"])),
        rules={key: (row["value"], row["source"]) for key, row in found["rules"].items()},
        sides={RouteSlug(slug): Side(row["side"]) for slug, row in found["routes"].items() if slug in ROUTES},
        weights=_weights(found["weights"]),
        texts=_texts(found),
        resolutions=_all(Resolution, found["resolutions"]),
        renewals=_all(Renewal, found["renewals"]),
        institutions=_all(NationalInstitution, found["institutions"]),
        invitations=_all(StandingInvitation, found["invitations"]),
    )


def _by(fact: type, rows: Json, name: str) -> dict[str, Any]:
    return {key: from_plain(fact, row, **{name: key}) for key, row in rows.items()}


def _all(fact: type, rows: Any) -> tuple[Any, ...]:
    return tuple(from_plain(fact, row) for row in rows)


def _pair(name: str) -> tuple[str, str]:
    state, treaty = name.split("/")
    return state, treaty


def _is_known(row: Json) -> bool:
    return row["route"] in ROUTES and row["gate"] in GATES


def _commitments(
    rows: Json, treaties: Mapping[str, Treaty]
) -> Iterator[tuple[tuple[str, str, str], tuple[Commitment, ...]]]:
    """With the day from which each act binds."""
    for name, acts in rows.items():
        state, treaty, instrument = name.split("/")
        known = treaties[treaty]
        yield (
            (state, treaty, instrument),
            tuple(from_plain(Commitment, act, binds_from=_binds(act, known, instrument)) for act in acts),
        )


def _binds(act: Json, treaty: Treaty, instrument: str) -> datetime.date | None:
    """Deposit plus the treaty's delay; a declaration made later works from its own day."""
    if act["from"] is None or act["status"] not in ("party", "accepted"):
        return None
    in_force = treaty.complaint_in_force if instrument == "individual_communications" else treaty.in_force
    delay = treaty.binding_delay if instrument == "treaty" else treaty.complaint_delay
    if act["action"] == "declaration":
        delay = (0, 0)
    elif act["action"].startswith("declaration with"):
        delay = treaty.binding_delay
    return binds_from(date(act["from"]).first, delay, in_force)


def _weights(content: Json) -> Weights:
    """What the rules weigh, and no more."""
    return Weights(
        tables={route: tables(route, content.get(route, {})) for route in RouteSlug},
        base={route: content[route]["base"]["points"]["points"] if route in content else 0 for route in RouteSlug},
        thresholds=content["general"]["verdicts"]["points"],
        tie_margin=content["general"]["tie"]["points"]["margin"],
        source="own-weights",
    )


def _texts(content: Json) -> texts.Texts:
    mandates = {row["slug"]: from_plain(texts.MandateText, row) for row in content["mandates"]}
    return texts.Texts(
        routes={slug: from_plain(texts.RouteText, row) for slug, row in content["routes"].items()},
        numbers=_by(texts.Number, content["rules"], "key"),
        mandates=mandates,
        contacts=_all(texts.Contact, content["contacts"]),
        treaties={slug: from_plain(texts.TreatyText, row) for slug, row in content["treaties"].items()},
        bodies={row["slug"]: from_plain(texts.BodyText, row) for row in content["regional"]},
        themes={slug: from_plain(texts.ThemeText, row) for slug, row in content["themes"].items()},
        supports=_all(texts.Support, content["supports"]),
        reasons={
            route: {table: body["reason"] for table, body in content["weights"].get(route, {}).items()}
            for route in RouteSlug
        },
    )
