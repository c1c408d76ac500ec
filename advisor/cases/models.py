"""Expert cases as rows: what editors keep in the admin. The files in ``fixtures/cases`` are where the first ones come from."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.remembered import Remembered


class ExpertCase(Remembered):
    """A situation, with what a practitioner expects of the advice on it, and why.

    ``scenario`` and ``expect`` are in the contract's plain form: slugs, lists, ISO dates, nothing else.
    """

    slug = models.SlugField(
        _("short name"), max_length=80, unique=True, help_text=_("In small letters with hyphens; also the file’s name.")
    )
    name = models.CharField(_("name"), max_length=200)
    why = models.TextField(_("why"), help_text=_("What a practitioner would say, and why. Nobody’s real case."))
    as_of = models.DateField(
        _("day"), null=True, blank=True, help_text=_("The day to advise on. Empty: the day on which it is looked at.")
    )
    scenario = models.JSONField(_("answers"), default=dict, blank=True)
    expect = models.JSONField(_("expectations"), default=dict, blank=True)
    active = models.BooleanField(
        _("in use"), default=True, help_text=_("Looked at before facts are published. Off: kept, and not looked at.")
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("expert case")
        verbose_name_plural = _("expert cases")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def as_data(self) -> dict[str, Any]:
        """The mapping that `advisor.cases.read` takes, in the order of the files."""
        data = {"name": self.name, "why": self.why, "as_of": self.as_of, "scenario": self.scenario}
        if self.as_of is None:
            del data["as_of"]
        return data | ({"expect": self.expect} if self.expect else {})
