"""Drafts in the browser: who may open, write and take them away; two writers at once; and outlines for whoever keeps nothing."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts import actions
from accounts.models import Membership, Organisation
from advisor.drafts.models import SubmissionDraft
from advisor.editions import store
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.matters import begun, matter

from .reading import opened

READ, WRITE, DELETE = "draft", "draft", "draft-delete"
OUTSIDE = ["outsider", "elsewhere", "removed"]


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> None:
    settings.FIXED_DAY = "2026-11-24"


@pytest.fixture
def people(edition: str) -> dict[str, Any]:
    """An organisation with everybody in and around it, its matter and a draft of it."""
    found = {
        name: person(f"{name}@one.example")
        for name in ("owner", "member", "reader", "removed", "elsewhere", "outsider")
    }
    made = organisation(**{name: found[name] for name in ("owner", "member", "reader")})
    Membership.objects.create(organisation=made, user=found["removed"], role="owner")
    actions.remove_member(membership=made.memberships.get(user=found["removed"]), by=found["owner"])
    organisation("Elsewhere", owner=found["elsewhere"])
    saved = matter(organisation=made)
    draft = begun(saved, store.open_edition(edition), by=found["member"])
    return found | {"saved": saved, "draft": draft}


def address(name: str, people: dict[str, Any]) -> str:
    arguments = [people["saved"].pk]
    if name not in ("drafts", "draft-begin"):
        arguments.append(people["draft"].pk)
    return reverse(f"advisor:{name}", args=arguments)


def form(draft: SubmissionDraft, *, ticks: tuple[str, ...] = (), **changed: Any) -> dict[str, Any]:
    """What the editor's form sends. A name that is no field of the form is a part of the text."""
    texts = {f"text-{key}": text for key, text in draft.content["sections"].items()}
    fields = {"title": draft.title, "revision": draft.revision, "tick": list(ticks), **texts}
    for name, value in changed.items():
        fields[name if name in (*fields, "ready", "by-script") else f"text-{name}"] = value
    return fields


def state() -> list[tuple[Any, ...]]:
    return [
        (draft.pk, draft.content, draft.title, draft.state, draft.revision) for draft in SubmissionDraft.objects.all()
    ]


BODIES: dict[str, dict[str, Any]] = {
    "draft-begin": {"draft": "urgent-appeal//"},
    "draft": {"title": "Taken", "revision": 1},
    "draft-file": {"file": "docx"},
    "draft-delete": {},
}


@pytest.mark.parametrize("who", OUTSIDE)
@pytest.mark.parametrize("name", ["drafts", *BODIES])
def test_whoever_is_outside_learns_nothing_and_changes_nothing(people: dict[str, Any], who: str, name: str) -> None:
    client, before = signed_in(people[who]), state()
    if name not in ("draft-begin", "draft-file"):
        assert client.get(address(name, people)).status_code == 404
    if name in BODIES:
        assert client.post(address(name, people), BODIES[name]).status_code == 404
    assert state() == before


@pytest.mark.parametrize("name", ["draft-begin", "draft", "draft-delete"])
def test_a_reader_changes_nothing(people: dict[str, Any], name: str) -> None:
    client, before = signed_in(people["reader"]), state()
    assert client.post(address(name, people), BODIES[name]).status_code == 403
    if name == "draft-delete":
        assert client.get(address(name, people)).status_code == 403
    assert state() == before


def test_a_reader_reads_and_takes_away(people: dict[str, Any]) -> None:
    client = signed_in(people["reader"])
    listed = client.get(address("drafts", people)).content.decode()
    assert "Request for an urgent appeal: Egypt" in listed
    assert "Begin this draft" not in listed
    page = client.get(address("draft", people)).content.decode()
    assert "State: Egypt" in page
    for missing in ("<textarea", "drafts.js", "Delete this draft", "mark as ready"):
        assert missing not in page
    assert client.post(address("draft-file", people), {"file": "txt"}).status_code == 200


@pytest.mark.parametrize("name", ["drafts", *BODIES])
def test_a_guest_is_asked_to_sign_in(people: dict[str, Any], name: str) -> None:
    before = state()
    for answer in (Client().get(address(name, people)), Client().post(address(name, people), BODIES.get(name, {}))):
        assert (answer.status_code, answer.headers["Location"]) == (
            302,
            f"/account/login/?next={address(name, people)}",
        )
    assert state() == before


def test_a_draft_of_another_matter_is_not_reached_through_ones_own(people: dict[str, Any]) -> None:
    own, client, before = matter(owner=people["elsewhere"]), signed_in(people["elsewhere"]), state()
    for name in ("draft", "draft-file", "draft-delete"):
        assert (
            client.post(reverse(f"advisor:{name}", args=[own.pk, people["draft"].pk]), BODIES[name]).status_code == 404
        )
    assert state() == before


@pytest.mark.parametrize("name", ["draft-begin", "draft-file"])
def test_a_link_alone_does_nothing(people: dict[str, Any], name: str) -> None:
    before = state()
    assert signed_in(people["owner"]).get(address(name, people)).status_code == 405
    assert state() == before


def test_the_list_shows_what_the_advice_suggests_and_what_was_begun(people: dict[str, Any]) -> None:
    page = signed_in(people["member"]).get(address("drafts", people)).content.decode()
    assert "Request for an urgent appeal: Egypt" in page
    assert "Complaint to the Working Group on Arbitrary Detention" in page
    assert "never sent by this site" in page


def test_a_draft_is_begun_filled_and_opened(people: dict[str, Any]) -> None:
    client = signed_in(people["member"])
    answer = client.post(address("draft-begin", people), {"draft": "wgad-complaint//"}, follow=True)
    draft = SubmissionDraft.objects.exclude(pk=people["draft"].pk).get()
    assert answer.redirect_chain == [(reverse("advisor:draft", args=[people["saved"].pk, draft.pk]), 302)]
    assert draft.kind == "wgad-complaint"
    assert "State: Egypt" in answer.content.decode()


def test_what_the_advice_does_not_suggest_is_begun_too_and_the_list_says_why_it_does_not(
    people: dict[str, Any],
) -> None:
    client = signed_in(people["member"])
    page = client.get(address("drafts", people)).content.decode()
    assert 'value="upr-submission/EGY/"' in page
    assert "The last review is over, and the next one is still far off." in page
    client.post(address("draft-begin", people), {"draft": "upr-submission/EGY/"})
    assert SubmissionDraft.objects.exclude(pk=people["draft"].pk).get().kind == "upr-submission"


@pytest.mark.parametrize("key", ["", "communication/EGY/no-such", "no-such-kind//", "upr-submission//", "x" * 9999])
def test_what_is_no_draft_is_not_begun(people: dict[str, Any], key: str) -> None:
    assert signed_in(people["member"]).post(address("draft-begin", people), {"draft": key}).status_code == 400
    assert SubmissionDraft.objects.count() == 1


def test_the_editor_says_what_belongs_where_how_long_and_on_which_source(people: dict[str, Any]) -> None:
    page = signed_in(people["member"]).get(address("draft", people)).content.decode()
    assert "The name as it should be used, and how the person can be told apart." in page
    assert "We have found no limit with a source." in page
    assert "IDSN: how to submit a complaint to the special procedures" in page
    assert "Without this it cannot be marked as ready." in page
    assert "https://spsubmission.ohchr.org" in page


def test_a_limit_that_nobody_verified_says_so(people: dict[str, Any], edition: str) -> None:
    saved = matter(owner=people["member"], case="own-status-patterns-pakistan", countries=["TGO"])
    draft = begun(saved, store.open_edition(edition), "written-statement//", by=people["member"])
    page = signed_in(people["member"]).get(reverse("advisor:draft", args=[saved.pk, draft.pk])).content.decode()
    assert "Longest written statement, special status: 1,500 words." in page
    assert "Not verified" not in page
    assert 'data-limit="1500"' in page


def test_what_is_typed_is_saved(people: dict[str, Any]) -> None:
    client, draft = signed_in(people["member"]), people["draft"]
    answer = client.post(address("draft", people), form(draft, facts="New <b>facts</b>", ticks=("dates",)), follow=True)
    page = answer.content.decode()
    assert "Saved." in page
    assert "New &lt;b&gt;facts&lt;/b&gt;" in page
    draft.refresh_from_db()
    assert (draft.content["sections"]["facts"], draft.ticks, draft.revision) == ("New <b>facts</b>", ["dates"], 2)


def test_a_script_saves_at_the_same_address_and_hears_the_revision(people: dict[str, Any]) -> None:
    client, draft = signed_in(people["member"]), people["draft"]
    answer = client.post(address("draft", people), form(draft, facts="By script", **{"by-script": "yes"}))
    assert (answer.status_code, answer.json()) == (200, {"state": "writing", "revision": 2})
    assert answer.headers["Cache-Control"] == "no-store"
    draft.refresh_from_db()
    assert draft.content["sections"]["facts"] == "By script"


def test_two_writers_lose_nothing(people: dict[str, Any]) -> None:
    draft = people["draft"]
    anna, ben = signed_in(people["owner"]), signed_in(people["member"])
    anna.post(address("draft", people), form(draft, facts="Anna wrote this"))
    by_script = ben.post(address("draft", people), form(draft, facts="Ben wrote that", **{"by-script": "yes"}))
    assert (by_script.status_code, by_script.json()) == (409, {"state": "changed"})
    typed = form(draft, facts="Ben wrote that", title="Ben's title")
    # Browsers send line ends of their own: they are no difference.
    answer = ben.post(
        address("draft", people),
        {name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in typed.items()},
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else has saved meanwhile" in page
    assert page.count("Anna wrote this") == page.count("Ben wrote that") == 1
    assert page.count("Theirs:") == 2
    assert 'name="revision" value="2"' in page
    draft.refresh_from_db()
    assert draft.content["sections"]["facts"] == "Anna wrote this"
    assert ben.post(address("draft", people), form(draft, facts="Both")).status_code == 302


def test_ready_is_refused_until_agreement_is_ticked_and_the_text_is_kept_all_the_same(people: dict[str, Any]) -> None:
    client, draft = signed_in(people["member"]), people["draft"]
    refused = client.post(address("draft", people), form(draft, facts="Kept", ready="yes"))
    assert refused.status_code == 422
    assert "First make sure that those concerned agree" in refused.content.decode()
    assert "Kept" in refused.content.decode()
    draft.refresh_from_db()
    assert (draft.state, draft.content["sections"]["facts"]) == ("writing", "Kept")
    done = client.post(address("draft", people), form(draft, ready="yes", ticks=("consent",)), follow=True)
    assert "Ready. Nothing was sent" in done.content.decode()
    draft.refresh_from_db()
    assert draft.state == "ready"


def test_too_much_text_comes_back_and_says_so(people: dict[str, Any]) -> None:
    client, draft = signed_in(people["member"]), people["draft"]
    answer = client.post(address("draft", people), form(draft, facts="x" * 100_001))
    assert answer.status_code == 422
    assert "x" * 100_001 in answer.content.decode()
    by_script = client.post(address("draft", people), form(draft, facts="x" * 100_001, **{"by-script": "yes"}))
    assert (by_script.status_code, by_script.json()["state"]) == (422, "refused")


@pytest.mark.parametrize("revision", ["", "x", "-1", "²", "9" * 400, "99999999999"])
def test_a_revision_that_is_none_is_refused(people: dict[str, Any], revision: str) -> None:
    client, before = signed_in(people["member"]), state()
    assert client.post(address("draft", people), form(people["draft"], revision=revision)).status_code == 400
    assert state() == before


HOSTILE = {
    "markup": "</textarea><script>alert(1)</script> {{ x }} {% y %}",
    "Typst code": '#read("/etc/passwd")',
    "controls": "a\x00b\x07",
    "an override": "abc\u202egnp",
    "scripts": "منظمة 人权 สิทธิ 👨‍👩‍👧",
    "much": "人" * 100_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_in_every_field_is_kept_shown_and_taken_away_as_text(people: dict[str, Any], what: str) -> None:
    client, draft, text = signed_in(people["member"]), people["draft"], HOSTILE[what]
    parts = dict.fromkeys(draft.content["sections"], text) if len(text) < 1000 else {"facts": text}
    assert (
        client.post(address("draft", people), form(draft, title=text[:150], ticks=(text[:50],), **parts)).status_code
        == 302
    )
    page = client.get(address("draft", people)).content.decode()
    assert "<script>alert" not in page
    assert "\x00" not in page
    assert "\u202e" not in page
    for kind in ("docx", "odt", "txt"):
        for copy in ("clean", "working"):
            answer = client.post(address("draft-file", people), {"file": kind, "copy": copy})
            assert answer.status_code == 200
            shown = text.replace("\x00", "␀").replace("\x07", "␇").replace("\u202e", "�")
            assert shown in opened(answer.content, kind).lines


def test_a_file_tells_nothing_by_its_name_and_stays_in_no_cache(people: dict[str, Any]) -> None:
    client = signed_in(people["member"])
    answer = client.post(address("draft-file", people), {"file": "docx"})
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="Urgent appeal - Egypt - draft - 2026-11-24.docx"; '
        "filename*=UTF-8''Urgent%20appeal%20%E2%80%93%20Egypt%20%E2%80%93%20draft%20%E2%80%93%202026-11-24.docx"
    )
    assert answer.headers["Cache-Control"] == "no-store"
    again = client.post(address("draft-file", people), {"file": "docx", "copy": "clean"})
    assert answer.content == again.content


def test_the_copy_to_work_on_has_the_checklist_and_the_clean_one_has_not(people: dict[str, Any]) -> None:
    client = signed_in(people["member"])
    clean, working = (
        client.post(address("draft-file", people), {"file": "txt", "copy": copy}).content.decode()
        for copy in ("clean", "working")
    )
    assert "Before you send it" in working
    assert "Before you send it" not in clean
    assert "☐" not in clean


@pytest.mark.parametrize("wish", [{}, {"file": "exe"}, {"file": "docx", "copy": "secret"}])
def test_a_file_that_there_is_not_is_refused(people: dict[str, Any], wish: dict[str, str]) -> None:
    assert signed_in(people["member"]).post(address("draft-file", people), wish).status_code == 400


def test_a_draft_is_deleted_after_a_page_that_asks(people: dict[str, Any]) -> None:
    client = signed_in(people["member"])
    assert "Delete this draft?" in client.get(address("draft-delete", people)).content.decode()
    assert SubmissionDraft.objects.exists()
    done = client.post(address("draft-delete", people), follow=True)
    assert "The draft is deleted." in done.content.decode()
    assert not SubmissionDraft.objects.exists()


def test_a_forged_form_is_refused(people: dict[str, Any]) -> None:
    client, before = Client(enforce_csrf_checks=True), state()
    client.force_login(people["member"])
    for name, body in BODIES.items():
        assert client.post(address(name, people), body).status_code == 403
    assert state() == before


def test_the_part_of_the_matters_page_lists_the_drafts(people: dict[str, Any]) -> None:
    from django.template.loader import render_to_string

    part = render_to_string("drafts/_saved.html", {"saved": people["saved"], "may_change": True})
    assert address("draft", people) in part
    assert address("drafts", people) in part


def test_without_an_edition_there_is_nothing_to_write_on(
    people: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "current", lambda: None)
    client = signed_in(people["member"])
    assert client.get(address("draft", people)).status_code == 503
    assert client.get(address("drafts", people)).status_code == 503


def test_what_looks_like_a_name_is_asked_about_before_it_is_saved_and_never_refused(people: dict[str, Any]) -> None:
    client, before = signed_in(people["member"]), state()
    wish = form(people["draft"], facts="Ms Sita Rai, sita@example.org")
    answer = client.post(address(WRITE, people), wish)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This looks like the name of a person: “Ms Sita Rai”." in page
    assert '<a href="#part-facts">What happened</a>' in page
    assert state() == before
    assert client.post(address(WRITE, people), wish | {"seen": "2"}).status_code == 302
    people["draft"].refresh_from_db()
    assert people["draft"].content["sections"]["facts"] == "Ms Sita Rai, sita@example.org"
    again = form(people["draft"], subject="The river")
    assert client.post(address(WRITE, people), again).status_code == 302


def test_the_organisations_own_name_is_not_asked_about(people: dict[str, Any]) -> None:
    client = signed_in(people["member"])
    Organisation.objects.update(name="Dr Denis Mukwege Foundation")
    wish = form(people["draft"], sender="The Dr Denis Mukwege Foundation")
    assert client.post(address(WRITE, people), wish).status_code == 302
