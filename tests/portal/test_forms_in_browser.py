"""A plain form of ours survives our own headers in a real browser: the policy on referrers must not break it."""

from playwright.sync_api import expect


def test_signing_in_works_under_the_security_headers(live_server, page, admin_user):
    page.goto(live_server.url + "/admin/login/")
    page.get_by_label("Username").fill(admin_user.username)
    page.get_by_label("Password").fill("password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def test_a_form_works_without_scripts(live_server, page_js_off, admin_user):
    page_js_off.goto(live_server.url + "/admin/login/")
    page_js_off.get_by_label("Username").fill(admin_user.username)
    page_js_off.get_by_label("Password").fill("password")
    page_js_off.get_by_role("button", name="Log in").click()
    expect(page_js_off.get_by_role("button", name="Log out")).to_be_visible()
