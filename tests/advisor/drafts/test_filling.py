"""The first text says what the scenario says, leaves gaps for the rest, and makes nothing up."""

import re

import pytest

from advisor.drafts import filling, sentences
from advisor.drafts.outline import Consent
from advisor.drafts.outlines import OUTLINES
from advisor.drafts.suggestions import chosen, others, suggested
from rules import vocabulary as v
from tests.advisor.matters import advice_on
from tests.support.cases import CASES, answers_of, day_of


@pytest.fixture
def filled(frozen):
    """The parts of a draft, on a shipped case with some answers changed. An answer of `None` is taken away."""

    def run(case, key, **changed):
        answers = {slug: value for slug, value in (answers_of(case) | changed).items() if value is not None}
        advice = advice_on(answers, frozen, day_of(case))
        wanted = chosen(key, advice, frozen)
        assert wanted is not None, [one.key for one in suggested(advice)]
        known = filling.Known(wanted, advice, frozen)
        return filling.fill(wanted.outline, known) | {"title": filling.title(wanted.outline, known)}

    return run


CASE, COMPLAINT = "expulsion-next-week-switzerland", "communication/CHE/cat"
URGENT = ("defender-tortured-in-custody", "urgent-appeal//")


def test_an_urgent_appeal_says_all_that_is_known(filled):
    text = filled(*URGENT)
    assert text["title"] == "Request for an urgent appeal: Egypt"
    assert "– Special Rapporteur on torture" in text["to"]
    assert "State: Egypt" in text["subject"]
    assert "20 November 2026" in text["facts"]
    assert "The danger is now" in text["danger"]
    assert "What we hope for: protection of the people in danger." in text["asks"]
    assert "agree that we write to the UN" in text["agreement"]
    assert "at first hand" in text["sender"]


def test_a_name_is_never_filled_in_and_the_text_says_where_it_goes(filled):
    assert "Name withheld here: to be added by the authors, outside the portal" in filled(*URGENT)["person"]


@pytest.mark.parametrize(
    ("question", "part", "gone"),
    [
        ("happened_on", "facts", "The latest event"),
        ("outcomes", "asks", "What we hope for"),
        ("consent", "agreement", "agree that we write to the UN"),
        ("evidence", "sender", "first hand"),
        ("remedies", "steps", "No remedy at home"),
        ("countries", "subject", "State:"),
        ("themes", "subject", "Subject:"),
    ],
)
def test_what_is_not_known_is_not_said(filled, question, part, gone):
    assert gone in filled(*URGENT)[part]
    unknown = filled(*URGENT, **{question: None})[part]
    assert gone not in unknown
    assert "[" in unknown


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("victim", "We are the people affected."),
        ("given", "The people affected, or their family, agree that we write to the UN."),
        ("not-given", "[The people affected do not agree."),
        ("not-asked", "[The people affected have not been asked yet."),
        ("cannot-ask", "The people affected cannot be asked:"),
    ],
)
def test_agreement_is_said_as_it_was_answered(filled, answer, said):
    assert said in filled(*URGENT, consent=answer)["agreement"]


@pytest.mark.parametrize("kind", sorted(kind for kind, one in OUTLINES.items() if one.consent is Consent.ALWAYS))
@pytest.mark.parametrize("consent", [None, "not-given", "not-asked", "cannot-ask"])
def test_no_text_says_that_a_person_agrees_unless_somebody_did(kind, consent, frozen):
    answers = answers_of("defender-tortured-in-custody") | {"consent": consent, "identification": "open"}
    answers = {slug: value for slug, value in answers.items() if value is not None}
    advice = advice_on(answers, frozen)
    wanted = next(one for one in (*suggested(advice), *others(advice, frozen)) if one.kind == kind)
    text = " ".join(filling.fill(wanted.outline, filling.Known(wanted, advice, frozen)).values())
    outside = re.sub(r"\[[^]]*\]", "", text)
    assert not re.search(r"\bagrees?\b|may be known", outside)
    assert re.search(r"\[[^]]*(agree|asked)", text)


@pytest.mark.parametrize("answer", list(v.Elsewhere))
def test_every_answer_on_other_procedures_is_said(filled, answer):
    assert str(sentences.ELSEWHERE[answer]).split(":")[0] in filled(*URGENT, elsewhere=answer.value)["steps"]


def test_a_body_is_asked_for_nothing_that_it_cannot_give(filled):
    everything = [outcome.value for outcome in v.Outcome]
    letter = filled(*URGENT, outcomes=everything)["asks"]
    assert "protection of the people in danger" in letter
    for never in (v.Outcome.LEGAL_FINDING, v.Outcome.STATE_COMMITMENT, v.Outcome.COUNCIL_ACTION):
        assert str(sentences.OUTCOMES[never]) not in letter
    complaint = filled(CASE, COMPLAINT, outcomes=everything)["asks"]
    assert str(sentences.OUTCOMES[v.Outcome.LEGAL_FINDING]) in complaint
    assert str(sentences.OUTCOMES[v.Outcome.PROTECTION]) in complaint
    for never in (v.Outcome.COUNCIL_ACTION, v.Outcome.EXPERT_REPORT, v.Outcome.MEDIATION):
        assert str(sentences.OUTCOMES[never]) not in complaint


def test_a_committee_without_interim_measures_is_not_asked_to_protect(filled):
    later = filled(CASE, COMPLAINT, outcomes=["protection", "legal-finding"], urgency="ongoing")["asks"]
    assert "a finding on whether" in later
    assert "protection of the people" not in later


def test_a_name_is_asked_to_be_kept_only_where_it_can_be(filled):
    letter = filled(*URGENT, identification="names-withheld", reprisals="feared", our_name="un-only")
    assert "Please keep the name of the person concerned" in letter["agreement"]
    assert "Please tell neither the State nor the public that we have written." in letter["sender"]
    complaint = filled(CASE, COMPLAINT, identification="names-withheld", reprisals="feared", our_name="un-only")
    assert "Please keep the name" not in complaint["sender"]
    assert "[The State must not learn the name of the person concerned. But this body" in complaint["sender"]
    assert "Please publish no name." in complaint["sender"]
    assert "[Nobody but the UN should learn that your organisation wrote." in complaint["sender"]


def test_a_complaint_goes_to_the_best_committee_of_each_state_and_to_no_other(frozen):
    for case in sorted(path.stem for path in CASES.glob("*.yaml")):
        advice = advice_on(answers_of(case), frozen, day_of(case))
        best = {}
        for row in advice.route(v.RouteSlug.TREATY_BODY_COMPLAINT).committees:
            if all(gate.result is not v.Result.FAIL for gate in row.gates):
                best.setdefault(row.country, row.treaty)
        drafts = [one for one in suggested(advice) if one.kind == "communication"]
        assert {one.country: one.treaty for one in drafts}.items() <= best.items()
        assert len({one.country for one in drafts}) == len(drafts)
        assert all(len(one.mandates) <= 5 for one in suggested(advice))


def test_what_began_earlier_and_goes_on_is_said(filled):
    dates = {"began_on": "2026-10-01", "continues": "effects", "urgency": "past", "happened_on": None}
    facts = filled("lesbian-defender-sri-lanka", "allegation-letter//", **dates)["facts"]
    assert "It began on 1 October 2026." in facts
    assert "It is over, but the harm goes on" in facts


def test_media_alone_becomes_a_gap_and_no_claim(filled):
    text = filled("bill-against-ngos", "legislation-letter//", evidence="media-only")
    assert text["sender"].startswith("[So far this rests on the media alone")


def test_a_joint_submission_names_the_review_and_leaves_the_partners_open(filled):
    text = filled("child-rights-upr-nepal", "upr-joint-submission/NPL/")
    assert text["title"] == "Joint submission to the Universal Periodic Review: Nepal"
    assert "session 51 (19 January 2026)" in text["review"]
    assert text["partners"] == "[Every organisation by its name]"


def test_a_complaint_names_one_committee_and_asks_for_interim_measures_only_in_danger(filled):
    case, key = "expulsion-next-week-switzerland", "communication/CHE/cat"
    in_danger, later = filled(case, key), filled(case, key, urgency="ongoing")
    assert in_danger["to"].startswith("To: Committee against Torture, under the Convention against Torture")
    assert "hold off" in in_danger["interim"]
    assert "hold off" not in later["interim"]
    assert "10 November 2026" in in_danger["remedies"]


@pytest.mark.parametrize(
    ("ecosoc", "said"),
    [("special", "special consultative status"), ("roster", "(roster)"), ("none", "[Name of the organisation")],
)
def test_a_statement_says_in_whose_name_it_is_made(filled, ecosoc, said):
    changed = {"ecosoc": ecosoc, "sponsor": "yes" if ecosoc == "none" else None}
    assert said in filled("own-status-patterns-pakistan", "written-statement//", **changed)["who"]


def test_a_title_names_few_states(filled):
    few, many = ["EGY", "KEN", "TGO"], ["EGY", "KEN", "TGO", "NPL"]
    assert filled(*URGENT, countries=few)["title"] == "Request for an urgent appeal: Egypt, Kenya and Togo"
    assert filled(*URGENT, countries=many)["title"] == "Request for an urgent appeal"


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_every_draft_on_a_case_is_filled_the_same_way_twice(case, frozen):
    advice = advice_on(answers_of(case), frozen, day_of(case))
    for wanted in (*suggested(advice), *others(advice, frozen)):
        known = filling.Known(wanted, advice, frozen)
        texts = filling.fill(wanted.outline, known)
        assert list(texts) == [section.key for section in OUTLINES[wanted.kind].sections]
        assert texts == filling.fill(wanted.outline, known)
        assert not re.search(r"%\(|None|\{", " ".join(texts.values()))
        assert chosen(wanted.key, advice, frozen) == wanted


def test_a_submission_begun_after_a_review_names_no_session_that_is_over(filled):
    text = filled("reviewed-and-years-to-go-kenya", "upr-submission/KEN/")["review"]
    assert "[The session of the next review, once it is published]" in text
    assert "session 4" not in text


def test_a_complaint_to_a_committee_that_is_not_known_leaves_a_gap_for_it(filled):
    assert filled("nothing-known", "communication//")["to"].startswith("[To: the committee")
