"""Addresses within a draft."""

import re

from django.urls import reverse

from advisor.questions import addresses
from advisor.subjects import load

ID = "k3j4h5g6f7d8"
OF_A_DRAFT = {
    *(
        "resume",
        "step",
        "check",
        "change",
        "more",
        "preview",
        "delete",
        "advice",
        "advice-brief",
        "advice-file",
        "advice-pdf",
        "advice-json",
        "advice-calendar",
    ),
    *("urgent", "outline", "saved-new", "later"),
}
"""Every page whose content is a visitor's own answers, or is made of them."""


def test_an_id_is_random_and_fits_an_address():
    ids = {addresses.new_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(addresses.WITH_ID.fullmatch(f"/draft/{key}/check/") for key in ids)


def test_within_a_draft_its_pages_have_its_id_and_no_others():
    with addresses.at(ID):
        assert reverse("advisor:check") == f"/draft/{ID}/check/"
        assert reverse("advisor:step", args=["places"]) == f"/draft/{ID}/questions/places/"
        assert reverse("advisor:start") == "/start/"
        assert reverse("advisor:saved-list") == "/saved/"
        assert reverse("home") == "/"
    assert reverse("advisor:check") == "/check/"


def test_another_draft_may_be_named_and_the_own_one_stays():
    with addresses.at(ID):
        assert addresses.address_in("a" * 12, "advisor:advice") == f"/draft/{'a' * 12}/advice/"
        assert addresses.here() == ID


def test_every_page_on_a_visitors_answers_belongs_to_a_draft():
    named = {pattern.name for part in load("urls") for pattern in part.urlpatterns}
    assert {name for name in named if addresses.belongs_to_draft(name)} == OF_A_DRAFT
    assert not addresses.belongs_to_draft(None)


def test_the_address_for_deleting_is_no_draft():
    assert not re.fullmatch(addresses.WITH_ID, "/draft/delete/")
