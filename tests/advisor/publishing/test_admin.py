"""The pages of the rule lab: what they show, who may do what there, and that bad input loses nothing."""

import datetime
import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from accounts.models import User
from advisor.cases.models import ExpertCase
from advisor.editions import store
from advisor.editions.models import Publication
from advisor.publishing import runs
from advisor.publishing.models import CaseResult, Proposal
from advisor.saved.models import SavedAdvice
from mechanisms.models import UprSession
from mechanisms.remembered import Change
from tests.mechanisms.admin.pages import broken_policy

DAY = "2026-05-01"
MYANMAR = {"themes": ["torture"], "countries": ["MMR"], "information": "country-overview", "urgency": "ongoing"}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("facts")]


@pytest.fixture(autouse=True)
def _settings(settings: Any) -> None:
    settings.FIXED_DAY = DAY
    settings.TWO_PERSON_PUBLISHING = True


@pytest.fixture
def sign_in(client: Any) -> Any:
    """`sign_in("view_proposal", …)`: a member of staff with these rights."""

    def signed_in(*rights: str) -> User:
        user = User.objects.create(username="-".join(rights) or "none", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(content_type__app_label="advisor", codename__in=rights))
        client.force_login(user)
        return user

    return signed_in


EDITOR = ("view_proposal", "add_proposal")
APPROVER = ("view_proposal", "approve_edition", "publish_edition")


@pytest.fixture
def case() -> ExpertCase:
    return ExpertCase.objects.create(
        slug="myanmar",
        name="Report on Myanmar",
        why="w",
        as_of=DAY,
        scenario=MYANMAR,
        expect={"dates": [{"code": "upr-stakeholder-deadline", "country": "MMR", "date": "2026-07-17"}]},
    )


def move(to: str = "2026-07-22") -> None:
    session = UprSession.objects.get(number=54)
    session.stakeholder_deadline = datetime.date.fromisoformat(to)
    Change().save(session)


def read(response: Any) -> str:
    assert response.status_code == 200
    assert broken_policy(response.content.decode()) == []
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def _page(proposal: Proposal) -> str:
    return reverse("admin:advisor_proposal_change", args=[proposal.pk])


def _act(proposal: Proposal, what: str) -> str:
    return reverse("admin:advisor_proposal_do", args=[proposal.pk, what])


def propose(client: Any) -> Proposal:
    move()
    response = client.post(reverse("admin:advisor_proposal_add"), {"note": "A later deadline"})
    proposal = Proposal.objects.get()
    assert response.url == _page(proposal)
    return proposal


def do(client: Any, proposal: Proposal, what: str, **data: Any) -> Any:
    return client.post(_act(proposal, what), data)


def test_the_first_page_shows_what_was_changed_and_asks_why(client, sign_in):
    sign_in(*EDITOR)
    assert "Nothing was changed" in read(client.get(reverse("admin:advisor_proposal_add")))
    move()
    text = read(client.get(reverse("admin:advisor_proposal_add")))
    assert "UPR session 54 (UPR sessions) : deadline for NGOs: 2026-07-17 → 2026-07-22." in text
    assert "This field is required" in read(client.post(reverse("admin:advisor_proposal_add"), {"note": " "}))
    assert "at most 300 characters" in read(client.post(reverse("admin:advisor_proposal_add"), {"note": "x" * 301}))
    assert not Proposal.objects.exists()


def test_two_people_from_comparing_to_publishing_and_back(client, sign_in, case):
    before = store.current_edition_id()
    ExpertCase.objects.update(expect={})
    sign_in(*EDITOR)
    proposal = propose(client)
    waiting = read(client.get(_page(proposal)))
    assert "Waiting for its turn" in waiting
    assert "Approve" not in waiting
    runs.run_due()
    seen = read(client.get(_page(proposal)))
    assert "0 of 1 are as expected and say exactly the same as before" in seen
    assert "Report on Myanmar : as expected" in seen
    assert "before 17 July 2026 (how certain is not known), now 22 July 2026" in seen
    assert "Because of: UPR session: 54" in seen
    assert "A second person has to approve it" in seen
    sign_in(*APPROVER)
    do(client, proposal, "approve")
    assert 'value="Publish"' in client.get(_page(proposal)).content.decode()
    do(client, proposal, "publish")
    proposal.refresh_from_db()
    assert store.current_edition_id() == proposal.draft_id
    published = client.get(reverse("admin:advisor_proposal_published"))
    assert "A later deadline" in read(published)
    back = reverse("admin:advisor_proposal_back", args=[before])
    assert back in published.content.decode()
    assert "becomes the published one again" in read(client.get(back))
    client.post(back, {"note": "It was right before"})
    assert store.current_edition_id() == before


def test_a_broken_case_is_set_aside_by_who_may_approve_with_a_reason(client, sign_in, case):
    sign_in(*EDITOR)
    proposal = propose(client)
    runs.run_due()
    result = CaseResult.objects.get()
    assert do(client, proposal, "waive", case=result.pk, reason="r").status_code == 403
    sign_in(*APPROVER)
    page = read(client.get(_page(proposal)))
    assert "no longer as expected" in page
    assert "1 expert case is not as expected" in page
    text = read(
        client.post(
            _act(proposal, "waive"),
            {"case": result.pk, "reason": ""},
            follow=True,
        )
    )
    assert "Say why this case may be set aside" in text
    text = read(
        client.post(
            _act(proposal, "waive"),
            {"case": result.pk, "reason": "x" * 501},
            follow=True,
        )
    )
    assert "501 characters; 500 are allowed" in text
    for number in ("", "x", "9" * 30, "-1", "١"):
        assert do(client, proposal, "waive", case=number, reason="r").status_code == 404
    do(client, proposal, "waive", case=result.pk, reason="The UN moved it")
    text = read(client.get(_page(proposal)))
    assert "The UN moved it" in text
    assert 'value="Approve"' in client.get(_page(proposal)).content.decode()


def test_saved_advice_is_counted_and_never_named(client, sign_in):
    owner = User.objects.create(username="somebody", email="somebody@example.org")
    for _number in range(6):
        SavedAdvice.objects.create(
            owner=owner, name="Our secret matter", draft={"answers": MYANMAR}, notes="note", keep_until="2028-01-01"
        )
    sign_in(*EDITOR)
    proposal = propose(client)
    runs.run_due()
    text = read(client.get(_page(proposal)))
    assert "6 saved advices would change" in text
    assert "6 × Universal Periodic Review (UPR)" in text
    assert "secret" not in text
    assert "somebody" not in text


def test_few_saved_advices_are_not_counted_out(client, sign_in):
    owner = User.objects.create(username="somebody")
    SavedAdvice.objects.create(owner=owner, name="n", draft={"answers": MYANMAR}, keep_until="2028-01-01")
    sign_in(*EDITOR)
    proposal = propose(client)
    runs.run_due()
    assert "Fewer than 5 saved advices would change" in read(client.get(_page(proposal)))


def test_progress_asks_again_until_it_is_over_and_works_without_scripts(client, sign_in):
    sign_in(*EDITOR)
    proposal = propose(client)
    address = reverse("admin:advisor_proposal_progress", args=[proposal.pk])
    first = client.get(address)
    assert f'hx-get="{address}"' in first.content.decode()
    assert _page(proposal) in first.content.decode()
    assert "HX-Refresh" not in first.headers
    runs.run_due()
    assert client.get(address).headers["HX-Refresh"] == "true"


def test_one_person_publishing_is_said_on_every_page(client, sign_in, settings):
    sign_in(*EDITOR)
    proposal = propose(client)
    pages = [reverse("admin:advisor_proposal_changelist"), _page(proposal)]
    assert all("one-person publishing" not in read(client.get(page)) for page in pages)
    settings.TWO_PERSON_PUBLISHING = False
    assert all("one-person publishing" in read(client.get(page)) for page in pages)


@pytest.mark.parametrize("what", ["approve", "publish", "withdraw", "again", "waive"])
def test_acts_are_for_those_with_the_right_and_by_post_alone(client, sign_in, what):
    sign_in(*EDITOR)
    proposal = propose(client)
    address = _act(proposal, what)
    assert client.get(address).status_code == 405
    sign_in("view_proposal")
    assert client.post(address).status_code == 403
    sign_in()
    assert client.post(address).status_code == 403
    client.logout()
    assert "/login/" in client.post(address).url
    assert Publication.objects.count() == 1
    proposal.refresh_from_db()
    assert proposal.state == Proposal.State.RUNNING


def test_what_is_not_there_is_not_found(client, sign_in):
    sign_in(*EDITOR, *APPROVER)
    proposal = propose(client)
    assert client.post(_act(proposal, "nonsense")).status_code == 404
    assert client.post(reverse("admin:advisor_proposal_do", args=[99999, "approve"])).status_code == 404
    assert client.get(reverse("admin:advisor_proposal_back", args=["nothing"])).status_code == 404


def test_pages_without_the_right_to_see_are_refused(client, sign_in):
    sign_in(*EDITOR)
    proposal = propose(client)
    sign_in("view_weight")
    for page in (
        reverse("admin:advisor_proposal_changelist"),
        reverse("admin:advisor_proposal_add"),
        _page(proposal),
        reverse("admin:advisor_proposal_progress", args=[proposal.pk]),
        reverse("admin:advisor_proposal_published"),
        reverse("admin:advisor_proposal_back", args=[proposal.base_id]),
    ):
        assert client.get(page).status_code == 403


def test_a_proposal_is_neither_edited_nor_deleted(client, sign_in):
    user = sign_in()
    user.is_superuser = True
    user.save()
    proposal = propose(client)
    assert client.get(reverse("admin:advisor_proposal_delete", args=[proposal.pk])).status_code == 403
    client.post(_page(proposal), {"note": "other", "state": "approved"})
    proposal.refresh_from_db()
    assert (proposal.note, proposal.state) == ("A later deadline", "running")
