"""The two pages on which a case is made: answers through the questionnaire, expectations by ticking."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor import clock
from advisor.editions import store
from advisor.questions import drawer, purpose
from advisor.questions.drawer import Draft
from advisor.words.labels import QUESTIONS
from mechanisms.admin.locked import LockedAdmin
from mechanisms.admin.locking import numbers_of, read_numbers, who
from mechanisms.history.versions import changes_since
from mechanisms.remembered import Change
from mechanisms.words import separated
from rules.facts.edition import Edition
from rules.questions import BY_SLUG
from rules.scenario import BadScenario, check

from . import box_words, boxes, case_files, expectations
from .models import ExpertCase
from .offer import offer
from .results import advice_on, standing

FOLDER = "admin/advisor"
SHOWN = 12
"""How many expectations that are not met a message names."""


class CasePages(LockedAdmin):
    """Views of one case."""

    def get_urls(self) -> list[URLPattern]:
        """Two pages more."""
        view = self.admin_site.admin_view
        pages: list[tuple[str, Callable[..., HttpResponse]]] = [
            ("answers", self.answers_view),
            ("expectations", self.expectations_view),
        ]
        own = [path(f"<path:object_id>/{name}/", view(page), name=self.page(name)) for name, page in pages]
        return [*own, *super().get_urls()]

    def answers_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The answers of the case, sent to the questionnaire or taken from it."""
        row, edition = self._opened(request, object_id)
        if edition is None:
            return self._back(request, row)
        busy = purpose.current(request) is not None
        if request.POST.get("what") == "open" and not busy:
            request.session[drawer.CASE] = row.pk
            drawer.keep(request, Draft(answers=dict(row.scenario)))
            return HttpResponseRedirect(reverse("advisor:check" if row.scenario else "advisor:resume"))
        taken = {} if busy else drawer.load(request)
        faults: list[str] = []
        meanwhile = ""
        if request.method == "POST" and not busy:
            with transaction.atomic():
                row, meanwhile = self._locked(request, row)
                faults = [] if meanwhile else self._take(request, row, taken, edition)
            if not faults and not meanwhile:
                return HttpResponseRedirect(self.address("expectations", row.pk))
        context = {
            "title": _("Answers: %s") % row,
            "case": row,
            "answers": box_words.answers(row.scenario, edition),
            "changes": _changed_answers(row.scenario, taken, edition),
            "has_draft": bool(taken),
            "busy": busy,
            "faults": faults,
            "meanwhile": meanwhile,
            "version": numbers_of(row, ())[0],
            "may_change": self.has_change_permission(request, row),
        }
        return self.respond(request, "case_answers", context, FOLDER)

    def _take(self, request: HttpRequest, row: ExpertCase, taken: Mapping[str, Any], edition: Edition) -> list[str]:
        """Put the questionnaire's answers into the case. Out: why that was refused, or nothing."""
        if not taken:
            return [_("There are no answers in the questionnaire.")]
        try:
            scenario = check(dict(taken), countries=edition.states, themes=edition.themes)
        except BadScenario as bad:
            return [str(fault) for fault in bad.faults]
        if scenario.plain() != row.scenario:
            row.scenario = scenario.plain()
            self._keep(request, row, _("Took the answers from the questionnaire"))
        request.session.pop(drawer.CASE, None)
        self.tell_standing(request, row)
        return []

    def expectations_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Tick what must be true."""
        row, edition = self._opened(request, object_id)
        if edition is None:
            return self._back(request, row)
        faults: list[str] = []
        meanwhile = ""
        ticked = boxes.split(row.expect)
        if request.method == "POST":
            with transaction.atomic():
                row, meanwhile = self._locked(request, row)
                ticked, faults = _ticked(request, edition)
                if not faults and not meanwhile:
                    faults = self._expect(request, row, ticked, edition)
            if not faults and not meanwhile:
                return HttpResponseRedirect(self.address("change", row.pk))
        try:
            advice = advice_on(row, edition, clock.today())
        except case_files.BadCase as bad:
            for fault in bad.faults:
                messages.error(request, str(fault))
            return HttpResponseRedirect(self.address("answers", row.pk))
        context = {
            "title": _("Expectations: %s") % row,
            "case": row,
            "day": row.as_of or clock.today(),
            "offer": offer(ticked, advice, edition),
            "faults": faults,
            "meanwhile": meanwhile,
            "version": numbers_of(row, ())[0],
            "may_change": self.has_change_permission(request, row),
        }
        return self.respond(request, "case_expectations", context, FOLDER)

    def _expect(self, request: HttpRequest, row: ExpertCase, ticked: list[boxes.Atom], edition: Edition) -> list[str]:
        try:
            expect = boxes.join(ticked)
            case_files.read({**row.as_data(), "expect": expect}, edition)
        except case_files.BadCase as bad:
            return [str(fault) for fault in bad.faults]
        if expect != row.expect:
            row.expect = expect
            self._keep(request, row, _("Ticked what is expected"))
        self.tell_standing(request, row)
        return []

    def tell_standing(self, request: HttpRequest, row: ExpertCase) -> None:
        """Say whether the case is as expected now."""
        edition = store.current()
        if edition is None:
            return
        found = standing(row, edition, clock.today())
        lines = found.faults or found.broken
        if not found.expected and not found.faults:
            messages.info(request, _("Saved. The case expects nothing yet: tick what must hold."))
        elif not lines:
            said = ngettext(
                "Saved. On the published facts the one expectation holds.",
                "Saved. On the published facts all %(number)d expectations hold.",
                found.expected,
            )
            messages.success(request, said % {"number": found.expected})
        else:
            said = _("Saved, but the case can’t be read on the published facts:")
            if not found.faults:
                said = ngettext(
                    "Saved. On the published facts %(number)d of %(all)d expectations does not hold:",
                    "Saved. On the published facts %(number)d of %(all)d expectations do not hold:",
                    len(lines),
                ) % {"number": len(lines), "all": found.expected}
            more = len(lines) - SHOWN
            others = ngettext("and %(number)d more", "and %(number)d more", more) % {"number": more}
            shown = [*lines[:SHOWN], *([others] if more > 0 else [])]
            listed = format_html_join("", "<li>{}</li>", ((line,) for line in shown))
            messages.warning(request, format_html("{} <ul>{}</ul>", said, listed))

    def _keep(self, request: HttpRequest, row: ExpertCase, reason: str) -> None:
        Change(by=request.user, reason=reason).save(row)  # type: ignore[arg-type]
        self.log_change(request, row, reason)

    def _opened(self, request: HttpRequest, object_id: str) -> tuple[ExpertCase, Edition | None]:
        """The case, for people who may see it; every POST except "open" is for people who may change it."""
        try:
            row = ExpertCase.objects.filter(pk=self.opts.pk.to_python(unquote(object_id))).first()
        except ValidationError:
            row = None
        if row is None:
            raise Http404
        changes = request.method == "POST" and request.POST.get("what") != "open"
        may = self.has_change_permission if changes else self.has_view_permission
        if not may(request, row):
            raise PermissionDenied
        return row, store.current()

    def _back(self, request: HttpRequest, row: ExpertCase) -> HttpResponse:
        messages.error(request, _("Nothing is published yet, so there is no advice to compare with."))
        return HttpResponseRedirect(self.address("change", row.pk))

    def _locked(self, request: HttpRequest, row: ExpertCase) -> tuple[ExpertCase, str]:
        """The row as it is now, locked until the transaction ends; and what somebody else has changed in it meanwhile."""
        now = ExpertCase.objects.select_for_update().order_by().get(pk=row.pk)
        seen = read_numbers(request.POST.get("version", ""), ())[0]
        changes, latest = changes_since(ExpertCase, row.pk, seen)
        if latest is None:
            return now, ""
        said = _(
            "{who} changed this case at {time}, while you had it open: {what}. Nothing of yours has been saved yet."
        )
        moment = date_format(timezone.localtime(latest.history_date), "H:i")
        what = separated(change.label for change in changes)
        return now, said.format(who=who(latest), time=moment, what=what)


def _ticked(request: HttpRequest, edition: Edition) -> tuple[list[boxes.Atom], list[str]]:
    """What was ticked and can be read; and what is wrong with the rest."""
    found: list[boxes.Atom] = []
    faults: list[str] = []
    for text in request.POST.getlist("must"):
        try:
            atom = boxes.unpack(text)
        except ValueError:
            faults.append(_("A box could not be read. Open the page again."))
            continue
        wrong = [str(fault) for fault in expectations.wrong(boxes.join([atom]), edition)]
        faults += wrong
        found += [] if wrong else [atom]
    return found, list(dict.fromkeys(faults))


def _changed_answers(now: Mapping[str, Any], taken: Mapping[str, Any], edition: Edition) -> list[tuple[str, str, str]]:
    """What taking the questionnaire's answers would change: question, answer now, answer then."""
    known = {slug: value for slug, value in taken.items() if value != "unknown"}

    def told(scenario: Mapping[str, Any], slug: str) -> str:
        return "; ".join(box_words.answer(slug, scenario[slug], edition)) if slug in scenario else ""

    return [
        (str(QUESTIONS[slug].label), told(now, slug), told(known, slug))
        for slug in BY_SLUG
        if _plain(now.get(slug)) != _plain(known.get(slug))
    ]


def _plain(value: Any) -> Any:
    """The order of a list does not matter."""
    return sorted(value) if isinstance(value, list) else value
