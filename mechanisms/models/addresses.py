"""Where a step is sent, and the doors outside the six routes."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.publishers import address_errors, naming_errors
from rules import vocabulary

from .dated import DatedFact, RowErrors, SourcedFact, label
from .fields import ChoiceField, SlugsField
from .mandates import Danger, Mandate
from .named import Link
from .states import RegionalBody, State
from .themes import Theme
from .treaties import Treaty


class AddressKind(models.TextChoices):
    """How something is sent or said."""

    FORM = vocabulary.AddressKind.FORM.value, _("online form")
    EMAIL = vocabulary.AddressKind.EMAIL.value, _("e-mail")
    POST = vocabulary.AddressKind.POST.value, _("post")
    PAGE = vocabulary.AddressKind.PAGE.value, _("page")
    PHONE = vocabulary.AddressKind.PHONE.value, _("telephone")


ON_THE_WEB = (AddressKind.FORM, AddressKind.PAGE)
"""Kinds whose value is opened in a browser."""


def _web_errors(name: str, kind: str, value: str) -> RowErrors:
    """What is wrong with a value that people click, and with the name that they read beside it."""
    if kind in ON_THE_WEB:
        yield from (("value", problem) for problem in (*address_errors(value), *naming_errors(name, value)))


class Address(SourcedFact):
    """Where an action of a route is done: a form, a mailbox, a page. Of one treaty's committee, of one mandate, or for all."""

    class Action(models.TextChoices):
        URGENT_APPEAL = vocabulary.ActionSlug.URGENT_APPEAL.value, _("Ask for an urgent appeal")
        ALLEGATION_LETTER = vocabulary.ActionSlug.ALLEGATION_LETTER.value, _("Ask for a letter of allegation")
        LEGISLATION_LETTER = (
            vocabulary.ActionSlug.LEGISLATION_LETTER.value,
            _("Ask for a letter about the law or policy"),
        )
        WGAD_COMPLAINT = (
            vocabulary.ActionSlug.WGAD_COMPLAINT.value,
            _("Complain to the Working Group on Arbitrary Detention"),
        )
        WGAD_URGENT = (
            vocabulary.ActionSlug.WGAD_URGENT.value,
            _("Ask the Working Group on Arbitrary Detention for urgent action"),
        )
        WGEID_URGENT = vocabulary.ActionSlug.WGEID_URGENT.value, _("Use the urgent procedure on disappearances")
        WGEID_STANDARD = vocabulary.ActionSlug.WGEID_STANDARD.value, _("Register the disappearance")
        WGEID_GENERAL_ALLEGATION = (
            vocabulary.ActionSlug.WGEID_GENERAL_ALLEGATION.value,
            _("Report a pattern of disappearances"),
        )
        CALL_FOR_INPUT = vocabulary.ActionSlug.CALL_FOR_INPUT.value, _("Answer calls for input")
        REQUEST_VISIT = vocabulary.ActionSlug.REQUEST_VISIT.value, _("Suggest a country visit")
        MEET_ON_VISIT = vocabulary.ActionSlug.MEET_ON_VISIT.value, _("Meet experts during a visit")
        NATIONAL_CONSULTATION = (
            vocabulary.ActionSlug.NATIONAL_CONSULTATION.value,
            _("Take part in the national consultation"),
        )
        PREPARE_SUBMISSION = vocabulary.ActionSlug.PREPARE_SUBMISSION.value, _("Prepare a submission")
        SUBMISSION = vocabulary.ActionSlug.SUBMISSION.value, _("Send a submission")
        JOINT_SUBMISSION = vocabulary.ActionSlug.JOINT_SUBMISSION.value, _("Send a joint submission")
        PRE_SESSION = vocabulary.ActionSlug.PRE_SESSION.value, _("Speak at a pre-session")
        LOBBY_STATES = vocabulary.ActionSlug.LOBBY_STATES.value, _("Win States for your recommendations")
        CHECK_REVIEW_HELD = vocabulary.ActionSlug.CHECK_REVIEW_HELD.value, _("Check whether the review was held")
        ADOPTION_STATEMENT = vocabulary.ActionSlug.ADOPTION_STATEMENT.value, _("Speak when the outcome is adopted")
        FOLLOW_UP = vocabulary.ActionSlug.FOLLOW_UP.value, _("Follow up on the recommendations")
        WRITTEN_STATEMENT = vocabulary.ActionSlug.WRITTEN_STATEMENT.value, _("File a written statement")
        ORAL_STATEMENT = vocabulary.ActionSlug.ORAL_STATEMENT.value, _("Make an oral statement")
        SIDE_EVENT = vocabulary.ActionSlug.SIDE_EVENT.value, _("Hold a side event")
        LOBBY_COUNCIL = vocabulary.ActionSlug.LOBBY_COUNCIL.value, _("Speak with members of the Council")
        SEEK_RESOLUTION = vocabulary.ActionSlug.SEEK_RESOLUTION.value, _("Seek a resolution")
        CALL_SPECIAL_SESSION = vocabulary.ActionSlug.CALL_SPECIAL_SESSION.value, _("Call for a special session")
        SUBMIT_EVIDENCE = vocabulary.ActionSlug.SUBMIT_EVIDENCE.value, _("Send evidence to a body of inquiry")
        FIND_SPONSOR = vocabulary.ActionSlug.FIND_SPONSOR.value, _("Find a partner with consultative status")
        APPLY_ECOSOC = vocabulary.ActionSlug.APPLY_ECOSOC.value, _("Apply for consultative status")
        COMPLAINT = vocabulary.ActionSlug.COMPLAINT.value, _("Send a complaint to the Council")
        COMMUNICATION = vocabulary.ActionSlug.COMMUNICATION.value, _("Send a complaint to a committee")
        INTERIM_MEASURES = vocabulary.ActionSlug.INTERIM_MEASURES.value, _("Ask for interim measures")
        CED_URGENT_ACTION = (
            vocabulary.ActionSlug.CED_URGENT_ACTION.value,
            _("Ask the committee to have the person searched for"),
        )
        ALTERNATIVE_REPORT = vocabulary.ActionSlug.ALTERNATIVE_REPORT.value, _("Send an alternative report")
        LIST_OF_ISSUES_INPUT = (
            vocabulary.ActionSlug.LIST_OF_ISSUES_INPUT.value,
            _("Propose questions for the list of issues"),
        )
        INQUIRY_REQUEST = vocabulary.ActionSlug.INQUIRY_REQUEST.value, _("Ask for an inquiry")
        CERD_URGENT_PROCEDURE = (
            vocabulary.ActionSlug.CERD_URGENT_PROCEDURE.value,
            _("Ask for the early-warning procedure"),
        )

    NATURAL_KEY: ClassVar = ("action", "treaty", "mandate", "kind", "value")

    action = ChoiceField(Action, verbose_name=_("what is done there"))
    treaty = models.ForeignKey(
        Treaty,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="addresses",
        verbose_name=_("treaty"),
        help_text=_("Only where the address is of one committee."),
    )
    mandate = models.ForeignKey(
        Mandate,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="addresses",
        verbose_name=_("mandate"),
        help_text=_("Only where the address is of one mandate."),
    )
    position = models.PositiveSmallIntegerField(_("position"), help_text=_("1 comes first."))
    name = models.CharField(_("name"), max_length=160)
    kind = ChoiceField(AddressKind, verbose_name=_("kind"))
    value = models.CharField(_("address"), max_length=300)

    class Meta:
        verbose_name = _("address of a step")
        verbose_name_plural = _("addresses of steps")
        ordering = ["action", "position", "kind", "value"]
        constraints = [
            models.UniqueConstraint(fields=["action", "treaty", "kind", "value"], name="address_once_a_treaty"),
            models.UniqueConstraint(fields=["action", "mandate", "kind", "value"], name="address_once_a_mandate"),
            models.UniqueConstraint(
                fields=["action", "kind", "value"],
                condition=models.Q(treaty__isnull=True, mandate__isnull=True),
                name="general_address_once",
                violation_error_message=_("There is such an address for all already."),
            ),
            models.CheckConstraint(
                condition=models.Q(treaty__isnull=True) | models.Q(mandate__isnull=True),
                name="address_of_one_treaty_or_mandate",
            ),
        ]

    def __str__(self) -> str:
        return label(self.get_action_display(), self.treaty, self.mandate, self.value)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        yield from _web_errors(self.name, self.kind, self.value)
        if self.treaty_id is not None and self.mandate_id is not None:
            yield "mandate", _("Of one treaty or of one mandate, not of both.")


class Door(DatedFact):
    """A body or an organisation outside the six routes. Where no themes, dangers, States or regions are named, it is for all."""

    class Pointer(models.TextChoices):
        EMERGENCY = vocabulary.PointerSlug.EMERGENCY.value, _("help in danger")
        INVESTIGATION = vocabulary.PointerSlug.INVESTIGATION.value, _("body that collects evidence on a State")
        OTHER_DOOR = vocabulary.PointerSlug.OTHER_DOOR.value, _("another procedure, by theme")
        REGIONAL = vocabulary.PointerSlug.REGIONAL.value, _("urgent measures of a regional body")

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    pointer = ChoiceField(Pointer, verbose_name=_("what it is for"))
    position = models.PositiveSmallIntegerField(_("position"), help_text=_("1 comes first."))
    name = models.CharField(_("name"), max_length=160)
    kind = ChoiceField(AddressKind, blank=True, verbose_name=_("kind of its address"))
    value = models.CharField(
        _("address"), max_length=300, blank=True, help_text=_("Empty where none is known. Never guess.")
    )
    summary = models.TextField(_("what it does"))
    themes = models.ManyToManyField(
        Theme, through="mechanisms.DoorTheme", related_name="doors", verbose_name=_("themes")
    )
    dangers = SlugsField(Danger, blank=True, verbose_name=_("dangers"), help_text=_("None: for all."))
    states = models.ManyToManyField(
        State, through="mechanisms.DoorState", related_name="doors", verbose_name=_("States")
    )
    regions = SlugsField(
        State.RegionalGroup, blank=True, verbose_name=_("regional groups"), help_text=_("None: for all.")
    )
    regional_body = models.ForeignKey(
        RegionalBody,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="doors",
        verbose_name=_("regional body"),
        help_text=_("For the urgent measures of a regional body only."),
    )

    class Meta:
        verbose_name = _("other door")
        verbose_name_plural = _("other doors")
        ordering = ["pointer", "position", "slug"]
        constraints = [
            *DatedFact.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind="", value="") | ~models.Q(models.Q(kind="") | models.Q(value="")),
                name="door_kind_iff_address",
            ),
            models.CheckConstraint(
                condition=models.Q(pointer="regional", regional_body__isnull=False)
                | models.Q(~models.Q(pointer="regional"), regional_body__isnull=True),
                name="door_regional_body_iff_regional",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        yield from _web_errors(self.name, self.kind, self.value)
        if bool(self.kind) != bool(self.value):
            yield "kind", _("An address and its kind go together.")
        if (self.pointer == self.Pointer.REGIONAL) != (self.regional_body_id is not None):
            yield "regional_body", _("Needed for urgent measures of a regional body, and for nothing else.")


class DoorTheme(Link):
    """A theme for which a door is there."""

    door = models.ForeignKey(Door, models.CASCADE, related_name="theme_links", verbose_name=_("other door"))
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="door_links", verbose_name=_("theme"))

    class Meta:
        verbose_name = _("theme of a door")
        verbose_name_plural = _("themes of a door")
        ordering = ["door", "position"]
        constraints = [models.UniqueConstraint(fields=["door", "theme"], name="door_theme_once")]

    def __str__(self) -> str:
        return f"{self.door} – {self.theme}"


class DoorState(Link):
    """A State for which a door is there."""

    door = models.ForeignKey(Door, models.CASCADE, related_name="state_links", verbose_name=_("other door"))
    state = models.ForeignKey(State, models.PROTECT, related_name="door_links", verbose_name=_("State"))

    class Meta:
        verbose_name = _("State of a door")
        verbose_name_plural = _("States of a door")
        ordering = ["door", "position"]
        constraints = [models.UniqueConstraint(fields=["door", "state"], name="door_state_once")]

    def __str__(self) -> str:
        return f"{self.door} – {self.state}"
