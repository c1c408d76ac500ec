"""All of mine: handed out, moved in from a guest, and deleted without a trace in any table."""

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, models
from django.test import Client
from django.utils import timezone

from accounts import actions, privacy, sessions
from accounts.expiry import tidy
from accounts.models import Invitation, Membership, Organisation, User

from .people import PASSWORD, last_code, organisation, person, signed_in


@pytest.fixture
def keepers(monkeypatch):
    """Registrations of this test alone, beside those of the portal."""
    monkeypatch.setattr(privacy, "_keepers", dict(privacy._keepers))


@pytest.fixture
def anna(db):
    return person("anna@one.example", first_name="Anna the First", language="fr")


def traces(user_id: int, *words: str) -> list[str]:
    """Where in the database one of these words stands, or a key that leads to this user."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                found += [f"{table}: {value}" for value in row for word in words if word in str(value).lower()]
    for session in Session.objects.all():
        held = json.dumps(sessions.opened(session), default=str).lower()
        found += [f"session: {held}" for word in words if word in held]
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is User:
                found += [f"{model.__name__}.{field.name}"] * model.objects.filter(**{field.name: user_id}).count()
    return found


@pytest.fixture
def lived_in(anna, db):
    """Anna has left a trace wherever one can be left."""
    ben = person("ben@two.example")
    alone = organisation("Hers alone", owner=anna, member=ben)
    shared = organisation("Shared", owner=anna)
    Membership.objects.create(organisation=shared, user=ben, role="owner")
    actions.invite(organisation=shared, email="carla@three.example", role="reader", by=anna)
    actions.invite(organisation=organisation("His", owner=ben), email="anna@one.example", role="reader", by=ben)
    EmailAddress.objects.create(user=anna, email="second-anna@one.example", verified=False)
    Authenticator.objects.create(user=anna, type="totp", data={"secret": "sealed"})
    kind = ContentType.objects.get_for_model(User)
    for by, key in ((anna, ben.pk), (ben, anna.pk)):
        LogEntry.objects.create(user=by, content_type=kind, object_id=str(key), object_repr="x", action_flag=CHANGE)
    signed_in(anna)
    Client().post("/account/password/reset/", {"email": anna.email})
    return alone


def prove(client: Client, where: str):
    """Follow to the page that asks for the password, and give it."""
    asked = client.get(where, follow=True)
    assert asked.redirect_chain[-1][0].startswith("/account/reauthenticate/")
    return client.post(asked.redirect_chain[-1][0], {"password": PASSWORD}, follow=True)


def test_deleting_all_leaves_no_trace_in_any_table(anna, lived_in):
    key = anna.pk
    words = ("anna@one.example", "anna the first", anna.username)
    assert traces(key, *words)
    client = signed_in(anna)
    assert "Hers alone" in prove(client, "/account/delete/").content.decode()
    assert client.post("/account/delete/").status_code == 422, "organisations need a tick"
    done = client.post("/account/delete/", {"organisations_too": "on"}, follow=True)
    assert done.redirect_chain == [("/account/deleted/", 302)]
    assert traces(key, *words) == []
    assert set(Organisation.objects.values_list("name", flat=True)) == {"Shared", "His"}
    assert User.objects.filter(username="person-ben@two.example").exists()


def test_whoever_owns_nothing_alone_is_not_asked(anna):
    client = signed_in(anna)
    prove(client, "/account/delete/")
    client.post("/account/delete/")
    assert not User.objects.exists()


def test_without_the_password_nothing_is_deleted(anna):
    client = signed_in(anna)
    assert (
        client.post("/account/delete/", {"organisations_too": "on"}).headers["Location"].startswith("/account/reauth")
    )
    assert client.post("/account/reauthenticate/?next=/account/delete/", {"password": "wrong"}).status_code == 200
    client.get("/account/delete/")
    assert User.objects.exists()


def test_if_one_part_fails_everything_stays(anna, lived_in, keepers):
    def broken(user):
        raise RuntimeError

    # Registered before accounts' own, so it is asked after the account is gone.
    privacy._keepers = {"broken": privacy.Keeper("broken", None, broken, None, None, ""), **privacy._keepers}
    with pytest.raises(RuntimeError):
        privacy.delete_all(User.objects.get(pk=anna.pk))
    assert User.objects.filter(pk=anna.pk).exists()
    assert Organisation.objects.filter(pk=lived_in.pk).exists()


def test_others_delete_before_the_account_goes(anna, keepers):
    seen = []
    privacy.register("plans", delete=lambda user: seen.append(User.objects.filter(pk=user.pk).exists()))
    privacy.delete_all(anna)
    assert seen == [True]
    assert not User.objects.exists()


def test_everything_is_handed_out_as_a_file(anna, lived_in, keepers):
    privacy.register("plans", export=lambda user: [{"name": f"plan of {user.email}"}])
    answer = signed_in(anna).post("/account/export/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="account.json"'
    assert answer.headers["Cache-Control"] == "no-store"
    given = json.loads(answer.content)
    assert given["plans"] == [{"name": "plan of anna@one.example"}]
    own = given["accounts"]
    assert own["account"]["email"] == "anna@one.example"
    assert {row["name"] for row in own["organisations"]} == {"Hers alone", "Shared"}
    assert own["invitations_sent"][0]["email"] == "carla@three.example"
    assert "sealed" not in answer.content.decode()
    assert "ben@two.example" not in answer.content.decode()


@pytest.mark.parametrize("way", ["sign in", "sign up"])
def test_what_a_guest_did_moves_into_the_account(anna, keepers, way):
    moved = []
    privacy.register("drafts", move=lambda request, user: moved.append((request.session["draft"], user.email)))
    client = Client()
    session = client.session
    session["draft"] = "mine"
    session.save()
    if way == "sign in":
        client.post("/account/login/", {"login": "anna@one.example", "password": PASSWORD})
        assert moved == [("mine", "anna@one.example")]
    else:
        client.post("/account/signup/", {"email": "new@one.example", "password1": PASSWORD})
        assert moved == []
        client.post("/account/confirm-email/", {"code": last_code()})
        assert moved == [("mine", "new@one.example")]


def test_a_mover_knows_the_key_that_the_guest_had(anna, keepers):
    keys = []
    privacy.register("drafts", move=lambda request, user: keys.append(privacy.guest_key(request)))
    client = Client()
    client.post("/account/password/reset/", {"email": "somebody@else.example"})
    before = client.session.session_key
    client.post("/account/login/", {"login": "anna@one.example", "password": PASSWORD})
    assert keys == [before]
    assert client.session.session_key != before


def test_a_mover_that_fails_keeps_nobody_out(anna, keepers, caplog):
    def broken(request, user):
        User.objects.filter(pk=user.pk).update(first_name="half done")
        raise RuntimeError("what a guest wrote")

    moved = []
    privacy.register("broken", move=broken)
    privacy.register("after", move=lambda request, user: moved.append(user.pk))
    client = Client()
    client.post("/account/login/", {"login": "anna@one.example", "password": PASSWORD})
    assert client.get("/account/").status_code == 200
    assert moved == [anna.pk]
    anna.refresh_from_db()
    assert anna.first_name == "Anna the First"
    assert "could not be moved" in caplog.text


def test_the_settings_page_says_how_long_things_are_kept(anna, keepers):
    privacy.register("plans", retention="Plans: until you delete them.")
    page = signed_in(anna).get("/account/").content.decode()
    assert "Plans: until you delete them." in page
    assert "An invitation works for 7 days." in page


def test_invitations_that_are_over_are_forgotten(anna):
    made = organisation(owner=anna)
    for email in ("open@two.example", "over@two.example", "gone@two.example"):
        actions.invite(organisation=made, email=email, role="reader", by=anna)
    Invitation.objects.filter(email="over@two.example").update(expires_at=timezone.now() - timedelta(seconds=1))
    actions.revoke_invitation(invitation=Invitation.objects.get(email="gone@two.example"), by=anna)
    tidy()
    tidy()
    assert [row.email for row in Invitation.objects.all()] == ["open@two.example"]


def test_a_sign_up_that_nobody_confirmed_is_forgotten(db):
    old = timezone.now() - timedelta(days=8)
    kept = [person("confirmed@one.example", date_joined=old), person("new@one.example")]
    EmailAddress.objects.filter(user=kept[1]).update(verified=False)
    forgotten = person("nobody@one.example", date_joined=old)
    EmailAddress.objects.filter(user=forgotten).update(verified=False)
    editor = User.objects.create_superuser(username="editor", date_joined=old)
    tidy()
    assert set(User.objects.all()) == {*kept, editor}


def test_counts_of_attempts_are_forgotten(db):
    cache.set("over", 1, timeout=0.01)
    cache.set("lasts", 1, timeout=600)
    with connection.cursor() as cursor:
        past = connection.ops.adapt_datetimefield_value(timezone.now().replace(tzinfo=None) - timedelta(minutes=1))
        cursor.execute(f"UPDATE {cache._table} SET expires = %s WHERE cache_key = %s", [past, cache.make_key("over")])
    tidy()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key FROM {cache._table}")
        assert [row[0] for row in cursor.fetchall()] == [cache.make_key("lasts")]
