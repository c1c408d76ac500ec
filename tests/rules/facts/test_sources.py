"""A date of a session rests on its own source where it has one."""

import datetime

from rules.dates import PartialDate
from rules.facts.council import CouncilSession
from rules.facts.sources import DateSource, date_source
from rules.vocabulary import DateStatus

START = PartialDate(datetime.date(2027, 2, 24))
OWN = DateSource("start", "council-calendar", "2026-11-28")


def session(*own: DateSource) -> CouncilSession:
    return CouncilSession(
        64, START, None, None, None, DateStatus.TENTATIVE, "council-page", "2026-11-24", date_sources=own
    )


def test_its_own_source_comes_first():
    assert date_source(session(OWN), "start") == "council-calendar"
    assert date_source(session(OWN), "start", "guidance") == "council-calendar"


def test_without_one_it_rests_on_what_is_given_or_on_the_session():
    assert date_source(session(OWN), "end", "guidance") == "guidance"
    assert date_source(session(OWN), "end") == "council-page"
    assert date_source(session(), "start") == "council-page"
