"""What organisations told is shown only in numbers from which nobody can learn what one of them told."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from accounts import actions, privacy
from advisor.experience import actions as experience
from advisor.experience.actions import NOTHING, Overtaken, numbers
from advisor.experience.models import Again, CameOf, Experience
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person

from .tellers import tell, teller, tellers

UPR = "upr"


def shown(route: str = UPR) -> experience.Told:
    return experience.shown()[route]


@pytest.fixture
def editor(db):
    return person("editor@one.example", is_staff=True)


def approve(row: Experience, editor) -> None:
    experience.decide(experience=row, approved=True, revision=row.revision, by=editor)


@pytest.mark.django_db
def test_four_organisations_show_nothing_and_five_show_how_many():
    tellers(4)
    assert shown() == NOTHING
    tellers(1, start=4)
    assert shown().total == 5


@pytest.mark.django_db
def test_the_same_organisation_counts_once():
    four = tellers(4)
    for _time in range(3):
        tell(four[0], again="no")
    assert shown() == NOTHING


@pytest.mark.django_db
def test_routes_are_counted_apart():
    tellers(5)
    assert {route: told.total for route, told in experience.shown().items() if told.total} == {UPR: 5}
    assert set(experience.shown()) == {route.value for route in RouteSlug}


@pytest.mark.django_db
def test_where_all_told_the_same_it_is_not_said():
    tellers(9)
    assert shown().numbers["again"] == {}


@pytest.mark.django_db
def test_an_answer_is_shown_with_five_on_either_side():
    tellers(5)
    tellers(5, start=5, again="no", came_of=["reprisals", "nothing"])
    told = shown()
    assert told.total == 10
    assert told.numbers["again"] == {"no": 5, "yes": 5}
    assert told.numbers["came_of"] == {"nothing": 5, "reprisals": 5, "un-answered": 5}
    assert told.numbers["effort"] == {}


@pytest.mark.django_db
def test_four_on_one_side_are_not_shown_nor_found_by_subtraction():
    tellers(6)
    tellers(4, start=6, again="no")
    assert shown().total == 10
    assert shown().numbers["again"] == {}


rows = st.lists(
    st.builds(
        lambda again, came_of, year, group: Experience(
            again=again, came_of=came_of, year=year, group=group, effort="days"
        ),
        st.sampled_from(Again.values),
        st.lists(st.sampled_from(CameOf.values), max_size=4),
        st.integers(2024, 2026),
        st.sampled_from(["", "african", "weog"]),
    ),
    min_size=5,
    max_size=60,
)


@given(rows)
def test_no_number_and_no_remainder_is_about_fewer_than_five(told: list[Experience]):
    made = numbers(told)
    assert made["total"] % 5 == 0
    assert made["total"] <= len(told)
    for name, cells in made["cells"].items():
        for value, number in cells.items():
            given_by = [
                row for row in told if value in (row.came_of if name == "came_of" else [str(getattr(row, name))])
            ]
            assert number % 5 == 0
            assert 5 <= number <= len(given_by)
            assert len(told) - len(given_by) >= 5


@pytest.mark.django_db
def test_numbers_move_by_five_organisations_at_once():
    tellers(5)
    tellers(5, start=5, again="no")
    before = shown()
    tellers(4, start=10, again="unsure", came_of=["reprisals"])
    assert shown() == before
    tellers(1, start=14, again="unsure", came_of=["reprisals"])
    after = shown()
    assert after.total == 15
    assert after.numbers["again"] == {"no": 5, "unsure": 5, "yes": 5}
    assert after.numbers["came_of"]["reprisals"] == 5


@pytest.mark.django_db
def test_what_one_organisation_changes_does_not_show_at_once():
    ten = tellers(5) + tellers(5, start=5, again="no")
    before = shown()
    for own in ten[:4]:
        tell(own, again="unsure")
        tell(own, again="no")
        assert shown() == before
    tell(ten[4], again="no")
    assert shown().numbers["again"] == {}


@pytest.mark.django_db
def test_a_comment_alone_moves_no_number():
    five = tellers(5)
    for own in five:
        tell(own, comment="More")
    assert not Experience.objects.exclude(standing="counted").exists()


@pytest.mark.django_db
def test_below_five_again_everything_is_hidden_until_five_others_have_told():
    five = tellers(5)
    experience.withdraw(organisation=five[0], route=RouteSlug.UPR)
    assert shown() == NOTHING
    more = tellers(4, start=10)
    assert shown() == NOTHING
    tell(five[0])
    assert shown().total == 5
    assert len(more) == 4


@pytest.mark.django_db
def test_with_an_organisation_goes_what_it_told():
    five = tellers(5)
    actions.delete_organisation(organisation=five[0])
    assert Experience.objects.count() == 4
    assert shown() == NOTHING


@pytest.mark.django_db
def test_a_comment_is_shown_once_an_editor_approved_it_and_five_are_counted(editor):
    four = tellers(4)
    approve(tell(four[0], comment="Start with the national report."), editor)
    assert shown().comments == ()
    fifth = tell(teller(9), comment="Not read so far.")
    assert shown().comments == ("Start with the national report.",)
    approve(fifth, editor)
    assert shown().comments == ("Not read so far.", "Start with the national report.")


@pytest.mark.django_db
def test_a_refused_comment_is_not_shown(editor):
    row = tell(tellers(5)[0], comment="They know who")
    approve(row, editor)
    experience.decide(experience=row, approved=False, revision=row.revision, by=editor)
    assert shown().comments == ()


@pytest.mark.django_db
def test_a_changed_comment_is_decided_on_anew_and_the_same_one_is_not(editor):
    own = tellers(5)[0]
    approve(tell(own, comment="Before"), editor)
    row = tell(own, comment="Before", again="no")
    assert (row.approved, row.decided_by) == (True, editor)
    row = tell(own, comment="After")
    assert (row.approved, row.decided_by, row.decided_at) == (None, None, None)
    assert shown().comments == ()
    assert list(Experience.objects.waiting()) == [row]


@pytest.mark.django_db
def test_an_editor_decides_on_what_was_read_and_on_nothing_else(editor):
    own = teller(1)
    read = tell(own, comment="Harmless")
    tell(own, comment="Names a witness")
    with pytest.raises(Overtaken):
        approve(read, editor)
    assert Experience.objects.get().approved is None


@pytest.mark.django_db
def test_nobody_overwrites_what_they_have_not_seen():
    own = teller(1)
    tell(own)
    with pytest.raises(Overtaken):
        experience.tell(organisation=own, route=RouteSlug.UPR, told={}, revision=0)


@pytest.mark.django_db
def test_comments_lie_sealed_also_when_they_are_approved(editor):
    approve(tell(teller(1), comment="Start with the national report."), editor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM advisor_experience")
        assert "national report" not in str(cursor.fetchall())


@pytest.mark.django_db
def test_who_wrote_it_is_not_kept():
    people = {field.name for field in Experience._meta.get_fields() if field.related_model is not None}
    assert people == {"organisation", "decided_by"}


@pytest.mark.django_db
def test_members_take_out_what_their_organisations_told_and_others_do_not():
    own = teller(1)
    tell(own, comment="Ours")
    stranger = person("stranger@one.example")
    organisation("Another", owner=stranger)
    member = own.memberships.get().user
    (row,) = privacy.export_all(member)["how routes went"]
    assert (row["route"], row["comment"], row["comment_shown"]) == ("upr", "Ours", False)
    assert privacy.export_all(stranger)["how routes went"] == []


@pytest.mark.django_db
def test_an_editor_who_goes_leaves_the_decision_without_a_name(editor):
    approve(tell(teller(1), comment="Ours"), editor)
    privacy.delete_all(editor)
    row = Experience.objects.get()
    assert (row.approved, row.decided_by) == (True, None)
