"""Another version of the rules starts one step by itself: what was kept is compared, each person is told once, no fact is blamed."""

import json

import pytest

from advisor import clock
from advisor.notices.models import Notice
from advisor.saved import changes, living
from advisor.saved.models import AdviceChange, GivenAdvice, Reassessment
from rules.version import RULES
from tests.accounts.people import person

from .living import DAY, keep, publish

BEFORE = "2025.9"


@pytest.fixture
def anna(edition, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: DAY)
    return person("anna@one.example")


def given_by_rules_of_before(verdict: str | None = "closed") -> None:
    """As if all had been given and looked at by an earlier version, which said this of the UPR; ``None`` for the same as today."""
    for row in GivenAdvice.objects.all():
        kept = json.loads(row.kept)
        for route in kept["routes"]:
            if verdict and route["route"] == "upr":
                route["verdict"] = verdict
        row.rules, row.kept = BEFORE, json.dumps(kept | {"rules": BEFORE})
        row.save()
    Reassessment.objects.update(rules=BEFORE)


def test_the_step_comes_by_itself_and_before_all_else(anna):
    keep(anna)
    living.run_due()
    given_by_rules_of_before()
    publish(lambda content: content["upr_sessions"]["53"].update(stakeholder_deadline="2026-03-01"))
    living.run_due()
    assert list(Reassessment.objects.order_by("id").values_list("reason", "rules")) == [
        ("edition", BEFORE),
        ("rules", RULES),
        ("edition", RULES),
    ]
    (change,) = AdviceChange.objects.all()
    assert change.reassessment.reason == change.given.reason == "rules"
    assert living.run_due() == 0


def test_what_differs_is_said_and_no_fact_is_named(anna, edition):
    from advisor.editions.store import open_edition

    saved = keep(anna)
    living.run_due()
    given_by_rules_of_before()
    living.run_due()
    change = AdviceChange.objects.get()
    shown = changes.shown(change, open_edition(edition))
    assert [line.why for line in shown.lines] == ["The questions of this site became finer; no fact was changed."]
    assert "before “Not open as things stand”" in shown.lines[0].text
    assert shown.facts == []
    assert (change.given.rules, json.loads(change.given.kept)["rules"]) == (RULES, RULES)
    assert saved.given.count() == 2


def test_each_person_is_told_once_however_many_matters_it_changes(anna):
    for country in ("MMR", "TGO", "UGA"):
        keep(anna, country)
    living.run_due()
    given_by_rules_of_before()
    living.run_due()
    assert AdviceChange.objects.count() == 3
    (notice,) = Notice.objects.all()
    assert (notice.user, notice.saved, notice.kind) == (anna, None, "rules")


def test_where_finer_rules_say_the_same_nobody_is_told(anna):
    keep(anna)
    living.run_due()
    given_by_rules_of_before(None)
    living.run_due()
    assert Reassessment.objects.filter(reason="rules").get().assessed == 1
    assert not AdviceChange.objects.exists()
    assert not Notice.objects.exists()


def test_what_was_not_kept_can_not_be_compared(anna):
    keep(anna)
    living.run_due()
    given_by_rules_of_before()
    GivenAdvice.objects.update(kept="")
    living.run_due()
    assert not AdviceChange.objects.exists()


def test_rows_from_before_rules_had_a_version_are_those_of_the_first(anna):
    """They start one step to these rules, and no second one."""
    keep(anna)
    living.run_due()
    GivenAdvice.objects.update(rules="")
    Reassessment.objects.update(rules="")
    living.run_due()
    assert Reassessment.objects.count() == 2
    living.run_due()
    assert Reassessment.objects.count() == 2


def test_what_was_given_after_the_last_step_is_compared_too(anna):
    """Saved by the release before, and its step for it never came."""
    living.run_due()
    keep(anna)
    given_by_rules_of_before()
    living.run_due()
    assert AdviceChange.objects.get().reassessment.reason == "rules"
