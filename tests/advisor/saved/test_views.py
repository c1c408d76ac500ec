"""Saved advice, read: the list, the advice of today, the urgent steps, the history and two side by side."""

import datetime
import json
import re

import pytest
from django.urls import reverse

from advisor.editions import store
from advisor.editions.models import Edition, Publication
from advisor.questions import drawer
from advisor.saved import actions
from advisor.saved.models import GivenAdvice
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.advice.test_views import Reader

from .saved import DAY, NAME, draft, kept

BROKEN = {"effort": "forever"}


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY


@pytest.fixture
def anna(edition):
    return person("anna@one.example")


@pytest.fixture
def client(anna):
    return signed_in(anna)


def read(client, name="saved", *args, status=200) -> Reader:
    response = client.get(reverse(f"advisor:{name}", args=args))
    assert response.status_code == status
    return Reader(response.content.decode())


class TestList:
    def test_each_shows_where_it_stands(self, client, anna):
        kept(anna, case="cerd-clock-running")
        text = read(client, "saved-list").text
        for words in (
            f"{NAME} Active",
            "Complaint to a treaty body",
            "Next: ",
            "Not opened yet.",
            "Deleted on 25 November 2028",
        ):
            assert words in text

    def test_the_day_of_the_last_advice(self, client, anna):
        read(client, "saved", kept(anna).pk)
        assert "Last advice: 24 November 2026." in read(client, "saved-list").text

    def test_ones_own_come_first_then_each_organisations(self, client, anna):
        for name in ("Zebra", "Antelope"):
            kept(anna, name=f"{name}s", organisation=organisation(name, reader=anna))
        kept(anna, name="Mine")
        text = read(client, "saved-list").text
        places = [text.index(word) for word in ("Yours Mine", "Antelope Antelopes", "Zebra Zebras")]
        assert places == sorted(places)

    def test_one_status_alone(self, client, anna):
        kept(anna, name="Running")
        kept(anna, name="Over", status="closed")
        page = client.get("/saved/?status=closed").content.decode()
        assert "Over" in page
        assert "Running" not in page
        assert "Nothing in this state." in client.get("/saved/?status=replied").content.decode()

    def test_a_status_that_is_none_shows_all(self, client, anna):
        kept(anna)
        assert NAME in client.get("/saved/?status=won").content.decode()

    def test_nothing_yet_says_how_to_begin(self, client):
        text = read(client, "saved-list").text
        assert "Nothing is saved yet." in text
        assert "Ask for new advice" in text

    def test_answers_of_this_visit_are_not_forgotten(self, client):
        assert "not saved" not in read(client, "saved-list").text
        session = client.session
        session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": {"effort": "days"}}
        session.save()
        assert "There are answers of this visit that are not saved." in read(client, "saved-list").text

    def test_many_come_in_pages(self, client, anna, monkeypatch):
        monkeypatch.setattr("advisor.saved.views.ON_A_PAGE", 2)
        for number in range(3):
            kept(anna, name=f"Number {number}")
        first, second = (client.get(f"/saved/?page={page}").content.decode() for page in (1, 2))
        assert ("Number 2" in first, "Number 0" in first) == (True, False)
        assert ("Number 2" in second, "Number 0" in second) == (False, True)

    def test_the_number_of_queries_does_not_grow(self, client, anna, django_assert_max_num_queries):
        for _ in range(10):
            kept(anna)
        with django_assert_max_num_queries(10):
            read(client, "saved-list")

    def test_without_an_edition_the_names_are_still_there(self, client, anna):
        kept(anna)
        Publication.objects.all().delete()
        assert NAME in read(client, "saved-list").text

    def test_it_is_where_one_comes_to_after_signing_in(self, anna, settings):
        assert settings.LOGIN_REDIRECT_URL == "advisor:saved-list"

    def test_the_way_there_stands_on_every_page_for_those_who_are_signed_in(self, client, anna):
        from django.test import Client

        assert client.get("/").content.decode().count('href="/saved/"') == 1
        assert 'href="/saved/"' not in Client().get("/").content.decode()


class TestToday:
    def test_it_is_the_advice_on_the_saved_answers(self, client, anna):
        text = read(client, "saved", kept(anna).pk).text
        assert f"{NAME} Kenya · Children, Minorities and 1 more · Several cases" in text
        assert "These routes fit about equally well" in text
        assert "Advice of 24 November 2026, on edition" in text

    def test_the_name_is_in_no_title_and_in_no_address(self, client, anna):
        saved = kept(anna)
        page = client.get(reverse("advisor:saved", args=[saved.pk])).content.decode()
        assert re.search("<title>(.*?)</title>", page, re.DOTALL).group(1) == "Saved advice – HRC Advisor"

    def test_what_a_person_typed_is_text(self, client, anna):
        saved = kept(anna, name="<b>bold</b>", notes="<script>x</script>")
        for where in (reverse("advisor:saved", args=[saved.pk]), "/saved/"):
            page = client.get(where).content.decode()
            assert "&lt;b&gt;bold" in page
            assert "<b>bold" not in page
            assert "<script>x" not in page

    def test_every_id_stands_once_and_links_within_lead_somewhere(self, client, anna):
        for case in ("cerd-clock-running", "defender-tortured-in-custody", "nothing-known"):
            page = read(client, "saved", kept(anna, case=case, notes="Ours").pk)
            assert len(page.ids) == len(set(page.ids))
            within = {str(link["href"])[1:] for link in page.links if str(link.get("href")).startswith("#")}
            assert within - set(page.ids) == set()

    def test_no_link_leads_to_the_draft_of_this_visit(self, client, anna):
        for case in ("defender-tortured-in-custody", "nothing-known", "cerd-clock-running"):
            saved = kept(anna, case=case)
            for name in ("saved", "saved-urgent"):
                links = [str(link.get("href")) for link in read(client, name, saved.pk).links]
                drafts = ("/check/", "/questions/", "/advice/", "/urgent/")
                assert [link for link in links if link.startswith(drafts)] == []

    def test_a_reader_sees_no_way_to_change_it(self, anna):
        ben = person("ben@two.example")
        saved = kept(anna, organisation=organisation(owner=anna, reader=ben))
        page = read(signed_in(ben), "saved", saved.pk)
        assert "You may read it, not change it." in page.text
        links = [str(link.get("href")) for link in page.links]
        own = {link for link in links if link.startswith(f"/saved/{saved.pk}/")}
        assert own == {
            f"/saved/{saved.pk}/{part}/"
            for part in ("changes", "compare", "drafts", "history", "log", "plan", "sharing")
        }

    def test_it_says_who_sees_it_and_when_it_is_deleted(self, client, anna):
        text = read(client, "saved", kept(anna).pk).text
        assert "Only you see it. Deleted on 25 November 2028, unless somebody changes it before." in text
        shared = read(client, "saved", kept(anna, organisation=organisation("River Watch", owner=anna)).pk).text
        assert "Everybody in River Watch sees it." in shared

    def test_an_answer_that_no_longer_holds_is_said_and_does_not_count(self, client, anna):
        saved = kept(anna, draft=draft(**BROKEN))
        page = read(client, "saved", saved.pk)
        assert "one of the answers no longer holds" in page.text
        assert f"/saved/{saved.pk}/answers/change/access/" in [link.get("href") for link in page.links]

    def test_in_danger_the_urgent_steps_are_those_of_the_saved_answers(self, client, anna):
        saved = kept(anna, case="defender-tortured-in-custody")
        page = read(client, "saved", saved.pk)
        assert f"/saved/{saved.pk}/urgent/" in [link.get("href") for link in page.links]
        assert "Country: Egypt" in client.get(f"/saved/{saved.pk}/urgent/").content.decode()

    def test_on_paper(self, client, anna):
        answer = client.post(reverse("advisor:saved-pdf", args=[kept(anna).pk]), {"copy": "shared", "paper": "a4"})
        assert answer.headers["Content-Disposition"] == 'attachment; filename="advice-brief-2026-11-24-to-share.pdf"'
        assert answer.content.startswith(b"%PDF")
        assert NAME.encode() not in answer.content

    def test_a_copy_that_there_is_not(self, client, anna):
        assert client.get(reverse("advisor:saved-pdf", args=[kept(anna).pk]), {"copy": "third"}).status_code == 400

    @pytest.mark.parametrize("name", ["saved", "saved-urgent", "saved-pdf"])
    def test_without_an_edition_it_says_so(self, client, anna, name):
        saved = kept(anna)
        Publication.objects.all().delete()
        read(client, name, saved.pk, status=503)


class TestHistory:
    def test_every_advice_is_listed_with_day_edition_and_why(self, client, anna, edition, settings):
        saved = kept(anna, case="cerd-clock-running")
        assert "None so far" in read(client, "saved-history", saved.pk).text
        read(client, "saved", saved.pk)
        settings.FIXED_DAY = "2027-12-29"
        read(client, "saved", saved.pk)
        text = read(client, "saved-history", saved.pk).text
        assert text.index("Advice of 29 December 2027 (2)") < text.index("Advice of 24 November 2026 (1)")
        assert f"Somebody asked. Edition {edition[:12]} of our facts." in text

    def test_an_advice_of_then_is_shown_as_it_was(self, client, anna, settings):
        saved = kept(anna, case="cerd-clock-running")
        before = read(client, "saved", saved.pk)
        settings.FIXED_DAY = "2027-12-29"
        read(client, "saved", saved.pk)
        actions.change_answers(saved=saved, draft=draft("nothing-known"), revision=1, by=anna)
        page = read(client, "saved-then", saved.pk, 1)
        assert "As it was on 24 November 2026" in page.text
        assert "a later release" not in page.text
        number = re.search(r"Its number is \w+", before.text)
        assert number is not None
        assert number.group() in page.text
        assert [name for name in page.ids if name.startswith("route-")] == [
            name for name in before.ids if name.startswith("route-")
        ]
        changes = ("/check/", "/questions/", f"/saved/{saved.pk}/answers/")
        assert [link for link in page.links if str(link.get("href")).startswith(changes)] == []

    def test_a_later_release_that_says_something_else_is_told(self, client, anna):
        saved = kept(anna)
        read(client, "saved", saved.pk)
        row = GivenAdvice.objects.get()
        row.digest, row.kept = "0" * 64, ""
        row.save()
        assert "not to the letter what was shown then" in read(client, "saved-then", saved.pk, 1).text

    @pytest.mark.parametrize(
        ("changed", "said"),
        [({"rules": "2025.9"}, "version 2025.9 gave this advice"), ({"digest": "0" * 64}, "The rules are the same")],
    )
    def test_what_is_no_longer_given_so_is_shown_as_it_was_kept(self, client, anna, changed, said):
        saved = kept(anna)
        read(client, "saved", saved.pk)
        row = GivenAdvice.objects.get()
        words = json.loads(row.kept)
        words["routes"][0]["gates"][0]["text"] = "A sentence of then."
        for name, value in {"kept": json.dumps(words), **changed}.items():
            setattr(row, name, value)
        row.save()
        page = read(client, "saved-then", saved.pk, 1).text
        assert said in page
        assert "What you see is what was kept then." in page
        assert "A sentence of then." in page

    def test_other_rules_without_what_was_kept_are_told(self, client, anna):
        saved = kept(anna)
        read(client, "saved", saved.pk)
        GivenAdvice.objects.update(rules="2025.9", kept="")
        page = read(client, "saved-then", saved.pk, 1).text
        assert "version 2025.9 of our rules gave the advice" in page
        assert "was not kept" in page

    def test_an_edition_that_is_no_longer_current_is_opened(self, client, anna):
        saved = kept(anna)
        read(client, "saved", saved.pk)
        row = Edition.objects.create(pk="f" * 32, content=json.dumps(json.loads(Edition.objects.get().content)))
        store.publish_existing(row, by=None)
        read(client, "saved", saved.pk)
        assert "on edition ffffffffffff" in read(client, "saved-then", saved.pk, 2).text
        assert "on edition ffffffffffff" not in read(client, "saved-then", saved.pk, 1).text

    @pytest.mark.parametrize("number", ["0", "2", "9" * 30])
    def test_a_number_that_there_is_not(self, client, anna, number):
        saved = kept(anna)
        read(client, "saved", saved.pk)
        assert client.get(f"/saved/{saved.pk}/history/{number}/").status_code == 404


class TestSideBySide:
    def test_a_copy_and_what_it_was_copied_from(self, client, anna):
        saved = kept(anna)
        made = actions.copy(saved=saved, name="Plan B", by=anna, draft=draft(sponsor="yes"))
        page = read(client, "saved-compared", saved.pk, made.pk)
        assert "A Salt works petition B Plan B" in page.text
        assert "No, or not yet Yes" in page.text
        assert "How well it fits Not open as things stand" in page.text
        assert f"/saved/{saved.pk}/compare/{made.pk}/" in [
            link.get("href") for link in read(client, "saved", made.pk).links
        ]

    def test_the_same_answers_get_the_same(self, client, anna):
        text = read(client, "saved-compared", kept(anna).pk, kept(anna).pk).text
        assert "None: both have the same answers" in text

    def test_what_may_be_put_beside_it_is_listed_the_copy_first(self, client, anna):
        saved = kept(anna, name="First")
        made = actions.copy(saved=saved, name="Plan B", by=anna)
        kept(anna, name="Newer")
        text = read(client, "saved-compare", saved.pk).text
        assert text.index("Plan B – a copy of this one") < text.index("Newer")
        assert "this one is a copy of it" in read(client, "saved-compare", made.pk).text

    def test_without_another_it_says_how_to_make_one(self, client, anna):
        assert "There is no other yet." in read(client, "saved-compare", kept(anna).pk).text

    def test_comparing_is_no_asking(self, client, anna):
        read(client, "saved-compared", kept(anna).pk, kept(anna, case="nothing-known").pk)
        assert not GivenAdvice.objects.exists()


def test_deleted_on_follows_the_last_change(anna):
    saved = kept(anna)
    assert saved.deleted_on == datetime.date(2028, 11, 25)
