"""Who did what with an organisation: each deed is one line, to the minute, without what was written, and without who has left."""

import datetime
from unittest.mock import patch

import pytest
from django.utils import timezone

from accounts import actions, events, personal_data, privacy
from accounts.models import Membership, OrganisationDeed, OrganisationEvent, User
from tests.accounts.people import organisation, person, signed_in


@pytest.fixture
def anna(db):
    return person("anna@one.example", first_name="Anna")


@pytest.fixture
def ben(db):
    return person("ben@two.example", first_name="Ben")


def deeds(made):
    """The deeds, the oldest first, each with who did it to whom."""
    rows = OrganisationEvent.objects.filter(organisation=made).select_related("by", "whom").order_by("id")
    return [(row.deed, row.by and row.by.first_name, row.whom and row.whom.first_name) for row in rows]


def member(made, user) -> Membership:
    return Membership.objects.get(organisation=made, user=user)


def test_each_deed_is_noted_with_who_did_it(anna, ben):
    made = actions.create_organisation(name="River Watch", by=anna)
    actions.rename_organisation(organisation=made, name="Lake Watch", by=anna)
    actions.invite(organisation=made, email="carla@three.example", role="reader", by=anna)
    actions.revoke_invitation(invitation=made.invitations.get(), by=anna)
    token = actions.invite(organisation=made, email=ben.email, role="reader", by=anna)
    actions.accept_invitation(token=token, by=ben)
    actions.change_role(membership=member(made, ben), role="member", by=anna)
    actions.transfer_ownership(to=member(made, ben), by=anna)
    assert deeds(made) == [
        ("founded", "Anna", None),
        ("renamed", "Anna", None),
        ("invited", "Anna", None),
        ("invitation-withdrawn", "Anna", None),
        ("invited", "Anna", None),
        ("joined", "Ben", None),
        ("role-changed", "Anna", "Ben"),
        ("handed-over", "Anna", "Ben"),
    ]


def test_an_invitation_accepted_inside_is_no_deed(anna, ben):
    made = organisation(owner=anna)
    token = actions.invite(organisation=made, email=ben.email, role="reader", by=anna)
    Membership.objects.create(organisation=made, user=ben, role="member")
    actions.accept_invitation(token=token, by=ben)
    assert [deed for deed, _by, _whom in deeds(made)] == ["invited"]


@pytest.mark.parametrize(("by", "deed"), [("anna", "removed"), ("ben", "left")])
def test_what_somebody_did_who_has_left_keeps_no_name(anna, ben, by, deed):
    made = organisation(owner=anna, member=ben)
    actions.rename_organisation(organisation=made, name="Lake Watch", by=ben)
    actions.change_role(membership=member(made, ben), role="reader", by=anna)
    other = organisation("Other", owner=ben)
    actions.rename_organisation(organisation=other, name="Another", by=ben)
    actions.remove_member(membership=member(made, ben), by={"anna": anna, "ben": ben}[by])
    assert deeds(made) == [
        ("renamed", None, None),
        ("role-changed", "Anna", None),
        (deed, "Anna" if by == "anna" else None, None),
    ]
    assert deeds(other) == [("renamed", "Ben", None)]


def test_who_deletes_the_account_leaves_no_name(anna, ben):
    made = organisation(owner=anna, member=ben)
    actions.rename_organisation(organisation=made, name="Lake Watch", by=ben)
    actions.change_role(membership=member(made, ben), role="reader", by=anna)
    privacy.delete_all(ben)
    assert deeds(made) == [("renamed", None, None), ("role-changed", "Anna", None)]


def test_the_history_goes_with_the_organisation(anna):
    made = actions.create_organisation(name="River Watch", by=anna)
    actions.delete_organisation(organisation=made)
    assert not OrganisationEvent.objects.exists()


def test_members_see_it_and_nobody_else(anna, ben):
    made = organisation(owner=anna, reader=ben)
    actions.rename_organisation(organisation=made, name="Lake Watch", by=anna)
    actions.change_role(membership=member(made, ben), role="member", by=anna)
    address = f"/account/organisations/{made.pk}/history/"
    page = signed_in(ben).get(address).content.decode()
    assert "The organisation was given another name." in page
    assert "The role of Ben was changed." in page
    assert page.count("By Anna, ") == 2
    assert signed_in(person("x@three.example")).get(address).status_code == 404
    assert f'href="{address}"' in signed_in(ben).get(f"/account/organisations/{made.pk}/").content.decode()


def test_the_page_says_that_somebody_has_left(anna, ben):
    made = organisation(owner=anna, reader=ben)
    actions.change_role(membership=member(made, ben), role="member", by=anna)
    actions.remove_member(membership=member(made, ben), by=ben)
    page = signed_in(anna).get(f"/account/organisations/{made.pk}/history/").content.decode()
    assert "The role of somebody who has left since was changed." in page
    assert "By somebody who has left since, " in page
    assert "Ben" not in page


def test_it_is_handed_out_to_whoever_did_it(anna, ben):
    made = organisation(owner=anna, member=ben)
    actions.rename_organisation(organisation=made, name="Lake Watch", by=ben)
    (row,) = personal_data.export(ben)["did_in_organisations"]
    assert (row["organisation"], row["did"]) == ("Lake Watch", "renamed")
    assert personal_data.export(anna)["did_in_organisations"] == []


def test_times_are_kept_to_the_minute(anna):
    actions.create_organisation(name="River Watch", by=anna)
    at = OrganisationEvent.objects.get().at
    assert (at.second, at.microsecond) == (0, 0)


def test_going_on_in_one_sitting_is_one_deed(anna, ben):
    made, start = organisation(owner=anna, member=ben), timezone.now().replace(second=0, microsecond=0)

    def later(minutes: int, by: User, deed: str = OrganisationDeed.RENAMED) -> None:
        with patch.object(events, "this_minute", return_value=start + datetime.timedelta(minutes=minutes)):
            OrganisationEvent.note(deed, by=by, organisation=made)

    with patch.object(OrganisationEvent, "ONGOING", {OrganisationDeed.RENAMED}):
        for minutes, by in ((0, anna), (50, anna), (100, anna), (101, ben), (102, anna), (170, anna)):
            later(minutes, by)
        later(171, anna, OrganisationDeed.INVITED)
        later(172, anna)
    rows = OrganisationEvent.objects.order_by("id")
    assert [(row.deed, row.by_id, (row.at - start).seconds // 60) for row in rows] == [
        ("renamed", anna.pk, 100),
        ("renamed", ben.pk, 101),
        ("renamed", anna.pk, 102),
        ("renamed", anna.pk, 170),
        ("invited", anna.pk, 171),
        ("renamed", anna.pk, 172),
    ]


def test_every_deed_is_a_sentence():
    for deed in OrganisationDeed:
        assert str(deed.label).endswith(".")
        assert len(deed.value) <= OrganisationEvent._meta.get_field("deed").max_length
