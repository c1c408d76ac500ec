"""Drafts are begun, written, marked as ready and deleted; nobody overwrites what another wrote, and nothing of them lies open."""

import json

import pytest
from django.db import connection
from django.utils import translation

from accounts import privacy
from accounts.actions import Refused
from advisor.drafts import actions
from advisor.drafts.models import SubmissionDraft
from advisor.editions import store
from advisor.saved.models import SavedAdvice
from tests.accounts.people import organisation, person
from tests.advisor.matters import begun, matter
from tests.support.pseudo import invented_translations


@pytest.fixture
def current(edition):
    return store.open_edition(edition)


@pytest.fixture
def anna(db):
    return person("anna@one.example")


@pytest.fixture
def draft(anna, current):
    return begun(matter(owner=anna), current, by=anna)


@pytest.fixture
def write(anna):
    """Write some parts of a draft, and leave the others as they are."""

    def run(draft, *, by=anna, ticks=None, revision=None, title=None, **texts):
        return actions.write(
            draft=draft,
            title=draft.title if title is None else title,
            texts=draft.content["sections"] | texts,
            ticks=draft.ticks if ticks is None else ticks,
            revision=draft.revision if revision is None else revision,
            by=by,
        )

    return run


def test_a_draft_begins_with_what_the_scenario_says(draft, anna):
    assert (draft.kind, draft.state, draft.revision, draft.changed_by) == ("urgent-appeal", "writing", 1, anna)
    assert draft.title == "Request for an urgent appeal: Egypt"
    assert "State: Egypt" in draft.content["sections"]["subject"]
    assert "protection of the people in danger" in draft.content["sections"]["asks"]


def test_it_begins_in_a_language_that_the_body_reads(anna, current, settings):
    settings.LANGUAGES = [("en", "English"), ("fr", "French"), ("ar", "Arabic")]
    saved = matter(owner=anna, case="grave-pattern-no-mandate")
    for language, letter, complaint in (("fr", "fr", "fr"), ("ar", "en", "ar")):
        with invented_translations(language), translation.override(language):
            assert begun(saved, current, "complaint/PAK/", by=anna).content["language"] == complaint
            assert begun(saved, current, "written-statement//", by=anna).content["language"] == letter


def test_what_is_written_is_kept(draft, write, anna):
    ben = person("ben@two.example")
    kept = write(draft, facts="New facts.", ticks=["evidence", "no such tick"], title=" Another\ntitle ", by=ben)
    kept.refresh_from_db()
    assert kept.content["sections"]["facts"] == "New facts."
    assert kept.content["sections"]["subject"] == draft.content["sections"]["subject"]
    assert (kept.title, kept.ticks, kept.revision, kept.changed_by) == ("Another title", ["evidence"], 2, ben)
    assert kept.changed_at > draft.changed_at


def test_saving_the_same_again_changes_nothing(draft, write):
    once = write(draft, facts="x")
    assert write(once).revision == once.revision == 2


def test_unknown_parts_are_left_out_and_missing_ones_are_empty(draft, anna):
    kept = actions.write(
        draft=draft, title="x", texts={"facts": "x", "no such part": "y"}, ticks=[], revision=1, by=anna
    )
    assert {key: text for key, text in kept.content["sections"].items() if text} == {"facts": "x"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a\r\nb", "a\nb"), ("a\x00b", "a\u2400b"), ("\u202ex", "\ufffdx"), ("人 สิทธิ مرحبا 😀", "人 สิทธิ مرحبا 😀")],
)
def test_what_cannot_be_shown_is_kept_as_the_sign_for_it(draft, write, typed, kept):
    assert write(draft, facts=typed).content["sections"]["facts"] == kept
    assert write(draft, title=typed, revision=2).title == kept.replace("\n", " ")


def test_whoever_comes_second_overwrites_nothing(draft, write):
    first = write(draft, facts="Anna's")
    with pytest.raises(actions.Changed) as refused:
        write(draft, facts="Ben's", asks="More", revision=1)
    assert refused.value.current.content["sections"]["facts"] == "Anna's"
    assert refused.value.current.revision == first.revision == 2
    stored = SubmissionDraft.objects.get()
    assert stored.content["sections"]["facts"] == "Anna's"
    assert stored.content["sections"]["asks"] == draft.content["sections"]["asks"]


@pytest.mark.parametrize(
    "texts",
    [
        {"facts": "x" * 100_001},
        {"facts": "x" * 100_000, "asks": "x" * 100_000, "steps": "xx"},
        {"facts": "\n" * 5_000, "asks": "\t" * 5_001},
    ],
)
def test_too_much_is_refused_and_nothing_is_lost(draft, write, texts):
    with pytest.raises(Refused, match="too long to be kept"):
        write(draft, **(dict.fromkeys(draft.content["sections"], "") | texts))
    assert SubmissionDraft.objects.get().content == draft.content


def test_a_hundred_thousand_letters_are_kept(draft, write):
    assert write(draft, facts="人" * 100_000).content["sections"]["facts"] == "人" * 100_000


@pytest.mark.parametrize("title", ["", "  \n ", "x" * 201])
def test_a_draft_needs_a_title(draft, write, title):
    with pytest.raises(Refused, match="title"):
        write(draft, title=title)


def test_a_draft_that_somebody_deleted_is_not_written(draft, write, anna):
    actions.delete(draft=SubmissionDraft.objects.get(), by=anna)
    with pytest.raises(Refused, match="deleted"):
        write(draft, facts="x")
    assert not SubmissionDraft.objects.exists()


def ready(draft, current, by):
    return actions.mark_ready(draft=draft, edition=current, revision=draft.revision, by=by)


def test_without_agreement_it_is_not_ready(draft, write, current, anna):
    everything_else = [tick.key for tick in actions.standing(draft, current).outline.ticks if tick.key != "consent"]
    draft = write(draft, ticks=everything_else)
    with pytest.raises(Refused, match="those concerned agree"):
        ready(draft, current, anna)
    assert SubmissionDraft.objects.get().state == "writing"
    done = ready(write(draft, ticks=["consent"]), current, anna)
    assert (done.state, done.revision) == ("ready", 4)


def test_what_is_changed_is_no_longer_ready(draft, write, current, anna):
    done = ready(write(draft, ticks=["consent"]), current, anna)
    assert write(done).state == "ready"
    assert write(done, facts="more").state == "writing"


def test_agreement_that_is_taken_back_makes_it_unready(draft, write, current, anna):
    done = ready(write(draft, ticks=["consent"]), current, anna)
    assert write(done, ticks=[]).state == "writing"


def test_it_is_not_marked_on_a_text_that_was_not_seen(draft, write, current, anna):
    seen = write(draft, ticks=["consent"])
    write(seen, facts="somebody else's", revision=2)
    with pytest.raises(actions.Changed):
        ready(seen, current, anna)


@pytest.mark.parametrize(
    ("case", "key", "changed", "needed"),
    [
        ("child-rights-upr-nepal", "alternative-report/NPL/crc", {}, False),
        ("child-rights-upr-nepal", "alternative-report/NPL/crc", {"scale": "single-case"}, True),
        ("own-status-patterns-pakistan", "written-statement//", {}, True),
    ],
)
def test_where_agreement_is_not_always_needed_it_is_for_cases(anna, current, case, key, changed, needed):
    saved = matter(owner=anna, case=case, **changed)
    standing = actions.standing(begun(saved, current, key, by=anna), current)
    assert standing.needs_consent is needed
    assert bool(standing.missing) is needed


def test_a_text_over_a_verified_limit_is_not_ready_and_says_by_which(anna, current, write):
    draft = begun(matter(owner=anna, case="own-status-patterns-pakistan"), current, "written-statement//", by=anna)
    long = write(draft, situation="word " * 1600, ticks=["consent"])
    with pytest.raises(
        Refused, match=r"words, which is too long \(Longest written statement, special status: 1,500 words\)"
    ):
        ready(long, current, anna)
    assert ready(write(long, situation="word " * 1300), current, anna).state == "ready"


def test_a_limit_that_nobody_verified_keeps_no_text_back(anna, current, write):
    from advisor.drafts.suggestions import chosen
    from tests.advisor.matters import advice_on
    from tests.support.cases import day_of

    saved = matter(owner=anna, case="child-rights-upr-nepal")
    advice = advice_on(saved.draft["answers"], current, day_of("child-rights-upr-nepal"))
    wanted = chosen("upr-joint-submission/NPL/", advice, current)
    draft = actions.begin(saved=saved, wanted=wanted, advice=advice, edition=current, by=anna)
    long = write(draft, changes="word " * 9000, ticks=["consent"])
    assert actions.standing(long, current).words > 9000
    assert ready(long, current, anna).state == "ready"


def test_nothing_of_a_draft_lies_open_in_the_database(draft, write):
    write(draft, facts="The bridge at night", title="Known to us alone", ticks=["consent"])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {SubmissionDraft._meta.db_table}")
        row = json.dumps(cursor.fetchall(), default=str)
    for word in ("bridge", "Known to us", "Egypt", '"EGY"', "urgent", "consent", "sections"):
        assert word not in row
    assert SubmissionDraft.objects.get().content["sections"]["facts"] == "The bridge at night"


def test_drafts_go_with_their_matter_and_stay_when_another_author_goes(draft, anna, current):
    ben = person("ben@two.example")
    made = organisation(owner=anna, member=ben)
    shared = begun(matter(organisation=made), current, by=ben)
    privacy.delete_all(ben)
    shared.refresh_from_db()
    assert shared.changed_by is None
    SavedAdvice.objects.filter(pk=draft.saved_id).delete()
    assert list(SubmissionDraft.objects.all()) == [shared]
    privacy.delete_all(anna)
    assert not SubmissionDraft.objects.exists()


def test_all_of_mine_holds_each_draft_that_i_may_read(draft, write, anna, current):
    write(draft, facts="Mine")
    ben = person("ben@two.example")
    begun(matter(organisation=organisation("His", owner=ben, reader=anna)), current, by=ben)
    begun(matter(owner=ben), current, by=ben)
    handed_out = privacy.export_all(anna)["drafts"]
    json.dumps(handed_out)
    assert len(handed_out) == 2
    assert "Mine" in {one["sections"]["facts"] for one in handed_out}
    assert str(draft.saved_id) in {one["advice"] for one in handed_out}
    assert {one["kind"] for one in handed_out} == {"urgent-appeal"}
    assert any(name == "drafts" for name, _ in privacy.retentions())
