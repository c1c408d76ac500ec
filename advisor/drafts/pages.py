"""Drafts as pages show them: those that the advice suggests, and one of them being written."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from advisor.advice import addressees, todo
from advisor.advice.citations import Citations, Cite
from advisor.advice.days import Day, shown
from advisor.words import names
from advisor.words.actions import action_text
from rules.facts.edition import Edition
from rules.result import Action, Advice
from rules.summary import addressed

from .counting import words
from .limits import Limit, counted
from .outline import Outline
from .reasons import why
from .suggestions import Suggestion, others, suggested

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class Choice:
    """One State or committee that a draft could be for."""

    key: str
    name: str
    by: Day | None


@dataclass(frozen=True)
class Group:
    """One kind of draft, with all that it could be for; one choice without a name if it concerns no single State."""

    kind: str
    title: "StrPromise"
    text: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...]
    """What else it could be for, though the advice does not suggest it."""
    by: Day | None
    """The first day among the choices."""


@dataclass(frozen=True)
class Part:
    """A part of the text in the editor. ``other`` is what somebody else wrote there meanwhile; none where they wrote the same."""

    key: str
    heading: "StrPromise"
    guidance: "StrPromise"
    text: str
    words: int
    heading_words: int
    cite: Cite | None
    other: str | None


@dataclass(frozen=True)
class Tick:
    """A line of the checklist."""

    key: str
    label: "StrPromise"
    ticked: bool
    needed: bool
    cite: Cite | None


@dataclass(frozen=True)
class ShownLimit:
    """A limit with its source."""

    text: str
    verified: bool
    note: str
    cite: Cite


@dataclass(frozen=True)
class DraftPage:
    """One draft, as the editor shows it."""

    kind: str
    name: "StrPromise"
    parts: tuple[Part, ...]
    ticks: tuple[Tick, ...]
    limits: tuple[ShownLimit, ...]
    count_against: int | None
    addresses: tuple[addressees.Address, ...]
    to: tuple[todo.Address, ...]
    where: Cite | None
    sources: tuple[Cite, ...]


def groups(advice: Advice, edition: Edition) -> tuple[Group, ...]:
    """The drafts that an advice suggests, by their kind."""
    more = _by_kind(others(advice, edition))
    return tuple(
        _group(found, more.get(kind, []), edition, advice.as_of) for kind, found in _by_kind(suggested(advice)).items()
    )


def other_groups(advice: Advice, edition: Edition) -> tuple[Group, ...]:
    """Every kind of draft that the advice suggests for nobody; its text says why not."""
    kinds = {one.kind for one in suggested(advice)}
    rest = _by_kind(one for one in others(advice, edition) if one.kind not in kinds)
    return tuple(
        Group(
            kind,
            found[0].outline.title,
            why(found[0], advice, edition),
            _choices(found, edition, advice.as_of),
            (),
            None,
        )
        for kind, found in rest.items()
    )


def _by_kind(found: Iterable[Suggestion]) -> dict[str, list[Suggestion]]:
    kinds: dict[str, list[Suggestion]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    return kinds


def page(
    outline: Outline,
    texts: Mapping[str, str],
    ticks: Collection[str],
    limits: tuple[Limit, ...],
    *,
    headings: Mapping[str, str],
    needs_consent: bool,
    treaty: str,
    edition: Edition,
    today: datetime.date,
    others: Mapping[str, str] | None = None,
) -> DraftPage:
    """The editor's page. ``headings`` are those of the file, in the language of the draft; ``others`` is another person's text."""
    cite = Citations(edition, today)

    def cited(slug: str) -> Cite | None:
        return cite(slug) if slug in edition.sources else None

    parts = tuple(
        Part(
            key=section.key,
            heading=section.heading,
            guidance=section.guidance,
            text=texts.get(section.key, ""),
            words=words(texts.get(section.key, "")),
            heading_words=words(headings[section.key]),
            cite=cited(section.source),
            other=_other(section.key, texts, others),
        )
        for section in outline.sections
    )
    counting = counted(limits)
    first = outline.actions[0]
    to = addressed(Action(first, "", "", treaty=treaty or None), edition).to
    to_experts, where = first in todo.TO_ALL_EXPERTS, todo.PAGES.get(first, "")
    return DraftPage(
        kind=outline.kind,
        name=outline.title,
        parts=parts,
        ticks=tuple(
            Tick(tick.key, tick.label, tick.key in ticks, tick.key == "consent" and needs_consent, cited(tick.source))
            for tick in outline.ticks
        ),
        limits=tuple(
            ShownLimit(limit.text, limit.verified, limit.note, cite(limit.source, limit.checked_on)) for limit in limits
        ),
        count_against=counting.value if counting else None,
        addresses=addressees.general(edition, cite) if to_experts and not to else (),
        to=todo.addresses(to, cite),
        where=cited(where),
        sources=tuple(cite.listed()),
    )


def _group(found: list[Suggestion], more: list[Suggestion], edition: Edition, today: datetime.date) -> Group:
    first = found[0].first
    days = sorted((one.by for one in found if one.by), key=lambda by: by.last)
    return Group(
        kind=found[0].kind,
        title=found[0].outline.title,
        text=action_text(first, edition) if first else "",
        choices=_choices(found, edition, today),
        more=_choices(more, edition, today),
        by=shown(days[0], today) if days else None,
    )


def _choices(found: list[Suggestion], edition: Edition, today: datetime.date) -> tuple[Choice, ...]:
    return tuple(Choice(one.key, _about(one, edition), shown(one.by, today)) for one in found)


def _about(one: Suggestion, edition: Edition) -> str:
    state = names.state(one.country, edition) if one.country else ""
    committee = names.committee(one.treaty, edition) if one.treaty else ""
    if not (state and committee):
        return state or committee
    return _("%(state)s: %(committee)s") % {"state": state, "committee": committee}


def _other(key: str, texts: Mapping[str, str], others: Mapping[str, str] | None) -> str | None:
    if others is None or others.get(key, "") == texts.get(key, ""):
        return None
    return others.get(key, "")
