"""Saved advice, changed on its pages; a second person is told, and nothing that somebody typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from advisor.questions import drawer
from advisor.saved.models import SavedAdvice
from tests.accounts.people import organisation, person, signed_in

from .saved import DAY, NAME, draft, kept

OVERTAKEN = "Nothing was changed: somebody else has changed this meanwhile."


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY


@pytest.fixture
def anna(edition):
    return person("anna@one.example")


@pytest.fixture
def client(anna):
    return signed_in(anna)


def answered(client, **answers):
    session = client.session
    session[drawer.KEY] = {
        "kind": drawer.KIND,
        "version": drawer.VERSION,
        "answers": answers or draft().answers,
        "at": "effort",
    }
    session.save()
    return client


def post(client, name, saved, /, **body):
    return client.post(reverse(f"advisor:{name}", args=[saved.pk]), body, follow=True)


def again(saved) -> SavedAdvice:
    return SavedAdvice.objects.get(pk=saved.pk)


class TestSaving:
    def test_from_the_advice_to_a_saved_one(self, client, anna):
        answered(client)
        assert 'href="/saved/new/"' in client.get("/advice/").content.decode()
        assert "Advice of 24 November 2026" in client.get("/saved/new/").content.decode()
        page = client.post("/saved/new/", {"name": NAME}, follow=True)
        saved = SavedAdvice.objects.get()
        assert page.redirect_chain == [(f"/saved/{saved.pk}/", 302)]
        assert (saved.name, saved.owner) == (NAME, anna)
        assert (saved.draft["answers"], saved.draft["at"]) == (draft().answers, "effort")
        assert drawer.KEY not in client.session

    def test_into_an_organisation(self, client, anna):
        made = organisation("River Watch", member=anna)
        page = answered(client).get("/saved/new/").content.decode()
        assert "Everybody in River Watch" in page
        client.post("/saved/new/", {"name": NAME, "whose": str(made.pk)})
        assert SavedAdvice.objects.get().organisation == made

    def test_whoever_has_no_organisation_is_not_asked(self, client):
        assert "Who may see it?" not in answered(client).get("/saved/new/").content.decode()

    @pytest.mark.parametrize("name", ["", "   ", "x" * 121])
    def test_a_name_is_needed_and_not_too_long(self, client, name):
        page = answered(client).post("/saved/new/", {"name": name})
        assert page.status_code == 422
        assert "<title>Error: Save this advice" in page.content.decode()
        assert not SavedAdvice.objects.exists()

    def test_sent_twice_saves_once(self, client):
        answered(client)
        for _ in range(2):
            client.post("/saved/new/", {"name": NAME})
        assert SavedAdvice.objects.count() == 1

    def test_without_answers_there_is_nothing_to_save(self, client):
        assert client.get("/saved/new/").headers["Location"] == "/saved/"

    def test_a_guest_learns_what_an_account_does(self, edition):
        page = answered(Client()).get("/saved/new/").content.decode()
        assert "Your answers come along when you sign in." in page
        assert 'href="/account/signup/?next=/saved/new/"' in page
        assert not SavedAdvice.objects.exists()

    def test_a_guest_who_posts_saves_nothing(self, edition):
        assert answered(Client()).post("/saved/new/", {"name": NAME}).status_code == 200
        assert not SavedAdvice.objects.exists()


class TestChanging:
    def test_a_new_name(self, client, anna):
        saved = kept(anna)
        assert NAME in client.get(reverse("advisor:saved-name", args=[saved.pk])).content.decode()
        post(client, "saved-name", saved, name="Another", revision=1)
        assert again(saved).name == "Another"

    def test_ones_own_is_shared_with_an_organisation(self, client, anna):
        saved, made = kept(anna), organisation("River Watch", owner=anna)
        post(client, "saved-name", saved, name=NAME, revision=1, whose=str(made.pk))
        assert (again(saved).owner, again(saved).organisation) == (None, made)

    def test_an_organisations_is_never_taken_away_from_it(self, client, anna):
        made = organisation("River Watch", owner=anna)
        saved = kept(anna, organisation=made)
        assert "Who may see it?" not in client.get(reverse("advisor:saved-name", args=[saved.pk])).content.decode()
        post(client, "saved-name", saved, name=NAME, revision=1, whose="mine")
        assert again(saved).organisation == made

    def test_a_status(self, client, anna):
        saved = kept(anna)
        page = post(client, "saved-status", saved, status="submitted", revision=1).content.decode()
        assert again(saved).status == "submitted"
        assert 'value="submitted" aria-pressed="true"' in page
        post(client, "saved-status", saved, status="won", revision=2)
        assert again(saved).status == "submitted"

    def test_it_is_kept_shorter(self, client, anna):
        saved = kept(anna)
        page = post(client, "saved-keep", saved, months=1, revision=1).content.decode()
        assert "Deleted on 25 December 2026" in page

    @pytest.mark.parametrize("months", ["0", "7", "1200", ""])
    def test_not_for_any_time(self, client, anna, months):
        page = post(client, "saved-keep", kept(anna), months=months, revision=1)
        assert page.status_code == 422

    def test_a_copy_for_a_plan_b(self, client, anna):
        saved = kept(anna, notes="Ours")
        assert f"{NAME}, plan B" in client.get(reverse("advisor:saved-copy", args=[saved.pk])).content.decode()
        page = post(client, "saved-copy", saved, name="Plan B")
        made = SavedAdvice.objects.exclude(pk=saved.pk).get()
        assert (made.copy_of, made.name, made.notes) == (saved, "Plan B", "")
        assert "Compare with the one it was copied from" in page.content.decode()

    def test_a_long_name_is_copied_too(self, client, anna):
        saved = kept(anna, name="x" * 120)
        name = client.get(reverse("advisor:saved-copy", args=[saved.pk])).context["form"].initial["name"]
        assert post(client, "saved-copy", saved, name=name).status_code == 200
        assert SavedAdvice.objects.count() == 2

    def test_deleting_asks_first_and_says_what_goes(self, client, anna):
        saved = kept(anna, organisation=organisation("River Watch", owner=anna))
        page = client.get(reverse("advisor:saved-delete", args=[saved.pk])).content.decode()
        assert "It is gone for everybody in River Watch." in page
        done = post(client, "saved-delete", saved, revision=1)
        assert done.redirect_chain == [("/saved/", 302)]
        assert not SavedAdvice.objects.exists()

    def test_names_stand_in_no_message(self, client, anna):
        """Messages travel in a cookie, which stays on the device."""
        saved = kept(anna)
        for name, body in {
            "saved-name": {"name": "Another"},
            "saved-copy": {"name": "Copied"},
            "saved-delete": {"revision": 2},
        }.items():
            answer = client.post(reverse(f"advisor:{name}", args=[saved.pk]), {"revision": 1} | body)
            assert answer.status_code == 302
            crumbs = " ".join(morsel.OutputString() for morsel in answer.cookies.values())
            assert all(word not in crumbs for word in (NAME, "Another", "Copied"))


class TestOvertaken:
    @pytest.fixture
    def overtaken(self, anna):
        """Ben changes the notes while Anna looks at revision 1."""
        ben = person("ben@two.example")
        saved = kept(anna, organisation=organisation(owner=anna, member=ben))
        post(signed_in(ben), "saved-notes", saved, notes="Theirs", revision=1)
        return saved

    @pytest.mark.parametrize(
        ("name", "body"),
        [
            ("saved-name", {"name": "Mine"}),
            ("saved-status", {"status": "closed"}),
            ("saved-keep", {"months": 1}),
            ("saved-delete", {}),
        ],
    )
    def test_whoever_did_not_see_the_last_change_is_told(self, client, overtaken, name, body):
        page = post(client, name, overtaken, revision=1, **body)
        assert page.redirect_chain == [(f"/saved/{overtaken.pk}/", 302)]
        assert OVERTAKEN in page.content.decode()
        now = again(overtaken)
        assert (now.name, now.status, now.keep_months, now.revision) == (NAME, "active", 24, 2)

    def test_of_two_notes_both_stay(self, client, overtaken):
        page = post(client, "saved-notes", overtaken, notes="Mine", revision=1)
        assert page.status_code == 409
        assert again(overtaken).notes == "Theirs"
        form = page.context["form"]
        assert (form.initial["notes"], form.initial["revision"]) == ("Theirs\n\nMine", 2)
        post(client, "saved-notes", overtaken, notes="Theirs\n\nMine", revision=2)
        assert again(overtaken).notes == "Theirs\n\nMine"

    def test_the_same_text_is_not_doubled(self, client, overtaken):
        page = post(client, "saved-notes", overtaken, notes="Theirs", revision=1)
        assert page.context["form"].initial["notes"] == "Theirs"

    def test_long_notes_lose_nothing(self, client, overtaken):
        long = "y" * 20_000
        page = post(client, "saved-notes", overtaken, notes=long, revision=1)
        assert page.context["form"].initial["notes"] == f"Theirs\n\n{long}"

    def test_a_third_change_in_between_is_told_again(self, client, overtaken, anna):
        post(client, "saved-notes", overtaken, notes="Mine", revision=1)
        post(signed_in(anna), "saved-status", overtaken, status="closed", revision=2)
        assert post(client, "saved-notes", overtaken, notes="Both", revision=2).status_code == 409

    def test_a_renaming_is_whole_or_not_at_all(self, client, anna, monkeypatch):
        from advisor.saved import actions

        def broken(**given):
            raise RuntimeError

        saved, made = kept(anna), organisation(owner=anna)
        monkeypatch.setattr(actions, "give", broken)
        with pytest.raises(RuntimeError):
            post(client, "saved-name", saved, name="Another", revision=1, whose=str(made.pk))
        assert (again(saved).name, again(saved).revision) == (NAME, 1)

    @pytest.mark.parametrize("name", ["saved-name", "saved-status", "saved-notes", "saved-keep", "saved-delete"])
    @pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 5000])
    def test_without_a_revision_nothing_is_written(self, client, anna, name, revision):
        saved = kept(anna)
        body = {"name": "Mine", "status": "closed", "notes": "Mine", "months": 1, "revision": revision}
        assert post(client, name, saved, **body).status_code in (200, 422)
        now = again(saved)
        assert (now.name, now.status, now.notes, now.revision) == (NAME, "active", "", 1)


def test_an_organisation_that_one_has_left_is_not_offered(client, anna):
    made = organisation("River Watch", member=anna)
    Membership.objects.all().delete()
    page = answered(client).post("/saved/new/", {"name": NAME, "whose": str(made.pk)})
    assert page.status_code == 302
    assert SavedAdvice.objects.get().organisation is None
