"""Expert cases in the admin: the list says whether each is as expected; the form leads to answers and expectations."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from advisor import clock
from advisor.editions import store
from mechanisms.history.versions import register_words
from rules.facts.edition import Edition

from . import box_words
from .admin_files import CaseFiles
from .admin_pages import CasePages
from .boxes import as_json
from .models import ExpertCase
from .results import Standing, standing

FIELDS = ("name", "slug", "why", "as_of", "active")


@admin.register(ExpertCase)
class CaseAdmin(CaseFiles, CasePages):
    """Answers come from the questionnaire and expectations from tick boxes, so that nobody types a code."""

    search_fields = ("name", "slug", "why")
    list_filter = ("active",)
    list_display_links = ("name",)
    actions = None
    change_form_template = "admin/advisor/case_form.html"

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The columns. The results are worked out on the published edition, which is read once."""
        edition = store.current()
        return ["name", _first_column(edition), "as_of", _standing_column(edition), "active"]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new case gets its short name from its name; later its name may change without it."""
        return {"slug": ("name",)} if obj is None else {}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The plain fields; answers and expectations have pages of their own."""
        locked = obj is not None and self.has_change_permission(request, obj)
        return [(None, {"fields": [*FIELDS, "version"] if locked else list(FIELDS)})]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any) -> Any:
        """The form says what was answered, what is expected, and the result."""
        row = options.get("obj")
        edition = store.current() if row else None
        told: dict[str, Any] = {"case": None, "standing": None, "answers": [], "expected": []}
        if row and edition:
            told = {
                "case": row,
                "standing": standing(row, edition, clock.today()),
                "answers": box_words.answers(row.scenario, edition),
                "expected": box_words.lines(row.expect, edition),
            }
        return super().render_change_form(request, {**context, **told}, *args, **options)

    def doors(self, row: Any) -> list[tuple[str, str]]:
        """Where the two other parts of a case are edited."""
        return [
            (_("Answers"), self.address("answers", row.pk)),
            (_("Expectations"), self.address("expectations", row.pk)),
            (_("Export"), self.address("file", row.pk)),
        ]

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """A new case has no answers yet, so go to these next."""
        if "_addanother" in request.POST or "_continue" in request.POST or "_popup" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        messages.success(request, _("The case was added. Now its answers."))
        return HttpResponseRedirect(self.address("answers", obj.pk))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Another day may change the result."""
        self.tell_standing(request, obj)
        return super().response_change(request, obj)


def _first_column(edition: Edition | None) -> Callable[[ExpertCase], str]:
    def first(row: ExpertCase) -> str:
        return " / ".join(box_words.route(slug) for slug in row.expect.get("first", ())) if edition else ""

    return admin.display(description=gettext_lazy("ranked first"), empty_value="–")(first)


def _standing_column(edition: Edition | None) -> Callable[[ExpertCase], str]:
    def stands(row: ExpertCase) -> str:
        return told(standing(row, edition, clock.today())) if edition else _("nothing is published yet")

    return admin.display(description=gettext_lazy("on the published facts"))(stands)


def told(found: Standing) -> str:
    """The result of a case, in a few words."""
    if found.faults:
        return format_html('<span class="broken">{}</span>', _("can’t be read"))
    if found.broken:
        number = len(found.broken)
        said = ngettext("%(number)d expectation in vain", "%(number)d expectations in vain", number)
        return format_html('<span class="broken">{}</span>', said % {"number": number})
    return _("as expected") if found.expected else _("nothing is expected yet")


def _history(tell: Callable[[Any, Edition], list[str]]) -> Callable[[Any], str]:
    def text(value: Any) -> str:
        edition = store.current()
        return "\n".join(tell(value, edition)) if edition else as_json(value)

    return text


register_words(ExpertCase, "scenario", _history(box_words.answers))
register_words(ExpertCase, "expect", _history(box_words.lines))
