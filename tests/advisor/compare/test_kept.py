"""An advice as it was kept beside one of today: what differs in codes, and nothing that has no words any more."""

import copy

import pytest

from advisor.compare import kept, words
from advisor.compare.differences import Kind
from advisor.editions.thaw import thaw
from advisor.words.serialise import as_json


@pytest.fixture
def now(content, ask):
    return as_json(ask(content), thaw("e", content))


def route(advice, slug="upr"):
    return next(row for row in advice["routes"] if row["route"] == slug)


def test_the_same_differs_in_nothing(now):
    assert kept.differences(now, copy.deepcopy(now)) == ()


def test_each_kind_is_found_and_has_words(now, content):
    before = copy.deepcopy(now)
    upr, experts = route(before), route(before, "special-procedures")
    upr["verdict"], upr["rank"] = "closed", 6
    upr["gates"][0]["result"] = "fail"
    upr["stages"][0]["stage"] = "follow-up"
    gone = experts["mandates"].pop()
    found = kept.differences(before, now)
    assert [(one.kind, one.route.value) for one in found] == [
        (Kind.VERDICT, "upr"),
        (Kind.RANK, "upr"),
        (Kind.GATE, "upr"),
        (Kind.STAGE, "upr"),
        (Kind.MANDATE, "special-procedures"),
    ]
    assert (found[-1].about, found[-1].before, found[-1].after) == (gone, "", "named")
    assert all("%(" not in words.text(one, thaw("e", content)) for one in found)


def test_a_gate_that_is_new_is_told_unless_it_is_met(now):
    before = copy.deepcopy(now)
    fresh = route(now)["gates"][-1]
    route(before)["gates"].pop()
    for result, told in (("fail", 1), ("arguable", 1), ("unknown", 1), ("pass", 0), ("not-needed", 0)):
        fresh["result"] = result
        assert len(kept.differences(before, now)) == told


def test_a_gate_that_is_gone_from_the_vocabulary_is_not_told(now):
    before = copy.deepcopy(now)
    fresh = route(now)["gates"][-1]
    fresh["result"] = "fail"
    route(before)["gates"].pop()
    route(before)["gates"].append({"gate": "stamped-paper", "result": "fail", "text": "", "source": ""})
    (one,) = kept.differences(before, now)
    assert (one.about, one.before, one.after) == (fresh["gate"], "", fresh["result"])


def test_a_route_that_only_one_has_is_left_out(now):
    before = copy.deepcopy(now)
    before["routes"] = [row for row in before["routes"] if row["route"] != "upr"]
    before["routes"].append(route(now) | {"route": "petition-by-pigeon"})
    assert kept.differences(before, now) == ()


def test_a_verdict_that_no_longer_has_words_counts_as_none(now):
    before = copy.deepcopy(now)
    route(before)["verdict"] = "superb"
    (one,) = kept.differences(before, now)
    assert (one.before, one.after) == ("", route(now)["verdict"])
