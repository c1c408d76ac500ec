"""Small pieces of the reference pages: a source, a date, a link that leads away, a word that the glossary explains."""

import datetime
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mechanisms import citing, words
from mechanisms.glossary import ENTRIES
from mechanisms.models import Confidence, Place, Source, SourcedFact
from mechanisms.names.matching import Fit
from rules.dates import PartialDate

from .citations import Cite, facts_in
from .places import called

register = template.Library()


@register.simple_tag(takes_context=True)
def cite(context: template.Context, fact: Any) -> SafeString | str:
    """A small link to the source in the list at the end of the page, with the day on which the fact was checked.

    Short on the screen, since every fact has one; in full for screen readers.
    """
    found = context["cites"].of(fact)
    if found is None:
        return ""
    return format_html(
        '<a class="cite" href="#source-{}" title="{}">'
        '<span class="visually-hidden">{} </span><span aria-hidden="true">{} · {}</span></a>',
        found.number,
        citing.name(found.source.title, found.source.symbol),
        _in_full(found),
        found.number,
        words.short_day(found.checked_on),
    )


def _in_full(found: Cite) -> str:
    return _("Source %(number)s, checked %(day)s") % {
        "number": found.number,
        "day": words.short_day(found.checked_on),
    }


@register.inclusion_tag("reference/_due.html", takes_context=True)
def due_note(context: template.Context, *shown: Any) -> dict[str, Any]:
    """One sentence above a table some of whose facts something can have changed since they were checked; nothing where there are none."""
    return {"since": context["cites"].since(facts_in(shown))}


@register.simple_tag
def places_called(typed: str, worst: Fit) -> list[Place]:
    """The places that are no States and are called so. In: how well the best State fits, if any; what fits less is not meant."""
    return called(typed, worst=worst)


@register.filter
def in_words(date: PartialDate | datetime.date | None) -> SafeString | str:
    """A date for people and for machines; empty where there is none."""
    if date is None:
        return ""
    text = date.isoformat() if isinstance(date, datetime.date) else str(date)
    return format_html('<time datetime="{}">{}</time>', text, words.day(date))


@register.filter
def partial(row: Any, name: str) -> PartialDate | None:
    """A date of a row with its precision."""
    date: PartialDate | None = row.partial(name)
    return date


@register.filter
def period(row: Any) -> str:
    """From when until when a row holds."""
    return words.period(row.period)


@register.filter
def doubt(row: SourcedFact) -> str:
    """What is not certain about a fact, in words; empty where nothing is."""
    if row.confidence == Confidence.HIGH:
        return ""
    note = row.note.strip().rstrip(".")
    if row.confidence == Confidence.LOW:
        return _("Not certain: %(note)s.") % {"note": note} if note else _("Not certain: check before you rely on it.")
    return _("To be checked: %(note)s.") % {"note": note} if note else ""


@register.simple_tag
def outside(url: str, text: str) -> SafeString:
    """A link to another site, which it names. The other site is not told where the visitor comes from."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return format_html(
        '<a class="outside" href="{}" rel="noreferrer noopener">{} <span class="host">({})</span></a>', url, text, host
    )


@register.simple_tag
def cited_source(source: Source) -> str:
    """A source by its title and symbol, as a link where its own address is known."""
    name = citing.name(source.title, source.symbol)
    return outside(source.url, name) if source.url else name


@register.filter
def how_read(source: Source) -> str:
    """A sentence on whether a source was read itself; empty for our own work."""
    return "" if source.is_ours else citing.how_read(source.read, source.read_on)


@register.simple_tag(takes_context=True)
def address(context: template.Context, slug: str) -> str:
    """Where a word is explained, for a sentence that holds it. Raises ``KeyError`` for a word that the glossary does not have."""
    return f"{reverse('mechanisms:glossary')}{context['at']}#{ENTRIES[slug].slug}"


@register.simple_tag(takes_context=True)
def term(context: template.Context, slug: str, text: str = "") -> SafeString:
    """A word that leads to its explanation. Raises ``KeyError`` for a word that the glossary does not have."""
    return format_html('<a class="term" href="{}">{}</a>', address(context, slug), text or ENTRIES[slug].term)
