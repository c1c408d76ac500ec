"""Which facts differ, and one edition with single facts of another."""

import copy

from advisor.compare.facts import changed, units, with_facts
from advisor.editions.freeze import canonical


def test_nothing_differs_from_itself(content):
    assert changed(content, copy.deepcopy(content)) == ()


def test_each_fact_is_a_unit_of_its_own(content):
    found = units(content)
    assert ("upr_sessions", "54") in found
    assert ("mandates", "torture") in found
    assert ("weights", "upr/base") in found
    assert sum(section == "mandates" for section, _ in found) == len(content["mandates"])


def test_a_change_says_what_from_what_to_what(content):
    later = copy.deepcopy(content)
    later["upr_sessions"]["54"]["stakeholder_deadline"] = "2026-07-22"
    later["weights"]["upr"]["base"]["points"]["points"] += 1
    weight, session = sorted(changed(content, later), key=lambda one: one.section != "weights")
    assert session.key == ("upr_sessions", "54")
    assert [(one.name, one.before, one.after) for one in session.fields] == [
        ("stakeholder_deadline", "2026-07-17", "2026-07-22")
    ]
    assert weight.key == ("weights", "upr/base")
    assert (session.is_new, session.is_gone, session.matters) == (False, False, True)


def test_a_fact_that_was_only_looked_at_again_can_change_no_advice(content):
    later = copy.deepcopy(content)
    later["upr_sessions"]["54"]["checked_on"] = "2026-12-01"
    later["mandates"][0]["holders"][0]["note"] = "x"
    later["sources"]["upr-myanmar"]["title"] = "x"
    assert [one.matters for one in changed(content, later)] == [False, False, False]


def test_new_and_gone_facts_are_told_apart_and_know_their_state(content):
    later = copy.deepcopy(content)
    del later["reviews"]["KEN"]
    later["supports"].append(later["supports"][0] | {"slug": "zz-new"})
    gone, new = changed(content, later)
    assert (gone.key, gone.is_gone, gone.state) == (("reviews", "KEN"), True, "KEN")
    assert (new.key, new.is_new, new.state) == (("supports", "zz-new"), True, None)


def test_all_changed_facts_put_into_the_old_edition_give_the_new_one(content):
    later = copy.deepcopy(content)
    later["upr_sessions"]["54"]["stakeholder_deadline"] = "2026-07-22"
    later["mandates"] = [row for row in later["mandates"] if row["slug"] != "torture"]
    later["council_sessions"].append(later["council_sessions"][-1] | {"number": 99})
    later["weights"]["upr"]["base"]["points"]["points"] += 1
    later["commitments"].pop(next(iter(later["commitments"])))
    later["contacts"][0]["value"] = "other@example.org"
    keys = [one.key for one in changed(content, later)]
    assert canonical(with_facts(content, later, keys)) == canonical(later)
    assert canonical(with_facts(later, content, keys)) == canonical(content)
