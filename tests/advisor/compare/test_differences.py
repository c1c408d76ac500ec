"""Differences: all of them, the gravest first, in codes that JSON keeps; and each in one sentence."""

import copy
import datetime

import pytest

from advisor.compare import words
from advisor.compare.differences import QUIET, Kind, close_differences, differences, from_plain
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


def test_points_that_move_within_a_verdict_are_told_to_whoever_publishes_only(content, ask):
    other = copy.deepcopy(content)
    other["weights"]["special-procedures"]["information"]["points"]["country-overview"] += 3
    assert differences(ask(content), ask(other)) == ()
    found = close_differences(ask(content), ask(other))
    assert {one.kind for one in found} == {Kind.POINTS, Kind.FACTOR} <= QUIET
    points, factor = found
    assert int(points.after) == int(points.before) + 3
    assert (factor.about, int(factor.after)) == ("information|country-overview", int(factor.before) + 3)
    assert tuple(from_plain(one.plain()) for one in found) == found
    edition = thaw("e", other)
    assert f"before {points.before} of 100 points, now {points.after}." in words.text(points, edition)
    assert "reason “You have an overview of one country.”: before" in words.text(factor, edition)


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (0, ""),
        (29, "1 point more makes it “possible”."),
        (30, "20 points more make it “fits well”. 1 point less, and it is no longer “possible”."),
        (69, "1 point more makes it “fits very well”. 20 points less, and it is no longer “fits well”."),
        (93, "24 points less, and it is no longer “fits very well”."),
    ],
)
def test_how_near_the_next_verdict_is(content, points, told):
    edition = thaw("e", content)
    assert edition.weights.thresholds == {"strong": 70, "good": 50, "possible": 30}
    assert words.nearness(points, edition).lower() == told.lower()


def test_who_leads_together_is_told(content, ask):
    wide = copy.deepcopy(content)
    wide["weights"]["general"]["tie"]["points"]["margin"] = 90
    (one,) = close_differences(ask(content), ask(wide))
    assert (one.kind, one.before) == (Kind.TIE, "")
    assert "Too close to choose between: before nothing, now" in words.text(one, thaw("e", wide))


def test_what_differs_otherwise_is_not_called_the_same(content, ask):
    other = copy.deepcopy(content)
    for row in other["requirements"]:
        if row["route"] == "upr":
            row["source"] = "upr-ngos"
    found = close_differences(ask(content), ask(other))
    assert {(one.kind, one.route) for one in found} == {(Kind.REST, "upr")}
