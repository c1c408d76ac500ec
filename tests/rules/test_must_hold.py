"""What must hold for every sampled scenario: each committee named takes this person, these facts, on this day, or says in the same line
what must still be true; and no action is offered that its body must refuse."""

from functools import cache

import pytest

from rules import vocabulary as v
from rules.advice import advise
from rules.committees import GROUPS
from rules.dates import add_months
from rules.scenario import check
from rules.vocabulary import ActionSlug, GateSlug, Result, RouteSlug

from . import shipped
from .sampler import samples

NUMBER, BATCH = 400, 50
EDITION = shipped.edition()
COMPLAINT = RouteSlug.TREATY_BODY_COMPLAINT
LETTERS = {
    ActionSlug.URGENT_APPEAL,
    ActionSlug.ALLEGATION_LETTER,
    ActionSlug.WGAD_COMPLAINT,
    ActionSlug.WGAD_URGENT,
    ActionSlug.WGEID_URGENT,
    ActionSlug.WGEID_STANDARD,
    ActionSlug.WGEID_GENERAL_ALLEGATION,
}
SAYS_WHAT_MUST_BE_TRUE = (Result.ARGUABLE, Result.UNKNOWN)


@cache
def all_advice():
    found = []
    for sample in samples(EDITION, NUMBER):
        given = check(sample.answers, countries=EDITION.states, themes=EDITION.themes)
        found.append(advise(given, EDITION, sample.day, counterfactuals=False))
    return found


def batch(start):
    return all_advice()[start : start + BATCH]


EACH = pytest.mark.parametrize("start", range(0, NUMBER, BATCH))


def usable(route):
    return {(one.treaty, one.country): one for one in route.committees if one.verdict is not v.Verdict.CLOSED}


def actions(advice, *slugs):
    return [(route, one) for route in advice.routes for one in route.actions if one.action in slugs]


@EACH
def test_a_committee_named_takes_it_or_says_what_must_still_be_true(start):
    for advice in batch(start):
        route = advice.route(COMPLAINT)
        open_ = usable(route)
        assert {(one.treaty, one.country) for one in route.treaties} == open_.keys()
        for one in open_.values():
            assert Result.FAIL not in {gate.result for gate in one.gates}
            for gate in one.gates:
                if gate.result in SAYS_WHAT_MUST_BE_TRUE:
                    assert gate.code.startswith(f"{gate.gate}."), gate
                    assert gate.code != f"{gate.gate}.pass", gate
                    assert gate.source
            group = GROUPS.get(one.treaty)
            assert group is None or advice.scenario.people is None or group in advice.scenario.people


@EACH
def test_a_complaint_goes_to_a_committee_without_a_failed_gate_and_one_only_a_state(start):
    for advice in batch(start):
        route = advice.route(COMPLAINT)
        sent = [one for _, one in actions(advice, ActionSlug.COMMUNICATION)]
        assert all((one.treaty, one.country) in usable(route) for one in sent)
        assert len({one.country for one in sent}) == len(sent)
        best = {one.country: one for one in reversed(route.committees)}
        assert all(best[one.country].treaty == one.treaty for one in sent)
        assert all(best[one.country].code == "best" for one in sent)
        assert advice.scenario.consent is not v.Consent.NOT_GIVEN or not sent
        assert advice.scenario.identification is not v.Identification.ANONYMOUS or not sent


@EACH
def test_interim_measures_stand_only_where_harm_is_near_and_where_a_complaint_can_go(start):
    for advice in batch(start):
        asked = [one for _, one in actions(advice, ActionSlug.INTERIM_MEASURES)]
        sent = {(one.treaty, one.country) for _, one in actions(advice, ActionSlug.COMMUNICATION)}
        assert {(one.treaty, one.country) for one in asked} <= sent
        if asked:
            assert advice.scenario.urgency is v.Urgency.IMMINENT
            assert advice.scenario.danger != (v.Danger.OTHER,)
            left = advice.scenario.remedies in (v.Remedies.NOT_STARTED, v.Remedies.UNDER_WAY)
            assert not (left and advice.scenario.remedy_stops_it is v.YesNo.YES)
            first = advice.route(COMPLAINT).actions[0].action
            assert first is ActionSlug.INTERIM_MEASURES


@EACH
def test_the_search_for_a_missing_person_is_never_for_what_began_before_the_convention(start):
    for advice in batch(start):
        for _, one in actions(advice, ActionSlug.CED_URGENT_ACTION):
            party = EDITION.commitment(one.country, "ced", "treaty", advice.as_of)
            assert party is not None
            assert party.binds(advice.as_of)
            began = advice.scenario.began_on or advice.scenario.happened_on
            assert began is None or began >= party.binds_from
            assert advice.scenario.continues is not v.Continues.NO


@EACH
def test_the_urgent_procedure_on_disappearances_is_never_offered_after_its_limit(start):
    for advice in batch(start):
        for _, one in actions(advice, ActionSlug.WGEID_URGENT):
            began = advice.scenario.began_on
            assert began is not None
            assert advice.as_of <= add_months(began, 3)
            assert one.by.last == add_months(began, 3)


@EACH
def test_no_letter_rests_on_mass_media_or_on_a_source_that_nobody_knows(start):
    for advice in batch(start):
        sent = actions(advice, *LETTERS)
        if advice.scenario.evidence is v.Evidence.MEDIA_ONLY:
            assert sent == []
        if advice.scenario.identification is v.Identification.ANONYMOUS:
            assert sent == []
        assert all(route.verdict is not v.Verdict.CLOSED for route, _ in sent)


@EACH
def test_nothing_is_to_be_done_by_a_day_that_is_over(start):
    for advice in batch(start):
        for route in advice.routes:
            late = [(one.code, str(one.by)) for one in route.actions if one.by and one.by.is_past(advice.as_of)]
            assert late == [], route.route


@EACH
def test_an_inquiry_is_asked_only_of_a_committee_whose_inquiries_the_state_accepts(start):
    for advice in batch(start):
        for _, one in actions(advice, ActionSlug.INQUIRY_REQUEST):
            accepted = EDITION.commitment(one.country, one.treaty, "inquiry", advice.as_of)
            assert accepted is not None
            assert accepted.binds(advice.as_of)
            assert one.treaty not in ("iccpr", "cerd", "cmw")
            assert advice.scenario.scale in (v.Scale.CONSISTENT_PATTERN, v.Scale.SEVERAL_CASES)
            assert one.treaty != "cat" or advice.scenario.scale is v.Scale.CONSISTENT_PATTERN


@EACH
def test_a_report_goes_to_a_committee_whose_treaty_binds(start):
    for advice in batch(start):
        found = actions(advice, ActionSlug.ALTERNATIVE_REPORT, ActionSlug.CERD_URGENT_PROCEDURE)
        for _, one in found:
            party = EDITION.commitment(one.country, one.treaty, "treaty", advice.as_of)
            assert party is not None
            assert party.binds(advice.as_of)


@EACH
def test_each_route_names_at_most_five_experts_and_each_once(start):
    for advice in batch(start):
        for route in advice.routes:
            assert len(route.mandates) == len(set(route.mandates)) <= 5
            conditional = [row.mandate for row in route.mandates_if]
            assert len(conditional) == len(set(conditional))
            assert not set(conditional) & set(route.mandates)


@EACH
def test_what_protects_life_stands_in_the_summary_in_its_order(start):
    for advice in batch(start):
        if advice.urgent:
            assert advice.scenario.urgency in (v.Urgency.IMMINENT, v.Urgency.ONGOING)
        for one in advice.urgent:
            assert one.action in {action.action for action in advice.route(one.route).actions}


@EACH
def test_the_next_date_of_a_route_is_its_own_and_not_over(start):
    for advice in batch(start):
        for route in advice.routes:
            if route.next is not None:
                assert route.next in route.dates
                last = route.next.end or route.next.date
                assert not last.is_past(advice.as_of), (route.route, route.next)


def test_the_samples_reach_all_of_it():
    """None of the properties above is empty."""
    found = {one.action for advice in all_advice() for route in advice.routes for one in route.actions}
    assert {
        ActionSlug.COMMUNICATION,
        ActionSlug.INTERIM_MEASURES,
        ActionSlug.CED_URGENT_ACTION,
        ActionSlug.WGEID_URGENT,
        ActionSlug.INQUIRY_REQUEST,
        ActionSlug.CERD_URGENT_PROCEDURE,
    } <= found
    evidence = {advice.scenario.evidence for advice in all_advice()}
    assert v.Evidence.MEDIA_ONLY in evidence
    gates = {
        (gate.gate, gate.result)
        for advice in all_advice()
        for one in usable(advice.route(COMPLAINT)).values()
        for gate in one.gates
    }
    doubted = {slug for slug, result in gates if result in SAYS_WHAT_MUST_BE_TRUE}
    assert {GateSlug.RIGHT_COVERED, GateSlug.VICTIM_GROUP, GateSlug.FACTS_IN_TIME, GateSlug.TIME_LIMIT} <= doubted
