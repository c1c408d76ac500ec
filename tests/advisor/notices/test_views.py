"""How somebody chooses what comes by mail, and the page that switches it off."""

import pytest
from django.test import Client

from advisor.notices import mails
from advisor.notices.models import NoticePreference
from tests.accounts.people import person, signed_in
from tests.advisor.conftest import wishes


@pytest.fixture
def anna(db):
    return person("anna@one.example")


def test_the_page_shows_the_defaults_and_keeps_what_is_chosen(anna):
    client = signed_in(anna)
    page = client.get("/notices/").content.decode()
    assert 'value="daily" checked' in page
    assert "anna@one.example" in page
    assert not NoticePreference.objects.exists()
    client.post("/notices/", {"mode": "each", "with_names": "on"})
    client.post("/notices/", {"mode": "off"})
    assert NoticePreference.objects.values_list("mode", "with_names").get() == ("off", False)
    assert 'value="off" checked' in client.get("/notices/").content.decode()


def test_a_choice_that_is_none_is_refused(anna):
    assert signed_in(anna).post("/notices/", {"mode": "hourly"}).status_code == 422
    assert not NoticePreference.objects.exists()


def test_the_account_leads_there(anna):
    assert 'href="/notices/"' in signed_in(anna).get("/account/").content.decode()


def test_without_an_account_there_is_nothing_to_choose(db):
    assert Client().get("/notices/").url == "/account/login/?next=/notices/"


def test_looking_at_the_link_switches_nothing_off(anna):
    preference = wishes(anna, mode="each")
    path = mails.off_path(preference)
    page = Client().get(path)
    assert page.status_code == 200
    assert f'action="{path}"' in page.content.decode()
    preference.refresh_from_db()
    assert preference.mode == "each"


def test_the_button_switches_off_without_signing_in(anna):
    preference = wishes(anna, mode="each")
    assert "no more mails" in Client().post(mails.off_path(preference)).content.decode()
    assert Client().post(mails.off_path(preference)).status_code == 200
    preference.refresh_from_db()
    assert preference.mode == "off"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_nobody_signed_does_nothing(anna, method):
    preference = wishes(anna, mode="each")
    other = mails.off_path(wishes(person("ben@two.example"), mode="each"))
    for path in (
        f"/notices/off/{preference.token.hex}/",
        f"/notices/off/{preference.token.hex}:{other.split(':')[1]}",
        mails.off_path(NoticePreference(user=anna)),
    ):
        assert getattr(Client(), method)(path).status_code == 404
    preference.refresh_from_db()
    assert preference.mode == "each"


def test_other_methods_are_refused(anna):
    assert Client().put(mails.off_path(wishes(anna))).status_code == 405
    assert signed_in(anna).delete("/notices/").status_code == 405


def test_what_is_kept_is_handed_out(anna, client):
    from django.utils import timezone

    from advisor.notices import actions

    actions.queue(user=anna, saved=None, kind="task-due", key="task:1", due_at=timezone.now())
    held = signed_in(anna).post("/account/export/").json()["notices"]
    assert (held["mails"], held["with_names"], held["notices"][0]["kind"]) == ("daily", False, "task-due")
    assert "90 days" in signed_in(anna).get("/account/").content.decode()
