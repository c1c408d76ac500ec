"""Whom to write to: the mandates concerned with holders and addresses, and the addresses that serve all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rules.facts.edition import Edition

from .citations import Citations, Cite


@dataclass(frozen=True)
class Address:
    """A form or an e-mail address. ``doubt`` says why to check it before use; empty where it is certain."""

    kind: str
    value: str
    doubt: str
    cite: Cite


@dataclass(frozen=True)
class Mandate:
    """An expert, or a group of experts, to write to."""

    slug: str
    short: str
    title: str
    holder: str
    holder_certain: bool
    renewal_unknown: bool
    page: str
    addresses: tuple[Address, ...]
    cite: Cite


def mandates(slugs: Iterable[str], edition: Edition, cite: Citations) -> tuple[Mandate, ...]:
    """The mandates, in the order given."""
    rows = {row["slug"]: row for row in edition.display["mandates"]}
    return tuple(_mandate(rows[slug], cite) for slug in slugs)


def general(edition: Edition, cite: Citations) -> tuple[Address, ...]:
    """The addresses that serve all mandates, the form first."""
    rows = sorted(
        (row for row in edition.display["contacts"] if row["to"] is None), key=lambda row: row["kind"] != "form"
    )
    return tuple(_address(row, cite) for row in rows)


def _mandate(row: Mapping[str, Any], cite: Citations) -> Mandate:
    holder: Mapping[str, Any] = next((one for one in reversed(row["holders"]) if one["to"] is None), {})
    return Mandate(
        slug=row["slug"],
        short=row["short_name"],
        title=row["full_title"],
        holder=holder.get("name", ""),
        holder_certain=holder.get("confidence") == "high",
        renewal_unknown=row["renewal_status"] == "outcome-unknown",
        page=row["page_url"],
        addresses=tuple(_address(contact, cite) for contact in row["contacts"] if contact["to"] is None),
        cite=cite(row["source"], row["checked_on"], row.get("recheck_by", "")),
    )


def _address(row: Mapping[str, Any], cite: Citations) -> Address:
    doubt = "" if row["confidence"] == "high" else row["note"]
    return Address(row["kind"], row["value"], doubt, cite(row["source"], row["checked_on"], row.get("recheck_by", "")))
