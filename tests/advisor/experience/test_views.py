"""The pages on which organisations tell how a route went and everybody reads it, and the editor's page of comments."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User
from advisor.experience.models import Experience
from advisor.questions import drawer
from advisor.words.labels import ROUTES
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.calendars.matters import matter

from .tellers import SAID, tell, teller, tellers

pytestmark = pytest.mark.django_db

SECRET = "Ms A of Example Town told us"
FORM = {**SAID, "revision": 0}


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = "2026-11-24"


@pytest.fixture
def anna(db):
    return person("anna@one.example")


@pytest.fixture
def river(anna):
    return organisation("River Watch", owner=anna)


def path_of(own, route: str = "upr", more: str = "") -> str:
    return f"/experience/{own.pk}/{route}/{more}"


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def editor(*rights: str) -> Client:
    user = User.objects.create_user("editor-" + "-".join(rights), is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="advisor", codename__in=rights))
    return signed_in(user)


def test_a_member_tells_changes_and_takes_back(anna, river):
    client = signed_in(anna)
    done = client.post(path_of(river), FORM | {"came_of": ["safer", "reprisals"], "comment": "Ask early."}, follow=True)
    assert "Thank you." in text(done)
    row = Experience.objects.get()
    assert (row.route, row.came_of, row.again, row.comment) == ("upr", ["safer", "reprisals"], "yes", "Ask early.")
    assert "An editor has still to read the comment." in text(done)
    page = text(client.get(path_of(river)))
    assert "Ask early." in page
    client.post(path_of(river), FORM | {"revision": row.revision, "again": "no"})
    assert Experience.objects.get().again == "no"
    assert "Deleted." in text(client.post(path_of(river, more="withdraw/"), follow=True))
    assert not Experience.objects.exists()


def test_the_rest_is_optional_but_what_came_of_it_is_not(anna, river):
    client = signed_in(anna)
    answer = client.post(path_of(river), {"revision": 0})
    assert answer.status_code == 422
    assert "Tick at least one." in text(answer)
    needed = {"came_of": ["nothing"], "again": "unsure", "effort": "days", "year": 2024, "revision": 0}
    assert client.post(path_of(river), needed).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"year": 2005}, {"year": 2027}, {"group": "EGY"}, {"came_of": ["fame"]}, {"comment": "x" * 1001}]
)
def test_what_is_not_asked_is_not_taken(anna, river, wrong):
    assert signed_in(anna).post(path_of(river), FORM | wrong).status_code == 422
    assert not Experience.objects.exists()


def test_a_second_member_is_told_of_the_first(anna, river):
    row = tell(river, comment="First")
    answer = signed_in(anna).post(path_of(river), FORM | {"revision": row.revision - 1, "comment": "Second"})
    assert answer.status_code == 409
    assert "Somebody else has changed this meanwhile." in text(answer)
    assert "Second" in text(answer)
    assert Experience.objects.get().comment == "First"


@pytest.mark.parametrize(
    ("role", "reads", "writes"), [("owner", 200, 302), ("member", 200, 302), ("reader", 200, 403), (None, 404, 404)]
)
def test_who_may(role, reads, writes):
    own, user = teller(1), person("anna@one.example")
    if role:
        own.memberships.create(user=user, role=role)
    client = signed_in(user)
    assert client.get(f"/experience/{own.pk}/").status_code == reads
    assert client.get(path_of(own)).status_code == (200 if writes == 302 else writes)
    assert client.post(path_of(own), FORM).status_code == writes
    assert client.post(path_of(own, more="withdraw/")).status_code == writes


def test_guests_are_asked_to_sign_in(client, river):
    for path in (f"/experience/{river.pk}/", path_of(river)):
        assert client.get(path).headers["Location"].startswith("/account/login/")
    assert client.post(path_of(river, more="withdraw/")).headers["Location"].startswith("/account/login/")


def test_there_is_no_seventh_route_and_taking_back_is_a_post(anna, river):
    client = signed_in(anna)
    assert client.get(path_of(river, "seventh")).status_code == 404
    assert client.get(path_of(river, more="withdraw/")).status_code == 405
    assert client.post("/experience/").status_code == 405


def test_a_reader_sees_no_way_to_change(river):
    reader = person("reader@one.example")
    river.memberships.create(user=reader, role="reader")
    page = text(signed_in(reader).get(f"/experience/{river.pk}/"))
    assert "You may read it, not change it." in page
    assert path_of(river) not in page


# What everybody reads


def told(client: Client) -> Client:
    session = client.session
    answers = {"countries": ["KEN"], "themes": ["housing"]}
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers, "no_danger": "no"}
    session.save()
    return client


def public_pages(client: Client, saved) -> dict[str, str]:
    """Every page on which how it went could be read, by anybody and by somebody with saved advice."""
    reader = signed_in(saved.owner)
    return {
        "experience": text(client.get("/experience/")),
        "advice": text(told(client).get("/advice/")),
        "saved": text(reader.get(f"/saved/{saved.pk}/")),
        "signed in": text(reader.get("/experience/")),
        "home": text(client.get("/")),
    }


def test_four_say_nothing_and_the_fifth_makes_a_number(client, edition):
    tellers(4)
    page = client.get("/experience/").text
    assert page.count("Too few organisations have told us") == 1
    assert [name for name in map(str, ROUTES.values()) if name in page.partition("Too few")[2]] == [
        str(name) for name in ROUTES.values()
    ]
    tellers(1, start=4)
    page = text(client.get("/experience/"))
    assert (
        "At least 5 organisations have told us how it went for them. What they told is shown from 10"
        in page.replace("</p> <p>", " ")
    )
    assert [name for name in map(str, ROUTES.values()) if name not in page.partition("Too few")[2]] == [
        "Universal Periodic Review (UPR)"
    ]


def test_the_advice_says_it_on_each_card(client, edition):
    tellers(5)
    tellers(5, start=5, again="no")
    for page in (text(told(client).get("/advice/")), text(signed_in(person("a@b.example")).get("/experience/"))):
        assert "At least 10 organisations have told us how it went for them." in page
        assert "Would use it again" in page
        assert "No: at least 5" in page


def test_a_comment_that_nobody_approved_is_on_no_public_page(client, edition):
    five = tellers(5)
    tell(five[0], comment=SECRET)
    saved = matter(person("reader@one.example"))
    for name, page in public_pages(client, saved).items():
        assert SECRET not in page, name
    row = Experience.objects.get(organisation=five[0])
    Experience.objects.filter(pk=row.pk).update(approved=False)
    for name, page in public_pages(client, saved).items():
        assert SECRET not in page, name
    Experience.objects.filter(pk=row.pk).update(approved=True)
    assert [name for name, page in public_pages(client, saved).items() if SECRET in page] == [
        "experience",
        "advice",
        "saved",
        "signed in",
    ]


def test_no_public_page_names_an_organisation(client, edition):
    for own in tellers(5):
        row = tell(own, comment="Ask early.")
        Experience.objects.filter(pk=row.pk).update(approved=True)
    for name, page in public_pages(client, matter(person("reader@one.example"))).items():
        assert "Organisation 1" not in page, name


def test_a_comment_is_text_and_nothing_else(client, edition):
    row = tell(tellers(5)[0], comment="<script>alert(1)</script>")
    Experience.objects.filter(pk=row.pk).update(approved=True)
    page = client.get("/experience/").content.decode()
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_all_six_routes_are_read_in_two_queries(client, edition, django_assert_max_num_queries):
    tellers(5)
    with django_assert_max_num_queries(2):
        client.get("/experience/")


# The editor's page


def test_an_editor_reads_comments_without_whose_they_are(river):
    tell(river, comment="Ask early.")
    client = editor("view_experience", "change_experience")
    page = text(client.get("/admin/advisor/experience/"))
    assert "Ask early." in page
    assert "River Watch" not in page
    assert str(river.pk) not in page
    assert client.get(f"/admin/advisor/experience/{Experience.objects.get().pk}/change/").status_code in (302, 404)
    assert "Comments on routes" in text(client.get("/admin/"))


def test_an_editor_shows_and_refuses(river):
    row = tell(river, comment="Ask early.")
    client = editor("view_experience", "change_experience")
    where = f"/admin/advisor/experience/{row.pk}/decide/"
    assert "It may be shown now." in text(
        client.post(where, {"decision": "show", "revision": row.revision}, follow=True)
    )
    row.refresh_from_db()
    assert row.approved is True
    assert row.decided_by is not None
    client.post(where, {"decision": "refuse", "revision": row.revision})
    row.refresh_from_db()
    assert row.approved is False
    assert "An editor found that it says too much" in text(
        signed_in(river.memberships.get().user).get(f"/experience/{river.pk}/")
    )


def test_an_editor_is_told_that_the_comment_was_changed(river):
    row = tell(river, comment="Ask early.")
    tell(river, comment=SECRET)
    client = editor("view_experience", "change_experience")
    where = f"/admin/advisor/experience/{row.pk}/decide/"
    page = text(client.post(where, {"decision": "show", "revision": row.revision}, follow=True))
    assert "was changed or taken back meanwhile" in page
    assert Experience.objects.get().approved is None


def test_who_may_decide(river, anna, client):
    row = tell(river, comment="Ask early.")
    page, where = "/admin/advisor/experience/", f"/admin/advisor/experience/{row.pk}/decide/"
    wish = {"decision": "show", "revision": row.revision}
    for visitor, reads, decides in (
        (editor("view_experience"), 200, 403),
        (editor(), 403, 403),
        (signed_in(anna), 302, 302),
        (client, 302, 302),
    ):
        assert visitor.get(page).status_code == reads
        assert visitor.post(where, wish).status_code == decides
    assert Experience.objects.get().approved is None
    decider = editor("view_experience", "change_experience")
    assert decider.get(where).status_code == 405
    assert decider.post(where, {"decision": "maybe", "revision": 1}).status_code == 400
