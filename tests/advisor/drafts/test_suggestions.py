"""Every outline can be begun on every advice: what the advice suggests, and all the rest, for the body that fits best."""

import pytest

from advisor.drafts.outlines import OUTLINES
from advisor.drafts.suggestions import chosen, others, suggested
from tests.advisor.matters import advice_on
from tests.support.cases import CASES, answers_of, day_of


@pytest.fixture
def kept(frozen):
    """The keys that are suggested on a case, and the others, in their order."""

    def run(case, **changed):
        answers = {slug: value for slug, value in (answers_of(case) | changed).items() if value is not None}
        advice = advice_on(answers, frozen, day_of(case))
        return [one.key for one in suggested(advice)], [one.key for one in others(advice, frozen)]

    return run


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_every_kind_can_be_begun_on_every_case_and_none_twice(kept, case):
    there, rest = kept(case)
    assert len({*there, *rest}) == len(there) + len(rest)
    assert {key.split("/")[0] for key in (*there, *rest)} == set(OUTLINES)


def test_one_draft_a_committee_and_one_for_what_concerns_all_states(kept):
    there, _rest = kept("nubian-children-kenya")
    assert "allegation-letter//" in there
    assert {"alternative-report/KEN/crc", "alternative-report/KEN/cerd"} <= set(there)


def test_a_submission_to_the_review_can_be_begun_years_before_it(kept):
    there, rest = kept("reviewed-and-years-to-go-kenya")
    assert "upr-submission/KEN/" not in there
    assert {"upr-submission/KEN/", "upr-joint-submission/KEN/"} <= set(rest)


def test_a_complaint_goes_to_a_committee_that_could_take_it_the_best_first(kept):
    there, rest = kept("sami-reindeer-mine-sweden")
    assert "communication/SWE/cerd" in there
    assert [key for key in rest if key.startswith("communication/")] == [
        "communication/SWE/iccpr",
        "communication/SWE/cat",
    ]


def test_where_no_committee_could_take_it_all_that_were_judged_are_offered(kept):
    _there, rest = kept("nubian-children-kenya")
    assert [key for key in rest if key.startswith("communication/")][:2] == [
        "communication/KEN/crc",
        "communication/KEN/iccpr",
    ]


def test_what_one_committee_alone_takes_is_for_the_states_that_it_binds(kept):
    _there, rest = kept("nubian-children-kenya", countries=["ESP", "KEN"])
    assert "cerd-urgent-procedure//cerd" not in rest
    assert "ced-urgent-action/ESP/ced" in rest
    assert "ced-urgent-action/KEN/ced" not in rest


def test_a_pattern_of_disappearances_ends_in_a_general_allegation(kept):
    there, _rest = kept("nubian-children-kenya", themes=["enforced-disappearance"], scale="consistent-pattern")
    assert "wgeid-general-allegation//" in there


def test_a_group_in_danger_by_its_origin_ends_in_a_letter_to_its_committee(kept):
    there, _rest = kept("sami-reindeer-mine-sweden")
    assert "cerd-urgent-procedure/SWE/cerd" in there


def test_what_is_no_kind_or_no_place_of_one_is_not_to_be_had(frozen):
    advice = advice_on(answers_of("nubian-children-kenya"), frozen)
    for key in ("", "urgent-appeal", "urgent-appeal//x", "communication/KEN/nothing", "no-such-kind//"):
        assert chosen(key, advice, frozen) is None
