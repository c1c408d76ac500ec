"""Taking expectations apart and putting them together again loses nothing, whatever they are."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from advisor.cases import case_files, exchange, expectations
from advisor.cases.boxes import LENGTHS, join, pack, split, unpack
from advisor.cases.case_files import BadCase
from rules import vocabulary as v

SHIPPED = sorted((Path(settings.BASE_DIR) / "fixtures" / "cases").glob("*.yaml"))

routes, actions = st.sampled_from(sorted(v.RouteSlug)), st.sampled_from(sorted(v.ActionSlug))
verdicts, gates = st.sampled_from(sorted(v.Verdict)), st.sampled_from(sorted(v.GateSlug))
names = st.sampled_from(["torture", "housing", "racism"])
days = st.dates().map(str)


def many(items: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(items, min_size=1, max_size=3, unique_by=lambda item: json.dumps(item, sort_keys=True))


def by_route(items: st.SearchStrategy) -> st.SearchStrategy:
    return st.dictionaries(routes, items, min_size=1, max_size=3)


def one_or_several(values: list[str]) -> st.SearchStrategy:
    items = st.sampled_from(values)
    return items | st.lists(items, min_size=2, max_size=3, unique=True)


EXPECT = st.fixed_dictionaries(
    {},
    optional={
        "first": many(routes),
        "before": many(st.lists(routes, min_size=2, max_size=2)),
        "verdicts": by_route(many(verdicts)),
        "gates": by_route(st.dictionaries(gates, one_or_several(sorted(v.Result)), min_size=1, max_size=2)),
        "actions": by_route(many(actions)),
        "by": by_route(st.dictionaries(actions, days, min_size=1, max_size=2)),
        "not_mandates": many(names),
        "treaties": by_route(many(st.just("crc@KEN"))),
        "not_treaties": by_route(many(st.just("cat@KEN"))),
        "warnings": by_route(many(st.sampled_from(sorted(v.WarningSlug)))),
        "stages": st.dictionaries(st.sampled_from(["KEN", "TGO"]), st.sampled_from(sorted(v.Stage)), min_size=1),
        "dates": many(st.fixed_dictionaries({"code": st.sampled_from(sorted(v.DateCode))}, optional={"date": days})),
        "changes": many(
            st.fixed_dictionaries({"set": st.just({"sponsor": "yes"}), "route": routes, "to": many(verdicts)})
        ),
        "sequence": many(
            st.fixed_dictionaries(
                {"first": routes, "then": routes}, optional={"why": st.sampled_from(sorted(v.SequenceReason))}
            )
        ),
        "pointers": many(st.sampled_from(sorted(v.PointerSlug))),
        "set_aside": st.lists(st.sampled_from(["sponsor", "elsewhere"]), unique=True).map(sorted),
    },
)


@given(EXPECT)
def test_everything_comes_back(expect):
    assert join(unpack(pack(atom)) for atom in split(expect)) == expect


def test_every_kind_of_expectation_can_be_ticked():
    assert set(LENGTHS) == set(expectations.SHAPES)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_expectation_comes_back(path):
    expect = exchange.without_days(case_files.parse(path.read_text(encoding="utf-8"))["expect"])
    assert join(split(expect)) == expect


@pytest.mark.parametrize(
    ("atoms", "fault"),
    [
        ([("stages", "KEN", "adoption"), ("stages", "KEN", "follow-up")], "expect.stages.KEN: two"),
        ([("actions", "upr", "submission"), ("not_actions", "upr", "submission")], "expect.actions.upr.submission: is"),
        ([("treaties", "upr", "crc@KEN"), ("not_treaties", "upr", "crc@KEN")], "expect.treaties.upr.crc@KEN: is"),
        ([("mandates", "housing"), ("not_mandates", "housing")], "expect.mandates.housing: is expected to be there"),
        ([("set_aside", "[]"), ("set_aside", '["sponsor"]')], "expect.set_aside: two"),
    ],
)
def test_what_cannot_hold_together_is_refused(atoms, fault):
    with pytest.raises(BadCase) as caught:
        join(atoms)
    assert str(caught.value).startswith(fault)


def test_two_results_of_a_condition_are_one_or_the_other():
    atoms = [("gates", "upr", "pattern", "pass"), ("gates", "upr", "pattern", "fail")]
    assert join(atoms) == {"gates": {"upr": {"pattern": ["pass", "fail"]}}}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "[1]", '["first"]', '["first","a","b"]', '["dance","x"]', '["dates","{"]', '"first"', "null"],
)
def test_a_box_that_nobody_offered_is_refused(text):
    with pytest.raises(ValueError):
        unpack(text)
