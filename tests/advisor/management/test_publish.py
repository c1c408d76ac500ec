"""``manage.py publish``: one door, with the same rules as in the browser."""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from advisor.cases.models import ExpertCase
from advisor.editions import store
from advisor.editions.models import Publication
from advisor.publishing import actions
from advisor.publishing.models import Proposal
from mechanisms.models import UprSession

pytestmark = pytest.mark.django_db
MYANMAR = {"themes": ["torture"], "countries": ["MMR"], "information": "country-overview", "urgency": "ongoing"}


def publish(*arguments: str) -> str:
    out = io.StringIO()
    call_command("publish", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


@pytest.fixture(autouse=True)
def _settings(settings):
    settings.FIXED_DAY = "2026-05-01"
    settings.TWO_PERSON_PUBLISHING = True


@pytest.fixture
def ana(facts) -> User:
    UprSession.objects.filter(number=54).update(stakeholder_deadline="2026-07-22")
    return User.objects.create_superuser("ana")


@pytest.fixture
def ben(facts) -> User:
    return User.objects.create_superuser("ben")


def test_it_proposes_waits_for_a_second_person_and_then_publishes(ana, ben):
    before = store.current_edition_id()
    assert "waits for a second person" in publish("--by", "ana", "--note", "A later deadline")
    assert "waits for a second person" in publish("--by", "ana")
    proposal = Proposal.objects.get()
    assert (proposal.made_by, proposal.note, proposal.state) == (ana, "A later deadline", "compared")
    assert store.current_edition_id() == before
    actions.approve(proposal=proposal, by=ben)
    assert f"published edition {proposal.draft_id}" in publish("--by", "ana")
    assert Publication.objects.first().published_by == ana


def test_nobody_publishes_without_a_name_or_the_right(ana):
    with pytest.raises(CommandError, match="--by NAME"):
        publish()
    User.objects.create_user("eve")
    with pytest.raises(CommandError, match="may not"):
        publish("--by", "eve")
    assert not Proposal.objects.exists()
    assert Publication.objects.count() == 1


def test_an_expert_case_that_is_not_as_expected_stops_it(ana, settings):
    expected = {"dates": [{"code": "upr-stakeholder-deadline", "country": "MMR", "date": "2026-07-17"}]}
    ExpertCase.objects.create(slug="m", name="M", why="w", as_of="2026-05-01", scenario=MYANMAR, expect=expected)
    with pytest.raises(CommandError, match="correct the facts or the cases"):
        publish("--by", "ana")
    settings.TWO_PERSON_PUBLISHING = False
    with pytest.raises(CommandError, match="expert case is not as expected"):
        publish("--by", "ana")
    assert Publication.objects.count() == 1


def test_where_one_person_may_publish_alone_the_record_says_so(ana, settings):
    settings.TWO_PERSON_PUBLISHING = False
    assert "published edition" in publish("--by", "ana")
    assert Proposal.objects.get().approved_alone


def test_going_back_is_for_those_who_may_publish(ana, settings):
    settings.TWO_PERSON_PUBLISHING = False
    first = store.current_edition_id()
    publish("--by", "ana")
    with pytest.raises(CommandError, match="--by NAME"):
        publish("--edition", first)
    publish("--edition", first, "--by", "ana", "--note", "The old one was right")
    assert store.current_edition_id() == first
    with pytest.raises(CommandError, match="the published one"):
        publish("--edition", first, "--by", "ana")


def test_with_if_none_a_published_edition_stays(ana):
    assert publish("--if-none") == ""
    assert Publication.objects.count() == 1
