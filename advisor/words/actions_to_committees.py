"""What to send to committees that review a State, in sentences: by what the calendar says of the review, or that it says nothing."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

REPORTS: Mapping[str, "StrPromise"] = {
    "alternative-report": _(
        "Send your own report before the committee meets the State. No date of this review is in our data. Look on these "
        "pages: the committee sets the day and the length in a note for the session."
    ),
    "alternative-report.deadline": _(
        "Send your own report by this day: the committee is to review the State. The note for the session, on the "
        "committee's page, says how long it may be and where to send it."
    ),
    "alternative-report.session": _(
        "Send your own report well before this session, at which the committee is to review the State. The last day for "
        "reports is not in our data and comes weeks earlier: look on the committee's page now."
    ),
    "alternative-report.late": _(
        "The day for reports is missed, or comes before your text is ready. Ask the committee's secretariat whether a short "
        "note is still taken, and when the committee hears organisations. Tell what you have to a partner who has written."
    ),
    "alternative-report.undated": _(
        "Prepare your own report: the committee is to review the State, but the session is not in our data. Look on these "
        "pages for it."
    ),
    "alternative-report.listed": _(
        "Prepare your own report now: the committee has sent the State its list of issues (%(last)s), and the review "
        "follows. Its session is not in our data, and it may have been held since. Look on these pages."
    ),
    "alternative-report.held": _(
        "The committee has reviewed the State (%(last)s). Read its concluding observations. For some of them it asks for an "
        "early report: write what has become of those. The next review is years away as a rule."
    ),
    "alternative-report.perhaps-held": _(
        "The committee was to review the State (%(last)s). Look on its page whether it did. If so, read its concluding "
        "observations, and write what has become of those for which it asks for an early report. If not, ask when it will."
    ),
}

QUESTIONS: Mapping[str, "StrPromise"] = {
    "list-of-issues-input": _(
        "Write before the committee lists its questions to the State: what you raise then shapes the whole review. No date "
        "of it is in our data, so look on these pages."
    ),
    "list-of-issues-input.deadline": _(
        "Propose questions by this day: the committee is to adopt its list of issues on the State. What you raise then "
        "shapes the whole review."
    ),
    "list-of-issues-input.session": _(
        "Propose questions well before this session, at which the committee is to adopt its list of issues on the State. The "
        "last day for it is not in our data and comes weeks earlier: look on the committee's page now."
    ),
    "list-of-issues-input.late": _(
        "The day to propose questions is missed, or comes before your text is ready. Keep what you have for the report "
        "before the review, and watch which questions the committee puts."
    ),
    "list-of-issues-input.undated": _(
        "Prepare questions to propose: the committee has still to adopt its list of issues on the State, and its session "
        "is not in our data. Look on these pages for it."
    ),
    "list-of-issues-input.review-planned": _(
        "The review is planned, so the list of issues may be out: look on the committee's page. If it is, answer it in your "
        "report. If not, propose questions at once."
    ),
}

TO_COMMITTEES: Mapping[str, "StrPromise"] = {**REPORTS, **QUESTIONS}
