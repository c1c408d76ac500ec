"""The watch on the browser sees what it should, and axe runs with and without scripts."""

import pytest

from .browser import Watch

PAGE = "<!doctype html><html lang='en'><title>t</title><main><h1>Title</h1>{}</main></html>"


@pytest.fixture
def watched(browser):
    """A context whose watch is the test's own, so that its faults do not fail the test."""
    watch = Watch()
    context = browser.new_context()
    watch.attach(context)
    yield context.new_page(), watch
    context.close()


def test_another_host_is_noticed(watched):
    page, watch = watched
    page.set_content(PAGE.format("<img alt='' src='http://outside.example/pixel'>"))
    assert watch.faults == ["asked another host: http://outside.example/pixel"]


def test_a_broken_policy_and_a_script_error_are_noticed(watched):
    page, watch = watched
    policy = "<meta http-equiv='Content-Security-Policy' content=\"style-src 'none'\">"
    page.set_content(PAGE.format(f"{policy}<p style='color: red'>x</p><script>throw new Error('mine')</script>"))
    assert any("policy broken" in fault for fault in watch.faults)
    assert any("script error" in fault and "mine" in fault for fault in watch.faults)


def test_the_phone_is_narrow(phone, phone_js_off):
    phone.set_content(PAGE.format("<meta name='viewport' content='width=device-width'>"))
    assert phone.evaluate("innerWidth") == 360
    assert phone_js_off.viewport_size == {"width": 360, "height": 740}


def test_axe_finds_a_fault(page, axe):
    page.set_content(PAGE.format("<input>"))
    assert [fault.split(":")[0] for fault in axe(page)] == ["label"]


def test_axe_is_content_with_a_good_page_without_scripts(page_js_off, axe):
    page_js_off.set_content(PAGE.format("<label>Name <input></label>"))
    assert axe(page_js_off) == []
