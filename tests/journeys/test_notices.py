"""Choosing what comes by mail, and switching it off from a mail, on a phone without scripts, where the server does everything."""

from django.core.cache import cache
from playwright.sync_api import expect

from advisor.notices import mails
from advisor.notices.models import NoticePreference
from tests.accounts.people import person
from tests.support.browser import PHONE

from .test_accounts import NO_SCRIPTS, at, press, sign_in


def test_mails_are_chosen_and_switched_off_from_a_mail(new_context, live_server, transactional_db, axe):
    cache.clear()
    anna = person("anna@one.example")
    page = new_context(**PHONE, **NO_SCRIPTS).new_page()
    sign_in(page, live_server.url, anna.email)
    page.goto(f"{live_server.url}/account/")
    page.get_by_role("link", name="What we tell you by mail").click()
    at(page, "/notices/")
    assert axe(page) == []
    page.get_by_label("At once, a mail for each").check()
    press(page, "Save")
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.get_by_label("At once, a mail for each")).to_be_checked()

    preference = NoticePreference.objects.get(user=anna)
    stranger = new_context(**PHONE, **NO_SCRIPTS).new_page()
    path = mails.off_path(preference)
    stranger.goto(live_server.url + path)
    at(stranger, path)
    assert axe(stranger) == []
    press(stranger, "Send me no more mails")
    expect(stranger.get_by_role("heading", name="You will get no more mails")).to_be_visible()
    assert axe(stranger) == []
    page.reload()
    expect(page.get_by_label("No mails")).to_be_checked()
