"""Saved answers are changed in the wizard itself, and no draft is lost on the way."""

import pytest
from django.urls import reverse

from advisor.questions import drawer
from advisor.saved import actions, answers
from advisor.saved.assessment import draft_of
from advisor.saved.models import SavedAdvice
from tests.accounts.people import organisation, person, signed_in

from .saved import DAY, NAME, draft, kept

BAR = f"You are changing the answers of “{NAME}”"


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY


@pytest.fixture
def anna(edition):
    return person("anna@one.example")


@pytest.fixture
def client(anna):
    return signed_in(anna)


@pytest.fixture
def saved(anna):
    return kept(anna)


def post(client, name, saved, /, *args, **body):
    return client.post(reverse(f"advisor:{name}", args=[saved.pk, *args]), body, follow=True)


def answer_effort(client, value="days"):
    return client.post("/check/change/access/", {"effort": value, "ecosoc": "none", "go": "next"}, follow=True)


def in_drawer(client) -> dict:
    return client.session.get(drawer.KEY, {}).get("answers", {})


def own_draft(client) -> dict:
    """What the visitor had begun before."""
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": {"countries": ["TGO"]}}
    session.save()
    return {"countries": ["TGO"]}


def test_changed_in_the_wizard_and_written_back(client, saved):
    page = post(client, "saved-answers", saved)
    assert page.redirect_chain == [("/check/", 302)]
    assert BAR in page.content.decode()
    assert in_drawer(client) == draft().answers
    answer_effort(client)
    assert draft_of(SavedAdvice.objects.get()).answers["effort"] == "weeks"
    for where in ("/advice/", "/questions/access/", "/start/", "/saved/", f"/saved/{saved.pk}/"):
        assert BAR in client.get(where).content.decode()
    page = post(client, "saved-answers-save", saved)
    assert page.redirect_chain == [(f"/saved/{saved.pk}/", 302)]
    now = SavedAdvice.objects.get()
    assert (now.draft["answers"]["effort"], now.revision) == ("days", 2)
    assert (drawer.KEY in client.session, answers.KEY in client.session) == (False, False)


def test_straight_to_one_question(client, saved):
    assert post(client, "saved-answer", saved, "effort").redirect_chain == [("/check/change/access/", 302)]


def test_a_question_that_there_is_not(client, saved):
    assert client.get(reverse("advisor:saved-answer", args=[saved.pk, "no-such-page"])).status_code == 404
    assert post(client, "saved-answer", saved, "no-such-page").status_code == 404
    assert answers.KEY not in client.session


def test_stopping_leaves_what_is_saved(client, saved):
    post(client, "saved-answers", saved)
    answer_effort(client)
    post(client, "saved-answers-stop", saved)
    assert SavedAdvice.objects.get().draft["answers"]["effort"] == "weeks"
    assert in_drawer(client) == {}


@pytest.mark.parametrize("end", ["saved-answers-save", "saved-answers-stop"])
def test_a_draft_that_was_begun_waits_and_comes_back(client, saved, end):
    begun = own_draft(client)
    assert "wait meanwhile" in client.get(reverse("advisor:saved-answers", args=[saved.pk])).content.decode()
    post(client, "saved-answers", saved)
    assert in_drawer(client) == draft().answers
    post(client, end, saved)
    assert in_drawer(client) == begun


def test_the_draft_waits_through_several_changes(client, saved, anna):
    begun = own_draft(client)
    for one in (saved, kept(anna, case="nothing-known")):
        post(client, "saved-answers", one)
    post(client, "saved-answers-stop", one)
    assert in_drawer(client) == begun


def test_deleting_the_answers_of_the_visit_deletes_nothing_saved(client, saved):
    begun = own_draft(client)
    post(client, "saved-answers", saved)
    page = client.post("/draft/delete/", follow=True)
    assert "The saved answers are as they were." in page.content.decode()
    assert SavedAdvice.objects.get().draft["answers"] == draft().answers
    assert in_drawer(client) == begun


def test_unsaved_changes_of_another_are_not_dropped_silently(client, saved, anna):
    other = kept(anna, name="Other")
    post(client, "saved-answers", saved)
    answer_effort(client)
    page = post(client, "saved-answers", other).content.decode()
    assert f"You have changed answers of “{NAME}” and not saved them." in page
    assert in_drawer(client)["effort"] == "days"
    post(client, "saved-answers", other, drop="yes")
    assert in_drawer(client)["effort"] == "weeks"
    assert client.session[answers.KEY]["saved"] == str(other.pk)


def test_beginning_twice_keeps_what_was_changed(client, saved):
    post(client, "saved-answers", saved)
    answer_effort(client)
    post(client, "saved-answers", saved)
    assert in_drawer(client)["effort"] == "days"


def test_as_a_copy(client, saved, anna):
    post(client, "saved-answers", saved)
    answer_effort(client)
    post(client, "saved-answers-save", saved, how="copy")
    made = SavedAdvice.objects.exclude(pk=saved.pk).get()
    assert (made.draft["answers"]["effort"], made.copy_of, made.name) == ("days", saved, f"{NAME}, plan B")
    assert SavedAdvice.objects.get(pk=saved.pk).draft["answers"]["effort"] == "weeks"
    assert answers.KEY not in client.session


class TestOvertaken:
    @pytest.fixture
    def overtaken(self, client, anna):
        """Ben writes other answers while Anna changes hers."""
        ben = person("ben@two.example")
        saved = kept(anna, organisation=organisation(owner=anna, member=ben))
        post(client, "saved-answers", saved)
        answer_effort(client)
        actions.change_answers(saved=saved, draft=draft(effort="months"), revision=1, by=ben)
        return saved

    def test_both_are_shown_and_nothing_is_written(self, client, overtaken):
        page = post(client, "saved-answers-save", overtaken)
        assert page.status_code == 409
        text = page.content.decode()
        assert '<td data-label="Saved now">Months</td><td data-label="Yours">A few days</td>' in text
        assert SavedAdvice.objects.get().draft["answers"]["effort"] == "months"
        assert in_drawer(client)["effort"] == "days"

    def test_mine_over_theirs_once_seen(self, client, overtaken):
        post(client, "saved-answers-save", overtaken, how="over", revision=2)
        assert SavedAdvice.objects.get().draft["answers"]["effort"] == "days"

    def test_not_over_what_came_after_that(self, client, overtaken, anna):
        actions.rename(saved=overtaken, name="Again", revision=2, by=anna)
        assert post(client, "saved-answers-save", overtaken, how="over", revision=2).status_code == 409

    def test_mine_as_a_copy(self, client, overtaken):
        post(client, "saved-answers-save", overtaken, how="copy")
        efforts = {row.draft["answers"]["effort"] for row in SavedAdvice.objects.all()}
        assert efforts == {"days", "months"}

    def test_another_change_than_of_answers_is_said(self, client, anna):
        saved = kept(anna)
        post(client, "saved-answers", saved)
        actions.rename(saved=saved, name="Again", revision=1, by=anna)
        assert "The answers themselves are the same" in post(client, "saved-answers-save", saved).content.decode()


def test_saving_what_is_not_being_changed_writes_nothing(client, saved, anna):
    own_draft(client)
    page = post(client, "saved-answers-save", saved)
    assert "not being changed any more" in page.content.decode()
    post(client, "saved-answers", kept(anna, case="nothing-known"))
    post(client, "saved-answers-save", saved)
    assert SavedAdvice.objects.get(pk=saved.pk).draft["answers"] == draft().answers


def test_a_new_advice_is_not_saved_while_another_is_changed(client, saved):
    post(client, "saved-answers", saved)
    assert client.get("/saved/new/").headers["Location"] == "/check/"
    assert 'href="/saved/new/"' not in client.get("/advice/").content.decode()


def test_what_is_deleted_meanwhile_leaves_the_wizard(client, saved, anna):
    begun = own_draft(client)
    post(client, "saved-answers", saved)
    post(signed_in(anna), "saved-delete", saved, revision=1)
    assert BAR not in client.get("/check/").content.decode()
    assert in_drawer(client) == begun


def test_leaving_the_site_ends_it(client, saved):
    post(client, "saved-answers", saved)
    client.post("/leave/")
    assert dict(client.session) == {}
