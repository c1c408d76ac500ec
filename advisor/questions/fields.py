"""The kinds of answer as form fields. Each gives the contract's form: a slug, a list, an ISO day, ``"unknown"``, or ``None``.

``None`` is "nothing chosen", which is allowed. The fields are drawn by templates of their own, so the widgets only read.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from mechanisms.names.matching import Names
from rules.dates import DAY, PartialDate

from .bound import ChoicesBound, DayBound, FinderBound
from .dates import BadDate, read_date, written
from .walk import UNKNOWN

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NONE = "none"
TODAY = "today"
NAMELESS = Names(())


class Option(NamedTuple):
    """One answer to tick. ``called`` is what a search in a long list knows it by; ``group`` is where the list puts it."""

    value: str
    label: "StrOrPromise"
    hint: "StrOrPromise" = ""
    called: Names = NAMELESS
    group: "StrOrPromise" = ""


class Reader(forms.Widget):
    """Reads one value. Subclasses read what a browser sends for their kind."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The value sent under the field's name."""
        return data.get(name)


class ListReader(Reader):
    """Reads all values sent under one name."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        """All values, in the order sent."""
        return data.getlist(name) if isinstance(data, MultiValueDict) else list(data.get(name, ()))


class DayReader(Reader):
    """Reads a date as typed, and the boxes ticked beside it."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, Any]:
        """The text as ``typed``, and ``boxes``."""
        boxes = ListReader().value_from_datadict(data, files, f"{name}_box")
        return {"typed": str(data.get(name, "")).strip(), "boxes": boxes}


class QuestionField(forms.Field):
    """What all kinds share: nothing chosen is allowed, a template of its own, and a line on why it is asked."""

    template: str
    why: "StrOrPromise" = ""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def shown(self, answer: Any) -> Any:
        """How an answer of the draft stands in the page."""
        return answer


class ChoiceField(QuestionField):
    """One answer of several, "I do not know" among them."""

    widget = Reader
    bound_field_class = ChoicesBound
    template = "forms/fields/choice.html"

    def __init__(self, options: Sequence[Option], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.options = options

    def clean(self, value: Any) -> str | None:
        """Refuses what was not offered."""
        if not value:
            return None
        if value not in {option.value for option in self.options}:
            raise ValidationError(_("Choose one of the answers shown."), code="invalid")
        return str(value)


class ListField(QuestionField):
    """Several answers. Two of them stand alone: the empty list ("none of these") and "I do not know"."""

    widget = ListReader
    bound_field_class = ChoicesBound
    template = "forms/fields/list.html"

    def __init__(self, options: Sequence[Option], alone: Sequence[Option], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.options = options
        self.alone = alone

    def shown(self, answer: Any) -> Any:
        """An empty list that was answered is a tick of its own; nothing ticked is no answer."""
        return [NONE] if answer == [] else answer

    def clean(self, value: Any) -> list[str] | str | None:
        """Refuses what was not offered, and ticks that contradict each other."""
        ticked, alone = set(value or ()), {option.value for option in self.alone}
        if not ticked:
            return None
        if ticked - {option.value for option in self.options} - alone:
            raise ValidationError(_("Choose from the list shown."), code="invalid")
        if ticked & alone and len(ticked) > 1:
            both = [str(option.label) for option in self.alone if option.value in ticked]
            raise ValidationError(
                _("Either choose from the list, or choose “%(alone)s”, not both."),
                code="both",
                params={"alone": both[0]},
            )
        if UNKNOWN in ticked:
            return UNKNOWN
        return [] if NONE in ticked else [option.value for option in self.options if option.value in ticked]


class OptionalField(ListField):
    """Several answers that nobody needs to give: folded until something is chosen."""

    template = "forms/fields/optional.html"


class FinderField(ListField):
    """Several answers from a list so long that it needs a search.

    ``names_url`` is the address that gives the browser what each answer is called; without it, the page itself says so.
    """

    bound_field_class = FinderBound
    template = "forms/fields/finder.html"
    query = ""

    def __init__(
        self,
        options: Sequence[Option],
        alone: Sequence[Option],
        search_label: "StrOrPromise",
        groups: Sequence["StrOrPromise"] = ("",),
        names_url: str = "",
    ) -> None:
        super().__init__(options, alone)
        self.search_label, self.groups, self.names_url = search_label, groups, names_url


class DayField(QuestionField):
    """A date as people write it, or a tick for today, or for "I do not know".

    The contract knows days alone. Of a month or a year it gets the most careful day: the last one where something will be ready, otherwise
    the first, from which time limits end soonest. What was meant stands in ``coarse``.
    """

    widget = DayReader
    bound_field_class = DayBound
    template = "forms/fields/day.html"

    def __init__(
        self, boxes: Sequence[Option], today: datetime.date, latest: datetime.date, *, past: bool, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.boxes, self.today, self.latest, self.past = boxes, today, latest, past
        self.coarse = ""

    def prepare_value(self, value: Any) -> dict[str, Any]:
        """What stands on the page, for an answer of the draft as well as for what was typed."""
        if isinstance(value, dict):
            return value
        boxes = [UNKNOWN] if value == UNKNOWN else []
        try:
            return {"typed": written(PartialDate.parse(value)), "boxes": boxes}
        except (TypeError, ValueError):
            return {"typed": "", "boxes": boxes}

    def clean(self, value: Any) -> str | None:
        """Refuses a day that does not exist, one that is nowhere yet where it lies in the past, and ticks that contradict it."""
        ticked = {box.value for box in self.boxes} & set(value["boxes"])
        if len(ticked) + bool(value["typed"]) > 1:
            raise ValidationError(_("Give a date or choose one of the boxes below it, not both."), code="both")
        if ticked:
            return UNKNOWN if UNKNOWN in ticked else self.today.isoformat()
        if not value["typed"]:
            return None
        try:
            date = read_date(value["typed"])
        except BadDate as bad:
            raise ValidationError(bad.message, code="date") from bad
        if self.past and date.first > self.latest:
            raise ValidationError(_("The date must be today or before today."), code="date")
        self.coarse = str(date) if date.precision != DAY else ""
        return (date.first if self.past else date.last).isoformat()
