"""Who did what with saved advice: every deed of its people is noted, nothing of what they wrote, and it goes with the advice."""

import datetime

import pytest
from django.urls import reverse

from accounts import actions as people
from accounts import privacy
from accounts.models import Membership, OrganisationEvent
from advisor.drafts import actions as drafts
from advisor.editions import store
from advisor.plans import actions as plans
from advisor.plans import letters
from advisor.plans.letters import Body
from advisor.plans.models import Answer
from advisor.saved import actions
from advisor.saved.events import Deed, MatterEvent
from advisor.sharing import links
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.matters import advice_on, begun, matter

from .saved import DAY, draft, kept

TODAY = datetime.date.fromisoformat(DAY)


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY


@pytest.fixture
def anna(db):
    return person("anna@one.example", first_name="Anna")


@pytest.fixture
def ben(db):
    return person("ben@two.example", first_name="Ben")


def noted(saved) -> list[str]:
    return list(MatterEvent.objects.filter(saved=saved).order_by("id").values_list("deed", flat=True))


def test_what_is_done_with_the_advice_itself_is_noted(anna):
    made = organisation(owner=anna)
    saved = kept(anna)
    copy = actions.copy(saved=saved, name="Plan B", by=anna)
    for action, values in (
        ("rename", {"name": "Another"}),
        ("set_status", {"status": "submitted"}),
        ("change_notes", {"notes": "Written"}),
        ("change_answers", {"draft": draft("nothing-known")}),
        ("keep_for", {"months": 3}),
        ("give", {"organisation": made}),
    ):
        saved = getattr(actions, action)(saved=saved, revision=saved.revision, by=anna, **values)
    deeds = ["saved", "copied", "renamed", "status", "notes", "answers", "kept-for", "given"]
    assert (noted(saved), noted(copy)) == (deeds, ["made-as-copy"])
    assert set(MatterEvent.objects.values_list("by", flat=True)) == {anna.pk}


def test_a_plan_and_its_log_note_what_is_done_with_them(anna, edition):
    saved, frozen = matter(owner=anna), store.open_edition(edition)
    advice = advice_on(saved.draft["answers"], frozen)
    plans.make(saved=saved, advice=advice, routes=[RouteSlug.UPR], by=anna)
    plans.refresh(saved=saved, advice=advice)  # nobody's deed
    given = {"note": "", "owner": None, "due": None, "by": anna, "today": TODAY}
    task = plans.add_task(saved=saved, title="Call the bakery", **given)
    plans.change_task(task=task, title="Call again", **given)
    for state in ("done", "open", "aside"):
        plans.mark(task=task, state=state, by=anna, today=TODAY)
    plans.delete_task(task=task, by=anna)
    written = {
        "direction": "sent",
        "day": TODAY,
        "body": Body(RouteSlug.UPR),
        "text": "",
        "reply_by": None,
        "answers": None,
    }
    letter = letters.log(saved=saved, edition=frozen, by=anna, today=TODAY, **written)
    letters.change_letter(letter=letter, edition=frozen, by=anna, today=TODAY, **written)
    letters.answer(outcome=saved.outcomes.get(), answer=Answer.NOTHING_YET, text="", by=anna, today=TODAY)
    letters.delete_letter(letter=letter, by=anna, today=TODAY)
    assert noted(saved) == [
        *("plan-made", "task-added", "task-changed", "task-done", "task-opened", "task-aside", "task-deleted"),
        *("letter-noted", "letter-changed", "outcome-told", "letter-deleted"),
    ]


def test_drafts_and_links_note_what_is_done_with_them(anna, edition):
    saved, frozen = matter(owner=anna), store.open_edition(edition)
    text = begun(saved, frozen, by=anna)
    given = {"title": text.title, "texts": text.content["sections"] | {"facts": "New"}, "by": anna}
    text = drafts.write(draft=text, ticks=["consent"], revision=text.revision, **given)
    text = drafts.write(draft=text, ticks=["consent"], revision=text.revision, **given)  # the same once more
    text = drafts.mark_ready(draft=text, edition=frozen, revision=text.revision, by=anna)
    drafts.delete(draft=text, by=anna)
    links.make(saved=saved, label="Ben", with_answers=False, days=7, by=anna)
    links.withdraw(link=saved.links.get(), by=anna)
    assert noted(saved) == [
        *("draft-begun", "draft-written", "draft-ready", "draft-deleted", "link-made", "link-withdrawn"),
    ]


def test_a_change_that_is_refused_is_no_deed(anna):
    saved = kept(anna)
    with pytest.raises(actions.Overtaken):
        actions.rename(saved=saved, name="Another", revision=7, by=anna)
    assert noted(saved) == ["saved"]


def test_it_goes_with_the_advice_and_the_organisation_is_told_who_deleted_it(anna, ben):
    made = organisation(owner=anna, member=ben)
    for saved in (kept(ben, organisation=made), kept(ben)):
        actions.delete(saved=saved, revision=saved.revision, by=ben)
    assert not MatterEvent.objects.exists()
    (row,) = OrganisationEvent.objects.all()
    assert (row.deed, row.by, row.organisation) == ("advice-deleted", ben, made)


def test_who_leaves_the_organisation_has_no_name_in_its_history(anna, ben):
    made = organisation(owner=anna, member=ben)
    shared, own = kept(ben, organisation=made), kept(ben)
    actions.rename(saved=shared, name="Another", revision=1, by=anna)
    people.remove_member(membership=Membership.objects.get(user=ben), by=anna)
    assert list(shared.events.order_by("id").values_list("by", flat=True)) == [None, anna.pk]
    assert own.events.get().by == ben


def test_who_deletes_the_account_has_no_name_in_it(anna, ben):
    shared = kept(ben, organisation=organisation(owner=anna, member=ben))
    privacy.delete_all(ben)
    assert (shared.events.get().deed, shared.events.get().by) == ("saved", None)


def test_whoever_may_read_it_sees_the_history(anna, ben):
    made = organisation(owner=anna, reader=ben)
    saved = kept(anna, organisation=made)
    address = reverse("advisor:saved-history", args=[saved.pk])
    page = signed_in(ben).get(address).content.decode()
    assert "It was saved." in page
    assert "By Anna, " in page
    assert signed_in(person("x@three.example")).get(address).status_code == 404
    MatterEvent.objects.update(by=None)
    assert "By somebody who has left since, " in signed_in(ben).get(address).content.decode()


def test_everybody_is_handed_out_what_they_did(anna, ben):
    saved = kept(ben, organisation=organisation(owner=anna, member=ben))
    actions.rename(saved=saved, name="Another", revision=1, by=anna)
    (mine,) = privacy.export_all(ben)["history of saved advice"]
    assert (mine["saved"], mine["did"]) == (str(saved.pk), "saved")


def test_an_event_holds_who_what_when_and_on_what_alone():
    """Whoever adds a column here says so to whoever may copy the database."""
    names = {field.name for field in MatterEvent._meta.concrete_fields}
    assert names == {"id", "deed", "by", "at", "saved"}


def test_every_deed_is_a_sentence():
    for deed in Deed:
        assert str(deed.label).endswith(".")
        assert len(deed.value) <= MatterEvent._meta.get_field("deed").max_length
