"""Differences: all of them, the gravest first, in codes that JSON keeps; and each in one sentence."""

import copy
import datetime

from advisor.compare import words
from advisor.compare.differences import Kind, differences, from_plain
from advisor.editions.thaw import thaw


def test_the_same_advice_has_no_difference(content, ask):
    assert differences(ask(content), ask(content)) == ()


def test_a_deadline_that_moves_is_one_difference(content, ask):
    later = copy.deepcopy(content)
    later["upr_sessions"]["54"]["stakeholder_deadline"] = "2026-07-22"
    (one,) = differences(ask(content), ask(later))
    assert (one.kind, one.route, one.about) == (Kind.DATE, "upr", "upr-stakeholder-deadline|MMR|")
    assert (one.before, one.after) == ("2026-07-17/unknown", "2026-07-22/unknown")
    edition = thaw("e", later)
    assert words.text(one, edition) == (
        "Universal Periodic Review (UPR) – UPR: last day for reports by organisations, Myanmar: before 17 July 2026"
        " (how certain is not known), now 22 July 2026 (how certain is not known)."
    )


def test_a_stage_that_passes_is_told_first_by_its_verdict_then_its_rank(content, ask):
    found = differences(ask(content), ask(content, day=datetime.date(2026, 9, 1)))
    kinds = [one.kind for one in found]
    assert kinds == sorted(kinds, key=list(Kind).index)
    stages = [(one.about, one.before, one.after) for one in found if one.kind is Kind.STAGE]
    assert stages == [("MMR", "submission", "advocacy")]


def test_a_mandate_that_ends_is_no_longer_named(content, ask):
    without = copy.deepcopy(content)
    for mandate in without["mandates"]:
        if mandate["slug"] == "torture":
            mandate["to"] = "2026-01-31"
    found = differences(ask(content), ask(without))
    gone = [one for one in found if one.kind is Kind.MANDATE]
    assert [(one.about, one.before, one.after) for one in gone] == [("torture", "named", "")]
    assert "no longer among the experts" in words.text(gone[0], thaw("e", without))


def test_a_lost_theme_expert_changes_a_gate_when_none_is_left(content, ask):
    answers = {"themes": ["torture"], "countries": ["CHE"], "information": "country-overview"}
    found = differences(ask(content, answers), ask(content, answers | {"themes": []}))
    assert {one.kind for one in found} >= {Kind.VERDICT, Kind.GATE}
    text = " ".join(words.text(one, thaw("e", content)) for one in found)
    assert "None" not in text
    assert "%(" not in text


def test_json_keeps_a_difference(content, ask):
    later = copy.deepcopy(content)
    later["upr_sessions"]["54"]["stakeholder_deadline"] = None
    found = differences(ask(content), ask(later))
    assert found
    assert tuple(from_plain(one.plain()) for one in found) == found
