"""Where a step is sent, and the doors outside the six routes."""

from dataclasses import dataclass

from rules.dates import Period
from rules.vocabulary import ActionSlug, AddressKind, PointerSlug, Region


@dataclass(frozen=True, slots=True)
class Address:
    """Where an action is done. ``treaty`` and ``mandate`` are empty unless the address is special to one."""

    action: ActionSlug
    treaty: str
    mandate: str
    name: str
    kind: AddressKind
    value: str
    source: str
    checked_on: str
    position: int = 0
    """Its place among its like, as editors put them."""


@dataclass(frozen=True, slots=True)
class Door:
    """A body or an organisation outside the six routes: for danger, for evidence, by theme, or the urgent measures of a regional body.

    Empty ``themes``, ``dangers``, ``states`` and ``regions`` mean all; ``regional_body`` names the one whose urgent measures these are.
    """

    slug: str
    pointer: PointerSlug
    name: str
    kind: AddressKind | None
    value: str
    summary: str
    themes: tuple[str, ...]
    dangers: tuple[str, ...]
    states: tuple[str, ...]
    regions: tuple[Region, ...]
    regional_body: str
    span: Period
    source: str
    checked_on: str
    position: int = 0
    """Its place among its like, as editors put them."""
