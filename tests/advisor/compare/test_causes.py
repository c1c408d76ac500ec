"""The fact that brought a difference about is found, alone or with others, and no other fact is blamed."""

import copy

from advisor.compare import causes
from advisor.compare.differences import Kind, differences
from advisor.editions.thaw import thaw


def _found(before, after, ask, states=("MMR",)):
    base = ask(before)
    found = causes.Found(base, ask, states, differences(base, ask(after)))
    every = causes.trials(before, after, thaw)
    found.ask(every)
    tried = [trial.keys for trial in every]
    return found, tried


def test_of_several_changed_facts_the_one_that_matters_is_named(content, ask):
    later = copy.deepcopy(content)
    later["upr_sessions"]["54"]["stakeholder_deadline"] = "2026-07-22"
    later["upr_sessions"]["53"]["stakeholder_deadline"] = "2026-03-01"
    later["supports"][0]["name"] = "x"
    found, tried = _found(content, later, ask)
    (one,) = found.differences
    assert found.causes(one) == (("upr_sessions", "54"),)
    assert len(tried) == 3


def test_facts_about_another_state_are_not_tried_on_these_answers(content, ask):
    later = copy.deepcopy(content)
    later["reviews"]["KEN"] = []
    (trial,) = causes.trials(content, later, thaw)
    assert not trial.concerns(["MMR"])
    assert trial.concerns(["KEN", "MMR"])
    assert trial.concerns([])


def test_a_fact_that_leans_on_another_is_found_by_leaving_it_out(content, ask):
    later = copy.deepcopy(content)
    later["upr_sessions"]["99"] = later["upr_sessions"]["54"] | {"stakeholder_deadline": "2026-08-08"}
    later["reviews"]["MMR"][-1]["session"] = 99
    found, _ = _found(content, later, ask)
    moved = [one for one in found.differences if one.kind is Kind.DATE and one.after == "2026-08-08/unknown"]
    assert moved
    assert ("reviews", "MMR") in found.causes(moved[0])


def test_very_many_facts_are_tried_by_their_kind(content, ask):
    later = copy.deepcopy(content)
    for row in later["states"].values():
        row["name"] += "!"
    later["upr_sessions"]["54"]["stakeholder_deadline"] = "2026-07-22"
    found, tried = _found(content, later, ask)
    assert len(tried) == 2
    assert found.causes(found.differences[0]) == (("upr_sessions", "54"),)
