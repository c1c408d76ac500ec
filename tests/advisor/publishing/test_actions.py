"""From changed facts to a publication, and what stands in the way."""

import datetime

import pytest

from accounts import vouching
from accounts.models import AccountDeed, AccountEvent, User
from advisor.cases.models import ExpertCase
from advisor.editions import store
from advisor.editions.models import Edition, Publication, Weight
from advisor.editions.store import BadFacts
from advisor.editions.weights import BadWeights
from advisor.publishing import actions
from advisor.publishing.actions import Refused
from advisor.publishing.models import Proposal
from mechanisms.models import RouteRule

from .conftest import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_people(settings):
    settings.TWO_PERSON_PUBLISHING = True


def test_two_people_publish_and_go_back_to_the_very_bytes(compared, approver, facts):
    before = store.current()
    text = Edition.objects.get(pk=before.id).content
    proposal = actions.approve(proposal=compared(), by=approver)
    publication = actions.publish(proposal=proposal, by=approver)
    assert store.current_edition_id() == proposal.draft_id == publication.edition_id
    assert publication.note == "A later deadline"
    assert store.current().upr_sessions[54].stakeholder_deadline.first == datetime.date(2026, 7, 22)
    actions.go_back(edition=Edition.objects.get(pk=before.id), note="The old one was right", by=approver)
    assert store.current() is before
    assert Edition.objects.get(pk=before.id).content == text


def test_nothing_changed_is_nothing_to_compare(facts, editor):
    with pytest.raises(Refused, match="Nothing was changed"):
        actions.propose(note="n", as_of=DAY, by=editor)


def test_asking_twice_gives_the_one_that_is_open(compared, editor):
    proposal = compared()
    assert actions.propose(note="again", as_of=DAY, by=editor) == proposal
    actions.withdraw(proposal=proposal, by=editor)
    assert actions.propose(note="again", as_of=DAY, by=editor) != proposal


def test_facts_that_no_advice_can_be_given_on_are_refused_at_once(move_the_deadline, editor):
    move_the_deadline()
    Weight.objects.filter(key="unknown").first().delete()
    with pytest.raises(BadWeights):
        actions.propose(note="n", as_of=DAY, by=editor)
    assert not Proposal.objects.exists()


def test_a_rule_that_sentences_need_may_not_go(move_the_deadline, editor):
    RouteRule.objects.all().delete()
    with pytest.raises(BadFacts):
        actions.propose(note="n", as_of=DAY, by=editor)


def test_who_made_it_does_not_approve_it(compared, editor):
    with pytest.raises(Refused, match="second person"):
        actions.approve(proposal=compared(), by=editor)


def test_who_had_a_hand_in_the_other_account_does_not_approve(compared, editor, approver, settings):
    """The approver made the editor's account; or the editor made the approver's."""
    proposal = compared()
    vouching.note(AccountDeed.MADE, by=approver, whom=editor)
    with pytest.raises(Refused, match="You had a hand in the account"):
        actions.approve(proposal=proposal, by=approver)
    vouching.note(AccountDeed.PASSWORD_SET, by=editor, whom=approver)
    AccountEvent.note(AccountDeed.VOUCHED, by=User.objects.create_user("kim"), whom=editor)
    with pytest.raises(Refused, match="no second person has confirmed it"):
        actions.approve(proposal=proposal, by=approver)
    settings.TWO_PERSON_PUBLISHING = False
    assert actions.approve(proposal=proposal, by=approver).state == "approved"


def test_a_portal_of_one_person_says_that_it_was_one(compared, editor, settings):
    settings.TWO_PERSON_PUBLISHING = False
    proposal = actions.approve(proposal=compared(), by=editor)
    assert proposal.approved_alone
    assert actions.publish(proposal=proposal, by=editor)


def test_a_second_person_is_not_said_to_be_alone(compared, approver):
    assert not actions.approve(proposal=compared(), by=approver).approved_alone


def test_nothing_is_published_without_approval(compared, approver):
    with pytest.raises(Refused, match="approved"):
        actions.publish(proposal=compared(), by=approver)


def test_nothing_is_approved_before_it_is_compared(move_the_deadline, editor, approver):
    move_the_deadline()
    proposal = actions.propose(note="n", as_of=DAY, by=editor)
    with pytest.raises(Refused, match="not finished"):
        actions.approve(proposal=proposal, by=approver)


def test_a_broken_case_blocks_until_it_is_set_aside_with_a_reason(case, compared, approver):
    proposal = compared()
    with pytest.raises(Refused, match="1 expert case"):
        actions.approve(proposal=proposal, by=approver)
    result = proposal.cases.get()
    with pytest.raises(Refused, match="why"):
        actions.waive(result=result, reason=" ", by=approver)
    actions.waive(result=result, reason="The UN moved it.", by=approver)
    assert actions.approve(proposal=proposal, by=approver).state == Proposal.State.APPROVED


def test_a_case_changed_meanwhile_asks_for_a_new_comparison(case, compared, approver, editor):
    proposal = compared()
    ExpertCase.objects.update(expect={})
    with pytest.raises(Refused, match="Compare again"):
        actions.approve(proposal=proposal, by=approver)
    again = actions.compare_again(proposal=proposal, as_of=DAY, by=editor)
    proposal.refresh_from_db()
    assert (proposal.state, again.state, again.made_by) == ("withdrawn", "running", editor)


def test_a_case_added_after_the_approval_stops_the_publication(case, compared, approver):
    ExpertCase.objects.update(expect={})
    proposal = actions.approve(proposal=compared(), by=approver)
    ExpertCase.objects.create(slug="new", name="n", why="w", scenario={})
    with pytest.raises(Refused, match="Expert cases were changed"):
        actions.publish(proposal=proposal, by=approver)


def test_two_proposals_on_one_base_are_not_both_published(compared, move_the_deadline, editor, approver):
    first, second = compared(), compared(to=datetime.date(2026, 7, 23))
    for proposal in (first, second):
        actions.approve(proposal=proposal, by=approver)
    actions.publish(proposal=first, by=approver)
    with pytest.raises(Refused, match="Something else was published"):
        actions.publish(proposal=second, by=approver)
    assert Publication.objects.first().edition_id == first.draft_id


def test_what_is_published_is_not_published_or_withdrawn_again(compared, approver):
    proposal = compared()
    actions.approve(proposal=proposal, by=approver)
    actions.publish(proposal=proposal, by=approver)
    for act in (actions.publish, actions.withdraw, actions.approve):
        with pytest.raises(Refused):
            act(proposal=proposal, by=approver)
    assert Publication.objects.count() == 2


def test_going_back_is_only_for_what_was_published_and_is_not(compared, approver, facts):
    with pytest.raises(Refused, match="never published"):
        actions.go_back(edition=compared().draft, note="n", by=approver)
    with pytest.raises(Refused, match="is the published one"):
        actions.go_back(edition=Edition.objects.get(pk=facts), note="n", by=approver)
