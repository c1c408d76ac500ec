"""The drafts of a saved matter, for the part of its page that shows them (`saved/_drafts.html`)."""

from django import template
from django.db.models import QuerySet

from advisor.models import SavedAdvice, SubmissionDraft

register = template.Library()


@register.simple_tag
def drafts_of(saved: SavedAdvice) -> QuerySet[SubmissionDraft]:
    """The drafts, the one changed last first."""
    return saved.submissions.select_related("changed_by")
