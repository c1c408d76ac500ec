"""Each adapter reads the form that is stated, compares, and says when the form is another. The pages are made by hand after that form."""

import datetime

import pytest

from mechanisms.fetch import calls_for_input, council_sessions, state_reports, upr_sessions
from mechanisms.fetch.found import ChangedForm
from mechanisms.models import State, Treaty
from tests.mechanisms.world import proof, state

TODAY = datetime.date(2026, 11, 28)
MODULES = [calls_for_input, council_sessions, state_reports, upr_sessions]


def read(module, body, ours=None):
    return module.read(body.encode(), ours or {}, module.ADAPTER.pages()[0], TODAY)


SESSIONS = """<h1>Regular sessions</h1><ul>
<li><a href="/s63">63rd session of the Human Rights Council</a> <span>07 September 2026 to <b>09 October 2026</b></span></li>
<li>64th session of the Human&nbsp;Rights Council<br>24 February 2027 to 2 April 2027</li>
<li>1st session of the Human Rights Council (19-30 June 2006)</li></ul><script>65th session …</script>"""


def test_sessions_of_the_council():
    ours = {
        "63": {
            "number": "63",
            "start": "2026-09-07",
            "end": "2026-10-09",
            "dates_status": "confirmed",
            "status": "held",
        }
    }
    found = read(council_sessions, SESSIONS, ours)
    assert found.rows == [
        {
            "number": "64",
            "start": "2027-02-24",
            "end": "2027-04-02",
            "dates_status": "confirmed",
            "status": "planned",
            "deadlines_status": "unknown",
            "confidence": "high",
        }
    ]
    ours["63"]["end"] = "2026-10-07"
    assert read(council_sessions, SESSIONS, ours).rows[0] == {
        "number": "63",
        "start": "2026-09-07",
        "end": "2026-10-09",
        "dates_status": "confirmed",
    }


def test_sessions_that_end_before_they_begin_are_not_believed():
    with pytest.raises(ChangedForm, match="Session 64"):
        read(council_sessions, SESSIONS.replace("2 April 2027", "2 April 2026"))
    with pytest.raises(ChangedForm, match="no day"):
        read(council_sessions, SESSIONS.replace("24 February", "31 February"))


OPTIONS = """<select><option>All</option><option>Session 52 - May 2026</option><option>Session 53 - November 2026</option>
<option> Session 54 – January 2027 </option><option>Session 56 - November 2027</option></select>"""


def test_sessions_of_the_upr_by_month():
    ours = {
        "53": {"number": "53", "start": "2026-11-02", "end": "2026-11-13"},
        "54": {"number": "54", "start": "2027-02", "end": ""},
    }
    found = read(upr_sessions, OPTIONS, ours)
    assert found.rows == [{"number": "54", "start": "2027-01", "end": "", "dates_status": "tentative"}]
    assert found.notes == ["number: 56, start: 2027-11, end: , dates_status: tentative"]


CALLS = """<main><div class="views-row"><div>Special Procedures</div><a href="/en/calls-for-input/2026/call-housing">Call on housing</a>
<p>Deadline: 15 December 2026</p></div>
<div class="views-row"><a href="/en/calls-for-input/2026/call-water?x=1">Call on water</a><span>1 February 2027</span></div>
<div class="views-row"><a href="/en/calls-for-input/2025/call-old">Old</a><span>1 February 2025</span></div>
<div class="views-row"><a href="/en/calls-for-input/2026/undated">No day</a></div></main>"""
HOUSING = "https://www.ohchr.org/en/calls-for-input/2026/call-housing"


def test_calls_for_input():
    ours = {
        "housing · Call": {
            "mandate": "housing",
            "title": "Call",
            "url": HOUSING,
            "deadline": "2026-12-01",
            "status": "confirmed",
        }
    }
    found = read(calls_for_input, CALLS, ours)
    assert found.rows == [{"mandate": "housing", "title": "Call", "deadline": "2026-12-15", "status": "confirmed"}]
    assert found.notes == ["Call on water (2027-02-01): https://www.ohchr.org/en/calls-for-input/2026/call-water"]


CALENDAR = """<table><tr><th>Region</th><th>State</th><th>Treaty</th><th>Document</th><th>Due</th></tr>
<tr><td>Africa</td><td>Kenya</td><td>CAT</td><td>State party's report</td><td>15 Mar 2027</td></tr>
<tr><td>Africa</td><td>Togo</td><td>CAT</td><td>State party's report</td><td>1 Apr 2027</td></tr>
<tr><td>Africa</td><td>Togo</td><td>CAT</td><td>List of issues</td><td>1 May 2027</td></tr></table>"""


@pytest.mark.django_db
def test_reports_due():
    for iso3, name in (("KEN", "Kenya"), ("TGO", "Togo")):
        State.objects.filter(pk=state(iso3).pk).update(name=name)
    day = datetime.date(1984, 12, 10)
    words = {"name": "CAT", "abbreviation": "CAT", "committee_abbreviation": "CAT"}
    Treaty.objects.bulk_create(
        [Treaty(slug="cat", core=True, has_complaints=True, adopted=day, in_force=day, **words, **proof())]
    )
    ours = {
        "x": {
            "state": "KEN",
            "treaty": "cat",
            "document": "periodic",
            "number": "4",
            "due": "2027-03-01",
            "status": "tentative",
        }
    }
    found = read(state_reports, CALENDAR, ours)
    assert found.rows == [
        {
            "state": "KEN",
            "treaty": "cat",
            "document": "periodic",
            "number": "4",
            "due": "2027-03-15",
            "status": "confirmed",
        }
    ]
    assert found.notes == ["Africa | Togo | CAT | State party's report | 1 Apr 2027"]


@pytest.mark.django_db
@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("body", ["", "<html></html>", "<p>Please wait while we check your browser</p>", "{}"])
def test_another_form_is_said_and_not_guessed_at(module, body):
    with pytest.raises(ChangedForm):
        read(module, body)
