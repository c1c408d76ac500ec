"""The drawer for drafts."""

import pytest
from django.test import RequestFactory

from advisor.questions import drawer
from advisor.questions.addresses import at
from advisor.questions.drawer import Draft


@pytest.fixture
def request_with_drawer():
    request = RequestFactory().get("/")
    request.session = {}
    return request


def test_what_is_put_in_comes_out(request_with_drawer):
    drawer.save(request_with_drawer, {"scale": "unknown", "countries": []})
    assert drawer.load(request_with_drawer) == {"scale": "unknown", "countries": []}
    assert drawer.exists(request_with_drawer)


def test_saving_answers_leaves_the_rest_of_the_draft(request_with_drawer):
    drawer.keep(request_with_drawer, Draft(answers={"scale": "single-case"}, at="information", owed=["events"]))
    drawer.save(request_with_drawer, {})
    assert drawer.open_draft(request_with_drawer) == Draft(at="information", owed=["events"])


def test_an_empty_drawer_gives_an_empty_draft(request_with_drawer):
    assert drawer.load(request_with_drawer) == {}
    assert not drawer.exists(request_with_drawer)


@pytest.mark.parametrize(
    "other",
    ["text", {}, {"kind": "scenario-draft", "version": 0, "answers": {"scale": "x"}}, {"kind": "other", "version": 1}],
)
def test_what_belongs_to_somebody_else_is_not_read(request_with_drawer, other):
    request_with_drawer.session[drawer.KEY] = other
    assert drawer.load(request_with_drawer) == {}


def test_clearing_takes_everything(request_with_drawer):
    drawer.save(request_with_drawer, {"scale": "single-case"})
    drawer.clear(request_with_drawer)
    assert request_with_drawer.session == {}


def test_each_draft_has_its_own_place(request_with_drawer):
    drawer.save(request_with_drawer, {"scale": "single-case"})
    for key, effort in (("first0000000", "days"), ("second000000", "weeks")):
        with at(key):
            assert not drawer.exists(request_with_drawer)
            drawer.save(request_with_drawer, {"effort": effort})
    with at("first0000000"):
        assert drawer.load(request_with_drawer) == {"effort": "days"}
        drawer.clear(request_with_drawer)
    assert drawer.ids(request_with_drawer) == ["second000000"]
    assert [each.draft.answers for each in drawer.opened(request_with_drawer)] == [
        {"scale": "single-case"},
        {"effort": "weeks"},
    ]


def test_the_time_of_beginning_stays(request_with_drawer):
    with at("first0000000"):
        drawer.save(request_with_drawer, {"effort": "days"})
        begun = drawer.opened(request_with_drawer)[0].begun
        drawer.save(request_with_drawer, {"effort": "weeks"})
    assert drawer.opened(request_with_drawer)[0].begun == begun is not None


def test_drafts_without_an_answer_make_room(request_with_drawer):
    for number in range(drawer.MOST_OPEN + 1):
        with at(f"draft{number:07}"):
            drawer.keep(request_with_drawer, Draft(no_danger="no"))
    assert drawer.has_room(request_with_drawer)
    assert drawer.ids(request_with_drawer) == []


def test_clearing_all_takes_every_draft(request_with_drawer):
    drawer.save(request_with_drawer, {"scale": "single-case"})
    with at("first0000000"):
        drawer.save(request_with_drawer, {"effort": "days"})
    drawer.clear_all(request_with_drawer)
    assert request_with_drawer.session == {}
