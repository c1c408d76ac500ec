"""Links lead to the web and to mail alone."""

import pytest

from advisor.advice.pdf.addresses import LONGEST, followable


@pytest.mark.parametrize(
    "address",
    [
        "https://un.example/a?b=c#d",
        "http://un.example",
        "mailto:urgent-action@un.example",
        "https://un.example/" + "a/" * 500,
    ],
)
def test_plain_addresses_are_followed(address):
    assert followable(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//un.example",
        "un.example",
        "https://",
        "https://un.example/a b",
        "https://un.example/\n",
        "https://un.example/\x00",
        "mailto:nobody",
        "mailto:a@un.example?bcc=b@un.example",
        "https://un.example/" + "a" * 60,
        "https://un.example/" + "a/" * LONGEST,
    ],
)
def test_all_others_are_not(address):
    assert followable(address) == ""
