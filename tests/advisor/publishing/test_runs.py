"""A comparison runs through cases and saved advice, in batches that survive whoever does them."""

import datetime

import pytest
from django.utils import timezone

from advisor.cases.models import ExpertCase
from advisor.publishing import actions, runs
from advisor.publishing.comparison import Comparison
from advisor.publishing.models import CaseResult, Moved, Proposal

from .conftest import DAY, KENYA, MYANMAR

pytestmark = pytest.mark.django_db


def test_a_case_that_breaks_says_what_was_expected_and_which_fact_did_it(case, compared):
    proposal = compared()
    assert proposal.state == Proposal.State.COMPARED
    result = proposal.cases.get()
    assert result.broken_before == []
    assert result.broken_now == ["Date: UPR: last day for reports by organisations, Myanmar, 17 July 2026"]
    (found,) = Moved.objects.get(case=case).found
    assert (found["kind"], found["before"], found["after"]) == ("date", "2026-07-17/unknown", "2026-07-22/unknown")
    assert found["causes"] == [["upr_sessions", "54"]]


def test_only_saved_advice_that_changes_and_lives_is_kept(compared, save):
    touched, other, closed = save(), save(KENYA), save(status="closed")
    proposal = compared()
    assert [row.saved for row in Moved.objects.all()] == [touched]
    assert (proposal.done, proposal.total) == (2, 2)
    assert {other.pk, closed.pk}.isdisjoint(Moved.objects.values_list("saved", flat=True))


def test_a_case_in_words_that_the_draft_does_not_know_is_broken_not_lost(compared, case):
    ExpertCase.objects.update(scenario=MYANMAR | {"themes": ["no-such-theme"]})
    assert "no-such-theme" in compared().cases.get().broken_now[0]


def test_a_case_without_a_day_is_looked_at_on_the_day_of_the_proposal(case, compared):
    ExpertCase.objects.update(as_of=None)
    assert compared().cases.get().broken_before == []


def test_cases_that_are_off_are_not_looked_at(case, compared):
    ExpertCase.objects.update(active=False)
    assert not compared().cases.exists()


@pytest.fixture
def many(monkeypatch, save, case):
    """More than one batch of each."""
    monkeypatch.setattr(runs, "CASES", 2)
    monkeypatch.setattr(runs, "SAVED", 2)
    monkeypatch.setattr(runs, "SAMPLE", 3)
    for number in range(4):
        ExpertCase.objects.create(slug=f"case-{number}", name="n", why="w", as_of=DAY, scenario=MYANMAR)
    for _number in range(7):
        save()


def test_batch_by_batch_everything_is_done_once(many, compared, monkeypatch):
    monkeypatch.setattr(runs, "BATCHES", 1)
    proposal = compared()
    assert CaseResult.objects.filter(proposal=proposal).count() == 5
    assert Moved.objects.filter(proposal=proposal).exclude(saved=None).count() == 7
    assert (proposal.done, proposal.total, proposal.phase) == (12, 12, Proposal.Phase.SAVED)


def test_a_batch_that_breaks_off_is_done_again_and_nothing_twice(many, move_the_deadline, editor, monkeypatch):
    move_the_deadline()
    actions.propose(note="n", as_of=DAY, by=editor)
    whole = Proposal.save
    calls = []

    def dies(proposal, **more):
        calls.append(1)
        if len(calls) == 4:
            raise KeyboardInterrupt
        whole(proposal, **more)

    monkeypatch.setattr(Proposal, "save", dies)
    with pytest.raises(KeyboardInterrupt):
        runs.run_due()
    assert runs.run_due() == 0  # the dead worker's claim still stands
    Proposal.objects.update(claimed_until=timezone.now() - datetime.timedelta(seconds=1))
    while runs.run_due():
        pass
    assert Proposal.objects.get().state == Proposal.State.COMPARED
    assert CaseResult.objects.count() == 5
    assert Moved.objects.exclude(saved=None).count() == 7


def test_who_lost_the_claim_writes_nothing(many, move_the_deadline, editor, monkeypatch):
    move_the_deadline()
    actions.propose(note="n", as_of=DAY, by=editor)
    whole = Comparison.case

    def robbed(comparison, case):
        Proposal.objects.update(claim=None)
        return whole(comparison, case)

    monkeypatch.setattr(Comparison, "case", robbed)
    monkeypatch.setattr(runs, "BATCHES", 1)
    runs.run_due()
    assert not CaseResult.objects.exists()


def test_a_withdrawn_proposal_is_left_alone(many, move_the_deadline, editor):
    move_the_deadline()
    actions.withdraw(proposal=actions.propose(note="n", as_of=DAY, by=editor), by=editor)
    assert runs.run_due() == 0
    assert not CaseResult.objects.exists()


@pytest.mark.parametrize("close", [actions.withdraw, lambda **of: actions.compare_again(as_of=DAY, **of)])
def test_what_is_closed_while_it_is_compared_stays_closed(many, move_the_deadline, editor, monkeypatch, close):
    move_the_deadline()
    proposal = actions.propose(note="n", as_of=DAY, by=editor)
    whole, meanwhile = Comparison.case, [True]

    def closed(comparison, case):
        if meanwhile:
            meanwhile.pop()
            close(proposal=proposal, by=editor)
        return whole(comparison, case)

    monkeypatch.setattr(Comparison, "case", closed)
    while runs.run_due():
        pass
    proposal.refresh_from_db()
    assert (proposal.state, proposal.done, proposal.cases.count()) == (Proposal.State.WITHDRAWN, 0, 0)


def test_a_fault_of_the_program_is_said_and_no_answer_is_logged(case, move_the_deadline, editor, monkeypatch, caplog):
    move_the_deadline()
    actions.propose(note="n", as_of=DAY, by=editor)

    def fails(*_rows):
        raise ZeroDivisionError

    monkeypatch.setattr(Comparison, "case", fails)
    runs.run_due()
    assert Proposal.objects.get().state == Proposal.State.FAILED
    assert "MMR" not in caplog.text
