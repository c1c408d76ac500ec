"""Why the advice does not suggest an outline: by its route, by the stage of the review, by what binds the State."""

import pytest

from advisor.drafts.reasons import why
from advisor.drafts.suggestions import chosen, others
from tests.advisor.matters import advice_on
from tests.support.cases import CASES, answers_of, day_of


@pytest.fixture
def reason(frozen):
    def run(case, key, **changed):
        advice = advice_on(answers_of(case) | changed, frozen, day_of(case))
        wanted = chosen(key, advice, frozen)
        assert wanted is not None
        return why(wanted, advice, frozen)

    return run


def test_a_closed_route_says_what_closes_it(reason):
    said = reason("nubian-children-kenya", "communication/KEN/crc")
    assert said.startswith("The route “Complaint to a treaty body” is not open as things stand. ")
    assert "Kenya" in said


def test_a_review_that_is_far_off_says_so(reason):
    said = reason("reviewed-and-years-to-go-kenya", "upr-submission/KEN/")
    assert said == "The last review is over, and the next one is still far off. You can prepare it all the same."


def test_a_state_that_is_not_reviewed_says_so(reason):
    assert reason("palestine-is-not-reviewed", "upr-submission/PSE/") == "Only Members of the UN are reviewed."


def test_a_treaty_that_binds_no_state_named_is_said_not_to(reason):
    said = reason("nubian-children-kenya", "ced-urgent-action//ced")
    assert "does not bind the State that you named" in said
    assert "Kenya" in said


def test_an_open_route_says_when_it_is_suggested(reason):
    said = reason("defender-tortured-in-custody", "allegation-letter//")
    assert said == "The advice suggests it if nothing is about to happen. In danger, the urgent appeal goes first."


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_every_outline_that_is_not_suggested_has_a_reason(case, frozen):
    advice = advice_on(answers_of(case), frozen, day_of(case))
    for one in others(advice, frozen):
        said = why(one, advice, frozen)
        assert said.endswith((".", "!", "?", ")"))
        assert "%(" not in said
