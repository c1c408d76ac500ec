"""The calendar of the treaty bodies: their sessions, what they do about which State at which session, and the reports that States owe."""

from collections.abc import Iterator
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from rules.facts.committees import ReviewKind

from .dated import NO_DATE, DateStatus, RowErrors, SourcedFact, label, precision_field, zone_field
from .fields import ChoiceField, HourField
from .plausibility import must_not_end_early
from .states import State
from .treaties import Treaty


def raise_if_any(errors: RowErrors) -> None:
    """Raise ``ValidationError`` where something is wrong with a row."""
    if found := dict(errors):
        raise ValidationError(found)


class CommitteeSession(SourcedFact):
    """A session of a treaty's committee, with the days by which organisations write to it. What is not published is empty."""

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(
        _("short name"),
        max_length=30,
        unique=True,
        help_text=_("The treaty's short name and the number of the session: cedaw-94."),
    )
    treaty = models.ForeignKey(
        Treaty, models.PROTECT, related_name="sessions", verbose_name=_("treaty"), help_text=_("Whose committee sits.")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    start = models.DateField(_("first day"), null=True, blank=True)
    start_precision = precision_field()
    end = models.DateField(_("last day"), null=True, blank=True)
    end_precision = precision_field()
    dates_status = ChoiceField(DateStatus, verbose_name=_("status of the session's dates"))
    report_deadline = models.DateField(
        _("deadline for NGO reports"),
        null=True,
        blank=True,
        help_text=_("Last day for reports on the States under review. Never filled in by pattern."),
    )
    report_deadline_precision = precision_field()
    report_deadline_time = HourField()
    report_deadline_zone = zone_field()
    list_deadline = models.DateField(
        _("deadline for lists of issues"),
        null=True,
        blank=True,
        help_text=_("Last day for NGOs to propose questions for the lists of issues that this session adopts."),
    )
    list_deadline_precision = precision_field()
    list_deadline_time = HourField()
    list_deadline_zone = zone_field()
    deadlines_status = ChoiceField(DateStatus, verbose_name=_("status of the deadlines"))

    class Meta:
        verbose_name = _("committee session")
        verbose_name_plural = _("committee sessions")
        ordering = ["treaty", "number"]
        constraints = [
            models.UniqueConstraint(fields=["treaty", "number"], name="committee_session_once"),
            models.CheckConstraint(
                condition=models.Q(start__isnull=False) | models.Q(dates_status="unknown"),
                name="committee_session_no_start_is_unknown",
            ),
            models.CheckConstraint(
                condition=models.Q(report_deadline__isnull=False)
                | models.Q(list_deadline__isnull=False)
                | models.Q(deadlines_status="unknown"),
                name="committee_session_no_deadline_is_unknown",
            ),
        ]

    def __str__(self) -> str:
        treaty = self.slug.rpartition("-")[0].upper()
        return str(_("%(treaty)s: session %(number)s") % {"treaty": treaty, "number": self.number})

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if not self.start and self.dates_status != DateStatus.UNKNOWN:
            yield "dates_status", NO_DATE
        yield from must_not_end_early(self, "start", "end", _("The end lies before the start."))
        yield from self._deadline_errors()

    def clean(self) -> None:
        super().clean()
        raise_if_any(self.relation_errors())

    def relation_errors(self) -> RowErrors:
        """What is wrong with the row beside the rows that it points to."""
        if not hasattr(self, "treaty"):
            return
        slug = f"{self.treaty.slug}-{self.number}"
        if self.slug != slug:
            yield "slug", _("The short name is the treaty's and the number: %(slug)s.") % {"slug": slug}

    def _deadline_errors(self) -> RowErrors:
        found = [name for name in ("report_deadline", "list_deadline") if getattr(self, name)]
        if not found and self.deadlines_status != DateStatus.UNKNOWN:
            yield "deadlines_status", NO_DATE
        latest = self.partial("end") or self.partial("start")
        for name in found:
            deadline = self.partial(name)
            if latest and deadline and deadline.first > latest.last:
                yield name, _("The deadline lies after the session.")


class CommitteeReview(SourcedFact):
    """What a committee does about a State at a session: the review itself, a list of issues before it, or a follow-up."""

    class Kind(models.TextChoices):
        REVIEW = ReviewKind.REVIEW.value, _("review of the State")
        LIST_OF_ISSUES = ReviewKind.LIST_OF_ISSUES.value, _("list of issues")
        LIST_PRIOR = ReviewKind.LIST_PRIOR.value, _("list of issues prior to reporting")
        FOLLOW_UP = ReviewKind.FOLLOW_UP.value, _("follow-up")

    NATURAL_KEY: ClassVar = ("state", "treaty", "kind", "session")

    state = models.ForeignKey(State, models.PROTECT, related_name="committee_reviews", verbose_name=_("State"))
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="reviews", verbose_name=_("treaty"))
    kind = ChoiceField(Kind, verbose_name=_("what the committee does"))
    session = models.ForeignKey(
        CommitteeSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("session"),
        help_text=_("Empty: it is to come, but the session is not published or not found."),
    )
    day = models.DateField(
        _("day of this State"),
        null=True,
        blank=True,
        help_text=_("The day of the dialogue, or the first of two. A session's first day is not it."),
    )
    day_precision = precision_field()
    status = ChoiceField(
        DateStatus, verbose_name=_("status of the place"), help_text=_("How certain the session and the day are.")
    )

    class Meta:
        verbose_name = _("review by a committee")
        verbose_name_plural = _("reviews by committees")
        ordering = ["state", "treaty", "session", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["state", "treaty", "kind", "session"], name="committee_review_once"),
            models.UniqueConstraint(
                fields=["state", "treaty", "kind"],
                condition=models.Q(session__isnull=True),
                name="committee_review_once_without_session",
                violation_error_message=_("There is such a row without a session already."),
            ),
        ]

    def __str__(self) -> str:
        return label(self.state, self.get_kind_display(), self.session or self.treaty)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if self.session_id is None and self.day is None and self.status != DateStatus.UNKNOWN:
            yield "status", NO_DATE

    def clean(self) -> None:
        super().clean()
        raise_if_any(self.relation_errors())

    def relation_errors(self) -> RowErrors:
        """What is wrong with the row beside the rows that it points to."""
        if self.session is None:
            return
        if self.session.treaty_id != self.treaty_id:
            yield "session", _("This is a session of another committee.")
        start, end, day = self.session.partial("start"), self.session.partial("end"), self.partial("day")
        if day and ((start and day.last < start.first) or (end and day.first > end.last)):
            yield "day", _("This day does not lie in the session.")


class StateReport(SourcedFact):
    """A report that a State owes to a committee."""

    class Document(models.TextChoices):
        INITIAL = "initial", _("initial report")
        PERIODIC = "periodic", _("periodic report")
        FOLLOW_UP = "follow-up", _("report on follow-up")
        REPLIES = "replies", _("replies to the list of issues")

    NATURAL_KEY: ClassVar = ("state", "treaty", "document", "number")

    state = models.ForeignKey(State, models.PROTECT, related_name="reports", verbose_name=_("State"))
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="reports", verbose_name=_("treaty"))
    document = ChoiceField(Document, verbose_name=_("document"))
    number = models.CharField(
        _("which one"),
        max_length=20,
        blank=True,
        help_text=_("For a periodic report: 5, or 5-6 where two are combined."),
    )
    due = models.DateField(_("due"), null=True, blank=True, help_text=_("Empty: not set, or not found."))
    due_precision = precision_field()
    status = ChoiceField(DateStatus, verbose_name=_("status of the date"))

    class Meta:
        verbose_name = _("report due from a State")
        verbose_name_plural = _("reports due from States")
        ordering = ["state", "treaty", "due"]
        constraints = [
            models.UniqueConstraint(fields=["state", "treaty", "document", "number"], name="state_report_once"),
            models.CheckConstraint(
                condition=models.Q(due__isnull=False) | models.Q(status="unknown"),
                name="state_report_no_day_is_unknown",
            ),
        ]

    def __str__(self) -> str:
        return label(self.state, self.treaty, self.get_document_display(), self.number)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if not self.due and self.status != DateStatus.UNKNOWN:
            yield "status", NO_DATE


def calendar_faults() -> Iterator[str]:
    """What is wrong with the saved rows beside each other, whoever saved them."""
    reviews = CommitteeReview.objects.select_related("session__treaty", "state", "treaty").exclude(session=None)
    rows: list[CommitteeSession | CommitteeReview] = [*CommitteeSession.objects.select_related("treaty"), *reviews]
    for row in rows:
        for _field, problem in row.relation_errors():
            yield f"{row}: {problem}"
