"""Shared pages: for whoever has the link and nobody else, without a word of what is not theirs; and who may make such links."""

import datetime
import html
import logging
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Membership, Organisation
from advisor.sharing import links
from advisor.sharing.models import ShareLink
from advisor.words import names
from portal.logs import DiscreetFormatter
from rules.dates import PartialDate
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.advice.reading import letters, words
from tests.advisor.saved.saved import DAY, NAME, NOTES, kept
from tests.support.rows import raw

LABEL = "For the lawyer upstairs"
ANSWERS = ("Some weeks", "Your answers", "The answers")
BOTH = pytest.mark.parametrize("path", ["", "pdf/"], ids=["page", "pdf"])


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> None:
    settings.FIXED_DAY = DAY


@pytest.fixture
def people(edition: str) -> dict[str, Any]:
    return {
        who: person(f"{who}@one.example") for who in ("owner", "member", "reader", "removed", "outsider", "elsewhere")
    }


@pytest.fixture
def saved(people: dict[str, Any]) -> Any:
    made = organisation("River Watch", **{role: people[role] for role in ("owner", "member", "reader")})
    Membership.objects.create(organisation=made, user=people["removed"], role="member")
    organisation("Elsewhere", owner=people["elsewhere"])
    return kept(people["owner"], organisation=made, notes=NOTES)


def link(saved: Any, by: Any, **more: Any) -> str:
    """The path of a shared page."""
    token = links.make(**{"saved": saved, "label": LABEL, "with_answers": False, "days": 7, "by": by} | more)
    return f"/shared/{token}/"


def text(response: Any) -> str:
    return html.unescape(response.content.decode())


def last_day() -> str:
    """The last day of the only link, as pages write it."""
    return names.day(PartialDate(ShareLink.objects.get().last_day))


@pytest.fixture
def path(saved: Any, people: dict[str, Any]) -> str:
    return link(saved, people["member"])


def test_whoever_has_the_link_reads_without_account_or_session(path: str) -> None:
    client = Client()
    response = client.get(path)
    assert response.status_code == 200
    assert "UN experts (special procedures)" in text(response)
    assert f"The link works until {last_day()} at most" in text(response)
    assert client.cookies.keys() <= {"csrftoken"}
    assert not client.session.keys()


@BOTH
def test_it_stays_in_no_cache_no_index_and_no_other_sites_log(people: Any, saved: Any, path: str) -> None:
    headers = Client().get(link(saved, people["member"]) + path).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("with_answers", [True, False])
def test_neither_names_nor_notes_are_shown(saved: Any, people: Any, with_answers: bool) -> None:
    shown = text(Client().get(link(saved, people["member"], with_answers=with_answers)))
    hidden = [NAME, NOTES, LABEL, "River Watch", str(saved.pk), str(saved.organisation_id)]
    hidden += [f"{who}@one.example" for who in people] + ["Change the answers", "/saved/", "/check/"]
    assert [word for word in hidden if word in shown] == []


def test_answers_are_shown_only_if_that_was_chosen(saved: Any, people: Any) -> None:
    without = text(Client().get(link(saved, people["member"])))
    shown = text(Client().get(link(saved, people["member"], with_answers=True)))
    for words_ in ("Treat them with care.", "Some weeks", "Why these points", "What would change this advice"):
        assert words_ in shown
        assert words_ not in without
    assert "The answers behind it, and the sentences that repeat them, are left out." in without
    assert re.search(r"Its number is [0-9a-f]{8}", shown)
    assert "Its number is" not in without


def test_the_page_leaves_out_what_the_paper_leaves_out(saved: Any, people: Any) -> None:
    """Two ways to one rule: no sentence of a condition, no reason, no open question on either."""
    own = text(signed_in(people["member"]).get(f"/saved/{saved.pk}/"))
    sentences = re.findall(r'<p class="gate-label">.*?</p><p>(.*?) <a class="cite', own)
    sentences += re.findall(r'<span class="reason">(.*?)</span>', own)
    assert len(sentences) > 20
    where = link(saved, people["member"])
    page, paper = letters(text(Client().get(where))), letters(words(Client().get(where + "pdf/").content))
    for sentence in {re.sub(r"<[^>]+>", "", one) for one in sentences if len(one) > 25}:
        assert letters(sentence) not in page, sentence
        assert letters(sentence) not in paper, sentence


@pytest.mark.parametrize("with_answers", [True, False])
def test_the_paper_never_holds_answers(saved: Any, people: Any, with_answers: bool) -> None:
    response = Client().get(link(saved, people["member"], with_answers=with_answers) + "pdf/", {"copy": "own"})
    assert response.headers["Content-Disposition"] == 'attachment; filename="advice-brief-2026-11-24-to-share.pdf"'
    content = words(response.content)
    assert [one for one in (*ANSWERS, NAME, "River Watch") if one in content] == []


def test_the_paper_comes_on_letter_paper_too(path: str) -> None:
    assert Client().get(path + "pdf/", {"paper": "letter"}).status_code == 200
    assert Client().get(path + "pdf/", {"paper": "papyrus"}).status_code == 400


def ended(how: str, saved: Any, people: Any) -> str:
    where = link(saved, people["removed"])
    row = ShareLink.objects.get()
    if how == "unknown":
        return "/shared/made-up/"
    if how == "over":
        ShareLink.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    elif how == "withdrawn":
        links.withdraw(link=row, by=people["owner"])
    elif how == "maker removed":
        Membership.objects.filter(user=people["removed"]).delete()
    elif how == "maker only reads":
        Membership.objects.filter(user=people["removed"]).update(role="reader")
    elif how == "advice deleted":
        saved.delete()
    return where


@BOTH
@pytest.mark.parametrize("how", ["unknown", "over", "withdrawn", "maker removed", "maker only reads", "advice deleted"])
@pytest.mark.parametrize("who", [None, "outsider", "owner"])
def test_a_link_that_opens_nothing_looks_like_one_that_never_was(
    who: str | None, how: str, path: str, saved: Any, people: Any
) -> None:
    client = signed_in(people[who]) if who else Client()
    response = client.get(ended(how, saved, people) + path)
    never = client.get("/shared/never-was/" + path)
    assert (response.status_code, never.status_code) == (404, 404)
    assert response.content == never.content
    assert response.headers["Referrer-Policy"] == never.headers["Referrer-Policy"]


@BOTH
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_shared_pages_are_only_read(method: str, path: str, saved: Any, people: Any) -> None:
    assert getattr(Client(), method)(link(saved, people["member"]) + path).status_code == 405


def test_reading_leaves_the_day_and_nothing_else(saved: Any, people: Any, path: str) -> None:
    before = raw()
    Client(REMOTE_ADDR="198.51.100.7", HTTP_USER_AGENT="Curious/1.0").get(path)
    assert str(ShareLink.objects.get().last_opened_on) == DAY
    after = raw()
    assert "198.51.100.7" not in after
    assert "curious" not in after
    assert saved.given.count() == 0
    assert len(after.splitlines()) == len(before.splitlines())


def test_without_an_edition_it_says_so(saved: Any, path: str) -> None:
    from advisor.editions.models import Publication

    Publication.objects.all().delete()
    assert Client().get(path).status_code == 503


def test_it_is_the_advice_on_the_answers_as_they_are_now(saved: Any, people: Any) -> None:
    where = link(saved, people["member"])
    assert "Kenya" in text(Client().get(where))
    saved.draft = saved.draft | {"answers": {**saved.draft["answers"], "countries": ["TGO"]}}
    saved.save()
    shown = text(Client().get(where)).split("<main", 1)[1]
    assert "Togo" in shown
    assert "Kenya" not in shown


def test_the_token_is_in_no_log(path: str, caplog: pytest.LogCaptureFixture, saved: Any) -> None:
    token = path.split("/")[2]
    with caplog.at_level("DEBUG"):
        Client().put(path)
        Client().post(path + "pdf/")
        Client(raise_request_exception=False).get(path + "pdf/", {"paper": "papyrus"})
        ShareLink.objects.update(revoked_at=timezone.now())
        Client().get(path)
    records = [record for record in caplog.records if record.name.startswith("django.")]
    refused = [record for record in records if record.name == "django.request"]
    assert len(refused) >= 4
    written = [DiscreetFormatter().format(record) for record in refused]
    assert [line for line in written if token in line] == []
    assert all('"route": "advisor:shared' in line for line in written)


def test_an_invitations_token_is_in_no_log_either() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 1, '"GET /account/invitation/%s/ HTTP/1.1" 302', ("abc",), None)
    assert "abc" not in DiscreetFormatter().format(record)


def test_a_link_is_shown_once_and_only_its_hash_is_kept(saved: Any, people: Any) -> None:
    client = signed_in(people["member"])
    where = reverse("advisor:saved-sharing", args=[saved.pk])
    made = client.post(where, {"label": LABEL, "days": 30})
    found = re.search(r'value="http://testserver(/shared/[\w-]+/)"', text(made))
    assert found is not None
    assert "It works for 30 days" in text(made)
    assert Client().get(found.group(1)).status_code == 200
    token = found.group(1).split("/")[2]
    assert token.lower() not in raw()
    assert LABEL.lower() not in raw()
    listed = text(client.get(where))
    assert token not in listed
    for words_ in (LABEL, "without the answers", f"until {last_day()}", "last opened on 24 November 2026"):
        assert words_ in " ".join(listed.split())


def test_a_link_is_withdrawn(saved: Any, people: Any, path: str) -> None:
    client = signed_in(people["owner"])
    row = ShareLink.objects.get()
    withdrawing = reverse("advisor:saved-sharing-withdraw", args=[saved.pk, row.pk])
    response = client.post(withdrawing, follow=True)
    assert "The link no longer works." in text(response)
    assert LABEL not in text(response)
    assert Client().get(path).status_code == 404
    assert client.post(withdrawing).status_code == 404


@pytest.mark.parametrize("who", ["outsider", "elsewhere", "removed", "reader"])
def test_whoever_may_not_change_the_advice_makes_and_withdraws_nothing(who: str, saved: Any, people: Any) -> None:
    path, row = link(saved, people["owner"]), ShareLink.objects.get()
    Membership.objects.filter(user=people["removed"]).delete()
    client, refused = signed_in(people[who]), 403 if who == "reader" else 404
    where = reverse("advisor:saved-sharing", args=[saved.pk])
    assert client.post(where, {"days": 7}).status_code == refused
    assert client.post(reverse("advisor:saved-sharing-withdraw", args=[saved.pk, row.pk])).status_code == refused
    seen = client.get(where)
    assert seen.status_code == (200 if who == "reader" else 404)
    assert ("Make a link" in text(seen)) is False
    assert (LABEL in text(seen)) is (who == "reader")
    assert ShareLink.objects.count() == 1
    assert Client().get(path).status_code == 200


def test_nobody_withdraws_anothers_link_through_their_own_advice(saved: Any, people: Any) -> None:
    path, row = link(saved, people["owner"]), ShareLink.objects.get()
    own = kept(people["elsewhere"], organisation=Organisation.objects.get(name="Elsewhere"))
    client = signed_in(people["elsewhere"])
    assert client.post(reverse("advisor:saved-sharing-withdraw", args=[own.pk, row.pk])).status_code == 404
    assert Client().get(path).status_code == 200


@pytest.mark.parametrize("body", [{}, {"days": 2}, {"days": 91}, {"days": 7, "label": "x" * 81}])
def test_what_is_missing_or_too_much_is_said(body: dict[str, Any], saved: Any, people: Any) -> None:
    response = signed_in(people["owner"]).post(reverse("advisor:saved-sharing", args=[saved.pk]), body)
    assert response.status_code == 422
    assert not ShareLink.objects.exists()


def test_the_advice_leads_to_its_links_and_has_a_text_to_send(saved: Any, people: Any) -> None:
    shown = text(signed_in(people["member"]).get(f"/saved/{saved.pk}/"))
    assert reverse("advisor:saved-sharing", args=[saved.pk]) in shown
    assert "For a text message" in shown
    assert "Fits very well. Advice of" in shown


def test_every_link_within_a_shared_page_leads_somewhere(saved: Any, people: Any) -> None:
    for with_answers in (True, False):
        shown = text(Client().get(link(saved, people["member"], with_answers=with_answers)))
        ids = re.findall(r'\sid="([^"]+)"', shown)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(ids)
