"""Whom to write to: the mandates concerned with holders and addresses, and the addresses that serve all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.words import texts
from advisor.words.addressees import condition_text
from rules.facts import mandates as facts
from rules.facts.edition import Edition
from rules.result import MandateIf

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


@dataclass(frozen=True)
class AlsoIf:
    """An expert to write to only under a condition."""

    slug: str
    short: str
    title: str
    page: str
    condition: str


def also_if(rows: Iterable[MandateIf], edition: Edition) -> tuple[AlsoIf, ...]:
    """Whom to write to only if …, in the order given."""
    known = {row.slug: row for row in edition.mandates}
    return tuple(
        AlsoIf(
            row.mandate,
            known[row.mandate].short_name,
            known[row.mandate].full_title,
            known[row.mandate].page_url,
            condition_text(row, edition),
        )
        for row in rows
        if row.mandate in known
    )


def mandates(slugs: Iterable[str], edition: Edition, cite: Citations) -> tuple[Mandate, ...]:
    """The mandates, in the order given."""
    known, said = {row.slug: row for row in edition.mandates}, texts.of(edition).mandates
    return tuple(_mandate(known[slug], said[slug], cite) for slug in slugs)


def general(edition: Edition, cite: Citations) -> tuple[Address, ...]:
    """The addresses that serve all mandates, the form first."""
    still = (row for row in texts.of(edition).contacts if row.span.end is None)
    rows = sorted(still, key=lambda row: row.kind != "form")
    return tuple(_address(row, cite) for row in rows)


def _mandate(row: facts.Mandate, said: texts.MandateText, cite: Citations) -> Mandate:
    holder = next((one for one in reversed(said.holders) if one.span.end is None), None)
    return Mandate(
        slug=row.slug,
        short=row.short_name,
        title=row.full_title,
        holder=holder.name if holder else "",
        holder_certain=holder is not None and holder.confidence == "high",
        renewal_unknown=said.renewal_status == "outcome-unknown",
        page=row.page_url,
        addresses=tuple(_address(contact, cite) for contact in said.contacts if contact.span.end is None),
        cite=cite(said.source, said.checked_on, said.recheck_by),
    )


def _address(row: texts.Contact, cite: Citations) -> Address:
    doubt = "" if row.confidence == "high" else row.note
    return Address(row.kind, row.value, doubt, cite(row.source, row.checked_on, row.recheck_by))
