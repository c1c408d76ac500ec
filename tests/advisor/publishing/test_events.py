"""Who did what with a proposal stands on its page, for as long as the proposal does."""

import datetime

import pytest
from django.urls import reverse

from accounts import privacy
from advisor.editions.models import Edition
from advisor.publishing import actions, runs
from advisor.publishing.events import Deed, ProposalEvent
from advisor.publishing.models import Proposal

from .conftest import DAY

pytestmark = pytest.mark.django_db


def noted(proposal):
    rows = ProposalEvent.objects.filter(proposal=proposal).select_related("by").order_by("id")
    return [(row.deed, row.by and row.by.username) for row in rows]


def test_from_the_proposal_to_going_back_each_deed_is_noted(case, compared, editor, approver):
    old = Edition.objects.get()
    first = compared()
    second = actions.compare_again(proposal=first, as_of=DAY + datetime.timedelta(days=1), by=approver)
    while runs.run_due():
        pass
    second.refresh_from_db()
    actions.waive(result=second.cases.get(), reason="Meant", by=approver)
    actions.approve(proposal=second, by=approver)
    actions.publish(proposal=second, by=editor)
    actions.go_back(edition=old, note="Too early", by=approver)
    actions.go_back(edition=second.draft, note="It was right", by=editor)
    assert noted(first) == [("proposed", "editor"), ("compared-again", "approver")]
    assert noted(second) == [
        ("from-earlier", "approver"),
        ("waived", "approver"),
        ("approved", "approver"),
        ("published", "editor"),
        ("went-back-from", "approver"),
        ("went-back-to", "editor"),
    ]


def test_proposing_the_same_twice_is_one_deed(compared, editor):
    proposal = compared()
    assert actions.propose(note="n", as_of=DAY, by=editor) == proposal
    actions.withdraw(proposal=proposal, by=editor)
    assert noted(proposal) == [("proposed", "editor"), ("withdrawn", "editor")]


def test_the_page_of_the_proposal_shows_it_and_keeps_no_name_of_who_has_gone(compared, editor, client):
    proposal = compared()
    superuser = type(editor).objects.create_superuser("root")
    client.force_login(superuser)
    address = reverse("admin:advisor_proposal_change", args=[proposal.pk])
    page = client.get(address).content.decode()
    assert "It was proposed. By editor on " in page
    assert privacy.export_all(editor)["publishing"][0]["did"] == "proposed"
    privacy.delete_all(editor)
    page = client.get(address).content.decode()
    assert "It was proposed. By somebody who has left since, on " in page
    assert Proposal.objects.filter(pk=proposal.pk).exists()


def test_every_deed_is_a_sentence():
    for deed in Deed:
        assert str(deed.label).endswith(".")
        assert len(deed.value) <= ProposalEvent._meta.get_field("deed").max_length
