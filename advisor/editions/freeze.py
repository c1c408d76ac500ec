"""Living rows → the content of an edition: plain, sorted, without any database key, so that its digest is the same everywhere."""

import hashlib
import json
from typing import Any

from mechanisms import models as m

from .models import Weight
from .parts import Checks, date, day, grouped, in_order, proof, span

SCHEMA = 1


def canonical(content: object) -> str:
    """The one JSON text of a content: keys sorted, no white space."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The id of an edition with this canonical text: the first 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def freeze() -> dict[str, Any]:
    """The content of an edition made of the rows as they are now."""
    checked = Checks()
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "states": {
            row.iso3: {
                "name": row.name,
                "group": row.regional_group,
                "member": row.un_status == m.State.UnStatus.MEMBER,
                **proof(row, checked),
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
                **proof(row, checked),
            }
            for row in m.Theme.objects.select_related("source").prefetch_related("treaty_links__treaty")
        },
        "mandates": _mandates(checked),
        "contacts": in_order(
            (
                {"kind": row.kind, "value": row.value, **span(row), **proof(row, checked)}
                for row in m.MandateContact.objects.filter(mandate=None).select_related("source")
            ),
            "kind",
            "value",
        ),
        "calls": in_order(
            (
                {
                    "mandate": row.mandate.slug,
                    "title": row.title,
                    "url": row.url,
                    "deadline": date(row, "deadline"),
                    "status": row.status,
                    **proof(row, checked),
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
                "starts": date(row, "starts"),
                "ends": date(row, "ends"),
                **proof(row, checked),
            }
            for row in m.UprCycle.objects.select_related("source")
        },
        "upr_sessions": _upr_sessions(checked),
        "reviews": _reviews(checked),
        "council_sessions": _council_sessions(checked),
        "council_members": in_order(
            (
                {"state": row.state.iso3, **span(row), **proof(row, checked)}
                for row in m.CouncilMembership.objects.select_related("source", "state")
            ),
            "state",
            "from",
        ),
        "routes": _routes(checked),
        "requirements": in_order(
            (
                {
                    "route": row.route.slug,
                    "gate": row.gate,
                    "need": row.requirement,
                    "text": row.text,
                    **span(row),
                    **proof(row, checked),
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
                **proof(row, checked),
            }
            for row in m.RouteRule.objects.filter(valid_to=None).select_related("source", "route")
        },
        "supports": in_order(
            (
                {
                    "slug": row.slug,
                    "name": row.name,
                    "what": row.what,
                    "url": row.url,
                    "kind": row.kind,
                    "routes": sorted(route.slug for route in row.routes.all()),
                    "themes": sorted(theme.slug for theme in row.themes.all()),
                    **proof(row, checked),
                }
                for row in m.Support.objects.select_related("source").prefetch_related("routes", "themes")
            ),
            "slug",
        ),
        "weights": _weights(),
    }
    content["sources"] = {
        row.slug: {
            "title": row.title,
            "url": row.url,
            "kind": row.kind,
            "checked_on": checked.latest.get(row.slug, ""),
            "recheck_by": checked.due.get(row.slug, ""),
        }
        for row in m.Source.objects.all()
    }
    return content


def _regional(checked: Checks) -> list[dict[str, Any]]:
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
                row.state.iso3: {**span(row), **proof(row, checked)}
                for row in sorted(body.memberships.all(), key=lambda row: (row.state.iso3, str(row.valid_from)))
            },
            **proof(body, checked),
        }
        for body in bodies
    )
    return in_order(rows, "slug")


def _mandates(checked: Checks) -> list[dict[str, Any]]:
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
                {"name": holder.name, **span(holder), **proof(holder, checked)}
                for holder in sorted(row.holders.all(), key=lambda h: (str(h.valid_from), h.name))
            ],
            "contacts": [
                {"kind": contact.kind, "value": contact.value, **span(contact), **proof(contact, checked)}
                for contact in sorted(row.contacts.all(), key=lambda c: (c.kind, c.value))
            ],
            **span(row),
            **proof(row, checked),
        }
        for row in rows
    )
    return in_order(frozen, "slug")


def _treaties(checked: Checks) -> dict[str, Any]:
    return {
        row.slug: {
            "name": row.name,
            "abbreviation": row.abbreviation,
            "committee": row.committee_name,
            "committee_abbreviation": row.committee_abbreviation,
            "committee_url": row.committee_url,
            "core": row.core,
            "in_force": day(row.in_force),
            "complaint_basis": row.complaint_basis,
            "complaint_in_force": day(row.complaint_in_force) if row.has_complaints else None,
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
            **proof(row, checked),
        }
        for row in m.Treaty.objects.select_related("source")
    }


def _commitments(checked: Checks) -> dict[str, list[Any]]:
    """By ``STATE/treaty/instrument``; a state of "nothing done" is told by the absence of rows, to keep the edition small."""
    rows = m.TreatyStatus.objects.select_related("source", "state", "treaty").order_by()
    kept = (row for row in rows if row.valid_from is not None or row.note or row.confidence != "high")
    pairs = (
        (
            f"{row.state.iso3}/{row.treaty.slug}/{row.instrument}",
            {"status": row.status, "action": row.action, **span(row), **proof(row, checked)},
        )
        for row in kept
    )
    return grouped(pairs, "from")


def _limits(checked: Checks) -> dict[str, list[Any]]:
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
                "since": day(row.since),
                **span(row),
                **proof(row, checked),
            },
        )
        for row in rows
    )
    return grouped(pairs, "kind", "from")


def _upr_sessions(checked: Checks) -> dict[str, Any]:
    return {
        str(row.number): {
            "cycle": row.cycle.number,
            "start": date(row, "start"),
            "end": date(row, "end"),
            "dates_status": row.dates_status,
            "deadline": date(row, "stakeholder_deadline"),
            "deadline_status": row.stakeholder_deadline_status,
            "national_report": date(row, "national_report_deadline"),
            "pre_session": date(row, "pre_session_start"),
            "pre_session_end": date(row, "pre_session_end"),
            "adoption": row.adoption_council_session,
            **proof(row, checked),
        }
        for row in m.UprSession.objects.select_related("source", "cycle")
    }


def _reviews(checked: Checks) -> dict[str, list[Any]]:
    rows = m.UprReview.objects.select_related("source", "cycle", "state", "session")
    pairs = (
        (
            row.state.iso3,
            {
                "cycle": row.cycle.number,
                "session": row.session.number if row.session else None,
                "adoption": row.adoption_status,
                **proof(row, checked),
            },
        )
        for row in rows
    )
    return grouped(pairs, "cycle")


def _council_sessions(checked: Checks) -> list[dict[str, Any]]:
    return [
        {
            "number": row.number,
            "start": date(row, "start"),
            "end": date(row, "end"),
            "dates_status": row.dates_status,
            "written": date(row, "written_statement_deadline"),
            "side_event": date(row, "side_event_request_deadline"),
            **proof(row, checked),
        }
        for row in m.CouncilSession.objects.select_related("source").order_by("number")
    ]


def _routes(checked: Checks) -> dict[str, Any]:
    rows = m.Route.objects.select_related("source").prefetch_related("statements__source", "reading_links__source")
    return {
        row.slug: {
            "label": row.label,
            "side": row.side,
            "summary": row.summary,
            "sees": {"state": row.sees_state, "public": row.sees_public, "un": row.sees_un},
            "evidence_strength": row.evidence_strength,
            "statements": [
                {"kind": said.kind, "text": said.text, **proof(said, checked)}
                for said in sorted(row.statements.all(), key=lambda s: (s.kind, s.position))
            ],
            "reading": [link.source.slug for link in sorted(row.reading_links.all(), key=lambda link: link.position)],
            **proof(row, checked),
        }
        for row in rows
    }


def _weights() -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for row in Weight.objects.all():
        table = found.setdefault(row.route or "general", {}).setdefault(row.table, {"reason": row.reason, "points": {}})
        table["points"][row.key] = row.points
    return found
