"""What happens in the world, and which rows it writes."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from mechanisms.models import (
    CouncilSession,
    DateSource,
    MandateHolder,
    Source,
    State,
    Treaty,
    TreatyStatus,
    UprCycle,
    UprReview,
    UprSession,
)
from mechanisms.news import holders, sessions, treaties
from mechanisms.news.treaties import Act, Instrument, Status
from mechanisms.news.writing import Proof, lines, token, write
from mechanisms.remembered import Change
from rules.dates import PartialDate
from tests.mechanisms.admin.test_forms import mandate
from tests.mechanisms.world import ROWS, proof, state

pytestmark = pytest.mark.django_db
D = datetime.date


@pytest.fixture
def read() -> Proof:
    page = Source.objects.create(slug="release", title="Press release", kind="un-page")
    return Proof(page, D(2026, 11, 28))


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def test_a_new_holder_ends_the_one_before(read):
    torture = mandate()
    MandateHolder.objects.create(mandate=torture, name="Alice", valid_from=D(2022, 8, 1), **proof())
    rows = holders.followed(torture, "Berta", day("2026-12-01"), None, read)
    assert write(rows, Change()) == 2
    alice, berta = torture.holders.get(name="Alice"), torture.holders.get(name="Berta")
    assert (alice.valid_to, berta.valid_from, berta.source) == (D(2026, 11, 30), D(2026, 12, 1), read.source)


def test_the_same_news_twice_writes_nothing_new(read):
    torture = mandate()
    MandateHolder.objects.create(mandate=torture, name="Alice", **proof())
    write(holders.followed(torture, "Berta", day("2026-12-01"), day("2026-11"), read), Change())
    assert lines(holders.followed(torture, "Berta", day("2026-12-01"), day("2026-11"), read)) == []


def test_a_coarse_beginning_needs_the_last_day_of_the_one_before(read):
    torture = mandate()
    MandateHolder.objects.create(mandate=torture, name="Alice", **proof())
    with pytest.raises(ValidationError) as told:
        holders.followed(torture, "Berta", day("2026-12"), None, read)
    assert set(told.value.error_dict) == {"last_day"}


def test_where_nobody_was_known_the_new_one_is_all(read):
    assert write(holders.followed(mandate(), "Berta", None, None, read), Change()) == 1


@pytest.fixture
def torture_convention() -> Treaty:
    cells = {key: value for key, value in ROWS["treaties"][0].items() if value} | proof()
    made = Treaty.objects.create(**cells | {"core": True, "has_complaints": True})
    made.refresh_from_db()
    return made


@pytest.fixture
def signed(torture_convention) -> State:
    haiti = state("HTI")
    for instrument, status, since in (
        ("treaty", "signatory", D(2013, 8, 16)),
        ("individual_communications", "not-accepted", None),
        ("inquiry", "not-accepted", None),
    ):
        TreatyStatus.objects.create(
            state=haiti, treaty=torture_convention, instrument=instrument, status=status, valid_from=since, **proof()
        )
    return haiti


RATIFIED = Act(Status.PARTY, D(2026, 11, 10), "ratification")
ALL = {
    Instrument.TREATY.value: RATIFIED,
    Instrument.INDIVIDUAL_COMMUNICATIONS.value: Act(Status.ACCEPTED, D(2026, 11, 10), "declaration"),
    Instrument.INQUIRY.value: Act(Status.ACCEPTED, D(2026, 11, 10)),
}


def told(signed: State) -> list[tuple[str, str, str]]:
    rows = TreatyStatus.objects.filter(state=signed).order_by("instrument", "valid_from")
    found = [(row.instrument, row.status, str(row.period)) for row in rows]
    return sorted(found)


def test_a_ratification_with_complaints_and_inquiries_ends_what_was_so(signed, torture_convention, read):
    assert write(treaties.acted(signed, torture_convention, ALL, read), Change()) == 6
    on = {row.instrument: row.status for row in TreatyStatus.objects.on(D(2026, 11, 9)).filter(state=signed)}
    assert on == {"treaty": "signatory", "individual_communications": "not-accepted", "inquiry": "not-accepted"}
    on = {row.instrument: row.status for row in TreatyStatus.objects.on(D(2026, 11, 10)).filter(state=signed)}
    assert on == {"treaty": "party", "individual_communications": "accepted", "inquiry": "accepted"}
    assert lines(treaties.acted(signed, torture_convention, ALL, read)) == []


def test_it_binds_after_the_delay_of_the_treaty(torture_convention):
    assert treaties.in_force(torture_convention, Instrument.TREATY, D(2026, 11, 10)) == D(2026, 12, 10)


def test_complaints_are_accepted_by_parties_only(signed, torture_convention, read):
    acts = {name: act for name, act in ALL.items() if name == Instrument.INDIVIDUAL_COMMUNICATIONS}
    with pytest.raises(ValidationError, match="no party to the treaty"):
        treaties.acted(signed, torture_convention, acts, read)


def test_an_act_before_the_present_row_is_refused(signed, torture_convention, read):
    acts = {Instrument.TREATY.value: Act(Status.PARTY, D(2010, 1, 1), "ratification")}
    with pytest.raises(ValidationError, match="which is later"):
        treaties.acted(signed, torture_convention, acts, read)


def test_who_is_party_already_does_not_become_one(signed, torture_convention, read):
    write(treaties.acted(signed, torture_convention, {Instrument.TREATY.value: RATIFIED}, read), Change())
    later = {Instrument.TREATY.value: Act(Status.PARTY, D(2026, 11, 20), "accession")}
    with pytest.raises(ValidationError, match="already, from 2026-11-10"):
        treaties.acted(signed, torture_convention, later, read)


@pytest.fixture
def session() -> UprSession:
    cycle = UprCycle.objects.create(number=4, interval_months=54, **proof())
    return UprSession.objects.create(
        number=54,
        cycle=cycle,
        start=D(2027, 1, 1),
        start_precision="month",
        dates_status="tentative",
        stakeholder_deadline_status="unknown",
        **proof(),
    )


def test_a_deadline_has_a_source_of_its_own(session, read):
    rows = sessions.announced(session, "stakeholder_deadline", day("2026-12-15"), "confirmed", read)
    assert write(rows, Change()) == 2
    session.refresh_from_db()
    assert (str(session.stakeholder_deadline), session.stakeholder_deadline_status) == ("2026-12-15", "confirmed")
    assert session.source != read.source
    own = session.date_sources.get()
    assert (own.field, own.source, own.checked_on) == ("stakeholder_deadline", read.source, read.checked_on)
    again = UprSession.objects.get(number=54)
    assert lines(sessions.announced(again, "stakeholder_deadline", day("2026-12-15"), "confirmed", read)) == []


def test_a_deadline_after_the_session_is_refused(session, read):
    rows = sessions.announced(session, "stakeholder_deadline", day("2029-07-17"), "confirmed", read)
    with pytest.raises(ValidationError, match="before the session"):
        write(rows, Change())
    assert not DateSource.objects.exists()


def test_a_review_session_that_closed_names_where_its_outcomes_are_adopted(session, read):
    rows = sessions.closed(session, day("2027-01-18"), day("2027-01-29"), read, adoption=65)
    write(rows, Change())
    session.refresh_from_db()
    assert (session.dates_status, session.adoption_council_session) == ("confirmed", 65)
    assert set(session.date_sources.values_list("field", flat=True)) == {"start", "end", "adoption_council_session"}


def test_a_council_session_that_closed_is_held_and_says_which_outcomes_it_put_off(session, read):
    session.adoption_council_session = 65
    session.save()
    council = CouncilSession.objects.create(
        number=65, status="planned", dates_status="unknown", deadlines_status="unknown", **proof()
    )
    kenya, togo = (
        UprReview.objects.create(cycle=session.cycle, session=session, state=state(iso3), **proof())
        for iso3 in ("KEN", "TGO")
    )
    write(sessions.closed(council, day("2027-06-14"), day("2027-07-09"), read, put_off=[togo]), Change())
    council.refresh_from_db()
    assert (council.status, council.dates_status) == ("held", "confirmed")
    kenya.refresh_from_db(), togo.refresh_from_db()
    assert (kenya.adoption_status, togo.adoption_status) == ("", "postponed")


def test_only_what_was_seen_is_confirmed(read):
    torture = mandate()
    first = token(lines(holders.followed(torture, "Berta", day("2026-12-01"), None, read)))
    assert first == token(lines(holders.followed(torture, "Berta", day("2026-12-01"), None, read)))
    assert first != token(lines(holders.followed(torture, "Berta", day("2026-12-02"), None, read)))
