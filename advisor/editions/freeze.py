"""Living rows → the content of an edition: plain, sorted, without any database key, so that its digest is the same everywhere."""

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from advisor.models import Weight
from mechanisms import models as m

SCHEMA = 1


def canonical(content: object) -> str:
    """The one JSON text of a content: keys sorted, no white space."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The id of an edition with this canonical text: the first 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _sorted(rows: Iterable[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
    """Rows in an order that no database's collation decides."""
    return sorted(rows, key=lambda row: [str(row[key]) for key in keys])


def freeze() -> dict[str, Any]:
    """The content of an edition made of the rows as they are now."""
    checked: dict[str, str] = {}
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "states": {
            row.iso3: {
                "name": row.name,
                "group": row.regional_group,
                "member": row.un_status == m.State.UnStatus.MEMBER,
                **_proof(row, checked),
            }
            for row in m.State.objects.select_related("source")
        },
        "regional": _regional(checked),
        "themes": {
            row.slug: {
                "label": row.label,
                "description": row.description,
                "grave": row.grave,
                "treaties": [link.treaty.slug for link in row.treaty_links.all()],
                **_proof(row, checked),
            }
            for row in m.Theme.objects.select_related("source").prefetch_related("treaty_links__treaty")
        },
        "mandates": _mandates(checked),
        "contacts": _sorted(
            (
                {"kind": row.kind, "value": row.value, **_span(row), **_proof(row, checked)}
                for row in m.MandateContact.objects.filter(mandate=None).select_related("source")
            ),
            "kind",
            "value",
        ),
        "calls": _sorted(
            (
                {
                    "mandate": row.mandate.slug,
                    "title": row.title,
                    "url": row.url,
                    "deadline": _date(row, "deadline"),
                    "status": row.status,
                    **_proof(row, checked),
                }
                for row in m.CallForInput.objects.select_related("source", "mandate")
            ),
            "mandate",
            "title",
        ),
        "treaties": _treaties(checked),
        "commitments": _commitments(checked),
        "limits": _limits(checked),
        "cycles": {
            str(row.number): {
                "months": row.interval_months,
                "starts": _date(row, "starts"),
                "ends": _date(row, "ends"),
                **_proof(row, checked),
            }
            for row in m.UprCycle.objects.select_related("source")
        },
        "upr_sessions": _upr_sessions(checked),
        "reviews": _reviews(checked),
        "council_sessions": _council_sessions(checked),
        "council_members": _sorted(
            (
                {"state": row.state.iso3, **_span(row), **_proof(row, checked)}
                for row in m.CouncilMembership.objects.select_related("source", "state")
            ),
            "state",
            "from",
        ),
        "routes": _routes(checked),
        "requirements": _sorted(
            (
                {
                    "route": row.route.slug,
                    "gate": row.gate,
                    "need": row.requirement,
                    "text": row.text,
                    **_span(row),
                    **_proof(row, checked),
                }
                for row in m.RouteRequirement.objects.select_related("source", "route")
            ),
            "route",
            "gate",
            "from",
        ),
        "rules": {
            row.key: {
                "route": row.route.slug,
                "value": row.value,
                "unit": row.unit,
                "label": row.label,
                "verified": row.verified,
                **_proof(row, checked),
            }
            for row in m.RouteRule.objects.filter(valid_to=None).select_related("source", "route")
        },
        "supports": _sorted(
            (
                {
                    "slug": row.slug,
                    "name": row.name,
                    "what": row.what,
                    "url": row.url,
                    "kind": row.kind,
                    "routes": sorted(route.slug for route in row.routes.all()),
                    "themes": sorted(theme.slug for theme in row.themes.all()),
                    **_proof(row, checked),
                }
                for row in m.Support.objects.select_related("source").prefetch_related("routes", "themes")
            ),
            "slug",
        ),
        "weights": _weights(),
    }
    content["sources"] = {
        row.slug: {"title": row.title, "url": row.url, "kind": row.kind, "checked_on": checked.get(row.slug, "")}
        for row in m.Source.objects.all()
    }
    return content


def _proof(row: Any, checked: dict[str, str]) -> dict[str, str]:
    """Where a fact comes from. Also notes the latest day on which any fact of its source was checked."""
    slug, day = row.source.slug, row.checked_on.isoformat()
    checked[slug] = max(day, checked.get(slug, ""))
    return {"source": slug, "checked_on": day, "confidence": row.confidence, "note": row.note}


def _date(row: Any, name: str) -> str | None:
    date = row.partial(name)
    return str(date) if date else None


def _span(row: Any) -> dict[str, str | None]:
    return {"from": _date(row, "valid_from"), "to": _date(row, "valid_to")}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _grouped(pairs: Iterable[tuple[str, Any]], *keys: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: _sorted(rows, *keys) for key, rows in found.items()}


def _regional(checked: dict[str, str]) -> list[dict[str, Any]]:
    bodies = m.RegionalBody.objects.select_related("source").prefetch_related(
        "memberships__state", "memberships__source"
    )
    rows = (
        {
            "slug": body.slug,
            "name": body.name,
            "description": body.description,
            "exhaustion": body.exhaustion,
            "time_limit": body.time_limit,
            "access": body.access,
            "complaints": body.can_receive_complaints,
            "states": {
                row.state.iso3: {**_span(row), **_proof(row, checked)}
                for row in sorted(body.memberships.all(), key=lambda row: (row.state.iso3, str(row.valid_from)))
            },
            **_proof(body, checked),
        }
        for body in bodies
    )
    return _sorted(rows, "slug")


def _mandates(checked: dict[str, str]) -> list[dict[str, Any]]:
    rows = m.Mandate.objects.select_related("source", "state").prefetch_related(
        "theme_links__theme", "holders__source", "contacts__source"
    )
    frozen = (
        {
            "slug": row.slug,
            "kind": row.kind,
            "form": row.form,
            "short_name": row.short_name,
            "full_title": row.full_title,
            "country": row.state.iso3 if row.state else None,
            "themes": [link.theme.slug for link in row.theme_links.all()],
            "established_by": row.established_by,
            "last_renewal": row.last_renewal,
            "renewal_status": row.renewal_status,
            "reporting_duty": row.reporting_duty,
            "takes_cases": row.accepts_communications,
            "how_to_write": row.special_route,
            "page_url": row.page_url,
            "holders": [
                {"name": holder.name, **_span(holder), **_proof(holder, checked)}
                for holder in sorted(row.holders.all(), key=lambda h: (str(h.valid_from), h.name))
            ],
            "contacts": [
                {"kind": contact.kind, "value": contact.value, **_span(contact), **_proof(contact, checked)}
                for contact in sorted(row.contacts.all(), key=lambda c: (c.kind, c.value))
            ],
            **_span(row),
            **_proof(row, checked),
        }
        for row in rows
    )
    return _sorted(frozen, "slug")


def _treaties(checked: dict[str, str]) -> dict[str, Any]:
    return {
        row.slug: {
            "name": row.name,
            "abbreviation": row.abbreviation,
            "committee": row.committee_name,
            "committee_abbreviation": row.committee_abbreviation,
            "committee_url": row.committee_url,
            "core": row.core,
            "in_force": _day(row.in_force),
            "complaint_basis": row.complaint_basis,
            "complaint_in_force": _day(row.complaint_in_force) if row.has_complaints else None,
            "binding_delay": [row.binding_delay_months, row.binding_delay_days],
            "complaint_delay": [row.complaint_delay_months, row.complaint_delay_days],
            "limit_months": row.petition_limit_months,
            "limit_kind": row.petition_limit_kind,
            "limit_text": row.petition_limit_text,
            "same_matter": row.same_matter_rule,
            "same_matter_text": row.same_matter_text,
            "exhaustion_exception": row.exhaustion_exception,
            "who_may_complain": row.groups_may_complain,
            "inquiry": row.inquiry_basis,
            "urgent": row.urgent_procedure,
            **_proof(row, checked),
        }
        for row in m.Treaty.objects.select_related("source")
    }


def _commitments(checked: dict[str, str]) -> dict[str, list[Any]]:
    """By ``STATE/treaty/instrument``; a state of "nothing done" is told by the absence of rows, to keep the edition small."""
    rows = m.TreatyStatus.objects.select_related("source", "state", "treaty").order_by()
    kept = (row for row in rows if row.valid_from is not None or row.note or row.confidence != "high")
    pairs = (
        (
            f"{row.state.iso3}/{row.treaty.slug}/{row.instrument}",
            {"status": row.status, "action": row.action, **_span(row), **_proof(row, checked)},
        )
        for row in kept
    )
    return _grouped(pairs, "from")


def _limits(checked: dict[str, str]) -> dict[str, list[Any]]:
    rows = m.StateTreatyLimit.objects.select_related("source", "state", "treaty")
    pairs = (
        (
            f"{row.state.iso3}/{row.treaty.slug}",
            {
                "kind": row.limit_type,
                "summary": row.summary,
                "months": row.months,
                "bars": row.extends_to,
                "scope": row.scope,
                "since": _day(row.since),
                **_span(row),
                **_proof(row, checked),
            },
        )
        for row in rows
    )
    return _grouped(pairs, "kind", "from")


def _upr_sessions(checked: dict[str, str]) -> dict[str, Any]:
    return {
        str(row.number): {
            "cycle": row.cycle.number,
            "start": _date(row, "start"),
            "end": _date(row, "end"),
            "dates_status": row.dates_status,
            "deadline": _date(row, "stakeholder_deadline"),
            "deadline_status": row.stakeholder_deadline_status,
            "national_report": _date(row, "national_report_deadline"),
            "pre_session": _date(row, "pre_session_start"),
            "pre_session_end": _date(row, "pre_session_end"),
            "adoption": row.adoption_council_session,
            **_proof(row, checked),
        }
        for row in m.UprSession.objects.select_related("source", "cycle")
    }


def _reviews(checked: dict[str, str]) -> dict[str, list[Any]]:
    rows = m.UprReview.objects.select_related("source", "cycle", "state", "session")
    pairs = (
        (
            row.state.iso3,
            {
                "cycle": row.cycle.number,
                "session": row.session.number if row.session else None,
                "adoption": row.adoption_status,
                **_proof(row, checked),
            },
        )
        for row in rows
    )
    return _grouped(pairs, "cycle")


def _council_sessions(checked: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "number": row.number,
            "start": _date(row, "start"),
            "end": _date(row, "end"),
            "dates_status": row.dates_status,
            "written": _date(row, "written_statement_deadline"),
            "side_event": _date(row, "side_event_request_deadline"),
            **_proof(row, checked),
        }
        for row in m.CouncilSession.objects.select_related("source").order_by("number")
    ]


def _routes(checked: dict[str, str]) -> dict[str, Any]:
    rows = m.Route.objects.select_related("source").prefetch_related("statements__source", "reading_links__source")
    return {
        row.slug: {
            "label": row.label,
            "side": row.side,
            "summary": row.summary,
            "sees": {"state": row.sees_state, "public": row.sees_public, "un": row.sees_un},
            "evidence_strength": row.evidence_strength,
            "statements": [
                {"kind": said.kind, "text": said.text, **_proof(said, checked)}
                for said in sorted(row.statements.all(), key=lambda s: (s.kind, s.position))
            ],
            "reading": [link.source.slug for link in sorted(row.reading_links.all(), key=lambda link: link.position)],
            **_proof(row, checked),
        }
        for row in rows
    }


def _weights() -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for row in Weight.objects.all():
        table = found.setdefault(row.route or "general", {}).setdefault(row.table, {"reason": row.reason, "points": {}})
        table["points"][row.key] = row.points
    return found
