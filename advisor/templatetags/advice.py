"""Small pieces of the advice page that stand on it a hundred times: a source, a score, a bar."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from advisor.presenting.cards import Card, Reason
from advisor.presenting.cites import Cite

register = template.Library()

MARKS = {"pass": "✓", "fail": "✕", "arguable": "≈", "unknown": "?", "not-needed": "–"}


@register.simple_tag
def cite(source: Cite) -> SafeString:
    """A link to the source in the list at the end of the page, with the day on which it was checked."""
    return format_html(
        '<a class="cite{}" href="#source-{}">{}</a>', " cite-old" if source.old else "", source.number, _words(source)
    )


def _words(source: Cite) -> str:
    if not source.day:
        return _("Source %(number)s") % {"number": source.number}
    words = _("Source %(number)s, checked %(day)s") % {"number": source.number, "day": source.day}
    return _("%(source)s, due to be checked again") % {"source": words} if source.old else words


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
