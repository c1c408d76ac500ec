"""Drafts on pages of other subjects: those of a saved matter, and the outlines that an advice suggests."""

from typing import Any

from django import template
from django.db.models import QuerySet

from advisor.saved.models import SavedAdvice
from rules.facts.edition import Edition
from rules.result import Advice

from .files import KINDS
from .models import SubmissionDraft
from .pages import groups, other_groups

register = template.Library()


@register.simple_tag
def drafts_of(saved: SavedAdvice) -> QuerySet[SubmissionDraft]:
    """The drafts, the one changed last first."""
    return saved.submissions.select_related("changed_by")


@register.inclusion_tag("drafts/_outlines.html", takes_context=True)
def outlines_for(context: template.Context, advice: Advice, edition: Edition) -> dict[str, Any]:
    """First texts to take away: one form for each kind of draft that the advice suggests, and one for all others."""
    return {
        "drafts": groups(advice, edition),
        "others": other_groups(advice, edition),
        "files": tuple(KINDS),
        "csrf_token": context["csrf_token"],
    }
