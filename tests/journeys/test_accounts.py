"""An account and an organisation on a phone, in a real browser: once with scripts and once without; passkeys with them."""

import re
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.accounts.people import PASSWORD, last_code, organisation, person
from tests.support.browser import PHONE, Axe

HALF_MINUTE = 58_000_000
NO_SCRIPTS = {"java_script_enabled": False}


@pytest.fixture
def site(live_server, transactional_db) -> str:
    cache.clear()
    return live_server.url


@pytest.fixture(params=["with scripts", "without scripts"])
def options(request) -> dict:
    return PHONE if request.param == "with scripts" else PHONE | NO_SCRIPTS


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def at(page: Page, path: str) -> None:
    page.wait_for_url(lambda url: urlsplit(url).path == path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def sign_up(page: Page, email: str) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("New password").fill(PASSWORD)
    press(page, "Create an account")
    at(page, "/account/confirm-email/")
    page.get_by_label("Code").fill(last_code().lower())
    press(page, "Confirm")


def sign_in(page: Page, site: str, email: str) -> None:
    page.goto(f"{site}/account/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")


def to_account(page: Page) -> None:
    at(page, "/saved/")
    page.get_by_role("link", name="Your account", exact=True).click()
    at(page, "/account/")


def test_two_people_come_to_work_together(new_context, site: str, options: dict):
    anna, ben = new_context(**options).new_page(), new_context(**options).new_page()
    anna.goto(f"{site}/account/signup/")
    sign_up(anna, "anna@one.example")
    to_account(anna)
    press(anna, "Sign out")
    sign_in(anna, site, "anna@one.example")
    to_account(anna)

    anna.get_by_role("link", name="Create an organisation").click()
    anna.get_by_label("Name of the organisation").fill("River Watch")
    press(anna, "Create")
    expect(anna.get_by_role("heading", name="River Watch")).to_be_visible()
    anna.get_by_role("link", name="Invite somebody").click()
    anna.get_by_label("E-mail address").fill("ben@two.example")
    anna.get_by_label("Reader: Sees everything and changes nothing.").check()
    press(anna, "Invite")
    expect(anna.get_by_text("The invitation is sent.")).to_be_visible()

    ben.goto(re.search(r"http://\S+", mail.outbox[-1].body).group())
    at(ben, "/account/invitation/")
    expect(ben.get_by_text("River Watch")).to_have_count(0)
    ben.get_by_role("link", name="Create an account").click()
    sign_up(ben, "ben@two.example")
    at(ben, "/account/invitation/")
    expect(ben.get_by_text("River Watch")).to_be_visible()
    press(ben, "Join")
    expect(ben.get_by_text("Your role: Reader")).to_be_visible()
    expect(ben.get_by_role("link", name="Invite somebody")).to_have_count(0)

    anna.reload()
    anna.get_by_role("link", name="Change ben@two.example").click()
    press(anna, "Hand the organisation over")
    expect(anna.get_by_text("Your role: Member")).to_be_visible()
    ben.reload()
    expect(ben.get_by_text("Your role: Owner")).to_be_visible()
    ben.get_by_role("link", name="Change anna@one.example").click()
    press(ben, "Remove this person")
    anna.reload()
    expect(anna.get_by_text("River Watch")).to_have_count(0)


def test_a_second_factor_from_an_app_and_then_everything_is_deleted(new_context, site: str, options: dict, monkeypatch):
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.yield_hotp_counters_from_time", lambda: [HALF_MINUTE])
    person("anna@one.example")
    page = new_context(**options).new_page()
    sign_in(page, site, "anna@one.example")
    to_account(page)
    page.get_by_role("link", name="Second factor").click()
    page.get_by_role("link", name="Turn it on").click()
    at(page, "/account/reauthenticate/")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Continue")
    code = format_hotp_value(hotp_value(page.get_by_label("Text for the app").input_value(), HALF_MINUTE))
    page.get_by_label("Code", exact=True).fill(code)
    press(page, "Turn it on")
    at(page, "/account/2fa/recovery-codes/")
    expect(page.locator("code")).to_have_count(10)
    page.goto(f"{site}/account/")
    press(page, "Sign out")

    sign_in(page, site, "anna@one.example")
    at(page, "/account/2fa/authenticate/")
    page.get_by_label("Code", exact=True).fill("000000")
    press(page, "Sign in")
    expect(page.locator("#error-summary")).to_be_visible()
    page.get_by_label("Code", exact=True).fill(code)
    press(page, "Sign in")
    to_account(page)
    page.get_by_role("link", name="Delete all of mine").click()
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Continue")
    press(page, "Delete everything now")
    expect(page.get_by_role("heading", name="Everything is deleted")).to_be_visible()


def test_a_passkey_is_added_and_opens_the_account_alone(new_context, site: str):
    person("anna@one.example")
    context = new_context(**PHONE)
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )
    sign_in(page, site, "anna@one.example")
    to_account(page)
    page.get_by_role("link", name="Second factor").click()
    page.get_by_role("link", name="Add a key").click()
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Continue")
    page.get_by_label("Name of this key").fill("phone")
    page.get_by_label("Sign in with this key alone").check()
    press(page, "Add a key")
    at(page, "/account/2fa/recovery-codes/")
    page.goto(f"{site}/account/2fa/webauthn/")
    expect(page.get_by_text("phone, opens the account alone")).to_be_visible()
    page.goto(f"{site}/account/")
    press(page, "Sign out")

    page.goto(f"{site}/account/login/")
    press(page, "Sign in with a passkey")
    to_account(page)
    press(page, "Sign out")
    sign_in(page, site, "anna@one.example")
    at(page, "/account/2fa/authenticate/")
    press(page, "Use a key")
    at(page, "/saved/")


def test_it_is_said_that_keys_need_scripts(phone_js_off: Page, site: str):
    phone_js_off.goto(f"{site}/account/login/")
    expect(phone_js_off.get_by_text("Keys need JavaScript")).to_be_visible()


GUEST_PAGES = ["login", "signup", "password/reset", "deleted", "invitation"]
OWN_PAGES = [
    "",
    "organisations/new",
    "email",
    "password/change",
    "2fa",
    "logout",
    "delete",
    "2fa/totp/activate",
    "2fa/webauthn",
    "2fa/webauthn/add",
]
ORGANISATION_PAGES = ["", "rename/", "delete/", "leave/", "invite/"]


def test_guests_pages_stand_in_nobodys_way(phone: Page, site: str, axe: Axe):
    for path in GUEST_PAGES:
        phone.goto(f"{site}/account/{path}/")
        at(phone, f"/account/{path}/")
        assert axe(phone) == [], path


def test_own_pages_stand_in_nobodys_way(phone: Page, site: str, axe: Axe):
    anna = person("anna@one.example")
    made = organisation(owner=anna, reader=person("ben@two.example"))
    sign_in(phone, site, "anna@one.example")
    at(phone, "/saved/")
    phone.goto(f"{site}/account/reauthenticate/?next=/account/")
    assert axe(phone) == []
    phone.get_by_label("Password").fill(PASSWORD)
    press(phone, "Continue")
    paths = [f"/account/{path}/" if path else "/account/" for path in OWN_PAGES]
    paths += [f"/account/organisations/{made.pk}/{path}" for path in ORGANISATION_PAGES]
    paths += [f"/account/organisations/{made.pk}/people/{membership.pk}/" for membership in made.memberships.all()]
    for path in paths:
        phone.goto(f"{site}{path}")
        at(phone, path)
        assert axe(phone) == [], path


def test_what_is_wrong_stands_in_nobodys_way(phone: Page, site: str, axe: Axe):
    phone.goto(f"{site}/account/signup/")
    phone.get_by_label("E-mail address").fill("anna@one.example")
    phone.get_by_label("New password").fill("short")
    press(phone, "Create an account")
    expect(phone.locator("#error-summary")).to_be_focused()
    expect(phone).to_have_title(re.compile("^Error: "))
    assert axe(phone) == []
    phone.locator("#error-summary a").first.click()
    expect(phone.get_by_label("New password")).to_be_focused()
    for _ in range(6):
        sign_in(phone, site, "nobody@one.example")
    expect(phone.locator("#error-summary").get_by_text("Too many tries")).to_be_visible()
    assert axe(phone) == []
