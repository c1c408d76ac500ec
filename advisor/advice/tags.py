"""Small pieces of the advice page that stand on it a hundred times: a source, a score, a bar."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mechanisms.glossary import ENTRIES

from .cards import Card, Reason
from .citations import Cite
from .examples import EXAMPLES

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

register = template.Library()

MARKS = {"pass": "✓", "fail": "✕", "arguable": "≈", "unknown": "?", "not-needed": "–"}


@register.simple_tag
def cite(source: Cite) -> SafeString:
    """The number of a source, which leads to it in the list at the end of the page; one that is due to be checked again has a mark."""
    return format_html(
        '<a class="cite{}" href="#source-{}"><span class="visually-hidden">{} </span>{}</a>',
        " cite-old" if source.old else "",
        source.number,
        _("Source, due to be checked again:") if source.old else _("Source:"),
        source.number,
    )


@register.simple_tag
def old_mark() -> SafeString:
    """The mark of what is due to be checked again."""
    return format_html('<span class="old-mark">{}</span>', _("check first"))


@register.simple_tag
def examples() -> list[tuple[str, "StrOrPromise"]]:
    """The finished advices that anybody may open: name in the address, and what it is about."""
    return list(EXAMPLES.items())


@register.filter
def overdue(sources: Iterable[Cite]) -> bool:
    """Whether one of them is due to be checked again."""
    return any(source.old for source in sources)


@register.simple_tag
def term(slug: str, text: "StrOrPromise") -> SafeString:
    """Words that lead to their explanation; without ``slug``, the words alone. Raises ``KeyError`` for what the glossary does not have."""
    if not slug:
        return format_html("{}", text)
    return format_html('<a class="term" href="{}#{}">{}</a>', reverse("mechanisms:glossary"), ENTRIES[slug].slug, text)


@register.simple_tag
def explained(slug: str) -> SafeString | str:
    """A small link to the explanation of a term, behind a text that is about it; nothing without ``slug``."""
    if not slug:
        return ""
    words = _("Explained: %(term)s") % {"term": ENTRIES[slug].term}
    return format_html('<a class="more-about" href="{}#{}">{}</a>', reverse("mechanisms:glossary"), slug, words)


@register.simple_tag
def about(kind: str, name: str, text: "StrOrPromise") -> SafeString:
    """A name that leads to the page about it. In: ``route``, ``mandate``, ``state`` or ``treaty``; without ``name``, the words alone."""
    if not name:
        return format_html("{}", text)
    return format_html('<a class="about" href="{}">{}</a>', reverse(f"mechanisms:{kind}", args=[name]), text)


@register.simple_tag
def more_about(kind: str, name: str, text: "StrOrPromise") -> SafeString:
    """A small link to the page about something whose name stands beside it, and leads elsewhere or nowhere."""
    return format_html(
        '<a class="more-about" href="{}">{}</a>',
        reverse(f"mechanisms:{kind}", args=[name]),
        _("About %(name)s") % {"name": text},
    )


@register.simple_tag
def mark(result: str) -> SafeString:
    """A sign for the result of a condition; the word stands beside it."""
    return format_html('<span class="sign sign-{}" aria-hidden="true">{}</span>', result, MARKS[result])


@register.simple_tag
def score(card: Card) -> SafeString:
    """The bar of a score: what is sure, what open answers may add, and a line at the score. The numbers stand beside it in words."""
    return format_html(
        '<svg class="score" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="score-track" width="100" height="6"/><rect class="score-sure" width="{}" height="6"/>'
        '<rect class="score-open" x="{}" width="{}" height="6"/><rect class="score-value" x="{}" width="0.8" height="6"/></svg>',
        card.low,
        card.low,
        card.width,
        min(card.value, 99),
    )


@register.simple_tag
def bar(reason: Reason) -> SafeString:
    """The bar of a reason: to one side for points gained, to the other for points lost."""
    return format_html(
        '<svg class="bar {}" viewBox="0 0 60 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="bar-value" x="{}" width="{}" height="6"/><rect class="bar-axis" x="29.7" width="0.6" height="6"/></svg>',
        "bar-minus" if reason.points < 0 else "bar-plus",
        reason.start,
        reason.width,
    )


@register.filter
def signed(points: int) -> str:
    """Points with their sign."""
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
