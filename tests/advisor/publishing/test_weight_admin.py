"""Weights in the admin: only sets that fit together are saved, each change with its reason, each reason in the history."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from advisor.editions.models import Weight
from advisor.publishing.weight_admin import whole
from tests.mechanisms.admin.filling import filled, said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def editor(name: str) -> Client:
    user = User.objects.create_user(name, password="a long enough password", is_staff=True, first_name=name)
    user.groups.set(Group.objects.filter(name="editor"))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ana() -> Client:
    return editor("Ana")


def weight(route: str, table: str, key: str) -> Weight:
    return Weight.objects.get(route=route, table=table, key=key)


@pytest.fixture
def imminent() -> Weight:
    return weight("special-procedures", "urgency", "imminent")


def at(page: str, *args: object) -> str:
    return reverse(f"admin:advisor_weight_{page}", args=args)


def save(client: Client, row: Weight, **changed: str) -> Any:
    response = client.post(at("change", row.pk), filled(client.get(at("change", row.pk)), **changed))
    row.refresh_from_db()
    return response


def test_points_are_changed_with_a_reason_that_the_history_keeps(ana, imminent):
    assert save(ana, imminent, points="21", why="Ask less of the first days").status_code == 302
    assert imminent.points == 21
    version = imminent.history.first()
    assert (version.points, version.history_change_reason) == (21, "Ask less of the first days")
    assert version.history_user.username == "Ana"
    words = said(ana.get(at("history", imminent.pk)))
    assert "Ask less of the first days" in words
    assert "Points 22 21" in words


def test_without_a_reason_nothing_is_saved(ana, imminent):
    assert "This field is required" in said(save(ana, imminent, points="21"))
    assert "This field is required" in said(save(ana, imminent, points="21", reason="", why="x"))
    assert imminent.points == 22


@pytest.mark.parametrize(
    ("row", "points", "fault"),
    [
        (
            ("special-procedures", "urgency", "unknown"),
            "99",
            "special-procedures.urgency.unknown: 99 lies outside 0 to 22",
        ),
        (
            ("special-procedures", "urgency", "imminent"),
            "7",
            "special-procedures.urgency.unknown: 6 lies outside 0 to 10",
        ),
        (("", "verdicts", "good"), "80", "verdicts: strong, good and possible must fall, between 100 and 0"),
    ],
)
def test_what_would_not_fit_together_is_refused(ana, row, points, fault):
    changed = weight(*row)
    before = changed.points
    words = said(save(ana, changed, points=points, why="x"))
    assert ("The weights would no longer fit together: " in words) == (fault in words) == (changed.points == before)


def test_a_set_that_is_broken_already_can_be_mended_row_by_row(ana):
    Weight.objects.filter(table="urgency", route="special-procedures", key__in=["past", "ongoing"]).delete()
    assert [fault.rpartition(":")[0].rpartition(".")[2] for fault in whole()] == ["ongoing", "past", "unknown"]
    added = {
        "route": "special-procedures",
        "table": "urgency",
        "points": "2",
        "reason": "r",
        "valid_from": "2026-11-24",
    }
    response = ana.post(at("add"), added | {"key": "past", "why": "it was missing"})
    assert response.status_code == 302, said(response)
    assert len(whole()) == 1
    response = ana.post(at("add"), added | {"key": "never", "why": "x"})
    assert "special-procedures.urgency.never: is not allowed" in said(response)


def test_only_what_no_rule_reads_can_be_deleted(ana, imminent):
    assert ana.post(at("delete", imminent.pk), {"post": "yes"}).status_code == 403
    needless = Weight.objects.create(
        route="upr", table="weather", key="rain", points=1, reason="r", valid_from="2026-11-24"
    )
    assert ana.post(at("delete", needless.pk), {"post": "yes"}).status_code == 302
    assert whole() == []


def test_an_earlier_version_comes_back_only_if_all_still_fits(ana, imminent):
    unknown = weight("special-procedures", "urgency", "unknown")
    first = imminent.history.first()
    save(ana, imminent, points="40", why="more")
    save(ana, unknown, points="30", why="more")
    response = ana.post(at("restore", imminent.pk, first.history_id))
    assert "special-procedures.urgency.unknown: 30 lies outside 0 to 22" in said(response)
    imminent.refresh_from_db()
    assert imminent.points == 40
    save(ana, unknown, points="6", why="back")
    ana.post(at("restore", imminent.pk, first.history_id))
    imminent.refresh_from_db()
    assert imminent.points == 22


def test_the_second_of_two_is_told_of_the_first(ana, imminent):
    ben = editor("Ben")
    bens = filled(ben.get(at("change", imminent.pk)), points="20", why="less")
    save(ana, imminent, points="21", why="a little less")
    words = said(ben.post(at("change", imminent.pk), bens))
    assert "points: was “22”, now “21”. You entered “20”" in words
    imminent.refresh_from_db()
    assert imminent.points == 21


def exported(client: Client) -> str:
    return client.post(at("export"), {"kind": "csv"}).content.decode("utf-8-sig")


def imported(client: Client, text: str) -> Any:
    return client.post(at("import"), {"file": SimpleUploadedFile("weights.csv", text.encode())})


def test_the_table_goes_out_to_a_spreadsheet_and_back(ana, imminent):
    text = exported(ana)
    assert text.startswith("route,table,key,points,reason,valid_from\n")
    assert "There is nothing to write." in said(imported(ana, text))
    line = "special-procedures,urgency,imminent,22,"
    response = imported(ana, text.replace(line, line.replace("22", "21")))
    assert "points: 22 → 21" in said(response)
    ana.post(at("apply", response.context["upload"].pk))
    imminent.refresh_from_db()
    assert imminent.points == 21
    assert imminent.history.first().history_change_reason == "Imported from weights.csv"


def test_a_file_that_would_break_the_set_is_refused_as_a_whole(ana, imminent):
    text = exported(ana).replace("special-procedures,urgency,imminent,22,", "special-procedures,urgency,imminent,5,")
    response = imported(ana, text)
    assert "special-procedures.urgency.unknown" not in said(response)  # 6 lies between 0 and 10 still
    text = text.replace("special-procedures,urgency,ongoing,10,", "special-procedures,urgency,ongoing,3,")
    response = imported(ana, text)
    assert "special-procedures.urgency.unknown: 6 lies outside 0 to 5" in said(response)
    assert response.context["upload"] is None
    imminent.refresh_from_db()
    assert imminent.points == 22


def test_the_list_is_in_words_and_found_by_them(ana, imminent):
    words = said(ana.get(at("changelist") + "?q=danger&route=special-procedures"))
    assert "Is someone in danger now?" in words
    assert "UN experts (special procedures)" in words
    assert "Human Rights Council sessions" not in words.split("By route")[0]
    every = said(ana.get(at("changelist") + "?all="))
    for slug in ("special-procedures", "treaty-body-review", "late-weeks", "too-late"):
        assert slug not in every


def test_versions_go_back_to_what_the_installation_began_with(ana):
    call_command("load_weights", verbosity=0)
    assert Weight.history.count() == Weight.objects.count()
