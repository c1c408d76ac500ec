"""A plain form of ours survives our own headers in a real browser: the policy on referrers must not break it."""

from playwright.sync_api import expect

from tests.accounts.people import PASSWORD, person


def test_signing_in_works_under_the_security_headers(live_server, page, transactional_db):
    person("anna@one.example")
    page.goto(live_server.url + "/account/login/")
    page.get_by_label("E-mail address or name").fill("anna@one.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("link", name="Sign out")).to_be_visible()


def test_a_form_works_without_scripts(live_server, page_js_off, transactional_db):
    person("anna@one.example")
    page_js_off.goto(live_server.url + "/account/login/")
    page_js_off.get_by_label("E-mail address or name").fill("anna@one.example")
    page_js_off.get_by_label("Password").fill(PASSWORD)
    page_js_off.get_by_role("button", name="Sign in", exact=True).click()
    expect(page_js_off.get_by_role("link", name="Sign out")).to_be_visible()
