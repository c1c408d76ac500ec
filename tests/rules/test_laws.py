"""Laws of change: what must hold between two situations of which one is better, whatever the rest says.

Half of them look at the small world, where every answer is possible; half at sampled scenarios on the kept edition, where the facts are.
"""

import datetime
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rules import vocabulary as v
from rules.advice import advise
from rules.committees import GROUPS
from rules.gates import ORDER
from rules.scenario import check
from rules.vocabulary import GateSlug, RouteSlug, Verdict

from . import shipped, world
from .sampler import samples

EDITION = shipped.edition()
SAMPLES = st.sampled_from([*samples(EDITION, 400)])
COMPLAINT = RouteSlug.TREATY_BODY_COMPLAINT
NEAR = st.dates(datetime.date(2025, 10, 1), datetime.date(2027, 1, 31))
THEMES = st.sampled_from(["torture", "racism", "work", "housing", "enforced-disappearance", "arbitrary-detention"])
STATES = st.sampled_from(["AAA", "BBB", "CCC", "DDD"])


def told(answers, edition=None, day=world.DAY):
    edition = edition or world.edition()
    given_ = check(answers, countries=edition.states, themes=edition.themes)
    return advise(given_, edition, day, counterfactuals=False)


def rank(advice, route, gate):
    """How open a gate is; not needed is as open as a pass."""
    found = next(one for one in advice.route(route).gates if one.gate == gate)
    return ORDER.get(found.result, ORDER[v.Result.PASS])


def is_open(advice, route):
    return advice.route(route).verdict is not Verdict.CLOSED


def doors(advice):
    """The committees that may be written to."""
    return {(pair.treaty, pair.country) for pair in advice.route(COMPLAINT).treaties}


def ranks(advice):
    """How open each gate is: of a complaint at each committee, since a change may make another one the best."""
    found = {
        (one.treaty, one.country, gate.gate): ORDER.get(gate.result, ORDER[v.Result.PASS])
        for one in advice.route(COMPLAINT).committees
        for gate in one.gates
    }
    for route in RouteSlug:
        if route is not COMPLAINT or not found:
            found |= {(route, gate.gate): rank(advice, route, gate.gate) for gate in advice.route(route).gates}
    return found


def never_closes(before, after, but=()):
    """No gate is worse and no route is shut that was open. ``but``: gates that this change may make worse."""
    worse, now = ranks(before), ranks(after)
    assert worse.keys() == now.keys()
    assert {key for key in worse if now[key] < worse[key] and key[-1] not in but} == set()
    for route in RouteSlug:
        assert is_open(after, route) or not is_open(before, route), route
    assert doors(before) <= doors(after)


def at_committees(advice, slug):
    """How open one gate is at each committee."""
    return {key[:2]: found for key, found in ranks(advice).items() if key[-1] is slug and len(key) == 3}


def last_days(advice):
    return {(one.treaty, one.country): one.by.last for one in advice.route(COMPLAINT).committees if one.by}


@given(world.ANSWERS, STATES, THEMES, NEAR, NEAR)
@example({}, "AAA", "racism", datetime.date(2026, 5, 23), datetime.date(2026, 5, 24))
@example({}, "DDD", "racism", datetime.date(2026, 8, 23), datetime.date(2026, 8, 24))
@example({}, "AAA", "work", datetime.date(2025, 11, 23), datetime.date(2025, 11, 24))
def test_a_later_final_decision_never_shortens_a_time_limit(answers, state, theme, one, other):
    case = {**answers, **world.case(countries=[state], themes=[theme])}
    before, after = (told({**case, "final_decision_on": day}) for day in sorted((one, other)))
    never_closes(before, after)
    earlier, later = last_days(before), last_days(after)
    assert all(later[door] >= earlier[door] for door in earlier)


def test_the_law_on_decisions_is_not_empty():
    """On the last day in time, one day decides."""
    case = world.case(countries=["AAA"], themes=["work"])
    over, still = (told({**case, "final_decision_on": f"2025-11-{day}"}) for day in (23, 24))
    assert doors(still) - doors(over) == {("icescr", "AAA")}


@given(SAMPLES, st.integers(1, 900))
def test_waiting_never_reopens_a_time_limit(sample, days):
    """From the day of the advice on, with the same answers, a complaint that is too late stays too late."""
    if sample.answers.get("remedies") != "exhausted":
        return
    later = told(sample.answers, EDITION, sample.day + datetime.timedelta(days=days))
    now = told(sample.answers, EDITION, sample.day)
    before, after = (at_committees(one, GateSlug.TIME_LIMIT) for one in (now, later))
    own = {key for key in EDITION.limits if any(limit.kind == "time_limit" for limit in EDITION.limits[key])}
    assert all(after[key] <= before[key] for key in before if key[::-1] not in own), "a State's own limit may end"


RESERVATIONS = st.one_of(
    st.builds(lambda months: world.limit("time_limit", months=months), st.integers(1, 5)),
    st.builds(
        lambda bars, scope: world.limit("same_matter_other_procedure", bars=bars, scope=scope),
        st.sampled_from(["pending", "examined", "pending-or-examined", "submitted"]),
        st.sampled_from(["any", "european-convention"]),
    ),
    st.builds(lambda day: world.limit("time_of_facts", since=day.isoformat()), st.dates(datetime.date(1990, 1, 1))),
    st.sampled_from([world.limit("subject"), world.limit("territory"), world.limit("inquiry")]),
)


def with_reservation(edition, state, treaty, limit):
    return replace(
        edition, limits={**edition.limits, (state, treaty): (*edition.limits.get((state, treaty), ()), limit)}
    )


@given(world.ANSWERS, STATES, THEMES, st.sampled_from(sorted(world.edition().treaties)), RESERVATIONS)
@example(
    {"elsewhere": "examined"}, "AAA", "racism", "cerd", world.limit("same_matter_other_procedure", bars="examined")
)
@example({}, "AAA", "racism", "cerd", world.limit("time_limit", months=1))
def test_a_reservation_never_opens_a_door(answers, state, theme, treaty, limit):
    case = {**world.case(countries=[state], themes=[theme]), **answers, "countries": [state], "themes": [theme]}
    before, after = told(case), told(case, with_reservation(world.edition(), state, treaty, limit))
    assert doors(after) <= doors(before)
    then, now = ranks(before), ranks(after)
    assert {key for key in now if key[:2] == (treaty, state) and now[key] > then[key]} == set()
    others = [key for key in now if len(key) == 3 and key[0] != treaty]
    assert [key for key in others if now[key] != then[key]] == []
    assert is_open(before, COMPLAINT) or not is_open(after, COMPLAINT)
    earlier, later = last_days(before), last_days(after)
    assert all(later[door] <= earlier[door] for door in later if door in earlier)


@pytest.mark.parametrize(
    ("limit", "answers"),
    [
        (world.limit("time_limit", months=1), {"final_decision_on": "2026-10-01"}),
        (world.limit("same_matter_other_procedure", bars="examined"), {"elsewhere": "examined"}),
        (world.limit("same_matter_other_procedure", bars="submitted"), {"elsewhere": "not-examined"}),
        (world.limit("time_of_facts", since="2026-01-02"), {}),
    ],
    ids=["time limit", "same matter", "submitted", "time of facts"],
)
def test_a_reservation_shuts_the_door_that_it_is_about(limit, answers):
    case = world.case(countries=["AAA"], themes=["racism"], **answers)
    before, after = told(case), told(case, with_reservation(world.edition(), "AAA", "cerd", limit))
    assert doors(before) - doors(after) == {("cerd", "AAA")}


@given(world.ANSWERS, STATES, THEMES, st.sampled_from(["cat", "cerd", "iccpr", "icescr", "ced"]))
@example({}, "BBB", "torture", "cat")
def test_an_acceptance_more_never_closes_a_door(answers, state, theme, treaty):
    case = {**world.case(), **answers, "countries": [state], "themes": [theme]}
    accepted = world.act("accepted", "2010-01-01")
    one = world.edition()
    if one.commitments.get((state, treaty, "individual_communications")):
        return
    other = replace(one, commitments={**one.commitments, (state, treaty, "individual_communications"): accepted})
    before, after = told(case), told(case, other)
    assert doors(before) <= doors(after)
    assert is_open(after, COMPLAINT) or not is_open(before, COMPLAINT)


def about(advice, state):
    """All that concerns one State: what to do, the dates, the stage, the treaties."""
    for route in advice.routes:
        yield from (
            (route.route, one.action, one.code, one.by, one.treaty) for one in route.actions if one.country == state
        )
        yield from ((route.route, one.code, str(one.date), one.status) for one in route.dates if one.country == state)
        yield from ((route.route, one.stage, one.session) for one in route.stages if one.country == state)
        yield from ((route.route, one.treaty, one.limits) for one in route.treaties if one.country == state)


@given(SAMPLES, st.sampled_from(sorted(EDITION.states)))
def test_one_more_state_never_closes_what_concerns_another(sample, more):
    countries = sample.answers.get("countries")
    if not countries or more in countries:
        return
    before = told(sample.answers, EDITION, sample.day)
    after = told({**sample.answers, "countries": [*countries, more]}, EDITION, sample.day)
    for state in countries:
        kept, found = set(about(before, state)), set(about(after, state))
        # The limit of the working group on disappearances names its State only where there is one.
        assert {one for one in kept - found if v.DateCode.WGEID_URGENT_LIMIT not in one} == set(), state


@given(SAMPLES, st.sampled_from(sorted(EDITION.themes)))
def test_one_more_right_never_takes_an_expert_or_a_committee_away(sample, more):
    themes = sample.answers.get("themes")
    if not themes:
        return
    before = told(sample.answers, EDITION, sample.day)
    after = told({**sample.answers, "themes": sorted({*themes, more})}, EDITION, sample.day)
    assert doors(before) <= doors(after)
    one, other = (advice.route(RouteSlug.SPECIAL_PROCEDURES) for advice in (before, after))
    named, under_a_condition = set(other.mandates), {row.mandate for row in other.mandates_if}
    assert {*one.mandates, *(row.mandate for row in one.mandates_if)} <= named | under_a_condition
    assert len(other.mandates) <= 5
    assert not named & under_a_condition


EVIDENCE = ["media-only", "secondary", "direct"]
LADDERS = [
    ("evidence", EVIDENCE, ()),
    ("consent", ["not-given", "not-asked", "cannot-ask", "given"], ()),
    ("identification", ["anonymous", "names-withheld", "open"], ()),
    ("sponsor", ["no", "yes"], ()),
    ("ecosoc", ["none", "special"], ()),
    ("remedy_stops_it", ["yes", "no"], ()),
    ("elsewhere", ["unclear", "no"], ()),
    ("elsewhere", ["pending", "no"], ()),
    ("elsewhere", ["examined", "not-examined", "un-expert-letter", "no"], ()),
    ("elsewhere", ["wgad", "no"], ()),
    # of a pattern each victim must still be named and agree
    ("scale", ["single-case", "several-cases", "consistent-pattern"], (GateSlug.IS_A_CASE,)),
    ("scale", ["single-case", "several-cases"], ()),
]
"""Answers from worse to better, as far as any gate is concerned."""


@pytest.mark.parametrize(("question", "ladder", "but"), LADDERS)
@given(sample=SAMPLES)
def test_more_never_closes(question, ladder, but, sample):
    steps = [told({**sample.answers, question: answer}, EDITION, sample.day) for answer in ladder]
    for before, after in pairwise(steps):
        never_closes(before, after, but)


@given(SAMPLES)
def test_better_evidence_never_lowers_a_score(sample):
    steps = [told({**sample.answers, "evidence": answer}, EDITION, sample.day) for answer in EVIDENCE]
    for route in RouteSlug:
        scores = [advice.route(route).score.value for advice in steps]
        assert scores == sorted(scores), route


@given(SAMPLES)
def test_a_court_more_never_closes_the_condition_of_remedies(sample):
    steps = [
        told({**sample.answers, "remedies": answer}, EDITION, sample.day)
        for answer in ("not-started", "ineffective", "exhausted")
    ]
    for before, after in pairwise(steps):
        slug, council = GateSlug.DOMESTIC_REMEDIES, RouteSlug.COMPLAINT_PROCEDURE
        assert rank(after, council, slug) >= rank(before, council, slug)
        then, now = (at_committees(advice, slug) for advice in (before, after))
        assert all(now[key] >= then[key] for key in then)


@given(SAMPLES, st.dates(datetime.date(1975, 1, 1), datetime.date(2024, 1, 1)), st.integers(1, 9000))
def test_a_later_event_never_closes_a_committee(sample, day, days):
    later = day + datetime.timedelta(days=days)
    before, after = (told({**sample.answers, "happened_on": at}, EDITION, sample.day) for at in (day, later))
    assert doors(before) <= doors(after)
    then, now = (at_committees(advice, GateSlug.FACTS_IN_TIME) for advice in (before, after))
    assert all(now[key] >= then[key] for key in then)
    assert at_committees(before, GateSlug.COMPETENCE_ACCEPTED) == at_committees(after, GateSlug.COMPETENCE_ACCEPTED)


@given(SAMPLES)
def test_a_door_closed_by_who_suffered_it_opens_with_the_right_people(sample):
    before = told(sample.answers, EDITION, sample.day)
    for one in before.route(COMPLAINT).committees:
        fails = [gate.gate for gate in one.gates if gate.result is v.Result.FAIL]
        if GateSlug.VICTIM_GROUP not in fails:
            continue
        people = [*sample.answers["people"], GROUPS[one.treaty].value]
        after = told({**sample.answers, "people": people}, EDITION, sample.day)
        assert at_committees(after, GateSlug.VICTIM_GROUP)[one.treaty, one.country] == ORDER[v.Result.PASS]
        assert ((one.treaty, one.country) in doors(after)) is (fails == [GateSlug.VICTIM_GROUP])
        assert doors(before) <= doors(after)


def test_the_law_on_people_is_not_empty():
    case = world.case(themes=["racism"], people=["women"])
    closed, open_ = told(case), told({**case, "people": ["women", "race-or-origin"]})
    assert doors(open_) - doors(closed) == {("cerd", "AAA")}


@given(SAMPLES, st.sampled_from(sorted(EDITION.states)))
def test_each_state_is_judged_by_its_own_facts(sample, more):
    """Gates, limits and reasons of a State's committees are the same whoever else is named."""
    countries = sample.answers.get("countries")
    if not countries or more in countries:
        return
    before = told(sample.answers, EDITION, sample.day)
    after = told({**sample.answers, "countries": [*countries, more]}, EDITION, sample.day)

    def judged(advice):
        return [
            (one.country, one.treaty, one.gates, one.by, one.code, one.verdict)
            for one in advice.route(COMPLAINT).committees
            if one.country != more
        ]

    assert judged(before) == judged(after)


LETTERS = {
    v.ActionSlug.URGENT_APPEAL,
    v.ActionSlug.ALLEGATION_LETTER,
    v.ActionSlug.WGAD_COMPLAINT,
    v.ActionSlug.WGAD_URGENT,
    v.ActionSlug.WGEID_URGENT,
    v.ActionSlug.WGEID_STANDARD,
    v.ActionSlug.WGEID_GENERAL_ALLEGATION,
}


@given(SAMPLES)
def test_mass_media_alone_never_carry_a_letter_on_a_case(sample):
    advice = told({**sample.answers, "evidence": "media-only"}, EDITION, sample.day)
    assert not LETTERS & {action.action for action in advice.route(RouteSlug.SPECIAL_PROCEDURES).actions}


MATTERS_TO_NO_LAW = {
    "outcomes": [["protection"], ["legal-finding"], []],
    "effort": ["days", "months"],
    "geneva": ["present", "remote"],
    "coalition": ["yes", "no"],
    "reprisals": ["none", "suffered"],
}


@pytest.mark.parametrize("question", MATTERS_TO_NO_LAW)
@given(sample=SAMPLES)
def test_what_is_wanted_and_what_can_be_given_changes_no_condition(question, sample):
    found = [told({**sample.answers, question: answer}, EDITION, sample.day) for answer in MATTERS_TO_NO_LAW[question]]
    gates = [{route.route: route.gates for route in advice.routes} for advice in found]
    assert all(one == gates[0] for one in gates)


@given(SAMPLES)
def test_danger_now_always_has_its_letter(sample):
    advice = told({**sample.answers, "urgency": "imminent"}, EDITION, sample.day)
    experts = advice.route(RouteSlug.SPECIAL_PROCEDURES)
    kept = advice.scenario
    is_case = kept.information is v.Information.INDIVIDUAL_CASES or kept.scale in (
        "single-case",
        "several-cases",
        "consistent-pattern",
    )
    if (
        is_case
        and is_open(advice, RouteSlug.SPECIAL_PROCEDURES)
        and kept.identification is not v.Identification.ANONYMOUS
        and kept.evidence is not v.Evidence.MEDIA_ONLY
    ):
        assert v.ActionSlug.URGENT_APPEAL in {action.action for action in experts.actions}
    if kept.urgency is v.Urgency.IMMINENT:
        assert v.PointerSlug.EMERGENCY in {pointer.pointer for pointer in advice.pointers}


@given(SAMPLES)
def test_no_complaint_is_to_be_filed_by_a_day_that_is_over(sample):
    advice = told(sample.answers, EDITION, sample.day)
    assert all(one.by.last >= sample.day for one in advice.route(COMPLAINT).actions if one.by)
    assert all(not date.date.is_past(sample.day) for date in advice.route(COMPLAINT).dates if date.date)
